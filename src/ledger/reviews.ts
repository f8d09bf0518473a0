/** Reviews: their table group - decisions that are only ever added, and what stands after the last of them. */
import type { ReviewAct, ReviewRecord } from '../model/records.ts'
import { contentId } from '../text/hash.ts'
import { type Cell, fromCell, fromCellOrNull, toCell, toCellOrNull } from './cells.ts'
import type { Database } from './database.ts'
import { Conditions, cursorOf, keysOf } from './query.ts'
import type { Page } from './reports.ts'

/** What a person can say of a claim. */
export type Verdict = 'accept' | 'amend' | 'reject'

/** A decision to be recorded. */
export interface Decision {
  readonly act: ReviewAct
  readonly on: string
  readonly by: string
  readonly value: string | null
  readonly note: string | null
}

export interface ReviewFilter {
  readonly on?: string | undefined
  readonly act?: string | undefined
  readonly by?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

export type ReviewView = ReviewRecord & { readonly undone: boolean }

interface Row {
  readonly seq: number
  readonly id: string
  readonly by: Cell
  readonly at: string
  readonly act: ReviewAct
  readonly subject: string
  readonly value: Cell | null
  readonly note: Cell | null
}

function recordOf(row: Row): ReviewRecord {
  return {
    kind: 'review',
    id: row.id,
    by: fromCell(row.by),
    at: row.at,
    act: row.act,
    on: row.subject,
    note: fromCellOrNull(row.note),
    value: fromCellOrNull(row.value),
  }
}

/** The reviews of a ledger. */
export class Reviews {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  /** Records a decision; the same one at the same moment is one. */
  add(decision: Decision, at: string): ReviewRecord {
    const { act, on, by, value, note } = decision
    const id = contentId('w', by, at, act, on, value, note)
    this.#db
      .sql(
        'insert or ignore into reviews (id, by, at, act, subject, value, note) values (?,?,?,?,?,?,?)',
      )
      .run(id, toCell(by), at, act, on, toCellOrNull(value), toCellOrNull(note))
    return { kind: 'review', id, by, at, act, on, note, value }
  }

  has(id: string): boolean {
    return this.#db.sql('select 1 from reviews where id = ?').get(id) !== undefined
  }

  /** All decisions on something, oldest first. */
  on(subject: string): ReviewRecord[] {
    return this.#db
      .sql<Row>('select * from reviews where subject = ? order by seq')
      .all(subject)
      .map(recordOf)
  }

  /** The last standing verdict on a claim. */
  verdict(claim: string): Verdict | null {
    return (this.#standing(claim, "'accept', 'amend', 'reject'")?.act as Verdict) ?? null
  }

  /** The last standing grade of a source. */
  grade(source: string): string | null {
    return fromCellOrNull(this.#standing(source, "'grade'")?.value ?? null)
  }

  #standing(subject: string, acts: string): Row | undefined {
    return this.#db
      .sql<Row>(`select * from reviews where subject = ? and act in (${acts}) order by seq desc`)
      .all(subject)
      .find((row) => !this.#isUndone(row.id))
  }

  /** Whether an "undo" of it stands: one that was not undone itself, however long the chain is. */
  #isUndone(id: string): boolean {
    const undoings = this.#db
      .sql<{ id: string; subject: string }>(
        `with recursive u (id, subject, seq) as (
          select id, subject, seq from reviews where subject = ? and act = 'undo'
          union select r.id, r.subject, r.seq from reviews r join u on r.subject = u.id where r.act = 'undo')
        select id, subject from u order by seq desc`,
      )
      .all(id)
    // None is undone by an earlier one, so a pass from the last settles them all.
    const undone = new Set<string>()
    for (const u of undoings) if (!undone.has(u.id)) undone.add(u.subject)
    return undone.has(id)
  }

  /** Merges and splits of sources that were not undone, oldest first. */
  ofSources(): ReviewRecord[] {
    const rows = this.#db
      .sql<Row>("select * from reviews where act in ('merge', 'split') order by seq")
      .all()
    return rows.filter((row) => !this.#isUndone(row.id)).map(recordOf)
  }

  /** Sources that a person said are not this one, and has not said since that they are. */
  splitFrom(source: string): string[] {
    const apart = new Set<string>()
    for (const { act, on, value } of this.ofSources()) {
      const other = on === source ? value : value === source ? on : null
      if (other === null) continue
      if (act === 'split') apart.add(other)
      else apart.delete(other)
    }
    return [...apart]
  }

  list(filter: ReviewFilter): Page<ReviewView> {
    const c = new Conditions()
    if (filter.on !== undefined) c.add('w.subject = ?', filter.on)
    if (filter.act !== undefined) c.add('w.act = ?', filter.act)
    if (filter.by !== undefined) c.add('w.by = ?', toCell(filter.by))
    const total =
      this.#db.sql<{ n: number }>(`select count(*) as n from reviews w ${c.where}`).get(...c.values)
        ?.n ?? 0
    const after = c.copy()
    if (filter.cursor !== undefined) after.add('w.seq < ?', ...keysOf(filter.cursor, 'seq', 1))
    const rows = this.#db
      .sql<Row>(`select w.* from reviews w ${after.where} order by w.seq desc limit ?`)
      .all(...after.values, filter.limit + 1)
    const kept = rows.slice(0, filter.limit)
    const last = kept.at(-1)
    return {
      items: kept.map((row) => ({ ...recordOf(row), undone: this.#isUndone(row.id) })),
      next: rows.length > filter.limit && last ? cursorOf('seq', [last.seq]) : null,
      total,
    }
  }

  /** All of them in the order in which they were made. */
  *records(): Generator<ReviewRecord> {
    let seq = 0
    for (;;) {
      const rows = this.#db
        .sql<Row>('select * from reviews where seq > ? order by seq limit 500')
        .all(seq)
      for (const row of rows) yield recordOf(row)
      const last = rows.at(-1)
      if (!last) return
      seq = last.seq
    }
  }
}
