/** Reads our own annotated reports: sentences with annotation that points to their words, as docs/annotation.md says. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Span } from '../../src/text/span.ts'
import type { Annotated, AnnotatedSentence } from './annotation.ts'
import { readAnnotation } from './annotation-text.ts'

/** A report as text, and each of its sentences with its place. */
export interface GoldReport {
  readonly id: string
  readonly kind: string
  readonly published: string
  readonly marks: Annotated['marks']
  readonly text: string
  readonly sentences: readonly GoldSentence[]
}

export interface GoldSentence extends Span {
  readonly marks: AnnotatedSentence
}

/** `dev` is what rules and thresholds may be chosen on; `kept` is for the final figure alone. */
export type Half = 'dev' | 'kept'

/** The folder of one half, from the sources and from the build alike. */
export function goldFolder(half: Half = 'dev'): URL {
  const here = new URL('./', import.meta.url)
  const gold = here.pathname.includes('/dist/') ? new URL('../../../bench/gold/', here) : here
  return new URL(`attribution/${half}/`, gold)
}

/** All reports of one half by the order of their file names. */
export function readGold(half: Half = 'dev'): GoldReport[] {
  const folder = goldFolder(half)
  return readdirSync(folder)
    .filter((f) => f.endsWith('.txt'))
    .sort()
    .map((f) => {
      const id = f.replace(/\.txt$/, '')
      try {
        return layOut(id, readAnnotation(readFileSync(new URL(f, folder), 'utf8')))
      } catch (cause) {
        throw new Error(`${half}/${f} cannot be read`, { cause })
      }
    })
}

/** A report with its text laid out and the place of each sentence. */
export function layOut(id: string, file: Annotated): GoldReport {
  let text = ''
  const sentences: GoldSentence[] = []
  for (const [p, paragraph] of file.paragraphs.entries()) {
    for (const [s, marks] of paragraph.entries()) {
      text += s > 0 ? ' ' : p > 0 ? '\n\n' : ''
      sentences.push({ from: text.length, to: text.length + marks.text.length, marks })
      text += marks.text
    }
  }
  const { kind, published, marks } = file
  return { id, kind, published, marks, text, sentences }
}

/**
 * Where words stand in a sentence; "she~2" is the second "she", "the ship … port" runs from the one to the next of the
 * other. Throws an Error that names words that are not there.
 */
export function placeOf(sentence: GoldSentence, words: string): Span {
  const [head = words, tail] = words.split(' … ')
  const first = place(sentence, head, 0)
  const last = tail === undefined ? first : place(sentence, tail, first.to)
  return { from: sentence.from + first.from, to: sentence.from + last.to }
}

function place(sentence: GoldSentence, words: string, start: number): Span {
  const [, plain = words, number = '1'] = /^(.*)~(\d)$/s.exec(words) ?? []
  let at = start - 1
  for (let n = 0; n < Number(number); n++) {
    at = wordIndex(sentence.marks.text, plain, at + 1)
    if (at < 0) throw new Error(`"${words}" does not stand in "${sentence.marks.text}"`)
  }
  return { from: at, to: at + plain.length }
}

/** The next place of the words that does not begin or end inside a word. */
function wordIndex(text: string, words: string, start: number): number {
  const letter = /[\p{L}\p{N}]/u
  for (let at = text.indexOf(words, start); at >= 0; at = text.indexOf(words, at + 1)) {
    const cutsFront = letter.test(text[at - 1] ?? '') && letter.test(words[0] ?? '')
    const cutsBack = letter.test(text[at + words.length] ?? '') && letter.test(words.at(-1) ?? '')
    if (!cutsFront && !cutsBack) return at
  }
  return -1
}
