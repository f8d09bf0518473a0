/** Nouns: what a number counts: the noun phrase behind it, or behind "of". */
import { capital, glued, key, type Reader, tag, together } from './reader.ts'

/** Atoms of the phrase, and its head. */
export interface Noun {
  readonly first: number
  readonly end: number
  readonly head: number
}

const more = new Set([
  'more',
  'other',
  'additional',
  'further',
  'extra',
  'such',
  'different',
  'separate',
  'new',
])

/** Counts take the noun behind them; shares and measures take the one behind "of". */
export function nounOf(r: Reader, unit: string | null, end: number): Noun | null {
  if (unit !== null) return key(r, end) === 'of' ? nounFrom(r, end) : null
  const hyphen = key(r, end) === '-' && glued(r, end) && glued(r, end + 1)
  if (!hyphen) return nounFrom(r, end)
  if (r.words.compounds.has(key(r, end + 1))) return null
  if (key(r, end + 1) === 'strong') return nounFrom(r, end + 2)
  // "a two-bedroom flat" has two bedrooms
  return tag(r, end + 1).startsWith('NN')
    ? { first: end + 1, end: end + 2, head: end + 1 }
    : nounFrom(r, end + 1)
}

/** The noun phrase that begins at atom `at`; `far` is the furthest that it may reach. */
export function nounFrom(r: Reader, at: number): Noun | null {
  let k = at
  if (
    key(r, k) === 'more' ||
    key(r, k) === 'other' ||
    key(r, k) === 'additional' ||
    key(r, k) === 'further'
  )
    k++
  if (key(r, k) === 'of') {
    k++
    for (let steps = 0; steps < 3 && isDeterminer(r, k); steps++) k++
    return phraseFrom(r, k)
  }
  return phraseFrom(r, k)
}

function isDeterminer(r: Reader, k: number): boolean {
  const xpos = tag(r, k)
  return (
    xpos === 'DT' || xpos === 'PRP$' || xpos === 'PDT' || xpos === 'CD' || key(r, k) === 'these'
  )
}

/** Adjectives, participles and nouns up to the last noun in a row, at most ten atoms. */
function phraseFrom(r: Reader, at: number): Noun | null {
  let head = -1
  let first = -1
  for (let k = at; k < at + 10 && together(r, at, k); k++) {
    const xpos = tag(r, k)
    const word = key(r, k)
    if (xpos.startsWith('NN')) {
      // A plural ends the phrase, unless a noun follows at once ("arms sales")
      if (first < 0) first = k
      if (head >= 0 && tag(r, head) === 'NNS' && xpos !== 'NNS') break
      head = k
      continue
    }
    if (head >= 0 && word !== '-' && !(xpos === 'POS' && word === "'s")) {
      // "North Korean troops": the adjective of a name of two words
      const named = tag(r, head).startsWith('NNP') && xpos === 'JJ' && capital(r, k)
      if (named && tag(r, k + 1).startsWith('NN')) continue
      break
    }
    if (xpos === 'POS' && tag(r, k + 1).startsWith('NN')) continue
    const modifies =
      xpos.startsWith('JJ') ||
      xpos === 'VBN' ||
      xpos === 'VBG' ||
      xpos === 'CD' ||
      word === '-' ||
      xpos === 'RBS' ||
      (xpos === 'RB' && (tag(r, k + 1).startsWith('JJ') || tag(r, k + 1) === 'VBN')) ||
      xpos === 'AFX' ||
      xpos === 'HYPH' ||
      word === '"' ||
      word === '“'
    if (!modifies) {
      if (
        (word === 'and' || word === 'or' || word === ',') &&
        first >= 0 &&
        tag(r, k + 1).startsWith('JJ') &&
        head < 0
      )
        continue
      break
    }
    if (first < 0 && word !== '-' && word !== '"' && word !== '“') first = k
  }
  if (head < 0 || first < 0) return null
  if (more.has(key(r, first)) && first === head) return null
  return { first, end: head + 1, head }
}
