/** Measures attributions against the dev articles of PolNeAR: exact spans, relations by overlap and exactly, and probabilities. */
import { attributions } from '../../src/layers/attributions.ts'
import { addScores } from '../../src/pipeline/score.ts'
import { judgedAttributions, scoreAttributions } from '../../src/stages/attribution/score.ts'
import { polnear, polnearFolder } from '../corpora/polnear.ts'
import { binsOf, calibrationError, calibrationPage, calibrationPlot } from './calibration.ts'
import { eachOf, f1Of, type Group, readUpTo } from './measure.ts'

export const attributionsGroup: Group = {
  name: 'PolNeAR dev',
  needs: ['corpora-restricted/polnear/data/dev/text'],
  measure: async (shared) => {
    const articles = [...polnear('dev', Number.POSITIVE_INFINITY, polnearFolder(shared))]
    const graded = await eachOf(articles, async ({ doc }) => {
      const made = (await readUpTo('attribution', doc.text)).layer(attributions).items
      const gold = doc.layer(attributions).items
      return { score: scoreAttributions(made, gold), judged: judgedAttributions(made, gold) }
    })
    const score = addScores(graded.map((g) => g.score))
    const of = `${articles.length} articles, ${score['relation overlap']?.gold ?? 0} attributions`
    const measures = f1Of(score, {
      'source exact': 'source exact',
      'cue exact': 'cue exact',
      'content exact': 'content exact',
      'relation overlap': 'relation overlap',
      'relation exact': 'relation exact',
    })
    const bins = binsOf(graded.flatMap((g) => g.judged))
    // Without the trained reader nothing states a probability.
    if (bins.length === 0) return { of, measures }
    const error = { name: 'calibration error, less is better', value: 100 * calibrationError(bins) }
    return {
      of,
      measures: [...measures, error],
      files: {
        'calibration.md': calibrationPage(bins, `PolNeAR dev, ${of}`),
        'calibration.svg': calibrationPlot(bins),
      },
    }
  },
}
