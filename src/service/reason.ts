/** Reason: what set a field, taken apart: `certainty/CE4@2` is the stage, the rule and the stage's version. */

/** The parts of a `why`. */
export interface Reason {
  readonly stage: string
  readonly rule: string
  readonly version: string
}

export function reasonOf(why: string): Reason {
  const slash = why.indexOf('/')
  const at = why.lastIndexOf('@')
  return {
    stage: slash < 0 ? '' : why.slice(0, slash),
    rule: why.slice(slash + 1, at < 0 ? undefined : at),
    version: at < 0 ? '' : why.slice(at + 1),
  }
}
