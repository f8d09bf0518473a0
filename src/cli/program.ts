/** Program: the commands with their flags and help, made from the contract. */
import { Command, CommanderError } from 'commander'
import { type Field, fieldsOf } from '../contract/fields.ts'
import { completion, type LocalCommand, serve } from '../contract/local.ts'
import type { Operation } from '../contract/operation.ts'
import { operations } from '../contract/operations.ts'
import { withCommonFlags } from './command.ts'
import { clean } from './terminal.ts'

/** Input keys that commands take otherwise than by a flag of their own. */
const notFlags: Readonly<Record<string, readonly string[]>> = {
  analyse: ['id', 'text', 'content', 'name'],
  add: ['id', 'text', 'content', 'name'],
}

/** The program with every command; nothing runs before `parseAsync`. */
export function makeProgram(version: string): Command {
  const program = new Command('hearsay')
    .description(
      'Reads news reports and keeps a ledger of attributed claims: who said what, on whose word, how sure.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .option('--data-dir <dir>', 'the folder of the ledger')
    .showHelpAfterError('Run with --help for usage.')
    .exitOverride()
    .configureOutput({
      writeErr: (text) => process.stderr.write(`${text.split('\n').map(clean).join('\n')}`),
    })
    .addHelpText(
      'after',
      examplesText([
        ['hearsay analyse report.html', 'read one report'],
        ['hearsay add reports/', 'read a folder into the ledger'],
        ['hearsay claims --mode forecast', 'what is foreseen'],
        ['hearsay serve --example', 'look around in the browser'],
      ]),
    )
  for (const operation of Object.values(operations)) addOperation(program, operation)
  addServe(program)
  addCompletion(program)
  return program
}

function addOperation(program: Command, operation: Operation): void {
  const { name } = operation
  const takesReports = name === 'analyse' || name === 'add'
  const command = withCommonFlags(
    placeOf(program, name).description(operation.summary),
  ).exitOverride()
  const fields = fieldsOf(operation).filter((f) => !notFlags[name]?.includes(f.name))
  for (const f of fields) addField(command, f, operation)
  if (takesReports) addReportFlags(command)
  if (operation.examples.length > 0) command.addHelpText('after', examplesText(operation.examples))
  command.action(async (...given: unknown[]) => {
    const flags = command.optsWithGlobals()
    if (name === 'analyse')
      return (await import('./analyse-command.ts')).runAnalyse(given[0] as string[], flags)
    if (name === 'add')
      return (await import('./add-command.ts')).runAdd(given[0] as string[], flags)
    if (name === 'export') return (await import('./export-command.ts')).runExport(flags)
    const positional = given.slice(0, operation.positional.length) as (string | undefined)[]
    return (await import('./operation-command.ts')).runOperation(operation, positional, flags)
  })
}

/** A name of two words is a command below the first one: "source merge" below "source". */
function placeOf(program: Command, name: string): Command {
  const [first = '', second] = name.split(' ')
  const parent = second === undefined ? undefined : program.commands.find((c) => c.name() === first)
  return parent && second !== undefined ? parent.command(second) : program.command(name)
}

function addField(command: Command, f: Field, operation: Operation): void {
  if (operation.positional.includes(f.name)) {
    command.argument(f.required ? `<${f.name}>` : `[${f.name}]`, f.description)
    return
  }
  const flag = `--${dashed(f.name)}`
  const fallback =
    f.fallback === undefined || f.fallback === false ? '' : ` (default ${f.fallback})`
  const choices = f.choices.length > 0 ? ` One of: ${f.choices.join(', ')}.` : ''
  const words = `${f.description}${choices}${fallback}`
  // A switch that is on by itself can only be turned off; one that may be either has both forms.
  if (f.type === 'boolean' && f.fallback === true)
    command.option(`--no-${dashed(f.name)}`, `not: ${words}`)
  else if (f.type === 'boolean' && f.fallback === undefined) {
    command.option(flag, words).option(`--no-${dashed(f.name)}`, 'the opposite')
  } else if (f.type === 'boolean') command.option(flag, words)
  else command.option(`${flag} <${f.type === 'integer' ? 'number' : 'value'}>`, words)
}

function addReportFlags(command: Command): void {
  command
    .argument('[inputs...]', 'files, folders, patterns, or - for standard input')
    .option(
      '--jsonl',
      'read JSON lines: {"id", "text", "title"?, "url"?, "outlet"?, "published"?, "language"?}',
    )
    .option('--workers <number>', 'threads that read reports (default 1)')
}

function addServe(program: Command): void {
  const command = localCommand(program, serve)
  command.action(async () =>
    (await import('./serve-command.ts')).runServe(command.optsWithGlobals()),
  )
}

function addCompletion(program: Command): void {
  localCommand(program, completion).action(async (shell: string) => {
    const { completionScript } = await import('./completion.ts')
    process.stdout.write(completionScript(shell, program))
  })
}

function localCommand(program: Command, local: LocalCommand): Command {
  const command = withCommonFlags(
    program.command(local.usage).description(local.summary),
  ).exitOverride()
  for (const [flag, does] of local.options) command.option(flag, does)
  return command.addHelpText('after', examplesText(local.examples))
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)
}

function examplesText(examples: readonly (readonly [string, string])[]): string {
  const width = Math.max(...examples.map(([line]) => line.length))
  const lines = examples.map(([line, does]) => `  ${line.padEnd(width)}  ${does}`.trimEnd())
  return `\nExamples:\n${lines.join('\n')}`
}

/** The exit status of what the option parser threw: help and version are no errors, the rest is wrong usage. */
export function statusOf(thrown: unknown): number | null {
  if (!(thrown instanceof CommanderError)) return null
  return thrown.exitCode === 0 ? 0 : 2
}
