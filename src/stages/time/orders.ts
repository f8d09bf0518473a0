/** Orders: whether a report's numeric dates put the day or the month first, by its outlet's country and by its own dates. */
import type { DocumentFacts } from '../../document/document.ts'
import type { Atoms } from '../../lexicon/numbers-atoms.ts'
import { readTsv } from '../../lexicon/tsv.ts'

export const orderFile = 'en/date-orders.tsv'

/** Ending of an address or region of a language tag to 'day', 'month' or 'none'. */
export type Orders = ReadonlyMap<string, string>

export function readOrders(bytes: Uint8Array): Orders {
  return new Map(readTsv(bytes, orderFile, ['ending', 'first']).map((r) => [r.ending, r.first]))
}

/** True for the day first, false for the month, null where nothing tells; a clear date of the report itself tells most. */
export function isDayFirst(orders: Orders, facts: DocumentFacts, atoms: Atoms): boolean | null {
  return (
    fromDates(atoms) ??
    fromHost(orders, facts.url) ??
    fromHost(orders, facts.outlet) ??
    fromRegion(orders, facts.language)
  )
}

/** "25/07/2023" shows how the report writes its dates. */
function fromDates(atoms: Atoms): boolean | null {
  for (let i = 1; i + 3 < atoms.length; i++) {
    if (atoms.key[i] !== '/' || atoms.key[i + 2] !== '/') continue
    const [a, b] = [Number(atoms.key[i - 1]), Number(atoms.key[i + 1])]
    if (atoms.key[i + 3]?.length !== 4) continue
    if (a > 12 && a <= 31 && b >= 1 && b <= 12) return true
    if (b > 12 && b <= 31 && a >= 1 && a <= 12) return false
  }
  return null
}

function fromHost(orders: Orders, given: string | null): boolean | null {
  if (given === null) return null
  const start = given.indexOf('://')
  const host = (start < 0 ? given : given.slice(start + 3)).split(/[/?#:]/)[0] ?? ''
  const point = host.lastIndexOf('.')
  return point < 0 ? null : orderOf(orders, host.slice(point + 1).toLowerCase())
}

/** "en-GB": the day; "en-US": the month; "en" alone tells nothing. */
function fromRegion(orders: Orders, tag: string | null): boolean | null {
  const region = tag?.split('-')[1]
  return region?.length === 2 ? orderOf(orders, region.toLowerCase()) : null
}

function orderOf(orders: Orders, ending: string): boolean | null {
  const listed = orders.get(ending)
  if (listed !== undefined) return listed === 'none' ? null : listed === 'day'
  return /^[a-z]{2}$/.test(ending) ? true : null
}
