/** Table: rows of cells, aligned and cut to the width of a terminal, or tab-separated and whole in a pipe. */
import { clean, cut, pad, widthOf } from './terminal.ts'

/** One column of a table over items of type `T`. */
export interface Column<T> {
  readonly head: string
  readonly value: (item: T) => string | number | null
  /** Numbers stand on the right. */
  readonly right?: boolean
  /** Takes what is left of the width; the first such column wins. */
  readonly grows?: boolean
}

/** How wide the paper is, and whether it is a terminal at all. */
export interface Paper {
  readonly terminal: boolean
  readonly width: number
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
}

const gap = 2
const narrowest = 12

/** The lines of a table, its head first. */
export function tableOf<T>(
  items: readonly T[],
  columns: readonly Column<T>[],
  paper: Paper,
): string[] {
  const rows = items.map((item) =>
    columns.map((c) => {
      const value = c.value(item)
      return value === null ? '' : clean(String(value))
    }),
  )
  if (!paper.terminal) return [columns.map((c) => c.head), ...rows].map((row) => row.join('\t'))
  const widths = columns.map((c, i) =>
    rows.reduce((most, row) => Math.max(most, widthOf(row[i] ?? '')), widthOf(c.head)),
  )
  narrow(widths, columns, paper.width)
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => pad(cut(cell, widths[i] ?? 0), widths[i] ?? 0, columns[i]?.right))
      .join(' '.repeat(gap))
      .trimEnd()
  return [paper.bold(line(columns.map((c) => c.head))), ...rows.map(line)]
}

/** Narrows the growing column first, then the widest ones, until the row fits. */
function narrow<T>(widths: number[], columns: readonly Column<T>[], width: number): void {
  const room = width - gap * (widths.length - 1)
  const grows = columns.findIndex((c) => c.grows)
  const sum = (): number => widths.reduce((a, b) => a + b, 0)
  if (grows >= 0 && sum() > room) {
    const others = sum() - (widths[grows] ?? 0)
    widths[grows] = Math.max(Math.min(30, widths[grows] ?? 0), room - others)
  }
  while (sum() > room) {
    const widest = widths.indexOf(Math.max(...widths))
    if ((widths[widest] ?? 0) <= narrowest) return
    widths[widest] = (widths[widest] ?? 0) - 1
  }
}
