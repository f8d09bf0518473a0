/** Numbers: reads what atoms say in figures and words ("1.2 million", "half a million", "two dozen", "twenty-first"). */
import type { NumberWords } from './number-words.ts'
import {
  AtomKind,
  type AtomSource,
  type Atoms,
  atomsOf,
  isGlued,
  keyAt,
  sameSentence,
} from './numbers-atoms.ts'
import { parseDigits } from './numbers-digits.ts'

/** `few` is "several", "a few", "a couple of"; `vague` is "dozens", "tens of thousands", "several hundred". */
export type NumberKind = 'cardinal' | 'ordinal' | 'fraction' | 'vague' | 'few'

/** One number: atoms `first` up to but not with `end`. */
export interface NumberSpan {
  readonly first: number
  readonly end: number
  readonly kind: NumberKind
  /** For a vague number the least that it can mean. Infinity when it is out of range. */
  readonly value: number
  /** True when it begins with figures. */
  readonly figures: boolean
  /** True when a scale word or letter multiplies it ("1.2 million", "3bn"). */
  readonly scaled: boolean
  /** True for "nineteen ninety-six". */
  readonly year: boolean
}

/** Numbers in order, and where they begin and end. */
export interface Numbers {
  readonly spans: readonly NumberSpan[]
  /** The number that begins at an atom, or null. */
  startingAt(atom: number): NumberSpan | null
  /** The number whose last atom it is, or null. */
  endingAt(atom: number): NumberSpan | null
}

/** The atoms of a list of tokens and the numbers in them. */
export interface AtomsAndNumbers {
  readonly atoms: Atoms
  readonly numbers: Numbers
}

const cutBefore = new WeakMap<readonly AtomSource[], AtomsAndNumbers & { words: NumberWords }>()

/** Cuts tokens into atoms and finds their numbers; two stages that ask for the same list share the work. */
export function atomsAndNumbers(
  text: string,
  tokens: readonly AtomSource[],
  words: NumberWords,
): AtomsAndNumbers {
  const before = cutBefore.get(tokens)
  if (before && before.words === words && before.atoms.text === text) return before
  const atoms = atomsOf(text, tokens)
  const made = { atoms, numbers: findNumbers(atoms, words), words }
  cutBefore.set(tokens, made)
  return made
}

/** Finds all numbers, left to right, the longest at each place; linear. */
export function findNumbers(atoms: Atoms, words: NumberWords): Numbers {
  const spans: NumberSpan[] = []
  const starts = new Map<number, NumberSpan>()
  const ends = new Map<number, NumberSpan>()
  for (let i = 0; i < atoms.length; ) {
    const found = readNumber(atoms, words, i)
    if (found) {
      spans.push(found)
      starts.set(found.first, found)
      ends.set(found.end - 1, found)
      i = found.end
    } else i++
  }
  return {
    spans,
    startingAt: (atom) => starts.get(atom) ?? null,
    endingAt: (atom) => ends.get(atom) ?? null,
  }
}

/** The number that begins at atom `i` and ends in the same sentence, or null. */
export function readNumber(atoms: Atoms, words: NumberWords, i: number): NumberSpan | null {
  const found = readAny(atoms, words, i)
  if (!found || sameSentence(atoms, i, found.end - 1)) return found
  // "half" ends one paragraph and "a million" begins the next: read again without what lies behind.
  let stop = i + 1
  while (sameSentence(atoms, i, stop)) stop++
  const own = readAny(windowOf(atoms, i, stop), words, 0)
  return own && { ...own, first: i, end: own.end + i }
}

function windowOf(atoms: Atoms, from: number, to: number): Atoms {
  return {
    text: atoms.text,
    length: to - from,
    from: atoms.from.slice(from, to),
    to: atoms.to.slice(from, to),
    key: atoms.key.slice(from, to),
    kind: atoms.kind.slice(from, to),
    token: atoms.token.slice(from, to),
    sentence: atoms.sentence.slice(from, to),
  }
}

function readAny(atoms: Atoms, words: NumberWords, i: number): NumberSpan | null {
  const kind = atoms.kind[i]
  if (kind === AtomKind.number) return readFigures(atoms, words, i)
  if (kind !== AtomKind.word) return null
  const key = keyAt(atoms, i)
  if (key === 'a' || key === 'an') return readAfterArticle(atoms, words, i)
  const senses = words.get(key)
  if (!senses) return null
  if (senses.multiplier !== undefined) return readMultiplier(atoms, words, i, i)
  if (senses.vague !== undefined) return readVague(atoms, words, i, i, senses.vague)
  if (key === 'half') return readHalf(atoms, words, i)
  return readWords(atoms, words, i, i)
}

function make(
  first: number,
  end: number,
  kind: NumberKind,
  value: number,
  more: Partial<NumberSpan> = {},
): NumberSpan {
  return { first, end, kind, value, figures: false, scaled: false, year: false, ...more }
}

const ordinalEndings = new Set(['st', 'nd', 'rd', 'th'])

function readFigures(atoms: Atoms, words: NumberWords, i: number): NumberSpan | null {
  let value = parseDigits(keyAt(atoms, i))
  if (value === null) return null
  let end = i + 1
  if (isGlued(atoms, end) && ordinalEndings.has(keyAt(atoms, end)))
    return make(i, end + 1, 'ordinal', value, { figures: true })
  const simple = readSlash(atoms, i)
  if (simple !== null) return make(i, i + 3, 'fraction', simple, { figures: true })
  if (Number.isInteger(value) && sameSentence(atoms, i, end)) {
    const at = keyAt(atoms, end) === '-' && isGlued(atoms, end) ? end + 1 : end
    const part = atoms.kind[at] === AtomKind.number ? readSlash(atoms, at) : null
    if (part !== null) {
      value += part
      end = at + 3
    }
  }
  const power = readPower(atoms, end)
  if (power !== null && end === i + 1) {
    const base = keyAt(atoms, end) === '^' ? value ** power : value * 10 ** power
    return make(i, end + 2, 'cardinal', base, { figures: true })
  }
  const half = readAndAHalf(atoms, end)
  if (half > 0) {
    value += half
    end += 3
  }
  return scaledBy(atoms, words, i, end, value, true)
}

/** The exponent of "10^6" or "1e6" at the sign, or null; one out of range makes the number infinite. */
function readPower(atoms: Atoms, at: number): number | null {
  const sign = keyAt(atoms, at)
  if ((sign !== '^' && sign !== 'e') || !isGlued(atoms, at) || !isGlued(atoms, at + 1)) return null
  return atoms.kind[at + 1] === AtomKind.number ? parseDigits(keyAt(atoms, at + 1)) : null
}

/** "1/2" as the atoms "1", "/", "2"; dates and ratios have other denominators or a further slash. */
function readSlash(atoms: Atoms, i: number): number | null {
  if (keyAt(atoms, i + 1) !== '/' || !isGlued(atoms, i + 1) || !isGlued(atoms, i + 2)) return null
  const top = parseDigits(keyAt(atoms, i))
  const bottom = atoms.kind[i + 2] === AtomKind.number ? parseDigits(keyAt(atoms, i + 2)) : null
  if (top === null || bottom === null || top >= bottom || top < 1) return null
  if (isGlued(atoms, i + 3) && keyAt(atoms, i + 3) === '/') return null
  return bottom <= 10 || bottom === 16 ? top / bottom : null
}

/** "and a half", "and a quarter": 0 when it is not there. */
function readAndAHalf(atoms: Atoms, end: number): number {
  if (keyAt(atoms, end) !== 'and' || keyAt(atoms, end + 1) !== 'a') return 0
  const last = keyAt(atoms, end + 2)
  return last === 'half' ? 0.5 : last === 'quarter' ? 0.25 : 0
}

/** Multiplies by the scale words that follow: "million", "-million", "bn", "hundred thousand". */
function scaledBy(
  atoms: Atoms,
  words: NumberWords,
  first: number,
  from: number,
  start: number,
  figures: boolean,
): NumberSpan {
  let value = start
  let end = from
  let scaled = false
  for (let rounds = 0; rounds < 3; rounds++) {
    const hyphen = keyAt(atoms, end) === '-' && isGlued(atoms, end) && isGlued(atoms, end + 1)
    const at = hyphen ? end + 1 : end
    if (!sameSentence(atoms, first, at)) break
    const senses = words.get(keyAt(atoms, at))
    if (!senses) break
    const short = senses['short-scale']
    const factor =
      senses.scale ?? senses.hundred ?? senses.group ?? (rounds === 0 ? short : undefined)
    if (factor === undefined) break
    // "3 m" is three metres as a rule, "3m" is said of money and of people alike; "3 bn" is not ambiguous.
    if (factor === short && keyAt(atoms, at).length === 1 && !isGlued(atoms, at)) break
    if (factor === short && !figures) break
    // "1.8m tall", "the 100m hurdles" are metres
    if (keyAt(atoms, at) === 'm' && words.get(keyAt(atoms, at + 1))?.['metre-tail']) break
    value *= factor
    scaled = true
    end = at + 1
    if (keyAt(atoms, at).endsWith('.') || factor === short) break
  }
  return make(first, end, 'cardinal', value, { figures, scaled })
}

/** "a million", "a dozen", "a few hundred", "a couple of dozen", "a third", "a half-million". */
function readAfterArticle(atoms: Atoms, words: NumberWords, i: number): NumberSpan | null {
  if (!sameSentence(atoms, i, i + 1)) return null
  const senses = words.get(keyAt(atoms, i + 1))
  if (!senses) return null
  if (senses.multiplier !== undefined) {
    const key = keyAt(atoms, i + 1)
    return key === 'few' || key === 'couple' ? readMultiplier(atoms, words, i, i + 1) : null
  }
  if (keyAt(atoms, i + 1) === 'half') {
    const scaled = scaledBy(atoms, words, i, i + 2, 0.5, false)
    return scaled.scaled ? scaled : make(i, i + 2, 'fraction', 0.5)
  }
  if (keyAt(atoms, i + 1) === 'quarter') {
    const scaled = partOfScale(atoms, words, i, i + 2, 0.25)
    if (scaled) return scaled
  }
  // "a fifth of the crop"
  if ((senses.ordinal ?? 0) > 3 && keyAt(atoms, i + 2) === 'of')
    return make(i, i + 2, 'fraction', 1 / (senses.ordinal ?? 1))
  if (senses.group !== undefined && keyAt(atoms, i + 1) === 'score') return null
  if (senses.hundred !== undefined || senses.scale !== undefined || senses.group !== undefined)
    return readWords(atoms, words, i, i + 1)
  const part =
    senses.fraction ?? ((senses.ordinal ?? 0) > 3 ? 1 / (senses.ordinal ?? 1) : undefined)
  if (part === undefined || keyAt(atoms, i + 1).endsWith('s')) return null
  // "cut by a fifth", "up a third"; "a third man" is no share
  const led = partLeads.has(keyAt(atoms, i - 1)) && sameSentence(atoms, i - 1, i)
  const follower = sameSentence(atoms, i, i + 2) && partFollowers.has(keyAt(atoms, i + 2))
  return follower || led ? make(i, i + 2, 'fraction', part) : null
}

/** Words behind which "a third" is a share without "of". */
const partLeads = new Set(['by', 'up', 'down', 'than', 'nearly', 'almost', 'roughly', 'between'])
/** Words before which it is one: "a third were women". */
const partFollowers = new Set(['of', 'were', 'are', 'had', 'have'])

/** "a quarter million", "a quarter of a million", "three-quarters of a million". */
function partOfScale(
  atoms: Atoms,
  words: NumberWords,
  first: number,
  end: number,
  part: number,
): NumberSpan | null {
  const of = keyAt(atoms, end) === 'of' && keyAt(atoms, end + 1) === 'a'
  const scaled = scaledBy(atoms, words, first, of ? end + 2 : end, part, false)
  return scaled.scaled ? scaled : null
}

/** "several hundred" is vague; "several", "a few", "a couple of" alone are few. */
function readMultiplier(
  atoms: Atoms,
  words: NumberWords,
  first: number,
  at: number,
): NumberSpan | null {
  const key = keyAt(atoms, at)
  const value = words.get(key)?.multiplier ?? 0
  let end = at + 1
  if (key === 'couple') {
    const of = keyAt(atoms, end) === 'of'
    if (first === at && !of) return null
    if (of) end++
  }
  const more = words.get(keyAt(atoms, end))
  if (more?.vague !== undefined && key === 'many')
    return readVague(atoms, words, first, end, more.vague)
  const scaled = scaledBy(atoms, words, first, end, value, false)
  if (scaled.scaled) {
    // "a few hundred thousand", "several tens of thousands" keep the least that they can mean.
    return { ...scaled, kind: 'vague' }
  }
  if (key === 'many') return null
  return make(first, end, 'few', value)
}

/** "dozens", "tens of thousands", "hundreds of thousands", "thousands upon thousands". */
function readVague(
  atoms: Atoms,
  words: NumberWords,
  first: number,
  at: number,
  start: number,
): NumberSpan {
  let value = start
  let end = at + 1
  for (let rounds = 0; rounds < 2 && keyAt(atoms, end) === 'of'; rounds++) {
    const next = words.get(keyAt(atoms, end + 1))
    if (next?.vague === undefined || !sameSentence(atoms, first, end + 1)) break
    value *= next.vague / 2
    end += 2
  }
  return make(first, end, 'vague', value)
}

/** "half a million", "half a dozen", "half of", "half". */
function readHalf(atoms: Atoms, words: NumberWords, i: number): NumberSpan {
  const at = keyAt(atoms, i + 1) === 'a' ? i + 2 : i + 1
  const scaled = scaledBy(atoms, words, i, at, 0.5, false)
  return scaled.scaled ? scaled : make(i, i + 1, 'fraction', 0.5)
}

/** Words from `at` on; `first` is the article when there is one. */
function readWords(atoms: Atoms, words: NumberWords, first: number, at: number): NumberSpan | null {
  let total = 0
  let group = at > first ? 1 : 0
  let end = at
  let last: 'none' | 'unit' | 'teen' | 'ten' | 'hundred' | 'scale' = 'none'
  let scaled = false
  for (let i = at; sameSentence(atoms, first, i); ) {
    let key = keyAt(atoms, i)
    let k = i
    if (last !== 'none') {
      if (key === '-' && isGlued(atoms, i) && isGlued(atoms, i + 1)) k = i + 1
      else if (key === 'and' && (last === 'hundred' || last === 'scale')) k = i + 1
      if (k !== i) key = keyAt(atoms, k)
    }
    const senses = words.get(key)
    if (!senses || atoms.kind[k] !== AtomKind.word) break
    const joined = k !== i && keyAt(atoms, i) === 'and'
    if (
      senses.unit !== undefined &&
      (last === 'none' || last === 'ten' || last === 'hundred' || last === 'scale')
    ) {
      group += senses.unit
      last = 'unit'
    } else if (
      senses.teen !== undefined &&
      (last === 'none' || last === 'hundred' || last === 'scale')
    ) {
      group += senses.teen
      last = 'teen'
    } else if (
      senses.ten !== undefined &&
      (last === 'none' || last === 'hundred' || last === 'scale')
    ) {
      group += senses.ten
      last = 'ten'
    } else if (
      senses.ordinal !== undefined &&
      // "two hundredth" is one number; "one-hundredth" is a share, and "two third" is two words.
      ((last !== 'teen' && last !== 'unit') || (senses.ordinal >= 100 && k === i)) &&
      (last !== 'none' || first === at)
    ) {
      if (joined && total + group < 100) break
      // "two hundredth" multiplies, "twenty-first" adds
      const value =
        senses.ordinal >= 100 && group > 0
          ? total + group * senses.ordinal
          : total + group + senses.ordinal
      return make(first, k + 1, 'ordinal', value)
    } else if (!joined && senses.hundred !== undefined && last !== 'hundred' && last !== 'scale') {
      group = (group || 1) * senses.hundred
      last = 'hundred'
    } else if (!joined && (senses.scale ?? senses.group) !== undefined) {
      const factor = senses.scale ?? senses.group ?? 1
      if (last === 'none' && first === at && key !== 'thousand' && key !== 'dozen') break
      if (last === 'none' && first === at && key === 'dozen') group = 1
      if (factor < 100) group = (group || 1) * factor
      else {
        total += (group || (total > 0 ? 0 : 1)) * factor
        group = 0
      }
      scaled = true
      last = 'scale'
    } else break
    i = k + 1
    end = i
    if (last === 'teen' || (last === 'ten' && group === 20)) {
      const year = readYearWords(atoms, words, first, i, total + group)
      if (year) return year
    }
  }
  if (end === at) return null
  let value = total + group
  const part = readPart(atoms, words, end, value)
  if (part) {
    const whole = partOfScale(atoms, words, first, part.end, part.value)
    return whole ?? make(first, part.end, 'fraction', part.value)
  }
  const half = readAndAHalf(atoms, end)
  if (half > 0) {
    value += half
    end += 3
    const more = scaledBy(atoms, words, first, end, value, false)
    if (more.scaled) return more
  }
  return make(first, end, 'cardinal', value, { scaled })
}

/** "nineteen ninety-six", "twenty twenty-four", "nineteen oh five". */
function readYearWords(
  atoms: Atoms,
  words: NumberWords,
  first: number,
  i: number,
  century: number,
): NumberSpan | null {
  if (century < 16 || century > 20) return null
  const senses = words.get(keyAt(atoms, i))
  if (keyAt(atoms, i) === 'oh') {
    const unit = words.get(keyAt(atoms, i + 1))?.unit
    return unit ? make(first, i + 2, 'cardinal', century * 100 + unit, { year: true }) : null
  }
  if (senses?.teen !== undefined)
    return make(first, i + 1, 'cardinal', century * 100 + senses.teen, { year: true })
  if (senses?.ten === undefined) return null
  const hyphen = keyAt(atoms, i + 1) === '-' ? 1 : 0
  const unit = words.get(keyAt(atoms, i + 1 + hyphen))?.unit
  const value = century * 100 + senses.ten
  return unit
    ? make(first, i + 2 + hyphen, 'cardinal', value + unit, { year: true })
    : make(first, i + 1, 'cardinal', value, { year: true })
}

/** "one-third", "two thirds", "three-quarters", "nine tenths" behind a small number. */
function readPart(
  atoms: Atoms,
  words: NumberWords,
  end: number,
  value: number,
): { end: number; value: number } | null {
  if (value < 1 || value > 19) return null
  const hyphen = keyAt(atoms, end) === '-' && isGlued(atoms, end) && isGlued(atoms, end + 1)
  const at = hyphen ? end + 1 : end
  const key = keyAt(atoms, at)
  const senses = words.get(key)
  if (!senses || key === 'second') return null
  const plural = key.endsWith('s')
  const part =
    senses.fraction ?? (senses.ordinal && senses.ordinal > 3 ? 1 / senses.ordinal : undefined)
  if (part === undefined || plural !== value > 1) return null
  // "two quarters" are months as a rule, "one half" of a match is not a number
  if (!hyphen && key.startsWith('quarter') && value !== 3) return null
  if (!hyphen && senses.fraction === undefined) return null
  return { end: at + 1, value: value * part }
}
