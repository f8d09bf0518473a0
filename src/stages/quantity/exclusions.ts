/** Exclusions: numbers that count nothing: labels, model names, scores, list marks, parts of longer codes. */
import type { NumberSpan } from '../../lexicon/numbers.ts'
import { capital, glued, key, lemma, type Reader, TimeMark, tag, together } from './reader.ts'

/** Why a number is no quantity, or null. The rule is one of SPEC.md. */
export function exclusionOf(r: Reader, n: NumberSpan): string | null {
  if (n.kind === 'ordinal' || n.kind === 'few') return 'QU1'
  for (let k = n.first; k < n.end; k++) if (r.marks[k] === TimeMark.date) return 'QU2'
  if (n.figures && (isMonth(r, n.first - 1) || isMonth(r, n.end))) return 'QU2'
  if (isCode(r, n) || isDialled(r, n) || isPostal(r, n) || isCompound(r, n)) return 'QU3'
  if (isHalfOfTime(r, n)) return 'QU2'
  if (isLabelled(r, n)) return 'QU4'
  if (isListMark(r, n)) return 'QU5'
  if (
    n.kind === 'cardinal' &&
    key(r, n.first) === 'one' &&
    n.end === n.first + 1 &&
    !isCountingOne(r, n)
  )
    return 'QU6'
  if (isScore(r, n)) return 'QU7'
  return null
}

/** "the second half": a part that is counted, no share. */
function isHalfOfTime(r: Reader, n: NumberSpan): boolean {
  return n.kind === 'fraction' && r.numbers.endingAt(n.first - 1)?.kind === 'ordinal'
}

function isMonth(r: Reader, atom: number): boolean {
  return r.words.months.has(key(r, atom)) && capital(r, atom) && tag(r, atom) !== 'MD'
}

/** "555-0192", "212-555-0100": figures behind a hyphen that begin with a nought are no number, and what leads to them is none. */
function isDialled(r: Reader, n: NumberSpan): boolean {
  const joined = key(r, n.end) === '-' && glued(r, n.end) && glued(r, n.end + 1)
  const tail = joined ? key(r, n.end + 1) : ''
  if (tail.length > 2 && tail.startsWith('0') && !tail.includes('.')) return true
  const own = key(r, n.first)
  const behind = key(r, n.first - 1) === '-' && glued(r, n.first) && glued(r, n.first - 1)
  return behind && own.length > 2 && own.startsWith('0') && !own.includes('.')
}

/** "Plano, TX 75024": five figures behind two capitals lead the post. */
function isPostal(r: Reader, n: NumberSpan): boolean {
  if (!n.figures || n.end !== n.first + 1 || !together(r, n.first - 1, n.first)) return false
  const from = r.atoms.from[n.first - 1] ?? 0
  const state = r.atoms.text.slice(from, r.atoms.to[n.first - 1] ?? from)
  const figures = key(r, n.first)
  if (figures.length !== 5 || figures.includes(',') || figures.includes('.')) return false
  return state.length === 2 && state !== state.toLowerCase() && state === state.toUpperCase()
}

/** "T-72", "A320", "5G", "2:1", "9/11", "555-0123-4567", "10-K". */
function isCode(r: Reader, n: NumberSpan): boolean {
  const { first, end } = n
  const kinds = r.atoms.kind
  if (n.figures && glued(r, first)) {
    const before = key(r, first - 1)
    if (kinds[first - 1] === 0)
      return before !== 'us' && before !== 'rs.' && !isCurrencyLetters(before)
    if (before === '-' && glued(r, first - 1) && kinds[first - 2] === 0) return true
    if (
      before === '/' ||
      before === ':' ||
      before === '#' ||
      before === '_' ||
      before === '@' ||
      before === '.'
    )
      return true
    if (before === '-' && glued(r, first - 1) && kinds[first - 2] === 1 && chained(r, first))
      return true
  } else if (key(r, first - 1) === '#') return true
  if (key(r, end) === 'max' && capital(r, end)) return true
  if (n.figures && glued(r, end)) {
    const after = key(r, end)
    if (
      (after === '/' || after === ':' || after === '_') &&
      glued(r, end + 1) &&
      kinds[end + 1] !== 2
    )
      return !isRateSlash(r, end)
    if (kinds[end] === 0 && !n.scaled && isCodeTail(r, end)) return true
    if (after === '-' && glued(r, end + 1) && kinds[end + 1] === 0 && capital(r, end + 1))
      return true
    if (
      after === '-' &&
      kinds[end + 1] === 1 &&
      glued(r, end + 1) &&
      key(r, end + 2) === '-' &&
      glued(r, end + 2) &&
      kinds[end + 3] === 1
    )
      return true
  }
  return false
}

/** "a three-way race", "a two-state plan", "half-time", "a half-brother". */
function isCompound(r: Reader, n: NumberSpan): boolean {
  const { end } = n
  if (key(r, end) !== '-' || !glued(r, end) || !glued(r, end + 1)) return false
  if (r.numbers.startingAt(end + 1) !== null || isUnitAhead(r, end)) return false
  if (key(r, n.first) === 'half' && n.kind === 'fraction') return true
  return !n.scaled && key(r, end + 1) !== 'fold' && r.words.compounds.has(key(r, end + 1))
}

function isCurrencyLetters(word: string): boolean {
  return word.endsWith('$') || word === 'eur' || word === 'usd' || word === 'gbp' || word === 'rs'
}

function isRateSlash(r: Reader, slash: number): boolean {
  return r.atoms.kind[slash + 1] === 0
}

/** A number behind two others joined by hyphens, or between two. */
function chained(r: Reader, first: number): boolean {
  const between = key(r, first + 1) === '-' && glued(r, first + 1) && glued(r, first + 2)
  if (between && r.atoms.kind[first + 2] === 1) return true
  return key(r, first - 3) === '-' && glued(r, first - 2) && r.atoms.kind[first - 4] === 1
}

/** Letters glued to figures that are neither a unit nor a scale: "747s", "5G", "3D". */
function isCodeTail(r: Reader, at: number): boolean {
  if (key(r, at) === "'s" || key(r, at) === 'x') return true
  const unit =
    r.words.units.longest(at, (k) => key(r, k)) ?? r.words.currencies.longest(at, (k) => key(r, k))
  if (unit === null) return true
  return key(r, at).length === 1 && capital(r, at) && key(r, at) !== '%'
}

/** "Article 5", "page 12", "Leopard 2", "Resolution 1701", and what is joined to them ("Articles 5 and 6"). */
function isLabelled(r: Reader, n: NumberSpan): boolean {
  const before = n.first - 1
  if (before < 0 || !together(r, before, n.first)) return false
  const word = key(r, before)
  if (isLabelWord(r, before) && !tag(r, before).startsWith('VB')) return true
  // "Articles 5 and 6", "pages 3-5"
  if (word === 'and' || word === '-' || word === 'to' || word === ',' || word === 'or') {
    // "Under Article 7, 11 members must agree"
    if (word === ',' && tag(r, n.end).startsWith('NN')) return false
    const other = r.numbers.endingAt(before - 1)
    if (other?.figures && isLabelWord(r, other.first - 1)) return true
  }
  if (!n.figures || n.scaled || !Number.isInteger(n.value) || n.value >= 1000) return false
  // A name and a small number with nothing to count behind it.
  if (tag(r, before) !== 'NNP' || !capital(r, before) || r.atoms.kind[before] !== 0) return false
  if (r.words.currencies.longest(0, (k) => (k === 0 ? word : null))) return false
  if (n.value < 10 && before > 0 && together(r, before - 1, before)) return !isUnitAhead(r, n.end)
  const next = tag(r, n.end)
  return (
    !next.startsWith('NN') &&
    !next.startsWith('JJ') &&
    !isUnitAhead(r, n.end) &&
    next !== 'IN' &&
    !next.startsWith('V') &&
    key(r, n.end) !== ','
  )
}

function isUnitAhead(r: Reader, at: number): boolean {
  const start = key(r, at) === '-' ? at + 1 : at
  return (
    r.words.units.longest(start, (k) => key(r, k)) !== null ||
    r.words.currencies.longest(start, (k) => key(r, k)) !== null
  )
}

function isLabelWord(r: Reader, at: number): boolean {
  const word = key(r, at)
  if (word === 'no') return capital(r, at) && at > 0
  if (r.words.labels.has(word)) return true
  return word.endsWith('s') && r.words.labels.has(word.slice(0, -1)) && capital(r, at)
}

/** "1." or "1)" or "(1)" where a line begins. */
function isListMark(r: Reader, n: NumberSpan): boolean {
  if (!n.figures || n.end !== n.first + 1 || n.value > 200) return false
  const after = key(r, n.end)
  const opens = !together(r, n.first - 1, n.first)
  if (opens && (after === ')' || (after === '.' && glued(r, n.end)))) return true
  if (key(r, n.first - 1) === '(' && after === ')')
    return !tag(r, n.first - 2).startsWith('NNP') || n.value < 10
  return false
}

/** "one soldier" counts; "one of the", "no one", "one another", "one thing" as a pronoun do not. */
function isCountingOne(r: Reader, n: NumberSpan): boolean {
  const before = key(r, n.first - 1)
  if (together(r, n.first - 1, n.first)) {
    if (
      before === 'no' ||
      before === 'any' ||
      before === 'every' ||
      before === 'each' ||
      before === 'this' ||
      before === 'that' ||
      before === 'which' ||
      before === 'another' ||
      before === 'some'
    )
      return false
    if (before === 'the' || tag(r, n.first - 1).startsWith('JJ')) return false
  }
  const next = tag(r, n.end)
  const word = key(r, n.end)
  if (!together(r, n.first, n.end)) return false
  if (word === '-') return isUnitAhead(r, n.end) && glued(r, n.end)
  if (word === 'day' || word === 'thing' || word === 'way' || word === 'side')
    return word === 'day' && r.marks[n.first] === TimeMark.duration
  if (word === 'in') return r.numbers.startingAt(n.end + 1) !== null
  if (isUnitAhead(r, n.end)) return true
  if (next.startsWith('JJ')) return tag(r, n.end + 1).startsWith('NN')
  return next === 'NN' || next === 'NNP'
}

const scoreWords = new Set([
  'win',
  'beat',
  'victory',
  'defeat',
  'lead',
  'draw',
  'loss',
  'lose',
  'score',
  'record',
  'tie',
])

/** "3-2", "won 21-14", "a 5-4 vote": figures of a match or ballot joined by a hyphen. */
function isScore(r: Reader, n: NumberSpan): boolean {
  if (!n.figures || n.scaled || n.end !== n.first + 1 || n.value > 200) return false
  const joinedAhead =
    key(r, n.end) === '-' && glued(r, n.end) && glued(r, n.end + 1) && r.atoms.kind[n.end + 1] === 1
  const joinedBack =
    key(r, n.first - 1) === '-' &&
    glued(r, n.first) &&
    glued(r, n.first - 1) &&
    r.atoms.kind[n.first - 2] === 1
  if (!joinedAhead && !joinedBack) return false
  const a = joinedAhead ? n.first : n.first - 2
  const [left, right] = [Number(key(r, a)), Number(key(r, a + 2))]
  if (left >= right) return !isUnitAhead(r, a + 3)
  if (key(r, a + 3) === 'vote' || scoreWords.has(lemma(r, a + 3))) return true
  for (let k = a - 1; k >= a - 4 && together(r, k, a); k--)
    if (scoreWords.has(lemma(r, k))) return true
  return false
}
