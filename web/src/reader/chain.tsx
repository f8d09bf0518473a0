/** The chain of a claim, hop by hop, from the report to the one who is said to know. */
import type { AnalysedClaim, Analysis } from '../../../src/model/analysis.ts'
import { isReportHop } from '../../../src/model/claim.ts'
import { stanceWords } from '../wording.ts'
import { AnonymousFacts } from './anonymous-facts.tsx'

/** An ordered list: each step says who speaks, by which word, and what they do with it. */
export function Chain({ claim, analysis }: { claim: AnalysedClaim; analysis: Analysis }) {
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
        const anonymous =
          analysis.attributions.find((a) => a.id === hop.attribution)?.anonymous ?? null
        return (
          <li
            key={hop.attribution}
            className={`hop ${anonymous || hop.source === null ? 'anonymous' : 'named'}`}
          >
            <strong>{hop.source ?? 'Someone whom the text does not name'}</strong>
            <span className="quiet">
              {' '}
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
          </li>
        )
      })}
    </ol>
  )
}
