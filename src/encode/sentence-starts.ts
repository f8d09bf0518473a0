/** Sentence starts: where the network puts right what the rules said, and the layers of sentences and tokens that follow. */
import type { Document } from '../document/document.ts'
import { type Sentence, sentences } from '../layers/sentences.ts'
import { type Token, tokens } from '../layers/tokens.ts'
import { SpanList } from '../text/span-list.ts'
import type { Window } from './windows.ts'

/** Log odds from which a word starts a sentence that the rules went on with. */
export const leastToSplit = 1

/** Whether each word starts a sentence by the token layer. */
export function beginsOf(words: readonly Token[]): boolean[] {
  return words.map((t, i) => t.sentence !== words[i - 1]?.sentence)
}

/**
 * Writes into `begins` what a window says of its own words. Its first word stays as it is: the network has not seen what
 * stands before it. What the rules have set apart stays apart: they see paragraphs and lines, which the network does not.
 */
export function decideStarts(
  begins: boolean[],
  starts: Float32Array,
  { from, own, to }: Window,
): void {
  for (let w = Math.max(own, from + 1); w < to; w++)
    if ((starts[w - from] ?? 0) > leastToSplit) begins[w] = true
}

/** The document with its sentences and tokens as `begins` has them. */
export function withStarts(doc: Document, begins: readonly boolean[]): Document {
  const words = doc.layer(tokens).items
  if (words.every((t, i) => (t.sentence !== words[i - 1]?.sentence) === begins[i])) return doc
  const before = doc.layer(sentences)
  const made: Sentence[] = []
  const numbered = words.map((token, i): Token => {
    const last = made.at(-1)
    if (begins[i] || !last)
      made.push({
        from: token.from,
        to: token.to,
        paragraph: before.items[token.sentence]?.paragraph ?? 0,
      })
    else made[made.length - 1] = { ...last, to: token.to }
    return { ...token, sentence: made.length - 1 }
  })
  return doc.revised(sentences, SpanList.of(made)).revised(tokens, SpanList.of(numbered))
}
