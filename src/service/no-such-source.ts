/** No such source: the fault for a name that no source has, with the names that hold it. */
import { raise } from '../fault/fault.ts'
import type { Ledger } from '../ledger/ledger.ts'

/** Of many names those that say most are enough. */
const most = 3

/** "There is no source Lima (there is Pedro Lima, Rosa Lima) in this ledger." */
export function noSuchSource(ledger: Ledger, asked: string): never {
  const near =
    asked.trim() === ''
      ? []
      : ledger.sources.list({ name: asked, sort: 'claims', limit: most }).items
  const hint = near.length === 0 ? '' : ` (there is ${near.map((s) => s.name).join(', ')})`
  return raise('ledger/no-such', { kind: 'source', id: `${asked}${hint}` })
}
