/** Completion: scripts for bash, zsh and fish, made from the program itself. */
import type { Command } from 'commander'
import { raise } from '../fault/fault.ts'

interface Entry {
  readonly name: string
  readonly summary: string
  readonly flags: readonly { readonly flag: string; readonly does: string }[]
  readonly takesFiles: boolean
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
    flags: command.options.map((o) => ({ flag: o.long ?? o.flags, does: o.description })),
    takesFiles: command.registeredArguments.some((a) => a.variadic),
  }
}

function bash(entries: readonly Entry[]): string {
  const cases = entries.map((e) => {
    const flags = e.flags.map((f) => f.flag).join(' ')
    return `    ${e.name}) words="${flags}" ;;`
  })
  return `# bash completion for hearsay
_hearsay() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${entries.map((e) => e.name).join(' ')} --help --version" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  if [ "\${current#-}" != "$current" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
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
    return `    ${e.name}) _arguments ${[...flags, ...files].join(' ')} ;;`
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
