/** Measures names: UNER dev, and every eighth article of Worldwide newswire. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addScores } from '../../src/pipeline/score.ts'
import { scoreNames } from '../../src/stages/entities/score.ts'
import { type NamedText, readUner, readWorldwide } from '../corpora/bio-names.ts'
import { eachOf, f1Of, type Group, type Measured, readUpTo } from './measure.ts'

async function measure(texts: readonly NamedText[]): Promise<Measured> {
  const score = addScores(
    await eachOf(texts, async (t) => scoreNames(await readUpTo('entities', t.text), t.names)),
  )
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
const worldwide = 'corpora-restricted/en-worldwide-newswire/processed_annotated'
/** One article in so many is read: those that the trained reader has not seen. */
const step = 8

export const namesGroups: readonly Group[] = [
  {
    name: 'UNER dev',
    needs: [uner],
    measure: (shared) => measure(readUner(readFileSync(join(shared, uner), 'utf8'))),
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
