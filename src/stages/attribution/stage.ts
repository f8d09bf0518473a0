/** Finds who is said to have said what: source, cue and content, nested, carried over, with speakers. Rules AT1-AT47 stand in SPEC.md. */

import { type Attribution, attributions } from '../../layers/attributions.ts'
import { entities } from '../../layers/entities.ts'
import { names } from '../../layers/names.ts'
import { paragraphs } from '../../layers/paragraphs.ts'
import { quotations } from '../../layers/quotations.ts'
import { references } from '../../layers/references.ts'
import { sentences } from '../../layers/sentences.ts'
import { syntax } from '../../layers/syntax.ts'
import { tags } from '../../layers/tags.ts'
import { tokens } from '../../layers/tokens.ts'
import { readCountries } from '../../lexicon/country-list.ts'
import { numberWordsResource } from '../../lexicon/number-words.ts'
import { PhraseTrie } from '../../lexicon/trie.ts'
import { defineResource } from '../../pipeline/resource.ts'
import { defineStage, type View } from '../../pipeline/stage.ts'
import { SpanList } from '../../text/span-list.ts'
import { assemble } from './assemble.ts'
import { cueWeights } from './cue-weights.ts'
import { draftsOf, type Trained } from './drafts.ts'
import {
  anonymityPhrases,
  bodyWords,
  claimOwners,
  nounLexicon,
  offices,
  phraseLexicon,
  sourceNouns,
  verbLexicon,
} from './lexicons.ts'
import { bodyNouns, sourceWords } from './profile-lexicons.ts'
import { Reading } from './reading.ts'
import { outlets } from './source-kind.ts'
import { Speakers } from './speakers.ts'

/** Names, aliases, demonyms and capitals, as written, to the country's code. */
const countryWords = defineResource(['en/countries.tsv'], (bytes) =>
  PhraseTrie.of(
    readCountries(bytes[0] ?? new Uint8Array()).flatMap((c) =>
      [c.name, ...c.aliases, ...c.demonyms, c.capital]
        .filter((word) => word !== '')
        .map((word) => [word.split(' '), c.iso3] as const),
    ),
  ),
)

/** The layers that are read with the trained reader and without. */
export const read = [
  paragraphs,
  sentences,
  quotations,
  tokens,
  tags,
  syntax,
  names,
  entities,
  references,
] as const

/** The word lists, for both ways. */
export const lists = {
  verbs: verbLexicon,
  nouns: nounLexicon,
  phrases: phraseLexicon,
  sources: sourceNouns,
  anonymity: anonymityPhrases,
  bodies: bodyWords,
  offices,
  owners: claimOwners,
  outlets,
  words: sourceWords,
  bodyNouns,
  numbers: numberWordsResource,
  weights: cueWeights,
  countries: countryWords,
}

type Lists = { readonly [K in keyof typeof lists]: ReturnType<(typeof lists)[K]['load']> }

/** The attributions of a report; `trained` is what the trained reader says, where there is one. */
export function attributed(
  view: View<(typeof read)[number]>,
  lexicons: Lists,
  trained: Trained | null,
): SpanList<Attribution> {
  const reading = new Reading(
    view.text,
    view.layer(tokens).items,
    view.layer(tags).items,
    view.layer(syntax).items,
    view.layer(sentences).items,
    view.layer(quotations).items,
  )
  const drafts = draftsOf(reading, view.layer(paragraphs).items, lexicons, trained)
  const speakers = new Speakers(view.layer(entities), view.layer(references), view.layer(names))
  return SpanList.of(assemble(reading, drafts, lexicons, speakers))
}

export const attribution = defineStage({
  name: 'attribution',
  version: 5,
  needs: [...read],
  makes: [attributions],
  uses: lists,
  run: (view, lexicons) => ({ attributions: attributed(view, lexicons, null) }),
})
