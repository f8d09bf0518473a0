/** Claims: their table group - the written-out records, what they are filtered by, and the anchors of their words. */
import type { Anchor, ClaimRecord, Voice } from '../model/records.ts'
import { type Cell, fromCell, fromCellOrNull, nameKey, toCell } from './cells.ts'
import type { Database } from './database.ts'
import { daysOf, rangeOf } from './days.ts'
import type { Kept, KeptClaim } from './kept.ts'
import type { Merges } from './merges.ts'
import { pack, unpack } from './packed.ts'
import { Conditions, cursorOf, keysOf, matchOf } from './query.ts'
import type { Page } from './reports.ts'
import type { Reviews, Verdict } from './reviews.ts'

/** A claim in a list: the record, and what a reader needs to place it. */
export interface ClaimView extends ClaimRecord {
  readonly outlet: string | null
  readonly title: string | null
  readonly published: string | null
  readonly voice: Voice
  readonly source: string | null
  readonly sourceId: string | null
  readonly review: Verdict | null
}

/** The days of a claim: of its report, of the statement, of what it is about. */
export type ClaimClock = 'published' | 'stated' | 'event'

/** What a list of claims may be narrowed by; `report` is a report's own id. */
export interface ClaimFilter {
  readonly report?: string | undefined
  readonly source?: string | undefined
  readonly outlet?: string | undefined
  readonly voice?: string | undefined
  readonly mode?: string | undefined
  readonly stance?: string | undefined
  readonly polarity?: string | undefined
  readonly certainty?: string | undefined
  readonly place?: string | undefined
  /** Places that lie in `place` or are it by another name; claims about these are found too. */
  readonly within?: readonly KeptPlace[] | undefined
  readonly event?: string | undefined
  /** Which days `after` and `before` look at; the report's when absent. */
  readonly clock?: ClaimClock | undefined
  readonly after?: string | undefined
  readonly before?: string | undefined
  readonly text?: string | undefined
  readonly sort: 'newest' | 'oldest' | 'text'
  readonly limit: number
  readonly cursor?: string | undefined
}

/** A place that claims name: its name as it is compared, and its GeoNames id where it has one. */
export interface KeptPlace {
  readonly name: string
  readonly geonames: number | null
}

interface ClaimRow {
  readonly seq: number
  readonly report: string
  readonly ordinal: number
  readonly published_first: string
  readonly json: Cell
  readonly voice: Voice
  readonly source: string | null
  readonly name: Cell | null
  readonly outlet: Cell | null
  readonly title: Cell | null
  readonly published: string | null
}

const columns = `c.seq, c.report, c.ordinal, c.published_first, c.json, c.voice, c.source,
  s.name, r.outlet, r.title, r.published`
const joined = 'claims c join reports r on r.id = c.report left join sources s on s.id = c.source'

/** The claims of a ledger. */
export class Claims {
  readonly #db: Database
  readonly #reviews: Reviews
  readonly #merges: Merges

  constructor(db: Database, reviews: Reviews, merges: Merges) {
    this.#db = db
    this.#reviews = reviews
    this.#merges = merges
  }

  count(): number {
    return this.#db.sql<{ n: number }>('select count(*) as n from claims').get()?.n ?? 0
  }

  /** Writes what is kept of an analysis; inside a write transaction. */
  insert(
    analysis: number,
    report: {
      readonly id: string
      readonly outlet: string | null
      readonly published: string | null
    },
    kept: Kept,
  ): void {
    // A later reading may tell the kind of a body, or of an unnamed source, that an earlier one left open.
    const source = this.#db.sql(
      `insert into sources (id, name, name_key, type, anonymous) values (?,?,?,?,?)
      on conflict (id) do update set type = excluded.type
      where excluded.type in ('outlet', 'agency', 'document')`,
    )
    for (const s of kept.sources)
      source.run(
        s.id,
        toCell(s.name),
        nameKey(s.name),
        s.type,
        s.anonymous === null ? null : JSON.stringify(s.anonymous),
      )
    const days = daysOf(report.published)
    const outlet = report.outlet === null ? null : nameKey(report.outlet)
    kept.claims.forEach((claim, ordinal) => {
      this.#insertClaim(claim, [report.id, analysis, ordinal, days.first, days.last, outlet])
    })
    this.#insertAnchors(report.id, kept.anchors)
  }

  #insertClaim(claim: KeptClaim, place: readonly unknown[]): void {
    const r = claim.record
    const last = r.chain.at(-1)
    const { lastInsertRowid: seq } = this.#db
      .sql(
        `insert into claims (id, report, analysis, ordinal, published_first, published_last, outlet_key, voice,
          source, mode, stance, polarity, certainty, json) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
      )
      .run(
        r.id,
        ...place,
        claim.voice,
        claim.source?.id ?? null,
        r.mode,
        last && !('voice' in last) ? last.stance : 'asserts',
        r.polarity,
        r.certainty.class,
        pack(r),
      )
    const hop = this.#db.sql(
      'insert into claim_sources (claim, hop, source, stance) values (?,?,?,?)',
    )
    r.chain.forEach((h, i) => {
      if (!('voice' in h)) hop.run(seq, i, h.sourceId, h.stance)
    })
    const place_ = this.#db.sql(
      'insert or ignore into claim_places (claim, name_key, geonames) values (?,?,?)',
    )
    for (const p of r.places) place_.run(seq, nameKey(p.name), p.geonames)
    const event = this.#db.sql('insert or ignore into claim_events (claim, type) values (?,?)')
    for (const e of r.events) event.run(seq, e.type)
    this.#insertTimes(seq, r)
    const speakers = r.chain.flatMap((h) => ('voice' in h ? [] : (h.source ?? [])))
    this.#db
      .sql('insert into claim_words (rowid, quote, source) values (?,?,?)')
      .run(seq, r.quote.toWellFormed(), speakers.join(' ').toWellFormed())
  }

  #insertTimes(seq: number, r: ClaimRecord): void {
    const sql = this.#db.sql(
      'insert or ignore into claim_times (claim, clock, first, last) values (?,?,?,?)',
    )
    const insert = (clock: ClaimClock, edtf: string | null): void => {
      const { first, last } = daysOf(edtf)
      if (first !== '') sql.run(seq, clock, first, last)
    }
    for (const t of r.times) insert('event', t.edtf)
    insert('stated', r.statedOn)
  }

  #insertAnchors(report: string, anchors: readonly Anchor[]): void {
    const sql = this.#db.sql(
      `insert into anchors (report, owner, role, ordinal, start, stop, quote, prefix, suffix, text_sha256)
      values (?,?,?,?,?,?,?,?,?,?)`,
    )
    let owner = ''
    let ordinal = 0
    for (const a of anchors) {
      const key = `${a.owner} ${a.role}`
      ordinal = key === owner ? ordinal + 1 : 0
      owner = key
      sql.run(
        report,
        a.owner,
        a.role,
        ordinal,
        a.from,
        a.to,
        toCell(a.quote),
        toCell(a.prefix),
        toCell(a.suffix),
        a.textSha256,
      )
    }
  }

  /** Takes away a report's claims before a newer analysis brings its own; inside a write transaction. */
  clear(report: string): void {
    this.#db
      .sql('delete from claim_words where rowid in (select seq from claims where report = ?)')
      .run(report)
    this.#db.sql('delete from claims where report = ?').run(report)
    this.#db.sql('delete from anchors where report = ?').run(report)
  }

  get(id: string): ClaimView | null {
    const row = this.#db.sql<ClaimRow>(`select ${columns} from ${joined} where c.id = ?`).get(id)
    return row ? this.#view(row) : null
  }

  has(id: string): boolean {
    return this.#db.sql('select 1 from claims where id = ?').get(id) !== undefined
  }

  /** The exact words that a claim and its attributions stand on. */
  evidence(report: string, owners: readonly string[]): Anchor[] {
    const sql = this.#db.sql<{
      role: Anchor['role']
      owner: string
      start: number
      stop: number
      quote: Cell
      prefix: Cell
      suffix: Cell
      text_sha256: string
    }>('select * from anchors where report = ? and owner = ? order by start, stop')
    return owners.flatMap((owner) =>
      sql.all(report, owner).map((a) => ({
        role: a.role,
        owner: a.owner,
        from: a.start,
        to: a.stop,
        quote: fromCell(a.quote),
        prefix: fromCell(a.prefix),
        suffix: fromCell(a.suffix),
        textSha256: a.text_sha256,
      })),
    )
  }

  list(filter: ClaimFilter): Page<ClaimView> {
    const c = conditionsOf(
      filter,
      filter.source === undefined ? [] : this.#merges.together(filter.source),
    )
    const total =
      this.#db.sql<{ n: number }>(`select count(*) as n from claims c ${c.where}`).get(...c.values)
        ?.n ?? 0
    const order = orders[filter.sort]
    const after = c.copy()
    if (filter.cursor !== undefined)
      after.add(order.after, ...order.keys(keysOf(filter.cursor, filter.sort, 3)))
    const rows = this.#db
      .sql<ClaimRow>(`select ${columns} from ${joined} ${after.where} order by ${order.by} limit ?`)
      .all(...after.values, filter.limit + 1)
    const kept = rows.slice(0, filter.limit)
    const last = kept.at(-1)
    return {
      items: kept.map((row) => this.#view(row)),
      next:
        rows.length > filter.limit && last
          ? cursorOf(filter.sort, [last.published_first, last.report, last.ordinal])
          : null,
      total,
    }
  }

  /** Every place that a claim names. */
  places(): KeptPlace[] {
    return this.#db
      .sql<KeptPlace>('select distinct geonames, name_key as name from claim_places')
      .all()
  }

  /** Claims of one report in the order of its text. */
  records(report: string): ClaimRecord[] {
    return this.#db
      .sql<{ json: Cell }>('select json from claims where report = ? order by ordinal')
      .all(report)
      .map((row) => unpack<ClaimRecord>(row.json))
  }

  /** Claims with these words, best first, and how many there are. */
  search(match: string, limit: number): { readonly items: ClaimView[]; readonly total: number } {
    const rows = this.#db
      .sql<ClaimRow>(
        `select ${columns} from (select rowid as hit, rank as score from claim_words
          where claim_words match ? order by rank, rowid limit ?) join ${joined.replace('claims c', 'claims c on c.seq = hit')}
        order by score, c.report, c.ordinal`,
      )
      .all(match, limit)
    const total =
      this.#db
        .sql<{ n: number }>('select count(*) as n from claim_words where claim_words match ?')
        .get(match)?.n ?? 0
    return { items: rows.map((row) => this.#view(row)), total }
  }

  #view(row: ClaimRow): ClaimView {
    const record = unpack<ClaimRecord>(row.json)
    return {
      ...record,
      outlet: fromCellOrNull(row.outlet),
      title: fromCellOrNull(row.title),
      published: row.published,
      voice: row.voice,
      source: fromCellOrNull(row.name),
      sourceId: row.source,
      review: this.#reviews.verdict(record.id),
    }
  }
}

/** `together` are the sources that count as one with the source asked for. */
function conditionsOf(f: ClaimFilter, together: readonly string[]): Conditions {
  const c = new Conditions()
  if (f.report !== undefined) c.add('c.report = ?', f.report)
  if (f.outlet !== undefined) c.add('c.outlet_key = ?', nameKey(f.outlet))
  if (f.voice !== undefined) c.add('c.voice = ?', f.voice)
  if (f.mode !== undefined) c.add('c.mode = ?', f.mode)
  if (f.stance !== undefined) c.add('c.stance = ?', f.stance)
  if (f.polarity !== undefined) c.add('c.polarity = ?', f.polarity)
  if (f.certainty !== undefined) c.add('c.certainty = ?', f.certainty)
  if (f.source !== undefined)
    c.add(
      `c.seq in (select k.claim from claim_sources k join sources t on t.id = k.source
        where t.id in (select value from json_each(?)) or instr(t.name_key, ?) > 0)`,
      JSON.stringify(together),
      nameKey(f.source),
    )
  if (f.place !== undefined) {
    const number = /^\d{1,12}$/.test(f.place) ? Number(f.place) : -1
    const within = f.within ?? []
    c.add(
      `c.seq in (select claim from claim_places where name_key = ?
        union all select claim from claim_places where geonames = ?
        union all select claim from claim_places where geonames in (select value from json_each(?))
        union all select claim from claim_places where geonames is null
          and name_key in (select value from json_each(?)))`,
      nameKey(f.place),
      number,
      JSON.stringify(within.flatMap((p) => p.geonames ?? [])),
      JSON.stringify(within.flatMap((p) => (p.geonames === null ? p.name : []))),
    )
  }
  if (f.event !== undefined)
    c.add('c.seq in (select e.claim from claim_events e where e.type = ?)', f.event)
  addDays(c, f)
  if (f.text !== undefined) {
    const match = matchOf(f.text)
    if (match === null) c.add('0')
    else c.add('c.seq in (select rowid from claim_words where claim_words match ?)', match)
  }
  return c
}

function addDays(c: Conditions, { clock = 'published', after, before }: ClaimFilter): void {
  const { from, to } = rangeOf(after, before)
  if (clock === 'published') {
    if (from !== null) c.add('c.published_last >= ?', from)
    if (to !== null) c.add("c.published_first <= ? and c.published_first <> ''", to)
  } else if (from !== null || to !== null)
    // One and the same time must lie in the range, not one time after its start and another before its end.
    c.add(
      'c.seq in (select t.claim from claim_times t where t.clock = ? and t.last >= ? and t.first <= ?)',
      clock,
      from ?? '',
      to ?? '9999-12-31',
    )
}

interface Order {
  readonly by: string
  readonly after: string
  readonly keys: (keys: (string | number)[]) => unknown[]
}

const orders: Readonly<Record<ClaimFilter['sort'], Order>> = {
  newest: {
    by: 'c.published_first desc, c.report, c.ordinal',
    after: 'c.published_first < ? or (c.published_first = ? and (c.report, c.ordinal) > (?, ?))',
    keys: ([date, report, ordinal]) => [date, date, report, ordinal],
  },
  oldest: {
    by: 'c.published_first, c.report, c.ordinal',
    after: '(c.published_first, c.report, c.ordinal) > (?, ?, ?)',
    keys: (keys) => keys,
  },
  text: {
    by: 'c.report, c.ordinal',
    after: '(c.report, c.ordinal) > (?, ?)',
    keys: ([, report, ordinal]) => [report, ordinal],
  },
}
