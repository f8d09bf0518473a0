/** WordSet: a set of words or short phrases read from one column of a TSV lexicon. */
import { readTsv } from './tsv.ts'

/** The words of the only column `column` of `file`. */
export function readWords(bytes: Uint8Array, file: string, column: string): ReadonlySet<string> {
  return new Set(readTsv(bytes, file, [column]).map((row) => row[column] ?? ''))
}

/** Two columns as a map; of two equal keys the later wins. */
export function readWordMap(
  bytes: Uint8Array,
  file: string,
  key: string,
  value: string,
): ReadonlyMap<string, string> {
  return new Map(
    readTsv(bytes, file, [key, value]).map((row) => [row[key] ?? '', row[value] ?? ''] as const),
  )
}
