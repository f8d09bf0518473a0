/** Measures every stage on our own annotated reports; the only measure that needs no corpus. */
import { addScores, f1, type Score } from '../../src/pipeline/score.ts'
import { readGold } from '../gold/read-gold.ts'
import { scoreGold } from '../gold/score-gold.ts'
import { type Group, readUpTo } from './measure.ts'

/** The counts over all annotated reports. */
export function goldScore(): Score {
  return addScores(
    readGold().map((r) => scoreGold(readUpTo('claim', r.text, { published: r.published }), r)),
  )
}

export const goldGroup: Group = {
  name: 'bench/gold',
  needs: [],
  measure: () => {
    const score = goldScore()
    return {
      of: `${readGold().length} reports of our own`,
      measures: Object.entries(score).map(([name, c]) => ({ name, value: 100 * f1(c) })),
    }
  },
}
