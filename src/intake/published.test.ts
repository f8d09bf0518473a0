/** Tests of given dates: what is EDTF, what is reduced to it, what is refused. */
import { expect, test } from 'vitest'
import { Fault } from '../fault/fault.ts'
import { edtfOf, publishedOf } from './published.ts'

test.each([
  ['2024-10-23', '2024-10-23'],
  ['2018-03', '2018-03'],
  ['2024', '2024'],
  ['2024-10~', '2024-10~'],
  ['2024-10-23?', '2024-10-23?'],
  ['2024-21', '2024-21'],
  ['2024-XX', '2024-XX'],
  ['2024-10-XX', '2024-10-XX'],
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', null],
  ['2024-13', null],
  ['2024-10-32', null],
  ['0000-01-01', null],
  ['2024-10-01/2024-10-05', '2024-10-01/2024-10-05'],
  ['2024-10-05/2024-10-01', null],
  ['2024-10-23T06:05:00+01:00', '2024-10-23'],
  ['2024-10-23T23:59:59Z', '2024-10-23'],
  ['2024-10-23 06:05', '2024-10-23'],
  ['20241023', '2024-10-23'],
  ['Wed, 23 Oct 2024 08:00:00 +0200', '2024-10-23'],
  ['23 Oct 2024', '2024-10-23'],
  ['Thu, 31 Feb 2024 08:00:00 GMT', null],
  ['last week', null],
  ['', null],
])('%s is %s', (value, edtf) => {
  expect(edtfOf(value)).toBe(edtf)
})

test('a value that is no date is a fault that names it', () => {
  expect(() => publishedOf('yesterday')).toThrow(Fault)
  expect(() => publishedOf('yesterday')).toThrow(/yesterday is not a date/)
})
