/** Reader: what the grammar of quantities sees of a document. */
import type { Arc } from '../../layers/syntax.ts'
import type { Tag } from '../../layers/tags.ts'
import type { TimeItem } from '../../layers/times.ts'
import type { Token } from '../../layers/tokens.ts'
import type { Numbers } from '../../lexicon/numbers.ts'
import { type Atoms, isCapital, isGlued, keyAt, sameSentence } from '../../lexicon/numbers-atoms.ts'
import type { QuantityWords } from './lexicon.ts'

/** What the time stage made of an atom. */
export const TimeMark = { none: 0, date: 1, duration: 2, set: 3 } as const

export interface Reader {
  readonly atoms: Atoms
  readonly numbers: Numbers
  readonly words: QuantityWords
  readonly tokens: readonly Token[]
  readonly tags: readonly Tag[]
  readonly arcs: readonly Arc[]
  /** TimeMark of every atom. */
  readonly marks: Uint8Array
  /** EDTF of the "as of" date that holds for an atom, or null. */
  asOf(atom: number): string | null
}

export function key(r: Reader, atom: number): string {
  return keyAt(r.atoms, atom)
}

export function glued(r: Reader, atom: number): boolean {
  return isGlued(r.atoms, atom)
}

export function capital(r: Reader, atom: number): boolean {
  return isCapital(r.atoms, atom)
}

export function together(r: Reader, a: number, b: number): boolean {
  return sameSentence(r.atoms, a, b)
}

export function tokenOf(r: Reader, atom: number): number {
  return r.atoms.token[atom] ?? -1
}

/** Penn tag of the token of an atom, "" outside. */
export function tag(r: Reader, atom: number): string {
  return r.tags[tokenOf(r, atom)]?.xpos ?? ''
}

export function lemma(r: Reader, atom: number): string {
  return r.tags[tokenOf(r, atom)]?.lemma.toLowerCase() ?? ''
}

/** Marks the atoms that time expressions cover; both lists are in order, so one pass does. */
export function markTimes(atoms: Atoms, times: readonly TimeItem[]): Uint8Array {
  const marks = new Uint8Array(atoms.length)
  let i = 0
  for (const t of times) {
    while (i < atoms.length && (atoms.to[i] ?? 0) <= t.from) i++
    const mark =
      t.kind === 'duration' ? TimeMark.duration : t.kind === 'set' ? TimeMark.set : TimeMark.date
    for (let k = i; k < atoms.length && (atoms.from[k] ?? 0) < t.to; k++) marks[k] = mark
  }
  return marks
}
