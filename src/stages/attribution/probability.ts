/** Probability: how sure it is that an attribution is there and its three parts are about right (AT38). */
import type { Draft } from './draft.ts'
import type { Evidence } from './evidence.ts'

/** How much the reader's log-odds of a cue count. */
const share = 0.87

/** What is added by the way in which the attribution was found; fitted to annotated articles, as the share is. */
const told = -0.2
const readAlone = -0.71
const others = -0.36

/** Log-odds of what marks alone tell, whatever the reader says of them: turns and signatures; articles differ much in that. */
const marked = 0.5

const tellingRules = new Set(['AT1', 'AT2', 'AT3', 'AT8'])
const markRules = new Set(['AT12', 'AT13'])

/** 0..1, to three places. */
export function probabilityOf(d: Draft, evidence: Evidence): number {
  let odds = others
  if (markRules.has(d.rule)) odds = marked
  else {
    let surest = Number.NEGATIVE_INFINITY
    for (const range of d.cue) surest = Math.max(surest, evidence.oddsOf(range))
    if (tellingRules.has(d.rule)) odds = told
    else if (d.rule === 'AT31') odds = readAlone
    if (surest > Number.NEGATIVE_INFINITY) odds += share * surest
  }
  return Math.round(1000 / (1 + Math.exp(-odds))) / 1000
}
