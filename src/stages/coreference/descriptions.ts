/** Descriptions: noun phrases for people and bodies - references to someone named, or entities without a name. */

import type { EntityType } from '../../model/entity.ts'
import { bodyMeant, holdsNoun } from './bodies.ts'
import type { Draft, Drafts } from './entity-draft.ts'
import type { Hints } from './hints.ts'
import type { ReferenceLexicon } from './lexicons.ts'
import type { Memory } from './mention.ts'
import type { Phrase } from './phrase.ts'
import type { Reading } from './reading.ts'
import type { Roles } from './roles.ts'
import { speaksOnPaper } from './speaking.ts'

const inPhrase = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PUNCT'])
const definite = new Set(['the', 'this', 'that', 'these', 'those', 'both'])
const alwaysMany = new Set(['police', 'people', 'troops', 'men', 'women'])
/** A phrase before its head is no longer than this. */
const longest = 9

/** The phrase whose head noun stands at `i`, or null when the noun names nobody who can speak or act. */
export function descriptionAt(lexicon: ReferenceLexicon, r: Reading, i: number): Phrase | null {
  if (r.upos(i) !== 'NOUN' || r.name(i) >= 0) return null
  const lemma = r.lemma(i)
  const key = r.key(i)
  const known =
    lexicon.people.has(lemma) ||
    lexicon.people.has(key) ||
    lexicon.bodies.has(lemma) ||
    lexicon.offices.has(lemma) ||
    lexicon.tells.has(lemma) ||
    lexicon.bodyNouns.has(lemma) ||
    lexicon.documents.has(lemma)
  if (!known) return null
  if (r.together(i, i + 1)) {
    if (r.upos(i + 1) === 'NOUN' && r.name(i + 1) < 0) return null
    // A title before a name ("spokesman Pat Ryder") belongs to the name.
    if (r.name(i + 1) >= 0 && r.to(i) + 1 >= r.from(i + 1)) return null
    if (r.key(i + 1) === '-') return null
  }
  let first = i
  while (first > 0 && i - first < longest && r.together(first - 1, i) && belongs(r, first - 1))
    first--
  while (first < i && r.upos(first) === 'PUNCT') first++
  return {
    first,
    end: i + 1,
    noun: lemma,
    plural: r.xpos(i) === 'NNS' || alwaysMany.has(key),
    definite: definite.has(r.key(first)),
  }
}

function belongs(r: Reading, i: number): boolean {
  const upos = r.upos(i)
  if (upos === 'PUNCT')
    return r.key(i) === '-' && r.to(i) === r.from(i + 1) && r.to(i - 1) === r.from(i)
  if (upos === 'PART') return r.key(i).startsWith("'") && r.name(i - 1) >= 0
  if (r.name(i) >= 0) return true
  // "the Oslo-based firm"
  if (r.key(i) === 'based') return r.key(i - 1) === '-'
  return inPhrase.has(upos)
}

export interface Described {
  readonly draft: Draft
  readonly rule: string
}

/** Finds whom a description speaks of; makes an entity without a name for one that acts or speaks. */
export class Descriptions {
  readonly #lexicon: ReferenceLexicon
  readonly #drafts: Drafts
  readonly #byWords = new Map<string, Draft>()
  readonly #byNoun = new Map<string, Draft>()
  readonly #roles: Roles
  readonly #hints: Hints | null

  constructor(lexicon: ReferenceLexicon, drafts: Drafts, roles: Roles, hints: Hints | null) {
    this.#lexicon = lexicon
    this.#drafts = drafts
    this.#roles = roles
    this.#hints = hints
  }

  resolve(r: Reading, d: Phrase, memory: Memory): Described | null {
    if (d.definite) {
      const back = this.#lookBack(r, d, memory)
      if (back) return back
    }
    if (!isAgent(r, d)) return null
    const person =
      this.#lexicon.people.has(d.noun) ||
      this.#lexicon.people.has(r.key(d.end - 1)) ||
      this.#lexicon.offices.has(d.noun)
    if (person || this.#lexicon.bodies.has(d.noun))
      return this.#nameless(r, d, person ? 'PERSON' : 'ORG')
    return this.#lexicon.documents.has(d.noun) && isSaid(r, d) ? this.#nameless(r, d, 'WORK') : null
  }

  /** CO9: a definite description of a kind that one entity of the report has. */
  #lookBack(r: Reading, d: Phrase, memory: Memory): Described | null {
    const sentence = r.sentence(d.first)
    const tells = (what: string): boolean => this.#lexicon.tells.get(d.noun)?.has(what) ?? false
    const short = d.end - d.first <= 2
    if (!d.plural) {
      const nameless = short ? (this.#byNoun.get(`${d.noun}/false`) ?? null) : null
      const holder = this.#roles.holder(r, d, memory)
      if (holder && !isLater(nameless, holder, memory, sentence))
        return { draft: holder, rule: 'CO9' }
      const head = this.#roles.head(r, d, memory)
      if (head && !nameless) return { draft: head, rule: 'CO28' }
      const epithet = this.#roles.epithet(r, d, memory)
      if (epithet) return { draft: epithet, rule: 'CO29' }
      if (tells('man') || tells('woman')) {
        const gender = tells('man') ? 'm' : 'f'
        for (const m of memory.latest(sentence, 3))
          if (short && m.draft.type === 'PERSON' && m.draft.gender === gender)
            return { draft: m.draft, rule: 'CO9' }
      }
      if (tells('state') && short) return this.#latestState(sentence, memory)
      if (nameless) {
        for (const m of memory.latest(sentence, reach)) {
          if (m.draft === nameless) break
          if (short && holdsNoun(m.draft, d.noun)) return { draft: m.draft, rule: 'CO10' }
        }
        return { draft: nameless, rule: 'CO11' }
      }
      const body = bodyMeant(this.#lexicon, r, d, memory, this.#hints)
      if (body) return { draft: body, rule: 'CO10' }
    }
    const before = short ? this.#byNoun.get(`${d.noun}/${d.plural}`) : undefined
    return before ? { draft: before, rule: 'CO11' } : null
  }

  /** The one state spoken of in this sentence or the one before; two leave it open. */
  #latestState(sentence: number, memory: Memory): Described | null {
    let found: Draft | null = null
    let at = -1
    for (const m of memory.latest(sentence, 1)) {
      const { draft } = m
      if (draft.type !== 'LOC' || !this.#lexicon.countryOf.has(draft.name)) continue
      if (found && found !== draft)
        return m.sentence === at && !m.subject ? null : { draft: found, rule: 'CO9' }
      found = draft
      at = m.sentence
    }
    return found ? { draft: found, rule: 'CO9' } : null
  }

  /** CO4: an entity without a name: "two South Korean officials", "the police". */
  #nameless(r: Reading, d: Phrase, type: EntityType): Described {
    const words = wordsOf(r, d)
    const key = words.toLowerCase()
    let draft = this.#byWords.get(key)
    if (!draft) {
      draft = this.#drafts.make(
        type,
        words,
        { from: r.from(d.first), to: r.to(d.end - 1) },
        {
          nameless: true,
          plural: d.plural,
          noun: d.noun,
          gender: this.#lexicon.titles.get(d.noun) ?? null,
          country: countryIn(this.#lexicon, r, d),
        },
      )
      this.#byWords.set(key, draft)
    }
    this.#byNoun.set(`${d.noun}/${d.plural}`, draft)
    return { draft, rule: 'CO4' }
  }
}

/** A body is remembered by its noun so many sentences. */
const reach = 12

/** True when the one without a name was spoken of after the named one. */
function isLater(nameless: Draft | null, named: Draft, memory: Memory, sentence: number): boolean {
  if (!nameless) return false
  for (const m of memory.latest(sentence, reach)) {
    if (m.draft === named) return false
    if (m.draft === nameless) return true
  }
  return false
}

const articles = new Set(['the', 'a', 'an'])

/** The words of a description without its article. */
function wordsOf(r: Reading, d: Phrase): string {
  const from = articles.has(r.key(d.first)) && d.end - d.first > 1 ? d.first + 1 : d.first
  const words = r.text.slice(r.from(from), r.to(d.end - 1)).replace(/\s+/g, ' ')
  return d.definite && d.noun === 'police' ? 'police' : words
}

function countryIn(lexicon: ReferenceLexicon, r: Reading, d: Phrase): string | null {
  for (let i = d.first; i < d.end; i++) {
    const one = lexicon.countryOf.get(r.text.slice(r.from(i), r.to(i)))
    if (one) return one
    const two = lexicon.countryOf.get(r.text.slice(r.from(i), r.to(i + 1)))
    if (two && i + 1 < d.end) return two
  }
  return null
}

const finite = new Set(['VBD', 'VBZ', 'VBP', 'MD'])

/** A subject, the agent of a passive, or what stands after "according to". */
function isAgent(r: Reading, d: Phrase): boolean {
  if (r.isSubject(d.first, d.end)) return true
  const before = d.first - 1
  // The tree may err where a finite verb right after the phrase leaves no doubt.
  if (
    finite.has(r.xpos(d.end)) &&
    r.together(d.end, d.first) &&
    (before < 0 ||
      !r.together(before, d.first) ||
      r.upos(before) === 'PUNCT' ||
      r.upos(before) === 'SCONJ')
  )
    return true
  if (r.key(before) === 'to' && r.key(before - 1) === 'according') return true
  if (r.key(before) === 'by' && r.together(before, d.first))
    return r.xpos(before - 1) === 'VBN' || r.deprel(d.end - 1) === 'obl:agent'
  return false
}

/** CO30: a document that speaks: "a memo says", "according to the report". */
function isSaid(r: Reading, d: Phrase): boolean {
  if (r.key(d.first - 1) === 'to' && r.key(d.first - 2) === 'according') return true
  const verb = r.head(r.headOf(d.first, d.end))
  return r.isSubject(d.first, d.end) && speaksOnPaper(r, verb)
}
