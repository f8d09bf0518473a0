/** Parts: cuts a run into names - titles off, peoples and states before them apart, "of" and "and" joined where heads ask for it. */
import type { HeadType, KnownName } from './lexicons.ts'
import type { Run } from './runs.ts'
import { isNameable } from './runs.ts'
import { joinForms, Shape, type Words } from './words.ts'

/** A possible name, before its type is settled. */
export interface Candidate extends Run {
  readonly title: Run | null
  /** What a list says of the whole of it. */
  readonly known: KnownName | null
  /** The type of the word that heads it, when one does. */
  readonly head: HeadType | null
  readonly rule: string
}

const headOrder: readonly HeadType[] = ['ORG', 'LOC', 'EVENT', 'WORK', 'WEAPON']

/** The type of a head word; `FIELD` words head nothing. */
export function headOf(words: Words, i: number): HeadType | null {
  const types = words.lexicon.heads.get(words.key(i))
  if (!types) return null
  for (const t of headOrder) if (types.has(t)) return t
  return null
}

/** The type of a head that opens a name of two words or more. */
function openerOf(words: Words, i: number): HeadType | null {
  const types = words.lexicon.openers.get(words.key(i))
  return types ? ([...types][0] ?? null) : null
}

function isField(words: Words, i: number): boolean {
  return words.lexicon.heads.get(words.key(i))?.has('FIELD') ?? false
}

/** Cuts all runs; candidates come in order and do not overlap. */
export function cutRuns(words: Words, runs: readonly Run[]): Candidate[] {
  const out: Candidate[] = []
  let after = 0
  for (const run of runs) {
    if (run.first < after) continue
    const joined = joinOf(words, run)
    if (joined.end > run.end) after = joined.end
    const title = titleOver(words, run.first)
    if (title >= 0) cutPortfolio(words, joined, title, out, joined.end > run.end)
    else cut(words, joined, out, joined.end > run.end)
  }
  return out
}

/** The first token of a title that takes the run as its field: "Minister of", "Ambassador to", "Spokesman for the"; or -1. */
function titleOver(words: Words, first: number): number {
  let at = first - 1
  if (words.key(at) === 'the') at--
  const key = words.key(at)
  if ((key !== 'of' && key !== 'for' && key !== 'to') || !words.together(at, first)) return -1
  for (let k = Math.max(0, at - 3); k < at; k++)
    if (words.together(k, first) && titleAt(words, k, at) === at - k) return k
  return -1
}

/** EN6: "Minister of Defence Sergei Shoigu": what the office is for belongs to the title, a state in it is a name. */
function cutPortfolio(
  words: Words,
  run: Run,
  title: number,
  out: Candidate[],
  joined: boolean,
): void {
  let at = run.first
  for (;;) {
    const state = words.known(at, run.end)
    if (state && state.value.type === 'LOC' && at + state.length <= run.end) {
      push(words, out, at, at + state.length, null, state.value, null, 'EN3')
      at += state.length
    } else if (
      at < run.end &&
      (isField(words, at) ||
        words.form(at) === 'and' ||
        (words.isEveryday(at) && isField(words, at + 1)))
    )
      at++
    else break
  }
  if (at >= run.end) return
  if (at === run.first) cut(words, run, out, joined)
  else if (words.lexicon.given.has(words.form(at)) || !words.isEveryday(at))
    push(words, out, at, run.end, { first: title, end: at }, null, null, 'EN6')
}

/** EN2: a head word before "of" or "for" takes what follows into its name: "Ministry of Foreign Affairs and Trade". */
function joinOf(words: Words, run: Run): Run {
  let end = run.end
  let opened: HeadType | null = null
  for (let rounds = 0; rounds < 4; rounds++) {
    const head = headOf(words, end - 1)
    const key = words.key(end)
    let next = -1
    if (key === 'of' || ((key === 'for' || key === 'on') && head === 'ORG')) {
      const isHead = head !== null && head !== 'WEAPON' && !isTitleEnd(words, run.first, end)
      if (isHead) {
        next = words.key(end + 1) === 'the' ? end + 2 : end + 1
        opened ??= head
      } else if (opened === 'ORG' && key === 'of') next = end + 1
    } else if (key === 'and' && (opened === 'ORG' || isField(words, end - 1))) {
      const tail = lastOfCaps(words, end + 1)
      const goesOn =
        opened === 'ORG' ? !isOwnName(words, end + 1, tail + 1) : headOf(words, tail) === 'ORG'
      if (goesOn && (isField(words, end - 1) || words.key(tail + 1) !== "'s")) next = end + 1
    } else if (
      key === ',' &&
      opened === 'ORG' &&
      isField(words, end - 1) &&
      isField(words, end + 1)
    )
      next = end + 1
    if (next < 0 || !words.together(end - 1, next) || !isNameable(words, next)) break
    end = lastOfCaps(words, next) + 1
  }
  return { first: run.first, end }
}

/** True when the words are a person, a place or a body by themselves, not what a ministry is for. */
function isOwnName(words: Words, first: number, end: number): boolean {
  if (words.known(first, end)) return true
  const { given, family } = words.lexicon
  const form = words.form(first)
  if (given.has(form) && !words.isEveryday(first)) return true
  if (family.has(form) && !words.isEveryday(first)) return true
  if (titleAt(words, first, end) > 0 && end - first > 1) return true
  return headOf(words, end - 1) === 'ORG' && end - first > 1 && !isField(words, first)
}

function lastOfCaps(words: Words, i: number): number {
  let last = i
  while (words.together(i, last + 1) && isNameable(words, last + 1)) last++
  return last
}

/** "Secretary of State", "Minister of Defence": a title, not an organisation. */
function isTitleEnd(words: Words, first: number, end: number): boolean {
  return (
    titleAt(words, end - 1, end) === 1 || (end - first > 1 && titleAt(words, end - 2, end) === 2)
  )
}

/** The length of the title that begins at `i`, at most up to `end`; 0 when there is none. */
export function titleAt(words: Words, i: number, end: number): number {
  const found = words.lexicon.titles.longest(i, (k) => (k < end ? words.key(k) : null))
  return found?.length ?? 0
}

function cut(words: Words, run: Run, out: Candidate[], joined: boolean): void {
  const { first, end } = run
  const whole = words.known(first, end)
  if (whole && first + whole.length === end) {
    push(words, out, first, end, null, whole.value, null, 'EN3')
    return
  }
  const head = joined
    ? headWithin(words, first, end)
    : (headOf(words, end - 1) ?? (end - first > 1 ? openerOf(words, first) : null))
  if (joined || (head !== null && end - first > 1 && !isPersonal(words, run))) {
    push(words, out, first, end, null, null, head, 'EN4')
    return
  }
  const inside = townBefore(words, first, end)
  if (inside > 0) {
    push(words, out, first, inside, null, null, null, 'EN7')
    push(words, out, inside, end, null, null, null, 'EN7')
    return
  }
  const titled = titleRange(words, first, end)
  if (titled) {
    // EN5: a title without a name after it is no name; what stands before it is one of its own.
    if (titled.first > first)
      cut(words, { first, end: leadEnd(words, first, titled.first) }, out, false)
    if (titled.end < end) push(words, out, titled.end, end, titled, null, null, 'EN6')
    return
  }
  const lead = words.known(first, end)
  if (
    lead &&
    first + lead.length < end &&
    standsApart(words, first, first + lead.length, end, lead.value)
  ) {
    push(words, out, first, first + lead.length, null, lead.value, null, 'EN3')
    cut(words, { first: first + lead.length, end }, out, false)
    return
  }
  push(words, out, first, end, titleBefore(words, first), null, null, 'EN7')
}

/** A people before a person ("Russian Ivan Petrov"), a state before a people ("US Evangelicals"). */
function standsApart(
  words: Words,
  first: number,
  lead: number,
  end: number,
  value: KnownName,
): boolean {
  const given = words.lexicon.given.get(words.form(first))
  const opens = words.tells(first, 'opens name') || (given !== undefined && !given.weak)
  if (value.type === 'NORP') {
    if (lead - first > 1 || words.known(lead, end)) return true
    const person =
      given !== undefined && !words.isEveryday(lead) && !words.lexicon.given.has(words.form(lead))
    return !opens && !person
  }
  const rest = words.known(lead, end)
  if (!rest || lead + rest.length !== end) return false
  return value.type === 'LOC' || rest.value.type === 'NORP'
}

function isOffice(words: Words, i: number, end: number): boolean {
  const found = words.lexicon.titles.longest(i, (k) => (k < end ? words.key(k) : null))
  return found?.value.kind === 'office'
}

/** The titles of a run, from the first to the last that still has a name after it; "Chief Election Commissioner X". */
function titleRange(words: Words, first: number, end: number): Run | null {
  let from = -1
  let to = -1
  for (let p = first; p < end; p++) {
    const length = titleAt(words, p, end)
    if (length === 0) continue
    if (from >= 0 && words.lexicon.given.has(words.form(p)) && !words.isEveryday(p)) break
    if (p + length >= end && (p > first || from >= 0) && !isOffice(words, p, end)) break
    if (from >= 0 && p + length >= end && p > to) break
    if (from < 0) from = p
    to = p + length
    p = to - 1
  }
  return from < 0 ? null : { first: from, end: heldBy(words, to, end) }
}

/** "Miramar California": a town right before the state or country that holds it; the token where that begins, or 0. */
export function townBefore(words: Words, first: number, end: number): number {
  for (let k = Math.max(first + 1, end - 2); k < end; k++) {
    if (words.is(k, Shape.joined)) continue
    const outer = words.gazetteer.find(joinForms(words, k, end))[0]
    if (outer === undefined) continue
    const feature = words.gazetteer.feature(outer)
    if (feature !== 'ADM1' && feature !== 'PCLI') continue
    const town = words.gazetteer.find(joinForms(words, first, k)).slice(0, 12)
    if (
      town.some((t) => words.gazetteer.isWithin(t, outer) && words.gazetteer.population(t) > 5_000)
    )
      return k
  }
  return 0
}

function headWithin(words: Words, first: number, end: number): HeadType | null {
  for (let i = first; i < end; i++) {
    const key = words.key(i + 1)
    if (i === first && headOf(words, end - 1) === 'WORK') return 'WORK'
    if (key === 'of' || key === 'for' || key === 'on' || i === end - 1) {
      const head = headOf(words, i)
      if (head) return head
    }
  }
  return null
}

/** True when the run is a person whose last name is a head word ("Gordon Banks", "Theresa May"). */
function isPersonal(words: Words, run: Run): boolean {
  if (titleAt(words, run.first, run.end) > 0 && run.end - run.first > 1) {
    const found = words.lexicon.titles.longest(run.first, (k) =>
      k < run.end ? words.key(k) : null,
    )
    if (found && run.first + found.length < run.end && found.value.kind === 'honorific') return true
  }
  const given = words.lexicon.given.get(words.form(run.first))
  if (!given || given.weak || run.end - run.first !== 2) return false
  return words.lexicon.family.has(words.form(run.end - 1))
}

/** "Minister of Defence Sergei Shoigu" is cut at "of": what a minister is for belongs to the title before it. */
function heldBy(words: Words, rest: number, end: number): number {
  let at = rest
  while (at < end - 1 && isField(words, at) && !words.lexicon.given.has(words.form(at))) at++
  return at
}

/** Words between a lead name and a title ("Russian Housing Minister"): the unlisted ones belong to the title. */
function leadEnd(words: Words, first: number, title: number): number {
  const lead = words.known(first, title)
  if (lead) return headOf(words, title - 1) === 'ORG' ? title : first + lead.length
  return words.isEveryday(first) && !headOf(words, title - 1) ? first : title
}

/** EN6: a title in small letters right before the name. */
export function titleBefore(words: Words, first: number): Run | null {
  for (let k = Math.max(0, first - 4); k < first; k++) {
    if (!words.together(k, first)) continue
    if (titleAt(words, k, first) === first - k) return { first: k, end: first }
  }
  return null
}

function push(
  words: Words,
  out: Candidate[],
  first: number,
  end: number,
  title: Run | null,
  known: KnownName | null,
  head: HeadType | null,
  rule: string,
): void {
  if (first >= end) return
  const listed =
    known ??
    (words.known(first, end)?.length === end - first
      ? (words.known(first, end)?.value ?? null)
      : null)
  out.push({ first, end, title, known: listed, head, rule })
}

/** True for one word in capitals, as acronyms are. */
export function isAcronym(words: Words, at: Run): boolean {
  return (
    at.end - at.first === 1 && words.is(at.first, Shape.upper) && !words.is(at.first, Shape.shouted)
  )
}
