/** Reads data files for tests: the committed ones below data/, the built ones below dist/data/, the trained reader's. */
import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { raise } from '../src/fault/fault.ts'
import type { ReadBytes } from '../src/pipeline/resource.ts'

const reader = 'en/reader/'

export const readData: ReadBytes = (file) => {
  const own = process.env['HEARSAY_READER']
  if (own && file.startsWith(reader))
    return readFileSync(new URL(file.slice(reader.length), pathToFileURL(`${own}/`)))
  for (const folder of ['../data/', '../dist/data/']) {
    const url = new URL(folder + file, import.meta.url)
    if (existsSync(url)) return readFileSync(url)
  }
  return raise('lexicon/missing', { file })
}

/** Whether the trained reader is here; tests that need it are skipped, with these words in their names, where it is not. */
export const readerIsHere = existsSync(
  process.env['HEARSAY_READER'] ?? new URL(`../data/${reader}reader.json`, import.meta.url),
)
