/** Tests of the stage `tokenize`: its cases, its promises on any text, its time on hostile ones. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCases } from '../../../test/cases.ts'
import { readData } from '../../../test/data-files.ts'
import { Document } from '../../document/document.ts'
import { sentences } from '../../layers/sentences.ts'
import { type Token, tokens } from '../../layers/tokens.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import { contains } from '../../text/span.ts'
import { SpanList } from '../../text/span-list.ts'
import { isBlank, keyOf, kindOf } from '../../text/unicode.ts'
import { segment } from '../segment/stage.ts'
import { scoreTokenize } from './score.ts'
import { tokenize } from './stage.ts'

for (const file of ['tokenize', 'cuts'])
  runCases(import.meta.url, `${file}.cases.txt`, [segment, tokenize])

const both = Pipeline.of([segment, tokenize], readData)
const read = (text: string): readonly Token[] => both.run(Document.of(text)).layer(tokens).items

const piece = fc.constantFrom(
  'envoy',
  'The',
  ' ',
  '  ',
  '\n',
  '.',
  ',',
  '-',
  '--',
  "'",
  "'s",
  "n't",
  '’',
  '"',
  '“',
  '(',
  ')',
  '5',
  '1,200',
  '$',
  '%',
  '@',
  '#',
  '/',
  ':',
  ':)',
  'http://',
  'www.',
  '.com',
  'U.S.',
  'Mr.',
  'a@b.org',
  '...',
  '…',
  '!?',
  '&',
  '_',
  '😀',
  '👩‍🚀',
  '\u200d',
  '\ufe0f',
  '\u00ad',
  '\u0301',
  '漢',
  'カナ',
  '한글',
  '\u0000',
  '\u0007',
  '\ud800',
  '\udc00',
  '\u202e',
  '½',
  '°',
  'cannot',
  '`',
  '<',
  '|',
)
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((p) => p.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
)

describe('any text', () => {
  test('every character that is not blank lies in exactly one token', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let pos = 0
        const blank = (to: number): boolean => {
          for (; pos < to; pos++) if (!isBlank(text.charCodeAt(pos))) return false
          return true
        }
        for (const token of read(text)) {
          if (token.to <= token.from || !blank(token.from)) return false
          pos = token.to
        }
        return blank(text.length)
      }),
      { numRuns: 500 },
    )
  })

  test('a token has no blank in it, its form is its text, its key and kind follow from its form', () => {
    fc.assert(
      fc.property(anyText, (text) =>
        read(text).every(
          (t) =>
            t.form === text.slice(t.from, t.to) &&
            ![...t.form].some((c) => isBlank(c.charCodeAt(0))) &&
            t.key === keyOf(t.form) &&
            t.kind === kindOf(t.form),
        ),
      ),
      { numRuns: 300 },
    )
  })

  test('a token lies in the sentence that it names', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const doc = both.run(Document.of(text))
        return doc
          .layer(tokens)
          .items.every((t) => contains(doc.layer(sentences).at(t.sentence), t))
      }),
      { numRuns: 200 },
    )
  })

  test('a surrogate pair is never torn', () => {
    fc.assert(
      fc.property(anyText, (text) =>
        read(text).every((t) => {
          const before = text.charCodeAt(t.from - 1)
          const first = text.charCodeAt(t.from)
          return !(before >= 0xd800 && before < 0xdc00 && first >= 0xdc00 && first < 0xe000)
        }),
      ),
      { numRuns: 300 },
    )
  })

  test('what stands in a later paragraph does not change the tokens of an earlier one', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const line = pieces.join('').replace(/\n/g, ' ')
        const alone = read(`Head\n\nSo ${line} end.\n\nThe end came.`)
        const longer = read(`Head\n\nSo ${line} end.\n\nThe end came.\n\nMore followed.`)
        expect(longer.slice(0, alone.length)).toEqual(alone)
      }),
      { numRuns: 150 },
    )
  })

  test('a word of letters is one token wherever it stands', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[b-y]{3,12}$/), (word) => {
        fc.pre(
          ![
            'cannot',
            'wanna',
            'gonna',
            'gotta',
            'lemme',
            'gimme',
            'dunno',
            'dont',
            'wont',
          ].includes(word),
        )
        const forms = read(`He saw "${word}", (${word}) and ${word}; then left.`).map((t) => t.form)
        return (
          forms.filter((f) => f === word).length === 3 || word.endsWith('nt') || word.length < 8
        )
      }),
      { numRuns: 200 },
    )
  })
})

describe('hostile texts', () => {
  const hostile: readonly (readonly [string, (n: number) => string])[] = [
    ['letters without an end', (n) => 'a'.repeat(n)],
    ['hyphens', (n) => 'a-'.repeat(n)],
    ['plus signs', (n) => 'a+'.repeat(n)],
    ['at signs', (n) => 'a@'.repeat(n)],
    ['dots', (n) => 'a.'.repeat(n)],
    ['schemes', (n) => 'http://'.repeat(n)],
    ['domains', (n) => 'a.com,'.repeat(n)],
    ['commas in numbers', (n) => '1,'.repeat(n)],
    ['clitics', (n) => "n't".repeat(n)],
    ['marks', (n) => 'a\u0301\u0301'.repeat(n)],
    ['joiners', (n) => '👩‍'.repeat(n)],
    ['lone surrogates', (n) => '\ud800'.repeat(n)],
    ['bidi controls', (n) => '\u202e'.repeat(n)],
  ]
  test.each(hostile)('%s take time in proportion to their number', (_, make) => {
    const pipeline = Pipeline.of(
      [tokenize].map((s) => ({ ...s, needs: [] })),
      readData,
    )
    const time = (n: number): number => {
      const text = make(n)
      // One sentence over all of it, so that the limit of the stage before does not help.
      const doc = Document.of(text).with(
        sentences,
        SpanList.of([{ from: 0, to: text.length, paragraph: 0 }]),
      )
      let best = Number.POSITIVE_INFINITY
      for (let i = 0; i < 3; i++) {
        const start = performance.now()
        pipeline.run(doc)
        best = Math.min(best, performance.now() - start)
      }
      return best
    }
    const small = time(5_000)
    expect(time(40_000)).toBeLessThan(Math.max(150, small * 30))
  })
})

describe('marks without end (TK13)', () => {
  test('the first hundred are tokens, the rest one', () => {
    for (const one of ['\u{1f600}', '@', '\u2022', '\u{1f44d}\u{1f3fd}']) {
      const text = `${one.repeat(400)}word`
      const made = read(text)
      expect(made.length).toBe(102)
      expect(made[99]?.form).toBe(one)
      expect(made[100]?.form).toBe(one.repeat(300))
      expect(made[101]?.form).toBe('word')
    }
  })

  test('words between marks end the count', () => {
    expect(read('a$'.repeat(500)).length).toBe(1000)
  })
})

describe('the score', () => {
  test('counts the tokens that agree at both ends', () => {
    const doc = both.run(Document.of('They left.'))
    expect(scoreTokenize(doc, doc)).toEqual({ tokens: { made: 3, gold: 3, right: 3 } })
  })
})
