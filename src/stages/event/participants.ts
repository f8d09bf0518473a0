/** Finds who acts and who is acted upon (EV10-EV19), along the tree. */
import type { EventType } from '../../model/event.ts'
import { collect, hasEntity, type Party, stateAt } from './parties.ts'
import { caseOf, keyAt, labelAt, lemmaAt, markOf, uposAt, type Words } from './words.ts'

export interface Participants {
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
}

/** The type that a word has by itself, by token; null for what is no event. */
export type TypeAt = (token: number) => EventType | null

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
  readonly actors: Party[]
  readonly recipients: Party[]
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

export function participantsOf(w: Words, event: Acting, typeAt: TypeAt): Participants {
  const { token, standing } = event
  const sides: Sides = { actors: [], recipients: [] }
  if (uposAt(w, token) === 'NOUN') ofNoun(w, event, sides)
  else ofVerb(w, event, token, sides)
  // EV19: "held talks": the verb's subject acts, and its phrases name whom.
  if (standing.carrier >= 0) ofCarrier(w, event, sides)
  if (event.type === 'ASSAULT' && !hasEntity(sides.actors)) fromDeed(w, token, typeAt, sides.actors)
  if (!hasEntity(sides.recipients)) {
    if (event.content) fromContent(w, event.content, typeAt, sides)
    else if (governing.has(event.type)) fromComplement(w, event, sides)
    if (struck.has(event.type)) fromPlace(w, event, sides)
  }
  // "Received weapons from Iran": whoever receives is aided.
  if (event.type === 'AID' && standing.suffered && standing.carrier < 0)
    return settled(w, { actors: sides.recipients, recipients: sides.actors }, event)
  return settled(w, sides, event)
}

/** Types whose content tells whom they concern. */
const governing: ReadonlySet<EventType> = new Set(['REQUEST', 'THREATEN', 'REJECT', 'AGREE'])

/** Types that a state suffers or gains by through what lies in it. */
const struck: ReadonlySet<EventType> = new Set(['ASSAULT', 'AID'])

/** EV31: "threatened to impose sanctions on Turkey": whom the content concerns. */
function fromContent(w: Words, content: Acting, typeAt: TypeAt, sides: Sides): void {
  const { actors, recipients } = participantsOf(w, content, typeAt)
  for (const r of recipients) sides.recipients.push(r)
  if (mutual.has(content.type)) for (const a of actors) sides.recipients.push(a)
}

/** EV31: "demanded that Beijing remove its ships" concerns who is to act, "refused to lend Ghana money" who is acted upon. */
function fromComplement(w: Words, event: Acting, sides: Sides): void {
  for (const c of w.tree.childrenOf(event.token)) {
    const label = labelAt(w, c)
    const below =
      label === 'xcomp' || label === 'ccomp' || (label === 'advcl' && markOf(w, c) === 'to')
    if (!below || uposAt(w, c) !== 'VERB') continue
    const found: Sides = { actors: [], recipients: [] }
    ofVerb(w, { token: c, type: 'OTHER', mode: null, standing: event.standing }, c, found)
    const concerned =
      event.type === 'REQUEST' && label === 'ccomp' ? found.actors : found.recipients
    for (const p of concerned) if (w.entities[p.entity]?.country != null) sides.recipients.push(p)
    return
  }
}

/** EV12: "killed in Israeli shelling": whoever does what kills. */
function fromDeed(w: Words, token: number, typeAt: TypeAt, into: Party[]): void {
  for (const c of w.tree.childrenOf(token)) {
    if (!labelAt(w, c).startsWith('obl') || !deeds.has(caseOf(w, c))) continue
    if (typeAt(c) !== 'ASSAULT' || uposAt(w, c) !== 'NOUN') continue
    for (const g of w.tree.childrenOf(c)) {
      const label = labelAt(w, g)
      const before = label === 'amod' || label === 'compound' || label === 'nmod:poss'
      if (before ? stateAt(w, g) !== null : label === 'nmod' && caseOf(w, g) === 'by')
        collect(w, g, into)
    }
  }
}

const deeds = new Set(['in', 'by', 'during', 'from', 'after'])

/** EV11: "hit a power station in Kharkiv": the state in which somebody else's act strikes or helps. */
function fromPlace(w: Words, event: Acting, sides: Sides): void {
  const own = new Set(sides.actors.map((a) => w.entities[a.entity]?.country ?? null))
  if (sides.actors.every((a) => w.entities[a.entity]?.country == null)) return
  for (const c of attached(w, event.token)) {
    const label = labelAt(w, c)
    if ((!label.startsWith('obl') && label !== 'nmod') || !inside.has(caseOf(w, c))) continue
    const found: Party[] = []
    collect(w, c, found)
    for (const p of found) {
      if (p.entity < 0) continue
      const state = w.entities[p.entity]?.country ?? stateAt(w, c)
      if (state !== null && !own.has(state)) sides.recipients.push(p)
    }
  }
}

const inside = new Set(['in', 'inside', 'across', 'near', 'on', 'at'])

/** What hangs on a verb, with the phrases before "to" that the tree hangs on the clause of purpose: "met with Assad to discuss". */
function attached(w: Words, token: number): number[] {
  const out: number[] = []
  for (const c of w.tree.childrenOf(token)) {
    out.push(c)
    const label = labelAt(w, c)
    if ((label !== 'advcl' && label !== 'xcomp') || c < token || markOf(w, c) !== 'to') continue
    for (const g of w.tree.childrenOf(c))
      if (g > token && g < c && labelAt(w, g).startsWith('obl') && isBeforeTo(w, g, c)) out.push(g)
  }
  return out
}

function isBeforeTo(w: Words, phrase: number, verb: number): boolean {
  for (const c of w.tree.childrenOf(verb))
    if (labelAt(w, c) === 'mark' && keyAt(w, c) === 'to') return phrase < c
  return false
}

function ofVerb(w: Words, event: Acting, token: number, sides: Sides): void {
  let passive = false
  for (const c of attached(w, token)) {
    const label = labelAt(w, c)
    if (label === 'nsubj:pass' || label === 'aux:pass') passive = true
    if (label === 'nsubj') collect(w, c, sides.actors)
    else if (label === 'iobj') collect(w, c, sides.recipients)
    else if (label === 'obj' || label === 'nsubj:pass') ofObject(w, c, event, sides)
    else if (label.startsWith('obl')) oblique(w, c, event, sides)
  }
  if (passive && !hasEntity(sides.actors)) agentBelow(w, token, sides.actors)
  // A participle after its noun is of that noun: "the dissidents jailed in May".
  if (isReduced(w, token)) {
    collect(w, w.tree.headOf(token), mutual.has(event.type) ? sides.actors : sides.recipients)
    return
  }
  if (hasEntity(sides.actors)) return
  const subject = sharedSubject(w, token)
  if (subject >= 0)
    collect(w, subject, isPassive(w, token, passive) ? sides.recipients : sides.actors)
}

/** EV12: "withdrawn from Niger by France": the tree may hang the agent below another phrase. */
function agentBelow(w: Words, token: number, into: Party[]): void {
  for (const c of w.tree.childrenOf(token)) {
    if (c < token || !labelAt(w, c).startsWith('obl')) continue
    for (const g of w.tree.childrenOf(c))
      if (labelAt(w, g) === 'nmod' && caseOf(w, g) === 'by') collect(w, g, into)
  }
}

/** EV11: the object; of an act that is an object itself, who did it: "condemned an attack by rebels". */
function ofObject(w: Words, c: number, event: Acting, sides: Sides): void {
  const own: Party[] = []
  collect(w, c, own)
  sides.recipients.push(...own)
  if (hasEntity(own) && !together.has(event.type)) return
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
  if (label !== 'xcomp' && !turned.has(mark)) return -1
  const head = w.tree.headOf(token)
  if (label === 'xcomp' && subjectControlled.has(lemmaAt(w, head))) return -1
  for (const c of w.tree.childrenOf(head)) {
    const below = labelAt(w, c)
    if (c < token && (below === 'obj' || below === 'iobj' || below === 'nsubj:pass')) return c
  }
  return -1
}

/** "Accused Pakistan of", "kept crowds from", "jailed a student for helping". */
const turned = new Set(['of', 'from', 'into', 'for'])

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
  const ofs: Party[] = []
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
    hasEntity(actors) ||
    event.standing.carrier >= 0 ||
    passive.has(type) ||
    event.mode === 'release'
  for (const e of ofs) (acted ? recipients : actors).push(e)
}

/** Types where "of" names whom it is done to, whoever does it: "the arrest of", "the killing of". */
const passive: ReadonlySet<EventType> = new Set(['COERCE', 'ASSAULT', 'SANCTION', 'AID'])

/** EV18: nobody is actor and recipient at once. */
function settled(w: Words, sides: Sides, { type, mode }: Acting): Participants {
  const actors = unique(sides.actors)
  const acting = new Set(actors.map((a) => a.entity))
  const others = unique(sides.recipients).filter((r) => r.entity < 0 || !acting.has(r.entity))
  // Who only confers, with nobody who does it to them, confers with each other.
  if (mutual.has(type) && !hasEntity(actors) && mode !== 'visit' && mode !== 'third-party')
    return { actors: [...actors, ...others.filter((r) => isSomebody(w, r.entity))], recipients: [] }
  const named = others.filter((r) => r.entity >= 0 && w.entities[r.entity]?.nameless !== true)
  const some = type === 'MOBILIZE' || (moving.has(type) && named.length > 0) ? named : others
  return { actors, recipients: some.filter((r) => isSomebody(w, r.entity)) }
}

/** Everyone once; of those without an entity, every noun once. */
function unique(parties: readonly Party[]): Party[] {
  const seen = new Set<number>()
  return parties.filter((p) => {
    const key = p.entity >= 0 ? p.entity : -1 - p.head
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Acts with what is sent or taken away: a group without a name is that, beside a state that is named. */
const moving: ReadonlySet<EventType> = new Set(['AID', 'RETREAT', 'SANCTION'])

const somebody = new Set(['PERSON', 'ORG', 'NORP', 'LOC'])

/** Things that a report only speaks of again ("the sanctions") act on nobody and nobody acts on them. */
function isSomebody(w: Words, entity: number): boolean {
  const e = w.entities[entity]
  return e === undefined || !e.nameless || e.country !== null || somebody.has(e.type)
}
