/** Finds negations (CE20-CE26) and the predicate that each one negates. */
import type { Modality } from '../../layers/modalities.ts'
import { attach } from './attach.ts'
import type { NegationWord, PhraseBook } from './lexicons.ts'
import { keyAt, phrases, scopeOf, spanOf, topOf, uposAt, type Words } from './words.ts'

const ruleOf: Readonly<Record<string, string>> = {
  clause: 'CE20',
  'noun-clause': 'CE21',
  complement: 'CE22',
  verb: 'CE23',
  gerund: 'CE24',
  'weak-clause': 'CE25',
}

const predicative = new Set(['VERB', 'AUX', 'ADJ'])

/** The negations of a document, in no particular order. */
export function negationsOf(w: Words, book: PhraseBook<NegationWord>): Modality[] {
  const out: Modality[] = []
  for (const match of phrases(w, book)) {
    const value = match.values[0]
    if (!value || value.attach === 'skip') continue
    const { from, to } = match
    if (value.attach === 'clause' && isContrast(w, from, to)) continue
    for (const on of attach(w, value.attach, from, to, false)) {
      out.push({
        ...spanOf(w, from, to),
        sets: 'negated',
        scope: scopeOf(w, on),
        condition: null,
        on,
        rule: ruleOf[value.attach] ?? 'CE20',
      })
    }
  }
  return out
}

/** CE26: "not all", "not the army but the police": the word denies a part, not the statement. */
function isContrast(w: Words, from: number, to: number): boolean {
  if (to - from > 1) return false
  const key = keyAt(w, from)
  if (key !== 'not') return false
  const head = w.tree.headOf(topOf(w, from, to))
  if (head < 0) return false
  return !w.clauseAt.has(head) && !predicative.has(uposAt(w, head))
}
