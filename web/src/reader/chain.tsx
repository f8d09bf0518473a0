/** The chain of a claim, hop by hop, from the report to the one who is said to know. */
import { Link } from '@tanstack/react-router'
import type { AnalysedClaim, Analysis } from '../../../src/model/analysis.ts'
import { isReportHop, type SourceHop } from '../../../src/model/claim.ts'
import { count, sourceTypeWords, stanceWords } from '../wording.ts'
import { AnonymousFacts } from './anonymous-facts.tsx'
import { isNamed } from './voices.ts'

interface ChainProps {
  readonly claim: AnalysedClaim
  readonly analysis: Analysis
  /** The ledger's ids of the sources, by attribution; names lead to their pages where they are known. */
  readonly sources?: ReadonlyMap<string, string>
  /** How many other claims of the report rest on the word of a hop. */
  readonly alsoBy?: (hop: SourceHop) => number
  readonly onSource?: (hop: SourceHop) => void
}

/** An ordered list: each step says who speaks, by which word, and what they do with it. */
export function Chain({ claim, analysis, sources, alsoBy, onSource }: ChainProps) {
  return (
    <ol className="chain">
      {claim.chain.map((hop, i) => {
        if (isReportHop(hop)) {
          return (
            <li key="report" className="hop own">
              <strong>{analysis.document.outlet ?? 'This report'}</strong>
              <span className="quiet">
                {claim.chain.length === 1 ? ' in its own voice' : ' reports'}
              </span>
            </li>
          )
        }
        const { anonymous = null, sourceKind } =
          analysis.attributions.find((a) => a.id === hop.attribution) ?? {}
        const id = sources?.get(hop.attribution)
        const name = hop.source ?? 'Someone whom the text does not name'
        const others = alsoBy?.(hop) ?? 0
        return (
          <li
            key={hop.attribution}
            className={`hop ${isNamed(hop, analysis) ? 'named' : 'anonymous'}`}
          >
            <strong>
              {id === undefined ? (
                name
              ) : (
                <Link to="/sources/$id" params={{ id }}>
                  {name}
                </Link>
              )}
            </strong>
            <span className="quiet">
              {' '}
              {sourceKind === undefined ? '' : `${sourceTypeWords[sourceKind]} · `}
              {hop.cue === '' ? '' : `“${hop.cue}” · `}
              {stanceWords[hop.stance]}
              {i === claim.chain.length - 1 ? '' : ' and passes it on'}
            </span>
            {hop.certainty !== null && hop.certainty.words.length > 0 ? (
              <span className="quiet">
                {' '}
                · {hop.certainty.words.map((w) => `“${w}”`).join(', ')}
              </span>
            ) : null}
            {anonymous ? <AnonymousFacts profile={anonymous} /> : null}
            {others > 0 && onSource ? (
              <button type="button" className="also" onClick={() => onSource(hop)}>
                {count(others, 'other claim')} here on this word
              </button>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}
