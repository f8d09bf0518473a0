/** One claim by itself: sends the reader on to it in its report. */
import { Navigate, useParams } from '@tanstack/react-router'
import { claim } from '../../../src/contract/claim.ts'
import { Answer, useAnswer } from '../asking.tsx'
import { useTitle } from '../title.ts'

/** `/claims/{id}`: an address to cite; the words are shown where they stand. */
export function ClaimPage() {
  useTitle('Claim')
  const { id } = useParams({ strict: false })
  const answer = useAnswer(claim, { id: id ?? '' })
  return (
    <div className="plain">
      <h1>Claim</h1>
      <Answer of={answer}>
        {(found) => (
          <Navigate
            to="/reports/$id"
            params={{ id: found.claim.report }}
            search={{ claim: found.claim.id }}
            replace
          />
        )}
      </Answer>
    </div>
  )
}
