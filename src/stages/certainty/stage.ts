/** Finds how sure a statement is and how it is put: hedges, negations, modes. Rules CE1-CE48 stand in SPEC.md. */
import { clauseIndexOf, clauses } from '../../layers/clauses.ts'
import { hedges } from '../../layers/hedges.ts'
import { modalities } from '../../layers/modalities.ts'
import { syntax, treeOf } from '../../layers/syntax.ts'
import { tags } from '../../layers/tags.ts'
import { times } from '../../layers/times.ts'
import { type Token, tokens } from '../../layers/tokens.ts'
import { defineStage } from '../../pipeline/stage.ts'
import type { Span } from '../../text/span.ts'
import { SpanList } from '../../text/span-list.ts'
import { clauseModes } from './clause-modes.ts'
import { conditions } from './conditions.ts'
import { hedgesOf } from './hedging.ts'
import { evaluations, hedgeBook, modalityBook, negationBook } from './lexicons.ts'
import { evaluativeModes, judged, listedModes, putAt } from './modality.ts'
import { negationsOf } from './negation.ts'
import { openQuestions, timesToCome, unshown } from './settle.ts'
import type { Words } from './words.ts'

export const certainty = defineStage({
  name: 'certainty',
  version: 3,
  needs: [tokens, tags, syntax, clauses, times],
  makes: [hedges, modalities],
  uses: { hedgeBook, negationBook, modalityBook, evaluations },
  run(view, lists) {
    const arcs = view.layer(syntax).items
    const made = view.layer(clauses).items
    const tree = treeOf(view.layer(syntax))
    const index = clauseIndexOf(view.layer(clauses), tree)
    const words: Words = {
      tokens: view.layer(tokens).items,
      tags: view.layer(tags).items,
      lemmas: view.layer(tags).items.map((t) => t.lemma.toLowerCase()),
      arcs,
      tree,
      clauses: made,
      clauseAt: index.at,
      owner: index.owner,
      timed: timedTokens(view.layer(tokens).items, view.layer(times).items),
    }
    const listed = hedgesOf(words, lists.hedgeBook)
    const cues = [
      ...judged(
        words,
        listedModes(words, lists.modalityBook),
        evaluativeModes(words, lists.evaluations),
      ),
      ...putAt(words),
      ...clauseModes(words),
      ...conditions(words),
      ...negationsOf(words, lists.negationBook),
    ]
    const open = unshown(words, cues, listed)
    const hedged = [...listed, ...open.hedges]
    const found = [...openQuestions(words, cues, hedged), ...open.negations]
    return {
      hedges: SpanList.sorted(hedged),
      modalities: SpanList.sorted([...found, ...timesToCome(words, found)]),
    }
  },
})

function timedTokens(words: readonly Token[], spans: readonly Span[]): Uint8Array {
  const out = new Uint8Array(words.length)
  let k = 0
  for (const [i, word] of words.entries()) {
    while (k < spans.length && (spans[k]?.to ?? 0) <= word.from) k++
    if ((spans[k]?.from ?? Number.POSITIVE_INFINITY) < word.to) out[i] = 1
  }
  return out
}
