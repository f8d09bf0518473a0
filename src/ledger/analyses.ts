/** Analyses: their table group - what each engine made of each report; an older one is kept when a newer one comes. */
import type { AnalysedClaim, Analysis } from '../model/analysis.ts'
import { isReportHop } from '../model/claim.ts'
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
  /** In how many of the altered ones each field differs. */
  readonly fields: Readonly<Record<string, number>>
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

/** Claims that came, went, or kept their id with another reading, and in which fields these differ. */
export function changesOf(
  report: string,
  from: string,
  before: Reading | null,
  after: Reading,
): Changes {
  const old = readingsOf(before)
  const fresh = readingsOf(after)
  const altered: string[] = []
  const fields: Record<string, number> = {}
  for (const [id, now] of fresh) {
    const then = old.get(id)
    if (then === undefined) continue
    const other = Object.keys(now).filter((field) => now[field] !== then[field])
    if (other.length > 0) altered.push(id)
    for (const field of other) fields[field] = (fields[field] ?? 0) + 1
  }
  return {
    report,
    from,
    added: [...fresh.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !fresh.has(id)),
    altered,
    fields,
  }
}

/** What of an analysis claims are made of. */
export type Reading = Pick<
  Analysis,
  'claims' | 'entities' | 'events' | 'times' | 'places' | 'quantities'
>

/**
 * What a reader sees of each claim, field by field, with values in place of ids and indices: one event more in a report
 * counts all behind it anew, and alters none. The versions in `why` do not count either.
 */
function readingsOf(
  reading: Reading | null,
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  if (reading === null) return new Map()
  const names = new Map(reading.entities.map((e) => [e.id, e.name]))
  const named = (ids: string | null | readonly string[]) =>
    [ids ?? []].flat().map((id) => names.get(id) ?? id)
  const events = new Map(
    reading.events.map((e) => [
      e.id,
      [
        [e.from, e.to, e.type, e.lemma, e.mode, e.contexts, named(e.actors), named(e.recipients)],
        e.parties?.map((p) => [p.side, named(p.entity), p.country, p.sector, p.role]),
      ],
    ]),
  )
  const of = (c: AnalysedClaim): Readonly<Record<string, unknown>> => ({
    chain: c.chain.map((hop) =>
      isReportHop(hop) ? hop : [hop.source, named(hop.entity), hop.cue, hop.stance, hop.certainty],
    ),
    mode: c.mode,
    polarity: c.polarity,
    certainty: c.certainty,
    events: c.events.map((id) => events.get(id)),
    times: c.times.map((i) => reading.times[i]),
    places: c.places.map((i) => reading.places[i]),
    quantities: c.quantities.map((i) => reading.quantities[i]),
    statedOn: c.statedOn,
  })
  return new Map(
    reading.claims.map((c) => [
      c.id,
      Object.fromEntries(
        Object.entries(of(c)).map(([field, value]) => [field, JSON.stringify(value)]),
      ),
    ]),
  )
}
