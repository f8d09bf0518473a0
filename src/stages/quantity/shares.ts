/** Shares: how numbers stand to each other: added to one before, a sum, a part of a whole. */
import type { QuantityItem, Share } from '../../layers/quantities.ts'
import type { Draft } from './draft.ts'
import { key, lemma, type Reader, together } from './reader.ts'

/** A quantity's stand to another; `of` is an index in the list. */
export interface Standing {
  readonly share: Share | null
  readonly of: number | null
}

const alone: Standing = { share: null, of: null }

/** QU16: the standing of the last of `drafts`, which is not yet in `items`. */
export function standingOf(
  r: Reader,
  drafts: readonly Draft[],
  items: readonly QuantityItem[],
  noun: string | null,
): Standing {
  const index = drafts.length - 1
  const d = drafts[index]
  if (!d) return alone
  const last = drafts[index - 1]
  const near = last !== undefined && together(r, last.first, d.first)
  if (near && isPartOf(r, last, d)) return { share: 'whole', of: null }
  if (near && isIncluded(r, last, d)) return { share: 'part', of: index - 1 }
  if (isTotal(r, d)) return { share: 'total', of: near ? index - 1 : null }
  if (isAdded(r, d)) return { share: 'added', of: sameBefore(items, noun) }
  if (isOrdinalOf(r, d)) return { share: 'whole', of: null }
  return alone
}

/** "112 of the 230 seats", "a third of the 60 recruits": the second is the whole of the first. */
export function isPartOf(r: Reader, part: Draft, whole: Draft): boolean {
  let k = whole.first - 1
  for (let steps = 0; steps < 2 && isPointer(key(r, k)); steps++) k--
  return key(r, k) === 'of' && k >= part.end && k - part.end <= 1
}

function isPointer(word: string): boolean {
  return word === 'the' || word === 'its' || word === 'their' || word === 'all' || word === 'those'
}

/** "18 ships, including four frigates", "the 40 dead included 11 children". */
export function isIncluded(r: Reader, whole: Draft, part: Draft): boolean {
  for (let k = part.first - 1; k >= part.first - 3 && k >= whole.end; k--) {
    const word = lemma(r, k)
    if (word === 'include' || word === 'including' || key(r, k) === 'including') return true
  }
  return false
}

/** "a total of 63", "bringing the total to 63", "63 in all". */
function isTotal(r: Reader, d: Draft): boolean {
  for (let k = d.first; k < d.end; k++) if (key(r, k) === 'total') return true
  const before = key(r, d.first - 1)
  if (before === 'of' || before === 'to' || before === 'at')
    for (let k = d.first - 2; k >= d.first - 5 && together(r, k, d.first); k--)
      if (key(r, k) === 'total' || key(r, k) === 'toll' || key(r, k) === 'tally') return true
  const end = Math.max(d.end, d.noun?.end ?? 0)
  const behind = `${key(r, end)} ${key(r, end + 1)}`
  return behind === 'in all' || behind === 'in total' || key(r, end) === 'altogether'
}

const adding: ReadonlySet<string> = new Set(['further', 'another', 'additional', 'extra'])

/** "a further 200", "another 15", "five more": the word stands before the number or behind it. */
function isAdded(r: Reader, d: Draft): boolean {
  for (let k = d.first - 2; k <= d.end; k++) if (adding.has(key(r, k))) return true
  return key(r, d.end) === 'more' && key(r, d.end + 1) !== 'than'
}

/** "the first of three trains". */
function isOrdinalOf(r: Reader, d: Draft): boolean {
  return key(r, d.first - 1) === 'of' && r.numbers.endingAt(d.first - 2)?.kind === 'ordinal'
}

/** The nearest quantity before that counts the same. */
function sameBefore(items: readonly QuantityItem[], noun: string | null): number | null {
  const head = headOf(noun)
  for (let k = items.length - 1; k >= 0 && k >= items.length - 12; k--) {
    const other = items[k]
    if (other && other.unit === null && head !== '' && headOf(other.noun) === head) return k
  }
  return null
}

function headOf(noun: string | null): string {
  return noun === null ? '' : noun.slice(noun.lastIndexOf(' ') + 1).toLowerCase()
}
