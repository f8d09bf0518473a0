/** Finds the state, sector and role of those who take part (EV40-EV42): "Polish soldiers" are POL, MIL, soldiers. */

import type { Entity } from '../../layers/entities.ts'
import type { EventParty } from '../../layers/events.ts'
import { readTsv } from '../../lexicon/tsv.ts'
import { sectors as codes, type Sector } from '../../model/event.ts'
import { defineResource } from '../../pipeline/resource.ts'
import { type Party, stateAt } from './parties.ts'
import { caseOf, labelAt, lemmaAt, uposAt, type Words } from './words.ts'

/** What a word says of the sector. */
export interface SectorWord {
  readonly sector: Sector | null
  /** True for a word that leaves it to those around it first: "leader", "official". */
  readonly open: boolean
  /** True for a thing: "tanks" tell of their owner, but nobody is a tank. */
  readonly thing: boolean
}

/** By word or words in lower case. */
export type Sectors = ReadonlyMap<string, SectorWord>

const file = 'en/sectors.tsv'

export const sectors = defineResource([file], ([bytes]): Sectors => {
  const out = new Map<string, SectorWord>()
  for (const r of readTsv(bytes ?? new Uint8Array(), file, ['word', 'sector'])) {
    const [first] = r.sector
    const code = first === '-' || first === '=' ? r.sector.slice(1) : r.sector
    const sector = codes.find((c) => c === code) ?? null
    out.set(r.word, { sector, open: first === '-', thing: first === '=' })
  }
  return out
})

/** Everyone on both sides; whoever has no entity only where a sector is known. */
export function partiesOf(
  w: Words,
  lexicon: Sectors,
  sides: { readonly actors: readonly Party[]; readonly recipients: readonly Party[] },
): EventParty[] {
  const told = (side: EventParty['side'], parties: readonly Party[]): EventParty[] =>
    parties.flatMap((p) => {
      const known = knownAt(lexicon, w, p.head)
      if (p.entity < 0 && (!known || known.thing)) return []
      const one = partyOf(w, lexicon, side, p, known !== undefined)
      return one.entity === null && one.sector === null ? [] : one
    })
  return [...told('actor', sides.actors), ...told('recipient', sides.recipients)]
}

/** What the list says of the noun itself. */
function knownAt(lexicon: Sectors, w: Words, noun: number): SectorWord | undefined {
  return wordOf(lexicon, lemmaAt(w, noun))
}

/** A word of the list; a plural that the tagger took for a lemma, too. */
function wordOf(lexicon: Sectors, word: string): SectorWord | undefined {
  const found = lexicon.get(word)
  if (found) return found
  if (word.endsWith('men')) return lexicon.get(`${word.slice(0, -3)}man`)
  return word.endsWith('s') ? lexicon.get(word.slice(0, -1)) : undefined
}

function partyOf(
  w: Words,
  lexicon: Sectors,
  side: EventParty['side'],
  party: Party,
  known: boolean,
): EventParty {
  const entity = w.entities[party.entity]
  const common = uposAt(w, party.head) === 'NOUN'
  const told = common ? sectorAt(w, lexicon, party.head) : null
  return {
    side,
    entity: party.entity < 0 ? null : party.entity,
    country: entity?.country ?? stateAt(w, party.head),
    sector: told ?? (entity && !(common && known) ? sectorOfEntity(lexicon, entity) : null),
    role: common ? (known ? wordsOf(w, party.head) : null) : (entity?.roles[0] ?? null),
  }
}

function sectorAt(w: Words, lexicon: Sectors, noun: number): Sector | null {
  return sectorOf(lexicon, phraseAt(w, noun), () => sectorBehind(w, lexicon, noun))
}

/** EV40: the longest known words that end in the noun; of an open noun what stands before it, the nearest first, or behind it. */
function sectorOf(
  lexicon: Sectors,
  words: readonly string[],
  behind: () => Sector | null = nothing,
): Sector | null {
  for (let n = Math.min(longest, words.length); n > 0; n--) {
    const found = wordOf(lexicon, words.slice(-n).join(' '))
    if (!found) continue
    if (!found.open) return found.sector
    return before(lexicon, words.slice(0, -n)) ?? behind() ?? found.sector
  }
  return null
}

const nothing = (): null => null

/** "Human rights watch" has three words. */
const longest = 4

function before(lexicon: Sectors, words: readonly string[]): Sector | null {
  for (let end = words.length; end > 0; end--) {
    for (let n = Math.min(longest, end); n > 0; n--) {
      const found = wordOf(lexicon, words.slice(end - n, end).join(' '))
      if (found && !found.open) return found.sector
    }
  }
  return null
}

const leading = new Set(['of', 'for', 'from', 'in'])

/** EV40: "members of parliament", "a spokesman for the rebels", "hundreds of nurses". */
function sectorBehind(w: Words, lexicon: Sectors, noun: number): Sector | null {
  for (const c of w.tree.childrenOf(noun)) {
    if (labelAt(w, c) !== 'nmod' || !leading.has(caseOf(w, c))) continue
    const found = sectorOf(lexicon, phraseAt(w, c))
    if (found !== null) return found
  }
  return null
}

/** EV41: of a person what the roles tell, of a body the words of its name, of a group without a name those that it is known by. */
function sectorOfEntity(lexicon: Sectors, entity: Entity): Sector | null {
  if (entity.type === 'PERSON' && !entity.nameless) {
    for (const role of entity.roles) {
      const found = sectorOf(lexicon, wordsIn(role))
      if (found !== null) return found
    }
    return null
  }
  const words = wordsIn(entity.name)
  if (entity.nameless) return sectorOf(lexicon, words)
  return entity.type === 'ORG' || entity.type === 'NORP' ? anywhere(lexicon, words) : null
}

function anywhere(lexicon: Sectors, words: readonly string[]): Sector | null {
  for (let n = Math.min(longest, words.length); n > 0; n--) {
    for (let i = 0; i + n <= words.length; i++) {
      const found = lexicon.get(words.slice(i, i + n).join(' '))
      if (found && !found.open) return found.sector
    }
  }
  return null
}

/** Words in lower case, plural nouns also as their singular would be written. */
function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(' ')
    .map((word) => (word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word))
}

/** The lemmas of a noun and of the words right before it that belong to it. */
function phraseAt(w: Words, noun: number): string[] {
  let first = noun
  while (first > 0 && w.tree.headOf(first - 1) === noun && isPart(labelAt(w, first - 1))) first--
  const out: string[] = []
  for (let i = first; i <= noun; i++) out.push(lemmaAt(w, i))
  return out
}

function isPart(label: string): boolean {
  return label === 'compound' || label === 'amod'
}

/** EV42: the noun with the nouns that it is made of, as written. */
function wordsOf(w: Words, noun: number): string {
  let first = noun
  while (
    first > 0 &&
    w.tree.headOf(first - 1) === noun &&
    labelAt(w, first - 1) === 'compound' &&
    (w.entity[first - 1] ?? -1) === (w.entity[noun] ?? -1)
  )
    first--
  const out: string[] = []
  for (let i = first; i <= noun; i++) out.push(w.tokens[i]?.key ?? '')
  return out.join(' ')
}
