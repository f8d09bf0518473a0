/** Clusters: which names of a report are names of one person, body or place. */
import type { Name } from '../../layers/names.ts'
import type { Draft, Drafts } from './entity-draft.ts'
import type { Gender, ReferenceLexicon } from './lexicons.ts'

/** Puts every name with its entity; the result gives, per name, the draft it belongs to. */
export function clusterNames(
  lexicon: ReferenceLexicon,
  names: readonly Name[],
  text: string,
  drafts: Drafts,
): Draft[] {
  const persons = new Persons(lexicon, drafts)
  const others = new Map<string, Draft>()
  const shortForms = shortFormsOf(names, text)
  return names.map((name, i) => {
    const title = name.title ? text.slice(name.title.from, name.title.to) : null
    if (name.type === 'PERSON') {
      const draft = persons.find(name, title)
      if (title && !draft.roles.includes(title)) draft.roles.push(title)
      return note(draft, i)
    }
    const key = `${group(name.type)}:${canonicalOf(lexicon, name.name, shortForms)}`
    let draft = others.get(key)
    if (!draft) {
      draft = drafts.make(name.type, name.name, name, {
        country: name.country ?? lexicon.countryOf.get(name.name) ?? null,
      })
      others.set(key, draft)
    } else if (isFuller(name.name, draft.name)) draft.name = name.name
    return note(draft, i)
  })
}

function note(draft: Draft, i: number): Draft {
  draft.mentions.push(i)
  return draft
}

/** Peoples stay apart from their states; everything else of one name is one. */
function group(type: string): string {
  return type === 'NORP' ? 'NORP' : 'NAME'
}

/** CO2: list forms, acronyms with their long forms in the report, and "the X" with "X" are one. */
function canonicalOf(
  lexicon: ReferenceLexicon,
  name: string,
  shortForms: ReadonlyMap<string, string>,
): string {
  const bare = bareOf(name)
  const long = shortForms.get(bare) ?? bare
  return lexicon.canonical.get(long) ?? lexicon.canonical.get(bare) ?? long
}

const companyWords = new Set([
  'inc',
  'inc.',
  'corp',
  'corp.',
  'ltd',
  'ltd.',
  'plc',
  'llc',
  'co.',
  'co',
])

function bareOf(name: string): string {
  let bare = name.startsWith('The ') ? name.slice(4) : name
  const last = bare.slice(bare.lastIndexOf(' ') + 1)
  if (last !== bare && companyWords.has(last.toLowerCase()))
    bare = bare.slice(0, bare.length - last.length - 1)
  return bare.endsWith(',') ? bare.slice(0, -1) : bare
}

/** An acronym is never the fuller name; of two others the longer is. */
function isFuller(name: string, than: string): boolean {
  return name.length > than.length && name.includes(' ')
}

/** "National Intelligence Service (NIS)": the bracketed form stands for the name before it. */
function shortFormsOf(names: readonly Name[], text: string): ReadonlyMap<string, string> {
  const out = new Map<string, string>()
  const long = new Map<string, string>()
  for (let i = 0; i < names.length; i++) {
    const name = names[i]
    const next = names[i + 1]
    if (!name) continue
    if (
      next &&
      next.from - name.to <= 3 &&
      text.slice(name.to, next.from).trim() === '(' &&
      isShort(next.name)
    )
      out.set(next.name, bareOf(name.name))
    // "SUTRAN (Superintendency of Land Transport)", "the Meat Exporters' Association, known by its acronym ABIEC"
    else if (
      next &&
      name.type === 'ORG' &&
      next.type === 'ORG' &&
      next.from - name.to <= farthest
    ) {
      const between = text.slice(name.to, next.from).trim()
      if (between === '(' && isShort(name.name) && text[next.to] === ')')
        out.set(name.name, bareOf(next.name))
      else if (isShort(next.name) && name.name.includes(' ') && givesShort(between))
        out.set(next.name, bareOf(name.name))
    }
    if (name.type !== 'ORG' || !name.name.includes(' ')) continue
    const initials = initialsOf(name.name)
    if (initials.length >= 3 && !long.has(initials)) long.set(initials, bareOf(name.name))
  }
  for (const [initials, name] of long) if (!out.has(initials)) out.set(initials, name)
  return out
}

/** A short form stands so near its long form, in characters. */
const farthest = 60

/** ", known as", ", known by its Portuguese acronym", ", or": what stands before a short form. */
function givesShort(between: string): boolean {
  if (between === ', or' || between === 'or') return true
  if (!between.startsWith(',') && !between.startsWith('known')) return false
  return (
    between.endsWith('known as') ||
    between.endsWith('known as the') ||
    between.endsWith('acronym') ||
    between.endsWith('initials') ||
    between.endsWith('abbreviated as')
  )
}

function isShort(name: string): boolean {
  return name.length <= 8 && name === name.toUpperCase() && !name.includes(' ')
}

function initialsOf(name: string): string {
  let out = ''
  for (const word of name.split(' ')) {
    const c = word[0] ?? ''
    if (c !== c.toLowerCase()) out += c
  }
  return out
}

/** Persons by family name and given name, with what titles tell of their gender. */
class Persons {
  readonly #lexicon: ReferenceLexicon
  readonly #drafts: Drafts
  readonly #byPart = new Map<string, Draft[]>()

  constructor(lexicon: ReferenceLexicon, drafts: Drafts) {
    this.#lexicon = lexicon
    this.#drafts = drafts
  }

  /** CO1: a name joins the latest person whose name it can be a form of, unless titles tell other genders. */
  find(name: Name, title: string | null): Draft {
    const parts = partsOf(name.name)
    const gender = this.#genderOf(parts, title)
    // A family name that is also a given name ("John Kelly ... Kelly") tells nothing; a title does.
    const parting = parts.length > 1 ? gender : this.#genderOf([], title)
    const last = parts.at(-1) ?? ''
    const candidates = [...(this.#byPart.get(last) ?? [])]
    if (parts.length > 1) candidates.push(...(this.#byPart.get(parts[0] ?? '') ?? []))
    let best: Draft | null = null
    for (const draft of candidates) {
      if (!isForm(parts, partsOf(draft.name))) continue
      if (parting && draft.gender && parting !== draft.gender) continue
      if (!best || latest(draft) > latest(best)) best = draft
    }
    const draft = best ?? this.#drafts.make('PERSON', name.name, name, { country: name.country })
    draft.gender ??= gender
    draft.country ??= name.country
    if (name.name.length > draft.name.length) draft.name = name.name
    for (const part of parts) {
      if (part.length < 2 || part.endsWith('.')) continue
      const list = this.#byPart.get(part) ?? []
      if (!list.includes(draft)) list.push(draft)
      this.#byPart.set(part, list)
    }
    return draft
  }

  /** CO3: a title tells first, then the given name: the first part, or the last where family names stand first. */
  #genderOf(parts: readonly string[], title: string | null): Gender | null {
    if (title) {
      for (const word of title.toLowerCase().split(' ')) {
        const told = this.#lexicon.titles.get(word.endsWith('.') ? word.slice(0, -1) : word)
        if (told) return told
      }
    }
    if (parts.length === 0) return null
    const first = parts[0] ?? ''
    if (this.#lexicon.familyFirst.has(first) && parts.length > 1)
      return this.#lexicon.given.get(parts.slice(1).join(' ')) ?? null
    for (const part of parts.length > 1 ? parts.slice(0, -1) : parts) {
      const told = this.#lexicon.given.get(part)
      if (told) return told
    }
    return null
  }
}

function latest(draft: Draft): number {
  return draft.mentions.at(-1) ?? -1
}

const suffixes = new Set(['Jr', 'Jr.', 'Sr', 'Sr.', 'II', 'III', 'IV'])

function partsOf(name: string): string[] {
  return name.split(' ').filter((p) => p !== '' && !suffixes.has(p) && p !== ',')
}

/** True when two names can be one person's: one part equal to a part of the other, and no two given names that differ. */
function isForm(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 1 || b.length === 1) {
    const [one, more] = a.length === 1 ? [a, b] : [b, a]
    return more.includes(one[0] ?? '')
  }
  const lastA = a.at(-1) ?? ''
  const lastB = b.at(-1) ?? ''
  if (lastA === lastB) return sameGiven(a[0] ?? '', b[0] ?? '')
  // "Sergei Lavrov" in "Sergei Viktorovich Lavrov" is caught above; here "Mohammed bin Salman" and "Mohammed bin Salman Al Saud".
  return a.length > 2 || b.length > 2 ? contains(a, b) || contains(b, a) : false
}

function sameGiven(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length === 2 && short.endsWith('.') && long.startsWith(short[0] ?? ' ')
}

function contains(whole: readonly string[], part: readonly string[]): boolean {
  return part.every((p) => whole.includes(p))
}
