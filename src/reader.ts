/** Reader: the pipeline with its data files, as every thread that reads loads it for itself. */
import { existsSync, readFileSync } from 'node:fs'
import { english } from './english.ts'
import { raise } from './fault/fault.ts'

/** How the pipeline reads its data files, and the pipeline itself. */
type ReadBytes = Parameters<typeof english>[0]
type Pipeline = ReturnType<typeof english>

/** The English pipeline with its data files. */
export function loadPipeline(): Pipeline {
  return english(readData)
}

/** Data files lie in `data/` (by hand) and `dist/data/` (built); from `src/` and from `dist/src/` alike. */
export const readData: ReadBytes = (file) => {
  for (const folder of ['../data/', '../dist/data/', '../../data/']) {
    const url = new URL(folder + file, import.meta.url)
    if (existsSync(url)) return readFileSync(url)
  }
  return raise('lexicon/missing', { file })
}
