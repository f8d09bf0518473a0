/** Tag lexicon: for each known word the labels that it can have and the likeliest; words are kept by their hash. */
import type { LinearModel } from './linear-model.ts'

/** What a word can be. */
export interface TagClass {
  /** Label ids to choose from, in order. */
  readonly candidates: Uint8Array
  /** The likeliest label. */
  readonly best: number
}

/** Words by 32-bit hash in an open table. Class 0 is that of unknown words. */
export class TagLexicon {
  readonly classes: readonly TagClass[]
  readonly #keys: Int32Array
  readonly #values: Uint16Array
  readonly #mask: number

  private constructor(hashes: Int32Array, ids: Uint16Array, classes: readonly TagClass[]) {
    let size = 1024
    while (size < hashes.length * 2) size *= 2
    this.#mask = size - 1
    this.#keys = new Int32Array(size)
    this.#values = new Uint16Array(size)
    this.classes = classes
    for (let i = 0; i < hashes.length; i++) {
      let at = hashes[i]! & this.#mask
      while (this.#values[at] !== 0) at = (at + 1) & this.#mask
      this.#keys[at] = hashes[i]!
      this.#values[at] = ids[i]!
    }
  }

  static of(hashes: Int32Array, ids: Uint16Array, classes: readonly TagClass[]): TagLexicon {
    return new TagLexicon(hashes, ids, classes)
  }

  /** Sections `words` (i32), `word-classes` (u16) and `classes`: size, best, candidates, one class after the other. */
  static read(model: LinearModel): TagLexicon {
    const packed = model.bytes('classes')
    const classes: TagClass[] = []
    for (let i = 0; i < packed.length; ) {
      const size = packed[i]!
      classes.push({ best: packed[i + 1]!, candidates: packed.slice(i + 2, i + 2 + size) })
      i += 2 + size
    }
    return new TagLexicon(model.int32('words'), model.uint16('word-classes'), classes)
  }

  /** The class id of a word's hash; 0 for unknown words. */
  classOf(hash: number): number {
    let at = hash & this.#mask
    for (;;) {
      const value = this.#values[at]!
      if (value === 0 || this.#keys[at] === hash) return value
      at = (at + 1) & this.#mask
    }
  }
}
