/** sources, source: who is said to speak, and how. */
import type { source as sourceOperation } from '../contract/source.ts'
import type { sources as sourcesOperation } from '../contract/sources.ts'
import type { Handler } from './handler.ts'
import { noSuchSource } from './no-such-source.ts'

export const sources: Handler<typeof sourcesOperation> = (context, input) =>
  context.ledger().sources.list(input)

export const source: Handler<typeof sourceOperation> = (context, input) => {
  const ledger = context.ledger()
  const id = ledger.sources.resolve(input.id)
  const detail = id === null ? null : ledger.sources.detail(id)
  if (id === null || detail === null) return noSuchSource(ledger, input.id)
  return { ...detail, reviews: ledger.reviews.on(id) }
}
