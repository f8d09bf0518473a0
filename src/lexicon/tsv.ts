/** Reads hand-edited lexicons: tab-separated rows below a three-line head of what, from where, and licence. */
import { raise } from '../fault/fault.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Bytes of a data file as text; throws `lexicon/damaged` when they are not UTF-8. */
export function decode(bytes: Uint8Array, file: string): string {
  try {
    return utf8.decode(bytes)
  } catch (cause) {
    return raise('lexicon/damaged', { file, reason: 'it is not UTF-8' }, cause)
  }
}

/**
 * Rows of a TSV lexicon. The head is three lines that start with `# ` (what, from, licence); the fourth line names the
 * columns, after `#: `. Further `#` lines and blank lines are passed over. Throws `lexicon/damaged` for a row of another width.
 */
export function readTsv<Column extends string>(
  bytes: Uint8Array,
  file: string,
  columns: readonly Column[],
): Readonly<Record<Column, string>>[] {
  const lines = decode(bytes, file).split('\n')
  const named = lines
    .find((l) => l.startsWith('#: '))
    ?.slice(3)
    .split('\t')
  if (named?.join() !== columns.join()) {
    raise('lexicon/damaged', {
      file,
      reason: `its columns are ${named?.join(', ') ?? 'not named'}, not ${columns.join(', ')}`,
    })
  }
  const out: Record<Column, string>[] = []
  for (const [i, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue
    const cells = line.split('\t')
    if (cells.length !== columns.length) {
      raise('lexicon/damaged', {
        file,
        reason: `line ${i + 1} has ${cells.length} columns, not ${columns.length}`,
      })
    }
    const row = {} as Record<Column, string>
    for (let k = 0; k < columns.length; k++) row[columns[k]!] = cells[k]!
    out.push(row)
  }
  return out
}
