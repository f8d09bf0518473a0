/** Measures quantities against recognizers-quantities: values, since its units have names of their own. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addScores } from '../../src/pipeline/score.ts'
import { scoreQuantities } from '../../src/stages/quantity/score.ts'
import { readQuantitySentences } from '../corpora/quantities.ts'
import { eachOf, f1Of, type Group, readUpTo } from './measure.ts'

const folder = 'corpora/recognizers-quantities'

export const quantitiesGroup: Group = {
  name: 'recognizers-quantities',
  needs: [folder],
  measure: async (shared) => {
    const rows = readdirSync(join(shared, folder))
      .filter((f) => f.endsWith('.json'))
      .sort()
      .flatMap((f) => readQuantitySentences(readFileSync(join(shared, folder, f), 'utf8')))
    const score = addScores(
      await eachOf(rows, async (r) =>
        scoreQuantities(await readUpTo('quantity', r.text), r.quantities),
      ),
    )
    return { of: `${rows.length} sentences`, measures: f1Of(score, { value: 'value' }) }
  },
}
