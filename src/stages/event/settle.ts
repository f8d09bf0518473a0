/** Settles the type of every event from what it tells by itself and how it stands with it (EV7, EV30-EV36). */
import type { EventType } from '../../model/event.ts'
import { mannersOf, type Reading, readingOf } from './classify.ts'
import type { Lists, Manner } from './lexicons.ts'
import { participantsOf, type TypeAt } from './participants.ts'
import type { Party } from './parties.ts'
import { alone, type Standing, standingOf } from './standing.ts'
import { caseOf, labelAt, uposAt, type Words } from './words.ts'

/** An event with its last type, and the verb that carries it. */
export interface Settled extends Reading {
  readonly token: number
  readonly standing: Standing
  /** What it promises, asks, refuses or threatens. */
  readonly content?: Settled
}

const friendly: ReadonlySet<EventType> = new Set(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID'])
const yielding: ReadonlySet<EventType> = new Set(['RETREAT', 'CONCEDE'])
const hostile: ReadonlySet<EventType> = new Set([
  'COERCE',
  'ASSAULT',
  'SANCTION',
  'PROTEST',
  'MOBILIZE',
])

/** All events of a document, by token. */
export function settledEvents(
  w: Words,
  lists: Lists,
  readings: readonly (Reading | null)[],
): Settled[] {
  const manners = new Map<number, readonly Manner[]>()
  const mannersAt = (token: number): readonly Manner[] => {
    let known = manners.get(token)
    if (!known) {
      known = mannersOf(w, token, lists)
      manners.set(token, known)
    }
    return known
  }
  const typeAt: TypeAt = (token) => readings[token]?.type ?? null
  const out = new Map<number, Settled>()
  const contents: Settled[] = []
  const untold: Settled[] = []
  for (const [token, reading] of readings.entries()) {
    if (!reading) continue
    if (reading.type === 'OTHER') {
      out.set(token, { ...reading, token, standing: alone(token) })
      continue
    }
    const standing = standingOf(w, token, readings, mannersAt)
    const told = { ...tellingOf(reading, standing), token, standing }
    if (standing.governor >= 0) contents.push(told)
    const coded = standing.governor < 0 && isTold(w, told, typeAt)
    out.set(token, coded ? told : uncoded(told))
    if (!coded && mayStandAlone(w, told)) untold.push(told)
  }
  for (const content of contents) {
    govern(out, content, readings, mannersAt)
    const held = out.get(content.standing.governor)
    if (held && !held.content) out.set(held.token, { ...held, content })
  }
  for (const [token, event] of mainNouns(w, out, untold)) out.set(token, event)
  return [...out.values()].filter((e) => e.type !== 'OTHER' || w.cue[e.token] !== 1)
}

/** EV37: of a sentence in which no verb and no noun is coded, the noun that stands highest is what it tells. */
function mainNouns(
  w: Words,
  settled: ReadonlyMap<number, Settled>,
  untold: readonly Settled[],
): ReadonlyMap<number, Settled> {
  if (untold.length === 0) return new Map()
  const coded = new Set<number>()
  for (const e of settled.values()) if (e.type !== 'OTHER') coded.add(placeIn(w, e.token).root)
  const best = new Map<number, { readonly event: Settled; readonly depth: number }>()
  for (const event of untold) {
    const { root, depth } = placeIn(w, event.token)
    if (coded.has(root)) continue
    const before = best.get(root)
    if (!before || depth < before.depth) best.set(root, { event, depth })
  }
  return new Map([...best.values()].map(({ event }) => [event.token, { ...event, rule: 'EV37' }]))
}

/** The root of the sentence's tree, and how far below it a word stands. */
function placeIn(w: Words, token: number): { readonly root: number; readonly depth: number } {
  let node = token
  let depth = 0
  for (let head = w.tree.headOf(node); head >= 0 && depth < deepest; head = w.tree.headOf(node)) {
    node = head
    depth++
  }
  return { root: node, depth }
}

/** No word is looked for farther below its root. */
const deepest = 40

/** A noun that nothing governs, prevents or only plans, and that is neither background ("after the attack") nor what somebody flees. */
function mayStandAlone(w: Words, { token, standing }: Settled): boolean {
  if (uposAt(w, token) !== 'NOUN' || standing.governor >= 0) return false
  // "Is fighting inflation": a verb, whatever the tagger says.
  if (uposAt(w, token - 1) === 'AUX') return false
  if (standing.prevented || standing.intended) return false
  let node = token
  for (let step = 0; step < nearest; step++) {
    const label = labelAt(w, node)
    if (label === 'root') return true
    if (unfit.has(label) || background.has(caseOf(w, node))) return false
    node = w.tree.headOf(node)
  }
  return labelAt(w, node) === 'root'
}

/** How far below its root a noun may stand and still be what the sentence tells. */
const nearest = 3

const unfit = new Set(['obj', 'amod'])

const background = new Set([
  'after',
  'about',
  'before',
  'despite',
  'following',
  'from',
  'like',
  'since',
  'until',
  'without',
])

function uncoded(event: Settled): Settled {
  return {
    ...event,
    type: 'OTHER',
    mode: null,
    rule: event.standing.governor >= 0 ? 'EV31' : 'EV35',
  }
}

/** EV7: a noun that nothing beside it decides has the sense that its lemma had before in the report ("a missile strike ... the strike"). */
export function firstReadings(w: Words, lists: Lists): (Reading | null)[] {
  const senses = new Map<string, Reading>()
  return w.tags.map((tag, token) => {
    if (tag.upos !== 'VERB' && tag.upos !== 'NOUN') return null
    const reading = readingOf(w, token, lists)
    if (reading === null || tag.upos === 'VERB') return reading
    const before = senses.get(tag.lemma)
    if (reading.rule !== 'EV3') senses.set(tag.lemma, reading)
    else if (before) return { ...before, rule: 'EV7' }
    return reading
  })
}

/** EV32-EV34: what ends turns into its opposite; what is meant or lies ahead is agreement, concession or threat; what will not be is refused. */
function tellingOf(reading: Reading, s: Standing): Reading {
  let { type, mode, rule } = reading
  if (s.prevented) return { type: 'OTHER', mode: null, rule: 'EV32' }
  if (s.ceased) {
    const ended = endOf(type, mode)
    type = ended.type
    mode = ended.mode
    rule = 'EV32'
  }
  if (s.governor >= 0 || (!s.intended && !s.future)) return { type, mode, rule }
  if (s.negated) {
    if (friendly.has(type) || type === 'AGREE')
      return { type: 'REJECT', mode: refusalOf(type, mode), rule: 'EV34' }
    if (yielding.has(type)) return { type: 'REJECT', mode: 'yield', rule: 'EV34' }
    if (hostile.has(type)) return { type: 'CONCEDE', mode: null, rule: 'EV34' }
    return { type, mode, rule }
  }
  if (friendly.has(type)) return { type: 'AGREE', mode: null, rule: 'EV33' }
  if (type === 'RETREAT') return { type: 'CONCEDE', mode: null, rule: 'EV33' }
  if (s.sworn && hostile.has(type))
    return { type: 'THREATEN', mode: harmOf(type, mode), rule: 'EV33' }
  return { type, mode, rule }
}

/** EV32: the end of aid or talks is a sanction, the end of fighting a ceasefire, the end of a ban a concession. */
function endOf(type: EventType, mode: string | null): { type: EventType; mode: string | null } {
  switch (type) {
    case 'AID':
    case 'COOPERATE':
    case 'CONSULT':
    case 'SUPPORT':
    case 'AGREE':
      return { type: 'SANCTION', mode: 'discontinue' }
    case 'ASSAULT':
      return { type: 'RETREAT', mode: 'ceasefire' }
    case 'SANCTION':
      return { type: 'RETREAT', mode: null }
    case 'MOBILIZE':
      return { type: 'RETREAT', mode: 'withdraw' }
    case 'COERCE':
      return mode === 'seize'
        ? { type: 'RETREAT', mode: 'withdraw' }
        : { type: 'CONCEDE', mode: null }
    case 'PROTEST':
    case 'ACCUSE':
    case 'THREATEN':
    case 'REQUEST':
      return { type: 'CONCEDE', mode: null }
    default:
      return { type: 'OTHER', mode: null }
  }
}

/** The mode of a request or refusal, by what is asked or refused. */
function refusalOf(type: EventType, mode: string | null): string {
  if (mode === 'withdraw') return 'yield'
  if (type === 'CONSULT') return 'meet'
  if (type === 'AID' || type === 'SUPPORT' || type === 'COOPERATE') return 'assist'
  if (yielding.has(type) || type === 'AGREE') return 'yield'
  return 'change'
}

/** The mode of a threat, by the harm. */
function harmOf(type: EventType, mode: string | null): string | null {
  if (type === 'ASSAULT' || type === 'MOBILIZE') return 'violence'
  if (mode === 'arrest') return 'arrest'
  if (mode === 'expel' || mode === 'deport') return 'expel'
  if (mode === 'seize') return 'territory'
  if (type === 'COERCE') return 'restrict'
  if (type === 'SANCTION') return 'relations'
  return null
}

/** EV31: the governor takes its mode, and sometimes its type, from its content. */
function govern(
  out: Map<number, Settled>,
  content: Settled,
  readings: readonly (Reading | null)[],
  mannersAt: (token: number) => readonly Manner[],
): void {
  const { governor, negated } = content.standing
  const held = out.get(governor)
  const own = readings[governor]
  if (!held || !own || held.type === 'OTHER' || (held.rule === 'EV31' && held.content)) return
  const { type } = content
  if (own.type === 'REQUEST')
    out.set(governor, { ...held, mode: refusalOf(type, content.mode), rule: 'EV31' })
  else if (own.type === 'REJECT')
    out.set(governor, { ...held, mode: refusalOf(type, content.mode), rule: 'EV31' })
  else if (own.type === 'THREATEN')
    out.set(governor, { ...held, mode: harmOf(type, content.mode) ?? held.mode, rule: 'EV31' })
  else if (own.type === 'AGREE' && held.type === 'AGREE') {
    if (yielding.has(type))
      out.set(
        governor,
        content.mode === 'ceasefire'
          ? { ...held, type, mode: content.mode, rule: 'EV31' }
          : { ...held, type: 'CONCEDE', mode: null, rule: 'EV31' },
      )
    else if (hostile.has(type)) {
      if (negated) out.set(governor, { ...held, type: 'CONCEDE', mode: null, rule: 'EV31' })
      else if (mannersAt(governor).includes('promises'))
        out.set(governor, {
          ...held,
          type: 'THREATEN',
          mode: harmOf(type, content.mode),
          rule: 'EV31',
        })
    }
  }
}

const mutual: ReadonlySet<EventType> = new Set(['AGREE', 'CONSULT', 'COOPERATE'])

const partaking = new Set(['role', 'involvement', 'responsibility', 'hand', 'complicity'])
const sharing = new Set(['in', 'for'])

/**
 * EV35: a noun is coded where the sentence tells it: as a subject, at the head of a fragment, carried by a verb; else only
 * where both sides stand with it.
 */
function isTold(w: Words, event: Settled, typeAt: TypeAt): boolean {
  // "The jailed leader": a participle in a noun's place tells what somebody is, not what happens.
  if (uposAt(w, event.token) !== 'NOUN') return labelAt(w, event.token) !== 'amod'
  const { standing, token } = event
  if (standing.prevented) return false
  // Planning an attack is none yet; a deployment that is planned or expected is foreseen.
  if (standing.intended && hostile.has(event.type) && event.type !== 'MOBILIZE') return false
  if (standing.holder < 0) {
    if (standing.carrier >= 0 || standing.ceased) return true
    const label = labelAt(w, standing.top)
    if (label === 'root' || label.startsWith('nsubj') || label === 'parataxis') return true
    if (label === 'conj' && labelAt(w, w.tree.headOf(standing.top)) === 'root') return true
  }
  // "denied any role in the strike": whoever has a part in something, or none, speaks of what has happened.
  if (partaking.has(w.lemmas[w.tree.headOf(token)] ?? '') && sharing.has(caseOf(w, token)))
    return true
  const who = participantsOf(w, event, typeAt)
  const actors = known(who.actors)
  const recipients = known(who.recipients)
  const holder = standing.holder < 0 ? null : typeAt(standing.holder)
  // A pact that is signed, scrapped or rejected is told by that verb.
  if (holder !== null && event.type === 'AGREE') return false
  const sides = actors.length + recipients.length
  // What is condemned, praised or followed has happened: one side is enough.
  if (holder === 'ACCUSE' || holder === 'SUPPORT') return sides > 0
  if (standing.holder < 0 && labelAt(w, standing.top) === 'obj') return sides > 0
  if (mutual.has(event.type)) return sides >= 2
  return (
    actors.length > 0 && (recipients.length > 0 || (standing.holder < 0 && caseOf(w, token) === ''))
  )
}

function known(parties: readonly Party[]): Party[] {
  return parties.filter((p) => p.entity >= 0)
}
