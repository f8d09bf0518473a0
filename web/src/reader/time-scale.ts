/** Time scale: the stretch of days that a time bar shows, and the ticks below it. */
import type { When } from './when.ts'

/** Days from `from` to `to`, never empty. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A tick with its words. */
export interface Tick {
  readonly day: number
  readonly words: string
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A stretch that holds all times and days, with room at both ends for what is open or only about. */
export function stretchOf(times: readonly When[], days: readonly number[]): Stretch | null {
  const ends = [
    ...times.flatMap((t) => [t.firstStart, t.lastStart, t.firstEnd, t.lastEnd]),
    ...days.flatMap((d) => [d, d + 1]),
  ].flatMap((d) => d ?? [])
  if (ends.length === 0) return null
  const from = Math.min(...ends)
  const to = Math.max(...ends)
  const room = Math.max(2, Math.ceil((to - from) * 0.12))
  return { from: from - room, to: to + room }
}

/** At most five ticks at the starts of years, months or days, whichever are few enough. */
export function ticksOf({ from, to }: Stretch): Tick[] {
  const span = to - from
  if (span > 366 * 1.5) return yearTicks(from, to)
  if (span > 45) return monthTicks(from, to)
  const step = Math.max(1, Math.ceil(span / 4))
  const ticks: Tick[] = []
  for (let day = from + Math.ceil(step / 2); day < to; day += step) {
    const at = new Date(day * 86_400_000)
    ticks.push({ day, words: `${at.getUTCDate()} ${months[at.getUTCMonth()]}` })
  }
  return ticks
}

function yearTicks(from: number, to: number): Tick[] {
  const first = new Date(from * 86_400_000).getUTCFullYear() + 1
  const last = new Date(to * 86_400_000).getUTCFullYear()
  const step = Math.max(1, Math.ceil((last - first + 1) / 5))
  const ticks: Tick[] = []
  for (let year = first; year <= last; year += step)
    ticks.push({ day: dayOf(year, 0), words: String(year) })
  return ticks
}

function monthTicks(from: number, to: number): Tick[] {
  const start = new Date(from * 86_400_000)
  const all: Tick[] = []
  for (let m = start.getUTCMonth() + 1; ; m++) {
    const day = dayOf(start.getUTCFullYear(), m)
    if (day >= to) break
    const at = new Date(day * 86_400_000)
    all.push({ day, words: `${months[at.getUTCMonth()]} ${at.getUTCFullYear()}` })
  }
  const step = Math.max(1, Math.ceil(all.length / 4))
  return all.filter((_, i) => i % step === 0)
}

function dayOf(year: number, month: number): number {
  const at = new Date(0)
  at.setUTCFullYear(year, month, 1)
  return Math.round(at.getTime() / 86_400_000)
}
