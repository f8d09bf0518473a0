/** Persons: whom "he" and "she" mean - the person for whom most speaks, with the trained reader's hints where they are (CO5, CO20). */
import type { Draft } from './entity-draft.ts'
import type { Form } from './forms.ts'
import type { Hints } from './hints.ts'
import type { Memory, Mention } from './mention.ts'
import { pathTo } from './paths.ts'
import { personRows, type Row } from './person-features.ts'
import type { PronounWeights } from './pronoun-weights.ts'
import type { Reading } from './reading.ts'
import { speaks } from './speaking.ts'

/** How the reader's hints and the rules' sums are joined (CO20, CO21). */
const hinting = {
  /** What a rule's sum counts beside the logarithm of the hint. */
  rule: 1.2,
  /** So that a hint of nothing leaves a chance. */
  chance: 0.06,
}

/** A person must lead the next one by so much, else the report leaves it open. */
const lead = 0.02

/** What the choice of a person needs to know. */
export interface PersonKnowledge {
  readonly weights: PronounWeights
  readonly hints: Hints | null
  /** Told of every choice; training asks. */
  readonly asked?: (pronoun: number, rows: ReadonlyMap<Draft, Row>) => void
}

/** CO5: the person for whom most speaks, or null where nobody fits or two are alike. */
export function resolvePerson(
  r: Reading,
  i: number,
  form: Form,
  memory: Memory,
  ahead: readonly Mention[],
  { weights, hints, asked }: PersonKnowledge,
): Draft | null {
  const rows = candidates(r, i, form, memory, ahead)
  asked?.(i, rows)
  const scores = new Map<Draft, number>()
  for (const [draft, row] of rows) scores.set(draft, sumOf(weights, row))
  if (hints) {
    const hinted = new Map<Draft, number>()
    for (const m of memory.all) {
      if (rows.has(m.draft)) hinted.set(m.draft, (hinted.get(m.draft) ?? 0) + hints.weightOf(i, m))
    }
    for (const m of ahead) {
      if (!rows.has(m.draft)) continue
      hinted.set(m.draft, (hinted.get(m.draft) ?? 0) + forward(hints, m, i))
    }
    for (const [draft, sum] of scores)
      scores.set(draft, hinting.rule * sum + Math.log((hinted.get(draft) ?? 0) + hinting.chance))
  }
  const chosen = clearBest(scores)
  if (chosen) chosen.seen ??= form.gender
  return chosen
}

/** Everyone whom the pronoun may mean, with features. */
function candidates(
  r: Reading,
  i: number,
  form: Form,
  memory: Memory,
  ahead: readonly Mention[],
): Map<Draft, Row> {
  return personRows(r, i, form, memory, ahead, (m) => {
    if (!canBe(m.draft, form) || isBarred(r, i, form, m)) return false
    // Who is only described in somebody's quoted words is not who the report speaks of.
    return !(m.quote >= 0 && r.quote(i) < 0 && m.draft.nameless)
  })
}

function sumOf(weights: PronounWeights, row: Row): number {
  let sum = 0
  for (const [feature, value] of row) sum += (weights.get(feature) ?? 0) * value
  return sum
}

/** Persons of the right gender; a lone name that nothing typed may be one too. */
function canBe(draft: Draft, form: Form): boolean {
  if (draft.plural || (draft.gender !== null && draft.gender !== form.gender)) return false
  return draft.type === 'PERSON' || (draft.type === 'MISC' && !draft.nameless)
}

function clearBest(scores: ReadonlyMap<Draft, number>): Draft | null {
  let best: Draft | null = null
  let top = Number.NEGATIVE_INFINITY
  let second = Number.NEGATIVE_INFINITY
  for (const [draft, score] of scores) {
    if (score > top) {
      second = top
      top = score
      best = draft
    } else if (score > second) second = score
  }
  return best && top - second >= lead ? best : null
}

/**
 * CO8: "him" is not the subject of its own verb ("Austin met him"); a speaker is not "he" in his own words
 * ("'He lied,' Austin said").
 */
function isBarred(r: Reading, i: number, form: Form, m: Mention): boolean {
  if (!r.together(i, m.first)) return false
  if (form.case === 'object' && m.subject && pathTo(r, i, m) === 'subject same') return true
  // "Mary's brother said she" leaves Mary open, "his" next to its own owner does not.
  return r.quote(i) >= 0 && m.quote !== r.quote(i) && m.subject && speaks(r, r.head(m.head))
}

/** CO21: how likely a name after the pronoun refers back to it. */
function forward(hints: Hints, ahead: Mention, i: number): number {
  let p = 0
  for (let k = ahead.first; k < ahead.end; k++) p = Math.max(p, hints.weight(k, i, i + 1))
  return p
}
