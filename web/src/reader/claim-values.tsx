/** The values of a claim, each beside the raw words it was read from: when, where, how many, what. */
import { lazy, type ReactNode, Suspense } from 'react'
import type {
  AnalysedClaim,
  AnalysedPlace,
  AnalysedTime,
  Analysis,
} from '../../../src/model/analysis.ts'
import { Country } from '../country.tsx'
import { edtfWords, timexWords } from '../when-words.ts'
import { amountWords, eventWords, placeRoleWords, precisionWords } from '../wording.ts'
import { Party, partiesOf } from './parties.tsx'
import { reachOf, spotsOf } from './spots.ts'
import { TimeBar } from './time-bar.tsx'

/** The map and its outlines come only when a claim has a place. */
const PlaceMap = lazy(async () => ({ default: (await import('./place-map.tsx')).PlaceMap }))

/** One section a kind of value; a kind that the claim has none of is left out. */
export function ClaimValues({ claim, analysis }: { claim: AnalysedClaim; analysis: Analysis }) {
  const text = analysis.document.text
  const words = (at: { from: number; to: number }): string => plainSpace(text.slice(at.from, at.to))
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
              more={partiesOf(e, nameOf).map((p) => <Party key={`${p.side} ${p.name}`} of={p} />)}
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
            <PlaceValue key={p.from} place={p} text={text} />
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

/** The words as they stand, what makes the place vague among them: "eastern Ukraine". */
function PlaceValue({ place: p, text }: { place: AnalysedPlace; text: string }) {
  const modifier = p.modifier ?? null
  const before = modifier === null ? -1 : text.lastIndexOf(modifier, p.from - 1)
  const from = before < 0 ? p.from : before
  const point = p.role !== 'metonym' && reachOf(p) === 'point'
  return (
    <Value
      raw={plainSpace(text.slice(from, p.to))}
      value={p.name === plainSpace(text.slice(p.from, p.to)) ? null : p.name}
      code={
        point && p.lat !== null && p.lon !== null
          ? `${p.lat.toFixed(2)}, ${p.lon.toFixed(2)}`
          : null
      }
      more={[
        placeRoleWords[p.role],
        p.role === 'metonym' || !p.precision ? null : precisionWords[p.precision],
        p.country === null ? null : <Country key={p.country} code={p.country} />,
      ]}
    />
  )
}

function plainSpace(words: string): string {
  return words.replace(/\s+/g, ' ')
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
  more: readonly ReactNode[]
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
      {rest.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no id and never move
        <span key={i} className="quiet">
          {i === 0 ? ' ' : ' · '}
          {one}
        </span>
      ))}
    </p>
  )
}
