/** The list of reports: what the ledger has read, newest first. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { reports } from '../../../src/contract/reports.ts'
import { Answer, useAnswer } from '../asking.tsx'
import { FilterForm } from '../filter-form.tsx'
import { More } from '../more.tsx'
import { reportsParams } from '../search-params.ts'
import { useTitle } from '../title.ts'
import { count, dateWords } from '../wording.ts'

/** `/` and `/reports`. */
export function ReportsPage() {
  useTitle('Reports')
  const params = reportsParams(useSearch({ strict: false }))
  const navigate = useNavigate()
  const answer = useAnswer(reports, { ...params, limit: 200 })
  return (
    <div className="plain">
      <h1>Reports</h1>
      <FilterForm
        label="Filter the reports"
        fields={[
          { name: 'text', words: 'Words', kind: 'text' },
          { name: 'outlet', words: 'Outlet', kind: 'text' },
          {
            name: 'sort',
            words: 'Order',
            kind: 'choice',
            none: 'newest',
            choices: ['oldest', 'title', 'added'],
          },
        ]}
        values={params}
        onChange={(values) =>
          void navigate({ to: '.', search: reportsParams(values), replace: true })
        }
      />
      <Answer of={answer}>
        {(page) => (
          <>
            <p className="quiet" role="status">
              {count(page.total, 'report')}
            </p>
            {page.total === 0 ? (
              <p className="empty">
                {params.text === undefined && params.outlet === undefined ? (
                  <>
                    Nothing here yet. Add reports with <code>hearsay add FILE</code>.
                  </>
                ) : (
                  'No report passes. Take a filter back.'
                )}
              </p>
            ) : null}
            <ol className="reports">
              {page.items.map((r) => (
                <li key={r.id}>
                  <div className="dated">
                    <time>{dateWords(r.published)}</time>
                    <span>{r.outlet ?? 'unknown outlet'}</span>
                  </div>
                  <h2>
                    <Link to="/reports/$id" params={{ id: r.id }}>
                      {r.title ?? 'Without a title'}
                    </Link>
                  </h2>
                  <p className="quiet">
                    {r.language !== null && r.language !== 'en'
                      ? `Language ${r.language}: kept, not read`
                      : `${count(r.claims, 'claim')} in ${count(r.words, 'word')}`}
                    {r.partial ? ` - only a part was read: ${r.partial.why}` : ''}
                    {r.revisionOf ? ' - a later version of an earlier report' : ''}
                  </p>
                </li>
              ))}
            </ol>
            <More shown={page.items.length} total={page.total} what="reports" />
          </>
        )}
      </Answer>
    </div>
  )
}
