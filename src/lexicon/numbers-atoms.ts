/** Atoms: tokens cut at hyphens, slashes and between digits and letters, so that numbers and dates read alike however they are tokenised. */
import { CharClass, classOf, isApostrophe, isDash, isHyphen } from '../text/unicode.ts'

/** What an atom is made of. */
export const AtomKind = { word: 0, number: 1, mark: 2 } as const
export type AtomKind = (typeof AtomKind)[keyof typeof AtomKind]

/** What is needed of a token. */
export interface AtomSource {
  readonly from: number
  readonly to: number
  readonly form: string
  readonly key: string
  readonly kind: 'word' | 'number' | 'punct' | 'symbol'
  readonly sentence: number
}

/** Atoms side by side in columns: `key[i]` is the lexicon key of atom i. */
export interface Atoms {
  readonly text: string
  readonly length: number
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** Lower case; dashes and hyphens are "-", apostrophes "'". */
  readonly key: readonly string[]
  readonly kind: readonly AtomKind[]
  /** Index of the token that the atom is cut from. */
  readonly token: readonly number[]
  readonly sentence: readonly number[]
}

/** The key of atom `i`, or "" outside the list. */
export function keyAt(atoms: Atoms, i: number): string {
  return atoms.key[i] ?? ''
}

/** True when nothing stands between atom `i - 1` and atom `i`. */
export function isGlued(atoms: Atoms, i: number): boolean {
  return i > 0 && i < atoms.length && atoms.to[i - 1] === atoms.from[i]
}

/** True when both atoms exist and stand in one sentence. */
export function sameSentence(atoms: Atoms, i: number, k: number): boolean {
  const sentence = atoms.sentence[i]
  return sentence !== undefined && sentence === atoms.sentence[k]
}

/** True when the atom's first letter is a capital. */
export function isCapital(atoms: Atoms, i: number): boolean {
  const at = atoms.from[i]
  return at !== undefined && classOf(atoms.text.charCodeAt(at)) === CharClass.upper
}

interface Columns {
  from: number[]
  to: number[]
  key: string[]
  kind: AtomKind[]
  token: number[]
  sentence: number[]
}

/** Cuts tokens into atoms; linear in the text. */
export function atomsOf(text: string, tokens: readonly AtomSource[]): Atoms {
  const out: Columns = { from: [], to: [], key: [], kind: [], token: [], sentence: [] }
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]
    if (t === undefined) continue
    if (isPlain(t)) push(out, t.from, t.to, plainKey(t), plainKind(t), i, t.sentence)
    else cut(out, t, i)
  }
  return { text, length: out.from.length, ...out }
}

function push(
  out: Columns,
  from: number,
  to: number,
  key: string,
  kind: AtomKind,
  token: number,
  sentence: number,
): void {
  out.from.push(from)
  out.to.push(to)
  out.key.push(key)
  out.kind.push(kind)
  out.token.push(token)
  out.sentence.push(sentence)
}

/** Words without hyphen, slash or digit, numbers of digits and points, single marks. */
function isPlain(t: AtomSource): boolean {
  if (t.kind === 'punct' || t.kind === 'symbol') return t.form.length === 1
  for (let i = 0; i < t.form.length; i++) {
    const unit = t.form.charCodeAt(i)
    if (unit >= 0x61 && unit <= 0x7a) continue
    if (t.kind === 'number') {
      if (classOf(unit) !== CharClass.digit && !isPoint(t.form, i)) return false
    } else if (classOf(unit) === CharClass.digit || isCut(unit)) return false
  }
  return true
}

function plainKey(t: AtomSource): string {
  if (t.kind === 'punct' || t.kind === 'symbol') return markKey(t.form)
  return t.key
}

function plainKind(t: AtomSource): AtomKind {
  return t.kind === 'word' ? AtomKind.word : t.kind === 'number' ? AtomKind.number : AtomKind.mark
}

function markKey(form: string): string {
  const unit = form.charCodeAt(0)
  if (isHyphen(unit) || isDash(unit) || unit === 0x2212) return '-'
  return isApostrophe(unit) ? "'" : form
}

/** A point or comma between two digits belongs to the number. */
function isPoint(form: string, i: number): boolean {
  const unit = form.charCodeAt(i)
  return (
    (unit === 0x2c || unit === 0x2e) &&
    i > 0 &&
    i + 1 < form.length &&
    classOf(form.charCodeAt(i - 1)) === CharClass.digit &&
    classOf(form.charCodeAt(i + 1)) === CharClass.digit
  )
}

/** Marks that end an atom inside a token. */
function isCut(unit: number): boolean {
  return isHyphen(unit) || isDash(unit) || unit === 0x2f || unit === 0x3a || unit === 0x2212
}

const inDigits = 1
const inLetters = 2

function cut(out: Columns, t: AtomSource, token: number): void {
  let start = 0
  let state = 0
  const end = (to: number): void => {
    if (state !== 0) {
      const kind = state === inDigits ? AtomKind.number : AtomKind.word
      const key = t.key.length === t.form.length ? t.key.slice(start, to) : t.form.slice(start, to)
      push(out, t.from + start, t.from + to, key.toLowerCase(), kind, token, t.sentence)
    }
    state = 0
  }
  for (let i = 0; i < t.form.length; i++) {
    const unit = t.form.charCodeAt(i)
    const c = classOf(unit)
    if (c === CharClass.digit || (state === inDigits && isPoint(t.form, i))) {
      if (state !== inDigits) {
        end(i)
        start = i
        state = inDigits
      }
    } else if (isWordPart(t.form, i, unit, c, state)) {
      if (state !== inLetters) {
        end(i)
        start = i
        state = inLetters
      }
    } else {
      end(i)
      push(
        out,
        t.from + i,
        t.from + i + 1,
        markKey(t.form[i] ?? ''),
        AtomKind.mark,
        token,
        t.sentence,
      )
    }
  }
  end(t.form.length)
}

/** Letters, marks and halves of pairs; an apostrophe or stop inside or after letters ("o'clock", "a.m."). */
function isWordPart(form: string, i: number, unit: number, c: CharClass, state: number): boolean {
  if (c >= CharClass.upper && c <= CharClass.ideograph) return true
  if (c === CharClass.mark || c === CharClass.hidden || c === CharClass.surrogate)
    return state === inLetters || c === CharClass.surrogate
  if (state !== inLetters) return false
  if (unit === 0x2e) return true
  return isApostrophe(unit) && i + 1 < form.length
}
