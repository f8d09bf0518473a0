/** Publication dates that a page offers, and the choice between them. */
import { readTsv } from '../lexicon/tsv.ts'
import { readIntakeData } from './data-folder.ts'
import { type RankedDate, rank } from './date-rank.ts'
import { datedLine } from './dated-line.ts'
import { elementDates, Places } from './element-dates.ts'
import type { LinkedArticle } from './json-ld.ts'
import { lineDates } from './line-dates.ts'
import type { PageMetas } from './page-metadata.ts'
import type { PageDocument } from './page-tree.ts'
import { edtfOf } from './published.ts'

/** The chosen date, or none, and the reason. */
export interface DateChoice {
  readonly published: string | null
  readonly from: string | null
  readonly reason: string | null
}

const metaFile = 'intake/date-metas.tsv'
const rankOfKind: Readonly<Record<string, number>> = {
  published: rank.meta,
  created: rank.meta + 0.5,
  plain: rank.plainMeta,
  changed: rank.modified,
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
  const reading = {
    language: language?.slice(0, 2).toLowerCase() ?? null,
    monthFirst: monthFirstOf(language, url),
  }
  const add = (from: string, raw: string | null | undefined, at: number): void => {
    if (!raw) return
    const words = raw.slice(0, 300).trim()
    const exact = edtfOf(words) ?? epochDay(words)
    const dated = exact === null ? datedLine(words, reading) : null
    const edtf = exact ?? dated?.edtf ?? null
    if (edtf === null || edtf.includes('/') || !plausible(edtf)) return
    const weight = dated?.label === 'changed' ? Math.max(at, rank.modified) : at
    if (!out.some((c) => c.edtf === edtf && c.from === from))
      out.push({ edtf, from, raw: words.slice(0, 100), rank: weight })
  }
  add('json-ld', linked?.published, rank.linked)
  add('json-ld', linked?.created, rank.linked + 0.5)
  for (const { name, kind } of readTsv(readIntakeData(metaFile), metaFile, ['name', 'kind']))
    add('meta', metas.get(name), rankOfKind[kind] ?? rank.modified)
  const places = new Places()
  for (const { from, raw, rank: at } of elementDates(document, places)) add(from, raw, at)
  add('url', urlDate(url), rank.url)
  for (const { from, raw, rank: at } of lineDates(document, places, reading)) add(from, raw, at)
  add('json-ld', linked?.modified, rank.modified)
  return out.sort((a, b) => a.rank - b.rank)
}

/** The day of seconds or milliseconds since 1970, as some systems write it into metas. */
function epochDay(words: string): string | null {
  if (!/^1\d{9}(?:\d{3})?$/.test(words)) return null
  const ms = words.length === 10 ? Number(words) * 1000 : Number(words)
  return new Date(ms).toISOString().slice(0, 10)
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

/** True where 03/04/2024 is read as March 4: pages of the United States, and English pages that do not say where they are. */
export function monthFirstOf(language: string | null, url: string | null): boolean {
  const tag = (language ?? '').toLowerCase().replace('_', '-')
  if (/-(?:gb|au|nz|ie|in|za|sg|ng|ke|gh)$/.test(tag)) return false
  if (tag !== '' && !tag.startsWith('en')) return false
  return !/^https?:\/\/[^/]+\.(?:uk|au|nz|ie|in|za|sg|ng|ke|gh|eu|de|fr|it|es|nl)(?:[/:]|$)/i.test(
    url ?? '',
  )
}
