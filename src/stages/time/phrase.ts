/** Phrase: a unit of time with its count, its fillers and what stands left of it. */
import type { NumberSpan } from '../../lexicon/numbers.ts'
import { type Left, leftOf } from './left.ts'
import type { Unit } from './lexicon.ts'
import type { Period } from './periods.ts'
import { type Found, glued, key, type Reader, sense, together } from './reader.ts'

/** What stands around a unit. */
export interface Phrase {
  readonly unit: Unit
  readonly plural: boolean
  readonly at: number
  readonly number: NumberSpan | null
  /** The lower end of "two to three weeks". */
  readonly lower: NumberSpan | null
  readonly hyphen: boolean
  /** First atom of number, fillers and unit. */
  readonly inner: number
  readonly left: Left
}

/** Reads leftwards from the unit at atom `i`. */
export function phraseOf(r: Reader, i: number, unit: Unit, plural: boolean): Phrase {
  let k = i - 1
  const hyphen = key(r, k) === '-' && glued(r, k) && glued(r, i) && k >= r.limit
  if (hyphen) k--
  for (let fillers = 0; fillers < 2 && sense(r, k)?.filler && k >= r.limit; fillers++) k--
  // "half a year", "a day and a half" keep the article with the number
  if ((key(r, k) === 'a' || key(r, k) === 'an') && r.numbers.endingAt(k - 1)?.kind === 'fraction')
    k--
  let number = k >= r.limit && together(r, k, i) ? r.numbers.endingAt(k) : null
  if (number && number.first < r.limit) number = null
  // "2024 year" is no count
  let inner = number ? number.first : sense(r, i - 1)?.filler ? k + 1 : i
  let lower: NumberSpan | null = null
  if (number) {
    const joint = key(r, number.first - 1)
    if (joint === 'to' || joint === 'or' || (joint === '-' && number.first - 1 > r.limit)) {
      const before = r.numbers.endingAt(number.first - 2)
      if (
        before &&
        before.first >= r.limit &&
        before.kind === 'cardinal' &&
        number.kind === 'cardinal' &&
        before.value < number.value
      ) {
        lower = before
        inner = before.first
      }
    }
  }
  if (inner < i && number === null && inner < r.limit) inner = i
  return { unit, plural, at: i, number, lower, hyphen, inner, left: leftOf(r, inner) }
}

/** A finding, its parts in reading order. */
export function found(
  first: number,
  end: number,
  kind: Found['kind'],
  period: Period,
  anchor: Found['anchor'],
  rule: string,
  mod: string | null = null,
): Found {
  return { first, end, kind, period, anchor, rule, mod }
}
