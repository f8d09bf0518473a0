/** Tests of the clause stage: cases, a hand-made tree, and properties on any forest. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCases } from '../../../test/cases.ts'
import { readData } from '../../../test/data-files.ts'
import { Document } from '../../document/document.ts'
import { englishStages } from '../../english.ts'
import { clauses } from '../../layers/clauses.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import { Tree } from '../../text/tree.ts'
import { scoreClauses } from './score.ts'
import { clausesOf } from './stage.ts'

const upTo = englishStages.slice(0, englishStages.findIndex((s) => s.name === 'clause') + 1)

runCases(import.meta.url, 'clause.cases.txt', upTo)

const labels = [
  'root',
  'nsubj',
  'obj',
  'advcl',
  'ccomp',
  'conj',
  'acl:relcl',
  'mark',
  'punct',
  'acl',
]
const tagged = [
  ['VERB', 'VBD'],
  ['NOUN', 'NN'],
  ['PUNCT', '.'],
  ['ADJ', 'JJ'],
  ['AUX', 'MD'],
] as const

describe('clauses on any tree', () => {
  test('lie inside the text, hold their head, and point to one another', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(40), fc.nat(labels.length - 1), fc.nat(tagged.length - 1)), {
          maxLength: 40,
        }),
        (raw) => {
          const spans = raw.map((_, i) => ({ from: i * 2, to: i * 2 + 1 }))
          const arcs = raw.map(([h, l], i) => ({
            from: i * 2,
            to: i * 2 + 1,
            head: i === 0 ? -1 : (h % (i + 1)) - 1,
            deprel: labels[l] ?? 'dep',
          }))
          const made = clausesOf({
            tokens: spans.map((s) => ({
              ...s,
              form: 'x',
              key: 'x',
              kind: 'word' as const,
              sentence: 0,
            })),
            tags: raw.map(([, , t], i) => ({
              from: i * 2,
              to: i * 2 + 1,
              upos: tagged[t]?.[0] ?? 'X',
              xpos: tagged[t]?.[1] ?? 'X',
              lemma: 'x',
            })),
            arcs,
            open: new Set<string>(),
            tree: Tree.of(arcs.map((a) => a.head)),
          })
          for (const [i, c] of made.entries()) {
            expect(c.first).toBeLessThan(c.end)
            expect(c.from).toBeLessThan(c.to)
            expect(c.parent).not.toBe(i)
            expect(c.joins).not.toBe(i)
            if (c.parent !== null) expect(c.parent).toBeLessThan(made.length)
          }
        },
      ),
    )
  })
})

describe('the clause stage', () => {
  test('reads the same text the same way twice', () => {
    const pipeline = Pipeline.of(upTo, readData)
    const read = (): unknown =>
      pipeline
        .run(Document.of('The bank failed, and nobody knew why it had lent so much.'))
        .layer(clauses).items
    expect(read()).toEqual(read())
  })

  test('grades itself at one against itself', () => {
    const doc = Pipeline.of(upTo, readData).run(Document.of('The dam broke when the rain came.'))
    const score = scoreClauses(doc, doc)
    expect(score['clauses']?.made).toBe(score['clauses']?.right)
    expect(score['clauses']?.right).toBeGreaterThan(0)
  })
})
