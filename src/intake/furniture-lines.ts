/** Lines among the paragraphs of a page that are not part of the report: calls to subscribe, credits, pointers elsewhere. */
import { readTsv } from '../lexicon/tsv.ts'
import { type Block, inked } from './body-text.ts'
import { readIntakeData } from './data-folder.ts'

const file = 'intake/furniture-lines.tsv'

/** A box of furniture, or the place where readers wrote. */
export type BoxKind = 'box' | 'comments'

interface Phrases {
  readonly whole: ReadonlySet<string>
  /** Headings of boxes, and of what readers wrote. */
  readonly titles: ReadonlyMap<string, BoxKind>
  /** Openings by their first word. */
  readonly start: ReadonlyMap<string, readonly string[]>
  /** Openings in scripts that put no space after a word. */
  readonly glued: readonly string[]
  readonly inside: readonly string[]
}

let kept: Phrases | null = null

function phrases(): Phrases {
  if (kept) return kept
  const whole = new Set<string>()
  const titles = new Map<string, BoxKind>()
  const start = new Map<string, string[]>()
  const glued: string[] = []
  const inside: string[] = []
  for (const { phrase, where } of readTsv(readIntakeData(file), file, ['phrase', 'where'])) {
    if (where === 'title' || where === 'comments') {
      titles.set(phrase, where === 'title' ? 'box' : 'comments')
      whole.add(phrase)
    } else if (where === 'whole') whole.add(phrase)
    else if (where === 'inside') inside.push(phrase)
    else if (endsUnspaced.test(phrase)) glued.push(phrase)
    else start.set(firstWord(phrase), [...(start.get(firstWord(phrase)) ?? []), phrase])
  }
  kept = { whole, titles, start, glued, inside }
  return kept
}

/** A report's paragraph may open like furniture; it is then longer than this. */
const longestStart = 220
const longestInside = 260

/** True for a line that is furniture. A quotation never is. */
export function isFurnitureLine(line: string): boolean {
  if (line.length > longestInside) return false
  const key = keyOf(line)
  if (key === '' || addressAlone.test(key)) return true
  const { whole, start, glued, inside } = phrases()
  if (whole.has(withoutEnd(key)) || isButtons(key, whole)) return true
  if (/^["“«'‘]/.test(key)) return false
  if (key.length <= longestStart) {
    if ((start.get(firstWord(key)) ?? []).some((p) => opens(key, p))) return true
    if (glued.some((p) => key.startsWith(p))) return true
  }
  return inside.some((p) => key.includes(p))
}

const longestTitle = 60

/** What kind of box a line is the heading of: "Most read", "About the author", "Comments (3)". */
export function boxOf(line: string): BoxKind | null {
  if (line.length > longestTitle) return null
  const key = withoutEnd(keyOf(line))
  const { titles } = phrases()
  return titles.get(key) ?? titles.get(key.replace(/^\d+ |[ :]*[([]?\d+[)\]]?$/g, '')) ?? null
}

const longestPointer = 160
const linkedShare = 0.85

/** True for a line that is nothing but a link: it leads to another page. */
export function isPointer({ text, linked }: Block): boolean {
  if (text.length > longestPointer || linked === 0) return false
  return linked >= inked(text) * linkedShare && !/[.!?…]["”’»]?$/.test(text)
}

function keyOf(line: string): string {
  return line
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{N}"“«'‘@©(]+/u, '')
}

function withoutEnd(key: string): string {
  return key.replace(/[\s:.…|!?»>→–—-]+$/, '')
}

/** "Facebook | WhatsApp | E-mail | Print": every part of the line is a button. */
function isButtons(key: string, whole: ReadonlySet<string>): boolean {
  if (key.length > 100) return false
  const parts = key.split(/\s*[|·•/,\n]\s*|\s+/).filter((part) => part !== '')
  return parts.length > 1 && parts.every((part) => whole.has(part))
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

/** Nothing but an address of mail or of a page. */
const addressAlone = /^(?:[\w.+-]{1,64}@[\w.-]{3,100}|(?:https?:\/\/|www\.)[^\s]{3,200})$/

const endsInWord = /[\p{L}\p{N}]$/u
const startsInWord = /^[\p{L}\p{N}]/u
const endsUnspaced = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]$/
