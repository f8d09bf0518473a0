/** What a report says about a source that it does not name. */
import type { AnonymousProfile } from '../../../src/model/source.ts'
import { numberWords } from '../wording.ts'

/** Only what is stated. */
export function AnonymousFacts({ profile }: { profile: AnonymousProfile }) {
  const rows = [
    ['How many', profile.count === null ? null : numberWords(profile.count)],
    ['Rank or role', profile.rank ?? null],
    ['Institution', profile.institution],
    ['Country', profile.country],
    ['Access', profile.access],
    ['Why unnamed', profile.reason],
  ].filter(([, value]) => value !== null)
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
