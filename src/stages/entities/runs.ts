/** Runs: stretches of capitalised words that can be a name, with the particles that join their parts. */
import { foldName } from '../../lexicon/gazetteer-key.ts'
import { Shape, type Words } from './words.ts'

/** Token range: `first` up to, not with, `end`. */
export interface Run {
  readonly first: number
  readonly end: number
}

/** Parts of speech that an unlisted word at the start of a sentence may not have in a name. */
const functionWords = new Set([
  'DET',
  'ADP',
  'PRON',
  'CCONJ',
  'SCONJ',
  'AUX',
  'ADV',
  'INTJ',
  'NUM',
  'PART',
])
/** People from which a town's name counts as evidence by itself. */
const weightyTown = 15_000

/**
 * EN1: a capital inside a sentence makes a word nameable. At the start of a sentence and in a headline a capital says
 * nothing: there the word must be known, tagged as a name, or be written with a capital elsewhere in the report.
 */
export function isNameable(words: Words, i: number): boolean {
  const shape = words.shape(i)
  if (!(shape & Shape.cap)) return isSmallPlace(words, i)
  if (
    shape & Shape.upper &&
    !(shape & Shape.shouted) &&
    words.isEveryday(i) &&
    !words.known(i, i + 8)
  )
    return false
  if (words.lexicon.notNames.has(words.key(i)))
    return isPersonalMonth(words, i) || (words.tells(i + 1, 'join') && words.is(i + 2, Shape.cap))
  if (words.upos(i) === 'PRON') return false
  if (isFunction(words, i))
    return words.known(i, i + 8) !== null && ((shape & Shape.upper) !== 0 || isLongKnown(words, i))
  if (!(shape & (Shape.initial | Shape.titled))) return true
  if (words.known(i, i + 8)) return true
  if (shape & Shape.titled) return isListed(words, i) || isSeen(words, i)
  return isNameAtStart(words, i, shape)
}

/** EN11: "in france": a country or large town written small, where the tagger sees a name. */
function isSmallPlace(words: Words, i: number): boolean {
  const told = words.tells(i - 1, 'before in') || words.tells(i - 1, 'before to')
  if (words.upos(i) !== 'PROPN' && !(told && words.upos(i) === 'NOUN')) return false
  if (words.lexicon.everyday.has(words.key(i)) || words.key(i).length < 4) return false
  return words.gazetteer.weightOf(foldName(words.key(i))) >= 500_000
}

function isLongKnown(words: Words, i: number): boolean {
  return (words.known(i, i + 8)?.length ?? 0) > 1
}

/** "May" and "April" are months, but also first names before a family name: "April Jones said". */
function isPersonalMonth(words: Words, i: number): boolean {
  const { lexicon } = words
  return (
    lexicon.given.has(words.form(i)) &&
    words.is(i + 1, Shape.cap) &&
    lexicon.family.has(words.form(i + 1)) &&
    !lexicon.notNames.has(words.key(i + 1))
  )
}

/** The capital of a first word says nothing; what does are lists, the tagger, and other sentences. */
function isNameAtStart(words: Words, i: number, shape: number): boolean {
  const { lexicon } = words
  const form = words.form(i)
  if (isSeen(words, i)) return true
  const next = words.is(i + 1, Shape.cap) && words.together(i, i + 1)
  const joint = words.form(i + 1) === '-' || words.form(i + 1) === 'of'
  if (next || joint) {
    if (lexicon.titles.longest(i, (k) => words.key(k) || null)) return true
    if (words.tells(i, 'opens name') || lexicon.heads.has(words.key(i))) return true
    if (words.tells(i, 'common plural') && words.form(i + 1).startsWith("'")) return true
  }
  if (words.upos(i) === 'PROPN') return next || !words.isEveryday(i)
  if (words.upos(i) === 'VERB' && words.isEveryday(i)) return false
  const given = lexicon.given.get(form)
  if (given && next && !words.lexicon.notNames.has(words.key(i + 1))) return true
  if (words.isEveryday(i)) return false
  if (given && !given.weak) return true
  if (shape & Shape.upper && form.length > 2) return true
  const family = lexicon.family.get(form)
  if (family && !family.weak) return true
  return words.gazetteer.weightOf(form.toLowerCase()) >= weightyTown
}

function isFunction(words: Words, i: number): boolean {
  return functionWords.has(words.upos(i))
}

/** Written with a capital where none was needed, and never small. */
function isSeen(words: Words, i: number): boolean {
  const times = words.midCaps.get(words.form(i)) ?? 0
  return times > 0 && !words.smallKeys.has(words.key(i)) && (times > 1 || !words.isEveryday(i))
}

/** In a headline: known to some list, and not a word of this report. */
function isListed(words: Words, i: number): boolean {
  if (words.isEveryday(i)) return false
  const form = words.form(i)
  const given = words.lexicon.given.get(form)
  if (given && !given.weak) return true
  const family = words.lexicon.family.get(form)
  if (family && !family.weak) return true
  if (words.lexicon.titles.longest(i, (k) => words.key(k) || null))
    return words.is(i + 1, Shape.cap)
  return words.gazetteer.weightOf(form.toLowerCase()) >= 100_000
}

/** All runs of a document, in order; none crosses a sentence end. */
export function findRuns(words: Words): Run[] {
  const out: Run[] = []
  const { length } = words.tokens
  for (let i = 0; i < length; ) {
    const first = startOf(words, i)
    if (first < 0) {
      i++
      continue
    }
    let end = first + 1
    for (;;) {
      const next = nextPart(words, end)
      if (next < 0) break
      end = next
    }
    out.push({ first: i, end })
    i = end
  }
  return out
}

/** The first capitalised token of a run that begins at `i` ("al-Assad" begins with its article), or -1. */
function startOf(words: Words, i: number): number {
  if (
    words.tells(i, 'article') &&
    isHyphen(words, i + 1) &&
    words.is(i + 2, Shape.cap) &&
    words.is(i + 2, Shape.joined)
  )
    return i + 2
  if (
    words.tells(i, 'join') &&
    words.upos(i) === 'PROPN' &&
    words.is(i + 1, Shape.cap) &&
    words.together(i, i + 1)
  )
    return isNameable(words, i + 1) ? i + 1 : -1
  return isNameable(words, i) ? i : -1
}

/** The end of the next part when the run goes on after `end`, or -1. */
function nextPart(words: Words, end: number): number {
  if (!words.together(end - 1, end)) return -1
  const form = words.form(end)
  if (isNameable(words, end) || isNumeral(words, end)) return end + 1
  const after = end + 1
  if (isHyphen(words, end)) {
    if (!words.together(end, after) || !words.is(after, Shape.joined)) return -1
    const linked = linkedEnd(words, after)
    if (linked >= 0) return linked
    if (isNameable(words, after) && !isPair(words, end)) return after + 1
    return -1
  }
  if ((form === '&' || form === '.') && words.together(end, after) && isNameable(words, after))
    return form === '&' ? after + 1 : -1
  if (isOpenQuote(form) && words.is(after, Shape.cap) && isCloseQuote(words.form(after + 1))) {
    // A nickname: Andrés "Cuervo" Larroque.
    const last = after + 2
    if (
      words.lexicon.given.has(words.form(end - 1)) &&
      words.together(end, last) &&
      isNameable(words, last)
    )
      return last + 1
  }
  if (form === ',' && isSuffix(words.key(after))) return after + 1
  if (
    (form === "'s" || form === '’s' || form === "'" || form === '’') &&
    words.tells(end - 1, 'common plural')
  )
    return words.together(end, after) && isNameable(words, after) ? after + 1 : -1
  if (words.tells(end, 'article') && isHyphen(words, after)) {
    const last = after + 1
    return words.together(end, last) && words.is(last, Shape.cap) ? last + 1 : -1
  }
  for (let k = end; k < end + 3 && words.together(end - 1, k); k++) {
    if (isNameable(words, k)) return k > end ? k + 1 : -1
    if (!words.tells(k, 'join')) return -1
  }
  return -1
}

/** "Port-au-Prince", "Stoke-on-Trent": the end of a name whose hyphens hold a small word, or -1. */
function linkedEnd(words: Words, at: number): number {
  let k = at
  while (k < at + 4 && words.tells(k, 'linked') && isHyphen(words, k + 1)) k += 2
  return k > at && words.is(k, Shape.cap) && words.is(k, Shape.joined) ? k + 1 : -1
}

function isHyphen(words: Words, i: number): boolean {
  const form = words.form(i)
  return (form === '-' || form === '‑' || form === '–') && words.is(i, Shape.joined)
}

/** "World War II", "Charles III". */
function isNumeral(words: Words, i: number): boolean {
  if (!words.is(i, Shape.upper)) return false
  for (const c of words.key(i)) if (c !== 'i' && c !== 'v' && c !== 'x') return false
  return true
}

function isOpenQuote(form: string): boolean {
  return form === '"' || form === '“' || form === '‘' || form === "'"
}

function isCloseQuote(form: string): boolean {
  return form === '"' || form === '”' || form === '’' || form === "'"
}

/** "US-China", "Seoul-Washington": two known names, not one. */
function isPair(words: Words, hyphen: number): boolean {
  const left = words.known(hyphen - 1, hyphen)
  const right = words.known(hyphen + 1, hyphen + 2)
  return left !== null && right !== null
}

function isSuffix(key: string): boolean {
  return (
    key === 'inc.' ||
    key === 'inc' ||
    key === 'ltd' ||
    key === 'ltd.' ||
    key === 'jr.' ||
    key === 'llc'
  )
}
