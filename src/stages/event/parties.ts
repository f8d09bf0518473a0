/** Finds whom a noun phrase stands for (EV16, EV17): its entity, those joined to it, or the state that modifies it. */
import { caseOf, labelAt, lemmaAt, uposAt, type Words } from './words.ts'

/** Who takes part: the noun that tells who, and the entity that it stands for, -1 where it has none. */
export interface Party {
  readonly head: number
  readonly entity: number
}

/** True where somebody is known by name or by reference. */
export function hasEntity(parties: readonly Party[]): boolean {
  return parties.some((p) => p.entity >= 0)
}

/** EV16: the entity of a noun phrase, its coordinated ones, or for a common noun the entity that modifies it. */
export function collect(w: Words, node: number, into: Party[]): void {
  const before = into.length
  gather(w, node, into, 0)
  if (into.length === before && uposAt(w, node) === 'NOUN') into.push({ head: node, entity: -1 })
}

function gather(w: Words, node: number, into: Party[], depth: number): void {
  const own = ownEntity(w, node)
  if (own >= 0) into.push({ head: node, entity: own })
  const stateless = own >= 0 && isStateless(w, own)
  const before = into.length
  for (const c of w.tree.childrenOf(node)) {
    const label = labelAt(w, c)
    if (label === 'conj') gather(w, c, into, depth)
    else if (own < 0 && modifies(w, c, label)) modifier(w, c, node, into)
    // "Leaders of Poland and Latvia": a group that has no state of its own acts for those that it is of.
    else if (stateless && label === 'nmod' && caseOf(w, c) === 'of') states(w, c, node, into)
  }
  if (own >= 0 || into.length > before || depth >= deepest) return
  // "hundreds of Syrian soldiers", "the Ukrainian parliament's decision", "a power station in the Ukrainian city of Odesa".
  for (const c of w.tree.childrenOf(node)) {
    const label = labelAt(w, c)
    if (label !== 'nmod:poss' && (label !== 'nmod' || !homes.has(caseOf(w, c)))) continue
    gather(w, c, into, depth + 1)
    if (into.length > before) return
  }
}

/** How far a noun is followed down for somebody. */
const deepest = 3

/** The entity at a noun; where an adjective of another state stands before a common noun, reference has erred: that state. */
function ownEntity(w: Words, node: number): number {
  const own = w.entity[node] ?? -1
  const country = w.entities[own]?.country
  if (own < 0 || country == null || uposAt(w, node) !== 'NOUN') return own
  for (const c of w.tree.childrenOf(node)) {
    if (labelAt(w, c) !== 'amod') continue
    const beside = w.entity[c] ?? -1
    const state = w.entities[beside]?.country
    if (state != null && state !== country) return beside
  }
  return own
}

function isStateless(w: Words, entity: number): boolean {
  const e = w.entities[entity]
  return e?.nameless === true && e.country === null
}

/** The entity of a modifier and of those joined to it: "British and Irish ministers". */
function modifier(w: Words, node: number, head: number, into: Party[]): void {
  const own = w.entity[node] ?? -1
  if (own >= 0) into.push({ head, entity: own })
  for (const c of w.tree.childrenOf(node)) {
    const entity = w.entity[c] ?? -1
    if (labelAt(w, c) === 'conj' && entity >= 0) into.push({ head, entity })
  }
}

function states(w: Words, node: number, head: number, into: Party[]): void {
  for (const i of [node, ...w.tree.childrenOf(node)]) {
    if (i !== node && labelAt(w, i) !== 'conj') continue
    const entity = w.entity[i] ?? -1
    if (entity >= 0 && w.entities[entity]?.country != null) into.push({ head, entity })
  }
}

/** EV16: an adjective, a name before the noun, an owner, or what "of", "from" or "in" leads to. */
function modifies(w: Words, node: number, label: string): boolean {
  if (label === 'nmod') return homes.has(caseOf(w, node)) && lemmaAt(w, node) !== ''
  return label === 'amod' || label === 'compound' || label === 'nmod:poss' || label === 'nmod:desc'
}

const homes = new Set(['of', 'from', 'in', 'inside', 'within', 'across'])

/** The state that a noun names, as a name or as a place. */
export function stateAt(w: Words, token: number): string | null {
  const country = w.entities[w.entity[token] ?? -1]?.country ?? null
  return country ?? w.places[w.place[token] ?? -1]?.country ?? null
}
