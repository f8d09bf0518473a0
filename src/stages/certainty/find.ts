/** Finds the cues of a document: what both variants of the stage do alike. */
import { clauseIndexOf, clauses } from '../../layers/clauses.ts'
import type { Hedge } from '../../layers/hedges.ts'
import type { Modality } from '../../layers/modalities.ts'
import { quotations } from '../../layers/quotations.ts'
import { syntax, treeOf } from '../../layers/syntax.ts'
import { tags } from '../../layers/tags.ts'
import { times } from '../../layers/times.ts'
import { type Token, tokens } from '../../layers/tokens.ts'
import type { View } from '../../pipeline/stage.ts'
import type { Span } from '../../text/span.ts'
import { clauseModes } from './clause-modes.ts'
import { conditions } from './conditions.ts'
import { hedgesOf } from './hedging.ts'
import {
  evaluations,
  type HedgeWord,
  hedgeBook,
  type ModalityWord,
  modalityBook,
  type NegationWord,
  negationBook,
  type PhraseBook,
} from './lexicons.ts'
import { evaluativeModes, judged, listedModes, putAt } from './modality.ts'
import { negationsOf } from './negation.ts'
import { quotedJudgements } from './quoted.ts'
import { openQuestions, timesToCome, unshown } from './settle.ts'
import type { Words } from './words.ts'

/** The layers that cues are found in. */
export const read = [tokens, tags, syntax, clauses, times, quotations] as const

/** The word lists, as both variants declare them. */
export const lists = { hedgeBook, negationBook, modalityBook, evaluations } as const

/** The word lists as loaded. */
export interface Lists {
  readonly hedgeBook: PhraseBook<HedgeWord>
  readonly negationBook: PhraseBook<NegationWord>
  readonly modalityBook: PhraseBook<ModalityWord>
  readonly evaluations: ReadonlyMap<string, string>
}

/** What was found, in no particular order. */
export interface Found {
  readonly hedges: readonly Hedge[]
  readonly modalities: readonly Modality[]
}

/** The words of a document as the rules see them. */
export function wordsOf(view: View<(typeof read)[number]>): Words {
  const tree = treeOf(view.layer(syntax))
  const index = clauseIndexOf(view.layer(clauses), tree)
  return {
    tokens: view.layer(tokens).items,
    tags: view.layer(tags).items,
    lemmas: view.layer(tags).items.map((t) => t.lemma.toLowerCase()),
    arcs: view.layer(syntax).items,
    tree,
    clauses: view.layer(clauses).items,
    clauseAt: index.at,
    owner: index.owner,
    quotations: view.layer(quotations).items,
    timed: timedTokens(view.layer(tokens).items, view.layer(times).items),
  }
}

/** All cues by the rules. */
export function cuesOf(words: Words, lexicons: Lists): Found {
  const listed = hedgesOf(words, lexicons.hedgeBook)
  const cues = [
    ...judged(words, listedModes(words, lexicons.modalityBook), [
      ...evaluativeModes(words, lexicons.evaluations),
      ...quotedJudgements(words),
    ]),
    ...putAt(words),
    ...clauseModes(words),
    ...conditions(words),
    ...negationsOf(words, lexicons.negationBook),
  ]
  const open = unshown(words, cues, listed)
  const hedges = [...listed, ...open.hedges]
  const found = [...openQuestions(words, cues, hedges), ...open.negations]
  return { hedges, modalities: [...found, ...timesToCome(words, found)] }
}

function timedTokens(words: readonly Token[], spans: readonly Span[]): Uint8Array {
  const out = new Uint8Array(words.length)
  let k = 0
  for (const [i, word] of words.entries()) {
    while (k < spans.length && (spans[k]?.to ?? 0) <= word.from) k++
    if ((spans[k]?.from ?? Number.POSITIVE_INFINITY) < word.to) out[i] = 1
  }
  return out
}
