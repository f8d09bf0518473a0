/** The article of a page: which part of it is the report, as paragraphs. */
import { type Block, blocksOf, inked, type TextSource } from './body-text.ts'
import { containerOf } from './container.ts'
import { removeFurniture } from './furniture.ts'
import { removeTitledBoxes } from './furniture-boxes.ts'
import { isFurnitureLine, isPointer } from './furniture-lines.ts'
import { elementsOf, lineText } from './page-nodes.ts'
import type { PageDocument } from './page-tree.ts'
import { readable } from './readable.ts'
import { visibleDate } from './visible-date.ts'

/** The body of a report. */
export interface Article {
  readonly paragraphs: readonly string[]
  /** Who found it: 'readability', 'container', or 'page' for all that is visible. */
  readonly by: string
}

const charThreshold = 200

/** What is known about the article from the rest of the page. */
export interface ArticleHints {
  readonly title: string | null
  readonly byline: string | null
  readonly outlet: string | null
  /** The body as the page's structured data gives it. */
  readonly linkedBody: string | null
}

/** Finds the article. `simple` skips everything costly: the whole visible text of the page is taken. */
export function articleOf(document: PageDocument, hints: ArticleHints, simple: boolean): Article {
  removeFurniture(document)
  if (!simple) removeTitledBoxes(document)
  const article = simple ? null : found(document)
  const { blocks, by } = article ?? { blocks: pageText(document), by: 'page' }
  const lines = withoutPointers(blocks).filter((p) => !isFurnitureLine(p))
  const clean = withoutHead(withoutRepeats(lines), hints)
  const linked = simple ? [] : linkedParagraphs(hints.linkedBody)
  // A page that builds itself in the browser has its text in the structured data alone.
  return lengthOf(linked) >= longEnough && lengthOf(clean) < lengthOf(linked) * 0.4
    ? { paragraphs: linked, by: 'json-ld' }
    : { paragraphs: clean, by }
}

const longEnough = 500

/** The lines of a body given as plain text; one given as markup is left alone. */
function linkedParagraphs(body: string | null): string[] {
  if (body === null || /<\w|&lt;\w/.test(body)) return []
  return body
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && !isFurnitureLine(line))
}

/** Most of a page's text that lines of nothing but a link may hold and still be beside the report. */
const pointerShare = 0.25

function withoutPointers(blocks: readonly Block[]): string[] {
  const rest = blocks.filter((block) => !isPointer(block))
  const lengths = (some: readonly Block[]): number => some.reduce((n, b) => n + inked(b.text), 0)
  const kept = lengths(rest) >= lengths(blocks) * (1 - pointerShare) ? rest : blocks
  return kept.map((block) => block.text)
}

const longestLabel = 60

/** Pages repeat the standfirst, pull quotations out of the text and number their pictures; each counts once, or not at all. */
function withoutRepeats(paragraphs: readonly string[]): string[] {
  const times = new Map<string, number>()
  for (const p of paragraphs) times.set(p, (times.get(p) ?? 0) + 1)
  const seen = new Set<string>()
  return paragraphs.filter((p) => {
    if (times.get(p) === 1) return true
    if (/^\d{1,2}$/.test(p)) return false
    if (p.length <= longestLabel) return true
    if (seen.has(p)) return false
    seen.add(p)
    return true
  })
}

interface FoundBlocks {
  readonly blocks: readonly Block[]
  readonly by: string
}

/** Two ways to find the article; each is right where the other fails in ways that can be seen. */
function found(document: PageDocument): FoundBlocks | null {
  const container = containerOf(document)
  const own = container ? blocksOf(container.element) : []
  const article = readable(document, charThreshold)
  const read = article ? blocksOf(article.content, isCaption) : []
  const ownLength = lengthOf(own.map((b) => b.text))
  const readLength = lengthOf(read.map((b) => b.text))
  if (ownLength === 0 && readLength === 0) return null
  const useOwn =
    readLength < ownLength * 0.7 || (container?.named === 'body' && readLength < ownLength * 1.3)
  return useOwn ? { blocks: own, by: 'container' } : { blocks: read, by: 'readability' }
}

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((n, p) => n + p.length, 0)
}

function isCaption(node: TextSource): boolean {
  return node.nodeName.toLowerCase() === 'figcaption'
}

function pageText(document: PageDocument): Block[] {
  for (const e of elementsOf(document)) if (e.tagName === 'body') return blocksOf(e)
  return lineText(document) === '' ? [] : blocksOf(document)
}

/** Title, byline and date are fields; where they stand at the head of the body they are taken out of it. */
function withoutHead(paragraphs: readonly string[], hints: ArticleHints): string[] {
  const title = hints.title === null ? null : plain(hints.title)
  const byline = hints.byline === null ? null : plain(hints.byline)
  const outlet = hints.outlet === null ? null : plain(hints.outlet)
  let body = 0
  return paragraphs.filter((p) => {
    if (body >= 3) return true
    const words = plain(p)
    const isHead =
      words === title ||
      words === outlet ||
      (body === 0 && isKicker(p)) ||
      (words.length < 100 &&
        (visibleDate(p, { whole: true }) !== null || isByline(words, byline) || bylineOnly.test(p)))
    if (!isHead) body++
    return !isHead
  })
}

const longestKicker = 25
const mostKickerWords = 3

/** The rubric above a report: "Crime", "ON THE ROAD"; more words may tell something. */
function isKicker(line: string): boolean {
  if (line.split(' ').length > mostKickerWords) return false
  return line.length <= longestKicker && !/[.!?…:"”’»]$/.test(line) && !/\p{Nd}/u.test(line)
}

/** "By Jon Vale", "By Jon Vale and Anna Oda", "Von Max Muster". */
const bylineOnly =
  /^(?:By|BY|Von|Par|Por|Di|Door|Av|Af) \p{Lu}[\p{L}.'’-]*(?: (?:and|AND|und|et|y|e|en|och|og|\p{Lu}[\p{L}.'’-]*),?){1,6}$/u

function isByline(words: string, byline: string | null): boolean {
  if (byline === null || byline.length < 4) return false
  const bare = words.replace(/^by /, '')
  return bare === byline || (bare.startsWith(byline) && bare.length < byline.length + 40)
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
