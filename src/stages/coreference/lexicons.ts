/** Lexicons of the coreference stage: what given names and titles tell of gender, other forms of names, nouns for people and bodies. */
import { readCountries } from '../../lexicon/country-list.ts'
import { readTsv } from '../../lexicon/tsv.ts'
import { defineResource } from '../../pipeline/resource.ts'

export type Gender = 'f' | 'm'

export interface ReferenceLexicon {
  /** Given names that tell a gender. */
  readonly given: ReadonlyMap<string, Gender>
  /** Names that stand first although they are family names ("Kim Jong-un", "Xi Jinping"). */
  readonly familyFirst: ReadonlySet<string>
  /** Title words that tell a gender ("spokeswoman", "Mr"). */
  readonly titles: ReadonlyMap<string, Gender>
  /** Offices of persons, singular, in small letters. */
  readonly offices: ReadonlySet<string>
  /** One form for all forms of a name: "U.S." and "United States" give "United States". */
  readonly canonical: ReadonlyMap<string, string>
  readonly countryOf: ReadonlyMap<string, string>
  /** States of people in the highest offices, by full name, and by family name where that is enough. */
  readonly leaders: ReadonlyMap<string, string>
  /** Nouns of people whom a report does not name. */
  readonly people: ReadonlySet<string>
  /** Nouns of bodies: agency, ministry, company. */
  readonly bodies: ReadonlySet<string>
  /** What kind of body a word of a name tells, in small letters. */
  readonly bodyKinds: ReadonlyMap<string, ReadonlySet<string>>
  /** The kinds of body that a noun can mean. */
  readonly bodyNouns: ReadonlyMap<string, ReadonlySet<string>>
  /** Nouns of documents: report, memo. */
  readonly documents: ReadonlySet<string>
  /** What verbs and adjectives tell of a pronoun beside them. */
  readonly verbs: ReadonlyMap<string, ReadonlySet<string>>
  /** Nouns that refer back to a state: country, nation. */
  readonly tells: ReadonlyMap<string, ReadonlySet<string>>
}

const empty = new Uint8Array()

/** The lists of the stage. */
export const referenceLexicon = defineResource(
  [
    'en/given-names.tsv',
    'en/person-titles.tsv',
    'en/countries.tsv',
    'en/known-names.tsv',
    'en/source-nouns.tsv',
    'en/reference-nouns.tsv',
    'en/leaders.tsv',
    'en/body-kinds.tsv',
    'en/reference-verbs.tsv',
  ],
  ([given, titles, countries, known, nouns, tells, leaders, kinds, verbs]): ReferenceLexicon => {
    const givenRows = readTsv(given ?? empty, 'en/given-names.tsv', ['name', 'gender', 'mark'])
    const titleRows = readTsv(titles ?? empty, 'en/person-titles.tsv', ['title', 'gender', 'kind'])
    const nounRows = readTsv(nouns ?? empty, 'en/source-nouns.tsv', ['noun', 'kind'])
    const tellRows = readTsv(tells ?? empty, 'en/reference-nouns.tsv', ['noun', 'tells'])
    const of = (what: string): Set<string> =>
      new Set(tellRows.filter((r) => r.tells === what).map((r) => r.noun))
    const kindRows = readTsv(kinds ?? empty, 'en/body-kinds.tsv', ['word', 'kind', 'in'])
    const offices = titleRows.filter((r) => r.kind === 'office').map((r) => r.title)
    return {
      given: new Map(
        givenRows.flatMap((r) => (r.gender === 'n' ? [] : [[r.name, r.gender as Gender] as const])),
      ),
      familyFirst: of('family name first'),
      titles: new Map(
        titleRows.flatMap((r) =>
          r.gender === 'n' ? [] : [[r.title, r.gender as Gender] as const],
        ),
      ),
      offices: new Set(offices),
      canonical: canonicalForms(countries ?? empty, known ?? empty),
      countryOf: countryNames(countries ?? empty),
      leaders: leaderNames(leaders ?? empty),
      people: new Set([
        ...nounRows.filter((r) => r.kind === 'anonymous').map((r) => r.noun),
        ...of('people'),
      ]),
      bodies: new Set([
        ...nounRows.filter((r) => r.kind === 'group' || r.kind === 'outlet').map((r) => r.noun),
        ...of('body'),
      ]),
      tells: grouped(tellRows.map((r) => [r.noun, r.tells])),
      verbs: grouped(
        readTsv(verbs ?? empty, 'en/reference-verbs.tsv', ['word', 'tells']).map((r) => [
          r.word,
          r.tells,
        ]),
      ),
      bodyKinds: grouped(kindRows.filter((r) => r.in !== 'noun').map((r) => [r.word, r.kind])),
      bodyNouns: grouped(kindRows.filter((r) => r.in !== 'name').map((r) => [r.word, r.kind])),
      documents: new Set(nounRows.filter((r) => r.kind === 'document').map((r) => r.noun)),
    }
  },
)

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>()
  for (const [key, value] of pairs) {
    const set = out.get(key)
    if (set) set.add(value)
    else out.set(key, new Set([value]))
  }
  return out
}

function canonicalForms(countries: Uint8Array, known: Uint8Array): ReadonlyMap<string, string> {
  const out = new Map<string, string>()
  for (const c of readCountries(countries)) {
    for (const name of [c.name, ...c.aliases]) out.set(name, c.name)
    const people = c.demonyms[0]
    if (people) for (const d of c.demonyms) out.set(d, people)
  }
  const rows = readTsv(known, 'en/known-names.tsv', ['name', 'type', 'country', 'aliases'])
  for (const r of rows)
    for (const name of r.aliases === '' ? [r.name] : [r.name, ...r.aliases.split('|')])
      if (!out.has(name)) out.set(name, r.name)
  return out
}

function leaderNames(bytes: Uint8Array): ReadonlyMap<string, string> {
  const out = new Map<string, string>()
  for (const r of readTsv(bytes, 'en/leaders.tsv', ['name', 'country', 'by'])) {
    out.set(r.name, r.country)
    if (r.by === 'family') out.set(r.name.slice(r.name.lastIndexOf(' ') + 1), r.country)
  }
  return out
}

function countryNames(countries: Uint8Array): ReadonlyMap<string, string> {
  const out = new Map<string, string>()
  for (const c of readCountries(countries)) {
    for (const name of [c.name, ...c.aliases, ...c.demonyms]) out.set(name, c.iso3)
    out.set(c.capital, c.iso3)
  }
  return out
}
