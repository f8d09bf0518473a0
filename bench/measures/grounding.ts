/** Measures how many claims of PolNeAR's articles are grounded: every name, number and date in their words or in words that these point to. */
import { claims } from '../../src/layers/claims.ts'
import { polnear, polnearFolder } from '../corpora/polnear.ts'
import { ungrounded } from '../grounding.ts'
import { type Group, readUpTo } from './measure.ts'

const articles = 300

export const groundingGroup: Group = {
  name: 'Grounding (PolNeAR)',
  needs: ['corpora-restricted/polnear/data/dev/text'],
  measure: async (shared) => {
    let [read, made, bad] = [0, 0, 0]
    for (const part of ['dev', 'train'] as const)
      for (const { doc } of polnear(part, articles - read, polnearFolder(shared))) {
        if (read === articles) break
        read++
        const reading = await readUpTo('claim', doc.text, { published: '2016-11-01' })
        made += reading.layer(claims).length
        bad += new Set(ungrounded(reading).map((u) => u.claim)).size
      }
    return {
      of: `${made} claims of ${read} articles`,
      measures: [
        { name: 'claims grounded', value: (100 * (made - bad)) / Math.max(1, made) },
        { name: 'claims with an ungrounded name, number or date', value: bad },
      ],
    }
  },
}
