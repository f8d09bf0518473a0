/** When: an EDTF value as days on a line - what is certain, where its ends may lie, what is left open. */

/** Days since 1970 in UTC. The time fills `lastStart`..`firstEnd` for certain; it starts and ends no further out than `firstStart` and `lastEnd`. */
export interface When {
  /** Null: the start is open or unknown. */
  readonly firstStart: number | null
  readonly lastStart: number | null
  readonly firstEnd: number | null
  /** Null: the end is open or unknown. */
  readonly lastEnd: number | null
  /** Written as approximate or uncertain: the ends are not to be taken exactly. */
  readonly about: boolean
}

interface Side {
  readonly first: number
  readonly last: number
  readonly isDay: boolean
  readonly about: boolean
}

const date = /^(\d{1,3}X{1,3}|\d{4})(?:-(\d{2}|\dX|XX))?(?:-(\d{2}|\dX|XX))?$/

/** First and last month of the seasons, quarters and halves of EDTF, as north of the equator. */
const parts: Readonly<Record<number, readonly [from: number, to: number]>> = {
  21: [3, 5],
  22: [6, 8],
  23: [9, 11],
  24: [12, 14],
  33: [1, 3],
  34: [4, 6],
  35: [7, 9],
  36: [10, 12],
  40: [1, 6],
  41: [7, 12],
}

/** The day on which a month begins; months above 12 run on into the next year. */
function dayOf(year: number, month: number, day: number): number {
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, day)
  return Math.round(at.getTime() / 86_400_000)
}

function sideOf(written: string): Side | null {
  const about = /[~?%]/.test(written)
  const plain = (written.split('T')[0] ?? '').replace(/[~?%]/g, '')
  const m = date.exec(plain)
  if (!m) return null
  const [, year = '', month, day] = m
  const low = Number(year.replaceAll('X', '0'))
  const high = Number(year.replaceAll('X', '9'))
  const whole = (from: number, to: number): Side => ({
    first: dayOf(low, from, 1),
    last: dayOf(high, to + 1, 1),
    isDay: false,
    about,
  })
  if (month === undefined || month.includes('X')) return whole(1, 12)
  const part = parts[Number(month)]
  if (part) return whole(...part)
  if (Number(month) < 1 || Number(month) > 12) return null
  if (day === undefined || day === 'XX') return whole(Number(month), Number(month))
  const from = Math.max(1, Number(day.replace('X', '0')))
  const to = Math.min(
    Number(day.replace('X', '9')),
    dayOf(high, Number(month) + 1, 1) - dayOf(high, Number(month), 1),
  )
  const first = dayOf(low, Number(month), from)
  return { first, last: dayOf(high, Number(month), to) + 1, isDay: from === to, about }
}

/** The days of an EDTF date or interval, level 0 to 2; null for what names none. */
export function whenOf(edtf: string | null): When | null {
  if (edtf === null) return null
  const set = /^[[{](.+)[\]}]$/.exec(edtf)
  if (set) return setOf(set[1] ?? '')
  const [left = '', right] = edtf.split('/')
  if (right === undefined) {
    const side = sideOf(left)
    return side ? single(side) : null
  }
  const from = isOpen(left) ? null : sideOf(left)
  const to = isOpen(right) ? null : sideOf(right)
  if ((from === null && !isOpen(left)) || (to === null && !isOpen(right))) return null
  if (from === null && to === null) return null
  return {
    firstStart: from?.first ?? null,
    lastStart: from === null ? null : from.isDay ? from.first : from.last,
    firstEnd: to === null ? null : to.isDay ? to.last : to.first,
    lastEnd: to?.last ?? null,
    about: (from?.about ?? false) || (to?.about ?? false),
  }
}

/** One day is certain; of anything longer we know that it lies within, not that it fills it. */
function single(side: Side): When {
  return {
    firstStart: side.first,
    lastStart: side.isDay ? side.first : side.last,
    firstEnd: side.isDay ? side.last : side.first,
    lastEnd: side.last,
    about: side.about,
  }
}

/** One of several dates, or all of them: somewhere from the first to the last. */
function setOf(inside: string): When | null {
  const sides = inside.split(/,|\.\./).flatMap((s) => sideOf(s.trim()) ?? [])
  if (sides.length === 0) return null
  const first = Math.min(...sides.map((s) => s.first))
  const last = Math.max(...sides.map((s) => s.last))
  return single({ first, last, isDay: false, about: sides.some((s) => s.about) })
}

function isOpen(side: string): boolean {
  return side === '' || side === '..'
}
