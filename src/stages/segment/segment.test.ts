/** Tests of the stage `segment`: its cases, its promises on any text, its time on hostile ones. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCases } from '../../../test/cases.ts'
import { readData } from '../../../test/data-files.ts'
import { Document } from '../../document/document.ts'
import { paragraphs } from '../../layers/paragraphs.ts'
import { quotations } from '../../layers/quotations.ts'
import { sentences } from '../../layers/sentences.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import { contains, type Span } from '../../text/span.ts'
import { isBlank } from '../../text/unicode.ts'
import { scoreSegment } from './score.ts'
import { segment } from './stage.ts'

for (const file of ['segment', 'stops', 'quotes', 'blocks'])
  runCases(import.meta.url, `${file}.cases.txt`, [segment])

const pipeline = Pipeline.of([segment], readData)
const read = (text: string): Document => pipeline.run(Document.of(text))

const piece = fc.constantFrom(
  'The minister',
  ' ',
  '\n',
  '\n\n',
  '. ',
  '.',
  '? ',
  '!”',
  '“',
  '”',
  '"',
  "'",
  '’',
  '‘',
  '«',
  '»',
  '- ',
  'U.S.',
  'Mr. ',
  'a.m. ',
  '...',
  '…',
  '(Wire) — ',
  'SEOUL',
  ', Oct. 18',
  '1. ',
  '[3]',
  ':) ',
  '\u0000',
  '\ud800',
  '\udc00',
  '😀',
  '\u202e',
  '。',
  '漢字',
  '\r\n',
  '\u2028',
  '\t',
  'he said',
  'By ',
  ' x',
)
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((p) => p.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
)

function blankBetween(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isBlank(text.charCodeAt(i))) return false
  return true
}

function coversAll(text: string, items: readonly Span[]): boolean {
  let pos = 0
  for (const item of items) {
    if (item.from < pos || item.to <= item.from || !blankBetween(text, pos, item.from)) return false
    pos = item.to
  }
  return blankBetween(text, pos, text.length)
}

describe('any text', () => {
  test('every character that is not blank lies in one sentence and one paragraph', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const doc = read(text)
        return (
          coversAll(text, doc.layer(sentences).items) &&
          coversAll(text, doc.layer(paragraphs).items)
        )
      }),
      { numRuns: 400 },
    )
  })

  test('a sentence lies in the paragraph that it names', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const doc = read(text)
        return doc
          .layer(sentences)
          .items.every((s) => contains(doc.layer(paragraphs).at(s.paragraph), s))
      }),
      { numRuns: 200 },
    )
  })

  test('a quotation holds words and lies in one paragraph', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const doc = read(text)
        const blocks = doc.layer(paragraphs)
        return doc
          .layer(quotations)
          .items.every(
            (q) =>
              q.inner.to > q.inner.from &&
              contains(q, q.inner) &&
              blocks.items.some((b) => contains(b, q)),
          )
      }),
      { numRuns: 200 },
    )
  })

  test('what stands in a later paragraph does not change the sentences of an earlier one', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const first = `The minister left on Monday. ${pieces.join('').replace(/[\n\r\u2028\u2029\v\f]/g, ' ')} end.`
        const alone = read(`Head\n\n${first}\n\nThe end came.`).layer(sentences).items
        const longer = read(`Head\n\n${first}\n\nThe end came.\n\nMore followed. And more.`).layer(
          sentences,
        ).items
        expect(longer.slice(0, alone.length)).toEqual(alone)
      }),
      { numRuns: 150 },
    )
  })
})

describe('the limit', () => {
  test('a sentence of more than 2,000 words is cut, and the document says so', () => {
    const doc = read('word '.repeat(4500))
    expect(doc.layer(sentences).length).toBe(3)
    expect(doc.diagnostics.map((d) => d.code)).toEqual(['sentence-cut'])
  })

  test('a line of emoji is cut between emoji', () => {
    const doc = read('😀'.repeat(5000))
    expect(doc.layer(sentences).items.every((s) => s.from % 2 === 0)).toBe(true)
    expect(doc.layer(sentences).length).toBe(3)
  })

  test('a sentence of 2,000 words is left whole', () => {
    const doc = read('word '.repeat(2000))
    expect(doc.layer(sentences).length).toBe(1)
    expect(doc.diagnostics).toEqual([])
  })
})

describe('hostile texts', () => {
  const hostile: readonly (readonly [string, (n: number) => string])[] = [
    ['opening quotes', (n) => '“'.repeat(n)],
    ['straight quotes', (n) => '"'.repeat(n)],
    ['single quotes', (n) => " 'a".repeat(n)],
    ['dots', (n) => '.'.repeat(n)],
    ['initials', (n) => 'A. '.repeat(n)],
    ['dotted letters', (n) => 'a.'.repeat(n)],
    ['lines', (n) => 'a\n'.repeat(n)],
    ['notes', (n) => '. [1]'.repeat(n)],
    ['brackets', (n) => '.)'.repeat(n)],
  ]
  test.each(hostile)('%s take time in proportion to their number', (_, make) => {
    const time = (n: number): number => {
      const text = make(n)
      let best = Number.POSITIVE_INFINITY
      for (let i = 0; i < 3; i++) {
        const start = performance.now()
        read(text)
        best = Math.min(best, performance.now() - start)
      }
      return best
    }
    const small = time(5_000)
    // Eight times the text: quadratic work would take 64 times as long.
    expect(time(40_000)).toBeLessThan(Math.max(150, small * 30))
  })
})

describe('the score', () => {
  test('counts the sentences that agree at both ends', () => {
    const made = read('One came. Two left.')
    const gold = read('One came. Two left.')
    expect(scoreSegment(made, gold)).toEqual({ sentences: { made: 2, gold: 2, right: 2 } })
  })
})
