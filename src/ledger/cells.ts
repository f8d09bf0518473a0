/** Cells: how a JavaScript string is kept in SQLite without loss, lone surrogates included. */

/** What a text column may hold. */
export type Cell = string | Buffer

/** A string as a cell: UTF-8 text, or UTF-16 bytes when it has no UTF-8 form. */
export function toCell(value: string): Cell {
  return value.isWellFormed() ? value : Buffer.from(value, 'utf16le')
}

/** The string of a cell. */
export function fromCell(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.toString('utf16le')
}

export function toCellOrNull(value: string | null): Cell | null {
  return value === null ? null : toCell(value)
}

export function fromCellOrNull(cell: Cell | null): string | null {
  return cell === null ? null : fromCell(cell)
}

/** The key that names are compared by: case and composition do not count. */
export function nameKey(name: string): string {
  return name.toWellFormed().normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}
