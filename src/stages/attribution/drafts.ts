/** Drafts: all attributions of a report in token ranges, with rivals for the same words settled. */

import type { Paragraph } from '../../layers/paragraphs.ts'
import type { PhraseTrie } from '../../lexicon/trie.ts'
import { asPut } from './as-put.ts'
import { withBareQuotes } from './bare-quotes.ts'
import { citedSource, underCiting, voicedBy } from './cited.ts'
import { type Candidate, featuresOf, frameName } from './cue-features.ts'
import { type CueWeights, oddsOf } from './cue-weights.ts'
import type { Draft } from './draft.ts'
import type { Evidence } from './evidence.ts'
import { figureCandidate } from './figure-cues.ts'
import type { CueEntry, PhraseEntry, SourceKind, VerbLexicon } from './lexicons.ts'
import { misreadParticiple, misreadVerb } from './misread.ts'
import { parentsOf } from './nesting.ts'
import { aboutClaim, nounCandidateAt, nounDraft, nounFeatures } from './noun-cues.ts'
import { phraseCues } from './phrase-cues.ts'
import { probabilityOf } from './probability.ts'
import { readDrafts } from './read-drafts.ts'
import type { Range, Reading } from './reading.ts'
import { refine, withDeeds, withoutDoubles } from './refine.ts'
import { withoutResumed } from './resumed.ts'
import type { SpanWeights } from './span-choice.ts'
import { paragraphRanges, pastLabel, signatures, turns } from './turns.ts'
import { candidateAt, draftOf, without } from './verb-cues.ts'

/** The lexicons that drafting reads. */
export interface DraftLexicons {
  readonly verbs: VerbLexicon
  readonly nouns: ReadonlyMap<string, CueEntry>
  readonly phrases: PhraseTrie<PhraseEntry>
  readonly sources: ReadonlyMap<string, SourceKind>
  readonly weights: CueWeights
  readonly owners: ReadonlySet<string>
}

/** What training brings: the reader's word on this report, and how spans are weighed. */
export interface Trained {
  readonly evidence: Evidence
  readonly spans: SpanWeights
}

/** All drafts, sorted by anchor; with the trained reader both rules and reader have their say. */
export function draftsOf(
  r: Reading,
  paragraphs: readonly Paragraph[],
  lexicons: DraftLexicons,
  trained: Trained | null = null,
): Draft[] {
  const found = foundDrafts(r, paragraphs, lexicons, trained?.evidence ?? null)
  if (!trained) return found
  const { evidence, spans } = trained
  const weighed = found.map((d) => ({ ...d, probability: probabilityOf(d, evidence, false) }))
  const chosen = withoutNested(weighed, refine(r, weighed, evidence, spans))
  const refined = underCiting(r, withoutResumed(r, chosen))
  const deeds = withDeeds(r, refined, lexicons.verbs)
  const whole = withBareQuotes(r, deeds).flatMap((d) => clean(r, d))
  const parents = parentsOf(whole)
  return whole.map((d, i) => ({
    ...d,
    probability: probabilityOf(d, evidence, (parents[i] ?? -1) >= 0),
  }))
}

/** AT35: a report inside of a report keeps the spans of its rule; what counts only there goes elsewhere. */
function withoutNested(found: readonly Draft[], refined: readonly Draft[]): Draft[] {
  const parents = parentsOf(refined)
  const outer = refined.filter((d, i) => (parents[i] ?? -1) < 0 && !d.inner)
  const kept = new Set(withoutDoubles(outer))
  return refined.flatMap((d, i) => {
    const above = refined[parents[i] ?? -1]
    if (!above) return kept.has(d) ? [d] : []
    const own = found[i] ?? d
    // "declined to comment": one deed, not a report inside of another.
    const one = above.stance === 'declines' && own.cue[0]?.first === above.content[0]?.first
    return one ? [] : [own]
  })
}

/** The drafts with the spans that the rules give them, or, where no rule found them, the reader. */
export function foundDrafts(
  r: Reading,
  paragraphs: readonly Paragraph[],
  lexicons: DraftLexicons,
  evidence: Evidence | null,
): Draft[] {
  const ranges = paragraphRanges(r, paragraphs.length)
  const fixed = [
    ...turns(r, paragraphs, ranges, lexicons.sources),
    ...signatures(r),
    ...phraseCues(r, lexicons.phrases),
    ...asPut(r),
  ]
  const labels = new Map(
    fixed.flatMap((d) => (d.rule === 'AT12' ? [[d.source[0]?.first ?? -1, d] as const] : [])),
  )
  const taken = new Set<number>()
  for (const d of fixed) {
    for (const c of d.cue) for (let i = c.first; i < c.end; i++) taken.add(i)
    if (d.rule === 'AT12')
      for (const s of d.source) for (let i = s.first; i < s.end; i++) taken.add(i)
  }
  const out: Draft[] = [...fixed]
  /** What rules alone would take and the trained reader does not. */
  const doubted: Draft[] = []
  for (let i = 0; i < r.length; i++) {
    if (taken.has(i)) continue
    const u = r.upos(i)
    if (u === 'VERB') {
      const found = misreadParticiple(r, i, candidateAt(r, i, lexicons.verbs))
      const c =
        pastLabel(r, found, labels) ??
        figureCandidate(r, found) ??
        aboutClaim(r, found, lexicons.nouns, lexicons.owners)
      const cited = citedSource(r, c, lexicons.sources)
      if (cited) {
        out.push(cited)
        continue
      }
      if (isGesture(r, c)) continue
      const voice = voicedBy(r, c, lexicons.sources)
      if (voice) out.push(voice)
      const plain = isPlain(r, c)
      const odds = plain ? plainOdds : oddsOf(lexicons.weights, featuresOf(r, c, lexicons.sources))
      const d = draftOf(r, c)
      if (!d) continue
      if (accepts(odds, evidence?.oddsOf(c.group) ?? null, plain)) out.push(d)
      else if (isTold(c) || accepts(odds, null, plain)) doubted.push({ ...d, inner: true })
    } else if (u === 'NOUN' || u === 'X') {
      const verb = misreadVerb(r, i, lexicons.verbs)
      const read = verb && draftOf(r, verb)
      if (read) {
        out.push(read)
        continue
      }
      const c = nounCandidateAt(r, i, lexicons.nouns)
      if (!c) continue
      const plain = c.frame.kind === 'quote' && c.source !== null
      const odds = plain ? plainOdds : oddsOf(lexicons.weights, nounFeatures(r, c))
      const heard = evidence?.oddsOf({ first: c.noun, end: c.noun + 1 }) ?? null
      const d = nounDraft(r, c, lexicons.owners)
      if (!d) continue
      if (plain || accepts(odds, heard, false)) out.push(d)
      else {
        const whole = c.frame.kind === 'that' && !lacksObject(r, c.frame.head, lexicons.verbs)
        const told = whole || (c.frame.kind === 'to' && c.by < 0 && c.source)
        if (told || accepts(odds, null, false)) doubted.push({ ...d, inner: true })
      }
    }
  }
  if (evidence) out.push(...readDrafts(r, evidence, out, lexicons))
  out.sort((a, b) => a.anchor - b.anchor)
  if (doubted.length > 0) {
    out.push(...doubted.filter((d) => r.quoteOf(d.anchor) >= 0 || isInside(d.anchor, out)))
    out.sort((a, b) => a.anchor - b.anchor)
  }
  const outside = withoutAccess(r, out)
  const spoken = withBareQuotes(r, withoutInserted(r, outside))
  return underCiting(r, withoutResumed(r, onlyInner(spoken))).flatMap((d) => clean(r, d))
}

/** Log-odds from which a candidate is a cue. */
const leastOdds = -0.3

/** Whether what the table and the trained reader say together makes a cue (AT30). */
function accepts(odds: number, heard: number | null, plain: boolean): boolean {
  if (heard === null) return plain || odds >= leastOdds
  return odds + readerShare * heard >= readerLeast
}

/** AT35: what counts only inside of other contents goes where none holds it. */
function onlyInner(drafts: readonly Draft[]): Draft[] {
  if (!drafts.some((d) => d.inner)) return [...drafts]
  const parents = parentsOf(drafts)
  return drafts.filter((d, i) => !d.inner || (parents[i] ?? -1) >= 0)
}

/** AT35: the reader was taught on texts that mark no reports inside of reports; there the rules decide alone. */
function isInside(anchor: number, drafts: readonly Draft[]): boolean {
  return drafts.some((d) => d.content.some((c) => anchor >= c.first && anchor < c.end))
}

/** How much the log-odds of the trained reader count beside those of the table, and from which sum on a candidate is a cue. */
const readerShare = 0.8
const readerLeast = 1
/** Log-odds of a verb that needs no weighing. */
const plainOdds = 3
const warning = new Set(['say', 'ask', 'voice'])
const sureFrames = new Set(['that', 'quote'])

/** "..., she said, looking out on the crowd": what goes with speech is not speech. */
function isGesture(r: Reading, c: Candidate): boolean {
  // A verb that the list lacks neither closes a sentence as "he said" does nor takes a quotation.
  if (c.entry === null && (c.frame.kind === 'before' || frameName(c.frame) === 'quote')) return true
  // "The storm claimed 12 lives."
  if (c.lemma === 'claim' && c.frame.kind === 'obj' && r.child(c.frame.head, 'nummod') >= 0)
    return true
  return (
    r.xpos(c.verb) === 'VBG' &&
    frameName(c.frame) === 'quote' &&
    !(c.entry?.frames.has('quote') ?? false)
  )
}

/** A listed verb with a that-clause or a quotation that it takes needs no weighing. */
function isPlain(r: Reading, c: Candidate): boolean {
  const name = frameName(c.frame)
  if (c.entry === null || !c.entry.frames.has(name) || c.source.head < 0) return false
  if (sureFrames.has(name) || c.content) return true
  if (c.frame.kind === 'prep' && r.xpos(c.verb) !== 'VBN' && warning.has(c.entry.class)) return true
  return c.lemma === 'call for' || (c.entry.class === 'deny' && (name === 'ing' || name === 'obj'))
}

/** "an account that the navy disputes": a clause whose verb closes it without its object tells of the noun. */
function lacksObject(r: Reading, verb: number, lexicon: VerbLexicon): boolean {
  if (!lexicon.verbs.get(r.lemma(verb))?.frames.has('obj')) return false
  const next = verb + 1
  const closes = next >= r.length || r.isPunct(next) || r.sentenceOf(next) !== r.sentenceOf(verb)
  return closes && r.child(verb, 'nsubj:pass', 'aux:pass', 'cop') < 0
}

/** What these ask for is told also without a clause of its own ("told us to listen"). */
const bidding = new Set(['ask', 'order', 'say'])
/** What these promise or deny is told by a noun alone ("promised us houses"). */
const vowing = new Set(['ask', 'deny', 'doubt', 'want'])

/** A listed verb with its subject and what it takes. */
function isTold(c: Candidate): boolean {
  const { kind } = c.frame
  if (c.entry === null || c.source.head < 0) return false
  const { class: type, frames } = c.entry
  if (kind === 'to' && frames.has('to') && bidding.has(type)) return true
  if (c.source.passive) return false
  if (kind === 'obj' && frames.has('obj') && frames.has('quote') && vowing.has(type)) return true
  return (kind === 'bare' || kind === 'wh' || kind === 'that') && c.entry.frames.has(kind)
}

/** "They were told A, the inquiry heard on Monday": what is said inside of what the inquiry heard ends before the inquiry. */
function withoutInserted(r: Reading, drafts: readonly Draft[]): Draft[] {
  const holes = new Map<number, { hole: Range; at: number }>()
  for (const d of drafts) {
    const source = d.source[0]
    const cue = d.cue[0]
    if (d.rule !== 'AT3' || !source || !cue) continue
    const s = r.sentenceOf(d.anchor)
    let end = Math.max(source.end, cue.end)
    if (d.content.every((c) => c.first < end)) end = r.sentence(s).end
    holes.set(s, { hole: { first: Math.min(source.first, cue.first), end }, at: d.anchor })
  }
  return drafts.map((d) => {
    const found = holes.get(r.sentenceOf(d.anchor))
    if (!found || found.at === d.anchor || d.anchor >= found.hole.first) return d
    return { ...d, content: without(r, d.content, found.hole) }
  })
}

/** "Two officials | briefed on the matter | said": what describes a source reports nothing. */
function withoutAccess(r: Reading, drafts: readonly Draft[]): Draft[] {
  const described = new Set<number>()
  for (const d of drafts)
    for (const s of d.source)
      for (let i = s.first; i < s.end; i++) if (describes(r, i)) described.add(i)
  return described.size === 0 ? [...drafts] : drafts.filter((d) => !described.has(d.anchor))
}

function describes(r: Reading, i: number): boolean {
  const x = r.xpos(i)
  return (x === 'VBN' && r.deprel(i) !== 'ccomp') || (x === 'VBD' && r.deprel(i) === 'acl')
}

/** No content keeps words of its own cue or source; a draft with nothing left goes. */
function clean(r: Reading, d: Draft): Draft[] {
  let content: readonly Range[] = d.content
  for (const hole of [...d.cue, ...d.source]) content = without(r, content, hole)
  content = content.filter((c) => c.end > c.first)
  return content.length === 0 ? [] : [{ ...d, content }]
}
