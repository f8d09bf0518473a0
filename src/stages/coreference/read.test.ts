/** Tests reference with the trained reader's hints: they weigh beside the rules, and join what no rule resolves. */
import { describe, expect, test } from 'vitest'
import { Document } from '../../document/document.ts'
import type { AntecedentReading } from '../../layers/readings.ts'
import { antecedentReadings } from '../../layers/readings.ts'
import { tokens } from '../../layers/tokens.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import { readData } from '../../reader.ts'
import { SpanList } from '../../text/span-list.ts'
import { entities as findNames } from '../entities/stage.ts'
import { parse } from '../parse/stage.ts'
import { segment } from '../segment/stage.ts'
import { tag } from '../tag/stage.ts'
import { tokenize } from '../tokenize/stage.ts'
import { Hints } from './hints.ts'
import { readCoreference } from './read.ts'

/** "him" -> { Berg: 0.9 }: what the reader would say of the words, by their last mention in the text. */
type Said = Readonly<Record<string, Readonly<Record<string, number>>>>

const before = Pipeline.of([segment, tokenize, tag, parse, findNames], readData)
const { lexicon, weights } = readCoreference.uses
const list = lexicon.load(lexicon.files.map(readData))
const table = weights.load(weights.files.map(readData))

/** What each resolved word stands for: "he = Erik Berg". */
function resolve(text: string, said: Said = {}): string[] {
  const doc = before.run(Document.of(text))
  const words = doc.layer(tokens).items
  const place = (form: string): number => words.findLastIndex((t) => t.form === form)
  const read = Object.entries(said).map(([form, back]): AntecedentReading => {
    const token = place(form)
    const sum = Object.values(back).reduce((a, b) => a + b, 0)
    return {
      from: words[token]?.from ?? 0,
      to: words[token]?.to ?? 0,
      token,
      candidates: Object.entries(back)
        .map(([to, p]) => ({ token: words.findIndex((t) => t.form === to), score: Math.log(p) }))
        .sort((a, b) => b.score - a.score),
      none: Math.log(1 - sum),
    }
  })
  const full = doc.with(antecedentReadings, SpanList.sorted(read))
  const made = readCoreference.run(
    { text, facts: full.facts, layer: (l) => full.layer(l as never) as never },
    { lexicon: list, weights: table },
  )
  return made.references.items.map(
    (r) => `${text.slice(r.from, r.to)} = ${made.entities.at(r.entity).name}`,
  )
}

describe('hints', () => {
  const hints = new Hints([
    {
      from: 0,
      to: 2,
      token: 7,
      candidates: [
        { token: 3, score: Math.log(0.5) },
        { token: 1, score: Math.log(0.2) },
      ],
      none: Math.log(0.3),
    },
  ])

  test('add up over the words of a mention', () => {
    expect(hints.weight(7, 0, 4)).toBeCloseTo(0.7)
    expect(hints.weight(7, 2, 4)).toBeCloseTo(0.5)
    expect(hints.weight(7, 4, 6)).toBe(0)
  })

  test('a word that was not asked refers to nothing', () => {
    expect(hints.weight(2, 0, 9)).toBe(0)
    expect(hints.none(2)).toBe(1)
    expect(hints.best(2)).toBeNull()
  })

  test('the best is the first candidate with its probability', () => {
    expect(hints.best(7)?.token).toBe(3)
    expect(hints.best(7)?.probability).toBeCloseTo(0.5)
    expect(hints.none(7)).toBeCloseTo(0.3)
  })
})

describe('reference with hints', () => {
  const two = 'Erik Berg met Jonas Lund in Oslo. Later he left.'

  test('a clear hint decides between two persons', () => {
    expect(resolve(two, { he: { Jonas: 0.9 } })).toContain('he = Jonas Lund')
    expect(resolve(two, { he: { Erik: 0.9 } })).toContain('he = Erik Berg')
  })

  test('without a hint the rules decide as they do alone', () => {
    expect(resolve(two)).toContain('he = Erik Berg')
  })

  test('a hint does not make a woman of a man', () => {
    const text = 'Anna Holt met Peter Lund in Oslo. Later he left.'
    expect(resolve(text, { he: { Anna: 0.9 } })).not.toContain('he = Anna Holt')
  })

  test('"it" is no person, whatever the hint', () => {
    const text = 'Erik Berg left the Nordic Bank. It closed on Friday.'
    expect(resolve(text, { It: { Erik: 0.9 } })).not.toContain('It = Erik Berg')
  })

  test('nouns that mean the same become one entity without a name', () => {
    const text = 'A bridge fell in Oslo. Engineers had inspected the structure.'
    const made = resolve(text, { structure: { bridge: 0.8 } })
    expect(made).toContain('A bridge = A bridge')
    expect(made).toContain('the structure = A bridge')
  })

  test('a weak hint joins nothing', () => {
    const text = 'A bridge fell in Oslo. Engineers had inspected the structure.'
    expect(resolve(text, { structure: { bridge: 0.1 } }).join()).not.toContain('structure')
  })

  test('"the dam" is the dam spoken of before; "a dam" is another', () => {
    expect(resolve('A dam broke in Oslo. Many people feared the dam.').join()).toContain(
      'the dam = A dam',
    )
    expect(resolve('A dam broke in Oslo. Many people feared a dam.').join()).not.toContain('a dam')
  })

  test('"their dam" is the dam spoken of before [CO24]', () => {
    expect(resolve('Villagers had built a dam in Oslo. Nobody feared their dam.').join()).toContain(
      'their dam = a dam',
    )
  })

  test('the reader finds who "I" is outside quotations [CO23]', () => {
    const made = resolve('I left Oslo. Then my sister called.', { my: { I: 0.8 } })
    expect(made).toContain('I = I')
    expect(made).toContain('my = I')
  })

  test('a rule for quoted words comes before the reader [CO25]', () => {
    const made = resolve('"Erik Berg is gone and I stay," Anna Holt said.', { I: { Erik: 0.9 } })
    expect(made).toContain('I = Anna Holt')
  })

  test('a hint for "it" below .35 leaves the rules to decide [CO22]', () => {
    const text = 'The Nordic Bank sued the Harbour Board. It won in court.'
    expect(resolve(text, { It: { Board: 0.3 } })).toContain('It = Nordic Bank')
    expect(resolve(text, { It: { Board: 0.6 } })).toContain('It = Harbour Board')
  })

  test('"it" is no group, whatever the hint [CO22]', () => {
    const text = 'Officials met the Nordic Bank. It closed on Friday.'
    expect(resolve(text, { It: { Officials: 0.9 } })).not.toContain('It = Officials')
  })

  test('the nearer sentence outweighs a weak hint [CO20]', () => {
    const text = 'Erik Berg spoke. Jonas Lund left Oslo. He smiled.'
    expect(resolve(text, { He: { Erik: 0.2, Jonas: 0.3 } })).toContain('He = Jonas Lund')
  })

  test('a strong hint outweighs who was the subject [CO20]', () => {
    const text = 'Jonas Lund left Oslo after a row with Erik Berg. He smiled.'
    expect(resolve(text)).toContain('He = Jonas Lund')
    expect(resolve(text, { He: { Erik: 0.95, Jonas: 0.01 } })).toContain('He = Erik Berg')
  })

  test('a hint at a title or a noun beside a name is a hint at the name [CO20]', () => {
    const text = 'The pianist Erik Berg met the drummer Jonas Lund in Oslo. Later he left.'
    expect(resolve(text, { he: { drummer: 0.9 } })).toContain('he = Jonas Lund')
    expect(resolve(text, { he: { pianist: 0.9 } })).toContain('he = Erik Berg')
  })

  test('one dam is not several dams', () => {
    expect(resolve('A dam broke in Oslo. Many people feared the dams.').join()).not.toContain(
      'the dams',
    )
  })
})
