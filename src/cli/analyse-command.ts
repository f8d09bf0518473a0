/** The analyse command: files, folders, standard input or JSON lines to analyses, a line each, in input order. */
import { analyse } from '../contract/analyse.ts'
import type { ReportFields } from '../contract/report-input.ts'
import type { Fault } from '../fault/fault.ts'
import { analysisPage } from './analysis-page.ts'
import { runBatch } from './batch.ts'
import { type CommonFlags, runCommand } from './command.ts'
import { reportInputs } from './report-inputs.ts'
import { harmless, json } from './terminal.ts'

/** Flags of `analyse` and `add`. */
export interface ReportFlags extends CommonFlags {
  readonly jsonl?: boolean
  readonly tokens?: boolean
  readonly title?: string
  readonly url?: string
  readonly outlet?: string
  readonly published?: string
  readonly language?: string
}

/** The facts that flags give for all inputs. */
export function factsOf(flags: ReportFlags): ReportFields {
  return {
    title: flags.title,
    url: flags.url,
    outlet: flags.outlet,
    published: flags.published,
    language: flags.language,
  }
}

/** The line that stands for an input without an analysis. */
export function faultRecord(fault: Fault, name: string): unknown {
  return { hearsay: 1, document: { id: name }, fault: { code: fault.code, message: fault.message } }
}

/** No arguments and nothing piped in would wait for a person to type. */
export function argumentsOf(args: readonly string[], flags: ReportFlags): readonly string[] {
  return args.length === 0 && !flags.jsonl ? ['-'] : args
}

export async function runAnalyse(args: readonly string[], flags: ReportFlags): Promise<void> {
  await runCommand(flags, async ({ hearsay, output }) => {
    const asJson = flags.json === true || flags.jsonl === true
    return runBatch<string>({
      inputs: reportInputs(hearsay, argumentsOf(args, flags), flags.jsonl ?? false, factsOf(flags)),
      total: null,
      width: hearsay.workers * 2,
      output,
      faultsAsJson: asJson,
      work: async (report) => {
        const input = { ...report, tokens: flags.tokens ?? false }
        return asJson
          ? harmless(await hearsay.json(analyse, input))
          : analysisPage(await hearsay.call(analyse, input), output.paper)
      },
      show: (text) => output.line(text),
      showFault: (fault, name) => output.line(json(faultRecord(fault, name))),
      publishedFlag: flags.published,
    })
  })
}
