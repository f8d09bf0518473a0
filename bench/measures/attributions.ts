/** Measures attributions against the dev articles of PolNeAR: exact spans, and relations by overlap and exactly. */
import { attributions } from '../../src/layers/attributions.ts'
import { addScores } from '../../src/pipeline/score.ts'
import { scoreAttributions } from '../../src/stages/attribution/score.ts'
import { polnear, polnearFolder } from '../corpora/polnear.ts'
import { eachOf, f1Of, type Group, readUpTo } from './measure.ts'

export const attributionsGroup: Group = {
  name: 'PolNeAR dev',
  needs: ['corpora-restricted/polnear/data/dev/text'],
  measure: async (shared) => {
    const articles = [...polnear('dev', Number.POSITIVE_INFINITY, polnearFolder(shared))]
    const score = addScores(
      await eachOf(articles, async ({ doc }) =>
        scoreAttributions(
          (await readUpTo('attribution', doc.text)).layer(attributions).items,
          doc.layer(attributions).items,
        ),
      ),
    )
    return {
      of: `${articles.length} articles, ${score['relation overlap']?.gold ?? 0} attributions`,
      measures: f1Of(score, {
        'source exact': 'source exact',
        'cue exact': 'cue exact',
        'content exact': 'content exact',
        'relation overlap': 'relation overlap',
        'relation exact': 'relation exact',
      }),
    }
  },
}
