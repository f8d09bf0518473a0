/** The values of a claim, each beside the raw words it was read from: when, where, how many, what. */
import { lazy, type ReactNode, Suspense } from 'react'
import type { AnalysedClaim, AnalysedTime, Analysis } from '../../../src/model/analysis.ts'
import { edtfWords, timexWords } from '../when-words.ts'
import { amountWords, eventWords, placeRoleWords } from '../wording.ts'
import { reachOf, spotsOf } from './spots.ts'
import { TimeBar } from './time-bar.tsx'

/** The map and its outlines come only when a claim has a place. */
const PlaceMap = lazy(async () => ({ default: (await import('./place-map.tsx')).PlaceMap }))

/** One section a kind of value; a kind that the claim has none of is left out. */
export function ClaimValues({ claim, analysis }: { claim: AnalysedClaim; analysis: Analysis }) {
  const text = analysis.document.text
  const words = (at: { from: number; to: number }): string =>
    text.slice(at.from, at.to).replace(/\s+/g, ' ')
  const picked = <T,>(list: readonly T[], indices: readonly number[]): T[] =>
    indices.flatMap((i) => list[i] ?? [])
  const times = picked(analysis.times, claim.times)
  const places = picked(analysis.places, claim.places)
  // a length of time is read as both; it is shown once, as a time
  const quantities = picked(analysis.quantities, claim.quantities).filter(
    (q) => !times.some((t) => t.from === q.from && t.to === q.to),
  )
  const events = analysis.events.filter((e) => claim.events.includes(e.id))
  const nameOf = (id: string): string => analysis.entities.find((e) => e.id === id)?.name ?? id
  const spots = spotsOf(places)
  return (
    <>
      {events.length > 0 ? (
        <Values name="What">
          {events.map((e) => (
            <Value
              key={e.id}
              raw={words(e)}
              value={e.type === 'OTHER' ? e.lemma : eventWords[e.type]}
              code={e.type === 'OTHER' ? null : e.mode === null ? e.type : `${e.type} ${e.mode}`}
              more={[
                e.actors.length > 0 ? `by ${e.actors.map(nameOf).join(', ')}` : null,
                e.recipients.length > 0 ? `to ${e.recipients.map(nameOf).join(', ')}` : null,
              ]}
            />
          ))}
        </Values>
      ) : null}
      {times.length > 0 ? (
        <Values name="When">
          {times.map((t) => (
            <Value
              key={t.from}
              raw={words(t)}
              value={valueOfTime(t)}
              code={t.edtf ?? t.timex}
              more={[]}
            />
          ))}
          <TimeBar
            times={times.flatMap((t) =>
              t.edtf === null ? [] : [{ words: words(t), edtf: t.edtf }],
            )}
            marks={marksOf(claim, analysis)}
          />
        </Values>
      ) : null}
      {places.length > 0 ? (
        <Values name="Where">
          {places.map((p) => (
            <Value
              key={p.from}
              raw={words(p)}
              value={p.name === words(p) ? null : p.name}
              code={
                p.lat !== null &&
                p.lon !== null &&
                p.role !== 'metonym' &&
                reachOf(p.feature) !== 'country'
                  ? `${p.lat.toFixed(2)}, ${p.lon.toFixed(2)}`
                  : null
              }
              more={[placeRoleWords[p.role], p.country]}
            />
          ))}
          {spots.length > 0 ? (
            <Suspense fallback={<div className="place-map" />}>
              <PlaceMap spots={spots} />
            </Suspense>
          ) : null}
        </Values>
      ) : null}
      {quantities.length > 0 ? (
        <Values name="How many">
          {quantities.map((q) => (
            <Value
              key={q.from}
              raw={words(q)}
              value={[amountWords(q), q.noun].filter((x) => x !== null).join(' ')}
              code={null}
              more={[q.role]}
            />
          ))}
        </Values>
      ) : null}
    </>
  )
}

function valueOfTime(t: AnalysedTime): string {
  return t.edtf === null ? timexWords(t.timex) : edtfWords(t.edtf)
}

/** The days of statement and report; one mark where they are the same. */
function marksOf(claim: AnalysedClaim, analysis: Analysis) {
  const { published } = analysis.document
  if (claim.statedOn !== null && claim.statedOn === published)
    return [{ words: 'said and published', edtf: published }]
  return [
    { words: 'said', edtf: claim.statedOn },
    { words: 'published', edtf: published },
  ]
}

function Values({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="values">
      <h3>{name}</h3>
      {children}
    </section>
  )
}

function Value({
  raw,
  value,
  code,
  more,
}: {
  raw: string
  value: string | null
  code: string | null
  more: readonly (string | null)[]
}) {
  const rest = more.filter((x) => x !== null)
  return (
    <p className="value">
      <q>{raw}</q>
      {value === null ? null : (
        <>
          {' '}
          <span className="norm">{value}</span>
        </>
      )}
      {code === null || code === value ? null : (
        <>
          {' '}
          <code>{code}</code>
        </>
      )}
      {rest.length > 0 ? <span className="quiet"> {rest.join(' · ')}</span> : null}
    </p>
  )
}
