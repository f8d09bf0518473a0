/** Chooses the PLOVER type and mode of a predicate (EV1-EV5) and the contexts it stands in (EV6). */
import type { EventType } from '../../model/event.ts'
import { type Contexts, frameOnly, type Predicate, type Predicates } from './lexicons.ts'
import { caseOf, hasGoal, hasTarget, objectOf } from './participants.ts'
import { labelAt, lemmaAt, type Words } from './words.ts'

export interface Reading {
  readonly type: EventType
  readonly mode: string | null
  readonly rule: string
}

/** The reading of a verb or noun; null for a noun that is no event. */
export function readingOf(
  w: Words,
  token: number,
  lists: { readonly predicates: Predicates; readonly contexts: Contexts },
): Reading | null {
  const upos = w.tags[token]?.upos
  const pos = upos === 'VERB' ? 'verb' : 'noun'
  const keys = keysOf(w, token, pos)
  for (const key of keys) {
    for (const reading of lists.predicates.get(key) ?? []) {
      if (!reading.frame.every((f) => holds(w, token, f, lists.contexts))) continue
      return {
        type: reading.type,
        mode: reading.mode,
        rule: ruleOf(reading, pos, key !== keys.at(-1)),
      }
    }
  }
  return pos === 'verb' ? { type: 'OTHER', mode: null, rule: 'EV5' } : null
}

function ruleOf(reading: Predicate, pos: string, compound: boolean): string {
  if (reading.frame.length > 0) return 'EV2'
  if (compound) return 'EV4'
  return pos === 'verb' ? 'EV1' : 'EV3'
}

/** EV4: a particle or a noun before makes another word of it: "pull out", "air strike". */
function keysOf(w: Words, token: number, pos: string): string[] {
  const lemma = lemmaAt(w, token)
  const out: string[] = []
  for (const c of w.tree.childrenOf(token)) {
    const label = labelAt(w, c)
    if (pos === 'verb' && label === 'compound:prt') out.push(`${pos} ${lemma} ${lemmaAt(w, c)}`)
    if (pos === 'noun' && (label === 'compound' || label === 'amod') && c === token - 1)
      out.push(`${pos} ${lemmaAt(w, c)} ${lemma}`)
  }
  const next = w.tags[token + 1]
  if (pos === 'verb' && next?.upos === 'ADP' && w.arcs[token + 1]?.head !== token)
    out.push(`${pos} ${lemma} ${lemmaAt(w, token + 1)}`)
  out.push(`${pos} ${lemma}`)
  return out
}

function holds(w: Words, token: number, condition: string, contexts: Contexts): boolean {
  const [what, value] = condition.split('=')
  switch (what) {
    case 'to':
      return hasGoal(w, token)
    case 'at':
      return hasTarget(w, token, (noun) => contexts.has(lemmaAt(w, noun)))
    case 'case':
      return w.tree.childrenOf(token).some((c) => caseOf(w, c) === value)
    case 'obj': {
      const object = objectOf(w, token)
      return object >= 0 && isOf(w, object, value ?? '', contexts)
    }
    case 'mod':
      for (const c of w.tree.childrenOf(token))
        if (contexts.get(lemmaAt(w, c))?.includes(value ?? '')) return true
      return contexts.get(lemmaAt(w, token - 1))?.includes(value ?? '') ?? false
    case 'joint':
      return w.tree.childrenOf(token).some((c) => lemmaAt(w, c) === 'joint')
    default:
      return false
  }
}

/** True when the noun, or a noun that it is made of or counts ("containers of shells"), is of the class. */
function isOf(w: Words, noun: number, value: string, contexts: Contexts): boolean {
  if (contexts.get(lemmaAt(w, noun))?.includes(value)) return true
  if (value === 'person' && (w.person[noun] === 1 || isPersonal(w, noun))) return true
  for (const c of w.tree.childrenOf(noun)) {
    const label = labelAt(w, c)
    if (label !== 'compound' && label !== 'nmod' && label !== 'conj' && label !== 'amod') continue
    if (contexts.get(lemmaAt(w, c))?.includes(value)) return true
  }
  return false
}

const personal = new Set(['him', 'her', 'them', 'me', 'us', 'he', 'she', 'they', 'whom', 'who'])

function isPersonal(w: Words, noun: number): boolean {
  return personal.has(w.tokens[noun]?.key ?? '')
}

/** EV6: contexts of the words in the event's own clause, the most frequent first, at most three. */
export function contextsByClause(w: Words, contexts: Contexts): ReadonlyMap<number, string[]> {
  const counts = new Map<number, Map<string, number>>()
  for (let i = 0; i < w.tokens.length; i++) {
    const owner = w.owner[i] ?? -1
    if (owner < 0) continue
    for (const context of contexts.get(lemmaAt(w, i)) ?? []) {
      if (frameOnly.has(context)) continue
      const own = counts.get(owner) ?? new Map<string, number>()
      own.set(context, (own.get(context) ?? 0) + 1)
      counts.set(owner, own)
    }
  }
  return new Map(
    [...counts].map(([owner, own]) => [
      owner,
      [...own]
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .slice(0, 3)
        .map(([context]) => context),
    ]),
  )
}
