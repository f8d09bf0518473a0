/** Finds who acts and who is acted upon (EV10-EV19), along the tree, as entity indices. */
import type { EventType } from '../../model/event.ts'
import { caseOf, labelAt, lemmaAt, markOf, uposAt, type Words } from './words.ts'

export interface Participants {
  readonly actors: readonly number[]
  readonly recipients: readonly number[]
}

/** What participants need of an event. */
export interface Acting {
  readonly token: number
  readonly type: EventType
  readonly mode: string | null
  readonly standing: { readonly carrier: number; readonly suffered: boolean }
  /** What it promises, asks, refuses or threatens. */
  readonly content?: Acting
}

interface Sides {
  readonly actors: number[]
  readonly recipients: number[]
}

/** EV14: types whose two sides act together: whoever is "with" is an actor too. */
const mutual: ReadonlySet<EventType> = new Set(['AGREE', 'CONSULT', 'COOPERATE'])

/** Types where "with" and "between" name those who act: two sides sign a treaty, too. */
const together: ReadonlySet<EventType> = new Set([...mutual, 'SUPPORT'])

/** Prepositions that lead to whom the act concerns. */
const recipientCases = new Set([
  'to',
  'against',
  'for',
  'on',
  'at',
  'toward',
  'towards',
  'of',
  'over',
  'upon',
  'into',
  'from',
])

export function participantsOf(w: Words, event: Acting): Participants {
  const { token, standing } = event
  const sides: Sides = { actors: [], recipients: [] }
  if (uposAt(w, token) === 'NOUN') ofNoun(w, event, sides)
  else ofVerb(w, event, token, sides)
  // EV19: "held talks": the verb's subject acts, and its phrases name whom.
  if (standing.carrier >= 0) ofCarrier(w, event, sides)
  if (event.content && sides.recipients.length === 0) fromContent(w, event.content, sides)
  return settled(w, sides, event.type)
}

/** EV31: "threatened to impose sanctions on Turkey": whom the content concerns. */
function fromContent(w: Words, content: Acting, sides: Sides): void {
  const { actors, recipients } = participantsOf(w, content)
  for (const r of recipients) sides.recipients.push(r)
  if (mutual.has(content.type)) for (const a of actors) sides.recipients.push(a)
}

function ofVerb(w: Words, event: Acting, token: number, sides: Sides): void {
  let passive = false
  for (const c of w.tree.childrenOf(token)) {
    const label = labelAt(w, c)
    if (label === 'nsubj:pass' || label === 'aux:pass') passive = true
    if (label === 'nsubj') collect(w, c, sides.actors)
    else if (label === 'iobj') collect(w, c, sides.recipients)
    else if (label === 'obj' || label === 'nsubj:pass') ofObject(w, c, event, sides)
    else if (label.startsWith('obl')) oblique(w, c, event, sides)
  }
  if (passive && sides.actors.length === 0) agentBelow(w, token, sides.actors)
  // A participle after its noun is of that noun: "the dissidents jailed in May".
  if (isReduced(w, token)) {
    collect(w, w.tree.headOf(token), sides.recipients)
    return
  }
  if (sides.actors.length > 0) return
  const subject = sharedSubject(w, token)
  if (subject >= 0)
    collect(w, subject, isPassive(w, token, passive) ? sides.recipients : sides.actors)
}

/** EV12: "withdrawn from Niger by France": the tree may hang the agent below another phrase. */
function agentBelow(w: Words, token: number, into: number[]): void {
  for (const c of w.tree.childrenOf(token)) {
    if (c < token || !labelAt(w, c).startsWith('obl')) continue
    for (const g of w.tree.childrenOf(c))
      if (labelAt(w, g) === 'nmod' && caseOf(w, g) === 'by') collect(w, g, into)
  }
}

/** EV11: the object; of an act that is an object itself, who did it: "condemned an attack by rebels". */
function ofObject(w: Words, c: number, event: Acting, sides: Sides): void {
  const before = sides.recipients.length
  collect(w, c, sides.recipients)
  if (sides.recipients.length > before && !together.has(event.type)) return
  for (const g of w.tree.childrenOf(c)) {
    const label = labelAt(w, g)
    if (label !== 'nmod') continue
    const key = caseOf(w, g)
    if (key === 'with' && together.has(event.type)) collect(w, g, sides.actors)
    else if (key === 'between')
      collect(w, g, together.has(event.type) ? sides.actors : sides.recipients)
    else if (recipientCases.has(key) || key === 'by' || key === 'with')
      collect(w, g, sides.recipients)
  }
}

function ofCarrier(w: Words, event: Acting, sides: Sides): void {
  const { carrier, suffered } = event.standing
  const acts = suffered ? sides.recipients : sides.actors
  const concerned = suffered ? sides.actors : sides.recipients
  let passive = false
  let own = false
  for (const c of w.tree.childrenOf(carrier)) {
    const label = labelAt(w, c)
    if (label === 'nsubj:pass' || label === 'aux:pass') passive = true
    if (label === 'nsubj') {
      own = true
      collect(w, c, acts)
    } else if (label === 'iobj') collect(w, c, concerned)
    else if (label.startsWith('obl')) {
      const key = caseOf(w, c)
      if (suffered && (key === 'from' || key === 'by')) collect(w, c, sides.actors)
      else oblique(w, c, event, sides)
    }
  }
  if (own || passive || isReduced(w, carrier)) return
  const subject = sharedSubject(w, carrier)
  if (subject >= 0 && subject !== event.token) collect(w, subject, acts)
}

/** EV12: "by" names the actor, "with" a second actor of what two sides do, "to" and "against" the recipient. */
function oblique(w: Words, c: number, event: Acting, sides: Sides): void {
  if ((w.time[c] ?? -1) >= 0) return
  const key = caseOf(w, c)
  if (key === 'by') collect(w, c, sides.actors)
  else if (key === 'with') collect(w, c, together.has(event.type) ? sides.actors : sides.recipients)
  else if (key === 'between')
    collect(w, c, event.mode === 'third-party' ? sides.recipients : sides.actors)
  else if (recipientCases.has(key)) collect(w, c, sides.recipients)
  else if (event.mode === 'visit' && key === 'in') collect(w, c, sides.recipients)
}

function isPassive(w: Words, token: number, seen: boolean): boolean {
  return seen || isReduced(w, token)
}

function isReduced(w: Words, token: number): boolean {
  return w.tags[token]?.xpos === 'VBN' && labelAt(w, token) === 'acl'
}

/** EV13: the subject that the clause shares with the one it joins, or that an open complement takes from its verb. */
function sharedSubject(w: Words, token: number): number {
  const object = controllingObject(w, token)
  if (object >= 0) return object
  const own = w.clauseAt.get(token) ?? w.clauseAt.get(w.owner[token] ?? -1)
  const subject = own === undefined ? null : (w.clauses[own]?.subject ?? null)
  return subject ?? controller(w, token)
}

/** "Urged Athens to hold talks", "accused Pakistan of sheltering": whoever the verb above acts upon is meant to act. */
function controllingObject(w: Words, token: number): number {
  const label = labelAt(w, token)
  if (label !== 'xcomp' && label !== 'advcl' && label !== 'acl') return -1
  const mark = markOf(w, token)
  if (label !== 'xcomp' && mark !== 'of' && mark !== 'from' && mark !== 'into') return -1
  const head = w.tree.headOf(token)
  if (label === 'xcomp' && subjectControlled.has(lemmaAt(w, head))) return -1
  for (const c of w.tree.childrenOf(head)) {
    const below = labelAt(w, c)
    if (c < token && (below === 'obj' || below === 'iobj' || below === 'nsubj:pass')) return c
  }
  return -1
}

const subjectControlled = new Set(['promise', 'threaten', 'vow', 'pledge', 'use', 'take'])

/** Complements whose subject is that of the word above: "ready to cooperate", "its willingness to meet". */
const open = new Set(['xcomp', 'acl', 'obj', 'advcl'])

function controller(w: Words, token: number): number {
  let node = token
  for (let step = 0; step < 4; step++) {
    const label = labelAt(w, node)
    if (!open.has(label)) return -1
    node = w.tree.headOf(node)
    let owner = -1
    for (const c of w.tree.childrenOf(node)) {
      const below = labelAt(w, c)
      if (below === 'nsubj' || below === 'nmod:poss') return c
      if (below === 'nsubj:pass') owner = c
    }
    if (owner >= 0) return owner
  }
  return -1
}

/** EV15: "Russia's invasion of Ukraine": before the noun the actor, after "of" the recipient, or the actor of what has none. */
function ofNoun(w: Words, event: Acting, sides: Sides): void {
  const { token, type } = event
  const { actors, recipients } = sides
  const ofs: number[] = []
  for (const c of w.tree.childrenOf(token)) {
    const label = labelAt(w, c)
    if (label === 'nmod:poss' || ((label === 'amod' || label === 'compound') && c < token))
      collect(w, c, actors)
    else if (label === 'nmod') {
      const key = caseOf(w, c)
      if (key === 'by' || (key === 'from' && type !== 'RETREAT')) collect(w, c, actors)
      else if (key === 'of') collect(w, c, ofs)
      else if (key === 'between') collect(w, c, actors)
      else if (key === 'with') collect(w, c, mutual.has(type) ? actors : recipients)
      else if (recipientCases.has(key)) collect(w, c, recipients)
      else if (event.mode === 'visit' && key === 'in') collect(w, c, recipients)
    }
  }
  const acted =
    actors.length > 0 ||
    event.standing.carrier >= 0 ||
    passive.has(type) ||
    event.mode === 'release'
  for (const e of ofs) (acted ? recipients : actors).push(e)
}

/** Types where "of" names whom it is done to, whoever does it: "the arrest of", "the killing of". */
const passive: ReadonlySet<EventType> = new Set(['COERCE', 'ASSAULT', 'SANCTION', 'AID'])

/** EV16: the entity of a noun phrase, its coordinated ones, or for a common noun the entity that modifies it. */
function collect(w: Words, node: number, into: number[], depth = 0): void {
  const own = ownEntity(w, node)
  if (own >= 0) into.push(own)
  const stateless = own >= 0 && isStateless(w, own)
  const before = into.length
  for (const c of w.tree.childrenOf(node)) {
    const label = labelAt(w, c)
    if (label === 'conj') collect(w, c, into, depth)
    else if (own < 0 && modifies(w, c, label)) modifier(w, c, into)
    // "Leaders of Poland and Latvia": a group that has no state of its own acts for those that it is of.
    else if (stateless && label === 'nmod' && caseOf(w, c) === 'of') states(w, c, into)
  }
  if (own >= 0 || into.length > before || depth >= deepest) return
  // "hundreds of Syrian soldiers", "the Ukrainian parliament's decision", "a power station in the Ukrainian city of Odesa".
  for (const c of w.tree.childrenOf(node)) {
    const label = labelAt(w, c)
    if (label !== 'nmod:poss' && (label !== 'nmod' || !homes.has(caseOf(w, c)))) continue
    collect(w, c, into, depth + 1)
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
  return e !== undefined && e.nameless && e.country === null
}

/** The entity of a modifier and of those joined to it: "British and Irish ministers". */
function modifier(w: Words, node: number, into: number[]): void {
  const own = w.entity[node] ?? -1
  if (own >= 0) into.push(own)
  for (const c of w.tree.childrenOf(node))
    if (labelAt(w, c) === 'conj' && (w.entity[c] ?? -1) >= 0) into.push(w.entity[c] ?? -1)
}

function states(w: Words, node: number, into: number[]): void {
  for (const i of [node, ...w.tree.childrenOf(node)]) {
    if (i !== node && labelAt(w, i) !== 'conj') continue
    const entity = w.entity[i] ?? -1
    if (entity >= 0 && w.entities[entity]?.country != null) into.push(entity)
  }
}

/** EV16: an adjective, a name before the noun, an owner, or what "of", "from" or "in" leads to. */
function modifies(w: Words, node: number, label: string): boolean {
  if (label === 'nmod') return homes.has(caseOf(w, node))
  return label === 'amod' || label === 'compound' || label === 'nmod:poss' || label === 'nmod:desc'
}

const homes = new Set(['of', 'from', 'in', 'inside', 'within', 'across'])

/** EV18: nobody is actor and recipient at once. */
function settled(w: Words, sides: Sides, type: EventType): Participants {
  const acting = [...new Set(sides.actors)]
  const others = [...new Set(sides.recipients)].filter((r) => !acting.includes(r))
  const named = others.filter((r) => w.entities[r]?.nameless !== true)
  const some = type === 'MOBILIZE' || (moving.has(type) && named.length > 0) ? named : others
  return { actors: acting, recipients: some.filter((r) => isSomebody(w, r)) }
}

/** Acts with what is sent or taken away: a group without a name is that, beside a state that is named. */
const moving: ReadonlySet<EventType> = new Set(['AID', 'RETREAT', 'SANCTION'])

const somebody = new Set(['PERSON', 'ORG', 'NORP', 'LOC'])

/** Things that a report only speaks of again ("the sanctions") act on nobody and nobody acts on them. */
function isSomebody(w: Words, entity: number): boolean {
  const e = w.entities[entity]
  return e !== undefined && (!e.nameless || e.country !== null || somebody.has(e.type))
}
