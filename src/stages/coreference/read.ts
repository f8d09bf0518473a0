/** The stage `coreference` where the trained reader is there: its antecedents beside the rules (CO20-CO23). */
import { entities } from '../../layers/entities.ts'
import { antecedentReadings } from '../../layers/readings.ts'
import { references } from '../../layers/references.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { Hints } from './hints.ts'
import { referenceLexicon } from './lexicons.ts'
import { pronounWeights } from './pronoun-weights.ts'
import { read, resolved } from './stage.ts'

export const readCoreference = defineStage({
  name: 'coreference',
  version: 8,
  needs: [...read, antecedentReadings],
  makes: [entities, references],
  uses: { lexicon: referenceLexicon, weights: pronounWeights },
  run: (view, { lexicon, weights }) =>
    resolved(view, { lexicon, weights, hints: new Hints(view.layer(antecedentReadings).items) }),
})
