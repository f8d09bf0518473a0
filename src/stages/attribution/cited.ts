/** Cited sources: "the paper reported, citing two officials": a deeper hop of the report that the clause belongs to. */
import type { Candidate } from './cue-features.ts'
import type { Draft } from './draft.ts'
import type { SourceKind } from './lexicons.ts'
import { contentRound, nounPhraseAt } from './phrase-cues.ts'
import type { Reading } from './reading.ts'

const citing = new Set(['cite', 'quote'])
const speaking = new Set(['anonymous', 'outlet', 'document', 'group'])

/** The attribution to what "citing" names, or null where it names an argument and not a source. */
export function citedSource(
  r: Reading,
  c: Candidate,
  drafts: readonly Draft[],
  nouns: ReadonlyMap<string, SourceKind>,
): Draft | null {
  if (r.xpos(c.verb) !== 'VBG' || !citing.has(c.lemma)) return null
  const np = nounPhraseAt(r, c.group.end)
  if (!np) return null
  const kind = nouns.get(r.lemma(np.head))
  if (r.upos(np.head) !== 'PROPN' && (kind === undefined || !speaking.has(kind))) return null
  const governor = governing(r, c.verb, drafts)
  const content = governor ? governor.content : contentRound(r, c.group, np.range)
  if (content.length === 0) return null
  return {
    cue: [c.group],
    source: [np.range],
    sourceHead: np.head,
    content,
    anchor: c.verb,
    stance: 'asserts',
    class: 'say',
    rule: 'AT14',
    ...(governor ? { under: governor.anchor } : {}),
  }
}

/** The attribution that the citing clause modifies: the governor's, else the last one of the same sentence. */
function governing(r: Reading, verb: number, drafts: readonly Draft[]): Draft | null {
  const up = r.head(verb)
  let last: Draft | null = null
  for (let i = drafts.length - 1; i >= 0 && i > drafts.length - 12; i--) {
    const d = drafts[i]
    if (!d || r.sentenceOf(d.anchor) !== r.sentenceOf(verb)) continue
    if (d.anchor === up) return d
    if (d.anchor < verb && !last && d.class === 'say') last = d
  }
  return last
}
