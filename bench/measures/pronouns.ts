/** Measures pronouns against the validation part of GAP. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addScores, f1 } from '../../src/pipeline/score.ts'
import { scorePronouns } from '../../src/stages/coreference/score.ts'
import { readGap } from '../corpora/gap.ts'
import { eachOf, f1Of, type Group, readUpTo } from './measure.ts'

const file = 'corpora/gap-coreference/gap-validation.tsv'

export const pronounsGroup: Group = {
  name: 'GAP validation',
  needs: [file],
  measure: async (shared) => {
    const cases = readGap(readFileSync(join(shared, file), 'utf8'))
    const score = addScores(
      await eachOf(cases, async (c) =>
        scorePronouns(await readUpTo('coreference', c.text), [
          { pronoun: c.pronoun, feminine: c.feminine, names: [c.a, c.b] },
        ]),
      ),
    )
    const women = f1(score['pronoun, women'] ?? { made: 0, gold: 0, right: 0 })
    const men = f1(score['pronoun, men'] ?? { made: 0, gold: 0, right: 0 })
    return {
      of: `${cases.length} passages`,
      measures: [
        ...f1Of(score, { pronoun: 'F1' }),
        { name: 'women to men', value: men === 0 ? 0 : (100 * women) / men },
      ],
    }
  },
}
