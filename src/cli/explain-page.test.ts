/** The page of `explain`: fields, rules in words, and the words that they rest on. */
import { describe, expect, test } from 'vitest'
import { explainPage } from './explain-page.ts'
import type { Paper } from './table.ts'

const answer = {
  claim: 'c1',
  report: 'r1',
  quote: 'Two ships left',
  engine: 'claim@2',
  current: true,
  fields: [
    {
      field: 'mode',
      value: 'forecast',
      stage: 'certainty',
      version: '2',
      rule: 'CE4',
      meaning: 'A verb of denial governs its gerund, else its object.',
      words: [{ from: 4, to: 9, text: 'ships' }],
    },
    {
      field: 'statedOn',
      value: 'open',
      stage: 'claim',
      version: '2',
      rule: 'CA32',
      meaning: null,
      words: [],
    },
  ],
}

const pipe: Paper = {
  terminal: false,
  width: Number.POSITIVE_INFINITY,
  bold: (t) => t,
  dim: (t) => t,
}

const shown = (over: object = {}): string => explainPage({ ...answer, ...over }, pipe)

describe('explain', () => {
  test('each field has its value, its rule in words, and the words it rests on', () => {
    expect(shown().split('\n')).toEqual([
      'Two ships left',
      '',
      'mode  forecast',
      '  certainty 2, rule CE4',
      '  A verb of denial governs its gerund, else its object.',
      '  rests on "ships"',
      '',
      'statedOn  open',
      '  claim 2, rule CA32',
    ])
  })

  test('says when another engine read the report', () => {
    expect(shown({ current: false })).toContain('another engine read this report')
    expect(shown()).not.toContain('another engine')
  })
})
