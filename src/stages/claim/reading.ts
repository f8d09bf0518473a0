/** Reads mode, polarity and certainty of a claim from the cues that govern its predicate (CA20-CA29). */
import type { Hedge } from '../../layers/hedges.ts'
import type { Modality } from '../../layers/modalities.ts'
import { type Certainty, type CertaintyClass, plain } from '../../model/certainty.ts'
import type { Mode, Polarity } from '../../model/claim.ts'
import type { Span } from '../../text/span.ts'
import { labelAt, type Voices, type Words } from './words.ts'

/** Cues by the token that they govern. */
export interface Cues {
  readonly hedges: ReadonlyMap<number, readonly Hedge[]>
  readonly modalities: ReadonlyMap<number, readonly Modality[]>
}

export interface Reading {
  readonly mode: Mode
  readonly polarity: Polarity
  readonly certainty: Certainty
  readonly why: Readonly<Record<Field, string>>
  /** The words behind mode, polarity and certainty. */
  readonly rests: Readonly<Record<Field, readonly Span[]>>
}

/** What a reading settles. */
export type Field = 'mode' | 'polarity' | 'certainty'

/** Of several modes the one that says most about how the statement is meant stands first. */
const modeRank: Readonly<Record<Mode, number>> = {
  conditional: 7,
  forecast: 6,
  question: 5,
  intention: 4,
  estimate: 3,
  opinion: 2,
  fact: 0,
}

const classRank: Readonly<Record<CertaintyClass, number>> = {
  doubt: 6,
  probability: 5,
  possibility: 4,
  inference: 3,
  hearsay: 2,
  precision: 1,
}

export function cuesOf(hedges: readonly Hedge[], modalities: readonly Modality[]): Cues {
  return { hedges: byOn(hedges), modalities: byOn(modalities) }
}

function byOn<T extends { readonly on: number }>(items: readonly T[]): Map<number, T[]> {
  const out = new Map<number, T[]>()
  for (const item of items) {
    const list = out.get(item.on)
    if (list) list.push(item)
    else out.set(item.on, [item])
  }
  return out
}

/** CA20: the predicate with the open complements that it governs: "plans to send" is one statement. */
export function coreOf(w: Words, owner: Int32Array, head: number): number[] {
  const out = [head]
  for (let k = 0; k < out.length && k < 8; k++) {
    const node = out[k] ?? -1
    for (const c of w.tree.childrenOf(node)) {
      const label = labelAt(w, c)
      if (owner[c] !== head) continue
      // CL23: an infinitive that completes its word, under another label
      if ((label === 'advcl' || label === 'acl') && w.tags[c]?.xpos === 'VB' && !w.clauseAt.has(c))
        out.push(c)
      else if (label === 'xcomp' || label === 'ccomp' || label === 'aux' || label === 'cop')
        out.push(c)
      else if (label === 'obj' && light.has(w.tags[node]?.lemma ?? '')) pushInfinitive(w, c, out)
    }
  }
  return out
}

/** Verbs whose object says what is done: "has plans to", "made a decision to". */
const light = new Set(['have', 'make', 'take'])

function pushInfinitive(w: Words, noun: number, out: number[]): void {
  for (const c of w.tree.childrenOf(noun))
    if (labelAt(w, c) === 'acl' && w.tags[c]?.xpos === 'VB') out.push(c)
}

/** Reads the cues of a core; `lead` is the reading of the clause that this one joins or depends on. */
export function readingOf(
  w: Words,
  voices: Voices,
  cues: Cues,
  core: readonly number[],
  numbers: readonly Hedge[],
): Reading {
  let mode: Mode = 'fact'
  let modeRule = 'claim/CA21'
  let rank = modeRank.fact
  let negations = 0
  let negationRule = 'claim/CA22'
  const hedges: Hedge[] = []
  let moded: readonly Span[] = []
  const negated: Span[] = []
  for (const token of core) {
    for (const m of cues.modalities.get(token) ?? []) {
      if (isHop(w, voices, m, core[0] ?? -1)) continue
      if (m.sets === 'negated') {
        negations++
        negated.push(at(m))
        negationRule = `certainty/${m.rule}`
      } else if (rankOf(m) > rank) {
        mode = m.sets
        moded = [at(m)]
        rank = rankOf(m)
        modeRule = `certainty/${m.rule}`
      }
    }
    hedges.push(...(cues.hedges.get(token) ?? []))
  }
  const certainty = certaintyOf(w, hedges, numbers)
  return {
    mode,
    polarity: negations > 0 ? 'negated' : 'affirmed',
    certainty: certainty.value,
    why: { mode: modeRule, polarity: negationRule, certainty: certainty.rule },
    rests: { mode: moded, polarity: negated, certainty: [...hedges, ...numbers].map(at) },
  }
}

function at(s: Span): Span {
  return { from: s.from, to: s.to }
}

/** A sentence that ends with a question mark asks, whatever else it says; "whether X will" foresees first. */
function rankOf(m: Modality): number {
  if (m.sets === 'negated') return 0
  return m.rule === 'CE43' ? 8 : modeRank[m.sets]
}

/** True for a negation that a hop of denial carries already: "denied" in the cue. */
function isHop(w: Words, voices: Voices, m: Modality, head: number): boolean {
  if (m.sets !== 'negated') return false
  const a = w.attributions[voices.inner[head] ?? -1]
  return a?.cue.some((c) => c.from < m.to && m.from < c.to) ?? false
}

function certaintyOf(
  w: Words,
  governing: readonly Hedge[],
  numbers: readonly Hedge[],
): { value: Certainty; rule: string } {
  const all = [...governing, ...numbers]
  let best: Hedge | undefined
  for (const h of all) if (!best || classRank[h.class] > classRank[best.class]) best = h
  if (!best) return { value: plain, rule: 'claim/CA23' }
  const ordered = [...all].sort((a, b) => a.from - b.from)
  const words = [...new Set(ordered.map((h) => w.text.slice(h.from, h.to)))]
  return {
    value: { words, class: best.class, low: best.low, high: best.high, scheme: best.scheme },
    rule: `certainty/${best.rule}`,
  }
}

/** Forms that share an auxiliary with the verb they join: "could reorganise X and enhance Y". */
const sharing = new Set(['VB', 'VBN', 'VBG'])

/** CA24: a coordinated verb without its own auxiliary, subject or mark is meant as the one before it. */
export function sharesReading(w: Words, joined: number, lead: number): boolean {
  const form = w.tags[joined]?.xpos ?? ''
  if (!sharing.has(form) || form !== (w.tags[lead]?.xpos ?? '')) return false
  for (const c of w.tree.childrenOf(joined)) {
    const label = labelAt(w, c)
    if (label.startsWith('aux') || label.startsWith('nsubj') || label === 'cop') return false
  }
  return true
}

/** Adds what is inherited to an own reading: the stronger mode wins, hedges add up. */
export function inherit(own: Reading, lead: Reading, withPolarity: boolean, rule: string): Reading {
  const modeTaken = modeRank[lead.mode] > modeRank[own.mode]
  const classOf = (c: Certainty): number => (c.class ? classRank[c.class] : 0)
  const certaintyTaken =
    classOf(lead.certainty) > classOf(own.certainty) && classOf(lead.certainty) > 1
  const negatedTaken = withPolarity && lead.polarity === 'negated' && own.polarity === 'affirmed'
  return {
    mode: modeTaken ? lead.mode : own.mode,
    polarity: negatedTaken ? 'negated' : own.polarity,
    certainty: certaintyTaken ? lead.certainty : own.certainty,
    why: {
      mode: modeTaken ? rule : own.why.mode,
      polarity: negatedTaken ? rule : own.why.polarity,
      certainty: certaintyTaken ? rule : own.why.certainty,
    },
    rests: {
      mode: (modeTaken ? lead : own).rests.mode,
      polarity: (negatedTaken ? lead : own).rests.polarity,
      certainty: (certaintyTaken ? lead : own).rests.certainty,
    },
  }
}

/** True for a past form, or a perfect: "which has evolved". */
export function isPast(w: Words, head: number): boolean {
  const form = w.tags[head]?.xpos
  if (form === 'VBD') return true
  if (form !== 'VBN') return false
  for (const c of w.tree.childrenOf(head)) {
    const key = w.tokens[c]?.key
    if (key === 'has' || key === 'had' || key === 'have' || key === 'was' || key === 'were')
      return true
  }
  return false
}
