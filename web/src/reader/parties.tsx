/** Parties: who acts in an event and whom it is done to, with what the words tell of them. */
import type { AnalysedEvent, AnalysedParty } from '../../../src/model/analysis.ts'
import { countryName } from '../country-names.ts'
import { sectorWords } from '../wording.ts'

/** One side of an event as a reader gets it. */
export interface Named extends Pick<AnalysedParty, 'side'> {
  readonly name: string
  /** What they are, as far as it is told and the name does not say it. */
  readonly what: readonly string[]
}

/** Those with a name or a role; analyses of earlier engines have names alone. */
export function partiesOf(event: AnalysedEvent, nameOf: (id: string) => string): Named[] {
  const { actors, recipients, parties } = event
  if (parties !== undefined)
    return parties.flatMap((p) => {
      const name = p.entity === null ? p.role : nameOf(p.entity)
      return name === null ? [] : [{ side: p.side, name, what: whatOf(p, name) }]
    })
  return (['actor', 'recipient'] as const).flatMap((side) =>
    (side === 'actor' ? actors : recipients).map((id) => ({ side, name: nameOf(id), what: [] })),
  )
}

/** Role, sector and country, each once. */
function whatOf({ role, sector, country }: AnalysedParty, name: string): string[] {
  const all = [
    role,
    sector === null ? null : sectorWords[sector],
    country === null ? null : countryName(country),
  ].filter((words) => words !== null && !name.toLowerCase().includes(words.toLowerCase()))
  return [...new Set(all)] as string[]
}

/** "by Ana Berg (mayor, government, Portugal)" */
export function Party({ of }: { of: Named }) {
  const what = of.what.length > 0 ? ` (${of.what.join(', ')})` : ''
  return `${of.side === 'actor' ? 'by' : 'to'} ${of.name}${what}`
}
