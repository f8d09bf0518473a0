/** Reads data files for tests: the committed ones below data/, the built ones below dist/data/. */
import { existsSync, readFileSync } from 'node:fs'
import { raise } from '../src/fault/fault.ts'
import type { ReadBytes } from '../src/pipeline/resource.ts'

export const readData: ReadBytes = (file) => {
  for (const folder of ['../data/', '../dist/data/']) {
    const url = new URL(folder + file, import.meta.url)
    if (existsSync(url)) return readFileSync(url)
  }
  return raise('lexicon/missing', { file })
}
