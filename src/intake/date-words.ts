/** Words inside and beside dates, in many languages: what joins day, month and year, and what says "published" or "changed". */
import { readTsv } from '../lexicon/tsv.ts'
import { readIntakeData } from './data-folder.ts'

/** Where a word stands: between the parts of a date, touching a number, or at a clock time. */
export type DateWord = 'between' | 'ordinal' | 'clock'

/** What a label before a date says of it. */
export type DateLabel = 'published' | 'changed'

interface Words {
  readonly roles: ReadonlyMap<string, ReadonlySet<string>>
  readonly labels: ReadonlyMap<string, DateLabel>
  readonly longestLabel: number
}

let kept: Words | null = null

function words(): Words {
  if (kept) return kept
  const roles = new Map<string, Set<string>>()
  for (const { word, role } of rows('intake/date-words.tsv', ['word', 'role']))
    roles.set(word, (roles.get(word) ?? new Set()).add(role))
  const labels = new Map<string, DateLabel>()
  let longestLabel = 0
  for (const { label, kind } of rows('intake/date-labels.tsv', ['label', 'kind'])) {
    labels.set(label, kind === 'changed' ? 'changed' : 'published')
    longestLabel = Math.max(longestLabel, label.length)
  }
  kept = { roles, labels, longestLabel }
  return kept
}

function rows<Column extends string>(file: string, columns: readonly Column[]) {
  return readTsv(readIntakeData(file), file, columns)
}

/** True for a word that stands in such a place. */
export function isDateWord(word: string, role: DateWord): boolean {
  return words().roles.get(word.toLowerCase())?.has(role) ?? false
}

/** A label and where it ends. */
export interface LabelAt {
  readonly kind: DateLabel
  readonly letters: number
}

/** The last label in some words; the longest where several end together. Linear but for the short length of labels. */
export function labelIn(text: string): LabelAt | null {
  const { labels, longestLabel } = words()
  const lower = text.toLowerCase().replaceAll('’', "'")
  for (let end = lower.length; end > 0; end--) {
    if (!endsWord(lower, end)) continue
    for (let from = Math.max(0, end - longestLabel); from < end; from++) {
      if (!startsWord(lower, from)) continue
      const kind = labels.get(lower.slice(from, end))
      if (kind) return { kind, letters: end - from }
    }
  }
  return null
}

const letter = /[\p{L}\p{M}\p{Nd}]/u
/** Scripts that put no space between words. */
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

function startsWord(text: string, at: number): boolean {
  return border(text.charAt(at - 1), text.charAt(at))
}

function endsWord(text: string, at: number): boolean {
  return border(text.charAt(at), text.charAt(at - 1))
}

/** A word ends where the sign outside is no letter, or where its script puts no spaces. */
function border(outside: string, inside: string): boolean {
  return letter.test(inside) && (!letter.test(outside) || unspaced.test(inside))
}
