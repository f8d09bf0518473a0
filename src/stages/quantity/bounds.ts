/** Bounds: what words before and behind a number make of its ends ("over", "at least", "or more"). */
import type { Bound } from '../../model/quantity.ts'
import { isTimeUnit } from './measures.ts'
import { capital, glued, key, type Reader, TimeMark, together } from './reader.ts'

/** A bound with the atoms that it takes. */
export interface Bounded {
  readonly bound: Bound
  readonly first: number
  readonly end: number
}

/** Reads the words round the atoms `first`..`end`; of two the stronger holds ("at least some 3,000"). */
export function boundOf(r: Reader, at: number, ending: number, unit: string | null): Bounded {
  let bound: Bound = 'exact'
  let first = at
  let end = ending
  for (let rounds = 0; rounds < 3; rounds++) {
    const found = r.words.bounds.longest(0, (k) =>
      first - 1 - k >= 0 && together(r, first - 1 - k, at) ? key(r, first - 1 - k) : null,
    )
    if (!found || isJoined(r, first - found.length)) break
    if (isPreposition(r, first - found.length, first, unit)) break
    // "the", "all", "only" say nothing of the ends and stay outside, unless a bound stands before them
    first -= found.length
    if (found.value !== 'exact')
      bound = bound === 'exact' || bound === 'about' ? found.value : bound
  }
  if (bound === 'exact') first = at
  const tail = r.words.tails.longest(end, (k) => (together(r, at, k) ? key(r, k) : null))
  const named = key(r, end) === 'max' && capital(r, end) // "the 737 MAX"
  if (tail && !named && !(key(r, end) === 'plus' && r.numbers.startingAt(end + 1) !== null)) {
    bound = tail.value
    end += tail.length
  }
  return { bound, first, end }
}

/** "a four-under 67": a word joined to the one before it is no bound. */
function isJoined(r: Reader, at: number): boolean {
  return key(r, at - 1) === '-' && glued(r, at) && glued(r, at - 1)
}

/** "over three days", "around 2,000 km away" and "above" may be prepositions; with a length of time the time stage has decided. */
function isPreposition(r: Reader, first: number, at: number, unit: string | null): boolean {
  const word = key(r, at - 1)
  if (
    unit !== null &&
    isTimeUnit(unit) &&
    at - first === 1 &&
    (word === 'over' || word === 'under')
  )
    return word === 'over' && r.marks[first] !== TimeMark.duration
  return false
}

/** Low, best and high of a value with a bound. */
export function endsOf(
  value: number,
  bound: Bound,
): { low: number | null; best: number | null; high: number | null } {
  switch (bound) {
    case 'more than':
    case 'at least':
      return { low: value, best: value, high: null }
    case 'less than':
    case 'at most':
      return { low: null, best: value, high: value }
    default:
      return { low: value, best: value, high: value }
  }
}
