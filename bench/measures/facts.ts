/** Measures what is read of single sentences: event, time, place and quantities with their roles. Of the kept half only when asked. */
import { addScores, f1, type Score } from '../../src/pipeline/score.ts'
import { type Fact, type Half, readFacts } from '../gold/facts/read-facts.ts'
import { scoreFact, textOf } from '../gold/facts/score-facts.ts'
import { eachOf, type Group, readUpTo } from './measure.ts'

/** The counts over one half, read with a profile. */
export async function factsScore(half: Half, asked: string | null = null): Promise<Score> {
  return addScores(await eachOf(readFacts(half), (f) => scoreOf(f, asked)))
}

async function scoreOf(fact: Fact, asked: string | null): Promise<Score> {
  const url = fact.outlet === null ? null : `https://${fact.outlet}/`
  const facts = { published: fact.published, url }
  return scoreFact(await readUpTo('claim', textOf(fact).text, facts, asked), fact)
}

function group(half: Half, name: string): Group {
  return {
    name,
    needs: [],
    measure: async () => {
      const score = await factsScore(half)
      return {
        of: `${readFacts(half).length} sentences of our own`,
        measures: Object.entries(score).map(([key, c]) => ({ name: key, value: 100 * f1(c) })),
      }
    },
  }
}

export const factsGroup: Group = group('dev', 'bench/gold/facts')

/** The half that nothing is tuned on: `npm run bench:quality -- --kept`. */
export const keptFactsGroup: Group = group('kept', 'bench/gold/facts, kept')
