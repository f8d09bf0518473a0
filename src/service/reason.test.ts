/** Reasons: what set a field, taken apart. */
import { expect, test } from 'vitest'
import { reasonOf } from './reason.ts'

test.each([
  ['certainty/CE4@2', 'certainty', 'CE4', '2'],
  ['claim/CA7', 'claim', 'CA7', ''],
  ['CA7@3', '', 'CA7', '3'],
  ['attribution/@4', 'attribution', '', '4'],
  ['', '', '', ''],
])('%j', (why, stage, rule, version) => {
  expect(reasonOf(why)).toEqual({ stage, rule, version })
})
