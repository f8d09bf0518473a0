/** Tests of frames: what a verb of speaking takes, also where the tree hangs a participle wrongly. */
import { describe, expect, test } from 'vitest'
import { readingOf } from '../../../test/attribution/by-hand.ts'
import { frameOf } from './frame.ts'

describe('a participle behind the noun that it tells of', () => {
  const told = readingOf({
    sentences: [
      'Roads/NOUN/NNS/1/nsubj close/VERB/VBP/4/ccomp ,/PUNCT/,/1/punct ministers/NOUN/NNS/4/nsubj said/VERB/VBD/-1/root/say in/ADP/IN/7/case a/DET/DT/7/det statement/NOUN/NN/4/obl carried/VERB/VBN/4/ccomp/carry by/ADP/IN/10/case media/NOUN/NNS/8/obl',
    ],
  })
  const group = { first: 4, end: 8 }

  test('is not what was said: that stands before the cue', () => {
    expect(frameOf(told, 4, group, { first: 3, end: 4 })).toMatchObject({ kind: 'before', head: 1 })
  })

  test('a finite clause in its place is', () => {
    const later = readingOf({
      sentences: [
        'Ministers/NOUN/NNS/1/nsubj said/VERB/VBD/-1/root/say in/ADP/IN/4/case a/DET/DT/4/det statement/NOUN/NN/1/obl roads/NOUN/NNS/6/nsubj closed/VERB/VBD/1/ccomp/close',
      ],
    })
    const frame = frameOf(later, 1, { first: 1, end: 5 }, { first: 0, end: 1 })
    expect(frame).toMatchObject({ kind: 'bare', at: 5 })
  })
})
