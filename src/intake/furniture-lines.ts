/** Lines among the paragraphs of a page that are not part of the report: calls to subscribe, credits, pointers elsewhere. */
import { readTsv } from '../lexicon/tsv.ts'
import { readIntakeData } from './data-folder.ts'

const file = 'intake/furniture-lines.tsv'

interface Phrases {
  readonly whole: ReadonlySet<string>
  /** Openings by their first word. */
  readonly start: ReadonlyMap<string, readonly string[]>
  readonly inside: readonly string[]
}

let kept: Phrases | null = null

function phrases(): Phrases {
  if (kept) return kept
  const whole = new Set<string>()
  const start = new Map<string, string[]>()
  const inside: string[] = []
  for (const { phrase, where } of readTsv(readIntakeData(file), file, ['phrase', 'where'])) {
    if (where === 'whole') whole.add(phrase)
    else if (where === 'inside') inside.push(phrase)
    else start.set(firstWord(phrase), [...(start.get(firstWord(phrase)) ?? []), phrase])
  }
  kept = { whole, start, inside }
  return kept
}

/** A report's paragraph may open like furniture; it is then longer than this. */
const longestStart = 220
const longestInside = 260

/** True for a line that is furniture. A quotation never is. */
export function isFurnitureLine(line: string): boolean {
  if (line.length > longestInside) return false
  const key = line
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{N}"“«'‘@©(]+/u, '')
  if (key === '') return true
  const { whole, start, inside } = phrases()
  if (whole.has(key.replace(/[\s:.…|]+$/, ''))) return true
  if (/^["“«'‘]/.test(key)) return false
  if (key.length <= longestStart && (start.get(firstWord(key)) ?? []).some((p) => opens(key, p)))
    return true
  return inside.some((p) => key.includes(p))
}

/** The phrase, and then the end of a word. */
function opens(key: string, phrase: string): boolean {
  return (
    key.startsWith(phrase) &&
    !(endsInWord.test(phrase) && startsInWord.test(key.slice(phrase.length)))
  )
}

function firstWord(words: string): string {
  const end = words.search(/[\s:,.]/)
  return end < 0 ? words : words.slice(0, end)
}

const endsInWord = /[\p{L}\p{N}]$/u
const startsInWord = /^[\p{L}\p{N}]/u
