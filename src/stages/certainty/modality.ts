/** Finds what sets the mode of a statement (CE30-CE39): forecasts, intentions, estimates, opinions. */
import type { Modality } from '../../layers/modalities.ts'
import type { Mode } from '../../model/claim.ts'
import { attach } from './attach.ts'
import type { ModalityWord, PhraseBook } from './lexicons.ts'
import { keyAt, labelAt, phrases, scopeOf, spanOf, uposAt, type Words, xposAt } from './words.ts'

const ruleOf: Readonly<Record<string, string>> = {
  forecast: 'CE30',
  prospect: 'CE31',
  would: 'CE31',
  intention: 'CE32',
  estimate: 'CE33',
  opinion: 'CE34',
  conditional: 'CE35',
}

/** Verbs of state: "may be", "could know" speak of now, "may attack" of what is to come. */
const stative = new Set([
  'be',
  'have',
  'know',
  'exist',
  'contain',
  'mean',
  'seem',
  'remain',
  'want',
])

/** Mode cues from the word list, in no particular order. */
export function listedModes(w: Words, book: PhraseBook<ModalityWord>): Modality[] {
  const out: Modality[] = []
  for (const match of phrases(w, book)) {
    for (const value of match.values) {
      const governed = attach(w, value.attach, match.from, match.to, false)
      if (governed.length === 0) continue
      for (const on of withJoined(w, governed)) {
        const sets = modeOf(w, value.sets, match.from, on)
        if (sets)
          out.push(modality(w, match.from, match.to, sets, on, ruleOf[value.sets] ?? 'CE30'))
      }
      break
    }
  }
  return out
}

/** "promised to freeze rents and not to sell": the infinitives that the governed one is joined by. */
function withJoined(w: Words, governed: readonly number[]): readonly number[] {
  const out = [...governed]
  for (const on of governed) {
    if (xposAt(w, on) !== 'VB' || keyAt(w, on - 1) !== 'to') continue
    for (const c of w.tree.childrenOf(on))
      if (c > on && labelAt(w, c) === 'conj' && keyAt(w, c - 1) === 'to') out.push(c)
  }
  return out
}

function modeOf(w: Words, sets: ModalityWord['sets'], cue: number, on: number): Mode | null {
  // "had to leave", "would not comment": listed because a shorter phrase would mislead
  if (sets === 'none') return null
  if (sets === 'prospect') return prospect(w, cue, on)
  // "It is believed that X": nobody's opinion; the hedge says how sure it is.
  if (sets === 'opinion' && isPassive(w, cue)) return null
  if (sets === 'would') return wouldOf(w, cue, on)
  return sets
}

/** CE31, CE37: "would go" foresees, "would have gone" supposes, "I would call it" is how somebody puts a view. */
function wouldOf(w: Words, cue: number, on: number): Mode | null {
  if (xposAt(w, cue) !== 'MD') return null
  if (isPerfect(w, cue, on) || isElliptic(w, cue, on)) return 'conditional'
  if (!putting.has(w.lemmas[on] ?? '')) return 'forecast'
  for (const c of w.tree.childrenOf(on)) {
    const key = keyAt(w, c)
    if (labelAt(w, c).startsWith('nsubj') && (key === 'i' || key === 'we')) return 'opinion'
  }
  return 'forecast'
}

/** Verbs by which a speaker puts a view: "I would say". */
const putting = new Set(['say', 'call', 'describe', 'argue', 'suggest', 'think', 'consider'])

function isPassive(w: Words, cue: number): boolean {
  for (const c of w.tree.childrenOf(cue)) if (labelAt(w, c) === 'aux:pass') return true
  return false
}

/** "it almost certainly would have": the verb is left out. */
function isElliptic(w: Words, cue: number, on: number): boolean {
  return w.tags[on]?.lemma === 'have' && on > cue && w.tree.lastOf(on) <= on + 1
}

/** CE31: "may attack": a forecast of something done; with "have" or a state it is none. */
function prospect(w: Words, cue: number, on: number): Mode | null {
  const obliged = isObliged(w, on)
  if ((uposAt(w, on) !== 'VERB' && !obliged) || xposAt(w, cue) !== 'MD') return null
  const state = stative.has(w.tags[on]?.lemma ?? '') && !obliged
  if (state || isPerfect(w, cue, on)) return null
  return keyAt(w, cue) === 'could' && isNegated(w, on) ? null : 'forecast'
}

/** "may have to close". */
function isObliged(w: Words, on: number): boolean {
  return w.lemmas[on] === 'have' && keyAt(w, on + 1) === 'to'
}

/** Words between "put" and its number: "put it at 60", "put it nearer to 60". */
const measuring = new Set(['at', 'near', 'nearer', 'close', 'closer', 'above', 'below', 'between'])

/** How many words may stand between "put" and its number. */
const putReach = 12

/** CE38: "put the cost of the work at 85 million": the verb with its measure gives an estimate, wherever the tree hangs it. */
export function putAt(w: Words): Modality[] {
  const out: Modality[] = []
  for (let i = 0; i < w.tokens.length; i++) {
    if (w.lemmas[i] !== 'put' || uposAt(w, i) !== 'VERB') continue
    const sentence = w.tokens[i]?.sentence
    for (let k = i + 1; k < i + putReach && w.tokens[k]?.sentence === sentence; k++) {
      if (uposAt(w, k) === 'VERB' || uposAt(w, k) === 'PUNCT') break
      if (!measuring.has(keyAt(w, k)) || !countsBehind(w, k)) continue
      out.push(modality(w, i, i + 1, 'estimate', i, 'CE38'))
      break
    }
  }
  return out
}

/** True for a number behind a measuring word that is no time of day or date. */
function countsBehind(w: Words, at: number): boolean {
  for (let i = at + 1; i < at + 4; i++) {
    if (w.tokens[i]?.sentence !== w.tokens[at]?.sentence) return false
    if (uposAt(w, i) === 'NUM' || w.tokens[i]?.kind === 'number') return w.timed[i] !== 1
  }
  return false
}

/** "could not verify", "neither figure could be checked": ability that was not there, nothing to come. */
export function isNegated(w: Words, on: number): boolean {
  for (const c of w.tree.childrenOf(on)) {
    if (denying.has(keyAt(w, c))) return true
    if (labelAt(w, c).startsWith('nsubj') && denying.has(keyAt(w, w.tree.firstOf(c)))) return true
  }
  return false
}

const denying = new Set([
  'not',
  "n't",
  'never',
  'neither',
  'no',
  'nobody',
  'none',
  'nothing',
  'longer',
])

/** True for "may have sent", "would have won". */
function isPerfect(w: Words, cue: number, on: number): boolean {
  for (const c of w.tree.childrenOf(on)) {
    const key = keyAt(w, c)
    if (c <= cue || c >= on || keyAt(w, c + 1) === 'to') continue
    if (key === 'have' || key === "'ve" || key === 'of') return true
  }
  return false
}

/** Verbs that put an evaluation as the point of the sentence: "marks a significant shift". */
const presenting = new Set([
  'mark',
  'represent',
  'signify',
  'constitute',
  'pose',
  'make',
  'have',
  'be',
])

/** CE36: an evaluation that is the predicate, or that qualifies what the sentence presents. */
export function evaluativeModes(w: Words, evaluations: ReadonlyMap<string, string>): Modality[] {
  const out: Modality[] = []
  for (let i = 0; i < w.tokens.length; i++) {
    const upos = uposAt(w, i)
    if (upos !== 'ADJ' && upos !== 'NOUN') continue
    // a noun counts in the plural, too; a superlative does not: "the poorest" is measured
    const plural = upos === 'NOUN' ? (w.tags[i]?.lemma ?? '') : ''
    const strength = evaluations.get(keyAt(w, i)) ?? evaluations.get(plural)
    if (!strength) continue
    const on = evaluated(w, i, strength)
    if (on >= 0) out.push(modality(w, i, i + 1, 'opinion', on, 'CE36'))
  }
  return out
}

/** CE36: "it would be a mistake to wait": "would be" with a judgement judges and foresees nothing. */
export function judged(
  w: Words,
  listed: readonly Modality[],
  evaluative: readonly Modality[],
): Modality[] {
  const on = new Set(evaluative.map((m) => m.on))
  const supposes = (m: Modality): boolean =>
    m.rule === 'CE31' && on.has(m.on) && uposAt(w, m.on) !== 'VERB' && holdsWould(w, m.on)
  return [...listed.filter((m) => !supposes(m)), ...evaluative]
}

function holdsWould(w: Words, on: number): boolean {
  for (const c of w.tree.childrenOf(on)) if (keyAt(w, c) === 'would') return true
  return false
}

/** Verbs that put an adjective as the predicate of their subject or object. */
const copular = new Set([
  'be',
  'seem',
  'appear',
  'remain',
  'look',
  'become',
  'find',
  'consider',
  'call',
  'prove',
])

function evaluated(w: Words, i: number, strength: string): number {
  if (w.clauseAt.has(i)) return i
  // "unpopular and irresponsible": what is joined to the predicate judges with it
  if (labelAt(w, i) === 'conj' && w.clauseAt.has(w.tree.headOf(i))) {
    const first = w.tree.headOf(i)
    return uposAt(w, first) === uposAt(w, i) && w.owner[i] === first ? first : -1
  }
  const owner = w.owner[i] ?? -1
  if (owner < 0) return -1
  const label = labelAt(w, i)
  if (label === 'xcomp') return copular.has(w.tags[w.tree.headOf(i)]?.lemma ?? '') ? owner : -1
  if (label !== 'amod') return -1
  const noun = w.tree.headOf(i)
  if (w.clauseAt.has(noun) && noun === owner && uposAt(w, noun) !== 'VERB') {
    // a fragment is a headline or a caption, not a judgement
    return w.clauses[w.clauseAt.get(noun) ?? 0]?.kind === 'fragment' ? -1 : owner
  }
  if (strength !== 'strong') return -1
  const role = labelAt(w, noun)
  return role === 'obj' &&
    w.tree.headOf(noun) === owner &&
    presenting.has(w.tags[owner]?.lemma ?? '')
    ? owner
    : -1
}

/** Makes a modality at tokens `from`..`to` that governs `on`. */
export function modality(
  w: Words,
  from: number,
  to: number,
  sets: Mode,
  on: number,
  rule: string,
  condition: Modality['condition'] = null,
): Modality {
  return { ...spanOf(w, from, to), sets, scope: scopeOf(w, on), condition, on, rule }
}
