/** Weighs the rules by what the trained reader takes for real (CE61, CE62); far apart marks, so that small changes of the reader matter little. */
import type { Hedge } from '../../layers/hedges.ts'
import type { Modality } from '../../layers/modalities.ts'
import type { Found } from './find.ts'
import { hedge } from './hedging.ts'
import { modality } from './modality.ts'
import { keyAt, labelAt, uposAt, type Words, xposAt } from './words.ts'

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
  return {
    hedges: [...found.hedges, ...able(w, found, real)],
    modalities: [...kept, ...ahead(w, found, kept, real), ...aimedAt(w, kept, real)],
  }
}

/** Below this an infinitive that nothing else governs tells of what was not done. */
const notDone = -0.4

/** Modes that already put what they govern out of the real. */
const unrealModes = new Set(['forecast', 'conditional', 'intention', 'question', 'negated'])

/**
 * CE64: "forced the firm to lower its prices", "needs to raise money": an infinitive that completes a verb of what is told as
 * real, and that the reader takes for not done, is an intention of its own.
 */
function aimedAt(
  w: Words,
  kept: readonly Modality[],
  real: readonly (number | null)[],
): Modality[] {
  const governed = new Set<number>()
  for (const m of kept) if (unrealModes.has(m.sets) && m.rule !== 'CE42') governed.add(m.on)
  const out: Modality[] = []
  for (let i = 0; i < w.tokens.length; i++) {
    if (xposAt(w, i) !== 'VB' || (real[i] ?? 0) >= notDone || keyAt(w, toBefore(w, i)) !== 'to')
      continue
    if (w.clauseAt.has(i) || !completesVerb(w, i)) continue
    if (!isGoverned(w, i, governed))
      out.push(modality(w, toBefore(w, i), i + 1, 'intention', i, 'CE64'))
  }
  return out
}

/** "forced it to lower", "needs to raise"; "is feared to rise" is how somebody sees its subject. */
function completesVerb(w: Words, i: number): boolean {
  const label = labelAt(w, i)
  const verb = w.tree.headOf(i)
  if ((label !== 'xcomp' && label !== 'ccomp') || uposAt(w, verb) !== 'VERB') return false
  for (const c of w.tree.childrenOf(verb)) if (labelAt(w, c) === 'aux:pass') return false
  return true
}

/** The "to" of an infinitive, past an adverb ("to quickly leave"), or -1. */
function toBefore(w: Words, i: number): number {
  for (const c of w.tree.childrenOf(i))
    if (c < i && keyAt(w, c) === 'to' && labelAt(w, c) === 'mark') return c
  return -1
}

/** True where the word, its clause or a word between the two is put out of the real already. */
function isGoverned(w: Words, token: number, governed: ReadonlySet<number>): boolean {
  for (let node = token, step = 0; node >= 0 && step < climb; node = w.tree.headOf(node), step++) {
    if (governed.has(node)) return true
    if (node !== token && w.clauseAt.has(node)) return false
  }
  return false
}

/** How far up from an infinitive its clause is looked for. */
const climb = 6

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

/** Below this what somebody can do was not done. */
const onlyAble = -0.5

/** CE65: "commas can cost a billion": what the reader takes for not done is possible, no more; with a negation it is not. */
function able(w: Words, found: Found, real: readonly (number | null)[]): Hedge[] {
  const settled = new Set<number>()
  for (const m of found.modalities)
    if (m.sets === 'negated' || m.sets === 'question') settled.add(m.on)
  for (const h of found.hedges) settled.add(h.on)
  const out: Hedge[] = []
  for (let i = 0; i < w.tokens.length; i++) {
    if (keyAt(w, i) !== 'can' || xposAt(w, i) !== 'MD') continue
    const on = w.tree.headOf(i)
    if (on < i || (real[on] ?? 0) >= onlyAble || settled.has(on)) continue
    out.push(hedge(w, i, i + 1, 'possibility', on, 'CE65'))
  }
  return out
}
