/** Recognises addresses: URLs, e-mail addresses, handles, hashtags, bare domains. Looks ahead by a fixed number of characters, or over what it takes. */
import { isDigit, isLetter } from '../../text/unicode.ts'

const schemes = ['http://', 'https://', 'ftp://', 'mailto:', 'www.', 'doi:10.']

/** A local part or a domain is no longer than this. */
const longestName = 255

/** TK9: the end of the address that begins at `at`, or `at`. */
export function webEnd(text: string, at: number, to: number, endings: ReadonlySet<string>): number {
  const unit = text.charCodeAt(at)
  if (unit === 0x40 || unit === 0x23) return tagEnd(text, at, to)
  if (!isPlain(unit)) return at
  for (const scheme of schemes)
    if (startsWithFold(text, at, to, scheme)) return trimEnd(text, at, untilStop(text, at, to))
  const name = nameEnd(text, at, to)
  if (name < to && text.charCodeAt(name) === 0x40) {
    const domain = nameEnd(text, name + 1, to)
    return domain > name + 1 ? trimEnd(text, at, domain) : at
  }
  return domainEnd(text, at, to, endings)
}

/** "@name" and "#topic", where nothing but letters, digits and underscores follow; "#1" is a number. */
function tagEnd(text: string, at: number, to: number): number {
  let i = at + 1
  let letters = false
  while (i < to && i - at < 64) {
    const unit = text.charCodeAt(i)
    if (isLetter(unit)) letters = true
    else if (!isDigit(unit) && unit !== 0x5f) break
    i++
  }
  return letters ? i : at
}

function isPlain(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x30 && unit <= 0x39)
  )
}

function startsWithFold(text: string, at: number, to: number, scheme: string): boolean {
  if (at + scheme.length >= to) return false
  for (let i = 0; i < scheme.length; i++) {
    const unit = text.charCodeAt(at + i)
    const lower = unit >= 0x41 && unit <= 0x5a ? unit + 32 : unit
    if (lower !== scheme.charCodeAt(i)) return false
  }
  return true
}

/** An address ends before brackets of angles and double quotes. */
function untilStop(text: string, at: number, to: number): number {
  let i = at
  while (i < to) {
    const unit = text.charCodeAt(i)
    if (unit === 0x3c || unit === 0x3e || unit === 0x22 || unit === 0x201c || unit === 0x201d) break
    i++
  }
  return i
}

/** Marks at the end of an address belong to the sentence; a bracket does unless the address opens one. */
function trimEnd(text: string, at: number, to: number): number {
  let end = to
  const opens = text.slice(at, Math.min(to, at + 2048)).includes('(')
  while (end > at + 1) {
    const unit = text.charCodeAt(end - 1)
    const mark =
      unit === 0x2e ||
      unit === 0x2c ||
      unit === 0x3b ||
      unit === 0x3a ||
      unit === 0x21 ||
      unit === 0x3f ||
      unit === 0x27 ||
      unit === 0x2019 ||
      unit === 0x5d ||
      (unit === 0x29 && !opens)
    if (!mark) break
    end--
  }
  return end
}

function nameEnd(text: string, at: number, to: number): number {
  const limit = Math.min(to, at + longestName)
  let i = at
  while (i < limit) {
    const unit = text.charCodeAt(i)
    if (
      !isPlain(unit) &&
      unit !== 0x2e &&
      unit !== 0x2d &&
      unit !== 0x5f &&
      unit !== 0x2b &&
      unit !== 0x25
    )
      break
    i++
  }
  return i
}

/** "bbc.co.uk/news", "report-2.pdf": a last label of two to four letters from a closed list. */
function domainEnd(text: string, at: number, to: number, endings: ReadonlySet<string>): number {
  const name = nameEnd(text, at, to)
  let end = name
  while (end > at && !isPlain(text.charCodeAt(end - 1))) end--
  let dot = end
  while (dot > at && end - dot < 6 && isPlain(text.charCodeAt(dot - 1))) dot--
  if (dot - 1 <= at || text.charCodeAt(dot - 1) !== 0x2e) return at
  const label = text.slice(dot, end).toLowerCase()
  if (!endings.has(label) || !isPlain(text.charCodeAt(dot - 2))) return at
  if (end < to && text.charCodeAt(end) === 0x2f) return trimEnd(text, at, untilStop(text, at, to))
  return end
}
