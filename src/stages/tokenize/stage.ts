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
import { splitChunk } from './chunk.ts'
import { emoticonsByFirst } from './emoticons.ts'
import type { TokenLists } from './token-lists.ts'

const empty = new Uint8Array()

const tokenLists = defineResource(
  [
    'en/abbreviations.tsv',
    'en/contractions.tsv',
    'en/hyphen-affixes.tsv',
    'en/number-suffixes.tsv',
    'en/emoticons.tsv',
    'en/elisions.tsv',
    'en/web-endings.tsv',
  ],
  ([abbreviations, contractions, affixes, suffixes, emoticons, elisions, endings]): TokenLists => {
    const rows = readTsv(affixes ?? empty, 'en/hyphen-affixes.tsv', ['where', 'affix'])
    const affix = (where: string): ReadonlySet<string> =>
      new Set(rows.filter((r) => r.where === where).map((r) => r.affix))
    return {
      abbreviations: Abbreviations.read(abbreviations ?? empty, 'en/abbreviations.tsv'),
      contractions: readWordMap(contractions ?? empty, 'en/contractions.tsv', 'word', 'parts'),
      prefixes: affix('before'),
      suffixes: affix('after'),
      units: readWords(suffixes ?? empty, 'en/number-suffixes.tsv', 'suffix'),
      elisions: readWords(elisions ?? empty, 'en/elisions.tsv', 'word'),
      webEndings: readWords(endings ?? empty, 'en/web-endings.tsv', 'ending'),
      emoticons: emoticonsByFirst(readWords(emoticons ?? empty, 'en/emoticons.tsv', 'emoticon')),
    }
  },
)

/** Every character that is not blank lies in exactly one token, and no token crosses the end of a sentence. */
export const tokenize = defineStage({
  name: 'tokenize',
  version: 3,
  needs: [sentences],
  makes: [tokens],
  uses: { tokenLists },
  run: (view, { tokenLists }) => {
    const { text } = view
    const out: Token[] = []
    const cuts: number[] = []
    for (const [index, sentence] of view.layer(sentences).items.entries()) {
      const end = sentence.to
      for (let i = sentence.from; i < end; i++) {
        const from = i
        i = asciiWordEnd(text, i, end)
        if (i > from && (i === end || isBlank(text.charCodeAt(i)))) {
          // Most chunks are bare words: nothing to split, nothing to ask but the list of contractions.
          const form = text.slice(from, i)
          const key = asciiKey(form)
          if (i - from > longestContraction || !tokenLists.contractions.has(key)) {
            out.push({ from, to: i, form, key, kind: 'word', sentence: index })
            continue
          }
        }
        while (i < end && !isBlank(text.charCodeAt(i))) i++
        if (i === from) continue
        cuts.length = 0
        splitChunk(text, { from, to: i, last: i === end }, tokenLists, cuts)
        let start = from
        for (const to of cuts) {
          const form = text.slice(start, to)
          out.push({
            from: start,
            to,
            form,
            key: keyOf(form),
            kind: kindOf(form),
            sentence: index,
          })
          start = to
        }
      }
    }
    return { tokens: SpanList.of(out) }
  },
})

const longestContraction = 10

function asciiWordEnd(text: string, from: number, to: number): number {
  let i = from
  while (i < to) {
    const folded = text.charCodeAt(i) | 0x20
    if (folded < 0x61 || folded > 0x7a) break
    i++
  }
  return i
}

/** The key of a word of ASCII letters; the form itself where it has no capital. */
function asciiKey(form: string): string {
  for (let i = 0; i < form.length; i++) if (form.charCodeAt(i) < 0x61) return form.toLowerCase()
  return form
}
