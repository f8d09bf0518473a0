/** Tells whether a number stands in words (CA42): one figure with its own separators and scale, never stitched from two. */

/** Scales by the word or suffix right behind a figure. */
const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  b: 1e9,
  bn: 1e9,
  bln: 1e9,
  t: 1e12,
  tn: 1e12,
  trn: 1e12,
  hundred: 1e2,
  thousand: 1e3,
  thousands: 1e3,
  lakh: 1e5,
  million: 1e6,
  millions: 1e6,
  crore: 1e7,
  billion: 1e9,
  billions: 1e9,
  trillion: 1e12,
  trillions: 1e12,
  dozen: 12,
  '%': 0.01,
  percent: 0.01,
}

const figure = /\d/
const blanks = new Set([' ', '\u00a0', '\u2009', '\u202f', '-', '\n'])

/**
 * True when a figure of the words is the number. Words without a figure ("three", "dozens") are left to what read them.
 * A scale counts right behind its figure, and in a range ("3 to 5 million") for the figures before it.
 */
export function numberStands(words: string, value: number): boolean {
  if (value < 0) return signed.test(words) && numberStands(words, -value)
  if (value > 0 && value < 1 && isShareOf(words, value)) return true
  let any = false
  const behind = scalesIn(words)
  for (let i = 0; i < words.length; ) {
    if (!figure.test(words[i] ?? '')) {
      i++
      continue
    }
    any = true
    const end = figureEnd(words, i)
    const digits = words.slice(i, end)
    const own = scaleAt(words, end)
    // A figure with a scale of its own is never read without it, but a share may be told as it is written.
    const factors = own === null ? [1, ...behind] : own < 1 ? [1, own] : [own]
    if (readings(digits).some((read) => factors.some((by) => same(read * by, value)))) return true
    i = end
  }
  return !any
}

const signed = /minus|[-−–]/i

/** "4 in 10", "one of 8": a share whose whole is one of the figures and whose part is a whole number. */
function isShareOf(words: string, value: number): boolean {
  if (!/ (?:in|out of|of) |\//.test(words)) return false
  for (let i = 0; i < words.length; i++) {
    if (!figure.test(words[i] ?? '')) continue
    const end = figureEnd(words, i)
    if (readings(words.slice(i, end)).some((n) => n > 1 && same(Math.round(value * n), value * n)))
      return true
    i = end
  }
  return false
}

/** One figure: digits with points, commas and apostrophes inside, and blanks before groups of exactly three digits. */
function figureEnd(words: string, start: number): number {
  let i = start
  while (i < words.length) {
    const c = words[i] ?? ''
    if (figure.test(c)) i++
    else if ((c === '.' || c === ',' || c === "'" || c === '’') && figure.test(words[i + 1] ?? ''))
      i++
    else if (c !== '-' && c !== '\n' && blanks.has(c) && isGroup(words, i + 1)) i++
    else break
  }
  return i
}

function isGroup(words: string, at: number): boolean {
  for (let k = at; k < at + 3; k++) if (!figure.test(words[k] ?? '')) return false
  return !figure.test(words[at + 3] ?? '')
}

/** "1,250" is 1250, "1.250" may be 1250 or 1.25, "1,5" is 1.5: commas and points as the writer's country has them. */
function readings(digits: string): number[] {
  const bare = digits.replace(/[\s'’\u00a0\u2009\u202f]/g, '')
  const out: number[] = []
  // Only groups of three are thousands.
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(bare)) out.push(Number(bare.replace(/[.,]/g, '')))
  else if (/^\d+,\d+$/.test(bare)) out.push(Number(bare.replace(',', '.')))
  else if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(bare))
    out.push(Number(bare.replace(/\./g, '').replace(',', '.')))
  else out.push(Number(bare.replace(/,/g, '')))
  if (/^\d+\.\d{3}$/.test(bare)) out.push(Number(bare))
  return out.filter((n) => Number.isFinite(n))
}

/** The scale that stands right behind a figure: "5k", "5 million", but not the "k" of "5 km". */
function scaleAt(words: string, end: number): number | null {
  let i = end
  if (blanks.has(words[i] ?? '')) i++
  let to = i
  if (words[to] === '%') to++
  else while (to < words.length && /\p{L}/u.test(words[to] ?? '')) to++
  return scales[words.slice(i, to).toLowerCase()] ?? null
}

function scalesIn(words: string): number[] {
  const out: number[] = []
  for (let i = 0; i < words.length; i++) {
    if (!figure.test(words[i] ?? '')) continue
    const end = figureEnd(words, i)
    const own = scaleAt(words, end)
    if (own !== null) out.push(own)
    i = end
  }
  return out
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}
