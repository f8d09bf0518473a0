/** Report inputs: what `analyse` and `add` read, from arguments or JSON lines, with the flags that hold for all of them. */

import type { ReportFields } from '../contract/report-input.ts'
import type { Hearsay } from '../hearsay.ts'
import { jsonLineFile, jsonLineInputs } from './json-lines.ts'
import type { LineInput } from './line-input.ts'

/** Inputs in the order given; facts from flags fill what a line does not say itself. */
export async function* reportInputs(
  hearsay: Hearsay,
  args: readonly string[],
  lines: boolean,
  flags: ReportFields,
): AsyncGenerator<LineInput> {
  const source = lines ? lineInputs(args) : fileInputs(hearsay, args)
  for await (const item of source) {
    if ('fault' in item) yield item
    else yield { name: item.name, input: { ...flags, ...known(item.input) } }
  }
}

function known(fields: ReportFields): ReportFields {
  return Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined && v !== null))
}

async function* lineInputs(args: readonly string[]): AsyncGenerator<LineInput> {
  if (args.length === 0) yield* jsonLineInputs(process.stdin)
  for (const path of args) yield* path === '-' ? jsonLineInputs(process.stdin) : jsonLineFile(path)
}

async function* fileInputs(hearsay: Hearsay, args: readonly string[]): AsyncGenerator<LineInput> {
  for await (const file of hearsay.files(args, process.stdin)) {
    if ('fault' in file) yield file
    else yield { name: file.name, input: { content: file.content, name: file.name } }
  }
}
