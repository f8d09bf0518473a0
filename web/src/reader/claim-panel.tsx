/** The panel of one claim: its words, its chain, how sure it is, its values, and what set each field. */
import type { ReactNode } from 'react'
import type { AnalysedClaim, Analysis } from '../../../src/model/analysis.ts'
import type { Certainty } from '../../../src/model/certainty.ts'
import type { SourceHop } from '../../../src/model/claim.ts'
import { gistBeside } from '../gist.ts'
import { certaintyMeaning, certaintyWords, dateWords, modeMeaning } from '../wording.ts'
import { Chain } from './chain.tsx'
import { ClaimValues } from './claim-values.tsx'
import { findWords } from './hedges.ts'
import { pieces } from './ranges.ts'

interface ClaimPanelProps {
  readonly claim: AnalysedClaim
  readonly analysis: Analysis
  readonly onClose: () => void
  /** Its place among the claims that are shown, counted from one; 0 when the filters leave it out. */
  readonly place?: number
  readonly of?: number
  readonly onStep?: (by: 1 | -1) => void
  /** The ledger's ids of the sources, by attribution. */
  readonly sources?: ReadonlyMap<string, string>
  /** How many other claims of the report rest on the word of a hop. */
  readonly alsoBy?: (hop: SourceHop) => number
  readonly onSource?: (hop: SourceHop) => void
}

/** Raw words stand beside every normalised value. */
export function ClaimPanel(props: ClaimPanelProps) {
  const { claim, analysis, onClose, place = 0, of = 0, onStep } = props
  const gist = gistBeside(claim)
  return (
    <section className="panel" aria-label="The chosen claim">
      <div className="panel-head">
        <h2>
          Claim
          {place > 0 ? (
            <span className="quiet">
              {' '}
              {place} of {of}
            </span>
          ) : null}
        </h2>
        {onStep ? (
          <>
            <button
              type="button"
              className="icon"
              onClick={() => onStep(-1)}
              disabled={place <= 1}
              aria-label="Previous claim"
            >
              ‹
            </button>
            <button
              type="button"
              className="icon"
              onClick={() => onStep(1)}
              disabled={place >= of}
              aria-label="Next claim"
            >
              ›
            </button>
          </>
        ) : null}
        <button type="button" className="icon" onClick={onClose} aria-label="Close the claim">
          ×
        </button>
      </div>
      <blockquote>
        <Quote claim={claim} />
      </blockquote>
      {gist === null ? null : <p className="gist">{gist}</p>}
      <h3>On whose word</h3>
      <Chain
        claim={claim}
        analysis={analysis}
        {...(props.sources ? { sources: props.sources } : {})}
        {...(props.alsoBy ? { alsoBy: props.alsoBy } : {})}
        {...(props.onSource ? { onSource: props.onSource } : {})}
      />
      <dl className="facts">
        <Fact name="Put as">
          {modeMeaning[claim.mode]}
          {claim.polarity === 'negated' ? ', negated' : ''}
        </Fact>
        <Fact name="How sure">
          <HowSure certainty={claim.certainty} />
        </Fact>
        {claim.statedOn === null ? null : <Fact name="Said on">{dateWords(claim.statedOn)}</Fact>}
      </dl>
      <ClaimValues claim={claim} analysis={analysis} />
      <details>
        <summary>Why</summary>
        <dl className="facts small">
          {Object.entries(claim.why).map(([field, rule]) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>
                <code>{rule}</code>
              </dd>
            </div>
          ))}
        </dl>
        <p className="quiet">
          On the command line: <code>hearsay claim {claim.id}</code>
        </p>
      </details>
    </section>
  )
}

/** The claim's words with its certainty words marked. */
function Quote({ claim }: { claim: AnalysedClaim }) {
  const { quote } = claim
  const spans = claim.certainty.words.flatMap((w) => findWords(quote, w, 0, quote.length) ?? [])
  return pieces(spans, 0, quote.length).map((p) => {
    const words = quote.slice(p.from, p.to)
    return p.covered.length === 0 ? (
      words
    ) : (
      <span key={p.from} className="hedge">
        {words}
      </span>
    )
  })
}

/** The words first; numbers only when asked for, since the words do not say them. */
function HowSure({ certainty }: { certainty: Certainty }) {
  if (certainty.class === null) return 'said without a hedge'
  const { low, high, scheme } = certainty
  return (
    <>
      {certainty.words.map((w) => `“${w}”`).join(', ')}{' '}
      <span className="quiet">
        {certaintyWords[certainty.class]}: {certaintyMeaning[certainty.class]}
      </span>
      {low !== null && high !== null && scheme !== null ? (
        <details className="odds">
          <summary>As a probability</summary>
          <p>
            {Math.round(low * 100)}-{Math.round(high * 100)} % if read by {scheme}. The report gives
            no number.
          </p>
        </details>
      ) : null}
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
