/** Statements: dates on which something was said, and what they make of "yesterday" and "last week" inside quotation marks. */
import { civil } from '../../text/calendar.ts'
import { type Found, key, type Nonsense, type Reader, sense, together } from './reader.ts'

/** Reads one expression with a reader; the grammar hands itself in, so that it need not be imported. */
export type ReadAt = (r: Reader, atom: number) => Found | Nonsense | null

/** True for a date that tells when something was said: "said on Monday", "On Tuesday the ministry announced", "a report dated 3 May". */
export function isTold(r: Reader, f: Found): boolean {
  if ((f.kind !== 'date' && f.kind !== 'time') || f.period.first === null) return false
  return speaksBefore(r, f.first) || speaksBehind(r, f.end)
}

function speaksBefore(r: Reader, first: number): boolean {
  for (let k = first - 1; k >= first - 6 && together(r, k, first); k--) {
    if (r.speaks(k) || sense(r, k)?.told) return true
    if (r.atoms.kind[k] !== 0) return false
    const tag = r.tag(k)
    if (tag.startsWith('V') || tag === 'MD' || tag === 'CC') return false
  }
  return false
}

/** The first verb behind a date at the head of its clause. */
function speaksBehind(r: Reader, end: number): boolean {
  for (let k = end; k < end + 9 && together(r, end - 1, k); k++) {
    const tag = r.tag(k)
    if (tag.startsWith('V') || tag === 'MD') return r.speaks(k)
    if (isQuote(key(r, k)) || key(r, k) === ';') return false
  }
  return false
}

function isQuote(word: string): boolean {
  return word === '"' || word === '“' || word === '”'
}

/** For every atom the number of the sentence group it stands in, negative inside quotation marks; 0 where there are none. */
function quoteGroups(r: Reader): Int32Array | null {
  const { length, sentence } = r.atoms
  let groups: Int32Array | null = null
  let open = false
  let group = 1
  let waited = 0
  for (let i = 0; i < length; i++) {
    if (i > 0 && sentence[i] !== sentence[i - 1]) {
      // A quotation may run over sentences; one that nobody closes ends after four.
      waited = open ? waited + 1 : 0
      if (waited > 4) open = false
      if (!open) group++
    }
    const word = r.atoms.kind[i] === 2 ? (r.atoms.key[i] ?? '') : ''
    if (word !== '' && isQuote(word)) {
      groups ??= new Int32Array(length)
      open = word === '“' ? true : word === '”' ? false : !open
      continue
    }
    if (groups) groups[i] = open ? -group : group
  }
  return groups
}

/**
 * TI14: what a quotation dates by "today" or "last week" is seen from the day on which it was said, when the words around
 * it name that day.
 */
export function rereadQuoted(r: Reader, found: readonly Found[], readAt: ReadAt): Found[] {
  if (!found.some((f) => f.anchor === 'published')) return [...found]
  const groups = quoteGroups(r)
  if (groups === null) return [...found]
  const said = new Map<number, Found>()
  for (const f of found) {
    const group = groups[f.first] ?? 0
    if (group > 0 && f.period.grain === 'day' && isTold(r, f)) said.set(group, f)
  }
  if (said.size === 0) return [...found]
  return found.map((f) => {
    const group = groups[f.first] ?? 0
    const when = group < 0 ? said.get(-group) : undefined
    const day = when?.period.first ?? null
    if (day === null || f.anchor !== 'published' || day === r.published?.day) return f
    return reread(r, f, day, readAt) ?? f
  })
}

/** The same words with another day of publication; null when they then read as something else. */
function reread(r: Reader, f: Found, day: number, readAt: ReadAt): Found | null {
  const { year, month } = civil(day)
  for (let i = f.first; i < f.end; i++) {
    const again = { ...r, published: { year, month, day }, limit: f.first }
    const read = readAt(again, i)
    if (!read || 'nonsense' in read || read.first !== f.first || read.end !== f.end) continue
    return { ...read, anchor: 'statement', rule: 'TI14' }
  }
  return null
}
