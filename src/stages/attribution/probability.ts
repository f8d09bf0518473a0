/** Probability: how sure it is that an attribution is there with about these parts (AT38). */
import type { Draft } from './draft.ts'
import type { Evidence } from './evidence.ts'

/**
 * How much the reader's log-odds of a cue count, and what the way adds in which the attribution was found; fitted to the
 * annotated articles that bench/results/calibration.md is measured on.
 */
const share = 0.68
const told = -0.07
const readAlone = -0.94
const deed = -0.89
const others = -0.02

/** Log-odds of what marks alone tell, whatever the reader says of them: turns and signatures; articles differ much in that. */
const marked = 1.5

/** Log-odds inside of what another reports, where the reader has no say. */
const toldInside = 2
const othersInside = 0.5

const tellingRules = new Set(['AT1', 'AT2', 'AT3', 'AT7', 'AT8', 'AT14'])
const plainRules = new Set(['AT1', 'AT2', 'AT3', 'AT8'])
const markRules = new Set(['AT12', 'AT13'])

/** 0..1, to three places; `inside` is true where another attribution holds this one. */
export function probabilityOf(d: Draft, evidence: Evidence, inside: boolean): number {
  let odds = others
  if (markRules.has(d.rule)) odds = marked
  else if (inside && d.rule !== 'AT31') odds = tellingRules.has(d.rule) ? toldInside : othersInside
  else {
    let surest = Number.NEGATIVE_INFINITY
    for (const range of d.cue) surest = Math.max(surest, evidence.oddsOf(range))
    if (plainRules.has(d.rule)) odds = told
    else if (d.rule === 'AT31') odds = readAlone
    else if (d.rule === 'AT24') odds = deed
    if (surest > Number.NEGATIVE_INFINITY) odds += share * surest
  }
  return Math.round(1000 / (1 + Math.exp(-odds))) / 1000
}
