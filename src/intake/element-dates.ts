/** Dates in the elements of a page: microdata, `<time>`, and short blocks whose class names a date. */
import { type DatedPlace, rank } from './date-rank.ts'
import { attribute, elementsOf, lineText, namesOf } from './page-nodes.ts'
import type { PageDocument, PageElement } from './page-tree.ts'

const dateNames =
  /(?:^|[\s_-])(?:date|datetime|time|timestamp|published|pubdate|publish|posted(?:-on)?|postdate|entry-date|post-date|dateline|meta|byline|info|infos|created|submitted|publication|datum|zeit|fecha|data|dato|datums|tarih|hora|zeitpunkt|pubblicazione|parution|stand)(?:$|[\s_-])|date$|datum$/
/** Lists of other reports, what readers wrote, and days on which something is to happen. */
const elsewhere =
  /(?:^|[\s_-])(?:comments?|commentlist|kommentare?|commentaires?|comentarios?|related|recent|popular|trending|recommended|most-(?:read|popular)|teasers?|more-(?:news|stories|from)|events?|termine?|veranstaltungen|agenda|current-?date|today|heute|clock|ultimas(?:-noticias)?|bio)(?:$|[\s_-])/
/** Places that seldom hold the page's own date, and sometimes do. */
const aside = /sidebar|footer|widget|latest|breaking|next|archive|calendar/

const mostFound = 500
const mostElements = 100_000

/** Where the elements of a page lead: away from its report or not. */
export class Places {
  readonly #away = new Map<PageElement, number>()
  readonly #lists = new Map<PageElement, boolean>()

  /** How far from the report an element leads by itself: 0 not at all, 1 perhaps, 2 for sure. */
  of(e: PageElement): number {
    const known = this.#away.get(e)
    if (known !== undefined) return known
    const away = this.#judge(e)
    this.#away.set(e, away)
    return away
  }

  #judge(e: PageElement): number {
    if (/^(?:body|html|article|main)$/.test(e.tagName)) return 0
    const names = namesOf(e)
    const itemprop = attribute(e, 'itemprop')?.toLowerCase() ?? ''
    if (elsewhere.test(names) || /^(?:start|end|birth|death|founding)date$/.test(itemprop)) return 2
    if (e.tagName === 'li' && this.#isTeaser(e)) return 2
    return e.tagName === 'footer' || e.tagName === 'aside' || aside.test(names) ? 1 : 0
  }

  /** One of several entries that each have a day and a link. */
  #isTeaser(e: PageElement): boolean {
    const list = e.parentNode
    if (!list || !('tagName' in list)) return false
    const known = this.#lists.get(list)
    if (known !== undefined) return known
    let dated = 0
    for (const item of list.childNodes)
      if ('tagName' in item && item.tagName === 'li' && isDatedLink(item)) dated++
    this.#lists.set(list, dated >= 2)
    return dated >= 2
  }
}

function isDatedLink(item: PageElement): boolean {
  let time = false
  let link = false
  let n = 0
  for (const e of elementsOf(item)) {
    if (++n > 40) break
    if (e.tagName === 'time') time = true
    if (e.tagName === 'a' && lineText(e).length > 2) link = true
  }
  return time && link
}

/** Places of the tree that may hold the page's date. */
export function elementDates(document: PageDocument, places: Places): DatedPlace[] {
  const out: DatedPlace[] = []
  let seen = 0
  const visit = (e: PageElement, off: number): void => {
    const away = Math.max(off, places.of(e))
    const found = dateIn(e)
    if (found && out.length < mostFound)
      out.push({ ...found, rank: away === 2 ? rank.elsewhere : found.rank + away * 2.5 })
    for (const child of e.childNodes)
      if ('tagName' in child && seen++ < mostElements) visit(child, away)
  }
  for (const child of document.childNodes) if ('tagName' in child) visit(child, 0)
  return out
}

function dateIn(e: PageElement): DatedPlace | null {
  const names = namesOf(e)
  const itemprop = attribute(e, 'itemprop')?.toLowerCase() ?? ''
  const said = attribute(e, 'content') ?? attribute(e, 'datetime')
  if (itemprop.includes('datepublished') || itemprop.includes('datecreated'))
    return { from: 'meta', raw: said ?? lineText(e), rank: rank.itemprop }
  if (itemprop.includes('datemodified'))
    return { from: 'time', raw: said ?? lineText(e), rank: rank.modified }
  if (e.tagName === 'time' || (e.tagName === 'abbr' && /published|timeago|date/.test(names))) {
    const raw =
      attribute(e, 'datetime') ?? attribute(e, 'title') ?? attribute(e, 'content') ?? lineText(e)
    const updated = /updated|modified/.test(names) && !/published|entry-date/.test(names)
    const own = attribute(e, 'pubdate') !== null || /published|entry-date|pubdate/.test(names)
    return { from: 'time', raw, rank: updated ? rank.modified : own ? rank.time - 0.5 : rank.time }
  }
  if (!dateNames.test(names)) return null
  const words = lineText(e)
  if (words.length < 6 || words.length > 160) return null
  return { from: 'text', raw: words, rank: rank.text }
}
