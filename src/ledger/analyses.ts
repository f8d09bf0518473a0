/** Analyses: their table group - what each engine made of each report; an older one is kept when a newer one comes. */
import type { AnalysedClaim, Analysis } from '../model/analysis.ts'
import type { Cell } from './cells.ts'
import type { Database } from './database.ts'
import { pack, unpack } from './packed.ts'

/** One reading of a report. */
export interface AnalysisEntry {
  readonly engine: string
  readonly at: string
  readonly claims: number
}

/** What a newer engine made different, by claim ids. */
export interface Changes {
  readonly report: string
  /** The engine of the older analysis. */
  readonly from: string
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly altered: readonly string[]
}

/** The analyses of a ledger. */
export class Analyses {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  /** Writes an analysis without its text, which the report has; returns its row. */
  insert(report: string, engine: string, at: string, analysis: Analysis): number {
    const json = pack({ ...analysis, document: { ...analysis.document, text: '' } })
    return this.#db
      .sql('insert into analyses (report, engine, at, claims, json) values (?,?,?,?,?)')
      .run(report, engine, at, analysis.claims.length, json).lastInsertRowid
  }

  /** The newest analysis of a report, its text put back, and the engine that made it. */
  newest(
    report: string,
    text: string,
  ): { readonly engine: string; readonly analysis: Analysis } | null {
    const row = this.#db
      .sql<{ engine: string; json: Cell }>(
        'select engine, json from analyses where report = ? order by seq desc limit 1',
      )
      .get(report)
    if (!row) return null
    const bare = unpack<Analysis>(row.json)
    return { engine: row.engine, analysis: { ...bare, document: { ...bare.document, text } } }
  }

  engineOf(report: string): string | null {
    return (
      this.#db
        .sql<{ engine: string }>(
          'select engine from analyses where report = ? order by seq desc limit 1',
        )
        .get(report)?.engine ?? null
    )
  }

  has(report: string, engine: string): boolean {
    return (
      this.#db.sql('select 1 from analyses where report = ? and engine = ?').get(report, engine) !==
      undefined
    )
  }

  list(report: string): AnalysisEntry[] {
    return this.#db
      .sql<AnalysisEntry>('select engine, at, claims from analyses where report = ? order by seq')
      .all(report)
  }

  /** Reports that this engine has not read, oldest first. */
  unread(engine: string, limit: number): string[] {
    return this.#db
      .sql<{ id: string }>(
        `select r.id from reports r where not exists
          (select 1 from analyses a where a.report = r.id and a.engine = ?) order by r.seq limit ?`,
      )
      .all(engine, limit)
      .map((r) => r.id)
  }

  countUnread(engine: string): number {
    return (
      this.#db
        .sql<{ n: number }>(
          `select count(*) as n from reports r where not exists
            (select 1 from analyses a where a.report = r.id and a.engine = ?)`,
        )
        .get(engine)?.n ?? 0
    )
  }

  /** The engine that read most reports last: what an export names. */
  mainEngine(): string | null {
    return (
      this.#db
        .sql<{ engine: string }>(
          `select engine from analyses a where seq = (select max(seq) from analyses b where b.report = a.report)
          group by engine order by count(*) desc, engine limit 1`,
        )
        .get()?.engine ?? null
    )
  }
}

/** Claims that came, went, or kept their id with another reading. */
export function changesOf(
  report: string,
  from: string,
  before: readonly AnalysedClaim[],
  after: readonly AnalysedClaim[],
): Changes {
  const old = new Map(before.map((c) => [c.id, reading(c)]))
  const fresh = new Map(after.map((c) => [c.id, reading(c)]))
  return {
    report,
    from,
    added: [...fresh.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !fresh.has(id)),
    altered: [...fresh].filter(([id, r]) => old.has(id) && old.get(id) !== r).map(([id]) => id),
  }
}

/** What a reader sees of a claim; the versions in `why` do not count. */
function reading(c: AnalysedClaim): string {
  return JSON.stringify([
    c.chain,
    c.mode,
    c.polarity,
    c.certainty,
    c.events,
    c.times,
    c.places,
    c.quantities,
    c.statedOn,
  ])
}
