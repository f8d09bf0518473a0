/** What a report says about a source that it does not name. */
import type { ReactNode } from 'react'
import type { AnonymousProfile } from '../../../src/model/source.ts'
import { Country } from '../country.tsx'
import { numberWords } from '../wording.ts'

/** Only what is stated. */
export function AnonymousFacts({ profile }: { profile: AnonymousProfile }) {
  const { count, country } = profile
  const all: readonly (readonly [string, ReactNode])[] = [
    ['How many', count === null ? null : numberWords(count)],
    ['Rank or role', profile.rank ?? null],
    ['Institution', profile.institution],
    ['Country', country === null ? null : <Country key={country} code={country} />],
    ['Access', profile.access],
    ['Why unnamed', profile.reason],
  ]
  const rows = all.filter(([, value]) => value !== null)
  if (rows.length === 0) return <p className="quiet">Unnamed; nothing more is said about it.</p>
  return (
    <dl className="facts small profile">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
