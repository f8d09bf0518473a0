/** Feature hashing: turns words and small numbers into 32-bit features for linear models, without building strings. */

const prime = 0x01000193
const first = 0x9e3779b1 | 0
const second = 0x85ebca6b | 0
const third = 0xc2b2ae35 | 0

/** Digits count as one letter, so that "2019" and "1987" are one word. */
function letter(unit: number): number {
  return unit >= 0x30 && unit <= 0x39 ? 0x30 : unit
}

/** The hash of a word's lexicon key; digits count as one letter. */
export function hashKey(key: string): number {
  let h = 0x811c9dc5 | 0
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ letter(key.charCodeAt(i)), prime)
  return h ^ (h >>> 15)
}

/** The hash of the last `length` letters. */
export function hashSuffix(key: string, length: number): number {
  let h = 0x1234567
  const end = Math.max(0, key.length - length)
  for (let i = key.length - 1; i >= end; i--) h = Math.imul(h ^ letter(key.charCodeAt(i)), prime)
  return h
}

/** The hash of the first `length` letters. */
export function hashPrefix(key: string, length: number): number {
  let h = 0x7654321
  const end = Math.min(key.length, length)
  for (let i = 0; i < end; i++) h = Math.imul(h ^ letter(key.charCodeAt(i)), prime)
  return h
}

/** One feature of template `t` with one value. */
export function one(t: number, a: number): number {
  let h = Math.imul(a ^ Math.imul(t, first), second)
  h = Math.imul(h ^ (h >>> 15), third)
  return h ^ (h >>> 14)
}

/** One feature of template `t` with two values, in order. */
export function two(t: number, a: number, b: number): number {
  let h = Math.imul(a ^ Math.imul(t, first), second)
  h = Math.imul((h ^ (h >>> 15)) + b, third)
  h = Math.imul(h ^ (h >>> 13), first)
  return h ^ (h >>> 15)
}

/** One feature of template `t` with three values, in order. */
export function three(t: number, a: number, b: number, c: number): number {
  let h = Math.imul(a ^ Math.imul(t, first), second)
  h = Math.imul((h ^ (h >>> 15)) + b, third)
  h = Math.imul((h ^ (h >>> 13)) + c, first)
  h = Math.imul(h ^ (h >>> 15), second)
  return h ^ (h >>> 14)
}
