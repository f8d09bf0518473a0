/** Resources: the data files that a stage reads, declared with the stage and loaded once. */

/** Reads a data file by its name below `data/` ("en/speech-cues.tsv"); throws `lexicon/missing`. */
export type ReadBytes = (file: string) => Uint8Array

/** A lexicon or model: its files and how their bytes become a read-only value. */
export interface Resource<T> {
  readonly files: readonly string[]
  /** `bytes` come in the order of `files`. */
  readonly load: (bytes: readonly Uint8Array[]) => T
}

/** Declares a resource. The same constant used by two stages is loaded once. */
export function defineResource<T>(
  files: readonly string[],
  load: (bytes: readonly Uint8Array[]) => T,
): Resource<T> {
  return Object.freeze({ files, load })
}
