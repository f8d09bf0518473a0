/** Sources: their table group - who is said to speak, with how much they say. */
import type { SourceRecord } from '../model/records.ts'
import type { AnonymousProfile, SourceType } from '../model/source.ts'
import { type Cell, fromCell, nameKey } from './cells.ts'
import type { Database } from './database.ts'
import type { Merge, Merges } from './merges.ts'
import { Conditions, cursorOf, keysOf } from './query.ts'
import type { Page } from './reports.ts'
import type { Reviews } from './reviews.ts'
import type { CouldBe } from './same-source.ts'

/** A source in a list, with how often it speaks. */
export interface SourceView extends SourceRecord {
  readonly claims: number
  readonly reports: number
  /** Names of the sources that decisions merged into this one. */
  readonly also: readonly string[]
}

/** What one source said, in numbers. */
export interface SourceDetail {
  readonly source: SourceView
  readonly stances: readonly Count[]
  readonly modes: readonly Count[]
  readonly outlets: readonly Count[]
  readonly first: string | null
  readonly last: string | null
  /** The sources that count under this one, each with what joins it to another, and why. */
  readonly merges: readonly SourceMerge[]
  /** Unnamed sources that could be this one; never merged because they look alike. */
  readonly couldBe: readonly CouldBe[]
}

/** A merge with the names of its two. */
export interface SourceMerge extends Merge {
  readonly fromName: string
  readonly intoName: string
}

export interface Count {
  readonly value: string
  readonly claims: number
}

export interface SourceFilter {
  readonly name?: string | undefined
  readonly type?: string | undefined
  readonly anonymous?: boolean | undefined
  readonly sort: 'claims' | 'name'
  readonly limit: number
  readonly cursor?: string | undefined
}

interface Row {
  readonly id: string
  readonly name: Cell
  readonly name_key: string
  readonly type: SourceType
  readonly anonymous: string | null
  readonly claims: number
  readonly reports: number
}

/** `one` is the source under which `id` counts; the value is a JSON object of all merged ones. */
const merges = 'with merged(id, one) as (select key, value from json_each(?))'

/**
 * Sources that a claim rests on now, merged ones under the one they count under; those of replaced analyses alone are
 * passed over.
 */
const counted = `select s.id, s.name, s.name_key, s.type, s.anonymous,
  count(distinct k.claim) as claims, count(distinct c.report) as reports
  from claim_sources k left join merged m on m.id = k.source
  join sources s on s.id = coalesce(m.one, k.source) join claims c on c.seq = k.claim`

/** The sources of a ledger. */
export class Sources {
  readonly #db: Database
  readonly #reviews: Reviews
  readonly #merges: Merges

  constructor(db: Database, reviews: Reviews, merges: Merges) {
    this.#db = db
    this.#reviews = reviews
    this.#merges = merges
  }

  has(id: string): boolean {
    return this.#db.sql('select 1 from sources where id = ?').get(id) !== undefined
  }

  /**
   * The id of the source with this id or exact name; of several with one name the one that says most; of a merged one
   * the source that it counts under.
   */
  resolve(idOrName: string): string | null {
    const id = this.named(idOrName)
    return id === null ? null : (this.#merges.roots().get(id) ?? id)
  }

  /** As `resolve`, but of a merged one its own id. */
  named(idOrName: string): string | null {
    if (this.has(idOrName)) return idOrName
    const id = this.#db
      .sql<{ id: string }>(
        `select s.id from sources s join claim_sources k on k.source = s.id where s.name_key = ?
        group by s.id order by count(distinct k.claim) desc, s.id limit 1`,
      )
      .get(nameKey(idOrName))?.id
    return id ?? null
  }

  list(filter: SourceFilter): Page<SourceView> {
    const merged = this.#merges.roots()
    const map = jsonOf(merged)
    const c = new Conditions()
    if (filter.name !== undefined)
      c.add(
        `instr(s.name_key, ?) > 0 or exists (select 1 from merged x join sources t on t.id = x.id
          where x.one = s.id and instr(t.name_key, ?) > 0)`,
        nameKey(filter.name),
        nameKey(filter.name),
      )
    if (filter.type !== undefined) c.add('s.type = ?', filter.type)
    if (filter.anonymous !== undefined)
      c.add(filter.anonymous ? 's.anonymous is not null' : 's.anonymous is null')
    const inner = `${counted} ${c.where} group by s.id`
    const total =
      this.#db
        .sql<{ n: number }>(`${merges} select count(*) as n from (${inner})`)
        .get(map, ...c.values)?.n ?? 0
    const byName = filter.sort === 'name'
    const after = new Conditions()
    if (filter.cursor !== undefined) {
      const [key, id] = keysOf(filter.cursor, filter.sort, 2)
      if (byName) after.add('(name_key, id) > (?, ?)', key, id)
      else after.add('claims < ? or (claims = ? and id > ?)', key, key, id)
    }
    const rows = this.#db
      .sql<Row>(
        `${merges} select * from (${inner}) ${after.where} order by ${byName ? 'name_key' : 'claims desc'}, id limit ?`,
      )
      .all(map, ...c.values, ...after.values, filter.limit + 1)
    const kept = rows.slice(0, filter.limit)
    const last = kept.at(-1)
    return {
      items: kept.map((row) => this.#view(row, merged)),
      next:
        rows.length > filter.limit && last
          ? cursorOf(filter.sort, [byName ? last.name_key : last.claims, last.id])
          : null,
      total,
    }
  }

  detail(id: string): SourceDetail | null {
    const merged = this.#merges.roots()
    const row = this.#db
      .sql<Row>(`${merges} ${counted} where s.id = ? group by s.id`)
      .get(jsonOf(merged), id)
    if (!row) return null
    const members = JSON.stringify([id, ...membersOf(id, merged)])
    const from = `from claim_sources k join claims c on c.seq = k.claim
      where k.source in (select value from json_each(?))`
    const counts = (column: string): Count[] =>
      this.#db
        .sql<Count>(
          `select ${column} as value, count(distinct c.seq) as claims ${from}
          group by value order by claims desc, value`,
        )
        .all(members)
    const outlets = this.#db
      .sql<{ value: Cell; claims: number }>(
        `select r.outlet as value, count(distinct c.seq) as claims from claim_sources k
          join claims c on c.seq = k.claim join reports r on r.id = c.report
        where k.source in (select value from json_each(?)) and r.outlet is not null group by r.outlet order by claims desc, r.outlet`,
      )
      .all(members)
      .map((o) => ({ value: fromCell(o.value), claims: o.claims }))
    const days = this.#db
      .sql<{ first: string | null; last: string | null }>(
        `select min(nullif(c.published_first, '')) as first, max(nullif(c.published_last, '')) as last ${from}`,
      )
      .get(members)
    return {
      source: this.#view(row, merged),
      stances: counts('k.stance'),
      modes: counts('c.mode'),
      outlets,
      first: days?.first ?? null,
      last: days?.last ?? null,
      merges: this.#mergesOf([id, ...membersOf(id, merged)]),
      couldBe: this.#merges.couldBe(id),
    }
  }

  #mergesOf(members: readonly string[]): SourceMerge[] {
    const own = new Set(members)
    return this.#merges
      .all()
      .filter((m) => own.has(m.from))
      .map((m) => ({ ...m, fromName: this.#name(m.from), intoName: this.#name(m.into) }))
  }

  /** A source with its numbers; null where no claim rests on it. */
  view(id: string): SourceView | null {
    const merged = this.#merges.roots()
    const row = this.#db
      .sql<Row>(`${merges} ${counted} where s.id = ? group by s.id`)
      .get(jsonOf(merged), merged.get(id) ?? id)
    return row ? this.#view(row, merged) : null
  }

  /** Whether a report names it, or says whose it is; what it only describes is anonymous. */
  isAnonymous(id: string): boolean {
    return (
      this.#db
        .sql("select 1 from sources where id = ? and (anonymous is not null or type = 'unstated')")
        .get(id) !== undefined
    )
  }

  /** All that a claim rests on, by id. */
  *records(): Generator<SourceRecord> {
    let id = ''
    for (;;) {
      const rows = this.#db
        .sql<Row>(
          `select s.*, 0 as claims, 0 as reports from sources s
          where s.id > ? and exists (select 1 from claim_sources k where k.source = s.id) order by s.id limit 500`,
        )
        .all(id)
      for (const row of rows) yield this.#record(row)
      const last = rows.at(-1)
      if (!last) return
      id = last.id
    }
  }

  #record(row: Row): SourceRecord {
    return {
      kind: 'source',
      id: row.id,
      name: fromCell(row.name),
      type: row.type,
      anonymous: row.anonymous === null ? null : (JSON.parse(row.anonymous) as AnonymousProfile),
      grade: this.#reviews.grade(row.id),
    }
  }

  #view(row: Row, merged: ReadonlyMap<string, string>): SourceView {
    return {
      ...this.#record(row),
      claims: row.claims,
      reports: row.reports,
      also: membersOf(row.id, merged).map((id) => this.#name(id)),
    }
  }

  #name(id: string): string {
    const row = this.#db.sql<{ name: Cell }>('select name from sources where id = ?').get(id)
    return row === undefined ? id : fromCell(row.name)
  }
}

function membersOf(id: string, merged: ReadonlyMap<string, string>): string[] {
  return [...merged].flatMap(([member, one]) => (one === id ? [member] : [])).sort()
}

function jsonOf(merged: ReadonlyMap<string, string>): string {
  return JSON.stringify(Object.fromEntries(merged))
}
