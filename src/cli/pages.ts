/** Pages: what an operation's answer looks like on a terminal; one function each, lists apart. */
import type { claim } from '../contract/claim.ts'
import type { doctor } from '../contract/doctor.ts'
import type { OutputOf } from '../contract/operation.ts'
import type { OperationName } from '../contract/operations.ts'
import type { reanalyse } from '../contract/reanalyse.ts'
import type { report } from '../contract/report.ts'
import type { review } from '../contract/review.ts'
import type { search } from '../contract/search.ts'
import type { source } from '../contract/source.ts'
import type { sourceMerge } from '../contract/source-merge.ts'
import type { stages } from '../contract/stages.ts'
import { analysisPage, claimLines } from './analysis-page.ts'
import { explainPage } from './explain-page.ts'
import { claimsPage, reportsPage, reviewsPage, sourcesPage } from './list-pages.ts'
import { type Paper, tableOf } from './table.ts'
import { clean, cleanLines, json, wrap } from './terminal.ts'

type PageMaker = (answer: never, paper: Paper) => string

const makers: Readonly<Partial<Record<OperationName, PageMaker>>> = {
  reports: reportsPage,
  report: reportPage,
  claims: claimsPage,
  claim: claimPage,
  explain: explainPage,
  sources: sourcesPage,
  source: sourcePage,
  search: searchPage,
  'source merge': decidedPage,
  'source split': decidedPage,
  review: reviewPage,
  reviews: reviewsPage,
  reanalyse: reanalysePage,
  stages: stagesPage,
  doctor: doctorPage,
}

/** The answer as text; operations without a page of their own print JSON. */
export function pageOf(name: string, answer: unknown, paper: Paper): string {
  const maker = makers[name as OperationName]
  return maker ? maker(answer as never, paper) : json(answer, 2)
}

/** `name  value` rows, values wrapped; rows without a value are left out. */
function facts(rows: readonly (readonly [string, string | number | null])[]): string[] {
  const known = rows.filter(([, value]) => value !== null && value !== '')
  const width = Math.max(0, ...known.map(([name]) => name.length))
  return known.map(([name, value]) => `${name.padEnd(width)}  ${clean(String(value))}`)
}

function reportPage(answer: OutputOf<typeof report>, paper: Paper): string {
  const r = answer.report
  return [
    paper.bold(clean(r.title ?? 'Untitled report')),
    ...facts([
      ['id', r.id],
      ['given', answer.givenIds.join(', ')],
      ['outlet', r.outlet],
      ['byline', answer.byline],
      ['published', r.published],
      ['found by', answer.dateReason],
      ['address', r.url],
      ['language', r.language],
      ['revises', r.revisionOf],
      ['partial', r.partial === null ? null : `${r.partial.what}: ${r.partial.why}`],
      ['text', `${r.words} words, SHA-256 ${r.sha256}`],
    ]),
    '',
    paper.terminal
      ? cleanLines(answer.analysis.document.text)
          .split('\n')
          .map((line) => wrap(line, Math.min(paper.width, 100)))
          .join('\n')
      : cleanLines(answer.analysis.document.text),
    '',
    analysisPage(answer.analysis, paper, false),
  ].join('\n')
}

function claimPage(answer: OutputOf<typeof claim>, paper: Paper): string {
  const c = answer.claim
  return [
    ...claimLines(c, paper),
    '',
    ...facts([
      ['id', c.id],
      ['report', `${c.title ?? 'Untitled report'} (${c.report})`],
      ['outlet', c.outlet],
      ['published', c.published],
      ['said on', c.statedOn],
      ['decision', c.review],
    ]),
    '',
    ...tableOf(
      answer.evidence,
      [
        { head: 'evidence', value: (a) => a.role },
        { head: 'at', value: (a) => `${a.from}-${a.to}` },
        { head: 'words', value: (a) => a.quote, grows: true },
      ],
      paper,
    ),
    '',
    ...tableOf(
      answer.why,
      [
        { head: 'field', value: (w) => w.field },
        { head: 'set by', value: (w) => w.stage },
        { head: 'rule', value: (w) => w.rule },
        { head: 'version', value: (w) => w.version },
      ],
      paper,
    ),
    ...(answer.reviews.length === 0 ? [] : ['', reviewsPage({ items: answer.reviews }, paper)]),
  ].join('\n')
}

function sourcePage(answer: OutputOf<typeof source>, paper: Paper): string {
  const s = answer.source
  const counts = (list: readonly { value: string; claims: number }[]): string =>
    list.map((c) => `${c.value} ${c.claims}`).join(', ')
  return [
    paper.bold(clean(s.name)),
    ...facts([
      ['id', s.id],
      ['type', s.type],
      ['also', s.also.join(', ')],
      ['grade', s.grade],
      ['anonymous', s.anonymous?.words ?? null],
      ['rank', s.anonymous?.rank ?? null],
      ['institution', s.anonymous?.institution ?? null],
      ['country', s.anonymous?.country ?? null],
      ['access', s.anonymous?.access ?? null],
      ['reason', s.anonymous?.reason ?? null],
      ['claims', `${s.claims} in ${s.reports} reports`],
      ['stances', counts(answer.stances)],
      ['modes', counts(answer.modes)],
      ['outlets', counts(answer.outlets)],
      ['from', answer.first],
      ['to', answer.last],
    ]),
    ...mergeLines(answer, paper),
    ...(answer.reviews.length === 0 ? [] : ['', reviewsPage({ items: answer.reviews }, paper)]),
  ].join('\n')
}

/** What joins the names of a source, with reasons, and which unnamed sources could be it. */
function mergeLines(answer: OutputOf<typeof source>, paper: Paper): string[] {
  const merged = tableOf(
    answer.merges,
    [
      { head: 'counted here', value: (m) => m.fromName },
      { head: 'as', value: (m) => m.intoName },
      { head: 'said by', value: (m) => m.by ?? 'rule' },
      { head: 'why', value: (m) => m.why, grows: true },
    ],
    paper,
  )
  const alike = tableOf(
    answer.couldBe,
    [
      { head: 'could be', value: (o) => o.id },
      { head: 'name', value: (o) => o.name },
      { head: 'why', value: (o) => o.why, grows: true },
    ],
    paper,
  )
  return [
    ...(answer.merges.length === 0 ? [] : ['', ...merged]),
    ...(answer.couldBe.length === 0 ? [] : ['', ...alike]),
  ]
}

function searchPage(answer: OutputOf<typeof search>, paper: Paper): string {
  const hits = answer.reports.flatMap(({ report: r, snippet }) => {
    const [marked] = [marks(snippet, paper)]
    return [
      `${paper.bold(clean(r.title ?? 'Untitled report'))}  ${paper.dim(clean([r.outlet, r.published, r.id].filter(Boolean).join('  ')))}`,
      wrap(marked, Math.min(paper.width, 100), '  '),
    ]
  })
  return [
    ...hits,
    ...(answer.claims.length > 0
      ? [
          ...(hits.length > 0 ? [''] : []),
          claimsPage({ items: answer.claims, total: answer.totals.claims, next: null }, paper),
        ]
      : []),
    paper.dim(`${answer.totals.reports} reports, ${answer.totals.claims} claims`),
  ].join('\n')
}

/** The passage with its found words in bold. */
function marks(
  snippet: { readonly text: string; readonly marks: readonly (readonly [number, number])[] },
  paper: Paper,
): string {
  let out = ''
  let at = 0
  for (const [from, to] of snippet.marks) {
    out += clean(snippet.text.slice(at, from)) + paper.bold(clean(snippet.text.slice(from, to)))
    at = to
  }
  return out + clean(snippet.text.slice(at))
}

function reviewPage(answer: OutputOf<typeof review>): string {
  return `${answer.id}  ${clean(`${answer.act} ${answer.on} by ${answer.by}`)}`
}

function decidedPage(answer: OutputOf<typeof sourceMerge>, paper: Paper): string {
  const s = answer.source
  return [
    ...answer.reviews.map((r) => `${r.id}  ${clean(`${r.act} ${r.on} ${r.value} by ${r.by}`)}`),
    ...facts([
      ['source', `${s.name} (${s.id})`],
      ['also', s.also.join(', ')],
      ['claims', `${s.claims} in ${s.reports} reports`],
    ]),
    paper.dim(`To take it back: hearsay review undo ${answer.reviews[0]?.id ?? ''}`),
  ].join('\n')
}

function reanalysePage(answer: OutputOf<typeof reanalyse>, paper: Paper): string {
  return [
    `${answer.read} reports read again, ${answer.left} left; the older analyses are kept.`,
    ...(answer.changed.length === 0
      ? []
      : tableOf(
          answer.changed,
          [
            { head: 'report', value: (c) => c.report },
            { head: 'added', value: (c) => c.added.length, right: true },
            { head: 'removed', value: (c) => c.removed.length, right: true },
            { head: 'altered', value: (c) => c.altered.length, right: true },
            {
              head: 'in',
              value: (c) =>
                Object.entries(c.fields)
                  .map(([field, n]) => `${field} ${n}`)
                  .join(', '),
              grows: true,
            },
          ],
          paper,
        )),
  ].join('\n')
}

function stagesPage(answer: OutputOf<typeof stages>, paper: Paper): string {
  const { words, milliseconds } = answer
  return [
    ...tableOf(
      answer.stages,
      [
        { head: 'stage', value: (s) => `${s.stage}@${s.version}` },
        { head: 'needs', value: (s) => s.needs.join(' '), grows: true },
        { head: 'makes', value: (s) => s.makes.join(' ') },
        { head: 'files', value: (s) => s.files.length, right: true },
        { head: 'ms', value: (s) => (words === 0 ? null : s.milliseconds.toFixed(1)), right: true },
      ],
      paper,
    ),
    ...(milliseconds > 0 && words > 0
      ? [
          `${words} words in ${milliseconds.toFixed(0)} ms: ${Math.round((words / milliseconds) * 1000)} words/s`,
        ]
      : []),
  ].join('\n')
}

function doctorPage(answer: OutputOf<typeof doctor>, paper: Paper): string {
  const rows = tableOf(
    answer.checks,
    [
      { head: 'check', value: (c) => c.name },
      { head: '', value: (c) => (c.ok ? 'ok' : 'WRONG') },
      { head: 'detail', value: (c) => c.detail, grows: true },
    ],
    paper,
  )
  return [...rows, answer.ok ? 'Everything is there and works.' : 'Something is wrong.'].join('\n')
}
