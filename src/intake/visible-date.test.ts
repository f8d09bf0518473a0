/** Tests of dates as pages write them, in many languages. */
import { expect, test } from 'vitest'
import { visibleDate } from './visible-date.ts'

test.each([
  ['23 October 2024', 'en'],
  ['October 23, 2024', 'en'],
  ['Wednesday, Oct. 23rd, 2024 at 5:06 p.m.', 'en'],
  ['23. Oktober 2024', 'de'],
  ['23.10.2024, 08:15 Uhr', 'de'],
  ['Mercredi 23 octobre 2024', 'fr'],
  ['23 de octubre de 2024', 'es'],
  ['23 ottobre 2024', 'it'],
  ['23 de outubro de 2024', 'pt'],
  ['23 oktober 2024', 'nl'],
  ['23 października 2024', 'pl'],
  ['23. října 2024', 'cs'],
  ['2024. október 23.', 'hu'],
  ['23 октября 2024', 'ru'],
  ['23 жовтня 2024', 'uk'],
  ['23 Οκτωβρίου 2024', 'el'],
  ['23 Ekim 2024', 'tr'],
  ['2024年10月23日', 'zh'],
  ['2024년 10월 23일', 'ko'],
  ['23 أكتوبر 2024', 'ar'],
  ['٢٣ أكتوبر ٢٠٢٤', 'ar'],
  ['23 Oktober 2024', 'id'],
  ['2024-10-23', null],
  ['2024/10/23', null],
  ['23-Oct-2024', 'en'],
])('%s (%s) is 23 October 2024', (words, language) => {
  expect(visibleDate(words, { language })).toBe('2024-10-23')
})

test.each([
  ['10/11/2024', true, '2024-10-11'],
  ['10/11/2024', false, '2024-11-10'],
  ['10/23/2024', false, '2024-10-23'],
  ['23/10/2024', true, '2024-10-23'],
])('%s with the month first: %s', (words, monthFirst, edtf) => {
  expect(visibleDate(words, { monthFirst })).toBe(edtf)
})

test('listopad is October in Croatian and November in Polish', () => {
  expect(visibleDate('5 listopada 2024', { language: 'hr' })).toBe('2024-10-05')
  expect(visibleDate('5 listopada 2024', { language: 'pl' })).toBe('2024-11-05')
})

test.each([
  '31 February 2024',
  'In 2024 two ships left',
  'May 12',
  '23 October',
  '12345 October 99999',
  '',
])('%s is no date', (words) => {
  expect(visibleDate(words)).toBeNull()
})

test('a whole line must be nothing but a date', () => {
  expect(visibleDate('On 23 October 2024 two ships left', { whole: true })).toBeNull()
  expect(visibleDate('Wednesday 23 October 2024', { whole: true })).toBe('2024-10-23')
})
