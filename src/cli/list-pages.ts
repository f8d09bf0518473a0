/** List pages: reports, claims, sources and decisions as tables. */
import type { claims } from '../contract/claims.ts'
import type { OutputOf } from '../contract/operation.ts'
import type { reports } from '../contract/reports.ts'
import type { sources } from '../contract/sources.ts'
import type { ReviewRecord } from '../model/records.ts'
import { type Paper, tableOf } from './table.ts'

/** How to see more of a list. */
function footOf(
  page: { items: readonly unknown[]; next?: string | null; total?: number },
  paper: Paper,
): string[] {
  if (page.total === undefined) return []
  const more = page.next ? `; go on with --cursor ${page.next}` : ''
  return paper.terminal || page.next
    ? [paper.dim(`${page.items.length} of ${page.total}${more}`)]
    : []
}

export function reportsPage(page: OutputOf<typeof reports>, paper: Paper): string {
  const rows = tableOf(
    page.items,
    [
      { head: 'id', value: (r) => r.id },
      { head: 'published', value: (r) => r.published },
      { head: 'outlet', value: (r) => r.outlet },
      { head: 'claims', value: (r) => r.claims, right: true },
      { head: 'title', value: (r) => r.title, grows: true },
    ],
    paper,
  )
  return [...rows, ...footOf(page, paper)].join('\n')
}

export function claimsPage(page: OutputOf<typeof claims>, paper: Paper): string {
  const rows = tableOf(
    page.items,
    [
      { head: 'id', value: (c) => c.id },
      { head: 'published', value: (c) => c.published },
      { head: 'outlet', value: (c) => c.outlet },
      { head: 'mode', value: (c) => (c.polarity === 'negated' ? `not ${c.mode}` : c.mode) },
      { head: 'claim', value: (c) => c.gist, grows: true },
    ],
    paper,
  )
  return [...rows, ...footOf(page, paper)].join('\n')
}

export function sourcesPage(page: OutputOf<typeof sources>, paper: Paper): string {
  const rows = tableOf(
    page.items,
    [
      { head: 'id', value: (s) => s.id },
      { head: 'name', value: (s) => s.name, grows: true },
      { head: 'type', value: (s) => s.type },
      { head: 'grade', value: (s) => s.grade },
      { head: 'claims', value: (s) => s.claims, right: true },
      { head: 'reports', value: (s) => s.reports, right: true },
    ],
    paper,
  )
  return [...rows, ...footOf(page, paper)].join('\n')
}

/** Decisions; `undone` is known in lists only. */
export function reviewsPage(
  page: {
    readonly items: readonly (ReviewRecord & { readonly undone?: boolean })[]
    readonly next?: string | null
    readonly total?: number
  },
  paper: Paper,
): string {
  const rows = tableOf(
    page.items,
    [
      { head: 'id', value: (w) => w.id },
      { head: 'at', value: (w) => w.at.slice(0, 16).replace('T', ' ') },
      { head: 'by', value: (w) => w.by },
      { head: 'decision', value: (w) => (w.undone ? `${w.act} (undone)` : w.act) },
      { head: 'on', value: (w) => w.on },
      { head: 'value', value: (w) => w.value },
      { head: 'note', value: (w) => w.note, grows: true },
    ],
    paper,
  )
  return [...rows, ...footOf(page, paper)].join('\n')
}
