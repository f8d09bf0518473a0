/** Content ids: the same parts give the same id, other parts another. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentId, sha256Hex } from './hash.ts'

describe('hashes', () => {
  test('are SHA-256 (the example of FIPS 180-4)', () => {
    expect(sha256Hex('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })

  test('a text and its UTF-8 bytes hash alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(sha256Hex(text)).toBe(sha256Hex(new TextEncoder().encode(text)))
      }),
    )
  })

  test('lone surrogates do not collide with each other or with the replacement character', () => {
    expect(new Set([sha256Hex('\ud800'), sha256Hex('\ud801'), sha256Hex('\ufffd')]).size).toBe(3)
  })

  test('parts cannot run into each other', () => {
    expect(contentId('r', 'ab', 'c')).not.toBe(contentId('r', 'a', 'bc'))
    expect(contentId('r', null)).not.toBe(contentId('r', ''))
    expect(contentId('r', '1')).toBe(contentId('r', 1))
    expect(contentId('r', 'x')).toMatch(/^r[0-9a-f]{20}$/)
  })
})
