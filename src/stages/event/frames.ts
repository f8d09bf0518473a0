/** Decides whether the frame of a predicate's reading holds (EV2). */
import type { Classes, Condition } from './lexicons.ts'
import { caseOf, entityAt, keyAt, labelAt, lemmaAt, markOf, uposAt, type Words } from './words.ts'

/** True when the condition holds of the predicate at `token`. */
export function holds(w: Words, token: number, condition: Condition, classes: Classes): boolean {
  const { what, value } = condition
  switch (what) {
    case 'to':
      return hasGoal(w, token)
    case 'at':
      return hasTarget(w, token, (noun) => classes.has(lemmaAt(w, noun)))
    case 'case':
      return w.tree.childrenOf(token).some((c) => caseOf(w, c) === value)
    case 'noun':
      return phrasesOf(w, token).some((c) => isNamed(w, c, value, classes))
    case 'obj': {
      const object = objectOf(w, token)
      return object >= 0 && isOf(w, object, value, classes)
    }
    case 'subj': {
      const subject = subjectOf(w, token)
      return subject >= 0 && isOf(w, subject, value, classes)
    }
    case 'by':
      return causesOf(w, token).some((c) => isOf(w, c, value, classes))
    case 'mod':
      return isModifiedBy(w, token, value, classes)
    case 'near':
      return isNear(w, token, value, classes)
    case 'joint':
      return isJoint(w, token) || isJoint(w, objectOf(w, token))
    case 'said':
      return w.cue[token] === 1
    case 'xcomp':
      return w.tree
        .childrenOf(token)
        .some(
          (c) =>
            complements.has(labelAt(w, c)) || (labelAt(w, c) === 'advcl' && markOf(w, c) === 'to'),
        )
    default:
      return false
  }
}

const complements = new Set(['xcomp', 'ccomp', 'acl'])

function isJoint(w: Words, token: number): boolean {
  return token >= 0 && w.tree.childrenOf(token).some((c) => joint.has(lemmaAt(w, c)))
}

const joint = new Set(['joint', 'jointly', 'bilateral', 'combined', 'trilateral', 'multinational'])

/** The object's head, or for a passive its subject: what a frame looks at. */
export function objectOf(w: Words, token: number): number {
  for (const c of w.tree.childrenOf(token)) {
    const label = labelAt(w, c)
    if (label === 'obj' || label === 'nsubj:pass') return c
  }
  for (const c of w.tree.childrenOf(token)) if (labelAt(w, c) === 'iobj') return c
  if (labelAt(w, token) === 'acl' && w.tags[token]?.xpos === 'VBN') return w.tree.headOf(token)
  return -1
}

/** The head of an active verb's own subject, or the agent of a passive, or who owns or does what a noun names; -1 without one. */
function subjectOf(w: Words, token: number): number {
  const noun = uposAt(w, token) === 'NOUN'
  for (const c of w.tree.childrenOf(token)) {
    const label = labelAt(w, c)
    if (label === 'nsubj' || label === 'obl:agent') return c
    if (noun && (label === 'nmod:poss' || (label === 'nmod' && caseOf(w, c) === 'by'))) return c
    if (label === 'obl' && caseOf(w, c) === 'by') return c
  }
  const clause = w.clauses[w.clauseAt.get(token) ?? -1]
  if (clause?.subject != null && clause.subject !== objectOf(w, token)) return clause.subject
  return joinedSubject(w, token)
}

/** The subject of the verb that this one is joined to. */
function joinedSubject(w: Words, token: number): number {
  if (labelAt(w, token) !== 'conj') return -1
  for (const c of w.tree.childrenOf(w.tree.headOf(token))) if (labelAt(w, c) === 'nsubj') return c
  return -1
}

function phrasesOf(w: Words, token: number): number[] {
  const out: number[] = []
  for (const c of w.tree.childrenOf(token)) {
    const label = labelAt(w, c)
    if (label.startsWith('obl') || label === 'nmod' || label === 'xcomp' || label === 'advmod')
      out.push(c)
    else if (label === 'obj') {
      out.push(c)
      for (const g of w.tree.childrenOf(c)) if (labelAt(w, g) === 'nmod') out.push(g)
    }
  }
  return out
}

function isNamed(w: Words, noun: number, value: string, classes: Classes): boolean {
  return lemmaAt(w, noun) === value || isIn(w, noun, value, classes)
}

const causes = new Set(['by', 'in', 'after', 'from', 'during', 'when', 'of', 'to'])

function causesOf(w: Words, token: number): number[] {
  const out: number[] = []
  for (const c of w.tree.childrenOf(token)) {
    const label = labelAt(w, c)
    if (label === 'nsubj' || label === 'obl:agent') out.push(c)
    else if ((label === 'obl' || label === 'nmod') && causes.has(caseOf(w, c))) out.push(c)
    else if (label === 'obj')
      for (const g of w.tree.childrenOf(c))
        if (labelAt(w, g) === 'nmod' && causes.has(caseOf(w, g))) out.push(g)
  }
  const clause = w.clauses[w.clauseAt.get(token) ?? -1]
  if (clause?.subject != null && !clause.ownSubject) out.push(clause.subject)
  if (labelAt(w, token) === 'conj')
    for (const c of w.tree.childrenOf(w.tree.headOf(token)))
      if (labelAt(w, c) === 'nsubj') out.push(c)
  return out
}

function isModifiedBy(w: Words, token: number, value: string, classes: Classes): boolean {
  for (const c of w.tree.childrenOf(token)) {
    const label = labelAt(w, c)
    if (label !== 'amod' && label !== 'compound' && label !== 'nmod:poss' && label !== 'nmod')
      continue
    if (label === 'nmod' && caseOf(w, c) !== 'by' && caseOf(w, c) !== 'of') continue
    if (classes.get(lemmaAt(w, c))?.includes(value)) return true
  }
  return classes.get(lemmaAt(w, token - 1))?.includes(value) ?? false
}

/** How many words to each side `near` looks. */
const neighbourhood = 12

function isNear(w: Words, token: number, value: string, classes: Classes): boolean {
  for (let i = token - neighbourhood; i <= token + neighbourhood; i++)
    if (i !== token && classes.get(lemmaAt(w, i))?.includes(value)) return true
  return false
}

/** Classes of those who are somebody: "national" before "station" makes nobody of it. */
const beings = new Set(['person', 'actor', 'leader', 'prisoner', 'suspect', 'visitor', 'employee'])

const joined = new Set(['nmod', 'conj', 'appos', 'flat'])

const made = new Set(['compound', 'nmod', 'conj', 'amod', 'appos', 'flat'])

/** True when the noun, or a noun that it is made of or counts ("containers of shells"), is of the class. */
export function isOf(w: Words, noun: number, value: string, classes: Classes): boolean {
  if (isIn(w, noun, value, classes)) return true
  if (isKindOf(w, noun, value, classes)) return true
  const parts = beings.has(value) ? joined : made
  for (const c of w.tree.childrenOf(noun)) {
    const label = labelAt(w, c)
    if (!parts.has(label) || (label === 'nmod' && caseOf(w, c) !== 'of')) continue
    if (isIn(w, c, value, classes)) return true
  }
  return false
}

/** True when the list has the word in the class; a plural that the tagger took for a name, too. */
function isIn(w: Words, noun: number, value: string, classes: Classes): boolean {
  const lemma = lemmaAt(w, noun)
  const found = classes.get(lemma) ?? (lemma.endsWith('s') ? classes.get(lemma.slice(0, -1)) : null)
  return found?.includes(value) ?? false
}

/** True for a place that is no state: "near Beirut", though Beirut can stand for Lebanon. */
function isTown(w: Words, noun: number): boolean {
  const place = w.places[w.place[noun] ?? -1]
  return place !== undefined && place.feature?.startsWith('PCL') !== true
}

const personal = new Set([
  'him',
  'her',
  'them',
  'me',
  'us',
  'he',
  'she',
  'they',
  'whom',
  'who',
  'those',
])
const acting = new Set(['PERSON', 'ORG', 'NORP'])

/** What the entity behind a noun makes it: a person, a state, an organisation, a place, anybody who can act. */
function isKindOf(w: Words, noun: number, value: string, classes: Classes): boolean {
  const entity = entityAt(w, noun)
  const human = entity?.type === 'PERSON' || personal.has(keyAt(w, noun))
  switch (value) {
    case 'person':
      return human
    case 'leader':
    case 'visitor':
      return human && entity?.nameless !== true
    case 'state':
      return entity?.type === 'LOC' && entity.country !== null
    case 'organisation':
      return entity?.type === 'ORG'
    case 'settlement':
      return isTown(w, noun)
    case 'actor':
      return (
        human ||
        (entity !== undefined && (acting.has(entity.type) || entity.country !== null)) ||
        (classes.get(lemmaAt(w, noun)) ?? []).some((c) => actors.has(c))
      )
    default:
      return false
  }
}

const actors = new Set(['person', 'crowd', 'government', 'executive', 'police'])

/** Where arms go without going to anybody. */
const nowhere = new Set([
  'sea',
  'ocean',
  'strait',
  'gulf',
  'border',
  'front',
  'coast',
  'area',
  'region',
])

/** True when the act goes to somebody or some state: "to Russia", "gave Kyiv tanks". */
function hasGoal(w: Words, token: number): boolean {
  for (const c of w.tree.childrenOf(token)) {
    const label = labelAt(w, c)
    if (label === 'iobj') return true
    if (!label.startsWith('obl') && label !== 'nmod') continue
    if (caseOf(w, c) !== 'to' || nowhere.has(lemmaAt(w, c))) continue
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
function hasTarget(w: Words, token: number, isKnown: (noun: number) => boolean): boolean {
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
