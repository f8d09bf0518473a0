/** Tests which hyphens and slashes stay, and which numbers are whole. */
import { describe, expect, test } from 'vitest'
import { readData } from '../../../test/data-files.ts'
import { Abbreviations } from '../../lexicon/abbreviations.ts'
import { keepsHyphen, keepsSlash } from './joints.ts'
import { isWholeNumber, numberEnd } from './numbers.ts'
import type { TokenLists } from './token-lists.ts'

const lists: TokenLists = {
  abbreviations: Abbreviations.read(readData('en/abbreviations.tsv'), 'en/abbreviations.tsv'),
  contractions: new Map(),
  prefixes: new Set(['anti', 'pre', 'non', 're']),
  suffixes: new Set(['esque', 'ish']),
  units: new Set(),
  emoticons: new Map(),
  elisions: new Set(),
  webEndings: new Set(),
}

describe('TK11: hyphens', () => {
  const keeps = (word: string): boolean =>
    keepsHyphen(word, 0, 0, word.indexOf('-'), word.length, lists)

  test.each([
    'anti-war',
    'Anti-war',
    'pre-1990',
    'non-smoker',
    'Kafka-esque',
    'F-16',
    'KN-23',
    'MiG-29',
    'COVID-19',
    'S-400',
    'Jong-un',
    'Wai-ching',
    'Min-Woo',
  ])('%s stays whole', (word) => {
    expect(keeps(word)).toBe(true)
  })

  test.each([
    'well-known',
    '15-year',
    'al-Qaeda',
    'Al-Qaeda',
    'El-Sisi',
    'New-York',
    'north-east',
    'Smith-Jones',
    'twenty-one',
    '10-12',
    'anti-',
  ])('%s is cut', (word) => {
    expect(keeps(word)).toBe(false)
  })

  test('parts that are too long are cut', () => {
    const word = `anti-${'a'.repeat(30)}`
    expect(keepsHyphen(word, 0, 0, 4, word.length, lists)).toBe(false)
  })
})

describe('slashes', () => {
  const keeps = (word: string): boolean => keepsSlash(word, 0, word.indexOf('/'), word.length)

  test.each(['11/20/2000', '1/2', 'w/o', 'c/o', 'n/a'])('%s stays', (word) => {
    expect(keeps(word)).toBe(true)
  })
  test.each(['and/or', 'London/Paris', 'he/she', 'A/B'])('%s is cut', (word) => {
    expect(keeps(word)).toBe(false)
  })
})

describe('TK7: whole numbers', () => {
  const whole = (text: string): boolean => isWholeNumber(text, 0, text.length)

  test.each([
    '2024-10-23',
    '11/20/2000',
    '23.10.2024',
    '713-853-3989',
    '345-9945',
    '12345-6789',
    '1-2-3',
  ])('%s', (text) => {
    expect(whole(text)).toBe(true)
  })

  test.each([
    '10-12',
    '1950-1953',
    '100-2000',
    '345/9945',
    '2024',
    '2024-',
    '-2024',
    '2024--10-23',
    '2024-10-x',
    'x-2024-10',
    '1-2-3-4-5-6-7-8-9-10-11-12',
    '',
  ])('%s is none', (text) => {
    expect(whole(text)).toBe(false)
  })
})

describe('numberEnd', () => {
  test.each([
    ['1,200.50 x', 8],
    ['10:35', 5],
    ['10.', 2],
    ['10,', 2],
    ['10km', 2],
    ['1,,2', 1],
    ['3.14.15', 7],
    ['x', 0],
    ['', 0],
    ['٣٤', 2],
  ])('%j: %d', (text, end) => {
    expect(numberEnd(text, 0, text.length)).toBe(end)
  })

  test('stops at the bound', () => {
    expect(numberEnd('12345', 1, 3)).toBe(3)
  })
})
