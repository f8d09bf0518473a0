/** Snippet: the passage of a text where searched words stand, with their offsets in it. */

/** A passage and its marked ranges. */
export interface Snippet {
  readonly text: string
  readonly marks: [number, number][]
}

const before = 80
const length = 240
const word = /[\p{L}\p{N}]+/gu

/** The passage around the first place where most of the typed words stand close together. */
export function snippetOf(text: string, typed: string): Snippet {
  const wanted = [...typed.matchAll(/[\p{L}\p{N}]+\*?/gu)].map((m) => fold(m[0]))
  const hits: { from: number; to: number; which: number }[] = []
  for (const m of text.matchAll(word)) {
    const which = wanted.findIndex((w) => matches(fold(m[0]), w))
    if (which >= 0) hits.push({ from: m.index, to: m.index + m[0].length, which })
    if (hits.length >= 5000) break
  }
  const start = bestStart(hits)
  const from = start === null ? 0 : wordStart(text, Math.max(0, start - before))
  const to = wordEnd(text, Math.min(text.length, from + length))
  return {
    text: text.slice(from, to),
    marks: hits
      .filter((h) => h.from >= from && h.to <= to)
      .map((h) => [h.from - from, h.to - from]),
  }
}

/** The first hit from which a window holds the most different words. */
function bestStart(hits: readonly { from: number; to: number; which: number }[]): number | null {
  let best: number | null = null
  let most = 0
  const seen = new Map<number, number>()
  let head = 0
  for (const [tail, first] of hits.entries()) {
    while (head < hits.length && (hits[head]?.to ?? 0) <= first.from + length - before) {
      const which = hits[head]?.which ?? 0
      seen.set(which, (seen.get(which) ?? 0) + 1)
      head++
    }
    if (seen.size > most) {
      most = seen.size
      best = first.from
    }
    const left = (seen.get(first.which) ?? 1) - 1
    if (left <= 0) seen.delete(first.which)
    else seen.set(first.which, left)
    if (head <= tail) head = tail + 1
  }
  return best
}

function matches(have: string, want: string): boolean {
  return want.endsWith('*') ? have.startsWith(want.slice(0, -1)) : have === want
}

/** Case and accents do not count, as in the index. */
function fold(form: string): string {
  return form
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

function wordStart(text: string, pos: number): number {
  if (pos === 0) return 0
  for (let i = pos; i < Math.min(text.length, pos + 30); i++)
    if (/\s/.test(text.charAt(i))) return i + 1
  return pos
}

function wordEnd(text: string, pos: number): number {
  if (pos === text.length) return pos
  for (let i = pos; i > Math.max(0, pos - 30); i--) if (/\s/.test(text.charAt(i))) return i
  return pos
}
