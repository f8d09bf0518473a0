/** Words as the parser sees them: the hash of the key and of the tags, set once per word (PA1). */
import { hashKey } from '../../lexicon/feature-hash.ts'
import type { ParseState } from './state.ts'

/** Parts of speech by number, for the table of possible labels; others are X. */
const uposNames = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
]

const other = uposNames.length - 1

/** Fills the state's columns; tags are hashed once and remembered. */
export class WordHasher {
  readonly #tags = new Map<string, number>()
  readonly #upos = new Map(uposNames.map((u, i) => [u, i]))

  set(s: ParseState, index: number, key: string, upos: string, xpos: string): void {
    const id = this.#upos.get(upos) ?? other
    let tag = this.#tags.get(xpos)
    if (tag === undefined) {
      tag = hashKey(xpos)
      this.#tags.set(xpos, tag)
    }
    s.word[index] = hashKey(key)
    s.upos[index] = id
    s.tag[index] = tag + id * 977
  }
}
