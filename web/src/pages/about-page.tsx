/** About: how a report is read, with versions, and whose data Hearsay stands on. */
import { stages } from '../../../src/contract/stages.ts'
import { Answer, useAnswer } from '../asking.tsx'
import { useTitle } from '../title.ts'

/** `/about`. */
export function AboutPage() {
  useTitle('About')
  const answer = useAnswer(stages, { measure: false })
  return (
    <div className="plain">
      <h1>About</h1>
      <p>
        Hearsay reads news reports and keeps a ledger of attributed claims: who said what, on whose
        word, how sure, about which event, when, where and how many, each with its exact words. It
        never says what is true.
      </p>
      <h2>How a report is read</h2>
      <Answer of={answer}>
        {(plan) => (
          // a wide table scrolls inside its own region, which keys must reach
          // biome-ignore lint/a11y/noNoninteractiveTabindex: axe asks for it (scrollable-region-focusable)
          <section className="wide" aria-label="Stages" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">Stage</th>
                  <th scope="col">Version</th>
                  <th scope="col">Reads</th>
                  <th scope="col">Makes</th>
                </tr>
              </thead>
              <tbody>
                {plan.stages.map((s) => (
                  <tr key={s.stage}>
                    <th scope="row">{s.stage}</th>
                    <td>{s.version}</td>
                    <td>{s.needs.join(', ') || 'the text'}</td>
                    <td>{s.makes.join(', ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Answer>
      <h2>Data</h2>
      <p>
        Place names, coordinates and alternate names come from GeoNames (geonames.org), CC BY 4.0.
        Land and borders on the maps come from Natural Earth (naturalearthdata.com), public domain;
        it draws borders as they are held, and Hearsay takes no side in them. Further sources stand
        in the file NOTICE.
      </p>
    </div>
  )
}
