/** Numbers that stay whole: with separators, decimals, times, dates, telephone numbers. */
import { isDigit, isHyphen } from '../../text/unicode.ts'

/** Longer runs of digits and marks are no date or telephone number. */
const longest = 24

/** TK7: dates ("2024-10-23", "11/20/2000") and telephone numbers ("713-853-3989", "345-9945"). */
export function isWholeNumber(text: string, from: number, to: number): boolean {
  if (to - from > longest || !isDigit(text.charCodeAt(from))) return false
  const groups: number[] = []
  let run = 0
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i)
    if (isDigit(unit)) run++
    else if (isHyphen(unit) || unit === 0x2f || unit === 0x2e) {
      groups.push(run)
      run = 0
    } else return false
  }
  groups.push(run)
  if (groups.includes(0)) return false
  if (groups.length >= 3) return true
  const [first, second] = groups
  if (groups.length !== 2 || !isHyphen(text.charCodeAt(from + (first ?? 0)))) return false
  const zero = text.charCodeAt(from + (first ?? 0) - 1) === 0x30 && text.charCodeAt(to - 1) === 0x30
  return (first === 3 || first === 5) && second === 4 && !zero
}

/** The end of the digits at `from`, with the separators between them. */
export function numberEnd(text: string, from: number, to: number): number {
  let i = from
  while (i < to) {
    const unit = text.charCodeAt(i)
    const separator = unit === 0x2e || unit === 0x2c || unit === 0x3a
    if (!isDigit(unit) && !(separator && isDigit(text.charCodeAt(i + 1)))) break
    i++
  }
  return i
}
