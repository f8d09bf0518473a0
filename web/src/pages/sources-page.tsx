/** The list of sources: who is said to speak, and how often. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { sources } from '../../../src/contract/sources.ts'
import { sourceTypes } from '../../../src/model/source.ts'
import { Answer, useAnswer } from '../asking.tsx'
import { FilterForm } from '../filter-form.tsx'
import { More } from '../more.tsx'
import { sourcesParams } from '../search-params.ts'
import { useTitle } from '../title.ts'
import { count, sourceTypeWords } from '../wording.ts'

/** `/sources`. */
export function SourcesPage() {
  useTitle('Sources')
  const params = sourcesParams(useSearch({ strict: false }))
  const navigate = useNavigate()
  const { anonymous, ...others } = params
  const answer = useAnswer(sources, {
    ...others,
    ...(anonymous === undefined ? {} : { anonymous: anonymous === 'true' }),
    limit: 500,
  })
  return (
    <div className="plain">
      <h1>Sources</h1>
      <FilterForm
        label="Filter the sources"
        fields={[
          { name: 'name', words: 'Name', kind: 'text' },
          {
            name: 'type',
            words: 'Kind',
            kind: 'choice',
            choices: sourceTypes,
            says: sourceTypeWords,
          },
          {
            name: 'anonymous',
            words: 'Named',
            kind: 'choice',
            choices: ['false', 'true'],
            says: { false: 'named', true: 'anonymous' },
          },
          { name: 'sort', words: 'Order', kind: 'choice', none: 'claims', choices: ['name'] },
        ]}
        values={params}
        onChange={(values) =>
          void navigate({ to: '/sources', search: sourcesParams(values), replace: true })
        }
      />
      <Answer of={answer}>
        {(page) => (
          <>
            <p className="quiet" role="status">
              {count(page.total, 'source')}
            </p>
            {page.total === 0 ? <p className="empty">No source passes.</p> : null}
            <ul className="sources">
              {page.items.map((s) => (
                <li key={s.id}>
                  <Link to="/sources/$id" params={{ id: s.id }}>
                    {s.type === 'unstated' ? 'not named in the text' : s.name}
                  </Link>
                  <span className="quiet">
                    {s.also.length > 0 ? `also ${s.also.join(', ')} · ` : ''}
                    {sourceTypeWords[s.type]}
                    {s.anonymous ? ', anonymous' : ''} · {count(s.claims, 'claim')} in{' '}
                    {count(s.reports, 'report')}
                  </span>
                </li>
              ))}
            </ul>
            <More shown={page.items.length} total={page.total} what="sources" />
          </>
        )}
      </Answer>
    </div>
  )
}
