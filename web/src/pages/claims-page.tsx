/** The list of claims with filters by source, outlet, mode, stance, place, event and date. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { claims } from '../../../src/contract/claims.ts'
import { certaintyClasses } from '../../../src/model/certainty.ts'
import { modes, stances } from '../../../src/model/claim.ts'
import { eventTypes } from '../../../src/model/event.ts'
import { voices } from '../../../src/model/records.ts'
import { Answer, useAnswer } from '../asking.tsx'
import { ClaimRow } from '../claim-row.tsx'
import { FilterForm } from '../filter-form.tsx'
import { More } from '../more.tsx'
import { claimsParams } from '../search-params.ts'
import { useTitle } from '../title.ts'
import { clockWords, count, eventWords, voiceWords } from '../wording.ts'

/** `/claims`. */
export function ClaimsPage() {
  useTitle('Claims')
  const params = claimsParams(useSearch({ strict: false }))
  const navigate = useNavigate()
  const answer = useAnswer(claims, { ...params, limit: 200 })
  return (
    <div className="plain">
      <h1>Claims</h1>
      <FilterForm
        label="Filter the claims"
        inSight={6}
        fields={[
          { name: 'text', words: 'Words', kind: 'text' },
          { name: 'place', words: 'Place', kind: 'text' },
          {
            name: 'event',
            words: 'Event',
            kind: 'choice',
            choices: eventTypes,
            says: eventWords,
          },
          { name: 'after', words: 'From', kind: 'date' },
          { name: 'before', words: 'Until', kind: 'date' },
          {
            name: 'clock',
            words: 'Dates of',
            kind: 'choice',
            none: 'report',
            choices: ['stated', 'event'],
            says: clockWords,
          },
          { name: 'source', words: 'Source', kind: 'text' },
          { name: 'outlet', words: 'Outlet', kind: 'text' },
          { name: 'voice', words: 'Voice', kind: 'choice', choices: voices, says: voiceWords },
          { name: 'mode', words: 'Mode', kind: 'choice', choices: modes },
          { name: 'stance', words: 'Stance', kind: 'choice', choices: stances },
          { name: 'certainty', words: 'Hedge', kind: 'choice', choices: certaintyClasses },
          {
            name: 'sort',
            words: 'Order',
            kind: 'choice',
            none: 'newest',
            choices: ['oldest', 'text'],
          },
        ]}
        values={params}
        onChange={(values) =>
          void navigate({ to: '/claims', search: claimsParams(values), replace: true })
        }
      />
      <Answer of={answer}>
        {(page) => (
          <>
            <p className="quiet" role="status">
              {count(page.total, 'claim')}
            </p>
            {page.total === 0 ? (
              <p className="empty">
                {Object.keys(params).length > 0 ? (
                  <>
                    No claim passes.{' '}
                    <Link to="/claims" search={{}}>
                      Clear all filters
                    </Link>
                  </>
                ) : (
                  <>
                    Nothing here yet. Add reports with <code>hearsay add FILE</code>.
                  </>
                )}
              </p>
            ) : null}
            <ul className="claim-rows">
              {page.items.map((c) => (
                <ClaimRow key={c.id} claim={c} />
              ))}
            </ul>
            <More shown={page.items.length} total={page.total} what="claims" />
          </>
        )}
      </Answer>
    </div>
  )
}
