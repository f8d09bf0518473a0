/** Reader: what the grammar of time sees of a document, and what it finds. */

import type { TimeReading } from '../../layers/times.ts'
import type { Numbers } from '../../lexicon/numbers.ts'
import { type Atoms, isCapital, isGlued, keyAt, sameSentence } from '../../lexicon/numbers-atoms.ts'
import type { TimeKind } from '../../model/time.ts'
import type { Senses, TimeWords } from './lexicon.ts'
import type { Period } from './periods.ts'

/** The publication date, as far as it is known. */
export interface Published {
  readonly year: number
  readonly month: number | null
  /** Day number, or null when only the month or year is known. */
  readonly day: number | null
}

/** Where an expression lies as seen from the publication: -1 before, 1 after, 0 not told by the words. */
export type Direction = -1 | 0 | 1

export interface Reader {
  readonly atoms: Atoms
  readonly numbers: Numbers
  readonly words: TimeWords
  /** What the lists say of each atom, or null. */
  readonly senses: readonly (Senses | null)[]
  readonly published: Published | null
  /** First atom that the expression may take: the end of the one before. */
  limit: number
  /** The last dated period of the text so far: what "a year later" counts from. */
  story: Period | null
  /** True when the story's date is that of a statement: "said on Monday that three days earlier". */
  told: boolean
  /** True for a text without capitals, where a month is a month without one. */
  readonly caseless: boolean
  /** True where numeric dates name the day first, false for the month, null where nothing tells. */
  readonly dayFirst: boolean | null
  direction(atom: number): Direction
  /** True for a verb that reports speech. */
  speaks(atom: number): boolean
  /** Penn tag of the token of an atom, "" when unknown. */
  tag(atom: number): string
}

/** One expression; atoms `first` up to but not with `end`. */
export interface Found {
  readonly first: number
  readonly end: number
  readonly kind: TimeKind
  readonly period: Period
  readonly anchor: TimeReading['anchor']
  readonly rule: string
  /** TIMEX3 mod: START, END, MID, APPROX, LESS_THAN ..., or null. */
  readonly mod: string | null
  /** EDTF of a second reading ("10/11/2024"). */
  readonly other?: string
}

/** Words that name a date which does not exist. */
export interface Nonsense {
  readonly first: number
  readonly end: number
  readonly nonsense: true
}

export function sense(r: Reader, atom: number): Senses | null {
  return r.senses[atom] ?? null
}

export function key(r: Reader, atom: number): string {
  return keyAt(r.atoms, atom)
}

/** True when atom `a` and `b` stand in one sentence. */
export function together(r: Reader, a: number, b: number): boolean {
  return sameSentence(r.atoms, a, b)
}

export function glued(r: Reader, atom: number): boolean {
  return isGlued(r.atoms, atom)
}

export function capital(r: Reader, atom: number): boolean {
  return isCapital(r.atoms, atom)
}

/** True where a name of the calendar may stand: at a capital, and anywhere in a text without capitals. */
export function named(r: Reader, atom: number): boolean {
  return r.caseless || isCapital(r.atoms, atom)
}

/** The value of figures that stand alone in an atom: "23" of "Oct. 23"; -1 for anything else. */
export function figures(r: Reader, atom: number): number {
  const text = key(r, atom)
  if (text.length === 0 || text.length > 5) return -1
  let value = 0
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** A year that can stand without its context: 1000-2199 in four figures. */
export function isYear(value: number): boolean {
  return value >= 1000 && value <= 2199
}
