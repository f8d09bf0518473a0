/** As-of: the date up to which a sentence's figures hold ("as of Friday"). */
import type { TimeItem } from '../../layers/times.ts'
import { type Atoms, keyAt } from '../../lexicon/numbers-atoms.ts'

/** For an atom the EDTF date of "as of" in its sentence, or null; one pass over times and atoms. */
export function asOfDates(
  atoms: Atoms,
  times: readonly TimeItem[],
): (atom: number) => string | null {
  const bySentence = new Map<number, string>()
  let i = 0
  for (const t of times) {
    while (i < atoms.length && (atoms.from[i] ?? 0) < t.from) i++
    if (t.edtf === null || (t.kind !== 'date' && t.kind !== 'time')) continue
    if (keyAt(atoms, i - 1) === 'of' && keyAt(atoms, i - 2) === 'as')
      bySentence.set(atoms.sentence[i] ?? -1, t.edtf)
  }
  return (atom) => bySentence.get(atoms.sentence[atom] ?? -1) ?? null
}
