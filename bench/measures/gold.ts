/** Measures every stage on our own annotated reports; the only measure that needs no corpus. */
import { addScores, type Score } from '../../src/pipeline/score.ts'
import { figuresOf } from '../gold/counts.ts'
import { type Half, readGold } from '../gold/read-gold.ts'
import { scoreGold } from '../gold/score-gold.ts'
import { eachOf, type Group, readUpTo } from './measure.ts'

/** The counts over the annotated reports of one half, read with a profile. */
export async function goldScore(asked: string | null = null, half: Half = 'dev'): Promise<Score> {
  return addScores(
    await eachOf(readGold(half), async (r) =>
      scoreGold(await readUpTo('claim', r.text, { published: r.published }, asked), r),
    ),
  )
}

function groupOf(half: Half, name: string): Group {
  return {
    name,
    needs: [],
    measure: async () => {
      const figures = figuresOf(await goldScore(null, half))
      return {
        of: `${readGold(half).length} reports of our own`,
        measures: Object.entries(figures).map(([measure, value]) => ({ name: measure, value })),
      }
    },
  }
}

export const goldGroup: Group = groupOf('dev', 'bench/gold')

/** For the final figure alone: nothing may be chosen by it. */
export const keptGoldGroup: Group = groupOf('kept', 'bench/gold, kept half')
