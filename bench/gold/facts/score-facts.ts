/** Grades a document against an annotated sentence: every field alone, and the whole tuple of event, time, place and quantities. */
import type { Document } from '../../../src/document/document.ts'
import { claims } from '../../../src/layers/claims.ts'
import { events } from '../../../src/layers/events.ts'
import { places } from '../../../src/layers/places.ts'
import { type QuantityItem, quantities } from '../../../src/layers/quantities.ts'
import { times } from '../../../src/layers/times.ts'
import type { Counts, Score } from '../../../src/pipeline/score.ts'
import type { Span } from '../../../src/text/span.ts'
import type { Fact, FactQuantity } from './read-facts.ts'

/** What was read of one sentence, written as the annotation writes it: for the score, and for whoever looks at a miss. */
export interface ReadFact {
  readonly type: string
  readonly time: string | null
  readonly statement: string | null
  /** EDTF and TIMEX3 value of every expression. */
  readonly times: readonly (readonly [string | null, string])[]
  readonly place: string | null
  readonly quantities: readonly QuantityItem[]
}

/** The text that the engine reads: the sentence, behind its context. */
export function textOf(fact: Fact): { readonly text: string; readonly at: number } {
  return fact.context === ''
    ? { text: fact.text, at: 0 }
    : { text: `${fact.context} ${fact.text}`, at: fact.context.length + 1 }
}

/** Where the predicate stands in the text of the fact. */
export function wordAt(fact: Fact): Span {
  const { text, at } = textOf(fact)
  const letter = /[\p{L}\p{N}]/u
  for (let from = text.indexOf(fact.word, at); from >= 0; ) {
    const to = from + fact.word.length
    if (!letter.test(text[from - 1] ?? '') && !letter.test(text[to] ?? '')) return { from, to }
    from = text.indexOf(fact.word, from + 1)
  }
  throw new Error(`"${fact.word}" does not stand in "${fact.text}"`)
}

/** What the layers of a document say about the sentence. */
export function readOf(doc: Document, fact: Fact): ReadFact {
  const word = wordAt(fact)
  const { at } = textOf(fact)
  const event = [...doc.layer(events)].find((e) => e.from <= word.from && word.to <= e.to)
  const claim = [...doc.layer(claims)]
    .filter((c) => c.from <= word.from && word.to <= c.to)
    .sort((a, b) => a.to - a.from - (b.to - b.from))[0]
  const dated = [...doc.layer(times)]
  const placed = [...doc.layer(places)]
  // A predicate that is no event of its own ("missing", "worth") has the time and place of its claim.
  const time = event ? event.time : (claim?.times[0] ?? null)
  const place = event ? event.place : (claim?.places.find((p) => isPoint(placed[p]?.role)) ?? null)
  const where = place === null ? undefined : placed[place]
  return {
    type: event?.type ?? 'OTHER',
    time: time === null ? null : (dated[time]?.edtf ?? null),
    statement: claim?.statedOn ?? null,
    times: dated.filter((t) => t.from >= at).map((t) => [t.edtf, t.timex]),
    place: where ? `${doc.text.slice(where.from, where.to)} ${where.country ?? ''}` : null,
    quantities: [...doc.layer(quantities)].filter((q) => q.from >= at),
  }
}

function isPoint(role: string | null | undefined): boolean {
  return role === 'event'
}

/** The counts of every field, and of the whole. */
export function scoreFact(doc: Document, fact: Fact): Score {
  const read = readOf(doc, fact)
  const numbers = matched(read.quantities, fact.quantities, sameNumber)
  const whole = matched(read.quantities, fact.quantities, sameQuantity)
  // Where something came from or went to may stand as its place when nothing else does.
  const allowed = (fact.place ? [fact.place] : fact.otherPlaces).map(
    (p) => `${p.name} ${p.country}`,
  )
  const dates = [fact.time, fact.statement, ...fact.otherTimes, ...fact.lengths]
  const gold = dates.filter((t) => t !== null)
  const values = matched(read.times, gold, ([edtf, timex], g) => edtf === g || timex === g)
  const right = {
    type: read.type === fact.type,
    time: read.time === fact.time,
    place: read.place === null ? fact.place === null : allowed.includes(read.place),
    quantities:
      whole === fact.quantities.length && read.quantities.length === fact.quantities.length,
  }
  // What bears no date of its own was said when it was published.
  const statement =
    fact.statement === null ? isUndated(read, fact) : read.statement === fact.statement
  return {
    'event type': one(right.type),
    'event time': one(right.time),
    'event place': one(right.place),
    'statement time': one(statement),
    'time values': counts(read.times.length, gold.length, values),
    'quantity numbers': counts(read.quantities.length, fact.quantities.length, numbers),
    'quantities whole': counts(read.quantities.length, fact.quantities.length, whole),
    'whole tuple': one(right.type && right.time && right.place && right.quantities),
  }
}

function isUndated(read: ReadFact, fact: Fact): boolean {
  return read.statement === null || read.statement === fact.published
}

function one(right: boolean): Counts {
  return counts(1, 1, right ? 1 : 0)
}

function counts(made: number, gold: number, right: number): Counts {
  return { made, gold, right }
}

function matched<A, B>(made: readonly A[], gold: readonly B[], same: (a: A, b: B) => boolean) {
  const taken = new Set<number>()
  for (const g of gold) {
    const k = made.findIndex((m, i) => !taken.has(i) && same(m, g))
    if (k >= 0) taken.add(k)
  }
  return taken.size
}

/** Ends and bound. */
export function sameNumber(made: QuantityItem, gold: FactQuantity): boolean {
  return (
    made.bound === gold.bound &&
    close(made.low, gold.low) &&
    close(made.best, gold.best) &&
    close(made.high, gold.high)
  )
}

/** Ends, bound, unit, noun, role and as-of. A vague number ("dozens") has no best in the layer. */
export function sameQuantity(made: QuantityItem, gold: FactQuantity): boolean {
  return (
    sameNumber(made, gold) &&
    made.unit === gold.unit &&
    bare(made.noun) === bare(gold.noun) &&
    made.role === gold.role &&
    made.asOf === gold.asOf
  )
}

function close(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b
  return Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(b))
}

const determiners = /^(?:the|its|their|his|her|our|all|these|those|this|that) /

/** A noun phrase without its determiner. */
function bare(noun: string | null): string | null {
  return noun === null ? null : noun.toLowerCase().replace(determiners, '')
}
