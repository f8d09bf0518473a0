/** Cases of one voice a sentence: who speaks, by which words, what is said, and that nobody stands above it. */
import { runCases, type Show } from '../../../test/cases.ts'
import { englishStages } from '../../english.ts'
import { type Attribution, attributions } from '../../layers/attributions.ts'

const stages = englishStages.slice(0, englishStages.findIndex((s) => s.name === 'attribution') + 1)

const show: Show = (doc, item, field) => {
  const { parent } = item as Attribution
  if (field !== 'parent') return undefined
  return parent === null ? 'none' : String(doc.layer(attributions).at(parent).rule)
}

runCases(import.meta.url, './voices.cases.txt', stages, show)
