/** Lemma rules: from a word's key and Penn tag to its lemma, by whole-word exceptions and the longest known ending. */
import { raise } from '../fault/fault.ts'
import { readTsv } from './tsv.ts'

interface Edit {
  readonly cut: number
  readonly add: string
}

/** Endings longer than this are whole words. */
const longestEnding = 6

/**
 * Rows say: under this tag, a word with this ending (`^word` for a whole word) loses `cut` letters and gets `add`.
 * The whole word goes before endings, longer endings before shorter; a tag without a row leaves the word as it is.
 */
export class LemmaRules {
  readonly #edits: ReadonlyMap<string, ReadonlyMap<string, Edit>>

  private constructor(edits: ReadonlyMap<string, ReadonlyMap<string, Edit>>) {
    this.#edits = edits
  }

  static read(bytes: Uint8Array, file: string): LemmaRules {
    const edits = new Map<string, Map<string, Edit>>()
    for (const row of readTsv(bytes, file, ['tag', 'ending', 'cut', 'add'])) {
      const cut = Number(row.cut)
      if (!Number.isInteger(cut) || cut < 0)
        raise('lexicon/damaged', { file, reason: `${row.cut} is no number of letters` })
      let byTag = edits.get(row.tag)
      if (!byTag) {
        byTag = new Map()
        edits.set(row.tag, byTag)
      }
      byTag.set(row.ending, { cut, add: row.add })
    }
    return new LemmaRules(edits)
  }

  /** The lemma of a key under a Penn tag. */
  lemmaOf(key: string, xpos: string): string {
    const edits = this.#edits.get(xpos)
    if (!edits) return key
    const whole = edits.get(`^${key}`)
    if (whole) return apply(key, whole)
    for (let n = Math.min(longestEnding, key.length); n >= 0; n--) {
      const edit = edits.get(key.slice(key.length - n))
      if (edit) return edit.cut < key.length || edit.add !== '' ? apply(key, edit) : key
    }
    return key
  }
}

function apply(key: string, edit: Edit): string {
  if (edit.cut === 0 && edit.add === '') return key
  return key.slice(0, Math.max(0, key.length - edit.cut)) + edit.add
}
