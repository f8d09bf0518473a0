/** The stage `attribution` where the trained reader is there: its cues and spans beside those of the rules (AT30-AT37). */
import { attributions } from '../../layers/attributions.ts'
import { cueReadings, readings } from '../../layers/readings.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { Evidence } from './evidence.ts'
import { spanWeights } from './span-choice.ts'
import { attributed, lists, read } from './stage.ts'

export const readAttribution = defineStage({
  name: 'attribution',
  version: 5,
  needs: [...read, readings, cueReadings],
  makes: [attributions],
  uses: { ...lists, spans: spanWeights },
  run: (view, lexicons) => {
    const evidence = new Evidence(view.layer(readings).items, view.layer(cueReadings).items)
    return { attributions: attributed(view, lexicons, { evidence, spans: lexicons.spans }) }
  },
})
