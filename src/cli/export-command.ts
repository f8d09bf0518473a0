/** The export command: every record of the ledger, a line each. */
import { exportLedger } from '../contract/export.ts'
import { type CommonFlags, runCommand } from './command.ts'
import { json } from './terminal.ts'

export async function runExport(flags: CommonFlags & { readonly to?: string }): Promise<void> {
  await runCommand(flags, async ({ hearsay, output }) => {
    const to = (flags.to ?? 'jsonl') as 'jsonl'
    for await (const record of hearsay.stream(exportLedger, { to })) await output.line(json(record))
    return 0
  })
}
