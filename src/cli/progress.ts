/** Progress: one line on standard error - a bar, documents a second, time left - drawn a few times a second. */
import type { Output } from './output.ts'

const barWidth = 24
const every = 100

/** Counts documents and draws. */
export interface Progress {
  /** One document more is done. */
  step(): void
  end(): void
}

/** `total` is null where it cannot be known (a stream). */
export function progress(output: Output, total: number | null, clock = Date.now): Progress {
  const start = clock()
  let done = 0
  let drawn = 0
  return {
    step: () => {
      done++
      const now = clock()
      if (!output.showsStatus || now - drawn < every) return
      drawn = now
      output.status(progressLine(done, total, (now - start) / 1000))
    },
    end: () => output.status(''),
  }
}

/** `[#####-------] 12/30  4.2 documents/s  5 s left` */
export function progressLine(done: number, total: number | null, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0
  const speed = `${rate >= 10 ? Math.round(rate) : rate.toFixed(1)} documents/s`
  if (total === null) return `${done} documents  ${speed}`
  const share = total === 0 ? 1 : Math.min(1, done / total)
  const full = Math.round(share * barWidth)
  const left = rate > 0 ? `  ${timeLeft((total - done) / rate)} left` : ''
  return `[${'#'.repeat(full)}${'-'.repeat(barWidth - full)}] ${done}/${total}  ${speed}${left}`
}

function timeLeft(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
