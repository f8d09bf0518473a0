/** Weighs the rules by what the trained reader takes for real (CE61, CE62); far apart marks, so that small changes of the reader matter little. */
import type { Modality } from '../../layers/modalities.ts'
import type { Found } from './find.ts'
import { modality } from './modality.ts'
import { keyAt, labelAt, type Words, xposAt } from './words.ts'

/** Above this a purpose was reached: "spent a week to get home". */
const reached = 0.5

/** Below this a predicate without any cue lies ahead. */
const unreal = -0.6

const open = new Set(['forecast', 'conditional', 'intention', 'question', 'negated', 'opinion'])

const unsure = new Set(['probability', 'possibility', 'inference', 'doubt'])

/** Cues as the rules found them, less those that the reader contradicts, with what only the reader saw. */
export function weighed(w: Words, found: Found, real: readonly (number | null)[]): Found {
  const kept = found.modalities.filter((m) => {
    // CE61: only the purpose's form speaks for what the reader is sure was reached
    return m.rule !== 'CE42' || (real[m.on] ?? 0) <= reached
  })
  return { hedges: found.hedges, modalities: [...kept, ...ahead(w, found, kept, real)] }
}

/** CE62: clauses without any cue that the reader takes for unreal lie ahead: "we are going to the zoo", "when you arrive". */
function ahead(
  w: Words,
  found: Found,
  kept: readonly Modality[],
  real: readonly (number | null)[],
): Modality[] {
  const settled = new Set<number>()
  for (const m of kept) if (open.has(m.sets)) settled.add(m.on)
  for (const h of found.hedges) if (unsure.has(h.class)) settled.add(h.on)
  const out: Modality[] = []
  for (const c of w.clauses) {
    const value = real[c.token] ?? 0
    if (value >= unreal || settled.has(c.token) || isAble(w, c.token)) continue
    // what joins a governed clause is governed with it
    const lead = c.joins === null ? undefined : w.clauses[c.joins]
    if (lead && settled.has(lead.token)) continue
    const sets = c.finite ? 'forecast' : 'intention'
    if (isTelling(w, c.token)) out.push(modality(w, c.token, c.token + 1, sets, c.token, 'CE62'))
  }
  return out
}

/** "can", "must": what is possible or due is told as such. */
const modal = new Set(['can', 'ca', 'could', 'must', 'should', 'may', 'might', 'need', 'dare'])

function isAble(w: Words, token: number): boolean {
  for (const c of w.tree.childrenOf(token)) {
    const label = labelAt(w, c)
    if ((label.startsWith('aux') || label === 'cop') && modal.has(keyAt(w, c))) return true
  }
  return false
}

/** Forms in which a verb may speak of what is to come; a past form does not. */
const forms = new Set(['VB', 'VBP', 'VBZ', 'VBG'])

function isTelling(w: Words, token: number): boolean {
  return forms.has(xposAt(w, token))
}
