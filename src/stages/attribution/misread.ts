/** Misread verbs: "the Pentagon reckons 10,000 soldiers are there", where the tagger took the verb for a noun. */
import { trimEnd } from './content-span.ts'
import type { Candidate } from './cue-features.ts'
import { headOf, phraseBack } from './inserted.ts'
import type { VerbLexicon } from './lexicons.ts'
import type { Reading } from './reading.ts'
import { candidateAt } from './verb-cues.ts'

const opening = new Set(['DET', 'NUM', 'PROPN', 'PRON', 'ADJ', 'NOUN'])
const speaking = new Set([
  'say',
  'write',
  'think',
  'feel',
  'expect',
  'show',
  'learn',
  'voice',
  'deny',
  'doubt',
])
/** A finite verb must follow within so many words. */
const near = 14

function withoutS(key: string): string {
  return key.endsWith('s') ? key.slice(0, -1) : key
}

/** The candidate at a noun that stands where only a verb can stand, or null. */
export function misreadVerb(r: Reading, at: number, lexicon: VerbLexicon): Candidate | null {
  const entry = lexicon.verbs.get(r.lemma(at)) ?? lexicon.verbs.get(withoutS(r.key(at)))
  if (!entry?.frames.has('that') || !speaking.has(entry.class) || !agrees(r, at)) return null
  const c = candidateAt(r, at, lexicon)
  if (c.content) return c
  const that = r.key(at + 1) === 'that' && r.xpos(at + 1) === 'IN'
  const opens = opening.has(r.upos(at + 1))
  const bare = entry.frames.has('bare') && opens && finiteFollows(r, at + 2)
  const bounds = r.sentence(r.sentenceOf(at))
  const only = entry.frames.has('obj') && opens && !finiteBefore(r, bounds.first, bounds.end)
  if (!that && !bare && !(only && r.key(at).endsWith('s'))) return null
  const first = phraseBack(r, at, bounds)
  const mark = first === bounds.first || r.isPunct(first - 1) || r.upos(first - 1) === 'SCONJ'
  if (!mark || finiteBefore(r, bounds.first, first)) return null
  const source = { first, end: at }
  return {
    ...c,
    entry,
    group: { first: at, end: at + 1 },
    source: { range: source, head: headOf(r, source), shared: false, passive: false },
    frame: {
      kind: that ? 'that' : bare ? 'bare' : 'obj',
      head: at + 1,
      at: at + 1,
      prep: '',
      quotation: -1,
    },
    content: [{ first: at + 1, end: trimEnd(r, at + 1, bounds.end) }],
  }
}

/**
 * "The channel aired footage of ...": a participle in a sentence with no finite verb is the verb of the sentence, with the
 * noun phrase before it as speaker and the one after it as what is shown.
 */
export function misreadParticiple(r: Reading, at: number, c: Candidate): Candidate {
  if (r.xpos(at) !== 'VBN' || !c.entry?.frames.has('obj') || c.source.range) return c
  if (r.deprel(at) !== 'amod' && r.deprel(at) !== 'acl') return c
  const bounds = r.sentence(r.sentenceOf(at))
  const first = phraseBack(r, at, bounds)
  if (first === at || first !== bounds.first || !opening.has(r.upos(at + 1))) return c
  if (finiteBefore(r, bounds.first, bounds.end)) return c
  const source = { first, end: at }
  return {
    ...c,
    group: { first: at, end: at + 1 },
    source: { range: source, head: headOf(r, source), shared: false, passive: false },
    frame: { kind: 'obj', head: at + 1, at: at + 1, prep: '', quotation: -1 },
    content: [{ first: at + 1, end: trimEnd(r, at + 1, bounds.end) }],
  }
}

/** "-s" after one, no "-s" after many; a name, a body or people stand before. */
function agrees(r: Reading, at: number): boolean {
  if (r.sentenceOf(at - 1) !== r.sentenceOf(at)) return false
  const u = r.upos(at - 1)
  if (u !== 'NOUN' && u !== 'PROPN') return false
  const first = phraseBack(r, at, r.sentence(r.sentenceOf(at)))
  const head = r.xpos(headOf(r, { first, end: at }))
  const many = head === 'NNS' || head === 'NNPS'
  return r.key(at).endsWith('s') ? !many : many
}

function finiteFollows(r: Reading, from: number): boolean {
  for (let i = from; i < from + near && !r.isPunct(i); i++) {
    const x = r.xpos(i)
    if (x === 'VBD' || x === 'VBZ' || x === 'VBP' || x === 'MD') return true
  }
  return false
}

function finiteBefore(r: Reading, first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    const x = r.xpos(i)
    if (x === 'VBD' || x === 'VBZ' || x === 'VBP' || x === 'MD') return true
  }
  return false
}
