/** Evidence: weighs what a candidate's own words and its neighbours say about its type. */

import { foldName } from '../../lexicon/gazetteer-key.ts'
import type { EntityType } from '../../model/entity.ts'
import { type Candidate, isAcronym } from './parts.ts'
import { joinForms, Shape, type Words } from './words.ts'

/** Types in the order of score lists. */
export const scored: readonly EntityType[] = [
  'PERSON',
  'ORG',
  'LOC',
  'NORP',
  'EVENT',
  'WORK',
  'WEAPON',
  'MISC',
]
const PERSON = 0
const ORG = 1
const LOC = 2
const EVENT = 4
const WORK = 5
const WEAPON = 6
const MISC = 7

const surname =
  /(?:ov|ova|ev|eva|enko|chuk|skyi|skyy|sky|ski|ska|vich|vych|vić|ić|vic|yan|dze|shvili|oglu|ğlu|sson|sen|escu|poulos|idis|adze|zadeh|nejad|ullah|uddin|ulu)$/

/** What the words of the candidate say by themselves. */
export function ownEvidence(words: Words, c: Candidate): Float64Array {
  const s = new Float64Array(scored.length)
  const n = c.end - c.first
  if (c.known) {
    add(s, scored.indexOf(c.known.type), c.known.type === 'NORP' || c.known.country ? 6 : 5)
    return s
  }
  if (c.head) add(s, headIndex(c.head), 4)
  const first = words.form(c.first)
  const last = words.form(c.end - 1)
  const given = words.lexicon.given.get(first)
  const family = words.lexicon.family.get(last)
  if (given) add(s, PERSON, given.weak ? 1 : n > 1 ? 3 : 1.2)
  if (family) add(s, PERSON, family.weak ? 0.4 : n > 1 ? 2 : 1)
  let everyday = 0
  for (let i = c.first; i < c.end; i++)
    if (words.is(i, Shape.cap) && words.isEveryday(i)) everyday++
  if (n > 1 && n < 5) add(s, PERSON, everyday === 0 ? 0.9 : 0)
  if (everyday > 0 && !c.title) add(s, PERSON, -1.2 * Math.min(2, everyday))
  if (n > 1 && surname.test(last)) add(s, PERSON, 1.5)
  else if (surname.test(last)) add(s, PERSON, 0.6)
  if (n > 1 && hasInitial(words, c)) add(s, PERSON, 3)
  if (n > 1 && first.includes('-') === false && /^[A-Z][a-z]+-[a-z]+$/.test(last)) add(s, PERSON, 3)
  if (isAcronym(words, c)) add(s, hasDigit(first) ? MISC : ORG, first.length <= 6 ? 2.5 : 1)
  for (let i = c.first; i < c.end; i++) if (words.form(i) === '&') add(s, ORG, 3)
  if (
    n > 1 &&
    (words.known(c.first, c.first + 1)?.value.type === 'LOC' ||
      words.known(c.first, c.first + 1)?.value.type === 'ORG')
  )
    add(s, ORG, 1.2)
  addPlaceEvidence(words, c, s)
  return s
}

function headIndex(head: string): number {
  return head === 'ORG'
    ? ORG
    : head === 'LOC'
      ? LOC
      : head === 'EVENT'
        ? EVENT
        : head === 'WORK'
          ? WORK
          : WEAPON
}

function addPlaceEvidence(words: Words, c: Candidate, s: Float64Array): void {
  if (c.end - c.first > 5) return
  const text = joinForms(words, c.first, c.end)
  const gazetteer = words.gazetteer
  const weight = gazetteer.weightOf(foldName(text))
  if (weight >= 0)
    add(
      s,
      LOC,
      weight > 3e6 ? 3.4 : weight > 5e5 ? 2.8 : weight > 1e5 ? 2.2 : weight > 15_000 ? 1.4 : 0.6,
    )
  else if (words.tells(c.first, 'opens name') && c.end - c.first > 1) {
    const rest = gazetteer.weightOf(foldName(joinForms(words, c.first + 1, c.end)))
    if (rest > 100_000) add(s, LOC, 2.5)
  }
}

function hasDigit(form: string): boolean {
  for (let i = 0; i < form.length; i++)
    if (form.charCodeAt(i) >= 48 && form.charCodeAt(i) <= 57) return true
  return false
}

function hasInitial(words: Words, c: Candidate): boolean {
  for (let i = c.first; i < c.end; i++) {
    const form = words.form(i)
    if (form.length === 2 && form[1] === '.' && words.is(i, Shape.cap)) return true
  }
  return false
}

/** What stands round the candidate says. */
export function contextEvidence(words: Words, c: Candidate): Float64Array {
  const s = new Float64Array(scored.length)
  const before = words.together(c.first - 1, c.first) ? c.first - 1 : -1
  const after = words.together(c.end, c.end - 1) ? c.end : -1
  if (c.title) add(s, PERSON, 5)
  if (before >= 0 && !c.title) {
    if (words.tells(before, 'before in')) add(s, LOC, 2)
    else if (words.tells(before, 'before to')) add(s, LOC, 0.8)
    const key = words.key(before)
    if (key === 'the') {
      add(s, ORG, 0.8)
      add(s, PERSON, -2)
    }
    if (key === ',' && words.is(before - 1, Shape.cap)) add(s, LOC, 0.6)
    if (words.tells(before, 'org noun')) add(s, ORG, 2.5)
    if (words.tells(before, 'place noun')) add(s, LOC, 2)
    if (key === 'of' && words.tells(before - 1, 'place noun')) add(s, LOC, 3)
  }
  if (after >= 0) {
    if (words.tells(after, 'say')) add(s, PERSON, 1.2)
    if (words.tells(after, 'person after')) add(s, PERSON, 2)
    else if (words.upos(after) === 'VERB' && c.end - c.first === 1) add(s, PERSON, 0.8)
    const key = words.key(after)
    if (words.tells(after, 'org after')) add(s, ORG, 1.5)
    if (words.tells(after, 'place after')) add(s, LOC, 1.5)
    if (key === ',' && isAge(words, after + 1)) add(s, PERSON, 3)
    if (key === '(' && isAge(words, after + 1)) add(s, PERSON, 2)
    if (key === ',' && titleSoon(words, after + 1)) add(s, PERSON, 2)
    if ((key === "'s" || key === '’s') && words.tells(after + 1, 'person owns')) add(s, PERSON, 1.5)
    if ((key === "'s" || key === '’s') && words.is(after + 1, Shape.cap)) add(s, LOC, 0.4)
    if (key === '-' && words.key(after + 1) === 'based') add(s, LOC, 4)
    if (key === ',' && words.known(after + 1, after + 4)?.value.type === 'LOC') add(s, LOC, 1.5)
  }
  return s
}

function isAge(words: Words, i: number): boolean {
  const form = words.form(i)
  if (form.length > 2 || form.length === 0 || !words.is(i, Shape.digit)) return false
  const next = words.form(i + 1)
  return next === ',' || next === ')' || next === '.'
}

/** A title within the next words after a comma: ", the president of ...", ", Ukraine's defence minister". */
function titleSoon(words: Words, i: number): boolean {
  for (let k = i; k < i + 5 && words.together(i, k); k++) {
    if (words.form(k) === ',' || words.form(k) === '.') return false
    if (
      words.lexicon.titles.longest(k, (j) => (j < k + 4 ? words.key(j) : null))?.value.kind ===
      'office'
    )
      return true
  }
  return false
}

function add(s: Float64Array, at: number, by: number): void {
  s[at] = (s[at] ?? 0) + by
}
