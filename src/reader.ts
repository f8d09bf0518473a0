/** Reader: the pipeline with its data files, as every thread that reads loads it for itself. */
import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { english, type Profile, placeFinder, profiles } from './english.ts'
import { raise } from './fault/fault.ts'

/** How the pipeline reads its data files, and the pipeline itself. */
type ReadBytes = Parameters<typeof english>[0]
type Pipeline = ReturnType<typeof english>

/** Which profile reads, and why: it was asked for, or is what there are files for. */
export interface Choice {
  readonly profile: Profile
  readonly asked: boolean
}

/**
 * The profile to read with: the one asked for, else that of HEARSAY_PROFILE, else `full` where the trained reader's
 * files are there and `lite` where they are not. Throws `input/invalid` for a name that is no profile.
 */
export function chooseProfile(asked: string | null = null): Choice {
  const name = asked ?? process.env['HEARSAY_PROFILE'] ?? ''
  if (name === '')
    return { profile: placeOf(`${readerFolder}reader.json`) ? 'full' : 'lite', asked: false }
  const profile = profiles.find((p) => p === name)
  if (profile) return { profile, asked: true }
  return raise('input/invalid', { reason: `profile: it is one of ${profiles.join(', ')}` })
}

/** The profile and the reason for it, for people. */
export function profileNote(asked: string | null = null): string {
  const choice = chooseProfile(asked)
  if (choice.profile === 'full') return 'full: with the trained reader'
  return choice.asked
    ? 'lite, as asked: by rules and small models'
    : 'lite: by rules and small models, because the trained reader is not installed'
}

/** The English pipeline with its data files. Throws `reader/...` where `full` is asked for and cannot be had. */
export function loadPipeline(asked: string | null = null): Pipeline {
  return english(readData, chooseProfile(asked).profile)
}

/** The trained reader's files, below the data folder; HEARSAY_READER names another folder for them. */
const readerFolder = 'en/reader/'

/** Data files lie in `data/` (by hand) and `dist/data/` (built); from `src/` and from `dist/src/` alike. */
export const readData: ReadBytes = (file) => {
  const place = placeOf(file)
  if (place) return readFileSync(place)
  return raise(file.startsWith(readerFolder) ? 'reader/missing' : 'lexicon/missing', { file })
}

function placeOf(file: string): URL | null {
  const own = process.env['HEARSAY_READER']
  if (own && file.startsWith(readerFolder)) {
    const url = new URL(file.slice(readerFolder.length), pathToFileURL(`${own}/`))
    return existsSync(url) ? url : null
  }
  for (const folder of ['../data/', '../dist/data/', '../../data/']) {
    const url = new URL(folder + file, import.meta.url)
    if (existsSync(url)) return url
  }
  return null
}

let finder: ReturnType<typeof placeFinder> | null = null

/** Those of `kept` that are the place asked for or lie in it; the gazetteer is loaded once, when it is first asked. */
export const placesIn: ReturnType<typeof placeFinder> = (asked, kept) => {
  finder ??= placeFinder(readData)
  return finder(asked, kept)
}

const rulesFile = 'en/rules.tsv'

/** What each rule says, by its id, as the stages' own pages have it; empty before `npm run build:data`. */
export function ruleMeanings(): ReadonlyMap<string, string> {
  const place = placeOf(rulesFile)
  const lines = place ? readFileSync(place, 'utf8').split('\n') : []
  return new Map(
    lines.flatMap((line) => {
      const tab = line.indexOf('\t')
      return tab < 0 || line.startsWith('#') ? [] : [[line.slice(0, tab), line.slice(tab + 1)]]
    }),
  )
}
