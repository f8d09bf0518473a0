/** Bodies: which body "the company", "the Oslo-based firm" or "the agency" means (CO10), or none when two fit as well. */
import type { Name } from '../../layers/names.ts'
import type { Draft } from './entity-draft.ts'
import type { Hints } from './hints.ts'
import type { ReferenceLexicon } from './lexicons.ts'
import type { Memory, Mention } from './mention.ts'
import type { Phrase } from './phrase.ts'
import type { Reading } from './reading.ts'

/** Weights of what makes a body the one meant; their sum chooses. */
const weights = {
  /** The name holds the noun itself: "the bank" and "Bank of Ruritania". */
  own: 1.5,
  /** The name tells its kind: "the carrier" and "Lindgren Airways". */
  kind: 1,
  /** Each sentence back. */
  sentence: -0.45,
  subject: 0.7,
  owner: 0.3,
  frequent: 0.5,
  quoted: -0.5,
  /** "the Norwegian company": the state is known to be the body's. */
  state: 1,
  /** What the trained reader says. */
  hint: 0.4,
}
/** So many sentences back. */
const reach = 6
/** A phrase with more words than "the company" looks back less far. */
const reachOfLong = 3
/** The best must lead the next by so much. */
const lead = 0.25
/** So much where both were last spoken of in one sentence. */
const leadBeside = 0.8
/** So that a hint of nothing leaves a chance. */
const chance = 0.02

/** Kinds that fit names which tell no kind: each name may be a company's, hardly one a court's. */
const open: ReadonlySet<string> = new Set([
  ...['business', 'airline', 'bank', 'group', 'press', 'party', 'club', 'charity', 'bloc'],
])

/** The body that a definite phrase means, or null. */
export function bodyMeant(
  lexicon: ReferenceLexicon,
  r: Reading,
  d: Phrase,
  memory: Memory,
  hints: Hints | null,
): Draft | null {
  const kinds = lexicon.bodyNouns.get(d.noun)
  if (!kinds) return null
  const short = d.end - d.first <= 2
  const state = stateIn(lexicon, r, d)
  if (!short && !mayTell(lexicon, r, d)) return null
  const sentence = r.sentence(d.first)
  const sums = new Map<Draft, number>()
  const likely = new Map<Draft, number>()
  for (const m of memory.latest(sentence, short ? reach : reachOfLong)) {
    const fit = fitOf(lexicon, m.draft, d.noun, kinds)
    if (fit === null) continue
    if (state !== null && m.draft.country !== null && m.draft.country !== state) continue
    const sum = scoreOf(r, d, m, sentence) + fit + (state && m.draft.country ? weights.state : 0)
    if (sum > (sums.get(m.draft) ?? Number.NEGATIVE_INFINITY)) sums.set(m.draft, sum)
    if (hints)
      likely.set(m.draft, (likely.get(m.draft) ?? 0) + hints.weight(d.end - 1, m.first, m.end))
  }
  for (const [draft, sum] of sums)
    if (hints) sums.set(draft, sum + weights.hint * Math.log(chance + (likely.get(draft) ?? 0)))
  return clearBest(sums, memory, sentence)
}

/** The best of all, where it leads clearly: two bodies spoken of in one sentence need more to be told apart. */
function clearBest(
  sums: ReadonlyMap<Draft, number>,
  memory: Memory,
  sentence: number,
): Draft | null {
  const [best, second] = [...sums].sort((a, b) => b[1] - a[1])
  if (!best || !second) return best?.[0] ?? null
  const last = (draft: Draft): number => {
    for (const m of memory.latest(sentence, reach)) if (m.draft === draft) return m.sentence
    return -1
  }
  const side = last(best[0]) === last(second[0])
  return best[1] - second[1] >= (side ? leadBeside : lead) ? best[0] : null
}

function scoreOf(r: Reading, d: Phrase, m: Mention, sentence: number): number {
  return (
    weights.sentence * (sentence - m.sentence) +
    (m.subject ? weights.subject : 0) +
    (m.owner ? weights.owner : 0) +
    (m.quote >= 0 && r.quote(d.first) < 0 ? weights.quoted : 0) +
    weights.frequent * Math.log2(1 + m.draft.weight)
  )
}

/** How well a body fits the noun: by the noun in its name, by a kind that its name tells, or because nothing speaks against it. */
function fitOf(
  lexicon: ReferenceLexicon,
  draft: Draft,
  noun: string,
  kinds: ReadonlySet<string>,
): number | null {
  if (draft.type !== 'ORG' || draft.plural || draft.nameless || draft.name.length < 3) return null
  let told = draft.kinds.size > 0
  for (const kind of draft.kinds) if (kinds.has(kind)) return weights.kind
  for (const word of draft.name.toLowerCase().split(/[\s-]+/u)) {
    if (word === noun) return weights.own
    for (const kind of lexicon.bodyKinds.get(word) ?? []) {
      if (kinds.has(kind)) return weights.kind
      told = true
    }
  }
  if (told) return null
  // "The agency": only a name of a few capitals is one without telling so.
  if (kinds.has('agency')) return isShort(draft.name) ? 0 : null
  for (const kind of kinds) if (open.has(kind)) return 0
  return null
}

/** True when the name of a body holds the noun: "the bank" and "Reserve Bank". */
export function holdsNoun(draft: Draft, noun: string): boolean {
  return (
    draft.type === 'ORG' && !draft.nameless && draft.name.toLowerCase().split(' ').includes(noun)
  )
}

/** "FSB": a name of a few capitals may be an agency's. */
function isShort(name: string): boolean {
  return name.length <= 5 && name === name.toUpperCase()
}

/**
 * Notes what kind of body the words beside a name tell: "the carmaker Lindgren", "Lindgren, a carmaker that ...",
 * "the hacker group Nighthawk".
 */
export function noteKinds(
  lexicon: ReferenceLexicon,
  r: Reading,
  names: readonly Name[],
  ofName: readonly Draft[],
): void {
  for (const [n, name] of names.entries()) {
    const draft = ofName[n]
    const first = r.nameFirst(n)
    if (!draft || name.type !== 'ORG' || first < 0) continue
    if (r.together(first - 1, first) && r.upos(first - 1) === 'NOUN')
      add(lexicon, r, first - 1, draft)
    const end = r.nameEnd(n)
    if (r.key(end) !== ',' || !articles.has(r.key(end + 1))) continue
    for (let i = end + 2; i < end + farthest && r.together(i, end); i++) {
      if (!before.has(r.upos(i))) break
      if (r.upos(i) === 'NOUN' && r.upos(i + 1) !== 'NOUN') add(lexicon, r, i, draft)
    }
  }
}

function add(lexicon: ReferenceLexicon, r: Reading, i: number, draft: Draft): void {
  for (const kind of lexicon.bodyNouns.get(r.lemma(i)) ?? []) draft.kinds.add(kind)
}

const articles = new Set(['a', 'an', 'the'])
const before = new Set(['ADJ', 'NOUN', 'PROPN', 'PUNCT', 'VERB'])
/** How far behind a name what it is may stand. */
const farthest = 8

/** The state that a word of the phrase tells: "the Norwegian shipbuilder". */
function stateIn(lexicon: ReferenceLexicon, r: Reading, d: Phrase): string | null {
  for (let i = d.first; i < d.end - 1; i++) {
    const one = lexicon.countryOf.get(r.text.slice(r.from(i), r.to(i)))
    if (one) return one
  }
  return null
}

/** "the Oslo-based firm", "the Norwegian carmaker", "the energy giant": words that tell of a body spoken of, and part it from no other. */
function mayTell(lexicon: ReferenceLexicon, r: Reading, d: Phrase): boolean {
  for (let i = d.first + 1; i < d.end - 1; i++) {
    if (
      r.name(i) >= 0 ||
      r.key(i) === '-' ||
      lexicon.countryOf.has(r.text.slice(r.from(i), r.to(i)))
    )
      continue
    if (r.key(i) === 'based' || r.key(i).endsWith('-based')) continue
    if (lexicon.bodyKinds.get(r.key(i))?.has('business')) continue
    return false
  }
  return true
}
