/** Completion: scripts for bash, zsh and fish, made from the program itself. */
import type { Command } from 'commander'
import { raise } from '../fault/fault.ts'

interface Entry {
  readonly name: string
  readonly summary: string
  readonly flags: readonly { readonly flag: string; readonly does: string }[]
  readonly takesFiles: boolean
  /** The second words of commands of two: "merge" of "source merge". */
  readonly below: readonly { readonly word: string; readonly does: string }[]
}

/** The script for a shell; throws `input/invalid` for one that is not known. */
export function completionScript(shell: string, program: Command): string {
  const entries = program.commands.map(entryOf)
  if (shell === 'bash') return bash(entries)
  if (shell === 'zsh') return zsh(entries)
  if (shell === 'fish') return fish(entries)
  return raise('input/invalid', { reason: 'the shell is one of bash, zsh, fish' })
}

function entryOf(command: Command): Entry {
  return {
    name: command.name(),
    summary: command.description(),
    flags: flagsOf(command),
    takesFiles: command.registeredArguments.some((a) => a.variadic),
    below: command.commands.map((c) => ({ word: c.name(), does: c.description() })),
  }
}

/** Its own flags, and those of the commands below it. */
function flagsOf(command: Command): Entry['flags'] {
  const all = [command, ...command.commands].flatMap((c) =>
    c.options.map((o) => [o.long ?? o.flags, o.description] as const),
  )
  return [...new Map(all)].map(([flag, does]) => ({ flag, does }))
}

function bash(entries: readonly Entry[]): string {
  const cases = entries.map((e) => {
    const flags = e.flags.map((f) => f.flag).join(' ')
    const below = e.below.map((b) => b.word).join(' ')
    return `    ${e.name}) words="${flags}"; below="${below}" ;;`
  })
  return `# bash completion for hearsay
_hearsay() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words="" below=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${entries.map((e) => e.name).join(' ')} --help --version" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  if [ "\${current#-}" != "$current" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  elif [ "$COMP_CWORD" -eq 2 ] && [ -n "$below" ]; then
    COMPREPLY=($(compgen -W "$below" -- "$current"))
  else
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _hearsay hearsay
`
}

function zsh(entries: readonly Entry[]): string {
  const commands = entries.map((e) => `    ${quoted(`${e.name}:${e.summary}`)}`)
  const cases = entries.map((e) => {
    const flags = e.flags.map((f) => quoted(`${f.flag}[${f.does.replace(/[[\]:]/g, ' ')}]`))
    const files = e.takesFiles ? [`'*:file:_files'`] : []
    const below = e.below.map((b) => b.word).join(' ')
    const words = below === '' ? [] : [quoted(`2::command:(${below})`)]
    return `    ${e.name}) _arguments ${[...flags, ...words, ...files].join(' ')} ;;`
  })
  return `#compdef hearsay
_hearsay() {
  local -a commands
  commands=(
${commands.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  case "$words[2]" in
${cases.join('\n')}
  esac
}
compdef _hearsay hearsay
`
}

function fish(entries: readonly Entry[]): string {
  const lines = entries.flatMap((e) => [
    `complete -c hearsay -n __fish_use_subcommand -f -a ${e.name} -d ${quoted(e.summary)}`,
    ...e.below.map(
      (b) =>
        `complete -c hearsay -n '__fish_seen_subcommand_from ${e.name}' -f -a ${b.word} -d ${quoted(b.does)}`,
    ),
    ...e.flags.map(
      (f) =>
        `complete -c hearsay -n '__fish_seen_subcommand_from ${e.name}' -l ${f.flag.replace(/^--/, '')} -d ${quoted(f.does)}`,
    ),
  ])
  return `# fish completion for hearsay\n${lines.join('\n')}\n`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
