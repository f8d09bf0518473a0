/** Settling: one type for every name of a report, from all its mentions together. */
import type { EntityType } from '../../model/entity.ts'
import { contextEvidence, ownEvidence, scored } from './evidence.ts'
import { type Candidate, headOf, isAcronym } from './parts.ts'
import { joinForms, Shape, type Words } from './words.ts'

export interface Settled {
  readonly candidate: Candidate
  readonly type: EntityType
  readonly rule: string
}

/** Below this sum nothing speaks for any type, and the shape decides. */
const enough = 1

interface Group {
  readonly sum: Float64Array
  readonly members: Candidate[]
}

/** EN8: the same words have the same type throughout; evidence of all mentions is added up. */
export function settle(words: Words, candidates: readonly Candidate[]): Settled[] {
  const groups = new Map<string, Group>()
  const keys: string[] = []
  for (const c of candidates) {
    const key = joinForms(words, c.first, c.end)
    keys.push(key)
    let group = groups.get(key)
    if (!group) {
      group = { sum: ownEvidence(words, c), members: [] }
      groups.set(key, group)
    }
    const context = contextEvidence(words, c)
    const share = 1 / (1 + group.members.length)
    for (let t = 0; t < context.length; t++)
      group.sum[t] = (group.sum[t] ?? 0) + share * (context[t] ?? 0)
    group.members.push(c)
  }
  const types = new Map<string, EntityType | null>()
  for (const [key, group] of groups) types.set(key, best(group.sum))
  const persons = personParts(words, candidates, keys, types)
  const longForms = acronymTypes(words, candidates, keys, types)
  return candidates.flatMap((candidate, i): Settled[] => {
    const key = keys[i] ?? ''
    const single = candidate.end - candidate.first === 1
    let type = types.get(key) ?? null
    let { rule } = candidate
    if (single && !candidate.known && persons.has(key) && type !== 'NORP') {
      type = 'PERSON'
      rule = 'EN9'
    } else if (isAcronym(words, candidate) && longForms.has(key)) {
      type = longForms.get(key) ?? type
      rule = 'EN10'
    }
    if (type === null) type = fallback(words, candidate)
    if (single && isBareWord(words, candidate)) return []
    if (candidate.title && type !== 'PERSON' && !candidate.known) type = 'PERSON'
    return type === null ? [] : [{ candidate, type, rule }]
  })
}

function best(sum: Float64Array): EntityType | null {
  let at = 0
  for (let t = 1; t < sum.length; t++) if ((sum[t] ?? 0) > (sum[at] ?? 0)) at = t
  return (sum[at] ?? 0) >= enough ? (scored[at] ?? null) : null
}

/** EN9: a word alone that is part of a person's full name in the report is that person. */
function personParts(
  words: Words,
  candidates: readonly Candidate[],
  keys: readonly string[],
  types: ReadonlyMap<string, EntityType | null>,
): ReadonlySet<string> {
  const out = new Set<string>()
  for (const [i, c] of candidates.entries()) {
    if (c.end - c.first < 2 || types.get(keys[i] ?? '') !== 'PERSON') continue
    out.add(words.form(c.end - 1))
    out.add(words.form(c.first))
  }
  return out
}

/** EN10: "National Intelligence Service (NIS)": the short form has the long form's type. */
function acronymTypes(
  words: Words,
  candidates: readonly Candidate[],
  keys: readonly string[],
  types: ReadonlyMap<string, EntityType | null>,
): ReadonlyMap<string, EntityType> {
  const out = new Map<string, EntityType>()
  for (let i = 1; i < candidates.length; i++) {
    const short = candidates[i]
    const long = candidates[i - 1]
    if (!short || !long || short.first !== long.end + 1 || words.form(long.end) !== '(') continue
    const type = types.get(keys[i - 1] ?? '')
    if (isAcronym(words, short) && long.end - long.first > 1)
      out.set(keys[i] ?? '', type && type !== 'PERSON' ? type : 'ORG')
  }
  return out
}

/** EN12: a single everyday word ("the Council", "the Republic") that no list knows is no name. */
function isBareWord(words: Words, c: Candidate): boolean {
  if (c.known || c.title || isAcronym(words, c)) return false
  return words.lexicon.everyday.has(words.key(c.first)) || headOf(words, c.first) !== null
}

function fallback(words: Words, c: Candidate): EntityType | null {
  if (words.lexicon.languages.has(words.form(c.first))) return 'NORP'
  if (isAcronym(words, c)) return 'ORG'
  if (c.end - c.first === 1) return 'MISC'
  for (let i = c.first; i < c.end; i++)
    if (words.is(i, Shape.cap) && words.isEveryday(i)) return 'MISC'
  return 'PERSON'
}
