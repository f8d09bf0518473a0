/** One claim in a list: its words, whose they are, and the way to it in its report. */
import { Link } from '@tanstack/react-router'
import type { claims } from '../../src/contract/claims.ts'
import type { OutputOf } from '../../src/contract/operation.ts'
import { gistBeside } from './gist.ts'
import { certaintyWords, dateWords, voiceWords } from './wording.ts'

/** A claim as the lists of the contract give it. */
export type ListedClaim = OutputOf<typeof claims>['items'][number]

/** A list entry; `on` is the source whose page it stands on, which need not be named again. */
export function ClaimRow({ claim, on }: { claim: ListedClaim; on?: string }) {
  const gist = gistBeside(claim)
  return (
    <li className={`claim-row voice-${claim.voice}`}>
      <blockquote>
        <Link to="/reports/$id" params={{ id: claim.report }} search={{ claim: claim.id }}>
          {claim.quote}
        </Link>
      </blockquote>
      {gist === null ? null : <p className="gist">{gist}</p>}
      <p className="quiet">
        {claim.source !== null && claim.source === on ? null : claim.source !== null &&
          claim.sourceId !== null ? (
          <Link to="/sources/$id" params={{ id: claim.sourceId }}>
            {claim.source}
          </Link>
        ) : (
          voiceWords[claim.voice]
        )}
        {claim.source !== null && claim.source === on ? '' : ' · '}
        {claim.outlet ?? 'unknown outlet'}, {dateWords(claim.published)}
      </p>
      <ul className="tags" aria-label="How it is said">
        {claim.mode === 'fact' ? null : <li className={`tag mode-${claim.mode}`}>{claim.mode}</li>}
        {claim.polarity === 'negated' ? <li className="tag negated">negated</li> : null}
        {claim.certainty.class === null ? null : (
          <li className="tag hedge">
            {certaintyWords[claim.certainty.class]}:{' '}
            {claim.certainty.words.map((w) => `“${w}”`).join(', ')}
          </li>
        )}
      </ul>
    </li>
  )
}
