/** Cases of reports inside of reports: found by their words, under the report that holds them, and ended where the report goes on. */
import { runCases, type Show } from '../../../test/cases.ts'
import { englishStages } from '../../english.ts'
import { type Attribution, attributions } from '../../layers/attributions.ts'

const stages = englishStages.slice(0, englishStages.findIndex((s) => s.name === 'attribution') + 1)

const show: Show = (doc, item, field) => {
  const { anonymous, parent } = item as Attribution
  if (field === 'anonymous') return anonymous?.words ?? 'none'
  if (field !== 'parent') return undefined
  return parent === null ? 'none' : String(doc.layer(attributions).at(parent).rule)
}

runCases(import.meta.url, './nested.cases.txt', stages, show)
