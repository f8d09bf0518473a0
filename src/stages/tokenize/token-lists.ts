/** The word lists that decide where words are cut. */
import type { Abbreviations } from '../../lexicon/abbreviations.ts'
import type { Emoticons } from './emoticons.ts'

/** The word lists of the stage. */
export interface TokenLists {
  readonly abbreviations: Abbreviations
  /** "cannot" to "can not". */
  readonly contractions: ReadonlyMap<string, string>
  readonly prefixes: ReadonlySet<string>
  readonly suffixes: ReadonlySet<string>
  readonly units: ReadonlySet<string>
  readonly emoticons: Emoticons
  /** Words that an apostrophe at their start belongs to. */
  readonly elisions: ReadonlySet<string>
  /** "com", "pdf". */
  readonly webEndings: ReadonlySet<string>
}
