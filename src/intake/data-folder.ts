/** Finds the data folder from the sources and from the built code, for the parser process as for the library. */
import { existsSync, readFileSync } from 'node:fs'
import { raise } from '../fault/fault.ts'

/** The bytes of a file below `data/`; throws `lexicon/missing`. */
export function readIntakeData(file: string): Uint8Array {
  for (const up of ['../../data/', '../../../data/']) {
    const url = new URL(up + file, import.meta.url)
    if (existsSync(url)) return readFileSync(url)
  }
  return raise('lexicon/missing', { file })
}
