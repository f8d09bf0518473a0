/** Cases of unnamed sources: how many, what rank, of which body and country, with what access, and why unnamed. */
import { runCases, type Show } from '../../../test/cases.ts'
import { englishStages } from '../../english.ts'
import type { Attribution } from '../../layers/attributions.ts'

const stages = englishStages.slice(0, englishStages.findIndex((s) => s.name === 'attribution') + 1)

const show: Show = (_doc, item, field) => {
  const profile = (item as Attribution).anonymous
  switch (field) {
    case 'anonymous':
      return profile?.words ?? 'none'
    case 'count':
    case 'rank':
    case 'institution':
    case 'country':
    case 'access':
    case 'reason':
      return String(profile?.[field] ?? 'none')
    default:
      return undefined
  }
}

runCases(import.meta.url, './anonymous.cases.txt', stages, show)
