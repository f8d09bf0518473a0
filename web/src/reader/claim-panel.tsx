/** The panel of one claim: its words, its chain, and every field with what set it. */
import type { ReactNode } from 'react'
import type { AnalysedClaim, Analysis } from '../../../src/model/analysis.ts'
import { amountWords, certaintyWords, dateWords } from '../wording.ts'
import { Chain } from './chain.tsx'

interface ClaimPanelProps {
  readonly claim: AnalysedClaim
  readonly analysis: Analysis
  readonly onClose: () => void
}

/** Raw words stand beside every normalised value. */
export function ClaimPanel({ claim, analysis, onClose }: ClaimPanelProps) {
  const text = analysis.document.text
  const words = (at: { from: number; to: number }): string => `“${text.slice(at.from, at.to)}”`
  const picked = <T,>(list: readonly T[], indices: readonly number[]): T[] =>
    indices.flatMap((i) => list[i] ?? [])
  const events = analysis.events.filter((e) => claim.events.includes(e.id))
  const nameOf = (id: string): string => analysis.entities.find((e) => e.id === id)?.name ?? id
  const { certainty } = claim
  return (
    <section className="panel" aria-label="The chosen claim">
      <div className="panel-head">
        <h2>Claim</h2>
        <button type="button" className="icon" onClick={onClose} aria-label="Close the claim">
          ×
        </button>
      </div>
      <blockquote>{claim.quote}</blockquote>
      <h3>On whose word</h3>
      <Chain claim={claim} analysis={analysis} />
      <dl className="facts">
        <Fact name="Mode">{claim.mode}</Fact>
        <Fact name="Polarity">{claim.polarity}</Fact>
        <Fact name="Certainty">
          {certainty.class === null
            ? 'no hedge'
            : `${certaintyWords[certainty.class]}: ${certainty.words.map((w) => `“${w}”`).join(', ')}`}
          {certainty.scheme !== null && certainty.low !== null && certainty.high !== null
            ? ` (${Math.round(certainty.low * 100)}-${Math.round(certainty.high * 100)} % if read by ${certainty.scheme})`
            : ''}
        </Fact>
        {claim.statedOn === null ? null : <Fact name="Stated on">{dateWords(claim.statedOn)}</Fact>}
        {picked(analysis.times, claim.times).map((t) => (
          <Fact key={`t${t.from}`} name="When">
            {words(t)} <span className="value">{t.edtf ?? t.timex}</span>
          </Fact>
        ))}
        {picked(analysis.places, claim.places).map((p) => (
          <Fact key={`p${p.from}`} name="Where">
            {words(p)}{' '}
            <span className="value">
              {[
                p.role,
                p.country,
                p.lat !== null && p.lon !== null
                  ? `${p.lat.toFixed(2)}, ${p.lon.toFixed(2)}`
                  : null,
              ]
                .filter((x) => x !== null)
                .join(' · ')}
            </span>
          </Fact>
        ))}
        {picked(analysis.quantities, claim.quantities).map((q) => (
          <Fact key={`q${q.from}`} name="How many">
            {words(q)}{' '}
            <span className="value">
              {[amountWords(q), q.noun, q.role].filter((x) => x !== null).join(' · ')}
            </span>
          </Fact>
        ))}
        {events.map((e) => (
          <Fact key={e.id} name="Event">
            {words(e)}{' '}
            <span className="value">
              {[
                e.type === 'OTHER' ? e.lemma : e.mode === null ? e.type : `${e.type} (${e.mode})`,
                e.actors.length > 0 ? `by ${e.actors.map(nameOf).join(', ')}` : null,
                e.recipients.length > 0 ? `to ${e.recipients.map(nameOf).join(', ')}` : null,
              ]
                .filter((x) => x !== null)
                .join(' · ')}
            </span>
          </Fact>
        ))}
      </dl>
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

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
