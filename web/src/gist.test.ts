/** Gists: which claims get one beside their words, and that it stands there without its source. */
import { describe, expect, test } from 'vitest'
import type { Hop } from '../../src/model/claim.ts'
import { gistBeside } from './gist.ts'
import { hop } from './reader/sample-analysis.ts'

const own: Hop = { voice: 'report' }

describe('a gist', () => {
  test.each<[string, string | undefined, readonly Hop[], string | null]>([
    [
      'it sent troops',
      'Ana Pereira: [The army] sent troops.',
      [own, hop],
      '[The army] sent troops.',
    ],
    ['it sent troops', '[The army] sent troops.', [own, hop], '[The army] sent troops.'],
    [
      'it sent troops',
      'Ana Pereira denied: [The army] sent troops.',
      [own, hop],
      '[The army] sent troops.',
    ],
    ['which fell', '[The bridge] fell.', [own], '[The bridge] fell.'],
    ['two ships had left', 'Ana Pereira: Two ships had left.', [own, hop], null],
    ['two ships [sic] had left', 'Two ships [sic] had left.', [own], null],
    ['it left [sic]', '[The ship] left [sic].', [own], '[The ship] left [sic].'],
    ['two ships had left', undefined, [own, hop], null],
    [
      'it left',
      'unstated source: [The ship] left.',
      [own, { ...hop, source: null }],
      '[The ship] left.',
    ],
    ['it left: so', '[The ship] left: so.', [own, hop], '[The ship] left: so.'],
    [
      'it left',
      'two  men: [The ship] left.',
      [own, { ...hop, source: 'two  men' }],
      'two  men: [The ship] left.',
    ],
    [
      'it left',
      'two men: [The ship] left.',
      [own, { ...hop, source: 'two\n men' }],
      '[The ship] left.',
    ],
    ['it left', '[The ship] left.', [], '[The ship] left.'],
  ])('of %j as %j', (quote, gist, chain, beside) => {
    expect(gistBeside({ quote, gist, chain })).toBe(beside)
  })
})
