/** Roles: who of the persons named in a report is "the minister", "the state governor" or "the 44-year-old" (CO9, CO28, CO29). */
import type { Name } from '../../layers/names.ts'
import type { Draft } from './entity-draft.ts'
import type { ReferenceLexicon } from './lexicons.ts'
import type { Memory } from './mention.ts'
import type { Phrase } from './phrase.ts'
import type { Reading } from './reading.ts'

interface Role {
  readonly draft: Draft
  /** Where the report gives it. */
  readonly at: number
  readonly words: readonly string[]
}

/** A role behind a name is no longer than this, in words. */
const longest = 8
/** "The head of the region": so many sentences back. */
const reach = 3

/** What the report tells of the roles of persons, before and behind their names. */
export class Roles {
  readonly #lexicon: ReferenceLexicon
  readonly #byNoun = new Map<string, Role[]>()
  readonly #apposed = new Map<number, Draft>()
  /** By the first word of a name, the noun that it stands beside. */
  readonly #nouns = new Map<number, number>()

  constructor(
    lexicon: ReferenceLexicon,
    r: Reading,
    names: readonly Name[],
    ofName: readonly Draft[],
  ) {
    this.#lexicon = lexicon
    for (const [n, name] of names.entries()) {
      const draft = ofName[n]
      const first = r.nameFirst(n)
      if (name.type !== 'PERSON' || !draft || first < 0) continue
      let before = first
      if (name.title && name.title.from < name.from) {
        while (before > 0 && r.from(before - 1) >= name.title.from) before--
        this.#note(r, before, first, draft)
      }
      const noun = this.#before(r, before, draft)
      if (noun >= 0) this.#nouns.set(first, noun)
      this.#behind(r, r.nameEnd(n), draft)
    }
  }

  /** The words `first` to `end` are a role; its noun is the last of them. */
  #note(r: Reading, first: number, end: number, draft: Draft): void {
    const words: string[] = []
    let last = ''
    for (let i = first; i < end; i++) {
      // "Minister of Energy": what the office is for stands behind its noun.
      if (r.upos(i) === 'ADP' && last !== '') {
        for (let k = i + 1; k < end; k++) words.push(r.key(k))
        break
      }
      if (last !== '') words.push(last)
      last = r.upos(i) === 'NOUN' ? r.lemma(i) : r.key(i)
    }
    if (last === '') return
    const list = this.#byNoun.get(last) ?? []
    list.push({ draft, at: first, words })
    this.#byNoun.set(last, list)
  }

  /** "the ministry's spokesman, Igor Lask", "the leader of the council, 51-year-old Igor Lask". */
  #before(r: Reading, first: number, draft: Draft): number {
    const comma = commaBefore(r, first)
    const last = comma >= 0 ? comma - 1 : first - 1
    if (!r.together(last, first)) return -1
    const head =
      comma >= 0 && this.isPerson(r, last) ? last : ofHead(r, last, (i) => this.isPerson(r, i))
    if (head < 0 || !this.isPerson(r, head)) return -1
    if (comma < 0 && (r.upos(last) !== 'NOUN' || this.isPerson(r, last))) return -1
    let start = head
    while (
      start > 0 &&
      head - start < longest &&
      inRole.has(r.upos(start - 1)) &&
      r.together(start - 1, head)
    )
      start--
    // "Officials, Igor Lask and Lena Berg said": a list, no apposition.
    if (comma >= 0 && r.xpos(head) === 'NNS') return -1
    this.#apposed.set(head, draft)
    this.#note(r, start, head + 1, draft)
    return head
  }

  /** The person whom the noun at `i` stands beside: "the captain, Igor Lask". */
  apposedAt(i: number): Draft | null {
    return this.#apposed.get(i) ?? null
  }

  /** "Igor Lask, 44, the ministry's chief spokesman,". */
  #behind(r: Reading, end: number, draft: Draft): void {
    let i = end
    if (r.key(i) !== ',') return
    if (r.upos(i + 1) === 'NUM' && (r.key(i + 2) === ',' || r.key(i + 2) === '.')) i += 2
    let start = i + 1
    if (r.key(start) === 'a' || r.key(start) === 'an' || r.key(start) === 'the') start++
    let last = -1
    for (let k = start; k < start + longest && r.together(k, end); k++) {
      if (!inRole.has(r.upos(k))) break
      if (this.isPerson(r, k)) last = k
      else if (r.upos(k) === 'NOUN') last = -1
    }
    if (last >= 0) this.#note(r, start, last + 1, draft)
  }

  /** The noun that the name at its first word stands beside, or -1. */
  nounBeside(first: number): number {
    return this.#nouns.get(first) ?? -1
  }

  /** True for a noun of people or of an office. */
  isPerson(r: Reading, i: number): boolean {
    if (r.upos(i) !== 'NOUN' && r.upos(i) !== 'PROPN') return false
    const lemma = r.upos(i) === 'NOUN' ? r.lemma(i) : r.key(i)
    return (
      this.#lexicon.people.has(lemma) ||
      this.#lexicon.offices.has(lemma) ||
      this.#lexicon.titles.has(lemma)
    )
  }

  /** The person whose role a definite phrase names: the one spoken of last before, else the only one named after. */
  holder(r: Reading, d: Phrase, memory: Memory): Draft | null {
    const said = this.#wordsOf(r, d)
    const fitting = (this.#byNoun.get(d.noun) ?? []).filter((role) => this.#fits(said, role))
    const before = new Set(fitting.filter((role) => role.at < d.first).map((role) => role.draft))
    if (before.size > 0) {
      if (before.size === 1) return [...before][0] ?? null
      for (const m of memory.latest(r.sentence(d.first), Number.POSITIVE_INFINITY))
        if (before.has(m.draft)) return m.draft
      return null
    }
    const after = new Set(fitting.map((role) => role.draft))
    return after.size === 1 ? ([...after][0] ?? null) : null
  }

  /** "The head of the region": the only person in the last sentences who heads something. */
  head(r: Reading, d: Phrase, memory: Memory): Draft | null {
    if (!this.#tells(d.noun, 'any office') || d.end - d.first > 2) return null
    const heading = new Set<Draft>()
    for (const [noun, roles] of this.#byNoun)
      if (this.#tells(noun, 'heads'))
        for (const role of roles) if (role.at < d.first) heading.add(role.draft)
    let found: Draft | null = null
    for (const m of memory.latest(r.sentence(d.first), reach)) {
      if (m.draft.type !== 'PERSON' || m.draft.nameless || !heading.has(m.draft)) continue
      if (found && found !== m.draft) return null
      found = m.draft
    }
    return found
  }

  /**
   * CO29: "the Labour politician", "the former Dutch premier": the only person, else the only subject, of this and the last
   * sentence; of a state that the words tell.
   */
  epithet(r: Reading, d: Phrase, memory: Memory): Draft | null {
    if (!this.#tells(d.noun, 'epithet') || d.end - d.first < 3) return null
    const said = this.#wordsOf(r, d)
    const states = said.flatMap((w) => this.#lexicon.countryOf.get(capital(w)) ?? [])
    const gender = this.#lexicon.titles.get(d.noun) ?? null
    const all = new Set<Draft>()
    const subjects = new Set<Draft>()
    const sameState = new Set<Draft>()
    const sentence = r.sentence(d.first)
    for (const m of memory.latest(sentence, 1)) {
      const { draft } = m
      if (draft.type !== 'PERSON' || draft.nameless || draft.plural) continue
      if (gender && draft.gender && gender !== draft.gender) continue
      all.add(draft)
      if (m.subject && !m.listed) subjects.add(draft)
      if (draft.country && states.includes(draft.country)) sameState.add(draft)
    }
    for (const set of [sameState, all, subjects]) if (set.size === 1) return [...set][0] ?? null
    return null
  }

  #tells(noun: string, what: string): boolean {
    return this.#lexicon.tells.get(noun)?.has(what) ?? false
  }

  /** The words before the noun, without the article. */
  #wordsOf(r: Reading, d: Phrase): readonly string[] {
    const out: string[] = []
    for (let i = d.first + 1; i < d.end - 1; i++)
      if (r.key(i) !== "'s" && r.key(i) !== '’s' && r.key(i) !== '-') out.push(r.key(i))
    return out
  }

  /** Ranks are the same on both sides; where both say more, they share a word; a state is the person's own. */
  #fits(said: readonly string[], role: Role): boolean {
    const rank = (w: string): boolean => this.#tells(w, 'rank')
    if (said.some((w) => rank(w) && !role.words.includes(w))) return false
    if (role.words.some((w) => rank(w) && !said.includes(w))) return false
    const more = said.filter((w) => !rank(w))
    const theirs = role.words.filter((w) => !rank(w) && w !== 'the')
    if (more.length === 0 || more.some((w) => theirs.includes(w))) return true
    for (const w of more) {
      const state = this.#lexicon.countryOf.get(capital(w))
      if (state) return role.draft.country === null || role.draft.country === state
    }
    return theirs.length === 0 && more.length === 1
  }
}

const inRole = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'PART', 'NUM'])

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

/** The comma before a name with what may stand between: "the driver, 38-year-old Igor Lask"; -1 where there is none. */
function commaBefore(r: Reading, first: number): number {
  for (let i = first - 1; i > first - longest && r.together(i, first); i--) {
    if (r.key(i) === ',') return i
    if (!inRole.has(r.upos(i)) && r.key(i) !== '-') return -1
    if (r.upos(i) === 'DET') return -1
  }
  return -1
}

/** "the deputy of the lower house Igor Lask": the noun before "of", where nothing between is a person itself. */
function ofHead(r: Reading, last: number, isPerson: (i: number) => boolean): number {
  for (let i = last; i > last - longest && r.together(i, last); i--) {
    if (r.key(i) === 'of') return i - 1
    if (isPerson(i) && i !== last) return -1
    if (!inRole.has(r.upos(i)) || r.upos(i) === 'PART') return -1
  }
  return -1
}
