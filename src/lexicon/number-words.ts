/** Number words: what each does ("twenty" is a ten, "third" an ordinal and a fraction), read from their list. */
import { readTsv } from './tsv.ts'

const wordKinds = [
  'unit',
  'teen',
  'ten',
  'hundred',
  'scale',
  'short-scale',
  'group',
  'vague',
  'ordinal',
  'fraction',
  'multiplier',
  'metre-tail',
] as const
export type WordKind = (typeof wordKinds)[number]

/** What a word does: one word may do several things ("third" is an ordinal and a fraction). */
export type Senses = Partial<Record<WordKind, number>>

/** The number words by key. */
export type NumberWords = ReadonlyMap<string, Senses>

export const numberWordsFile = 'en/number-words.tsv'

/** Reads the list of number words. */
export function readNumberWords(bytes: Uint8Array): NumberWords {
  const out = new Map<string, Senses>()
  for (const row of readTsv(bytes, numberWordsFile, ['word', 'kind', 'value'])) {
    const kind = wordKinds.find((k) => k === row.kind)
    if (kind) out.set(row.word, { ...out.get(row.word), [kind]: Number(row.value) })
  }
  return out
}

/** The number words as a resource; one constant, so that all stages share one copy. */
export const numberWordsResource = Object.freeze({
  files: Object.freeze([numberWordsFile]),
  load: (bytes: readonly Uint8Array[]): NumberWords =>
    readNumberWords(bytes[0] ?? new Uint8Array()),
})
