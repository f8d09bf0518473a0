/** Roles: what was done with the counted, from the verb or noun that governs it. */
import { isLengthUnit } from './normal.ts'
import { key, lemma, type Reader, tag, together, tokenOf } from './reader.ts'

/** What a role is asked for: atoms `first`..`end`, the head noun or -1, and the unit. */
interface Counted {
  readonly first: number
  readonly end: number
  readonly head: number
  readonly unit: string | null
}

/** A reader that knows whether things are counted or measured: men are "charged" with a crime, dollars for a ticket. */
interface Asked extends Reader {
  readonly sort: 'count' | 'measure'
}

/** One reader for what is counted and one for what is measured, made once a document. */
export interface Askers {
  readonly count: Asked
  readonly measure: Asked
}

export function askersOf(r: Reader): Askers {
  return { count: { ...r, sort: 'count' }, measure: { ...r, sort: 'measure' } }
}

/** The role of what is counted or measured, or null. */
export function roleOf(askers: Askers, counted: Counted): string | null {
  const { unit } = counted
  const asked = unit === null || unit === 'fraction' ? askers.count : askers.measure
  const role = roleWithin(asked, counted)
  return role === none ? null : role
}

/** What the list writes where a word tells that there is no role. */
const none = '-'

/** Roles that a counted noun names itself: "600 deaths", "200 casualties". */
const ownRoles: ReadonlySet<string> = new Set(['killed', 'wounded', 'casualties'])
const changes: ReadonlySet<string> = new Set(['increase', 'decrease'])

function roleWithin(r: Asked, counted: Counted): string | null {
  const { first, end, head, unit } = counted
  const own = head >= 0 ? r.words.roles.get(lemma(r, head)) : undefined
  if (own !== undefined && ownRoles.has(own)) return own
  if (isWhole(r, first)) return null
  // "according to three sources": who is named as a source had nothing done to them
  if (key(r, first - 1) === 'to' && key(r, first - 2) === 'according') return null
  if (unit !== null && isLengthUnit(unit)) {
    const away = r.words.roles.get(`behind ${key(r, end)}`)
    if (away !== undefined && !isMoved(r, first)) return away
  }
  const word = key(r, first - 1)
  if (word === 'worth') return roleOfToken(r, tokenOf(r, first - 1), '')
  const isVerb = tag(r, first - 1).startsWith('VB')
  const beside = unit === null || isVerb ? undefined : r.words.roles.get(`beside ${word}`)
  if (beside !== undefined) return beside
  const ahead = after(r, end)
  if (ahead !== null) return ahead
  const role = isAside(r, first)
    ? nounBefore(r, first)
    : (governed(r, head >= 0 ? head : first) ?? before(r, first))
  if (role !== null && changes.has(role)) {
    if (isLevel(word)) return tollBefore(r, first)
    if (!isChanged(r, first)) return null
  }
  // "was rescued by two tugs": who acts
  if (word === 'by' && role !== null && !changes.has(role)) return null
  // "sold the mine for $90 million": what stands behind "for" is the price
  if (word === 'for' && r.sort === 'measure' && (role === 'sold' || role === 'bought'))
    return 'cost'
  if (own === 'abducted') return role === null || isHeld.has(role) ? own : role
  return role ?? (own === 'infected' || own === 'displaced' ? own : null)
}

/** What is done with hostages that leaves them hostages. */
const isHeld: ReadonlySet<string> = new Set(['present', 'seized', 'owned', 'captured', 'abducted'])

/** "rose to 57", "fell from 41": the figure that was reached or left, not the change. */
function isLevel(word: string): boolean {
  return word === 'to' || word === 'from' || word === 'at'
}

/** "killed in three attacks", "sent to two countries": a count behind a preposition is not what was killed or sent. */
function isAside(r: Asked, first: number): boolean {
  if (r.sort === 'measure') return false
  let k = first - 1
  for (let steps = 0; steps < 2; steps++) {
    const xpos = tag(r, k)
    if (xpos !== 'DT' && xpos !== 'PRP$' && xpos !== 'JJ') break
    k--
  }
  const xpos = tag(r, k)
  const word = key(r, k)
  if (!together(r, k, first) || (xpos !== 'IN' && xpos !== 'TO')) return false
  return word !== 'of' && word !== 'than' && word !== 'by' && word !== 'as' && word !== 'that'
}

/** The role of the noun that the preposition hangs from: "injuries to 40 people". */
function nounBefore(r: Asked, first: number): string | null {
  for (let k = first - 1; k >= first - 4 && together(r, k, first); k--)
    if (tag(r, k).startsWith('NN')) {
      const role = ofNoun(roleOfToken(r, tokenOf(r, k), ''))
      return role === 'present' ? null : role
    }
  return null
}

/** "rose 5 percent", "a rise of 5 percent", "cut by a further 20": the word of change stands before the number, with "by" or "of" at most between. */
function isChanged(r: Asked, first: number): boolean {
  for (let k = first - 1; k >= first - 4 && together(r, k, first); k--) {
    const role = r.words.roles.get(lemma(r, k))
    if (role !== undefined && changes.has(role)) return true
    const xpos = tag(r, k)
    const word = key(r, k)
    if ((xpos === 'IN' || xpos === 'TO') && word !== 'by' && word !== 'of') return false
    if (r.atoms.kind[k] === 2) return word === ',' && key(r, k + 1) === 'or'
  }
  return true
}

/** "The death toll rose to 57": the level has the role of what rises. */
function tollBefore(r: Asked, first: number): string | null {
  for (let k = first - 2; k >= first - 8 && together(r, k, first); k--) {
    if (!tag(r, k).startsWith('NN')) continue
    const role = r.words.roles.get(lemma(r, k))
    if (role !== undefined && ownRoles.has(role)) return role
  }
  return null
}

/** "112 of the 230 seats", "Of the 80 passengers, 14 drowned": the whole that others are part of. */
function isWhole(r: Asked, first: number): boolean {
  const the = key(r, first - 1)
  const of = the === 'the' || the === 'its' || the === 'their' ? first - 2 : first - 1
  if (key(r, of) !== 'of') return false
  const parts = r.numbers.endingAt(of - 1)
  if (parts) return of < first - 1 || parts.kind !== 'vague'
  return of < first - 1 && (!together(r, of - 1, of) || key(r, of - 1) === ',')
}

/** "flew 40 km from the base": a way that was gone. */
function isMoved(r: Asked, first: number): boolean {
  for (let k = first - 1; k >= first - 3 && together(r, k, first); k--)
    if (r.words.roles.get(lemma(r, k)) === 'travelled') return true
  return false
}

/**
 * The role that a word gives, with the particle or complement behind it where the list has them together ("shot down",
 * "shot dead", "went missing"). `use` is "" for what is acted upon, " subject" for who or what acts.
 */
function roleOfToken(r: Asked, token: number, use: '' | ' subject'): string | null {
  const own = r.tags[token]?.lemma.toLowerCase() ?? ''
  const form = r.tokens[token]?.key ?? ''
  const near = r.words.joined.has(own) ? token + 2 : token
  for (let k = token + 1; k <= near; k++) {
    const tail = r.tokens[k]?.key ?? ''
    const joined = r.words.roles.get(`${own} ${tail}${use}`)
    if (joined !== undefined && r.tokens[k]?.sentence === r.tokens[token]?.sentence) return joined
  }
  return roleOfLemma(r, own, use) ?? roleOfLemma(r, form, use)
}

function roleOfLemma(r: Asked, word: string, use: '' | ' subject'): string | null {
  const { roles, joined } = r.words
  if (!joined.has(word)) return use === '' ? (roles.get(word) ?? null) : null
  return roles.get(`${word} ${r.sort}${use}`) ?? roles.get(`${word}${use}`) ?? null
}

/** "were deployed", "drowned" tagged as adjectives: the role of the verb that the participle is of. */
function roleOfParticiple(r: Asked, atom: number): string | null {
  const word = key(r, atom)
  if (!word.endsWith('ed')) return null
  return (
    roleOfLemma(r, word, '') ??
    roleOfLemma(r, word.slice(0, -1), '') ??
    roleOfLemma(r, word.slice(0, -2), '') ??
    null
  )
}

/** "3,000 soldiers killed", "25 people were wounded", "have died", "dead"; `none` for who acts: "two drones hit the depot". */
function after(r: Asked, end: number): string | null {
  let passive = false
  let perfect = false
  let stop = end + 7
  for (let k = end; k < stop && together(r, end - 1, k); k++) {
    const xpos = tag(r, k)
    const word = key(r, k)
    if (word === 'dead' || word === 'missing') return roleOfToken(r, tokenOf(r, k), '')
    // "18 ships, including four frigates, took part"
    if (word === ',' && k === end) {
      const close = commaBehind(r, k)
      if (close < 0) return null
      k = close
      stop = close + 7
      continue
    }
    if (xpos.startsWith('VB')) {
      if (isAuxiliary(r, k)) {
        const own = lemma(r, k)
        if (own === 'be' || own === 'get') passive = true
        if (own === 'have') perfect = true
        continue
      }
      if (xpos === 'VBG' && k === end) return null
      const token = tokenOf(r, k)
      const acted = passive ? xpos !== 'VBG' : !perfect && isReduced(r, k, end)
      if (!acted && hasObject(r, k) && r.words.roles.get(lemma(r, k)) === 'destroyed') return none
      return acted ? roleOfToken(r, token, '') : (roleOfToken(r, token, ' subject') ?? none)
    }
    if (xpos === 'JJ' && word.endsWith('ed')) return roleOfParticiple(r, k)
    if (
      xpos === 'MD' ||
      xpos === 'RB' ||
      word === 'more' ||
      word === 'others' ||
      word === 'who' ||
      word === 'that' ||
      word === 'which' ||
      word === 'to' ||
      xpos === 'WP' ||
      xpos === 'WDT'
    )
      continue
    return null
  }
  return null
}

/** The comma that closes what the one at `k` opens, at most twelve atoms on; -1 where there is none or no verb follows. */
function commaBehind(r: Asked, k: number): number {
  for (let i = k + 2; i <= k + 12 && together(r, k, i); i++)
    if (key(r, i) === ',') return tag(r, i + 1).startsWith('VB') ? i : -1
  return -1
}

/** "300 soldiers killed in the raid": a participle beside its noun, with nothing behind it that it could act upon. */
function isReduced(r: Asked, k: number, end: number): boolean {
  const xpos = tag(r, k)
  if (k !== end || (xpos !== 'VBN' && xpos !== 'VBD')) return false
  if (xpos === 'VBD' && r.words.roles.has(`${lemma(r, k)} subject`)) return false
  if (!together(r, k, k + 1)) return true
  return xpos === 'VBN' || !hasObject(r, k)
}

/** True where a noun phrase begins behind the verb: "sank the trawler". */
function hasObject(r: Asked, k: number): boolean {
  const next = together(r, k, k + 1) ? tag(r, k + 1) : ''
  return (
    next === 'DT' ||
    next === 'PRP' ||
    next === 'PRP$' ||
    next === 'CD' ||
    next.startsWith('NN') ||
    next.startsWith('JJ')
  )
}

/** An auxiliary before another verb of the same group. */
function isAuxiliary(r: Reader, k: number): boolean {
  const word = lemma(r, k)
  if (word !== 'be' && word !== 'have' && word !== 'do' && word !== 'get') return false
  for (let i = k + 1; i <= k + 3 && together(r, k, i); i++) {
    const xpos = tag(r, i)
    if (xpos.startsWith('VB') || xpos === 'JJ') return true
    if (xpos !== 'RB') return false
  }
  return false
}

/** The word that the tree hangs the phrase from. */
function governed(r: Asked, atom: number): string | null {
  let node = tokenOf(r, atom)
  for (let steps = 0; steps < 4; steps++) {
    const arc = r.arcs[node]
    if (!arc || arc.head < 0 || arc.head === node) return null
    const deprel = arc.deprel
    node = arc.head
    const xpos = r.tags[node]?.xpos ?? ''
    if (xpos.startsWith('VB')) {
      const acts = deprel === 'nsubj' && !(xpos === 'VBN' && isPassive(r, node))
      if (!acts) return roleOfToken(r, node, '')
      return roleOfToken(r, node, ' subject') ?? none
    }
    const role = ofNoun(roleOfToken(r, node, ''))
    if (role !== null && role !== 'present' && (deprel === 'nmod' || deprel === 'nummod'))
      return role
    if (deprel === 'root' || deprel === 'parataxis') return null
  }
  return null
}

/** Shells, raids and strikes are counted themselves; only as verbs do they tell of what they hit. */
function ofNoun(role: string | null): string | null {
  return role === 'attacked' || role === 'launched' || role === 'shot' ? null : role
}

/** A participle behind a form of "be" or "get". */
function isPassive(r: Asked, node: number): boolean {
  for (let k = node - 1; k >= node - 3; k--) {
    const word = r.tags[k]?.lemma ?? ''
    if (word === 'be' || word === 'get') return true
  }
  return false
}

/** "killed 25 people", "a toll of 40", "the deaths of 12 people", at most eight atoms back. */
function before(r: Asked, first: number): string | null {
  for (let k = first - 1; k >= first - 8 && together(r, k, first); k--) {
    const xpos = tag(r, k)
    if (xpos.startsWith('VB')) return roleOfToken(r, tokenOf(r, k), '')
    if (xpos.startsWith('NN')) {
      const told = roleOfToken(r, tokenOf(r, k), '')
      // A noun right before a number is a verb as a rule ("The guards shot two poachers").
      const role = k === first - 1 ? told : ofNoun(told)
      const next = key(r, k + 1)
      const joined = next === 'of' || next === 'to' || next === 'at' || next === 'by'
      if (role !== null && role !== 'present' && joined) return role
      if (role !== null && k === first - 1) return role
    }
    if (key(r, k) === ';' || key(r, k) === ':') return null
  }
  return null
}
