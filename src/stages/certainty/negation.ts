/** Finds negations (CE20-CE29) and the predicate that each one negates. */
import type { Modality } from '../../layers/modalities.ts'
import { attach } from './attach.ts'
import type { NegationWord, PhraseBook } from './lexicons.ts'
import { isNegated } from './modality.ts'
import { keyAt, labelAt, phrases, scopeOf, spanOf, topOf, uposAt, type Words } from './words.ts'

const ruleOf: Readonly<Record<string, string>> = {
  clause: 'CE20',
  'noun-clause': 'CE21',
  complement: 'CE22',
  verb: 'CE23',
  gerund: 'CE24',
  'weak-clause': 'CE25',
  'subject-clause': 'CE27',
  'no-evidence': 'CE29',
  object: 'CE24',
}

const predicative = new Set(['VERB', 'AUX', 'ADJ'])

/** Verbs whose negation means their content: "I don't think he left" says that he did not. */
const raising = new Set(['think', 'believe', 'expect', 'suppose', 'imagine', 'reckon', 'feel'])

/** The negations of a document, in no particular order. */
export function negationsOf(w: Words, book: PhraseBook<NegationWord>): Modality[] {
  const out: Modality[] = []
  for (const match of phrases(w, book)) {
    const value = match.values[0]
    if (!value || value.attach === 'skip') continue
    const { from, to } = match
    if (value.attach === 'clause' && isContrast(w, from, to)) continue
    // "did not rule out going": two negations leave it open
    if (value.attach === 'gerund' && isNegated(w, topOf(w, from, to))) continue
    const rule = ruleOf[value.attach] ?? 'CE20'
    for (const on of attach(w, value.attach, from, to, false)) {
      out.push(negated(w, from, to, on, rule))
      const content = value.attach === 'clause' ? raisedContent(w, on) : -1
      if (content >= 0) out.push(negated(w, from, to, content, 'CE28'))
    }
  }
  return out
}

function negated(w: Words, from: number, to: number, on: number, rule: string): Modality {
  return {
    ...spanOf(w, from, to),
    sets: 'negated',
    scope: scopeOf(w, on),
    condition: null,
    on,
    rule,
  }
}

/** CE28: the clause that a negated verb of thinking denies, or -1. */
function raisedContent(w: Words, on: number): number {
  if (!raising.has(w.lemmas[on] ?? '')) return -1
  for (const c of w.tree.childrenOf(on)) if (c > on && labelAt(w, c) === 'ccomp') return c
  return -1
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
