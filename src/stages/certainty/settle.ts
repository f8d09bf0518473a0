/** Settles what cues say together (CE18, CE19, CE44, CE49): open questions, times to come, what was not shown. */
import type { Hedge } from '../../layers/hedges.ts'
import type { Modality } from '../../layers/modalities.ts'
import { modality } from './modality.ts'
import { keyAt, labelAt, scopeOf, uposAt, type Words, xposAt } from './words.ts'

/** CE44: "it is unclear who will pay": words of doubt leave a question open, which then foresees nothing. */
export function openQuestions(
  w: Words,
  found: readonly Modality[],
  hedged: readonly Hedge[],
): readonly Modality[] {
  const asked = new Set<number>()
  for (const m of found) if (m.rule === 'CE44') asked.add(m.on)
  const more: Modality[] = []
  for (const h of hedged) {
    if (h.class !== 'doubt' || asked.has(h.on) || !w.clauseAt.has(h.on)) continue
    const at = askingWord(w, h.on)
    if (at < 0) continue
    asked.add(h.on)
    more.push(modality(w, at, at + 1, 'question', h.on, 'CE44'))
  }
  if (asked.size === 0) return found
  return [...found.filter((m) => m.sets !== 'forecast' || !asked.has(m.on)), ...more]
}

/** The word that asks at the head of a clause ("who will pay", "whether it rains"), or -1. */
function askingWord(w: Words, on: number): number {
  const clause = w.clauses[w.clauseAt.get(on) ?? -1]
  if (!clause) return -1
  const first = xposAt(w, clause.first) === 'IN' ? clause.first + 1 : clause.first
  const at = keyAt(w, clause.first) === 'whether' ? clause.first : first
  return keyAt(w, at) === 'whether' || xposAt(w, at).startsWith('W') ? at : -1
}

/** Words that put a clause before or after another in time. */
const temporal = new Set(['until', 'till', 'once', 'before', 'after', 'when', 'as'])

const present = new Set(['VBZ', 'VBP'])

/** CE49: "doctors should wait until more is known": a present tense beside what is to come lies ahead as well. */
export function timesToCome(w: Words, found: readonly Modality[]): Modality[] {
  const open = new Set<number>()
  for (const m of found)
    if (m.sets === 'forecast' || m.sets === 'intention' || isDuty(m)) open.add(m.on)
  if (open.size === 0) return []
  const out: Modality[] = []
  for (const c of w.clauses) {
    if (!c.finite || c.parent === null || c.kind !== 'adverbial') continue
    const at = c.mark ?? c.first
    const opener = keyAt(w, at)
    if (!temporal.has(opener) || open.has(c.token) || !isPresent(w, c.token)) continue
    // "as soon as the road opens"; "as" alone gives a reason
    if (opener === 'as' && keyAt(w, at - 1) !== 'soon') continue
    const parent = w.clauses[c.parent]
    if (parent && holds(w, parent.token, open))
      out.push(modality(w, at, at + 1, 'forecast', c.token, 'CE49'))
  }
  return out
}

function isDuty(m: Modality): boolean {
  return m.sets === 'opinion' && m.rule === 'CE34'
}

/** True where the predicate or an infinitive below it is among `open`. */
function holds(w: Words, token: number, open: ReadonlySet<number>): boolean {
  if (open.has(token)) return true
  for (const c of w.tree.childrenOf(token))
    if (labelAt(w, c) === 'xcomp' && open.has(c)) return true
  return false
}

/** "is ready", "opens", "have left": the tense of now. */
function isPresent(w: Words, token: number): boolean {
  if (present.has(xposAt(w, token))) return true
  for (const c of w.tree.childrenOf(token)) {
    const label = labelAt(w, c)
    if ((label.startsWith('aux') || label === 'cop') && present.has(xposAt(w, c))) return true
  }
  return false
}

/** Verbs of showing: what they take is denied and in doubt where they are negated. */
const showing = new Set(['prove', 'show', 'establish', 'demonstrate', 'substantiate'])

/** Verbs of checking: what they take is in doubt where they are negated. */
const checking = new Set(['confirm', 'verify', 'authenticate', 'corroborate'])

/** What the negated verbs of a text leave in doubt. */
export interface Unshown {
  readonly hedges: readonly Hedge[]
  readonly negations: readonly Modality[]
}

/** CE18, CE19: "failed to prove that he knew", "nobody knows who paid", "neither claim could be verified". */
export function unshown(w: Words, found: readonly Modality[], known: readonly Hedge[]): Unshown {
  const hedges: Hedge[] = []
  const negations: Modality[] = []
  const doubted = new Set<number>()
  for (const h of known) if (h.class === 'doubt') doubted.add(h.on)
  for (const m of found) {
    if (m.sets !== 'negated' || uposAt(w, m.on) !== 'VERB') continue
    const open = leftOpen(w, m.on)
    const verb = w.tokens[m.on]
    if (open < 0 || doubted.has(open) || !verb || m.from > verb.from) continue
    doubted.add(open)
    // "did not show": one phrase; a negation farther off leaves the verb to stand for both
    const from = verb.from - m.to > farthest ? verb.from : m.from
    hedges.push({
      from,
      to: verb.to,
      class: 'doubt',
      low: null,
      high: null,
      scheme: null,
      scope: scopeOf(w, open),
      on: open,
      rule: open === m.on ? 'CE19' : 'CE18',
    })
    if (showing.has(w.lemmas[m.on] ?? '') && open !== m.on)
      negations.push({ ...m, on: open, scope: scopeOf(w, open), rule: 'CE29' })
  }
  return { hedges, negations }
}

/** The clause that a negated verb leaves open, for a passive of checking the verb itself, else -1. */
function leftOpen(w: Words, verb: number): number {
  const lemma = w.lemmas[verb] ?? ''
  const checks = checking.has(lemma)
  if (!checks && !showing.has(lemma) && lemma !== 'know') return -1
  let passive = false
  for (const c of w.tree.childrenOf(verb)) {
    if (labelAt(w, c) === 'aux:pass') passive = true
    if (c < verb || labelAt(w, c) !== 'ccomp') continue
    if (lemma !== 'know' || askingWord(w, c) >= 0) return c
  }
  return checks && passive ? verb : -1
}

/** Characters between a negation and its verb that still make one phrase: "did not immediately". */
const farthest = 20
