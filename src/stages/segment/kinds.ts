/** Decides what each block is: headline, byline, heading, caption, list item or body. */
import type { ParagraphKind } from '../../layers/paragraphs.ts'
import { isBlank, isLower, isUpper, keyOf } from '../../text/unicode.ts'
import type { Block } from './blocks.ts'
import { isClosingMark, isStopMark } from './marks.ts'

/** Cue words of captions and bylines, in lower case. */
export interface KindLists {
  readonly captions: ReadonlyMap<string, string>
  readonly bylines: ReadonlyMap<string, string>
}

/** A headline is no longer than this; a heading has fewer words. */
const longestHeadline = 200
const headingWords = 12

/** PK1-PK6: the kind of the block at `index`. `title` is the report's title where it is known. */
export function kindOf(
  text: string,
  blocks: readonly Block[],
  index: number,
  title: string | null,
  lists: KindLists,
): ParagraphKind {
  const block = blocks[index] as Block
  const length = block.to - block.from
  if (block.item) return 'item'
  if (length > 400) return 'body'
  const words = text.slice(block.from, block.to)
  if (index < 3 && title !== null && sameWords(words, title)) return 'headline'
  if (isByline(words, lists) && (index < 6 || index >= blocks.length - 3)) return 'byline'
  if (isCaption(words, lists)) return 'caption'
  const followed = index + 1 < blocks.length
  if (endsWithStop(words) || !followed)
    return index === 0 && followed && isQuestion(words) ? 'headline' : 'body'
  const last = words.charCodeAt(words.length - 1)
  if (last === 0x2c || last === 0x3b || !startsHigh(words)) return 'body'
  if (index === 0) return block.lines <= 3 && length <= longestHeadline ? 'headline' : 'body'
  if (last === 0x3a) return 'body'
  // "Harbour Wire | 18 October 2024" under the headline.
  if (index < 5 && wordCount(words) <= headingWords && /\||\d{4}$/.test(words)) return 'byline'
  return block.lines === 1 && wordCount(words) <= headingWords ? 'heading' : 'body'
}

/** PK1: the same words, whatever the case, spaces and marks. */
function sameWords(words: string, title: string): boolean {
  return bare(words) === bare(title)
}

function bare(words: string): string {
  return keyOf(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** PK2: "By Jane Doe", "Reporting by ...", "Updated ...": short, and a capital or digit follows the cue. */
function isByline(words: string, lists: KindLists): boolean {
  if (words.length > 160) return false
  const lower = words.toLowerCase()
  for (const cue of lists.bylines.keys()) {
    if (!lower.startsWith(cue)) continue
    const at = cue.length
    const rest = words.slice(at).replace(/^[\s:]+/, '')
    if (cue.endsWith('by') || cue.startsWith('(') ? true : wordCount(words) <= 10) {
      if (isLetterOrEnd(words.charCodeAt(at))) {
        if (rest === '') return !cue.endsWith('by')
        continue
      }
      if (cue === 'by')
        return isUpper(rest.charCodeAt(0)) && wordCount(words) <= 12 && !endsWithStop(words)
      return !isLower(rest.charCodeAt(0)) || cue.includes('updated') || cue.includes('published')
    }
  }
  return false
}

function isLetterOrEnd(unit: number): boolean {
  return Number.isNaN(unit) || isUpper(unit) || isLower(unit)
}

/** PK3: a caption begins with "Photo:", "FILE -" and the like, or ends with a picture credit. */
function isCaption(words: string, lists: KindLists): boolean {
  const lower = words.toLowerCase().replace(/[)\].\s]+$/, '')
  for (const [cue, where] of lists.captions) {
    if (where === 'start' ? lower.startsWith(cue) : lower.endsWith(bareCue(cue))) return true
  }
  return false
}

/** A cue without the brackets that close it, as the words that it is held against have none. */
function bareCue(cue: string): string {
  let end = cue.length
  while (end > 0 && (cue[end - 1] === ')' || cue[end - 1] === ']')) end--
  return cue.slice(0, end)
}

function endsWithStop(words: string): boolean {
  let i = words.length - 1
  while (i > 0 && (isClosingMark(words.charCodeAt(i)) || isBlank(words.charCodeAt(i)))) i--
  return isStopMark(words.charCodeAt(i))
}

/** PK4: a first line that asks or exclaims may be a headline, when it is short. */
function isQuestion(words: string): boolean {
  const last = words.charCodeAt(words.length - 1)
  if (last !== 0x3f && last !== 0x21) return false
  return wordCount(words) <= 14 && words.search(/[.!?]/) === words.length - 1
}

/** True when the first character is not a lower-case letter. */
function startsHigh(words: string): boolean {
  return !isLower(words.charCodeAt(0))
}

function wordCount(words: string): number {
  let count = 0
  let inside = false
  for (let i = 0; i < words.length; i++) {
    const blank = isBlank(words.charCodeAt(i))
    if (!blank && !inside) count++
    inside = !blank
  }
  return count
}
