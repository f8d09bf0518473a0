/** Finds the clock time that opens an entry of a live report: "14:20", "[2.15pm GMT]", "10:45 a.m. -". */
import type { Span } from '../../text/span.ts'
import { isBlank, isDash, isDigit, isLower, isUpper } from '../../text/unicode.ts'

const opening = new Set(['"', '“', '‘', '«', "'"])

/**
 * SE18: an hour and its minutes, perhaps "am" or "pm" and a zone, in brackets or not, then perhaps a dash or a colon.
 * What follows must look like the start of a sentence. Null when there is none. `isZone` is asked in small letters.
 */
export function stampOf(text: string, block: Span, isZone: (word: string) => boolean): Span | null {
  const { to } = block
  const unit = (at: number): number => (at < to ? text.charCodeAt(at) : 0)
  let i = block.from
  const bracket = text[i] === '[' || text[i] === '('
  if (bracket) i++
  const hour = digitsAt(text, i, to)
  i += hour.length
  if (hour.length === 0 || hour.length > 2 || Number(hour) > 23) return null
  const mark = text[i]
  if (mark !== ':' && mark !== '.' && mark !== 'h') return null
  const minutes = digitsAt(text, i + 1, to)
  if (minutes.length !== 2 || Number(minutes) > 59) return null
  i += 3
  const half = halfAt(text, i, to)
  i = half
  const zone = wordAt(text, skip(text, i, to), to)
  if (zone !== '' && isZone(zone.toLowerCase())) i = skip(text, i, to) + zone.length
  if (bracket) {
    if (text[i] !== ']' && text[i] !== ')') return null
    i++
  }
  let end = i
  const next = skip(text, i, to)
  if (isDash(unit(next)) || text[next] === '-' || text[next] === ':' || text[next] === '|')
    end = next + 1
  const start = skip(text, end, to)
  if (start === end || start >= to) return null
  const first = text[start] ?? ''
  if (!isUpper(unit(start)) && !isDigit(unit(start)) && !opening.has(first)) return null
  return { from: block.from, to: end }
}

function digitsAt(text: string, at: number, to: number): string {
  let i = at
  while (i < to && i < at + 3 && isDigit(text.charCodeAt(i))) i++
  return text.slice(at, i)
}

/** Behind "am", "p.m." with or without a blank before it; `at` itself where there is none. */
function halfAt(text: string, at: number, to: number): number {
  const i = skip(text, at, to)
  const letter = (text[i] ?? '').toLowerCase()
  if (letter !== 'a' && letter !== 'p') return at
  for (const ending of ['.m.', 'm'])
    if (text.slice(i + 1, i + 1 + ending.length).toLowerCase() === ending) {
      const end = i + 1 + ending.length
      const goesOn = end < to && (isLower(text.charCodeAt(end)) || isUpper(text.charCodeAt(end)))
      if (end <= to && !goesOn) return end
    }
  return at
}

function wordAt(text: string, at: number, to: number): string {
  let i = at
  while (i < to && i < at + 5 && isUpper(text.charCodeAt(i))) i++
  return text.slice(at, i)
}

function skip(text: string, at: number, to: number): number {
  let i = at
  while (i < to && isBlank(text.charCodeAt(i))) i++
  return i
}
