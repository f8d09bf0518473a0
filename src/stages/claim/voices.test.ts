/** Cases of whose claim it is and how it is meant: chains of voices, denials, questions, forecasts. */
import { runCases, type Show } from '../../../test/cases.ts'
import { englishStages } from '../../english.ts'
import { attributions } from '../../layers/attributions.ts'
import type { Claim } from '../../layers/claims.ts'

const show: Show = (doc, item, field) => {
  if (field !== 'source') return undefined
  const { chain } = item as Claim
  if (chain.length === 0) return 'report'
  return chain.map((a) => doc.layer(attributions).at(a).sourceName ?? '?').join(' > ')
}

runCases(import.meta.url, './voices.cases.txt', englishStages, show)
runCases(import.meta.url, './beside.cases.txt', englishStages, show)
runCases(import.meta.url, './wishes.cases.txt', englishStages, show)
