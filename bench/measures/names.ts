/** Measures names: UNER dev, WikiGold, and every twelfth article of Worldwide newswire. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addScores } from '../../src/pipeline/score.ts'
import { scoreNames } from '../../src/stages/entities/score.ts'
import { type NamedText, readUner, readWikigold, readWorldwide } from '../corpora/bio-names.ts'
import { f1Of, type Group, type Measured, readUpTo } from './measure.ts'

function measure(texts: readonly NamedText[]): Measured {
  const score = addScores(texts.map((t) => scoreNames(readUpTo('entities', t.text), t.names)))
  return {
    of: `${texts.length} texts, ${score['name exact']?.gold ?? 0} names`,
    measures: f1Of(score, {
      'name exact': 'span and type',
      'span exact': 'span',
      PERSON: 'persons',
      ORG: 'organisations',
      LOC: 'places',
    }),
  }
}

const uner = 'corpora/uner-english-ewt/en_ewt-ud-dev.iob2'
const wikigold = 'corpora/wikigold/wikigold.conll.txt'
const worldwide = 'corpora-restricted/en-worldwide-newswire/processed_annotated'
/** One article in so many is read; 754 take too long. */
const step = 12

export const namesGroups: readonly Group[] = [
  {
    name: 'UNER dev',
    needs: [uner],
    measure: (shared) => measure(readUner(readFileSync(join(shared, uner), 'utf8'))),
  },
  {
    name: 'WikiGold',
    needs: [wikigold],
    measure: (shared) => measure(readWikigold(readFileSync(join(shared, wikigold), 'utf8'))),
  },
  {
    name: 'Worldwide sample',
    needs: [worldwide],
    measure: (shared) =>
      measure(
        readdirSync(join(shared, worldwide))
          .filter((f) => f.endsWith('.tsv'))
          .sort()
          .filter((_, i) => i % step === 0)
          .map((f) => readWorldwide(f, readFileSync(join(shared, worldwide, f), 'utf8'))),
      ),
  },
]
