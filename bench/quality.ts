/** Grades every stage on every corpus at hand and writes bench/results/quality.md: `npm run bench:quality [-- FOLDER [DATE]]`, with HEARSAY_PROFILE=lite for that profile; `-- --kept` prints the figures of the kept half of our own reports and writes nothing. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chooseProfile } from '../src/reader.ts'
import { attributionsGroup } from './measures/attributions.ts'
import { chainsGroup } from './measures/chains.ts'
import { eventsGroups } from './measures/events.ts'
import { factsGroup, keptFactsGroup } from './measures/facts.ts'
import { factualityGroups } from './measures/factuality.ts'
import { goldGroup, keptGoldGroup } from './measures/gold.ts'
import { groundingGroup } from './measures/grounding.ts'
import type { Group } from './measures/measure.ts'
import { namesGroups } from './measures/names.ts'
import { pagesGroups } from './measures/pages.ts'
import { passagesGroup } from './measures/passages.ts'
import { placesGroup } from './measures/places.ts'
import { pronounsGroup } from './measures/pronouns.ts'
import { quantitiesGroup } from './measures/quantities.ts'
import { seedGroup } from './measures/seed.ts'
import { timesGroups } from './measures/times.ts'
import { trees } from './measures/trees.ts'
import { type Figures, figuresOf, qualityPage, type Result } from './quality-page.ts'

const kept = process.argv.includes('--kept')
const [shared = '../shared', date = null] = process.argv.slice(2).filter((a) => a !== '--kept')
const folder = 'bench/results'
const { profile } = chooseProfile()
const target = join(folder, profile === 'full' ? 'quality.md' : 'quality-lite.md')

const groups: readonly Group[] = [
  goldGroup,
  factsGroup,
  ...trees,
  ...namesGroups,
  ...timesGroups,
  quantitiesGroup,
  placesGroup,
  pronounsGroup,
  chainsGroup,
  attributionsGroup,
  passagesGroup,
  groundingGroup,
  ...factualityGroups,
  ...eventsGroups,
  seedGroup,
  ...pagesGroups,
]

async function measured(group: Group): Promise<Result> {
  const missing = group.needs.find((need) => !existsSync(join(shared, need)))
  if (missing !== undefined) return { group: group.name, measured: null, missing }
  const started = performance.now()
  const figures = await group.measure(shared)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stderr.write(`${group.name}: ${figures.of}, ${seconds} s\n`)
  return { group: group.name, measured: figures, missing: '' }
}

const results: Result[] = []
for (const group of kept ? [keptGoldGroup, keptFactsGroup] : groups)
  results.push(await measured(group))

const floor = JSON.parse(readFileSync('bench/floor.json', 'utf8')) as Figures
const last = existsSync(target) ? figuresOf(readFileSync(target, 'utf8')) : {}
const page = qualityPage(results, floor, kept ? {} : last, date)
process.stdout.write(page)
// A page with gaps would lose the figures that the next one is compared with; one of the kept half belongs nowhere.
if (kept) {
  process.stderr.write('the kept half: nothing is written, and nothing may be chosen by it\n')
} else if (results.some((r) => r.measured === null)) {
  process.stderr.write(`${target} is left as it was: some corpora are not there\n`)
} else {
  mkdirSync(folder, { recursive: true })
  writeFileSync(target, page)
  for (const { measured } of results)
    for (const [name, text] of Object.entries(measured?.files ?? {}))
      writeFileSync(join(folder, name), text)
}
