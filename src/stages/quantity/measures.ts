/** Measures: the currency before a number, the unit behind it, and the rate that both may be per. */
import type { NumberSpan } from '../../lexicon/numbers.ts'
import { capital, glued, key, type Reader, TimeMark, tag, together } from './reader.ts'

/** Unit or currency of a number with the atoms that it takes. */
export interface Measure {
  readonly unit: string | null
  /** Multiplies the value: cents are hundredths. */
  readonly factor: number
  readonly first: number
  readonly end: number
}

/** The measure of the number at atoms `first`..`end`. */
export function measureOf(
  r: Reader,
  n: { readonly first: number; readonly end: number },
  scaled: boolean,
): Measure {
  const money = currencyBefore(r, n.first)
  const behind = currencyBehind(r, n, scaled)
  if (money) {
    // "US$5 million dollars" says it twice
    const end = behind && behind.code === money.code ? behind.end : n.end
    return rated(r, { unit: money.code, factor: 1, first: money.first, end })
  }
  const unit = unitBehind(r, n, scaled, behind !== null)
  if (unit) return rated(r, { unit: unit.unit, factor: 1, first: n.first, end: unit.end })
  if (behind)
    return rated(r, { unit: behind.code, factor: behind.factor, first: n.first, end: behind.end })
  const named = r.words.heads.longest(0, (k) =>
    together(r, n.first - 1 - k, n.first) ? key(r, n.first - 1 - k) : null,
  )
  return { unit: named?.value ?? null, factor: 1, first: n.first, end: n.end }
}

/** "$", "US$", "C$", "EUR", "Rs." */
function currencyBefore(r: Reader, first: number): { code: string; first: number } | null {
  const at = first - 1
  if (at < 0 || !together(r, at, first)) return null
  const word = key(r, at)
  if (word === '$' && at > 0 && glued(r, at)) {
    const country = r.words.currencies.longest(0, (k) => (k === 0 ? `${key(r, at - 1)}$` : null))
    if (country) return { code: country.value.code, first: at - 1 }
  }
  if (
    word === '$' &&
    at > 0 &&
    (key(r, at - 1) === 'c' || key(r, at - 1) === 'us') &&
    together(r, at - 1, at)
  )
    return { code: key(r, at - 1) === 'c' ? 'CAD' : 'USD', first: at - 1 }
  const found = r.words.currencies.longest(0, (k) => (k === 0 ? word : null))
  if (!found) return null
  // Letters before a number are a currency only in capitals: "EUR 5 million", "Rs 500".
  const isSign = r.atoms.kind[at] === 2 || word.endsWith('$') || word === 'dlrs'
  if (!isSign && (!capital(r, at) || word.length > 4 || word.length < 2)) return null
  return { code: found.value.code, first: at }
}

function currencyBehind(
  r: Reader,
  n: { readonly first: number; readonly end: number },
  scaled: boolean,
): { code: string; factor: number; end: number } | null {
  const hyphen = key(r, n.end) === '-' && glued(r, n.end) && glued(r, n.end + 1)
  const at = hyphen ? n.end + 1 : n.end
  if (!together(r, n.first, at)) return null
  const found = r.words.currencies.longest(at, (k) => (together(r, n.first, k) ? key(r, k) : null))
  if (!found) return null
  const word = key(r, at)
  if (word === 'won' && !tag(r, at).startsWith('NN')) return null
  if (
    found.length === 1 &&
    word.length <= 3 &&
    r.atoms.kind[at] === 0 &&
    word !== 'yen' &&
    word !== 'won' &&
    !capital(r, at)
  )
    return null
  // "$10m-$15m": the sign belongs to the number behind it
  if (word === '$' && !glued(r, at)) return null
  if (r.atoms.kind[at] === 2 && r.atoms.kind[at + found.length] === 1 && glued(r, at + 1))
    return null
  return {
    code: scaled && word === 'pounds' ? 'GBP' : found.value.code,
    factor: found.value.factor,
    end: at + found.length,
  }
}

function unitBehind(
  r: Reader,
  n: { readonly first: number; readonly end: number },
  scaled: boolean,
  isMoney: boolean,
): { unit: string; end: number } | null {
  const hyphen = key(r, n.end) === '-' && glued(r, n.end) && glued(r, n.end + 1)
  let at = hyphen ? n.end + 1 : n.end
  if (!together(r, n.first, at)) return null
  // "20 more years", "three consecutive days" belong to a length of time
  for (
    let steps = 0;
    steps < 2 && r.marks[at] === TimeMark.duration && r.marks[n.first] === TimeMark.duration;
    steps++
  ) {
    const word = key(r, at)
    // "two to three weeks": the unit is that of the other end
    if (word === 'to' || word === 'or' || word === '-' || word === 'and') break
    if (r.words.units.longest(at, (k) => key(r, k))) break
    at++
  }
  const found =
    (hyphen ? joinedUnit(r, at) : null) ??
    r.words.units.longest(at, (k) => (together(r, n.first, k) ? key(r, k) : null))
  if (!found) return null
  const word = key(r, at)
  const end = at + found.length
  if ((word === 'pounds' || word === 'pound') && scaled) return { unit: 'GBP', end }
  if (isMoney && found.length === 1) return null
  if (word === 'second' && !hyphen) return null
  if (
    word.length === 1 &&
    r.atoms.kind[at] === 0 &&
    (capital(r, at) || (!tag(r, at).startsWith('N') && !glued(r, at)))
  )
    return null
  if (word === 'pc' && !glued(r, at)) return null
  // "12 nm off the coast" are sea miles, a "7nm chip" has nanometres
  if (word === 'nm' && !glued(r, at) && !hyphen) return { unit: 'nautical mile', end }
  if (word === 'quarters' && r.marks[at] !== TimeMark.duration) return null
  return { unit: found.value, end }
}

/** "a 1,850-square-foot house": a unit of several words that hyphens join. */
function joinedUnit(r: Reader, at: number): { value: string; length: number } | null {
  const found = r.words.units.longest(0, (k) => {
    const atom = at + 2 * k
    if (k === 0) return key(r, atom)
    const joined = key(r, atom - 1) === '-' && glued(r, atom - 1) && glued(r, atom)
    return joined ? key(r, atom) : null
  })
  return found && found.length > 1 ? { value: found.value, length: 2 * found.length - 1 } : null
}

/** "a day", "per year", "an hour", "/day" behind a measure. */
function rated(r: Reader, m: Measure): Measure {
  if (m.unit === null) return m
  let { unit, end } = m
  // "gallons per person per day"
  for (let rounds = 0; rounds < 2; rounds++) {
    const rate = rateAt(r, end)
    if (!rate) break
    unit = `${unit}/${rate.unit}`
    end = rate.end
  }
  return { ...m, unit, end }
}

/** The unit of time or measure that a rate is per, from atom `at` on. */
export function rateAt(r: Reader, at: number): { unit: string; end: number } | null {
  const word = key(r, at)
  if (
    word !== 'per' &&
    word !== 'a' &&
    word !== 'an' &&
    word !== 'each' &&
    word !== 'every' &&
    word !== '/'
  )
    return null
  const found = r.words.units.longest(at + 1, (k) => (together(r, at, k) ? key(r, k) : null))
  if (found?.value === 'percent') return null
  if (!found) return perNoun(r, at)
  if (word !== 'per' && word !== '/' && !isTimeUnit(found.value)) {
    return found.value === 'barrel' ||
      found.value === 'pound' ||
      found.value === 'ton' ||
      found.value === 'tonne' ||
      found.value === 'gallon' ||
      found.value === 'ounce'
      ? { unit: found.value, end: at + 1 + found.length }
      : null
  }
  // "a day earlier", "a year ago" are times of their own
  if (r.marks[at] === TimeMark.date || r.marks[at + 1] === TimeMark.date) return null
  return { unit: found.value, end: at + 1 + found.length }
}

/** "per share", "a head", "per 100,000 people" is no unit: only a bare noun is one. */
function perNoun(r: Reader, at: number): { unit: string; end: number } | null {
  if (!together(r, at, at + 1)) return null
  const noun = key(r, at + 1)
  const always = key(r, at) === 'per' && (tag(r, at + 1) === 'NN' || noun === 'capita')
  const priced = key(r, at) === 'a' && (noun === 'share' || noun === 'head' || noun === 'bottle')
  return always || priced ? { unit: noun, end: at + 2 } : null
}

const timeUnits = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'night',
  'decade',
  'quarter',
])

export function isTimeUnit(unit: string): boolean {
  return (
    timeUnits.has(unit) ||
    unit === 'century' ||
    unit === 'weekend' ||
    unit === 'fortnight' ||
    unit === 'millennium'
  )
}

/** True for figures that stand behind a minus: "-5 degrees". */
export function isNegative(r: Reader, n: NumberSpan, first: number): boolean {
  const at = first - 1
  // "plus or minus 3 points" is a margin and lies on both sides.
  if (first !== n.first || key(r, at) !== '-' || !glued(r, first))
    return key(r, at) === 'minus' && key(r, at - 1) !== 'or'
  return at === 0 || !glued(r, at)
}
