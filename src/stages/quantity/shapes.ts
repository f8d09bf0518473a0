/** Shapes: numbers whose surroundings make them an age ("aged 42", "a 42-year-old") or a share ("one in five"). */
import type { NumberSpan } from '../../lexicon/numbers.ts'
import { boundOf, endsOf } from './bounds.ts'
import type { Draft } from './draft.ts'
import { measureOf } from './measures.ts'
import { nounOf } from './nouns.ts'
import { glued, key, type Reader, tag, together } from './reader.ts'

/** "42-year-old", "42 years old", "five years of age", "aged 42", "Smith, 42,". */
export function readAge(r: Reader, n: NumberSpan): Draft | null {
  if (n.kind !== 'cardinal' || n.scaled || n.value < 0) return null
  const worded = unitAge(r, n)
  if (worded) {
    const { bound, first, end } = boundOf(r, n.first, worded.end, null)
    return {
      first,
      end,
      ...endsOf(n.value, bound),
      bound,
      unit: worded.unit,
      noun: null,
      role: 'age',
      rule: 'QU14',
    }
  }
  if (n.value > 120 || !n.figures) return null
  const before = key(r, n.first - 1)
  const after = key(r, n.end)
  const said =
    before === 'aged' ||
    // "aged 19 and 23", "aged between 25 and 34"
    isAgedBefore(r, n) ||
    isAtAge(r, n) ||
    (before === 'age' && key(r, n.first - 2) !== 'the') ||
    (before === 'of' && key(r, n.first - 2) === 'age')
  const apposed =
    before === ',' &&
    (after === ',' || after === '.') &&
    tag(r, n.first - 2) === 'NNP' &&
    n.value >= 1 &&
    n.end === n.first + 1 &&
    !followedByCount(r, n)
  const bracketed =
    before === '(' && after === ')' && tag(r, n.first - 2) === 'NNP' && n.value >= 10
  if (!said && !apposed && !bracketed && !isAside(r, n)) return null
  // "aged 60 and over"
  const { bound, end } = said
    ? boundOf(r, n.first, n.end, 'year')
    : { bound: 'exact' as const, end: n.end }
  return {
    first: n.first,
    end,
    ...endsOf(n.value, bound),
    bound,
    unit: 'year',
    noun: null,
    role: 'age',
    rule: 'QU14',
  }
}

/** "The suspect, 29, is held": a number between a noun and the verb of which it is the subject. */
function isAside(r: Reader, n: NumberSpan): boolean {
  if (n.end !== n.first + 1 || n.value < 10 || n.value > 110 || !Number.isInteger(n.value))
    return false
  if (key(r, n.first - 1) !== ',' || key(r, n.end) !== ',') return false
  if (!together(r, n.first - 2, n.end + 1) || followedByCount(r, n)) return false
  const next = tag(r, n.end + 1)
  const verb = next === 'VBD' || next === 'VBZ' || next === 'MD'
  return tag(r, n.first - 2) === 'NN' && (verb || key(r, n.end + 1) === 'who')
}

function unitAge(r: Reader, n: NumberSpan): { unit: string; end: number } | null {
  let k = n.end
  if (key(r, k) === '-') k++
  const unit = r.words.units.longest(k, (i) =>
    i === k && together(r, n.first, i) ? key(r, i) : null,
  )
  if (!unit || !together(r, n.first, k)) return null
  const { value } = unit
  if (value !== 'year' && value !== 'month' && value !== 'week' && value !== 'day') return null
  k++
  if (key(r, k) === 'of' && key(r, k + 1) === 'age') return { unit: value, end: k + 2 }
  if (key(r, k) === '-') k++
  const old = key(r, k)
  if (old === 'old' || old === 'olds') return { unit: value, end: k + 1 }
  return null
}

/** "aged 19 and 23", "aged from 25 to 34": the word stands before the number that this one is joined to. */
function isAgedBefore(r: Reader, n: NumberSpan): boolean {
  const joint = key(r, n.first - 1)
  if (joint === 'between' || joint === 'from') return false
  if (joint !== 'and' && joint !== ',' && joint !== 'to' && joint !== '-') return false
  const other = r.numbers.endingAt(n.first - 2)
  const lead = other ? key(r, other.first - 1) : ''
  return lead === 'aged' || lead === 'ages'
}

/** "At 19, she is ...": a number between the start of a sentence and a person. */
function isAtAge(r: Reader, n: NumberSpan): boolean {
  if (key(r, n.first - 1) !== 'at' || together(r, n.first - 2, n.first)) return false
  if (key(r, n.end) !== ',' || n.value < 10 || n.value > 110) return false
  const next = tag(r, n.end + 1)
  return next === 'PRP' || next === 'NNP' || next === 'PRP$'
}

/** "Seoul, 12, ..." in a list of figures is no age. */
function followedByCount(r: Reader, n: NumberSpan): boolean {
  return r.atoms.kind[n.end + 1] === 1 || glued(r, n.end + 1)
}

/** "half a mile", "a quarter of a percentage point", "two-thirds of an acre": a part of one unit. */
export function readPart(r: Reader, n: NumberSpan): Draft | null {
  if (n.kind !== 'fraction') return null
  let k = n.end
  if (key(r, k) === 'of') k++
  if (key(r, k) !== 'a' && key(r, k) !== 'an' && key(r, k) !== 'one') return null
  if (!together(r, n.first, k)) return null
  const measure = measureOf(r, { first: n.first, end: k + 1 }, false)
  if (measure.unit === null || measure.end <= k + 1) return null
  const value = Number((n.value * measure.factor).toFixed(6))
  const { bound, first, end } = boundOf(r, n.first, measure.end, measure.unit)
  return {
    first,
    end,
    ...endsOf(value, bound),
    bound,
    unit: measure.unit,
    noun: nounOf(r, measure.unit, end),
    role: null,
    rule: 'QU12',
  }
}

/** "one in five", "two out of three", "nine in 10" as a share. */
export function readShare(r: Reader, n: NumberSpan): Draft | null {
  if (n.kind !== 'cardinal' || n.value < 1 || n.value > 99 || n.scaled) return null
  const joint = key(r, n.end)
  let k = n.end + 1
  if (joint === 'out' && key(r, k) === 'of') k++
  else if (joint !== 'in') return null
  const whole = r.numbers.startingAt(k)
  if (whole?.kind !== 'cardinal' || whole.value <= n.value || !together(r, n.first, k)) return null
  if (
    joint === 'in' &&
    (whole.value > 100 || (n.value !== 1 && whole.value % 5 !== 0 && whole.value > 10))
  )
    return null
  if (r.marks[k] !== 0) return null
  const value = Number((n.value / whole.value).toPrecision(6))
  const { bound, first, end } = boundOf(r, n.first, whole.end, null)
  return {
    first,
    end,
    ...endsOf(value, bound),
    bound,
    unit: 'fraction',
    noun: null,
    role: null,
    rule: 'QU12',
  }
}
