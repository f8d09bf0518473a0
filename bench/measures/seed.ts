/** Measures the seed report against the claims that a careful reader finds in it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analysisOf } from '../../src/analysis/analysis-of.ts'
import { checkSeed } from '../seed.ts'
import { type Group, readUpTo } from './measure.ts'

export const seedGroup: Group = {
  name: 'Seed report',
  needs: ['seed'],
  measure: async (shared) => {
    const folder = join(shared, 'seed')
    const file = readdirSync(folder).find((f) => f.endsWith('.txt')) ?? ''
    const text = readFileSync(join(folder, file), 'utf8')
    const doc = await readUpTo('claim', text, { published: '2024-10-25' })
    const result = checkSeed(analysisOf(doc, { id: 'seed', publishedFrom: 'given' }))
    return {
      of: `${result.measures['found']?.asked ?? 0} claims`,
      measures: [
        ...Object.entries(result.measures).map(([name, m]) => ({
          name,
          value: (100 * m.right) / Math.max(1, m.asked),
        })),
        { name: 'claims per 100 words', value: result.perHundredWords },
      ],
    }
  },
}
