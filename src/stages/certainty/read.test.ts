/** Tests of the stage with a made-up reader: its factuality only moves what it is meant to move. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readData } from '../../../test/data-files.ts'
import { Document } from '../../document/document.ts'
import { englishStages } from '../../english.ts'
import { hedges } from '../../layers/hedges.ts'
import { type Modality, modalities } from '../../layers/modalities.ts'
import { tokens } from '../../layers/tokens.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import { readCertainty } from './read.ts'

const before = Pipeline.of(
  englishStages.slice(
    0,
    englishStages.findIndex((s) => s.name === 'certainty'),
  ),
  readData,
)
const rules = Pipeline.of(
  englishStages.slice(0, englishStages.findIndex((s) => s.name === 'certainty') + 1),
  readData,
)
const lists = Object.fromEntries(
  Object.entries(readCertainty.uses).map(([name, r]) => [name, r.load(r.files.map(readData))]),
)

/** What the stage makes of a text where the reader gives each word its factuality. */
function made(text: string, real: (form: string, i: number) => number | null) {
  const doc = before.run(Document.of(text))
  const words = doc.layer(tokens)
  const readings = words.map((t, i) => ({ ...t, factuality: real(t.form, i) }))
  const view = {
    text,
    facts: doc.facts,
    layer: (layer: { readonly name: string }) =>
      layer.name === 'readings' ? readings : doc.layer(layer as typeof tokens),
  }
  return { words, ...readCertainty.run(view as never, lists as never) }
}

const rulesOf = (list: Iterable<Modality>): string[] => [...list].map((m) => m.rule)

const texts = [
  'The queen travelled to Oslo to open the museum.',
  'The dam may not hold. About 40 people will leave if it rains.',
  'There is no evidence that the firm paid him, and the court would not say why.',
  'He promised to freeze rents. Nobody knows who will pay.',
]

describe('the stage with a reader', () => {
  test.each(texts)('says what the rules say where the reader has no such head: %s', (text) => {
    const doc = rules.run(Document.of(text))
    const own = made(text, () => null)
    expect([...own.modalities]).toEqual([...doc.layer(modalities)])
    expect([...own.hedges]).toEqual([...doc.layer(hedges)])
  })

  test.each(texts)('keeps every hedge whatever the reader says: %s', (text) => {
    const doc = rules.run(Document.of(text))
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 40 }),
        (real) => {
          expect([...made(text, (_, i) => real[i] ?? 0).hedges]).toEqual([...doc.layer(hedges)])
        },
      ),
      { numRuns: 15 },
    )
  })

  test.each(texts)('drops purposes alone, and adds what lies ahead alone: %s', (text) => {
    const doc = rules.run(Document.of(text))
    const listed = [...doc.layer(modalities)].filter((m) => m.rule !== 'CE42')
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 40 }),
        (real) => {
          const own = [...made(text, (_, i) => real[i] ?? 0).modalities]
          const rest = own.filter((m) => m.rule !== 'CE42' && m.rule !== 'CE62')
          expect(rest).toEqual(listed)
        },
      ),
      { numRuns: 15 },
    )
  })

  test('a purpose that was reached is no intention [CE61]', () => {
    const text = texts[0] ?? ''
    expect(rulesOf(made(text, () => 1).modalities)).not.toContain('CE42')
    expect(rulesOf(made(text, () => 0).modalities)).toContain('CE42')
  })

  test('a predicate without a cue that lies ahead is a forecast [CE62]', () => {
    const own = made('We are leaving for Paris.', (form) => (form === 'leaving' ? -1 : 0))
    expect(own.modalities.map((m) => [m.rule, m.sets])).toEqual([['CE62', 'forecast']])
  })

  test('small changes of the reader change nothing', () => {
    for (const text of texts)
      for (const value of [-0.4, -0.2, 0, 0.2, 0.4])
        expect(rulesOf(made(text, () => value).modalities)).toEqual(
          rulesOf(made(text, () => value + 0.05).modalities),
        )
  })
})
