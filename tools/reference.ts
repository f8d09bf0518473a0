/** The reference pages of docs/, made from the contract, the table of faults and the table of diagnostics. */
import { fieldsOf } from '../src/contract/fields.ts'
import { localCommands } from '../src/contract/local.ts'
import type { Operation } from '../src/contract/operation.ts'
import { operations } from '../src/contract/operations.ts'
import { codes, type Row } from '../src/fault/codes.ts'
import { diagnosticCodes } from '../src/fault/diagnostic.ts'

const made = '<!-- Made by "npm run docs" from the code; edit it there. -->'

/** docs/reference.md: every operation as a command and as a route. */
export function referencePage(): string {
  const all: readonly Operation[] = Object.values(operations)
  return [
    '# Reference',
    '',
    made,
    '',
    'Every operation is a command (`hearsay NAME`) and an HTTP route below `/api`. Every command takes `--data-dir DIR`, `--profile full` or `lite`, `--json` and `--help`.',
    '',
    ...all.flatMap(section),
    '## Commands without a route',
    '',
    ...localCommands.flatMap((c) => [
      `### ${c.name}`,
      '',
      c.summary,
      '',
      ...(c.options.length > 0
        ? [
            '| option | meaning |',
            '|---|---|',
            ...c.options.map(([f, d]) => `| \`${f}\` | ${cell(d)} |`),
            '',
          ]
        : []),
      ...examples(c.examples),
    ]),
  ].join('\n')
}

function section(o: Operation): string[] {
  const fields = fieldsOf(o)
  return [
    `## ${o.name}`,
    '',
    o.summary,
    '',
    `\`${o.method} /api${o.path}\`${o.stream ? ', one JSON object a line' : ''}`,
    '',
    ...(fields.length > 0
      ? [
          '| key | type | default | meaning |',
          '|---|---|---|---|',
          ...fields.map(
            (f) =>
              `| \`${f.name}\`${f.required ? ' (required)' : ''} | ${f.choices.length > 0 ? f.choices.join(', ') : f.type} | ${f.fallback === undefined ? '' : `\`${String(f.fallback)}\``} | ${cell(f.description)} |`,
          ),
          '',
        ]
      : []),
    ...(o.faults.length > 0
      ? [`Faults: ${o.faults.map((c) => `[\`${c}\`](faults.md)`).join(', ')}`, '']
      : []),
    ...examples(o.examples),
  ]
}

function examples(list: readonly (readonly [string, string])[]): string[] {
  return list.length === 0
    ? []
    : ['```sh', ...list.map(([line, does]) => (does ? `${line}   # ${does}` : line)), '```', '']
}

function cell(words: string): string {
  return words.replaceAll('|', '\\|')
}

/** docs/faults.md: every code with its message, HTTP status and exit status; every diagnostic. */
export function faultsPage(): string {
  const named = new Proxy({}, { get: (_, key) => `{${String(key)}}` })
  return [
    '# Faults and diagnostics',
    '',
    made,
    '',
    'A fault is thrown: the caller or the world is wrong. Its code is stable; its body is the same in JSON output and in HTTP answers (problem details, RFC 9457).',
    'Exit status: 0 done, 1 failed, 2 wrong usage, 3 done with documents skipped, 75 try again later, 130 interrupted.',
    '',
    '| code | message | HTTP | exit |',
    '|---|---|---|---|',
    ...Object.entries(codes).map(
      ([code, row]) =>
        `| \`${code}\` | ${cell((row as unknown as Row<unknown>).message(named))} | ${row.status} | ${row.exit} |`,
    ),
    '',
    'A diagnostic is recorded on the document: the text is hard. It never stops the reading.',
    '',
    '| code | meaning |',
    '|---|---|',
    ...Object.entries(diagnosticCodes).map(([code, words]) => `| \`${code}\` | ${cell(words)} |`),
    '',
  ].join('\n')
}
