/** Plain text: the text as it is, with what its first lines say about title, byline and date. */
import { MappedText, type OffsetMap } from '../text/offset-map.ts'
import { visibleDate } from './visible-date.ts'

/** What the first lines of a plain text say. */
export interface PlainHead {
  readonly title: string | null
  readonly byline: string | null
  readonly outlet: string | null
  readonly date: { readonly edtf: string; readonly raw: string } | null
}

/** Text with `\n` line ends and no byte order mark; words are never changed. */
export function canonical(decoded: string): { readonly text: string; readonly map: OffsetMap } {
  const from = decoded.charCodeAt(0) === 0xfeff ? 1 : 0
  const out = new MappedText()
  let start = from
  for (let at = decoded.indexOf('\r', from); at >= 0; at = decoded.indexOf('\r', at + 1)) {
    if (decoded[at + 1] !== '\n') continue
    out.copy(decoded.slice(start, at), start)
    start = at + 1
  }
  out.copy(decoded.slice(start), start)
  return { text: out.text(), map: out.map() }
}

const sentenceEnd = /[.!?…"”’')\]]$/
const byLine = /^(?:by|von|par|por|di|da)\s+(\p{Lu}[^.!?]{1,80})$/iu
const dateLabel = /^(?:published|updated|posted|date)\s*(?:on|:)?\s*/i
const longestTitle = 200

/** Reads title, byline, outlet and date from the lines before the first paragraph of running text. */
export function plainHead(text: string): PlainHead {
  const head: { -readonly [K in keyof PlainHead]: PlainHead[K] } = {
    title: null,
    byline: null,
    outlet: null,
    date: null,
  }
  const lines = firstLines(text, 12)
  const titled = lines.length > 1 ? (lines[0] ?? null) : null
  if (titled !== null && isTitle(titled)) head.title = titled.text
  for (const line of lines.slice(head.title === null ? 0 : 1)) {
    if (
      line.text.length > 120 ||
      (line.alone && sentenceEnd.test(line.text) && !lineDate(line.text))
    )
      break
    readLine(line.text, head)
    if (line.text.split(' ').length > 18) break
  }
  return head
}

interface Line {
  readonly text: string
  /** A blank line or the end follows. */
  readonly alone: boolean
}

function firstLines(text: string, most: number): Line[] {
  const out: Line[] = []
  let from = 0
  while (out.length < most && from < text.length && from < 4000) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    const line = text.slice(from, Math.min(to, from + 1000)).trim()
    const next = end < 0 ? '' : text.slice(to + 1, to + 200)
    if (line !== '') out.push({ text: line, alone: end < 0 || /^[ \t]*(?:\n|$)/.test(next) })
    from = to + 1
  }
  return out
}

function isTitle(line: Line): boolean {
  const words = line.text.split(/\s+/).length
  if (line.text.length > longestTitle || words < 2 || words > 30 || !line.alone) return false
  if (/[.…;:,]$/.test(line.text) && !/\b[A-Z]\.$/.test(line.text)) return false
  return lineDate(line.text) === null && !byLine.test(line.text)
}

function readLine(line: string, head: { -readonly [K in keyof PlainHead]: PlainHead[K] }): void {
  const parts = line.split(/\s*[|·•]\s*/)
  for (const part of parts) {
    const date = lineDate(part)
    const by = byLine.exec(part)
    if (date && head.date === null) head.date = { edtf: date, raw: part }
    else if (by && head.byline === null) head.byline = by[1] ?? null
    else if (
      parts.length > 1 &&
      head.outlet === null &&
      !date &&
      /^\p{Lu}/u.test(part) &&
      part.length < 60
    )
      head.outlet = part
  }
}

/** The date of a line that is nothing but a date, with or without a weekday, label or clock time. */
function lineDate(line: string): string | null {
  const bare = line.replace(dateLabel, '')
  return bare.length > 60 ? null : visibleDate(bare, { whole: true })
}
