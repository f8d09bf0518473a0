/** Writes the table of quality as Markdown, and reads the figures of the last one back from it. */
import type { Measured } from './measures/measure.ts'

/** One corpus's result; null figures where it was skipped. */
export interface Result {
  readonly group: string
  readonly measured: Measured | null
  /** What is missing, for a skipped corpus. */
  readonly missing: string
}

/** Figures by corpus, then by measure. */
export type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>

/** The page; `date` is written as given, since the engine and its reports know no clock. */
export function qualityPage(
  results: readonly Result[],
  floor: Figures,
  last: Figures,
  date: string | null,
): string {
  const lines = [
    '# Quality',
    '',
    'Every stage graded by its own scorer: F1 times 100 where nothing else is said. Made by `npm run bench:quality`.',
    'Floors are enforced for our own annotated reports (`bench/gold`); "change" is against the page before this one.',
    '',
    ...(date ? [`Measured on ${date}.`, ''] : []),
  ]
  const rows: string[][] = [['corpus', 'measure', 'score', 'floor', 'change']]
  for (const { group, measured } of results) {
    for (const m of measured?.measures ?? []) {
      const before = last[group]?.[m.name]
      const least = floor[group]?.[m.name]
      const change = before === undefined ? 'new' : signed(Number(m.value.toFixed(1)) - before)
      rows.push([
        group,
        m.name,
        m.value.toFixed(1),
        least === undefined ? '' : least.toFixed(1),
        change,
      ])
    }
  }
  const read = [['corpus', 'read']]
  for (const { group, measured, missing } of results)
    read.push([group, measured ? measured.of : `skipped: ${missing} is not there`])
  return `${[...lines, ...table(rows, 2), '', ...table(read, 2)].join('\n')}\n`
}

/** A table with even columns, as the formatter wants it; columns from `numbers` on are set to the right. */
function table(rows: readonly (readonly string[])[], numbers: number): string[] {
  const width = (column: number): number =>
    Math.max(3, ...rows.map((row) => (row[column] ?? '').length))
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const pad = (cell: string, column: number): string =>
    column < numbers ? cell.padEnd(width(column)) : cell.padStart(width(column))
  const rule = (rows[0] ?? []).map((_, column) =>
    column < numbers ? '-'.repeat(width(column)) : `${'-'.repeat(width(column) - 1)}:`,
  )
  const [head = '', ...rest] = rows.map((row) => line(row.map(pad)))
  return [head, line(rule), ...rest]
}

function signed(change: number): string {
  const rounded = change.toFixed(1)
  if (Number(rounded) === 0) return ''
  return change > 0 ? `+${rounded}` : rounded
}

/** The figures of a page that `qualityPage` wrote. */
export function figuresOf(page: string): Figures {
  const out: Record<string, Record<string, number>> = {}
  for (const line of page.split('\n')) {
    const cells = line.split('|').map((c) => c.trim())
    const [, group = '', name = '', score = ''] = cells
    if (cells.length !== 7 || !/^-?\d+\.\d$/.test(score)) continue
    out[group] ??= {}
    out[group][name] = Number(score)
  }
  return out
}
