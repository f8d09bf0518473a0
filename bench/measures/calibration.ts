/** Calibration: how often attributions of a stated probability are right, as ten bins, their mean error, a table and a plot. */
import type { Judged } from '../../src/stages/attribution/score.ts'

/** One of ten bins of equal width. */
export interface Bin {
  readonly from: number
  readonly count: number
  /** Mean of the stated probabilities. */
  readonly stated: number
  /** Share that is right. */
  readonly right: number
}

const bins = 10

/** The bins that hold anything, lowest first. */
export function binsOf(judged: readonly Judged[]): Bin[] {
  return Array.from({ length: bins }, (_, k) => k).flatMap((k) => {
    const inside = judged.filter((j) => Math.min(bins - 1, Math.floor(j.probability * bins)) === k)
    if (inside.length === 0) return []
    const stated = inside.reduce((sum, j) => sum + j.probability, 0) / inside.length
    const right = inside.filter((j) => j.right).length / inside.length
    return [{ from: k / bins, count: inside.length, stated, right }]
  })
}

/** Expected calibration error, 0..1: how far stated and right are apart, weighed by how many there are. */
export function calibrationError(list: readonly Bin[]): number {
  const all = list.reduce((sum, b) => sum + b.count, 0)
  if (all === 0) return 0
  return list.reduce((sum, b) => sum + (b.count / all) * Math.abs(b.stated - b.right), 0)
}

const percent = (share: number): string => (100 * share).toFixed(1)

/** The page with the table. */
export function calibrationPage(list: readonly Bin[], of: string): string {
  const rows = list.map(
    (b) =>
      `| ${b.from.toFixed(1)} to ${(b.from + 1 / bins).toFixed(1)} | ${String(b.count).padStart(5)} | ${percent(b.stated).padStart(6)} | ${percent(b.right).padStart(5)} |`,
  )
  return `${[
    '# Calibration',
    '',
    `How often attributions are right by the probability that is stated for them: ${of}.`,
    'Right: source, cue and content all overlap those of an annotated attribution. Made by `npm run bench:quality`.',
    '',
    `Expected calibration error: ${percent(calibrationError(list))} %.`,
    '',
    '![Stated probability against share right](calibration.svg)',
    '',
    '| probability | count | stated | right |',
    '| ----------- | ----: | -----: | ----: |',
    ...rows,
  ].join('\n')}\n`
}

const side = 320
const margin = 40

/** The plot: a point for each bin, its area by the count, beside the line of the two being equal. */
export function calibrationPlot(list: readonly Bin[]): string {
  const x = (share: number): string => (margin + share * side).toFixed(1)
  const y = (share: number): string => (margin + (1 - share) * side).toFixed(1)
  const most = Math.max(1, ...list.map((b) => b.count))
  const size = side + 2 * margin
  const ticks = [0, 0.5, 1].flatMap((t) => [
    `<text x="${x(t)}" y="${(margin + side + 18).toFixed(1)}" text-anchor="middle">${t}</text>`,
    `<text x="${(margin - 8).toFixed(1)}" y="${y(t)}" text-anchor="end" dy="4">${t}</text>`,
  ])
  const points = list.map((b) => {
    const radius = (3 + 9 * Math.sqrt(b.count / most)).toFixed(1)
    return `<circle cx="${x(b.stated)}" cy="${y(b.right)}" r="${radius}"><title>${b.count} attributions: stated ${percent(b.stated)} %, right ${percent(b.right)} %</title></circle>`
  })
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" font-family="sans-serif" font-size="12">`,
    `<rect width="${size}" height="${size}" fill="#fff"/>`,
    `<rect x="${margin}" y="${margin}" width="${side}" height="${side}" fill="none" stroke="#999"/>`,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#999" stroke-dasharray="4 4"/>`,
    ...ticks,
    `<text x="${size / 2}" y="${size - 6}" text-anchor="middle">stated probability</text>`,
    `<text x="12" y="${size / 2}" text-anchor="middle" transform="rotate(-90 12 ${size / 2})">share right</text>`,
    '<g fill="#1f5fa8" fill-opacity="0.7">',
    ...points,
    '</g>',
    '</svg>',
  ].join('\n')}\n`
}
