/** Refine: spans of the drafts, weighed anew by what rules, the trained reader, the tree and the marks say together (AT36, AT37). */
import type { Draft } from './draft.ts'
import type { Evidence } from './evidence.ts'
import type { VerbLexicon } from './lexicons.ts'
import type { Range, Reading } from './reading.ts'
import { choose, questionOf, type SpanWeights } from './span-choice.ts'

/** The drafts with the likeliest spans for cue, source and content. */
export function refine(
  r: Reading,
  drafts: readonly Draft[],
  evidence: Evidence,
  weights: SpanWeights,
): Draft[] {
  return drafts.map((d) => {
    // What is cited is reported by the clause that cites it, whatever stands near.
    if (d.rule === 'AT14') return d
    const spans = { cue: d.cue, source: d.source, content: d.content }
    for (const role of ['cue', 'source', 'content'] as const) {
      const question = questionOf(r, { ...d, ...spans }, role, evidence)
      if (question) spans[role] = choose(question, weights)
    }
    return { ...d, ...spans }
  })
}

/**
 * AT37: a cue that the reader alone found and that takes neither a clause nor quoted words tells of a deed ("acquitted the
 * mayor"), unless its verb is one that reports.
 */
export function withDeeds(r: Reading, drafts: readonly Draft[], lexicon: VerbLexicon): Draft[] {
  return drafts.map((d) => {
    if (d.rule !== 'AT31' || r.upos(d.anchor) !== 'VERB') return d
    const frames = lexicon.verbs.get(r.lemma(d.anchor))?.frames
    const reports = frames?.has('that') || frames?.has('quote')
    return reports || d.content.some((c) => tells(r, c)) ? d : { ...d, rule: 'AT24' }
  })
}

/** True for a range with quoted words or with a finite verb that is not of a relative clause. */
function tells(r: Reading, range: Range): boolean {
  for (let i = range.first; i < range.end; i++) {
    if (r.quoteOf(i) >= 0) return true
    const x = r.xpos(i)
    if (x !== 'VBD' && x !== 'VBZ' && x !== 'VBP' && x !== 'MD') continue
    const clause = r.upos(i) === 'AUX' ? r.head(i) : i
    if (!r.deprel(clause).startsWith('acl')) return true
  }
  return false
}
