/** When in words: values as people say them, and the value itself where there is no plainer form. */
import { expect, test } from 'vitest'
import { edtfWords, timexWords } from './when-words.ts'

test.each([
  ['2024-10-23', '23 Oct 2024'],
  ['2024-10', 'Oct 2024'],
  ['2024', '2024'],
  ['2024-10-23T14:30', '23 Oct 2024, 14:30'],
  ['2024-10-23T14:30Z', '23 Oct 2024, 14:30 UTC'],
  ['2024-10-18/2024-10-25', '18 Oct 2024 to 25 Oct 2024'],
  ['2024-10-18/..', 'from 18 Oct 2024'],
  ['../2024-12', 'until Dec 2024'],
  ['2024-10~', 'about Oct 2024'],
  ['2024-10?', 'perhaps Oct 2024'],
  ['2024-21', 'spring 2024'],
  ['2024-36', 'fourth quarter of 2024'],
  ['202X', 'the 2020s'],
  ['199X~', 'about the 1990s'],
  ['2024-10-XX', 'a day in Oct 2024'],
  ['2024-XX', 'some time in 2024'],
  ['[2024,2025]', '[2024,2025]'],
])('%s is said as %s', (edtf, words) => {
  expect(edtfWords(edtf)).toBe(words)
})

test.each([
  ['P3D', '3 days'],
  ['P1Y', '1 year'],
  ['PT2H', '2 hours'],
  ['PT30M', '30 minutes'],
  ['P1.5M', '1.5 months'],
  ['PXD', 'some days'],
  ['PTXH', 'some hours'],
  ['PRESENT_REF', 'at the time of writing'],
  ['FUTURE_REF', 'in the future'],
  ['XXXX-WXX-1', 'XXXX-WXX-1'],
  ['P3', 'P3'],
])('%s is said as %s', (timex, words) => {
  expect(timexWords(timex)).toBe(words)
})
