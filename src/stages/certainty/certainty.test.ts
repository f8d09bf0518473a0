/** Tests of the certainty stage: cases, and properties over texts of hedge words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCases } from '../../../test/cases.ts'
import { readData } from '../../../test/data-files.ts'
import { Document } from '../../document/document.ts'
import { englishStages } from '../../english.ts'
import { hedges } from '../../layers/hedges.ts'
import { modalities } from '../../layers/modalities.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import { scoreCertainty } from './score.ts'

const upTo = englishStages.slice(0, englishStages.findIndex((s) => s.name === 'certainty') + 1)

runCases(import.meta.url, 'certainty.cases.txt', upTo)

const pieces = [
  'may',
  'not',
  'likely',
  'the army',
  'will attack',
  'if',
  'no evidence that',
  ',',
  'about',
  '30',
  '.',
  'unclear',
  'to',
  '"',
  'whether',
  'he said',
  '\n\n',
  'should',
  'never',
]

describe('any mixture of certainty words', () => {
  const pipeline = Pipeline.of(upTo, readData)

  test('gives cues inside the text, with scopes inside it and bands only with a scheme', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), (parts) => {
        const doc = pipeline.run(Document.of(parts.join(' ')))
        for (const h of doc.layer(hedges)) {
          expect(h.from).toBeLessThan(h.to)
          expect(h.scope.to).toBeLessThanOrEqual(doc.text.length)
          expect(h.low === null).toBe(h.scheme === null)
        }
        for (const m of doc.layer(modalities)) {
          expect(m.from).toBeLessThan(m.to)
          expect(m.scope.from).toBeLessThanOrEqual(m.scope.to)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('grades itself at one against itself', () => {
    const doc = pipeline.run(Document.of('The dam may not hold. About 40 people will leave.'))
    for (const counts of Object.values(scoreCertainty(doc, doc)))
      expect(counts.right).toBe(counts.gold)
  })
})
