/** One source: what it is, how it speaks, and its claims. */
import { useParams } from '@tanstack/react-router'
import { claims } from '../../../src/contract/claims.ts'
import { source } from '../../../src/contract/source.ts'
import { Answer, useAnswer } from '../asking.tsx'
import { ClaimRow } from '../claim-row.tsx'
import { More } from '../more.tsx'
import { AnonymousFacts } from '../reader/anonymous-facts.tsx'
import { CouldBe, SourceNames } from '../sources/source-names.tsx'
import { useTitle } from '../title.ts'
import { count, dateWords, sourceTypeWords } from '../wording.ts'

/** `/sources/{id}`. */
export function SourcePage() {
  const { id = '' } = useParams({ strict: false })
  const answer = useAnswer(source, { id })
  const said = useAnswer(claims, { source: id, limit: 200, sort: 'oldest' })
  useTitle(answer.data?.source.name ?? 'Source')
  return (
    <div className="plain">
      <Answer of={answer}>
        {(s) => (
          <>
            <h1>{s.source.type === 'unstated' ? 'Not named in the text' : s.source.name}</h1>
            <p className="quiet">
              {sourceTypeWords[s.source.type]}
              {s.source.anonymous ? ', anonymous' : ''} · {count(s.source.claims, 'claim')} in{' '}
              {count(s.source.reports, 'report')}
              {s.first === null
                ? ''
                : s.first === s.last
                  ? ` · ${dateWords(s.first)}`
                  : ` · ${dateWords(s.first)} to ${dateWords(s.last)}`}
              {s.source.grade ? ` · graded ${s.source.grade}` : ''}
            </p>
            {s.source.anonymous ? <AnonymousFacts profile={s.source.anonymous} /> : null}
            <dl className="facts">
              <Counts words="Modes" of={s.modes} />
              <Counts words="Stances" of={s.stances} />
              <Counts words="Outlets" of={s.outlets} />
            </dl>
            <SourceNames found={s} />
            <CouldBe found={s} />
          </>
        )}
      </Answer>
      <h2>Claims</h2>
      <Answer of={said}>
        {(page) => (
          <>
            <ul className="claim-rows">
              {page.items.map((c) => (
                <ClaimRow
                  key={c.id}
                  claim={c}
                  {...(answer.data ? { on: answer.data.source.name } : {})}
                />
              ))}
            </ul>
            <More shown={page.items.length} total={page.total} what="claims" />
          </>
        )}
      </Answer>
    </div>
  )
}

function Counts({
  words,
  of,
}: {
  words: string
  of: readonly { value: string; claims: number }[]
}) {
  if (of.length === 0) return null
  return (
    <>
      <dt>{words}</dt>
      <dd>{of.map((x) => `${x.value} ${x.claims}`).join(', ')}</dd>
    </>
  )
}
