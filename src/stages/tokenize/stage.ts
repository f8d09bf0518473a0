/** The stage `tokenize`: words, numbers and marks as Universal Dependencies has them. */
import { sentences } from '../../layers/sentences.ts'
import { type Token, tokens } from '../../layers/tokens.ts'
import { Abbreviations } from '../../lexicon/abbreviations.ts'
import { readTsv } from '../../lexicon/tsv.ts'
import { readWordMap, readWords } from '../../lexicon/word-set.ts'
import { defineResource } from '../../pipeline/resource.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { SpanList } from '../../text/span-list.ts'
import { isBlank, keyOf, kindOf } from '../../text/unicode.ts'
import { splitChunk, type TokenLists } from './chunk.ts'
import { emoticonsByFirst } from './emoticons.ts'

const empty = new Uint8Array()

const tokenLists = defineResource(
  [
    'en/abbreviations.tsv',
    'en/contractions.tsv',
    'en/hyphen-affixes.tsv',
    'en/number-suffixes.tsv',
    'en/emoticons.tsv',
  ],
  ([abbreviations, contractions, affixes, suffixes, emoticons]): TokenLists => {
    const rows = readTsv(affixes ?? empty, 'en/hyphen-affixes.tsv', ['where', 'affix'])
    const affix = (where: string): ReadonlySet<string> =>
      new Set(rows.filter((r) => r.where === where).map((r) => r.affix))
    return {
      abbreviations: Abbreviations.read(abbreviations ?? empty, 'en/abbreviations.tsv'),
      contractions: readWordMap(contractions ?? empty, 'en/contractions.tsv', 'word', 'parts'),
      prefixes: affix('before'),
      suffixes: affix('after'),
      units: readWords(suffixes ?? empty, 'en/number-suffixes.tsv', 'suffix'),
      emoticons: emoticonsByFirst(readWords(emoticons ?? empty, 'en/emoticons.tsv', 'emoticon')),
    }
  },
)

/** Every character that is not blank lies in exactly one token, and no token crosses the end of a sentence. */
export const tokenize = defineStage({
  name: 'tokenize',
  version: 1,
  needs: [sentences],
  makes: [tokens],
  uses: { tokenLists },
  run: (view, { tokenLists }) => {
    const { text } = view
    const out: Token[] = []
    const cuts: number[] = []
    for (const [index, sentence] of view.layer(sentences).items.entries()) {
      for (let i = sentence.from; i < sentence.to; ) {
        const from = i
        let plain = true
        while (i < sentence.to) {
          const unit = text.charCodeAt(i)
          if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)) i++
          else if (isBlank(unit)) break
          else {
            plain = false
            i++
          }
        }
        if (i > from) {
          cuts.length = 0
          if (plain && !tokenLists.contractions.has(text.slice(from, i).toLowerCase())) cuts.push(i)
          else splitChunk(text, { from, to: i, last: i === sentence.to }, tokenLists, cuts)
          let start = from
          for (const to of cuts) {
            const form = text.slice(start, to)
            const kind = plain ? 'word' : kindOf(form)
            out.push({ from: start, to, form, key: keyOf(form), kind, sentence: index })
            start = to
          }
        }
        i++
      }
    }
    return { tokens: SpanList.of(out) }
  },
})
