/** Lexicons: the word lists of attribution, as declared resources. */
import { PhraseTrie } from '../../lexicon/trie.ts'
import { readTsv } from '../../lexicon/tsv.ts'
import type { Stance } from '../../model/claim.ts'
import { defineResource } from '../../pipeline/resource.ts'

/** What a cue word means and takes. */
export interface CueEntry {
  readonly class: string
  readonly stance: Stance
  /** Kinds of content: that, bare, quote, to, ing, wh, obj, as; other words are prepositions. */
  readonly frames: ReadonlySet<string>
}

/** Verbs by lemma; verbs with a particle or preposition ("point out") by their first lemma, too. */
export interface VerbLexicon {
  readonly verbs: ReadonlyMap<string, CueEntry>
  /** Phrasal verbs: first lemma, then the further keys. */
  readonly phrasal: PhraseTrie<CueEntry>
}

const no = new Uint8Array()

function entry(r: {
  readonly class: string
  readonly stance: string
  readonly frames: string
}): CueEntry {
  return { class: r.class, stance: r.stance as Stance, frames: new Set(r.frames.split(' ')) }
}

export const verbLexicon = defineResource(['en/speech-cues.tsv'], (bytes): VerbLexicon => {
  const rows = readTsv(bytes[0] ?? no, 'en/speech-cues.tsv', [
    'lemma',
    'class',
    'stance',
    'frames',
  ] as const)
  const single = rows.filter((r) => !r.lemma.includes(' '))
  const multi = rows.filter((r) => r.lemma.includes(' '))
  return {
    verbs: new Map(single.map((r) => [r.lemma, entry(r)])),
    phrasal: PhraseTrie.of(multi.map((r) => [r.lemma.split(' '), entry(r)] as const)),
  }
})

export const nounLexicon = defineResource(
  ['en/speech-nouns.tsv'],
  (bytes): ReadonlyMap<string, CueEntry> =>
    new Map(
      readTsv(bytes[0] ?? no, 'en/speech-nouns.tsv', [
        'noun',
        'class',
        'stance',
        'frames',
      ] as const).map((r) => [r.noun, entry(r)]),
    ),
)

/** `before`: the phrase stands before its source; `owned`: the source owns the noun ("in her view"); `adverb`: it hides the source; `never`: it names none. */
export interface PhraseEntry {
  readonly shape: 'before' | 'owned' | 'adverb' | 'never'
  readonly stance: Stance
}

export const phraseLexicon = defineResource(['en/speech-phrases.tsv'], (bytes) =>
  PhraseTrie.of(
    readTsv(bytes[0] ?? no, 'en/speech-phrases.tsv', ['phrase', 'shape', 'stance'] as const).map(
      (r) =>
        [
          r.phrase.split(' '),
          { shape: r.shape as PhraseEntry['shape'], stance: r.stance as Stance },
        ] as const,
    ),
  ),
)

export type SourceKind = 'anonymous' | 'document' | 'outlet' | 'group'

export const sourceNouns = defineResource(
  ['en/source-nouns.tsv'],
  (bytes): ReadonlyMap<string, SourceKind> =>
    new Map(
      readTsv(bytes[0] ?? no, 'en/source-nouns.tsv', ['noun', 'kind'] as const).map((r) => [
        r.noun,
        r.kind as SourceKind,
      ]),
    ),
)

/** Verbs whose subject owns the noun that they take: "repeated the claim" is one's own claim, "rejected the claim" is not. */
export const claimOwners = defineResource(
  ['en/claim-owners.tsv'],
  (bytes): ReadonlySet<string> =>
    new Set(readTsv(bytes[0] ?? no, 'en/claim-owners.tsv', ['verb'] as const).map((r) => r.verb)),
)

/** `body` names where somebody works by itself ("a military source"), `part` only with a noun ("a foreign ministry source"). */
export type BodyWordKind = 'body' | 'part'

export const bodyWords = defineResource(
  ['en/source-bodies.tsv'],
  (bytes): ReadonlyMap<string, BodyWordKind> =>
    new Map(
      readTsv(bytes[0] ?? no, 'en/source-bodies.tsv', ['word', 'kind'] as const).map((r) => [
        r.word,
        r.kind as BodyWordKind,
      ]),
    ),
)

/** Offices that one person at a time holds: "the mayor" is known by the office, "a mayor" is not. */
export const offices = defineResource(
  ['en/offices.tsv'],
  (bytes): ReadonlySet<string> =>
    new Set(readTsv(bytes[0] ?? no, 'en/offices.tsv', ['noun'] as const).map((r) => r.noun)),
)

/** `knows`: the lemma of a verb that, behind "who", tells of access ("who has read it"); the others are phrases as written. */
export type AnonymityKind = 'access' | 'reason' | 'anonymity' | 'knows'

export const anonymityPhrases = defineResource(['en/anonymity-phrases.tsv'], (bytes) =>
  PhraseTrie.of(
    readTsv(bytes[0] ?? no, 'en/anonymity-phrases.tsv', ['phrase', 'kind'] as const).map(
      (r) => [r.phrase.split(' '), r.kind as AnonymityKind] as const,
    ),
  ),
)
