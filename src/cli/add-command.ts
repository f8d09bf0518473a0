/** The add command: reports into the ledger; each id is printed when its report is on disk, not before. */
import { add } from '../contract/add.ts'
import type { OutputOf } from '../contract/operation.ts'
import { argumentsOf, factsOf, faultRecord, type ReportFlags } from './analyse-command.ts'
import { runBatch } from './batch.ts'
import { runCommand } from './command.ts'
import type { Output } from './output.ts'
import { reportInputs } from './report-inputs.ts'
import { clean, json } from './terminal.ts'

type Added = OutputOf<typeof add>

export async function runAdd(args: readonly string[], flags: ReportFlags): Promise<void> {
  await runCommand(flags, async ({ hearsay, output }) => {
    const inputs = argumentsOf(args, flags)
    const tally = { added: 0, known: 0, claims: 0 }
    const status = await runBatch<Added>({
      inputs: reportInputs(hearsay, inputs, flags.jsonl ?? false, factsOf(flags)),
      total: output.showsStatus && !flags.jsonl ? await hearsay.countFiles(inputs) : null,
      width: hearsay.workers * 2,
      output,
      faultsAsJson: flags.json === true,
      work: (input) => hearsay.call(add, input),
      show: async (added, name) => {
        tally[added.status]++
        if (added.status === 'added') tally.claims += added.claims
        await output.line(flags.json ? json(added) : addedLine(added, name, output))
      },
      showFault: (fault, name) => output.line(json(faultRecord(fault, name))),
      publishedFlag: flags.published,
    })
    output.note(
      `${count(tally.added, 'report')} added, ${tally.known} known, ${count(tally.claims, 'claim')}`,
    )
    return status
  })
}

/** The id first: it says that the report is on disk. */
function addedLine(added: Added, name: string, output: Output): string {
  const what = added.title ?? name
  const note = added.partial ? `  (partial: ${added.partial.why})` : ''
  const text = clean(`${added.status}  ${count(added.claims, 'claim')}  ${what}${note}`)
  return `${added.id}  ${output.paper.terminal ? text : text}`
}

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`
}
