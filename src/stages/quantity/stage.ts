/** The stage `quantity`: every number as reported, with bound, unit or counted noun, and role. Rules QU1-QU32 stand in SPEC.md. */
import { quantities } from '../../layers/quantities.ts'
import { syntax } from '../../layers/syntax.ts'
import { tags } from '../../layers/tags.ts'
import { times } from '../../layers/times.ts'
import { tokens } from '../../layers/tokens.ts'
import { numberWordsResource } from '../../lexicon/number-words.ts'
import { atomsAndNumbers } from '../../lexicon/numbers.ts'
import { defineResource } from '../../pipeline/resource.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { SpanList } from '../../text/span-list.ts'
import { asOfDates } from './as-of.ts'
import { findQuantities } from './find.ts'
import { quantityFiles, readQuantityWords } from './lexicon.ts'
import { markTimes, type Reader } from './reader.ts'

const quantityWords = defineResource(quantityFiles, readQuantityWords)

export const quantity = defineStage({
  name: 'quantity',
  version: 4,
  needs: [tokens, tags, syntax, times],
  makes: [quantities],
  uses: { quantityWords, numberWords: numberWordsResource },
  run(view, { quantityWords, numberWords }) {
    const list = view.layer(tokens).items
    const { atoms, numbers } = atomsAndNumbers(view.text, list, numberWords)
    const dated = view.layer(times).items
    const r: Reader = {
      atoms,
      numbers,
      words: quantityWords,
      tokens: list,
      tags: view.layer(tags).items,
      arcs: view.layer(syntax).items,
      marks: markTimes(atoms, dated),
      asOf: asOfDates(atoms, dated),
    }
    const { items, diagnostics } = findQuantities(r)
    return { quantities: SpanList.sorted(items), diagnostics }
  },
})
