/** Lexicons of the entities stage: lists of names, titles, peoples and words that tell what a name is. */
import { readCountries } from '../../lexicon/country-list.ts'
import { splitPhrase } from '../../lexicon/phrase.ts'
import { PhraseTrie } from '../../lexicon/trie.ts'
import { readTsv } from '../../lexicon/tsv.ts'
import { readWords } from '../../lexicon/word-set.ts'
import type { EntityType } from '../../model/entity.ts'
import { defineResource } from '../../pipeline/resource.ts'

/** A name that a list knows. */
export interface KnownName {
  readonly type: EntityType
  readonly country: string | null
}

export type Gender = 'f' | 'm' | 'n'

export interface TitleRow {
  readonly gender: Gender
  /** Honorifics ("Mr") never stand for a person by themselves; offices ("minister") may. */
  readonly kind: 'honorific' | 'office'
}

export type HeadType = 'ORG' | 'LOC' | 'EVENT' | 'WORK' | 'WEAPON' | 'FIELD'

export interface NameLexicon {
  /** Matched with capitals as written. */
  readonly known: PhraseTrie<KnownName>
  /** Keyed in lower case. */
  readonly titles: PhraseTrie<TitleRow>
  readonly given: ReadonlyMap<string, { readonly weak: boolean }>
  readonly family: ReadonlyMap<string, { readonly weak: boolean }>
  readonly heads: ReadonlyMap<string, ReadonlySet<HeadType>>
  /** Heads that open a name: "Lake Baikal", "Hurricane Katrina". */
  readonly openers: ReadonlyMap<string, ReadonlySet<HeadType>>
  readonly languages: ReadonlySet<string>
  readonly notNames: ReadonlySet<string>
  /** Words mostly written small. */
  readonly everyday: ReadonlySet<string>
  /** What context words tell, by the list's own terms. */
  readonly tells: ReadonlyMap<string, ReadonlySet<string>>
}

const files = [
  'en/countries.tsv',
  'en/known-names.tsv',
  'en/groups.tsv',
  'en/languages.tsv',
  'en/person-titles.tsv',
  'en/given-names.tsv',
  'en/family-names.tsv',
  'en/name-words.tsv',
  'en/name-context.tsv',
  'en/not-names.tsv',
  'en/everyday-words.tsv',
] as const

/** The lists of the stage. */
export const nameLexicon = defineResource(files, (bytes): NameLexicon => {
  const at = (file: (typeof files)[number]): Uint8Array =>
    bytes[files.indexOf(file)] ?? new Uint8Array()
  return {
    known: readKnown(at),
    titles: readTitles(at('en/person-titles.tsv')),
    given: new Map(
      readTsv(at('en/given-names.tsv'), 'en/given-names.tsv', ['name', 'gender', 'mark']).map(
        (r) => [r.name, { weak: r.mark === 'weak' }],
      ),
    ),
    family: new Map(
      readTsv(at('en/family-names.tsv'), 'en/family-names.tsv', ['name', 'mark']).map((r) => [
        r.name,
        { weak: r.mark === 'weak' },
      ]),
    ),
    heads: readHeads(at('en/name-words.tsv'), false),
    openers: readHeads(at('en/name-words.tsv'), true),
    languages: readWords(at('en/languages.tsv'), 'en/languages.tsv', 'word'),
    notNames: readWords(at('en/not-names.tsv'), 'en/not-names.tsv', 'word'),
    everyday: readWords(at('en/everyday-words.tsv'), 'en/everyday-words.tsv', 'word'),
    tells: readSets(
      readTsv(at('en/name-context.tsv'), 'en/name-context.tsv', ['word', 'tells']).map((r) => [
        r.word,
        r.tells,
      ]),
    ),
  }
})

function readHeads(bytes: Uint8Array, first: boolean): ReadonlyMap<string, ReadonlySet<HeadType>> {
  return readSets<HeadType>(
    readTsv(bytes, 'en/name-words.tsv', ['word', 'type', 'place'])
      .filter((r) => (r.place === 'first') === first)
      .map((r) => [r.word, r.type as HeadType]),
  )
}

function readSets<T extends string>(
  rows: readonly (readonly [string, T])[],
): ReadonlyMap<string, ReadonlySet<T>> {
  const out = new Map<string, Set<T>>()
  for (const [word, value] of rows) {
    const set = out.get(word)
    if (set) set.add(value)
    else out.set(word, new Set([value]))
  }
  return out
}

/** Titles also stand in the plural ("Presidents Xi and Putin") and behind "former", "then", "acting". */
function readTitles(bytes: Uint8Array): PhraseTrie<TitleRow> {
  const entries: [string[], TitleRow][] = []
  for (const r of readTsv(bytes, 'en/person-titles.tsv', ['title', 'gender', 'kind'])) {
    const row: TitleRow = {
      gender: r.gender as Gender,
      kind: r.kind === 'honorific' ? 'honorific' : 'office',
    }
    const phrase = splitPhrase(r.title)
    entries.push([phrase, row])
    if (r.kind === 'honorific' && !r.title.includes(' ')) entries.push([[`${r.title}.`], row])
    if (r.kind === 'office' && !r.title.endsWith('s')) {
      const last = phrase.at(-1) ?? ''
      entries.push([[...phrase.slice(0, -1), `${last}s`], row])
    }
  }
  return PhraseTrie.of(entries)
}

/** Peoples first, then countries, then known names: of two equal names the later wins. */
function readKnown(at: (file: (typeof files)[number]) => Uint8Array): PhraseTrie<KnownName> {
  const entries: [string[], KnownName][] = []
  const add = (name: string, value: KnownName): void => {
    const phrase = splitPhrase(name)
    entries.push([phrase, value])
  }
  for (const r of readTsv(at('en/groups.tsv'), 'en/groups.tsv', ['word']))
    add(r.word, { type: 'NORP', country: null })
  for (const c of readCountries(at('en/countries.tsv'))) {
    for (const d of c.demonyms) add(d, { type: 'NORP', country: c.iso3 })
    for (const n of [c.name, ...c.aliases]) add(n, { type: 'LOC', country: c.iso3 })
  }
  for (const r of readTsv(at('en/known-names.tsv'), 'en/known-names.tsv', [
    'name',
    'type',
    'country',
    'aliases',
  ])) {
    const value = { type: r.type as EntityType, country: r.country === '' ? null : r.country }
    for (const n of [r.name, ...(r.aliases === '' ? [] : r.aliases.split('|'))]) add(n, value)
  }
  return PhraseTrie.of(entries)
}
