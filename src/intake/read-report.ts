/** Reads a report: bytes of a file or page become a text with its facts. */
import { type Diagnostic, diagnostic } from '../fault/diagnostic.ts'
import { raise } from '../fault/fault.ts'
import type { Cut, DateCandidate, Report } from '../model/report.ts'
import type { OffsetMap } from '../text/offset-map.ts'
import type { Captured } from './capture.ts'
import { type Decoded, decode } from './charset.ts'
import { frontMatter } from './front-matter.ts'
import { languageOf, primaryTag } from './language.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { markdownBody } from './markdown.ts'
import { ParserPool } from './parser-pool.ts'
import { canonical, plainHead } from './plain.ts'
import { edtfOf, publishedOf } from './published.ts'
import { type MediaType, sniff } from './sniff.ts'
import { visibleDate } from './visible-date.ts'

/** What the caller knows better than the bytes; given facts are believed. */
export interface GivenFacts {
  readonly title?: string | null
  readonly outlet?: string | null
  readonly url?: string | null
  /** EDTF level 0 or 1, an ISO date-time or an RFC 2822 date. */
  readonly published?: string | null
  readonly language?: string | null
  /** From an HTTP header. */
  readonly charset?: string | null
  readonly mediaType?: MediaType | null
}

/** A report, the remarks on how it was read, and the way back to the decoded source where there is one. */
export interface Reading {
  readonly report: Report
  readonly diagnostics: readonly Diagnostic[]
  /** Canonical text to decoded source; null for HTML, whose text is made anew. */
  readonly offsets: OffsetMap | null
}

/** What a reader of one type found out. */
interface Found {
  readonly text: string
  readonly offsets: OffsetMap | null
  readonly title: string | null
  readonly byline: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly language: string | null
  readonly dates: readonly DateCandidate[]
  readonly published: string | null
  readonly publishedFrom: string | null
  readonly dateReason: string | null
  readonly cuts: readonly Cut[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads reports and owns the parser processes that it needs; `close` ends them. */
export class ReportReader {
  readonly #limits: Limits
  readonly #pool: ParserPool

  constructor(limits: Limits = defaultLimits, parsers = 1) {
    this.#limits = limits
    this.#pool = new ParserPool(limits, parsers)
  }

  /** Reads one captured input. Throws a fault when it cannot be read at all. */
  async read(input: Captured, given: GivenFacts = {}): Promise<Reading> {
    const { name, bytes } = input
    const published = given.published == null ? null : publishedOf(given.published)
    if (bytes.length > this.#limits.bytes)
      raise('intake/too-large', { path: name, bytes: bytes.length, limit: this.#limits.bytes })
    if (bytes.length === 0) raise('intake/is-empty', { path: name })
    const mediaType = given.mediaType ?? (await sniff(name, bytes))
    const decoded = decode(bytes, mediaType === 'text/html', given.charset ?? null)
    const found = await this.#found(name, mediaType, decoded, given)
    if (!/\S/.test(found.text)) raise('intake/is-empty', { path: name })
    return this.#reading(found, decoded, mediaType, { ...given, published })
  }

  close(): void {
    this.#pool.close()
  }

  async #found(
    name: string,
    mediaType: MediaType,
    decoded: Decoded,
    given: GivenFacts,
  ): Promise<Found> {
    if (mediaType === 'text/html') return this.#page(name, decoded.text, given.url ?? null)
    const { text, map } = canonical(decoded.text)
    const cut = text.length > this.#limits.characters
    const kept = cut ? text.slice(0, this.#limits.characters) : text
    const cuts = cut
      ? [{ what: 'the end of the text', why: `more than ${this.#limits.characters} characters` }]
      : []
    return mediaType === 'text/markdown'
      ? readMarkdown(kept, map, cuts)
      : readPlain(kept, map, cuts)
  }

  async #page(name: string, html: string, url: string | null): Promise<Found> {
    const page = await this.#pool.read({ name, html, url })
    const hidden =
      page.hidden.length === 0
        ? []
        : [diagnostic('hidden-text', 'intake/page', null, page.hidden.join(', '))]
    return { ...page, offsets: null, diagnostics: hidden }
  }

  async #reading(
    found: Found,
    decoded: Decoded,
    mediaType: MediaType,
    given: GivenFacts,
  ): Promise<Reading> {
    const diagnostics: Diagnostic[] = [...decoded.diagnostics, ...found.diagnostics]
    for (const cut of found.cuts)
      diagnostics.push(diagnostic('partial', 'intake', null, `${cut.what}: ${cut.why}`))
    const own: DateCandidate[] = given.published
      ? [{ edtf: given.published, from: 'given', raw: given.published }]
      : []
    const published = given.published ?? found.published
    if (published === null) diagnostics.push(diagnostic('date-unknown', 'intake'))
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(found.text))
      diagnostics.push(diagnostic('control-characters', 'intake'))
    const report: Report = {
      text: found.text,
      title: given.title ?? found.title,
      byline: found.byline,
      outlet: given.outlet ?? found.outlet,
      url: given.url ?? found.url,
      published,
      publishedFrom: given.published ? 'given' : found.publishedFrom,
      dateCandidates: [...own, ...found.dates],
      dateReason: given.published ? 'it was given' : found.dateReason,
      language: given.language
        ? primaryTag(given.language)
        : await languageOf(found.text, found.language),
      mediaType,
      charset: decoded.charset,
      partial: joined(found.cuts),
    }
    return { report, diagnostics, offsets: found.offsets }
  }
}

/** Several cuts as one. */
function joined(cuts: readonly Cut[]): Cut | null {
  if (cuts.length === 0) return null
  return { what: cuts.map((c) => c.what).join('; '), why: cuts.map((c) => c.why).join('; ') }
}

function readPlain(text: string, offsets: OffsetMap, cuts: readonly Cut[]): Found {
  const head = plainHead(text)
  return {
    text,
    offsets,
    title: head.title,
    byline: head.byline,
    outlet: head.outlet,
    url: null,
    language: null,
    ...datedBy(
      head.date ? { ...head.date, from: 'text' } : null,
      'a line at the head of the text says so',
    ),
    cuts,
    diagnostics: [],
  }
}

function readMarkdown(source: string, map: OffsetMap, cuts: readonly Cut[]): Found {
  const front = frontMatter(source)
  const body = markdownBody(source, front.end)
  const said = front.date === null ? null : (edtfOf(front.date) ?? visibleDate(front.date))
  const head =
    front.date === null
      ? plainHead(body.title === null ? body.text : `${body.title}\n\n${body.text}`)
      : null
  const diagnostics =
    front.date !== null && said === null
      ? [diagnostic('date-nonsense', 'intake/markdown', null, front.date.slice(0, 80))]
      : []
  return {
    text: body.text,
    offsets: body.map.through(map),
    title: front.title ?? body.title,
    byline: front.byline ?? head?.byline ?? null,
    outlet: front.outlet ?? head?.outlet ?? null,
    url: front.url !== null && /^https?:\/\//i.test(front.url) ? front.url : null,
    language: front.language,
    ...(said !== null && front.date !== null
      ? datedBy({ edtf: said, raw: front.date, from: 'meta' }, 'the front matter says so')
      : datedBy(
          head?.date ? { ...head.date, from: 'text' } : null,
          'a line at the head of the text says so',
        )),
    cuts,
    diagnostics,
  }
}

function datedBy(date: DateCandidate | null, reason: string) {
  return {
    dates: date ? [date] : [],
    published: date?.edtf ?? null,
    publishedFrom: date?.from ?? null,
    dateReason: date ? reason : null,
  }
}
