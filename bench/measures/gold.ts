/** Measures every stage on our own annotated reports; the only measure that needs no corpus. */
import { addScores, f1, type Score } from '../../src/pipeline/score.ts'
import { readGold } from '../gold/read-gold.ts'
import { scoreGold } from '../gold/score-gold.ts'
import { eachOf, type Group, readUpTo } from './measure.ts'

/** The counts over all annotated reports, read with a profile. */
export async function goldScore(asked: string | null = null): Promise<Score> {
  return addScores(
    await eachOf(readGold(), async (r) =>
      scoreGold(await readUpTo('claim', r.text, { published: r.published }, asked), r),
    ),
  )
}

export const goldGroup: Group = {
  name: 'bench/gold',
  needs: [],
  measure: async () => {
    const score = await goldScore()
    return {
      of: `${readGold().length} reports of our own`,
      measures: Object.entries(score).map(([name, c]) => ({ name, value: 100 * f1(c) })),
    }
  },
}
