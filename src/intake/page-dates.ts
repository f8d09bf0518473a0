/** Publication dates that a page offers, and the choice between them. */
import type { DateCandidate } from '../model/report.ts'
import { paragraphsOf } from './body-text.ts'
import type { LinkedArticle } from './json-ld.ts'
import type { PageMetas } from './page-metadata.ts'
import { attribute, elementsOf, lineText, namesOf } from './page-nodes.ts'
import type { PageDocument, PageElement } from './page-tree.ts'
import { edtfOf } from './published.ts'
import { visibleDate } from './visible-date.ts'

/** A candidate with its weight: what kind of place it is, the better the lower. */
export interface RankedDate extends DateCandidate {
  readonly rank: number
}

/** The chosen date, or none, and the reason. */
export interface DateChoice {
  readonly published: string | null
  readonly from: string | null
  readonly reason: string | null
}

/** Metas that say "published", in order of trust; then those that say no more than "date" or "modified". */
const publishedMetas = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'article:published',
  'og:article:published_time',
  'published_time',
  'published-date',
  'publish-date',
  'publish_date',
  'publishdate',
  'pubdate',
  'publication_date',
  'publicationdate',
  'publication-date',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'bt:pubdate',
  'rnews:datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'citation_publication_date',
  'citation_online_date',
  'article_date_original',
  'originalpublicationdate',
  'article.published',
  'displaydate',
  'ptime',
  'shareaholic:article_published_time',
  'vr:published_time',
  'prism.publicationdate',
  'search.date',
  'article.created',
  'dcterms.created',
  'dc.date.created',
  'datecreated',
  'og:pubdate',
  'release_date',
  'releasedate',
  'video:release_date',
  'gentime',
  'created',
  'iso-8601-publish-date',
  'date_published',
  'article-publish-date',
  'lastupdated_date_original',
  'story_date',
  'content_published',
]
const plainMetas = [
  'date',
  'dc.date',
  'dcterms.date',
  'article:date',
  'citation_date',
  'eprints.date',
  'dc:date',
]
const modifiedMetas = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dcterms.modified',
  'lastmod',
  'revised',
  'dc.date.modified',
  'updated_time',
  'modified',
]

const rank = {
  linked: 1,
  meta: 2,
  plainMeta: 4,
  itemprop: 3,
  time: 5,
  url: 6,
  text: 7,
  weak: 8,
  modified: 9,
  /** In a list of other reports, a comment, a footer: kept, never chosen. */
  elsewhere: 20,
}

/** All dates that a page offers, best first; each day and place once. */
export function pageDates(
  document: PageDocument,
  metas: PageMetas,
  linked: LinkedArticle | null,
  url: string | null,
  language: string | null,
): RankedDate[] {
  const out: RankedDate[] = []
  const monthFirst = monthFirstOf(language, url)
  const primary = language?.slice(0, 2).toLowerCase() ?? null
  const add = (from: string, raw: string | null | undefined, at: number): void => {
    if (!raw) return
    const words = raw.slice(0, 300).trim()
    const edtf = edtfOf(words) ?? visibleDate(words, { language: primary, monthFirst })
    if (edtf === null || edtf.includes('/') || !plausible(edtf)) return
    if (!out.some((c) => c.edtf === edtf && c.from === from))
      out.push({ edtf, from, raw: words.slice(0, 100), rank: at })
  }
  add('json-ld', linked?.published, rank.linked)
  add('json-ld', linked?.created, rank.linked + 0.5)
  for (const name of publishedMetas) add('meta', metas.get(name), rank.meta)
  for (const name of plainMetas) add('meta', metas.get(name), rank.plainMeta)
  for (const candidate of elementDates(document)) add(candidate.from, candidate.raw, candidate.rank)
  add('url', urlDate(url), rank.url)
  for (const candidate of headDates(document, primary, monthFirst))
    add('text', candidate, rank.weak)
  for (const candidate of changeDates(document, primary, monthFirst))
    add('text', candidate, rank.modified)
  add('json-ld', linked?.modified, rank.modified)
  for (const name of modifiedMetas) add('meta', metas.get(name), rank.modified)
  return out.sort((a, b) => a.rank - b.rank)
}

/** The best candidate. What is only a date of change stands in when nothing says when the page appeared. */
export function chooseDate(candidates: readonly RankedDate[]): DateChoice {
  const first = candidates[0]
  if (!first || first.rank >= rank.elsewhere) return { published: null, from: null, reason: null }
  if (isListing(first, candidates))
    return { published: null, from: null, reason: 'the page shows many dates and none is its own' }
  const local = localDay(first, candidates)
  const best = local ?? first
  const rivals = candidates.filter((c) => c.edtf !== best.edtf)
  const said = candidates.length - rivals.length
  const reason =
    (local
      ? `${first.from} gives the day in UTC, ${local.from} the publisher's own day`
      : `${best.from} comes before the other places`) +
    (said > 1 ? `; ${said} places agree` : '') +
    (rivals.length > 0 ? `; ${rivals.length} differ` : '')
  return { published: best.edtf, from: best.from, reason }
}

const mostOwnDates = 8

/** A page that lists reports has a date for each of them and none for itself. */
function isListing(first: RankedDate, candidates: readonly RankedDate[]): boolean {
  if (first.rank < rank.time || first.from === 'url') return false
  return (
    new Set(candidates.filter((c) => c.rank === first.rank).map((c) => c.edtf)).size > mostOwnDates
  )
}

const utcClock = /T(\d{2}):?\d{2}(?::?\d{2}(?:\.\d+)?)?(?:Z|[+-]00:?00)$/i

/** A time in UTC can fall on the day before or after the one that the page shows: then the day it shows counts. */
function localDay(first: RankedDate, candidates: readonly RankedDate[]): RankedDate | null {
  const hour = utcClock.exec(first.raw)?.[1]
  if (hour === undefined) return null
  const neighbour = dayAfter(first.edtf, Number(hour) < 12 ? -1 : 1)
  const shown = candidates.filter(
    (c) => c.rank >= rank.time - 1 && c.rank < rank.text + 0.3 && !utcClock.test(c.raw),
  )
  const deciding =
    shown.find((c) => c.from === 'url') ??
    shown.find((c) => c.edtf === first.edtf || c.edtf === neighbour)
  return deciding?.edtf === neighbour ? deciding : null
}

/** The day some days after a day. */
function dayAfter(edtf: string, days: number): string {
  return new Date(Date.parse(`${edtf}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function plausible(edtf: string): boolean {
  const year = Number(edtf.slice(0, 4))
  return year >= 1990 && year <= 2100 && edtf.length >= 7
}

/** /2019/05/10/, /2019-05-10-, 20190510: a day in the address of the page. */
export function urlDate(url: string | null): string | null {
  if (url === null) return null
  const m =
    /[/_-](\d{4})[/_-](\d{1,2})[/_-](\d{1,2})(?:[/_.-]|$)/.exec(url) ??
    /[/_-]((?:19|20)\d{2})([01]\d)([0-3]\d)(?:[/_.-]|$)/.exec(url)
  return m ? edtfOf(`${m[1]}-${m[2]?.padStart(2, '0')}-${m[3]?.padStart(2, '0')}`) : null
}

const dateNames =
  /(?:^|[\s_-])(?:date|datetime|time|timestamp|published|pubdate|publish|posted(?:-on)?|postdate|entry-date|post-date|dateline|meta|byline|info|created|submitted|publication)(?:$|[\s_-])|date$/
/** Lists of other reports, and what readers wrote. */
const elsewhere =
  /(?:^|[\s_-])(?:comments?|commentlist|related|recent|popular|trending|recommended|most-(?:read|popular)|teasers?|more-(?:news|stories|from))(?:$|[\s_-])/
/** Places that seldom hold the page's own date, and sometimes do. */
const aside = /sidebar|footer|widget|latest|breaking|next|event|archive|calendar/

interface ElementDate {
  readonly from: string
  readonly raw: string
  readonly rank: number
}

/** Dates in elements: microdata, `<time>`, and short blocks whose class names a date. */
function elementDates(document: PageDocument): ElementDate[] {
  const out: ElementDate[] = []
  let bodies = 0
  const visit = (e: PageElement, off: number): void => {
    const names = namesOf(e)
    const away = Math.max(off, awayOf(e, names))
    const found = dateIn(e, names)
    if (found && out.length < 500)
      out.push({ ...found, rank: away === 2 ? rank.elsewhere : found.rank + away * 2.5 })
    for (const child of e.childNodes)
      if ('tagName' in child && bodies++ < 100_000) visit(child, away)
  }
  for (const child of document.childNodes) if ('tagName' in child) visit(child, 0)
  return out
}

/** How far from the report an element leads: 0 not at all, 1 perhaps, 2 for sure. */
function awayOf(e: PageElement, names: string): number {
  if (
    e.tagName === 'body' ||
    e.tagName === 'html' ||
    e.tagName === 'article' ||
    e.tagName === 'main'
  )
    return 0
  if (elsewhere.test(names)) return 2
  return e.tagName === 'footer' || e.tagName === 'aside' || aside.test(names) ? 1 : 0
}

function dateIn(e: PageElement, names: string): ElementDate | null {
  const itemprop = attribute(e, 'itemprop')?.toLowerCase() ?? ''
  if (itemprop.includes('datepublished') || itemprop.includes('datecreated')) {
    const raw = attribute(e, 'content') ?? attribute(e, 'datetime') ?? lineText(e)
    return { from: 'meta', raw, rank: rank.itemprop }
  }
  if (itemprop.includes('datemodified'))
    return {
      from: 'time',
      raw: attribute(e, 'content') ?? attribute(e, 'datetime') ?? lineText(e),
      rank: rank.modified,
    }
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
  return {
    from: 'text',
    raw: words,
    rank: /^(?:last )?(?:updated|modified)/i.test(words) ? rank.modified : rank.text,
  }
}

const linesAfterTitle = 8
const longestDateLine = 120
const changed =
  /(?:last )?(?:updated|modified|revised|reviewed|changed|edited)(?: on)?:?\s|(?:mis à jour|aktualisiert|stand:|actualizado|atualizado|aggiornato|обновлено|оновлено|zaktualizowano|bijgewerkt|uppdaterad|opdateret|oppdatert|güncelleme)/i

/** Dates on short lines right below the title, on pages that do not name them. */
function headDates(document: PageDocument, language: string | null, monthFirst: boolean): string[] {
  for (const e of elementsOf(document)) {
    if (e.tagName !== 'h1') continue
    const out: string[] = []
    for (const line of linesAfter(e, linesAfterTitle)) {
      if (line.length > longestDateLine) break
      if (!changed.test(line) && visibleDate(line, { language, monthFirst }) !== null)
        out.push(line)
    }
    if (out.length > 0) return out
  }
  return []
}

/** The lines of text that follow an element, up to `most` of them. */
function linesAfter(element: PageElement, most: number): string[] {
  const out: string[] = []
  let at: PageElement = element
  for (let up = 0; up < 4 && out.length < most; up++) {
    const parent = at.parentNode
    if (!parent || !('childNodes' in parent)) break
    const from = parent.childNodes.indexOf(at) + 1
    for (const sibling of parent.childNodes.slice(from, from + 12)) {
      if (out.length >= most) break
      if ('tagName' in sibling) out.push(...paragraphsOf(sibling).slice(0, most - out.length))
      else if (lineText(sibling) !== '') out.push(lineText(sibling))
    }
    if (!('tagName' in parent)) break
    at = parent
  }
  return out
}

/** "Last updated: 3 May 2019", wherever it stands. */
function changeDates(
  document: PageDocument,
  language: string | null,
  monthFirst: boolean,
): string[] {
  return paragraphsOf(document)
    .filter(
      (line) =>
        line.length < longestDateLine &&
        changed.test(line) &&
        visibleDate(line, { language, monthFirst }) !== null,
    )
    .slice(0, 3)
}

/** True where 03/04/2024 is read as March 4: pages of the United States, and English pages that do not say where they are. */
export function monthFirstOf(language: string | null, url: string | null): boolean {
  const tag = (language ?? '').toLowerCase().replace('_', '-')
  if (/-(?:gb|au|nz|ie|in|za|sg|ng|ke|gh)$/.test(tag)) return false
  if (tag !== '' && !tag.startsWith('en')) return false
  return !/^https?:\/\/[^/]+\.(?:uk|au|nz|ie|in|za|sg|ng|ke|gh|eu|de|fr|it|es|nl)(?:[/:]|$)/i.test(
    url ?? '',
  )
}
