/** Reports: their table group - what came in, byte for byte, and what is known about each. */

import type { Analysis } from '../model/analysis.ts'
import type { ReportRecord } from '../model/records.ts'
import type { Cut, DateCandidate, Report } from '../model/report.ts'
import { contentId, sha256Hex } from '../text/hash.ts'
import { type Cell, fromCell, fromCellOrNull, nameKey, toCell, toCellOrNull } from './cells.ts'
import type { Database } from './database.ts'
import { daysOf, rangeOf } from './days.ts'
import { Conditions, cursorOf, keysOf, matchOf } from './query.ts'

/** A report as it was handed in: what was read from it, the bytes, and the id that the giver knows it by. */
export interface Captured {
  readonly report: Report
  readonly bytes: Uint8Array
  readonly given: string | null
}

/** A report in a list. */
export interface ReportSummary extends ReportRecord {
  readonly language: string | null
  readonly partial: Cut | null
  readonly claims: number
  readonly words: number
  readonly captured: string
}

/** A report with all that is kept about it. */
export interface ReportDetail {
  readonly summary: ReportSummary
  readonly text: string
  readonly byline: string | null
  readonly mediaType: string
  readonly charset: string | null
  readonly bytesSha256: string
  readonly bytes: number
  readonly publishedFrom: string | null
  readonly dateReason: string | null
  readonly dateCandidates: readonly DateCandidate[]
  readonly givenIds: readonly string[]
  readonly revisions: readonly {
    readonly id: string
    readonly published: string | null
    readonly captured: string
  }[]
}

/** What a list of reports may be narrowed by. */
export interface ReportFilter {
  readonly outlet?: string | undefined
  readonly language?: string | undefined
  readonly after?: string | undefined
  readonly before?: string | undefined
  readonly text?: string | undefined
  readonly sort: 'newest' | 'oldest' | 'title' | 'added'
  readonly limit: number
  readonly cursor?: string | undefined
}

/** A page of a list. */
export interface Page<T> {
  readonly items: T[]
  readonly next: string | null
  readonly total: number
}

/** The id of a report: the same text from the same outlet, address and date is one report. */
export function reportId(report: Report): string {
  return contentId('r', report.text, report.outlet, report.url, report.published)
}

/** The row of the report that the one in `r` revises: the last other text at its address before it. */
const revised = `(select o.id from reports o where o.url = r.url and o.text_sha256 <> r.text_sha256
  and (o.published_first, o.seq) < (r.published_first, r.seq)
  order by o.published_first desc, o.seq desc limit 1)`

const summaryColumns = `r.seq, r.id, r.given, r.url, r.outlet, r.published, r.title, r.text_sha256,
  r.language, r.partial, r.claims, r.words, r.captured, r.published_first, ${revised} as revised`

interface SummaryRow {
  readonly seq: number
  readonly id: string
  readonly given: Cell | null
  readonly url: Cell | null
  readonly outlet: Cell | null
  readonly published: string | null
  readonly title: Cell | null
  readonly text_sha256: string
  readonly language: string | null
  readonly partial: string | null
  readonly claims: number
  readonly words: number
  readonly captured: string
  readonly published_first: string
  readonly revised: string | null
}

function recordOf(row: SummaryRow): ReportRecord {
  return {
    kind: 'report',
    id: row.id,
    given: fromCellOrNull(row.given),
    url: fromCellOrNull(row.url),
    outlet: fromCellOrNull(row.outlet),
    published: row.published,
    title: fromCellOrNull(row.title),
    sha256: row.text_sha256,
    revisionOf: row.revised,
    story: null,
    origin: contentId('o', row.id),
  }
}

function summaryOf(row: SummaryRow): ReportSummary {
  return {
    ...recordOf(row),
    language: row.language,
    partial: row.partial === null ? null : (JSON.parse(row.partial) as Cut),
    claims: row.claims,
    words: row.words,
    captured: row.captured,
  }
}

const unread = 'the end of the text was not analysed'

/** Where an analysis stopped, or null when it reached the end of the text. */
function unreadOf(analysis: Analysis): Cut | null {
  const { length } = analysis.document.text
  const cut = analysis.diagnostics.find((d) => d.code === 'partial' && d.to === length)
  return cut ? { what: unread, why: cut.note ?? cut.message } : null
}

/** The reports of a ledger. */
export class Reports {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  has(id: string): boolean {
    return this.#db.sql('select 1 from reports where id = ?').get(id) !== undefined
  }

  count(): number {
    return this.#db.sql<{ n: number }>('select count(*) as n from reports').get()?.n ?? 0
  }

  /** Writes a new report; inside a write transaction. */
  insert(id: string, captured: Captured, at: string): void {
    const r = captured.report
    const days = daysOf(r.published)
    const { lastInsertRowid } = this.#db
      .sql(
        `insert into reports (id, given, text, text_sha256, bytes, bytes_sha256, title, byline, outlet, url,
          outlet_key, published, published_first, published_last, published_from, date_candidates, date_reason,
          language, media_type, charset, partial, captured, words)
        values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
      )
      .run(
        id,
        toCellOrNull(captured.given),
        toCell(r.text),
        sha256Hex(r.text),
        captured.bytes,
        sha256Hex(captured.bytes),
        toCellOrNull(r.title),
        toCellOrNull(r.byline),
        toCellOrNull(r.outlet),
        toCellOrNull(r.url),
        r.outlet === null ? null : nameKey(r.outlet),
        r.published,
        days.first,
        days.last,
        r.publishedFrom,
        JSON.stringify(r.dateCandidates),
        r.dateReason,
        r.language,
        r.mediaType,
        r.charset,
        r.partial === null ? null : JSON.stringify(r.partial),
        at,
        countWords(r.text),
      )
    this.#db
      .sql('insert into report_words (rowid, title, body) values (?,?,?)')
      .run(lastInsertRowid, (r.title ?? '').toWellFormed(), r.text.toWellFormed())
  }

  /** Notes a further id that a report was given. */
  noteGiven(id: string, given: string): void {
    this.#db
      .sql('insert or ignore into given_ids (given, report) values (?,?)')
      .run(toCell(given), id)
  }

  /** Whether the report was given under this id before. */
  wasGiven(id: string, given: string): boolean {
    return (
      this.#db
        .sql('select 1 from given_ids where given = ? and report = ?')
        .get(toCell(given), id) !== undefined
    )
  }

  /** Notes what the newest analysis came to: its claims, and where it stopped if it did not read to the end. */
  setRead(id: string, analysis: Analysis): void {
    const row = this.#db
      .sql<{ partial: string | null }>('select partial from reports where id = ?')
      .get(id)
    const old = row?.partial == null ? null : (JSON.parse(row.partial) as Cut)
    // What was lost on the way in stays lost; what an older engine left unread, a newer one may have read.
    const partial = old !== null && old.what !== unread ? old : unreadOf(analysis)
    this.#db
      .sql('update reports set claims = ?, partial = ? where id = ?')
      .run(analysis.claims.length, partial === null ? null : JSON.stringify(partial), id)
  }

  /** The id of the report that has or was given `id`; null when there is none. */
  resolve(id: string): string | null {
    if (this.has(id)) return id
    return (
      this.#db
        .sql<{ report: string }>(
          `select g.report from given_ids g join reports r on r.id = g.report
          where g.given = ? order by r.seq desc limit 1`,
        )
        .get(toCell(id))?.report ?? null
    )
  }

  summary(id: string): ReportSummary | null {
    const row = this.#db
      .sql<SummaryRow>(`select ${summaryColumns} from reports r where r.id = ?`)
      .get(id)
    return row ? summaryOf(row) : null
  }

  bySeq(seq: number): ReportSummary | null {
    const row = this.#db
      .sql<SummaryRow>(`select ${summaryColumns} from reports r where r.seq = ?`)
      .get(seq)
    return row ? summaryOf(row) : null
  }

  text(id: string): string | null {
    const row = this.#db.sql<{ text: Cell }>('select text from reports where id = ?').get(id)
    return row ? fromCell(row.text) : null
  }

  bytes(id: string): Uint8Array | null {
    return (
      this.#db.sql<{ bytes: Buffer }>('select bytes from reports where id = ?').get(id)?.bytes ??
      null
    )
  }

  detail(id: string): ReportDetail | null {
    const row = this.#db
      .sql<
        SummaryRow & {
          readonly text: Cell
          readonly byline: Cell | null
          readonly media_type: string
          readonly charset: string | null
          readonly bytes_sha256: string
          readonly size: number
          readonly published_from: string | null
          readonly date_reason: string | null
          readonly date_candidates: string
        }
      >(
        `select ${summaryColumns}, r.text, r.byline, r.media_type, r.charset, r.bytes_sha256, length(r.bytes) as size,
          r.published_from, r.date_reason, r.date_candidates from reports r where r.id = ?`,
      )
      .get(id)
    if (!row) return null
    return {
      summary: summaryOf(row),
      text: fromCell(row.text),
      byline: fromCellOrNull(row.byline),
      mediaType: row.media_type,
      charset: row.charset,
      bytesSha256: row.bytes_sha256,
      bytes: row.size,
      publishedFrom: row.published_from,
      dateReason: row.date_reason,
      dateCandidates: JSON.parse(row.date_candidates) as DateCandidate[],
      givenIds: this.#db
        .sql<{ given: Cell }>('select given from given_ids where report = ? order by given')
        .all(id)
        .map((g) => fromCell(g.given)),
      revisions:
        row.url === null
          ? []
          : this.#db
              .sql<{ id: string; published: string | null; captured: string }>(
                'select id, published, captured from reports where url = ? order by published_first, seq',
              )
              .all(row.url),
    }
  }

  list(filter: ReportFilter): Page<ReportSummary> {
    const c = new Conditions()
    if (filter.outlet !== undefined) c.add('r.outlet_key = ?', nameKey(filter.outlet))
    if (filter.language !== undefined) c.add('r.language = ?', filter.language)
    const { from, to } = rangeOf(filter.after, filter.before)
    if (from !== null) c.add('r.published_last >= ?', from)
    if (to !== null) c.add("r.published_first <= ? and r.published_first <> ''", to)
    if (filter.text !== undefined) {
      const match = matchOf(filter.text)
      if (match === null) c.add('0')
      else c.add('r.seq in (select rowid from report_words where report_words match ?)', match)
    }
    const total =
      this.#db.sql<{ n: number }>(`select count(*) as n from reports r ${c.where}`).get(...c.values)
        ?.n ?? 0
    const order = orders[filter.sort]
    const after = c.copy()
    if (filter.cursor !== undefined)
      after.add(order.after, ...order.keys(keysOf(filter.cursor, filter.sort, 2)))
    const rows = this.#db
      .sql<SummaryRow & { key: string | number }>(
        `select ${summaryColumns}, ${order.key} as key from reports r ${after.where} order by ${order.by} limit ?`,
      )
      .all(...after.values, filter.limit + 1)
    const items = rows.slice(0, filter.limit)
    const last = items.at(-1)
    return {
      items: items.map(summaryOf),
      next: rows.length > filter.limit && last ? cursorOf(filter.sort, [last.key, last.seq]) : null,
      total,
    }
  }

  /** All records in the order of an export: by date and id, whatever the order of adding. */
  *records(): Generator<ReportRecord> {
    let date = ''
    let id = ''
    for (;;) {
      const rows = this.#db
        .sql<SummaryRow>(
          `select ${summaryColumns} from reports r where (r.published_first, r.id) > (?, ?)
          order by r.published_first, r.id limit 200`,
        )
        .all(date, id)
      for (const row of rows) yield recordOf(row)
      const last = rows.at(-1)
      if (!last) return
      date = last.published_first
      id = last.id
    }
  }
}

interface Order {
  readonly key: string
  readonly by: string
  readonly after: string
  readonly keys: (keys: (string | number)[]) => unknown[]
}

const titleKey = (table: string): string =>
  `cast(coalesce(${table}.title, '') as text) collate nocase`

const orders: Readonly<Record<ReportFilter['sort'], Order>> = {
  newest: {
    key: 'r.published_first',
    by: 'r.published_first desc, r.seq',
    after: 'r.published_first < ? or (r.published_first = ? and r.seq > ?)',
    keys: ([key, seq]) => [key, key, seq],
  },
  oldest: {
    key: 'r.published_first',
    by: 'r.published_first, r.seq',
    after: '(r.published_first, r.seq) > (?, ?)',
    keys: (keys) => keys,
  },
  title: {
    // The title is looked up again: one that is no valid text would not come back as it went out.
    key: 'r.seq',
    by: `${titleKey('r')}, r.seq`,
    after: `(${titleKey('r')}, r.seq) > (select ${titleKey('o')}, o.seq from reports o where o.seq = ?)`,
    keys: ([key]) => [key],
  },
  added: {
    key: 'r.seq',
    by: 'r.seq',
    after: 'r.seq > ?',
    keys: ([key]) => [key],
  },
}

/** Words of a text by white space, counted in one pass. */
export function countWords(text: string): number {
  let count = 0
  let inside = false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const blank = unit <= 32 || unit === 0xa0 || unit === 0x3000
    if (!blank && !inside) count++
    inside = !blank
  }
  return count
}
