/** Links: nouns and pronouns that no rule resolved, joined with what the trained reader says they refer back to (CO23). */
import type { Name } from '../../layers/names.ts'
import type { Draft, Drafts } from './entity-draft.ts'
import type { Hints } from './hints.ts'
import type { Reading } from './reading.ts'
import type { Found } from './refer.ts'

/** A link needs this probability. */
const least = 0.12
/** Parts of a phrase that head no mention of their own. */
const inner = new Set([
  'compound',
  'flat',
  'fixed',
  'goeswith',
  'amod',
  'det',
  'case',
  'mark',
  'cc',
])
const nominal = new Set(['NOUN', 'PROPN', 'PRON'])
/** Words of a phrase before its head, at most. */
const longest = 9

/** Further references, in reading order; something spoken of twice that nobody knew yet becomes an entity without a name. */
export function linkRest(
  r: Reading,
  hints: Hints,
  names: readonly Name[],
  ofName: readonly Draft[],
  found: readonly Found[],
  drafts: Drafts,
): Found[] {
  const draftAt = draftsByToken(r, names, ofName, found)
  const out: Found[] = []
  /** The last token of each noun. */
  const lastOf = new Map<string, number>()
  for (let i = 0; i < r.length; i++) {
    if (draftAt.has(i) || !isHead(r, i)) continue
    const back = hinted(hints, i) ?? sameNoun(r, i, lastOf)
    if (r.upos(i) === 'NOUN') lastOf.set(r.lemma(i), i)
    if (back === null) continue
    const known = draftAt.get(back)
    if (known && !fits(r, i, known)) continue
    const draft = known ?? firstSpokenOf(r, back, drafts)
    if (!known) {
      draftAt.set(back, draft)
      out.push(referenceAt(r, back, draft))
    }
    draftAt.set(i, draft)
    out.push(referenceAt(r, i, draft))
  }
  return out
}

const persons = new Set([
  'he',
  'him',
  'his',
  'himself',
  'she',
  'her',
  'hers',
  'herself',
  'i',
  'me',
  'my',
])
const things = new Set(['it', 'its', 'itself', 'this', 'that', 'which'])

/** A pronoun for persons means no body or place that is named, and "it" no person. */
function fits(r: Reading, i: number, draft: Draft): boolean {
  if (things.has(r.key(i))) return draft.type !== 'PERSON'
  return !persons.has(r.key(i)) || draft.type === 'PERSON' || draft.nameless
}

function hinted(hints: Hints, i: number): number | null {
  const back = hints.best(i)
  return back && back.probability >= least ? back.token : null
}

/** CO24: "the dam" and "their dam" are the dam spoken of before. */
function sameNoun(r: Reading, i: number, lastOf: ReadonlyMap<string, number>): number | null {
  if (r.upos(i) !== 'NOUN' || !definite.has(r.key(phraseStart(r, i)))) return null
  const last = lastOf.get(r.lemma(i)) ?? -1
  const near = last >= 0 && r.sentence(i) - r.sentence(last) <= farthest
  return near && r.xpos(i) === r.xpos(last) ? last : null
}

const definite = new Set([
  ...['the', 'this', 'that', 'these', 'those'],
  ...['my', 'our', 'your', 'his', 'her', 'its', 'their'],
])
/** Sentences that a noun is remembered. */
const farthest = 60

/** Whom or what each word of a name or of a resolved mention means. */
export function draftsByToken(
  r: Reading,
  names: readonly Name[],
  ofName: readonly Draft[],
  found: readonly Found[],
): Map<number, Draft> {
  const out = new Map<number, Draft>()
  const at = new Map<number, number>()
  for (let i = 0; i < r.length; i++) at.set(r.from(i), i)
  names.forEach((_, n) => {
    const draft = ofName[n]
    if (draft) for (let i = r.nameFirst(n); i >= 0 && i < r.nameEnd(n); i++) out.set(i, draft)
  })
  for (const f of found)
    for (let i = at.get(f.from) ?? r.length; i < r.length && r.to(i) <= f.to; i++)
      if (!out.has(i)) out.set(i, f.draft)
  return out
}

function isHead(r: Reading, i: number): boolean {
  return nominal.has(r.upos(i)) && !inner.has(r.deprel(i).split(':')[0] ?? '')
}

function firstSpokenOf(r: Reading, i: number, drafts: Drafts): Draft {
  const first = phraseStart(r, i)
  const at = { from: r.from(first), to: r.to(i) }
  const name = r.text.slice(at.from, at.to).replace(/\s+/g, ' ')
  return drafts.make('MISC', name, at, {
    nameless: true,
    plural: r.xpos(i) === 'NNS' || r.xpos(i) === 'NNPS',
    noun: r.lemma(i),
  })
}

function referenceAt(r: Reading, i: number, draft: Draft): Found {
  const pronoun = r.upos(i) === 'PRON'
  const first = pronoun ? i : phraseStart(r, i)
  return {
    from: r.from(first),
    to: r.to(i),
    draft,
    kind: pronoun ? 'pronoun' : 'noun',
    rule: 'CO23',
  }
}

/** The first word of what hangs from the head without a gap before it. */
function phraseStart(r: Reading, i: number): number {
  let first = i
  while (
    first > 0 &&
    i - first < longest &&
    r.together(first - 1, i) &&
    r.head(first - 1) >= first - 1 &&
    r.head(first - 1) <= i &&
    r.upos(first - 1) !== 'PUNCT' &&
    r.upos(first - 1) !== 'ADP'
  )
    first--
  return first
}
