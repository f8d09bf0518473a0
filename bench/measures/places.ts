/** Measures places against GeoVirus: recognised, within 161 km where recognised, and both together. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addScores } from '../../src/pipeline/score.ts'
import { scorePlaces } from '../../src/stages/place/score.ts'
import { readGeoVirus } from '../corpora/geovirus.ts'
import { eachOf, f1Of, type Group, readUpTo, shareOf } from './measure.ts'

const file = 'corpora/geovirus/GeoVirus.xml'

export const placesGroup: Group = {
  name: 'GeoVirus',
  needs: [file],
  measure: async (shared) => {
    const texts = readGeoVirus(readFileSync(join(shared, file), 'utf8'))
    const score = addScores(
      await eachOf(texts, async (t) => scorePlaces(await readUpTo('place', t.text), t.places)),
    )
    return {
      of: `${texts.length} texts, ${score['recognised']?.gold ?? 0} places`,
      measures: [
        ...f1Of(score, { recognised: 'recognised' }),
        shareOf(score, 'within 161 km', 'within 161 km'),
        ...f1Of(score, { 'end to end': 'end to end' }),
      ],
    }
  },
}
