/** source merge, source split: a person's word on whether two sources are one. */
import type {
  sourceMerge as mergeOperation,
  sourceSplit as splitOperation,
} from '../contract/source-merge.ts'
import { raise } from '../fault/fault.ts'
import { cutsBetween } from '../ledger/merges.ts'
import type { Context } from './context.ts'
import type { Handler } from './handler.ts'
import { noSuchSource } from './no-such-source.ts'

type OpenLedger = ReturnType<Context['ledger']>

/** Refuses what no reader of reports can know: that two sources without a name are one. */
export function assertMergeable(ledger: OpenLedger, a: string, b: string): void {
  if (a === b) raise('input/invalid', { reason: 'a source is not merged with itself' })
  if (ledger.sources.isAnonymous(a) && ledger.sources.isAnonymous(b))
    raise('input/invalid', {
      reason:
        'two anonymous sources are never merged, however alike; their pages tell which could be the same',
    })
}

export const sourceMerge: Handler<typeof mergeOperation> = (context, input) => {
  const ledger = context.ledger()
  const a = ownId(ledger, input.a)
  const b = ownId(ledger, input.b)
  assertMergeable(ledger, a, b)
  const review = ledger.decide(
    { act: 'merge', on: a, value: b, by: input.by, note: input.why },
    context.now(),
  )
  return { reviews: [review], source: viewOf(ledger, a) }
}

export const sourceSplit: Handler<typeof splitOperation> = (context, input) => {
  const ledger = context.ledger()
  const a = ownId(ledger, input.a)
  const b = input.b === undefined ? ledger.merges.roots().get(a) : ownId(ledger, input.b)
  if (b === undefined)
    raise('input/invalid', { reason: `${a} counts under no other source: say which one it is not` })
  if (a === b) raise('input/invalid', { reason: 'a source is not split from itself' })
  const cuts = cutsBetween(ledger.merges.all(), a, b)
  const at = context.now()
  // "They are not one" is kept too where nothing had merged them: from then on they are not said to be alike.
  const pairs = cuts.length > 0 ? cuts : [{ from: a, into: b }]
  const reviews = pairs.map((cut) =>
    ledger.decide(
      { act: 'split', on: cut.from, value: cut.into, by: input.by, note: input.why },
      at,
    ),
  )
  return { reviews, source: viewOf(ledger, a) }
}

/** The id of a source by its own id or name, not of what it counts under. */
function ownId(ledger: OpenLedger, idOrName: string): string {
  return ledger.sources.named(idOrName) ?? noSuchSource(ledger, idOrName)
}

function viewOf(ledger: OpenLedger, id: string) {
  return (
    ledger.sources.view(id) ??
    raise('internal/bug', { reason: `source ${id} is there and has none` })
  )
}
