/** Join: the reader's persons, bodies and places, and what only the lists and rules know (EN21-EN24). */
import type { EntityType } from '../../model/entity.ts'
import type { ReadName } from './bio.ts'
import type { KnownName } from './lexicons.ts'
import type { Candidate } from './parts.ts'
import { headOf, titleAt, titleBefore, townBefore } from './parts.ts'
import type { Run } from './runs.ts'
import type { Settled } from './settle.ts'
import { joinForms, Shape, type Words } from './words.ts'

/** A name as it goes into the layer. */
export interface Joined extends Run {
  readonly type: EntityType
  readonly title: Run | null
  readonly known: KnownName | null
  readonly rule: string
}

/** What the reader tells apart; other types are the rules' alone. */
const readTypes: ReadonlySet<EntityType> = new Set(['PERSON', 'ORG', 'LOC'])

/** `read` in order and `ruled` in order; the result is in order, and no two names overlap. */
export function joinNames(
  words: Words,
  read: readonly ReadName[],
  ruled: readonly Settled[],
): Joined[] {
  const fromRule = new Map(ruled.map((s) => [placeOf(s.candidate), s]))
  const seen = mend(words, read)
    .flatMap((n) => partsOf(words, n))
    .filter((n) => !isTitle(words, n) && isSure(n, fromRule.get(placeOf(n))))
  const types = typesOf(words, seen)
  const out: Joined[] = []
  for (const name of seen) {
    const first = name.type === 'PERSON' ? afterTitle(words, name) : name.first
    const same = fromRule.get(placeOf({ first, end: name.end }))
    const listed = same?.candidate.known ? same.type : null
    const type =
      listed && (readTypes.has(listed) || listed === 'NORP')
        ? listed
        : (types.get(joinForms(words, name.first, name.end)) ?? name.type)
    const title =
      type !== 'PERSON'
        ? null
        : first > name.first
          ? { first: name.first, end: first }
          : (same?.candidate.title ?? titleBefore(words, first))
    const known = same?.candidate.known ?? wholeKnown(words, first, name.end)
    out.push({ first, end: name.end, type, title, known, rule: listed ? 'EN21' : 'EN20' })
  }
  const taken = new Uint8Array(words.tokens.length)
  for (const n of seen) taken.fill(1, n.first, n.end)
  for (const { candidate, type, rule } of ruled) {
    if (taken.subarray(candidate.first, candidate.end).includes(1)) continue
    const elsewhere = types.get(joinForms(words, candidate.first, candidate.end))
    if (elsewhere && (elsewhere === type || (elsewhere === 'LOC' && type === 'MISC')))
      out.push({ ...candidate, type: elsewhere, rule: 'EN27' })
    else if (!readTypes.has(type)) out.push({ ...candidate, title: null, type, rule })
    else if (type === 'ORG' && isHeaded(candidate)) out.push({ ...candidate, type, rule: 'EN29' })
  }
  return out.sort((a, b) => a.first - b.first)
}

const placeOf = (run: Run): number => run.first * 1e7 + run.end

/** EN28: a body of which the reader is not sure needs a rule that says the same. */
function isSure(name: ReadName, ruled: Settled | undefined): boolean {
  return name.type !== 'ORG' || name.weight > leastSure || ruled?.type === 'ORG'
}

const leastSure = -0.5

/** EN29: a body of three words and more that its head word tells. */
function isHeaded(c: Candidate): boolean {
  return c.end - c.first > 2 && c.head === 'ORG' && c.rule === 'EN4'
}

/** EN26: names that the reader cut in two ("Government of" and "El Salvador") are one; what only links stays out. */
function mend(words: Words, read: readonly ReadName[]): ReadName[] {
  const out: ReadName[] = []
  for (const name of read) {
    const last = out.at(-1)
    if (
      last &&
      words.together(last.first, name.first) &&
      (last.end === name.first ? goesOn(words, last, name) : isOf(words, last, name))
    )
      out[out.length - 1] = { ...last, end: name.end, weight: Math.min(last.weight, name.weight) }
    else out.push(name)
  }
  return out.map((n) => {
    let { end } = n
    while (end > n.first + 1 && linking.has(words.key(end - 1))) end--
    return { ...n, end }
  })
}

const linking = new Set(['of', 'the', 'and', 'for', 'in', 'at', ','])

/** "Government" and "El Salvador" with "of" between them. */
function isOf(words: Words, a: ReadName, b: ReadName): boolean {
  if (a.type !== 'ORG' || b.type !== 'LOC') return false
  if (headOf(words, a.end - 1) !== 'ORG' && !words.isEveryday(a.end - 1)) return false
  const at = words.key(b.first - 1) === 'the' ? b.first - 2 : b.first - 1
  return at === a.end && words.key(at) === 'of'
}

function goesOn(words: Words, a: ReadName, b: ReadName): boolean {
  const link = words.key(a.end - 1)
  if (link === 'of' || link === 'the') return true
  return a.type === b.type && link !== ',' && words.known(b.first, b.end) === null
}

/** EN25: "Tromsø, Norway" and "Tampa Florida": a place and what holds it are two names; "southeast" is none. */
function partsOf(words: Words, name: ReadName): ReadName[] {
  if (name.type !== 'LOC') return [name]
  for (let i = name.first + 1; i < name.end - 1; i++)
    if (words.form(i) === ',')
      return [...partsOf(words, { ...name, end: i }), ...partsOf(words, { ...name, first: i + 1 })]
  const town = townBefore(words, name.first, name.end)
  if (town > 0)
    return [
      { ...name, end: town },
      { ...name, first: town },
    ]
  let { first } = name
  while (first < name.end - 1 && isSmall(words, first) && words.is(name.end - 1, Shape.cap)) first++
  return [{ ...name, first }]
}

/** An everyday word in small letters. */
const isSmall = (words: Words, i: number): boolean => !words.is(i, Shape.cap) && words.isEveryday(i)

/** EN5: a title alone is no name. */
function isTitle(words: Words, name: ReadName): boolean {
  return titleAt(words, name.first, name.end) === name.end - name.first
}

/** EN22: the same words have one type in a report, the one that the reader is surest of over all mentions. */
function typesOf(words: Words, read: readonly ReadName[]): ReadonlyMap<string, EntityType> {
  const sums = new Map<string, Map<EntityType, number>>()
  for (const n of read) {
    const key = joinForms(words, n.first, n.end)
    const sum = sums.get(key) ?? new Map<EntityType, number>()
    sum.set(n.type, (sum.get(n.type) ?? 0) + Math.exp(n.weight))
    sums.set(key, sum)
  }
  return new Map(
    [...sums].map(([key, sum]) => {
      const [best] = [...sum].reduce((a, b) => (b[1] > a[1] ? b : a))
      return [key, best]
    }),
  )
}

/** EN6: a title at the start of a person's span stands apart. */
function afterTitle(words: Words, name: ReadName): number {
  const length = titleAt(words, name.first, name.end)
  return length > 0 && name.first + length < name.end ? name.first + length : name.first
}

function wholeKnown(words: Words, first: number, end: number): KnownName | null {
  const found = words.known(first, end)
  return found && first + found.length === end ? found.value : null
}
