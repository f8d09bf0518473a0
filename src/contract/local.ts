/** Local commands: what only the command line has, declared here so that help, completion and the reference list it. */

/** A command without an operation behind it. */
export interface LocalCommand {
  readonly name: string
  readonly usage: string
  readonly summary: string
  readonly options: readonly (readonly [flag: string, does: string])[]
  readonly examples: readonly (readonly [line: string, does: string])[]
}

export const serve: LocalCommand = {
  name: 'serve',
  usage: 'serve',
  summary: 'Serve the workbench and the HTTP interface on this machine.',
  options: [
    ['--port <number>', 'the port; 0 takes a free one (default 4173)'],
    ['--host <address>', 'the address to listen on (default 127.0.0.1)'],
    ['--example', 'add the example story first, once'],
  ],
  examples: [['hearsay serve --example', 'look around with a small story']],
}

export const completion: LocalCommand = {
  name: 'completion',
  usage: 'completion <shell>',
  summary: 'Print the completion script for bash, zsh or fish.',
  options: [],
  examples: [['hearsay completion bash > ~/.local/share/bash-completion/completions/hearsay', '']],
}

export const localCommands: readonly LocalCommand[] = [serve, completion]
