/** Decides which hyphens and slashes stay inside a word. */
import {
  CharClass,
  classOf,
  isDigit,
  isLetter,
  isLower,
  isUpper,
  keyOf,
} from '../../text/unicode.ts'
import type { TokenLists } from './token-lists.ts'

/**
 * TK11: a hyphen stays behind a prefix ("anti-war"), before a suffix ("Kafka-esque"), in codes ("F-16", "COVID-19") and between
 * the syllables of a given name ("Jong-un"); otherwise it is a token of its own ("15-year", "well-known").
 */
export function keepsHyphen(
  text: string,
  start: number,
  part: number,
  at: number,
  right: number,
  lists: TokenLists,
): boolean {
  if (right - at > 24 || at - part > 24) return false
  const left = text.slice(part, at)
  const next = text.slice(at + 1, right)
  const letterNext = isLetter(next.charCodeAt(0))
  if (
    part === start &&
    lists.prefixes.has(keyOf(left)) &&
    (letterNext || isDigit(next.charCodeAt(0)))
  )
    return true
  if (lists.suffixes.has(next)) return true
  if (left === 'Al' || left === 'El') return false
  if (part > start && isDigit(next.charCodeAt(0)) && isUpper(text.charCodeAt(start))) return true
  if (isCode(left, next)) return true
  return isGivenName(left, next)
}

/** Capitals and a number: "F-16", "KN-23", "MiG-29", "COVID-19", "S-400". */
function isCode(left: string, next: string): boolean {
  const last = left.charCodeAt(left.length - 1)
  return (
    isUpper(left.charCodeAt(0)) && isDigit(next.charCodeAt(0)) && isLetter(last) && left.length <= 8
  )
}

const syllable =
  /^(?:[bcdfghjklmnprstwyz]|ch|sh|ts|kw|gw|hy|ky|my|gy|ng|zh)?(?:a|e|i|o|u|ae|eo|eu|oe|ui|wa|wo|ya|yo|yu|yeo|yae|oo|ee|ou|ao|ai|ei|iu|ie|uo|ia|iao|oi|ue|ye|we|wi|yi|woo|wee|ua|uk)(?:n|ng|k|l|m|p|t|h|r|i|u|w)?$/

/** A capital, a hyphen and a small letter: "Jong-un", "Wai-ching"; with two capitals both must be syllables: "Min-Woo". */
function isGivenName(left: string, next: string): boolean {
  if (!isUpper(left.charCodeAt(0)) || left.length > 6 || next.length > 6) return false
  const second = next.charCodeAt(0)
  if (classOf(second) !== CharClass.upper && !isLower(second)) return false
  if (left.length > 1 && isUpper(left.charCodeAt(1))) return false
  return syllable.test(left.toLowerCase()) && syllable.test(next.toLowerCase())
}

/** "11/20/2000" and "1/2" stay; so do "w/o", "c/o"; "and/or" does not. */
export function keepsSlash(text: string, start: number, at: number, right: number): boolean {
  const digits = isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
  return digits || (at - start === 1 && right - at <= 3 && isLower(text.charCodeAt(at + 1)))
}
