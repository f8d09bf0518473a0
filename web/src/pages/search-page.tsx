/** Search over the ledger: reports with the found words in place, and claims. */
import { Link, useSearch } from '@tanstack/react-router'
import { search } from '../../../src/contract/search.ts'
import { Answer, useAnswer } from '../asking.tsx'
import { ClaimRow } from '../claim-row.tsx'
import { More } from '../more.tsx'
import { pieces } from '../reader/ranges.ts'
import { searchParams } from '../search-params.ts'
import { useTitle } from '../title.ts'
import { count, dateWords } from '../wording.ts'

/** `/search?query=...`. */
export function SearchPage() {
  const { query } = searchParams(useSearch({ strict: false }))
  useTitle(query ? `Search: ${query}` : 'Search')
  return (
    <div className="plain">
      <h1>Search</h1>
      {query ? (
        <Found query={query} />
      ) : (
        <p>
          Write words in the box above. All must occur; "in quotes" as they stand; end* for
          beginnings.
        </p>
      )}
    </div>
  )
}

function Found({ query }: { query: string }) {
  const answer = useAnswer(search, { query, limit: 100 })
  return (
    <Answer of={answer}>
      {(found) => (
        <>
          <p className="quiet" role="status">
            {count(found.totals.reports, 'report')} and {count(found.totals.claims, 'claim')} with “
            {query}”
          </p>
          {found.reports.length > 0 ? <h2>Reports</h2> : null}
          <ol className="reports">
            {found.reports.map(({ report, snippet }) => (
              <li key={report.id}>
                <div className="dated">
                  <time>{dateWords(report.published)}</time>
                  <span>{report.outlet ?? 'unknown outlet'}</span>
                </div>
                <h3>
                  <Link to="/reports/$id" params={{ id: report.id }}>
                    {report.title ?? 'Without a title'}
                  </Link>
                </h3>
                <p className="snippet">
                  <Marked text={snippet.text} marks={snippet.marks} />
                </p>
              </li>
            ))}
          </ol>
          {found.claims.length > 0 ? <h2>Claims</h2> : null}
          <ul className="claim-rows">
            {found.claims.map((c) => (
              <ClaimRow key={c.id} claim={c} />
            ))}
          </ul>
          <More shown={found.claims.length} total={found.totals.claims} what="claims" />
        </>
      )}
    </Answer>
  )
}

function Marked({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  const spans = marks.map(([from, to]) => ({ from, to }))
  return pieces(spans, 0, text.length).map((p) => {
    const words = text.slice(p.from, p.to)
    return p.covered.length > 0 ? <mark key={p.from}>{words}</mark> : words
  })
}
