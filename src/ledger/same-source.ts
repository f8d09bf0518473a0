/** Same source: which named sources of a ledger are one without a person saying so, and which unnamed ones could be. */
import type { AnonymousProfile, SourceType } from '../model/source.ts'

/** What is known of a source when it is held against the others. */
export interface Known {
  readonly id: string
  readonly name: string
  readonly type: SourceType
  readonly anonymous: AnonymousProfile | null
}

/** One name counts under another, and why. */
export interface Join {
  readonly from: string
  readonly into: string
  readonly why: string
}

const diacritics = /\p{M}+/gu
const notWord = /[^\p{L}\p{N}]+/gu

/** A name without what spellings differ in: case, accents, hyphens, apostrophes, "the"; Zelenskyy as Zelensky. */
export function spellingOf(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(diacritics, '')
    .toLowerCase()
    .replace(/['’ʼ`]/g, '')
    .replace(notWord, ' ')
    .trim()
    .split(' ')
  const rest = words[0] === 'the' && words.length > 1 ? words.slice(1) : words
  return rest.map((w) => (w.length > 4 ? w.replace(/(?:yy|iy|ii|ij)$/, 'y') : w)).join(' ')
}

/** Titles in front of a person's name: "Sen.", "Dr.", "Lt. Gen.". */
const titles = /^(?:\p{Lu}\p{Ll}{1,4}\.\s+)+(?=\p{Lu})/u

function untitled({ name, type }: Known): string {
  return type === 'person' ? name.replace(titles, '') : name
}

/** Outlets and agencies are bodies: "Reuters" is one whether or not a report tells that it is an agency. */
function familyOf(type: SourceType): SourceType {
  return type === 'outlet' || type === 'agency' ? 'organisation' : type
}

/** Words of a body's name that give no initial. */
const small = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to'])

function initialsOf(spelling: string): string {
  return spelling
    .split(' ')
    .flatMap((w) => (small.has(w) ? [] : w.slice(0, 1)))
    .join('')
}

/**
 * The names that are one, by rules that need no judgement; what is left open stays apart. Whatever the order of the sources, the
 * joins are the same, since each looks at the whole set. Unnamed sources are never joined here because they look alike.
 */
export function joinsOf(sources: readonly Known[]): Join[] {
  const named = sources.filter(isNamed)
  const heads = new Map<string, Known>()
  const groups = new Map<string, Known[]>()
  for (const s of named) {
    const key = `${familyOf(s.type)} ${spellingOf(untitled(s))}`
    const group = groups.get(key)
    if (group) group.push(s)
    else groups.set(key, [s])
  }
  const joins: Join[] = []
  for (const [key, group] of groups) {
    const [head, ...rest] = [...group].sort(fullerFirst)
    if (head === undefined) continue
    heads.set(key, head)
    for (const s of rest)
      joins.push({ from: s.id, into: head.id, why: spelledAlike(s.name, head.name) })
  }
  for (const [key, full] of initialled(heads)) {
    const head = heads.get(key)
    if (head === undefined) continue
    joins.push({ from: head.id, into: full.id, why: `${full.name} without the initial` })
    heads.delete(key)
  }
  const persons = endings(heads, 'person')
  const bodies = initials(heads)
  for (const [key, head] of heads) {
    const [type = '', ...words] = key.split(' ')
    const [only = ''] = words
    if (words.length !== 1) continue
    if (type === 'person' && only.length >= 4) {
      const full = persons.get(only)
      if (full) joins.push({ from: head.id, into: full.id, why: lastName(full.name) })
    }
    if (type === 'organisation' && /^\p{Lu}{3,6}$/u.test(head.name)) {
      const full = bodies.get(only)
      if (full) joins.push({ from: head.id, into: full.id, why: `the initials of ${full.name}` })
    }
  }
  return joins.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

/** A name, or a description that says whose it is: "South Korea's intelligence service", not "the agency". */
function isNamed(s: Known): boolean {
  if (s.anonymous !== null || s.type === 'unstated') return false
  // "A UN report" in two reports may be two; of the press and of documents only a name says which one.
  if (s.type === 'document' || familyOf(s.type) !== s.type)
    return !/^\p{Ll}/u.test(s.name.slice(s.name.lastIndexOf(' ') + 1))
  return s.type !== 'group' || /\p{Lu}/u.test(s.name.slice(1))
}

/** The longer name in front, a title left aside; of one name with and without it the one without. */
function fullerFirst(a: Known, b: Known): number {
  const longer = untitled(b).length - untitled(a).length || a.name.length - b.name.length
  return longer || (a.id < b.id ? -1 : 1)
}

function spelledAlike(name: string, head: string): string {
  if (name.replace(titles, '') === head) return `${head} with a title`
  return name === head ? 'the same words, which say whose they are' : `another spelling of ${head}`
}

function lastName(full: string): string {
  return `no one else in this ledger has the last name of ${full}`
}

/** People with initials in the middle, by their keys without them: "Donald J. Trump"; nobody where two have different ones. */
function initialled(heads: ReadonlyMap<string, Known>): Map<string, Known> {
  const full = unique(
    [...heads].flatMap(([key, head]) => {
      const words = key.split(' ')
      const rest = words.filter((w, i) => w.length > 1 || i < 2 || i === words.length - 1)
      return head.type === 'person' && rest.length < words.length
        ? [[rest.join(' '), head] as const]
        : []
    }),
  )
  return new Map([...full].flatMap(([key, head]) => (head === null ? [] : [[key, head]])))
}

/** Last names that one person alone has; null stands for several. */
function endings(heads: ReadonlyMap<string, Known>, type: SourceType): Map<string, Known | null> {
  return unique(
    [...heads].flatMap(([key, head]) => {
      const words = key.split(' ').slice(1)
      return head.type === type && words.length > 1 ? [[words.at(-1) ?? '', head] as const] : []
    }),
  )
}

function initials(heads: ReadonlyMap<string, Known>): Map<string, Known | null> {
  return unique(
    [...heads].flatMap(([key, head]) => {
      const spelling = key.slice(key.indexOf(' ') + 1)
      return familyOf(head.type) === 'organisation' && spelling.includes(' ')
        ? [[initialsOf(spelling), head] as const]
        : []
    }),
  )
}

function unique(pairs: readonly (readonly [string, Known])[]): Map<string, Known | null> {
  const out = new Map<string, Known | null>()
  for (const [key, known] of pairs) out.set(key, out.has(key) ? null : known)
  return out
}

/** Another unnamed source that could be this one, and what speaks for it. */
export interface CouldBe {
  readonly id: string
  readonly name: string
  readonly why: string
}

/** Unnamed sources that could be the same as this one: something stated agrees and nothing stated differs. Best first. */
export function couldBe(source: Known, others: Iterable<Known>, most = 12): CouldBe[] {
  if (!isUnnamed(source)) return []
  const found: (CouldBe & { readonly weight: number })[] = []
  for (const other of others) {
    if (other.id === source.id || !isUnnamed(other)) continue
    const reasons = agreement(source, other)
    if (reasons !== null && reasons.length > 0)
      found.push({
        id: other.id,
        name: other.name,
        why: reasons.join(', '),
        weight: reasons.length,
      })
  }
  return found
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ weight: _, ...rest }) => rest)
}

function isUnnamed(s: Known): boolean {
  return s.type !== 'unstated' && !isNamed(s)
}

/** What two unnamed sources have in common; null where something that both state differs. */
function agreement(a: Known, b: Known): string[] | null {
  const [p, q] = [a.anonymous, b.anonymous]
  const reasons: string[] = []
  if (spellingOf(a.name) === spellingOf(b.name)) reasons.push('the same words')
  if (p === null || q === null) return reasons
  if (differ(p.count, q.count) || differ(p.country, q.country)) return null
  if (differ(fold(p.institution), fold(q.institution))) return null
  if (p.institution !== null && q.institution !== null)
    reasons.push(`both of the ${p.institution.replace(/^the /i, '')}`)
  const rank = headOf(p.rank)
  if (rank !== null && rank === headOf(q.rank) && p.country !== null && q.country !== null)
    reasons.push(`both ${p.country}, ${rank}`)
  if (p.access !== null && fold(p.access) === fold(q.access)) reasons.push(`both ${p.access}`)
  return reasons
}

function differ(a: string | number | null, b: string | number | null): boolean {
  return a !== null && b !== null && a !== b
}

function fold(words: string | null): string | null {
  return words === null ? null : spellingOf(words)
}

/** "senior officials" -> "official": the last word of a rank, in the singular. */
function headOf(rank: string | null): string | null {
  const last = rank === null ? undefined : spellingOf(rank).split(' ').at(-1)
  return last === undefined ? null : last.replace(/s$/, '')
}
