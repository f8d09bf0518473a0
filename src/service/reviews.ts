/** review, reviews: decisions of people, only ever added to. */
import type { review as reviewOperation } from '../contract/review.ts'
import type { reviews as reviewsOperation } from '../contract/reviews.ts'
import { raise } from '../fault/fault.ts'
import type { ReviewAct } from '../model/records.ts'
import type { Handler } from './handler.ts'
import { assertMergeable } from './source-merge.ts'

/** What each act must be about, and whether it sets a value. */
const rules: Readonly<
  Record<ReviewAct, { on: readonly Subject[]; value: RegExp | 'words' | null }>
> = {
  accept: { on: ['claim'], value: null },
  reject: { on: ['claim'], value: null },
  amend: { on: ['claim'], value: 'words' },
  grade: { on: ['source'], value: /^[A-F]$/ },
  merge: { on: ['source'], value: 'words' },
  split: { on: ['source'], value: 'words' },
  undo: { on: ['review'], value: null },
}

type Subject = 'claim' | 'source' | 'review'

export const review: Handler<typeof reviewOperation> = (context, input) => {
  const ledger = context.ledger()
  const { act, on, by, value = null, note = null } = input
  const rule = rules[act]
  const subject: Subject | null = ledger.claims.has(on)
    ? 'claim'
    : ledger.sources.has(on)
      ? 'source'
      : ledger.reviews.has(on)
        ? 'review'
        : null
  if (subject === null) raise('ledger/no-such', { kind: rule.on.join(' or '), id: on })
  if (!rule.on.includes(subject))
    raise('input/invalid', {
      reason: `${act} is for a ${rule.on.join(' or ')}, and ${on} is a ${subject}`,
    })
  if (rule.value === null && value !== null)
    raise('input/invalid', { reason: `${act} takes no value` })
  if (rule.value !== null && value === null)
    raise('input/invalid', { reason: `${act} needs a value` })
  if (rule.value instanceof RegExp && !rule.value.test(value ?? ''))
    raise('input/invalid', { reason: 'a grade is one of A, B, C, D, E, F' })
  if ((act === 'merge' || act === 'split') && !ledger.sources.has(value ?? ''))
    raise('ledger/no-such', { kind: 'source', id: value ?? '' })
  if (act === 'merge') assertMergeable(ledger, on, value ?? '')
  return ledger.decide({ act, on, by, value, note }, context.now())
}

export const reviews: Handler<typeof reviewsOperation> = (context, input) =>
  context.ledger().reviews.list(input)
