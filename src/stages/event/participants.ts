/** Finds who acts and who is acted upon (EV10-EV18), along the tree, as entity indices. */
import type { EventType } from '../../model/event.ts'
import { labelAt, lemmaAt, type Words } from './words.ts'

export interface Participants {
  readonly actors: readonly number[]
  readonly recipients: readonly number[]
}

/** EV14: types whose two sides act together: whoever is "with" is an actor too. */
const mutual: ReadonlySet<EventType> = new Set(['AGREE', 'CONSULT', 'COOPERATE'])

/** Prepositions that lead to whom the act concerns. */
const recipientCases = new Set(['to', 'against', 'for', 'on', 'at', 'toward', 'towards', 'of'])

export function participantsOf(w: Words, token: number, type: EventType): Participants {
  return w.tags[token]?.upos === 'NOUN' ? ofNoun(w, token, type) : ofVerb(w, token, type)
}

function ofVerb(w: Words, token: number, type: EventType): Participants {
  const actors: number[] = []
  const recipients: number[] = []
  let passive = false
  for (const c of w.tree.childrenOf(token)) {
    const label = labelAt(w, c)
    if (label === 'nsubj:pass' || label === 'aux:pass') passive = true
    if (label === 'nsubj') collect(w, c, actors)
    else if (label === 'nsubj:pass' || label === 'obj' || label === 'iobj')
      collect(w, c, recipients)
    else if (label.startsWith('obl')) oblique(w, c, type, actors, recipients)
  }
  if (actors.length === 0) {
    const subject = sharedSubject(w, token)
    if (subject >= 0) collect(w, subject, isPassive(w, token, passive) ? recipients : actors)
  }
  return settled(actors, recipients)
}

/** EV12: "by" names the actor, "with" a second actor of what two sides do, "to" and "against" the recipient. */
function oblique(
  w: Words,
  c: number,
  type: EventType,
  actors: number[],
  recipients: number[],
): void {
  if ((w.time[c] ?? -1) >= 0) return
  const key = caseOf(w, c)
  if (key === 'by') collect(w, c, actors)
  else if (key === 'with') collect(w, c, mutual.has(type) ? actors : recipients)
  else if (recipientCases.has(key)) collect(w, c, recipients)
}

/** The preposition of a noun phrase, "" without one. */
export function caseOf(w: Words, node: number): string {
  for (const c of w.tree.childrenOf(node))
    if (labelAt(w, c) === 'case') return w.tokens[c]?.key ?? ''
  return ''
}

function isPassive(w: Words, token: number, seen: boolean): boolean {
  return seen || (w.tags[token]?.xpos === 'VBN' && labelAt(w, token).startsWith('acl'))
}

/** EV13: the subject that the clause shares with the one it joins, or that an open complement takes from its verb. */
function sharedSubject(w: Words, token: number): number {
  const own = w.clauseAt.get(token) ?? w.clauseAt.get(w.owner[token] ?? -1)
  return own === undefined ? -1 : (w.clauses[own]?.subject ?? -1)
}

/** EV15: "Russia's invasion of Ukraine": before the noun the actor, after "of" the recipient, or the actor of what has none. */
function ofNoun(w: Words, token: number, type: EventType): Participants {
  const actors: number[] = []
  const recipients: number[] = []
  const ofs: number[] = []
  for (const c of w.tree.childrenOf(token)) {
    const label = labelAt(w, c)
    if (label === 'nmod:poss' || ((label === 'amod' || label === 'compound') && c < token))
      collect(w, c, actors)
    else if (label === 'nmod') {
      const key = caseOf(w, c)
      if (key === 'by' || key === 'from') collect(w, c, actors)
      else if (key === 'of') collect(w, c, ofs)
      else if (key === 'with' || key === 'between')
        collect(w, c, mutual.has(type) || key === 'between' ? actors : recipients)
      else if (recipientCases.has(key)) collect(w, c, recipients)
    }
  }
  const target = actors.length > 0 ? recipients : actors
  return settled(
    [...actors, ...(target === actors ? ofs : [])],
    [...recipients, ...(target === recipients ? ofs : [])],
  )
}

/** EV16: the entity of a noun phrase, its coordinated ones, or for a common noun the entity that modifies it. */
function collect(w: Words, node: number, into: number[]): void {
  const own = w.entity[node] ?? -1
  if (own >= 0) into.push(own)
  for (const c of w.tree.childrenOf(node)) {
    const label = labelAt(w, c)
    if (label === 'conj') collect(w, c, into)
    else if (own < 0 && modifies(label) && (w.entity[c] ?? -1) >= 0) into.push(w.entity[c] ?? -1)
  }
}

function modifies(label: string): boolean {
  return label === 'amod' || label === 'compound' || label === 'nmod:poss' || label === 'nmod'
}

function settled(actors: readonly number[], recipients: readonly number[]): Participants {
  const acting = [...new Set(actors)]
  return { actors: acting, recipients: [...new Set(recipients)].filter((r) => !acting.includes(r)) }
}

/** The object's head, or for a passive its subject: what a frame looks at. */
export function objectOf(w: Words, token: number): number {
  for (const c of w.tree.childrenOf(token)) {
    const label = labelAt(w, c)
    if (label === 'obj' || label === 'nsubj:pass') return c
  }
  if (labelAt(w, token) === 'acl' && w.tags[token]?.xpos === 'VBN') return w.tree.headOf(token)
  return -1
}

/** True when the act goes to somebody or some state: "to Russia", "gave Kyiv tanks". */
export function hasGoal(w: Words, token: number): boolean {
  for (const c of w.tree.childrenOf(token)) {
    const label = labelAt(w, c)
    if (label === 'iobj') return true
    if (!label.startsWith('obl') && label !== 'nmod') continue
    if (caseOf(w, c) !== 'to') continue
    if ((w.entity[c] ?? -1) >= 0 || (w.place[c] ?? -1) >= 0) return true
  }
  const object = objectOf(w, token)
  if (object < 0) return false
  for (const c of w.tree.childrenOf(object))
    if (labelAt(w, c) === 'nmod' && caseOf(w, c) === 'to') return lemmaAt(w, c) !== ''
  return false
}

const aims = new Set(['at', 'on', 'into', 'against', 'toward', 'towards'])

/** True when the act is aimed at somebody, somewhere, or a thing of a known class: "fired shells at Seoul", "strikes on Odesa". */
export function hasTarget(w: Words, token: number, isKnown: (noun: number) => boolean): boolean {
  const object = objectOf(w, token)
  return [token, object].some(
    (node) =>
      node >= 0 &&
      w.tree
        .childrenOf(node)
        .some(
          (c) =>
            aims.has(caseOf(w, c)) &&
            (w.time[c] ?? -1) < 0 &&
            ((w.entity[c] ?? -1) >= 0 || (w.place[c] ?? -1) >= 0 || isKnown(c)),
        ),
  )
}
