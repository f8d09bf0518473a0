/** Finds what a predicate tells by the list (EV1-EV5), and the manners of a word that tells how it stands with another (EV30). */
import type { EventType } from '../../model/event.ts'
import { holds } from './frames.ts'
import type { Lists, Manner, Predicate } from './lexicons.ts'
import { keyAt, labelAt, lemmaAt, uposAt, type Words } from './words.ts'

export interface Reading {
  readonly type: EventType
  readonly mode: string | null
  readonly rule: string
}

/** The reading of a verb or noun; null for a noun that is no event. */
export function readingOf(w: Words, token: number, lists: Lists): Reading | null {
  const pos = uposAt(w, token) === 'VERB' ? 'verb' : 'noun'
  const keys = keysOf(w, token, pos)
  for (const key of keys) {
    for (const reading of lists.predicates.get(`${pos} ${key}`) ?? []) {
      if (!reading.frame.every((f) => holds(w, token, f, lists.classes))) continue
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

/** EV30: the manners of a word, with its particle or preposition first. */
export function mannersOf(w: Words, token: number, lists: Lists): readonly Manner[] {
  const upos = uposAt(w, token)
  if (upos !== 'VERB' && upos !== 'NOUN' && upos !== 'ADJ') return none
  const pos = upos === 'VERB' ? 'verb' : 'noun'
  for (const key of keysOf(w, token, pos)) {
    const found = lists.manners.get(key)
    if (found) return found
  }
  return none
}

const none: readonly Manner[] = []
const particles = new Set(['ADP', 'ADV', 'ADJ'])

/** EV4: a particle, a preposition or the nouns before make another word of it: "pull out", "call for", "air strike"; the longest first. */
function keysOf(w: Words, token: number, pos: string): string[] {
  const lemma = lemmaAt(w, token)
  const out: string[] = []
  if (pos === 'verb') {
    const next = particles.has(uposAt(w, token + 1)) ? lemmaAt(w, token + 1) : ''
    const after = uposAt(w, token + 2) === 'ADP' ? lemmaAt(w, token + 2) : ''
    if (after && (next || uposAt(w, token + 1) === 'NOUN'))
      out.push(`${lemma} ${lemmaAt(w, token + 1)} ${after}`)
    for (const c of w.tree.childrenOf(token))
      if (labelAt(w, c) === 'compound:prt') out.push(`${lemma} ${lemmaAt(w, c)}`)
    if (next) out.push(`${lemma} ${next}`)
  } else {
    const one = isModifier(w, token - 1) ? lemmaAt(w, token - 1) : ''
    const two = one && isModifier(w, token - 2) ? lemmaAt(w, token - 2) : ''
    if (two) out.push(`${two} ${one} ${lemma}`)
    if (one) out.push(`${one} ${lemma}`)
  }
  const form = keyAt(w, token)
  // "Fighting", "shelling": whether their lemma is the verb's hangs on the tagger.
  if (pos === 'noun' && form !== lemma && form.endsWith('ing')) out.push(form)
  out.push(lemma)
  return out
}

function isModifier(w: Words, token: number): boolean {
  const label = labelAt(w, token)
  return label === 'compound' || label === 'amod'
}
