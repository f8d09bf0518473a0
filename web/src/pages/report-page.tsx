/** The reading page: a report's text with its claims marked, and the chosen claim beside it. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { claim as claimOperation } from '../../../src/contract/claim.ts'
import type { OutputOf } from '../../../src/contract/operation.ts'
import { report } from '../../../src/contract/report.ts'
import type { Analysis } from '../../../src/model/analysis.ts'
import { isReportHop } from '../../../src/model/claim.ts'
import { Answer, useAnswer } from '../asking.tsx'
import { call } from '../client.ts'
import { ClaimList } from '../reader/claim-list.tsx'
import { ClaimPanel } from '../reader/claim-panel.tsx'
import { ReaderFilters } from '../reader/reader-filters.tsx'
import { ReportText } from '../reader/report-text.tsx'
import { ownerOf, passes, sourceHops, voiceOf } from '../reader/voices.ts'
import { type ReaderParams, readerParams } from '../search-params.ts'
import { useTitle } from '../title.ts'
import { count, dateWords } from '../wording.ts'

/** `/reports/{id}`; the address holds the chosen claim and the filters. */
export function ReportPage() {
  const { id = '' } = useParams({ strict: false })
  const answer = useAnswer(report, { id })
  useTitle(answer.data?.report.title ?? 'Report')
  return <Answer of={answer}>{(found) => <Reader found={found} />}</Answer>
}

function Reader({ found }: { found: OutputOf<typeof report> }) {
  const params = readerParams(useSearch({ strict: false }))
  const navigate = useNavigate()
  const analysis = found.analysis as Analysis
  const all = useMemo(
    () => analysis.claims.map((claim) => ({ claim, voice: voiceOf(claim, analysis) })),
    [analysis],
  )
  const shown = useMemo(
    () => all.filter(({ claim, voice }) => passes(claim, voice, params)),
    [all, params],
  )
  const selected = analysis.claims.find((c) => c.id === params.claim) ?? null

  const change = (next: ReaderParams) =>
    void navigate({
      to: '.',
      search: readerParams({ ...params, ...next }),
      replace: true,
      resetScroll: false,
    })
  const select = (claim: string | null) => {
    change({ claim: claim ?? undefined } as ReaderParams)
    // a closed panel takes the focus with it: it goes back to the claim's place in the list
    if (claim === null && selected !== null && document.activeElement?.closest('.panel'))
      document.querySelector<HTMLElement>(`[data-claim="${CSS.escape(selected.id)}"]`)?.focus()
  }
  const ids = shown.map((s) => s.claim.id)
  const place = selected === null ? -1 : ids.indexOf(selected.id)
  useKeys(ids, selected?.id ?? null, select)
  const sources = useSourceIds(selected?.id ?? null)
  const owner = (at: string): string =>
    all.flatMap(({ claim }) => sourceHops(claim)).find((hop) => ownerOf(hop) === at)?.source ?? at

  return (
    <div className={selected ? 'reading has-claim' : 'reading'}>
      <article>
        <header className="report-head">
          <p className="dated">
            <span>{found.report.outlet ?? 'unknown outlet'}</span>
            <time>{dateWords(found.report.published)}</time>
          </p>
          <h1>{found.report.title ?? 'Without a title'}</h1>
          {found.byline ? <p className="quiet">{found.byline}</p> : null}
          {found.report.partial ? (
            <p className="notice">
              Only a part was read: {found.report.partial.what}, {found.report.partial.why}
            </p>
          ) : null}
          {found.report.language !== null && found.report.language !== 'en' ? (
            <p className="notice">
              Hearsay does not analyse this language yet ({found.report.language}). The text is kept
              as it is.
            </p>
          ) : null}
        </header>
        {all.length > 0 ? (
          <ReaderFilters
            params={params}
            counts={countsOf(all, params)}
            onChange={(key, value) => change({ [key]: value } as ReaderParams)}
            {...(params.source === undefined ? {} : { sourceName: owner(params.source) })}
          />
        ) : null}
        <ReportText analysis={analysis} shown={shown} selected={selected} onSelect={select} />
        <About found={found} />
      </article>
      <aside aria-label="Claims">
        {selected ? (
          <ClaimPanel
            claim={selected}
            analysis={analysis}
            place={place + 1}
            of={ids.length}
            sources={sources}
            onClose={() => select(null)}
            onStep={(by) => select(ids[place + by] ?? selected.id)}
            alsoBy={(hop) =>
              all.filter(
                ({ claim }) =>
                  claim.id !== selected.id &&
                  sourceHops(claim).some((h) => ownerOf(h) === ownerOf(hop)),
              ).length
            }
            onSource={(hop) => change({ source: ownerOf(hop) } as ReaderParams)}
          />
        ) : null}
        <p className="unseen" role="status">
          {selected === null ? '' : `Claim ${place + 1} of ${ids.length}: ${selected.quote}`}
        </p>
        <section className="list-box" aria-label="All claims">
          <div className="list-head">
            <h2>
              {count(shown.length, 'claim')}
              {shown.length < all.length ? <span className="quiet"> of {all.length}</span> : null}
            </h2>
            <p className="keys quiet">
              <kbd>j</kbd> <kbd>k</kbd> next, previous · <kbd>Esc</kbd> close
            </p>
          </div>
          <ClaimList shown={shown} selected={selected?.id ?? null} onSelect={select} />
        </section>
      </aside>
    </div>
  )
}

/** The ledger's ids of a claim's sources, by attribution; empty until they are there. */
function useSourceIds(id: string | null): ReadonlyMap<string, string> {
  const answer = useQuery({
    queryKey: [claimOperation.name, id],
    queryFn: ({ signal }) => call(claimOperation, { id: id ?? '' }, signal),
    enabled: id !== null,
  })
  const chain = answer.data?.claim.chain
  return useMemo(
    () =>
      new Map((chain ?? []).flatMap((h) => (isReportHop(h) ? [] : [[h.attribution, h.sourceId]]))),
    [chain],
  )
}

/** `j` and `k` walk the claims wherever the focus is, but never while words are typed. */
function useKeys(
  ids: readonly string[],
  selected: string | null,
  select: (id: string | null) => void,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest('input, select, textarea') !== null
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return
      const at = selected === null ? -1 : ids.indexOf(selected)
      if (event.key === 'j') select(ids[Math.min(ids.length - 1, at + 1)] ?? null)
      else if (event.key === 'k') select(ids[at <= 0 ? 0 : at - 1] ?? null)
      else if (event.key === 'Escape' && selected !== null) select(null)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}

function countsOf(
  all: readonly { claim: Analysis['claims'][number]; voice: 'own' | 'named' | 'anonymous' }[],
  params: ReaderParams,
): Record<'voice' | 'mode' | 'certainty', Record<string, number>> {
  const out = { voice: {}, mode: {}, certainty: {} } as Record<
    'voice' | 'mode' | 'certainty',
    Record<string, number>
  >
  for (const { claim, voice } of all) {
    const values = { voice, mode: claim.mode, certainty: claim.certainty.class ?? 'none' }
    for (const key of ['voice', 'mode', 'certainty'] as const) {
      const others = { ...params, [key]: undefined } as ReaderParams
      if (passes(claim, voice, others)) out[key][values[key]] = (out[key][values[key]] ?? 0) + 1
    }
  }
  return out
}

/** Where the report and its date come from; what was hard about it. */
function About({ found }: { found: OutputOf<typeof report> }) {
  const { diagnostics } = found.analysis
  return (
    <details className="about-report">
      <summary>About this report</summary>
      <dl className="facts small">
        {found.report.url ? (
          <div>
            <dt>Address</dt>
            <dd className="break">{found.report.url}</dd>
          </div>
        ) : null}
        <div>
          <dt>Date</dt>
          <dd>
            {dateWords(found.report.published)}
            {found.publishedFrom ? `, from ${found.publishedFrom}` : ''}
            {found.dateReason ? ` (${found.dateReason})` : ''}
          </dd>
        </div>
        <div>
          <dt>SHA-256</dt>
          <dd className="break">
            <code>{found.bytesSha256}</code>
          </dd>
        </div>
        {diagnostics.map((d, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: remarks have no id and never move
          <div key={i}>
            <dt>Remark</dt>
            <dd>
              {d.message}
              {d.note ? ` (${d.note})` : ''}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
