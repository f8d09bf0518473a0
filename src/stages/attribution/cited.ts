/** Cited sources: "the paper reported, citing two officials": a deeper hop of the report that the clause belongs to. */
import type { Candidate } from './cue-features.ts'
import type { Draft } from './draft.ts'
import type { SourceKind } from './lexicons.ts'
import { contentRound, nounPhraseAt } from './phrase-cues.ts'
import type { Reading } from './reading.ts'

const citing = new Set(['cite', 'quote', 'refer to'])
const speaking = new Set(['anonymous', 'outlet', 'document', 'group'])

/** The attribution to what "citing" names, or null where it names an argument and not a source. */
export function citedSource(
  r: Reading,
  c: Candidate,
  nouns: ReadonlyMap<string, SourceKind>,
): Draft | null {
  const before = r.key(c.group.first - 1)
  const relative = before === 'which' || before === 'who' || before === 'that'
  if (!citing.has(c.lemma) || (r.xpos(c.verb) !== 'VBG' && !relative)) return null
  // "without citing a source": whoever is not cited says nothing.
  if (before === 'without' || before === 'not' || before === 'never') return null
  const np = nounPhraseAt(r, c.group.end)
  if (!np) return null
  // "which quoted an official as saying that": who is quoted says the rest.
  if (r.key(np.range.end) === 'as' && r.xpos(np.range.end + 1) === 'VBG') return null
  const kind = nouns.get(r.lemma(np.head))
  if (c.lemma === 'refer to' && kind !== 'anonymous' && kind !== 'outlet') return null
  if (r.upos(np.head) !== 'PROPN' && (kind === undefined || !speaking.has(kind))) return null
  const content = contentRound(r, c.group, np.range)
  return {
    cue: [c.group],
    source: [np.range],
    sourceHead: np.head,
    content,
    anchor: c.verb,
    stance: 'asserts',
    class: 'say',
    rule: 'AT14',
  }
}

const voicing = new Set(['through', 'via'])
/** They bring the words of another into another language. */
const translating = new Set(['interpreter', 'translator'])

/** AT42: "said through a spokeswoman that ...": whoever lends the voice is a deeper hop of the report, or null. */
export function voicedBy(
  r: Reading,
  c: Candidate,
  nouns: ReadonlyMap<string, SourceKind>,
): Draft | null {
  const at = c.group.end
  if (!voicing.has(r.key(at)) || !c.entry || !reporting.has(c.entry.class)) return null
  const np = nounPhraseAt(r, at + 1)
  if (!np || nouns.get(r.lemma(np.head)) !== 'anonymous' || translating.has(r.lemma(np.head)))
    return null
  let end = np.head + 1
  while (end < np.range.end && r.key(end) !== 'that') end++
  const source = { first: np.range.first, end: r.isPunct(end - 1) ? end - 1 : end }
  return {
    cue: [{ first: at, end: at + 1 }],
    source: [source],
    sourceHead: np.head,
    content: contentRound(r, { first: at, end: at + 1 }, source),
    anchor: at,
    stance: 'asserts',
    class: 'say',
    rule: 'AT14',
  }
}

/** The drafts where what is cited has the content of the report that cites it, and stands under that. */
export function underCiting(r: Reading, drafts: readonly Draft[]): Draft[] {
  if (!drafts.some((d) => d.rule === 'AT14')) return [...drafts]
  const bySentence = new Map<number, Draft[]>()
  for (const d of drafts) {
    if (d.rule === 'AT14' || !reporting.has(d.class)) continue
    const s = r.sentenceOf(d.anchor)
    const list = bySentence.get(s) ?? []
    if (list.length < mostNear) bySentence.set(s, [...list, d])
  }
  return drafts.map((d) => {
    if (d.rule !== 'AT14') return d
    const governor = governing(r, d.anchor, bySentence.get(r.sentenceOf(d.anchor)) ?? [])
    return governor ? { ...d, content: governor.content, under: governor.anchor } : d
  })
}

const reporting = new Set(['say', 'write', 'show', 'voice', 'learn'])
const mostNear = 12

/**
 * The attribution that the citing clause modifies: the governor's, else the last one of the same sentence, else the first
 * one behind whose source stands before ("The Times, citing two officials, reported").
 */
function governing(r: Reading, verb: number, near: readonly Draft[]): Draft | null {
  const up = r.head(verb)
  let last: Draft | null = null
  for (const d of near) {
    if (d.anchor === up || describes(d, verb) || isInsert(r, d, verb)) return d
    if (d.anchor < verb) last = d
    else if (!last && (d.source[0]?.first ?? verb) < verb) return d
  }
  return last
}

/** "the agency, referring to its sources, informed ...": the clause stands between the source and its cue. */
function isInsert(r: Reading, d: Draft, verb: number): boolean {
  if (d.anchor <= verb || r.xpos(verb) !== 'VBG') return false
  return d.source.some((s) => s.end === verb || (s.end === verb - 1 && r.isPunct(s.end)))
}

/** "a report that cites two guards | says ...": the clause stands with the source of the report. */
function describes(d: Draft, verb: number): boolean {
  return d.source.some((s) => verb >= s.first && verb < s.end)
}
