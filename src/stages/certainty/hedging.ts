/** Finds hedges (CE10-CE17): class from the list, band from ICD 203, scope from the tree. */
import type { Hedge } from '../../layers/hedges.ts'
import type { CertaintyClass } from '../../model/certainty.ts'
import { attach } from './attach.ts'
import type { HedgeWord, PhraseBook } from './lexicons.ts'
import { isNegated } from './modality.ts'
import { keyAt, labelAt, phrases, scopeOf, spanOf, uposAt, type Words, xposAt } from './words.ts'

const ruleOf: Readonly<Record<CertaintyClass, string>> = {
  probability: 'CE10',
  possibility: 'CE11',
  hearsay: 'CE12',
  inference: 'CE13',
  doubt: 'CE14',
  precision: 'CE15',
}

/** The hedges of a document, in no particular order. */
export function hedgesOf(w: Words, book: PhraseBook<HedgeWord>): Hedge[] {
  const out: Hedge[] = []
  for (const match of phrases(w, book)) {
    const { from, to } = match
    if (isOrdinary(w, from, to)) continue
    const key = to - from === 1 ? keyAt(w, from) : ''
    for (const value of match.values) {
      if (value.class === 'none') break
      const governed = attach(w, value.attach, from, to)
      if (governed.length === 0) continue
      if (key === 'could' && governed.some((on) => isNegated(w, on))) continue
      const at = spanOf(w, from, value.class === 'precision' ? to : withoutTo(w, from, to))
      for (const on of governed) {
        out.push({
          ...at,
          class: value.class,
          low: value.band?.low ?? null,
          high: value.band?.high ?? null,
          scheme: value.band ? 'ICD 203' : null,
          scope: scopeOf(w, on),
          on,
          rule: ruleOf[value.class],
        })
      }
      break
    }
  }
  return out
}

/** CE16: the month of May, a "could" that tells of the past with a negation, "likely" inside a name. */
function isOrdinary(w: Words, from: number, to: number): boolean {
  if (to - from > 1) return false
  const upos = uposAt(w, from)
  if (upos === 'PROPN') return true
  const key = keyAt(w, from)
  // "the suspect faces trial"
  if (upos === 'NOUN' && w.lemmas[from] === 'suspect') return true
  // "might" as a noun, "may" before a number ("May 5")
  if ((key === 'may' || key === 'might') && xposAt(w, from) !== 'MD') return true
  // "our full military might": behind an article or adjective it is the noun, whatever the tag.
  const before = from > 0 ? uposAt(w, from - 1) : ''
  if (key === 'might' && (before === 'DET' || before === 'ADJ' || xposAt(w, from - 1) === 'PRP$'))
    return true
  // "percentage points"
  if (key === 'points' && uposAt(w, from) === 'NOUN') return true
  // "suspect" the noun, "risk" the verb of an object, "chance" in "by chance"
  if (uposAt(w, from) === 'NOUN' && labelAt(w, from) === 'compound') return true
  return false
}

/** "appears to": the infinitive's "to" is no certainty word. */
function withoutTo(w: Words, from: number, to: number): number {
  const last = keyAt(w, to - 1)
  return to - from > 1 && (last === 'to' || last === 'that') ? to - 1 : to
}

/** Makes a hedge without a band at tokens `from`..`to` that weakens `on`. */
export function hedge(
  w: Words,
  from: number,
  to: number,
  of: CertaintyClass,
  on: number,
  rule: string,
): Hedge {
  const none = { low: null, high: null, scheme: null }
  return { ...spanOf(w, from, to), class: of, ...none, scope: scopeOf(w, on), on, rule }
}
