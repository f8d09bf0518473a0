/** Grades every stage on every corpus at hand and writes bench/results/quality.md: `npm run bench:quality [-- FOLDER [DATE]]`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attributionsGroup } from './measures/attributions.ts'
import { factualityGroups } from './measures/factuality.ts'
import { goldGroup } from './measures/gold.ts'
import type { Group } from './measures/measure.ts'
import { namesGroups } from './measures/names.ts'
import { pagesGroups } from './measures/pages.ts'
import { placesGroup } from './measures/places.ts'
import { pronounsGroup } from './measures/pronouns.ts'
import { quantitiesGroup } from './measures/quantities.ts'
import { seedGroup } from './measures/seed.ts'
import { timesGroups } from './measures/times.ts'
import { trees } from './measures/trees.ts'
import { type Figures, figuresOf, qualityPage, type Result } from './quality-page.ts'

const [, , shared = '../shared', date = null] = process.argv
const folder = 'bench/results'
const target = join(folder, 'quality.md')

const groups: readonly Group[] = [
  goldGroup,
  ...trees,
  ...namesGroups,
  ...timesGroups,
  quantitiesGroup,
  placesGroup,
  pronounsGroup,
  attributionsGroup,
  ...factualityGroups,
  seedGroup,
  ...pagesGroups,
]

const results = groups.map((group): Result => {
  const missing = group.needs.find((need) => !existsSync(join(shared, need)))
  if (missing !== undefined) return { group: group.name, measured: null, missing }
  const started = performance.now()
  const measured = group.measure(shared)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stderr.write(`${group.name}: ${measured.of}, ${seconds} s\n`)
  return { group: group.name, measured, missing: '' }
})

const floor = JSON.parse(readFileSync('bench/floor.json', 'utf8')) as Figures
const last = existsSync(target) ? figuresOf(readFileSync(target, 'utf8')) : {}
const page = qualityPage(results, floor, last, date)
process.stdout.write(page)
// A page with gaps would lose the figures that the next one is compared with.
if (results.some((r) => r.measured === null)) {
  process.stderr.write(`${target} is left as it was: some corpora are not there\n`)
} else {
  mkdirSync(folder, { recursive: true })
  writeFileSync(target, page)
}
