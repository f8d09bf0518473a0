/** Left: the determiners, shifts and modifiers before a unit, month or weekday ("about the end of last"). */
import type { Shift } from './lexicon.ts'
import { glued, key, type Reader, sense, together } from './reader.ts'

/** What stands to the left; `first` is the first atom taken. */
export interface Left {
  first: number
  /** "a", "an", "one" or a determiner that only points: "the", "its". */
  article: 'a' | 'the' | null
  shift: Shift | null
  /** START, MID, END, EARLIER, LATER, SOME, IN. */
  mod: string | null
  /** True for "the end of ..." (not for "late ..."). */
  partOf: boolean
  /** APPROX, LESS_THAN, MORE_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS. */
  approx: string | null
}

const possessives = new Set(['its', 'their', 'his', 'her', 'our', 'my', 'your'])

/** Reads leftwards from the atom before `core`, at most eight steps and never before the reader's limit. */
export function leftOf(r: Reader, core: number): Left {
  const left: Left = {
    first: core,
    article: null,
    shift: null,
    mod: null,
    partOf: false,
    approx: null,
  }
  for (let steps = 0; steps < 8; steps++) {
    const k = left.first - 1
    if (k < r.limit || !together(r, k, core)) break
    const next = step(r, left, k, core)
    if (next < 0) break
    left.first = next
  }
  return left
}

/** Takes the atom `k` into `left`; returns the new first atom, or -1 when it does not belong. */
function step(r: Reader, left: Left, k: number, core: number): number {
  const word = key(r, k)
  const senses = sense(r, k)
  if (word === 'the' || possessives.has(word)) {
    const held = key(r, left.first)
    if (left.article !== null || held === 'this' || held === 'that') return -1
    left.article = 'the'
    return k
  }
  if (word === 'a' || word === 'an') {
    if (left.article !== null || left.shift !== null || left.first !== core) return -1
    left.article = 'a'
    return k
  }
  if (word === '-') {
    // "mid-June", "late-November", "early-1990s"
    if (k - 1 < r.limit || !glued(r, k) || !glued(r, k + 1) || left.mod !== null) return -1
    const mod = sense(r, k - 1)?.mod
    if (mod !== 'MID' && mod !== 'START' && mod !== 'END') return -1
    left.mod = mod
    return k - 1
  }
  if (word === 'of' || word === 'in') return partStep(r, left, k)
  if (!senses) return approxStep(r, left, k, word)
  if (senses.shift !== undefined) {
    const shift = senses.shift
    // "said that three days earlier": the word joins clauses
    if (word === 'that' && r.numbers.startingAt(left.first) !== null) return -1
    // "may last three weeks", "to last a year"
    if (word === 'last' && (r.tag(k - 1) === 'MD' || r.tag(k) === 'VB')) return -1
    if (left.shift === null && left.article === null) {
      left.shift = shift
      return k
    }
    if (left.shift === 'same' && left.article === null && (shift === 'that' || shift === 'this'))
      return k
    // "this past spring", "this coming Sunday"
    if (shift === 'this' && left.article === null && left.mod === null) return k
    return -1
  }
  if (senses.mod !== undefined && left.mod === null) {
    const mod = senses.mod
    if ((mod === 'EARLIER' || mod === 'LATER') && left.first === core && left.article === null) {
      // "later Friday" is said of the day; "earlier plans" is not said of time at all
      left.mod = mod
      return k
    }
    left.mod = mod
    return k
  }
  if (senses.approx !== undefined && left.approx === null) {
    if (senses.approx === 'SAME') return -1
    // "over the weekend" is no more than the weekend
    if (word === 'over' && !isCounted(r, left.first, k)) return -1
    // "get around Wednesday's ruling", "almost every day"
    if (sense(r, left.first)?.weekday !== undefined || left.shift === 'every') return -1
    left.approx = senses.approx
    return k
  }
  return approxStep(r, left, k, word)
}

/** True for "for over a week", "just over an hour"; "over three years" alone is the time in which. */
function isCounted(r: Reader, at: number, over: number): boolean {
  const word = key(r, at)
  if (word !== 'a' && word !== 'an' && r.numbers.startingAt(at) === null) return false
  const before = key(r, over - 1)
  return (
    before === 'for' ||
    before === 'after' ||
    before === 'well' ||
    before === 'just' ||
    before === 'lasted' ||
    before === 'of' ||
    before === 'took'
  )
}

/** "the end of", "the beginning of", "most of", "earlier in". */
function partStep(r: Reader, left: Left, k: number): number {
  if (left.mod !== null || k - 1 < r.limit) return -1
  const before = sense(r, k - 1)
  if (key(r, k) === 'in') {
    if (
      before?.mod !== 'EARLIER' &&
      before?.mod !== 'LATER' &&
      before?.mod !== 'END' &&
      before?.mod !== 'START'
    )
      return -1
    if (left.article === null && left.shift === null) return -1
    left.mod = before.mod ?? null
    return k - 1
  }
  if (before?.partOf === undefined || before.partOf === 'IN') return -1
  left.mod = before.partOf
  left.partOf = true
  left.article = null
  return k - 1
}

/** "more than", "less than", "at least", "at most", "up to", "no more than", "as long as". */
function approxStep(r: Reader, left: Left, k: number, word: string): number {
  if (left.approx !== null || k - 1 < r.limit) return -1
  const before = key(r, k - 1)
  if (word === 'than') {
    const two = key(r, k - 2) === 'no' && k - 2 >= r.limit
    if (before === 'more' || before === 'longer' || before === 'greater')
      left.approx = two ? 'EQUAL_OR_LESS' : 'MORE_THAN'
    else if (before === 'less' || before === 'fewer')
      left.approx = two ? 'EQUAL_OR_MORE' : 'LESS_THAN'
    else return -1
    return two ? k - 2 : k - 1
  }
  if (before === 'at' && word === 'least') left.approx = 'EQUAL_OR_MORE'
  else if (before === 'at' && (word === 'most' || word === 'maximum')) left.approx = 'EQUAL_OR_LESS'
  else if (before === 'up' && word === 'to') left.approx = 'EQUAL_OR_LESS'
  else return -1
  return k - 1
}
