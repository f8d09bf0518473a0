/** Abbreviations: which words keep the stop behind them, and whether a sentence may end there. */
import { isDigit, isUpper } from '../text/unicode.ts'
import { readTsv } from './tsv.ts'

const kinds = [
  'title',
  'inner',
  'number',
  'month',
  'day',
  'time',
  'company',
  'state',
  'place',
] as const

/**
 * `title` stands before a name ("Gen."), `inner` never ends a sentence ("vs."), `number` counts only before a digit
 * ("No."), `month` and `day` need a capital ("Oct."); the others may end a sentence ("p.m.", "Inc.", "Calif.", "U.S.").
 * `initial` is one capital letter; `dotted` is any other word with stops inside it.
 */
export type AbbreviationKind = (typeof kinds)[number] | 'initial' | 'dotted'

/** Looks words up as they stand before a stop, the stop itself left off. */
export class Abbreviations {
  readonly #kinds: ReadonlyMap<string, AbbreviationKind>

  private constructor(known: ReadonlyMap<string, AbbreviationKind>) {
    this.#kinds = known
  }

  /** Reads the TSV; a kind that is not one of the list above is passed over. */
  static read(bytes: Uint8Array, file: string): Abbreviations {
    const known = new Map<string, AbbreviationKind>()
    for (const row of readTsv(bytes, file, ['abbreviation', 'kind'])) {
      const kind = kinds.find((k) => k === row.kind)
      if (kind) known.set(row.abbreviation, kind)
    }
    return new Abbreviations(known)
  }

  /** The kind of `word` (without its last stop), or null for a word that is no abbreviation. */
  kindOf(word: string): AbbreviationKind | null {
    if (word.length === 0 || word.length > 12) return null
    if (word.length === 1 && isUpper(word.charCodeAt(0))) return 'initial'
    const found = this.#kinds.get(word.toLowerCase())
    if (found) {
      const capital = isUpper(word.charCodeAt(0))
      if (!capital && (found === 'title' || found === 'month' || found === 'day')) return null
      if (!capital && found === 'state') return null
      return found
    }
    return isDotted(word) ? 'dotted' : null
  }
}

/** One or two letters, a stop, one or two letters ...: "U.N.H.C.R", "Ph.D", "e.g", "J.R". */
function isDotted(word: string): boolean {
  let run = 0
  let dots = 0
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    if (unit === 0x2e) {
      if (run === 0) return false
      run = 0
      dots++
    } else if (isDigit(unit) || ++run > 2) return false
  }
  return dots > 0 && run > 0 && dots * 3 >= word.length - 1
}
