/** Tells which picks are no claim beside the one that holds them (CA10, CA16), and which are nothing but source and cue. */
import type { Reading } from './reading.ts'
import type { Pick } from './select.ts'
import type { Spans } from './spans.ts'
import type { Reach, Voices, Words } from './words.ts'

/**
 * CA10: a restrictive participle ("containers loaded with shells") or two or three words ("we saw") inside a claim are a
 * claim only where they say more than their noun.
 */
export function isPartOf(
  w: Words,
  pick: Pick,
  spans: Spans,
  readings: ReadonlyMap<number, Reading>,
  unreal: ReadonlySet<number>,
): boolean {
  if (!spans.inside.has(pick.token)) return false
  const reach = spans.reachOf.get(pick.token)
  const short = reach !== undefined && reach.end - reach.first <= 3
  // What an act is for adds no statement to it, unless it is foreseen of a thing ("an election to be held in May").
  if (pick.rule === 'CA9' && w.clauses[pick.clause ?? -1]?.rule !== 'CL9')
    return !unreal.has(pick.token)
  // "troops that came in May": what tells which ones are meant adds nothing, unless it is meant in another way.
  if (isRelative(w, pick) && isMeantAlike(w, pick, spans, readings)) return true
  if (pick.rule !== 'CA10' && !isRelative(w, pick) && !(short && isSubordinate(w, pick)))
    return false
  const r = readings.get(pick.token)
  const plainly = r?.certainty.class === null || r?.certainty.class === 'precision'
  return !r || (r.mode === 'fact' && r.polarity === 'affirmed' && plainly)
}

/** "According to two officials briefed on the matter", "two sailors, who spoke anonymously": source and cue alone state nothing. */
export function isCue(w: Words, voices: Voices, reach: Reach): boolean {
  let cues = 0
  for (let i = reach.first; i < reach.end; i++) {
    if ((voices.cue[i] ?? 0) > 0) cues++
    else if (voices.source[i] !== 1 && w.tags[i]?.upos !== 'PUNCT') return false
  }
  return cues > 0 || voices.source[reach.first] === 1
}

function isRelative(w: Words, pick: Pick): boolean {
  return pick.clause !== null && w.clauses[pick.clause]?.kind === 'relative'
}

/** True when the claim that holds this one has the same mode, polarity and certainty. */
function isMeantAlike(
  w: Words,
  pick: Pick,
  spans: Spans,
  readings: ReadonlyMap<number, Reading>,
): boolean {
  const own = readings.get(pick.token)
  const above = readings.get(spans.owner[w.tree.headOf(pick.token)] ?? -1)
  return (
    own !== undefined &&
    above !== undefined &&
    own.mode === above.mode &&
    own.polarity === above.polarity &&
    own.certainty.class === above.certainty.class
  )
}

const subordinate = new Set(['relative', 'complement', 'purpose', 'participial'])

function isSubordinate(w: Words, pick: Pick): boolean {
  const clause = pick.clause === null ? undefined : w.clauses[pick.clause]
  return clause !== undefined && subordinate.has(clause.kind)
}

/** "That", "himself", "so": words without one that names or tells anything. */
export function isHollow(w: Words, reach: Reach): boolean {
  for (let i = reach.first; i < reach.end; i++) {
    const tag = w.tags[i]
    if (tag && telling.has(tag.upos) && !tag.xpos.startsWith('W')) return false
  }
  return true
}

const telling = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'VERB', 'AUX', 'INTJ', 'SYM', 'X'])
