/** The names that count as one source, each with the reason, and unnamed sources that could be the same. */
import { Link } from '@tanstack/react-router'
import type { OutputOf } from '../../../src/contract/operation.ts'
import type { source } from '../../../src/contract/source.ts'
import { dateWords } from '../wording.ts'
import { DecisionForm } from './deciding.tsx'

type Found = OutputOf<typeof source>

/** What is one with it, and how that was found. */
export function SourceNames({ found }: { found: Found }) {
  const { merges } = found
  return (
    <section aria-label="Names">
      {merges.length > 0 ? (
        <>
          <h2>Counted as one</h2>
          <ul className="decided">
            {merges.map((m) => (
              <li key={`${m.from} ${m.into}`}>
                <p>
                  <strong>{m.fromName}</strong> is {m.intoName}
                </p>
                <p className="quiet">
                  {m.by === null
                    ? `By rule: ${m.why}`
                    : `${m.by}, ${dateWords((m.at ?? '').slice(0, 10))}: ${m.why}`}
                </p>
                <DecisionForm act="split" source={m.from} other={m.into} words="They are two…" />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <DecisionForm act="merge" source={found.source.id} words="The same as another source…" />
    </section>
  )
}

/** Nothing when nobody looks like it. */
export function CouldBe({ found }: { found: Found }) {
  if (found.couldBe.length === 0) return null
  return (
    <section aria-label="Could be the same">
      <h2>Could be the same</h2>
      <p className="quiet">
        They are not named, so nobody can know; Hearsay never counts them as one.
      </p>
      <ul className="decided">
        {found.couldBe.map((c) => (
          <li key={c.id}>
            <p>
              <Link to="/sources/$id" params={{ id: c.id }}>
                {c.name}
              </Link>{' '}
              <span className="quiet">{c.why}</span>
            </p>
            <DecisionForm act="split" source={found.source.id} other={c.id} words="It is not…" />
          </li>
        ))}
      </ul>
    </section>
  )
}
