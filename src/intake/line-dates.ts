/** Dates on lines of a page that nothing in its markup names: below the title, or behind "published" and "updated". */
import { paragraphsOf, type TextSource } from './body-text.ts'
import { type DatedPlace, rank } from './date-rank.ts'
import { datedLine, isDateLine } from './dated-line.ts'
import type { Places } from './element-dates.ts'
import { elementsOf, isElement, lineText } from './page-nodes.ts'
import type { PageDocument, PageElement } from './page-tree.ts'
import type { DateReading } from './visible-date.ts'

const linesAfterTitle = 8
const longestLine = 120
const mostLabelled = 6

/** Lines with dates, in the order of the page. */
export function lineDates(
  document: PageDocument,
  places: Places,
  reading: DateReading,
): DatedPlace[] {
  const leave = (node: TextSource): boolean =>
    isElement(node as PageElement) && places.of(node as PageElement) === 2
  return [...headLines(document, leave, reading), ...labelledLines(document, leave, reading)]
}

/** Lines right below the title; a page without a first heading has its title in the second. */
function headLines(
  document: PageDocument,
  leave: (node: TextSource) => boolean,
  reading: DateReading,
): DatedPlace[] {
  const headings = [...elementsOf(document)].filter((e) => /^h[12]$/.test(e.tagName))
  const first = headings.filter((e) => e.tagName === 'h1')
  for (const heading of first.length > 0 ? first : headings.slice(0, 1)) {
    const out: DatedPlace[] = []
    for (const line of linesAfter(heading, leave)) {
      if (line.length > longestLine) break
      const dated = datedLine(line, reading)
      if (dated && dated.label !== 'changed' && isDateLine(line, dated))
        out.push({ from: 'text', raw: line, rank: rank.weak })
    }
    if (out.length > 0) return out
  }
  return []
}

/** "Published: 3 May 2019", "Last updated: 3 May 2019", wherever it stands. */
function labelledLines(
  document: PageDocument,
  leave: (node: TextSource) => boolean,
  reading: DateReading,
): DatedPlace[] {
  const out: DatedPlace[] = []
  for (const line of paragraphsOf(document, leave)) {
    if (line.length > longestLine || !/\p{Nd}{2}/u.test(line)) continue
    const dated = datedLine(line, reading)
    if (!dated?.label || !isDateLine(line, dated)) continue
    out.push({
      from: 'text',
      raw: line,
      rank: dated.label === 'changed' ? rank.modified : rank.weak + 0.5,
    })
    if (out.length >= mostLabelled) break
  }
  return out
}

/** The lines of text that follow an element. */
function linesAfter(element: PageElement, leave: (node: TextSource) => boolean): string[] {
  const out: string[] = []
  let at: PageElement = element
  for (let up = 0; up < 4 && out.length < linesAfterTitle; up++) {
    const parent = at.parentNode
    if (!parent || !('childNodes' in parent)) break
    const from = parent.childNodes.indexOf(at) + 1
    for (const sibling of parent.childNodes.slice(from, from + 12)) {
      if (out.length >= linesAfterTitle) break
      if (!('tagName' in sibling)) out.push(...[lineText(sibling)].filter((line) => line !== ''))
      else if (!leave(sibling))
        out.push(...paragraphsOf(sibling, leave).slice(0, linesAfterTitle - out.length))
    }
    if (!('tagName' in parent)) break
    at = parent
  }
  return out
}
