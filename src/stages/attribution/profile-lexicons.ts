/** Profile lexicons: what tells the rank, the body, the country and the access of a source that a report does not name. */
import type { PhraseTrie } from '../../lexicon/trie.ts'
import { readTsv } from '../../lexicon/tsv.ts'
import { defineResource } from '../../pipeline/resource.ts'
import type { AnonymityKind, BodyWordKind, SourceKind } from './lexicons.ts'

/** Country words ("Ukrainian", "Seoul", "U.S.") by key, to ISO 3166 alpha-3. */
export type CountryWords = PhraseTrie<string>

const kinds = [
  'anybody',
  'belonging',
  'bodiless',
  'counting',
  'pronoun',
  'rank',
  'ruling',
  'speaking',
] as const

/**
 * `anybody` tells no role; `belonging` is of the body behind "of" or "in"; `bodiless` stands before a body's name and is
 * no part of it; `counting` may head a source; `pronoun` stands for people; `ruling` works for the country behind "in";
 * `speaking` speaks for who stands behind "for".
 */
export type SourceWords = { readonly [K in (typeof kinds)[number]]: ReadonlySet<string> }

export const sourceWords = defineResource(['en/source-words.tsv'], (bytes): SourceWords => {
  const rows = readTsv(bytes[0] ?? new Uint8Array(), 'en/source-words.tsv', [
    'word',
    'kind',
  ] as const)
  const of = (kind: string): ReadonlySet<string> =>
    new Set(rows.filter((r) => r.kind === kind).map((r) => r.word))
  return {
    anybody: of('anybody'),
    belonging: of('belonging'),
    bodiless: of('bodiless'),
    counting: of('counting'),
    pronoun: of('pronoun'),
    rank: of('rank'),
    ruling: of('ruling'),
    speaking: of('speaking'),
  }
})

/** Nouns for bodies: "ministry", "airline", "court". */
export const bodyNouns = defineResource(
  ['en/body-kinds.tsv'],
  (bytes): ReadonlySet<string> =>
    new Set(
      readTsv(bytes[0] ?? new Uint8Array(), 'en/body-kinds.tsv', ['word', 'kind', 'in'] as const)
        .filter((r) => r.in !== 'name')
        .map((r) => r.word),
    ),
)

/** What a profile is read with. */
export interface ProfileLexicons {
  readonly sources: ReadonlyMap<string, SourceKind>
  readonly words: SourceWords
  readonly anonymity: PhraseTrie<AnonymityKind>
  readonly offices: ReadonlySet<string>
  readonly countries: CountryWords
  readonly bodies: ReadonlyMap<string, BodyWordKind>
  readonly bodyNouns: ReadonlySet<string>
}
