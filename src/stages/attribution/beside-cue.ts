/** Beside the cue: speakers that the words round a cue show, where the tree errs. */
import { isPassive } from './cue-group.ts'
import { headOf, phraseBack } from './inserted.ts'
import type { Range, Reading } from './reading.ts'

export interface SourceFound {
  /** Null where the text hides the source. */
  readonly range: Range | null
  /** Head token of the source, or -1. */
  readonly head: number
  /** True where the source is only understood: shared with or taken from a governing verb. */
  readonly shared: boolean
  readonly passive: boolean
}

/** "quotes a broker as saying": the one who is quoted. */
export function quotedSaying(r: Reading, verb: number, group: Range): SourceFound | null {
  const as = group.first - 1
  if (r.xpos(verb) !== 'VBG' || r.key(as) !== 'as') return null
  const first = phraseBack(r, as, r.sentence(r.sentenceOf(verb)))
  const above = r.lemma(first - 1)
  if (first === as || (above !== 'quote' && above !== 'cite')) return null
  if (isPassive(r, first - 1)) return null
  const range = { first, end: as }
  return { range, head: headOf(r, range), shared: false, passive: false }
}

/** "Two officials, speaking on condition of anonymity because they were not authorised, | said": the phrase before the aside. */
export function acrossAside(r: Reading, verb: number, group: Range): SourceFound | null {
  if (r.key(group.first - 1) !== ',' || !/^VB[DPZ]$/.test(r.xpos(verb))) return null
  const own = subjectOf(r, verb)
  if (own >= 0 && r.upos(own) !== 'PRON') return null
  const bounds = r.sentence(r.sentenceOf(verb))
  const q = r.quoteOf(verb)
  for (let i = group.first - 2; i > bounds.first && i > group.first - 32; i--) {
    if (r.quoteOf(i) !== q) return null
    if (r.key(i) !== ',') continue
    const x = r.xpos(i + 1)
    if (x !== 'VBG' && x !== 'VBN' && x !== 'WP') continue
    const first = phraseBack(r, i, bounds)
    if (first === i) continue
    const before = r.upos(first - 1)
    if (first !== bounds.first && !r.isPunct(first - 1) && before !== 'SCONJ') continue
    const head = headOf(r, { first, end: i })
    if (r.upos(head) === 'PRON') return null
    return { range: { first, end: group.first }, head, shared: false, passive: false }
  }
  return null
}

/** "An official who declined to be identified | said": the noun before a relative clause that ends at the cue. */
export function acrossRelative(r: Reading, verb: number, group: Range): SourceFound | null {
  const d = r.deprel(verb)
  if (d === 'conj' || d === 'acl:relcl' || !/^VB[DZ]$/.test(r.xpos(verb))) return null
  const bounds = r.sentence(r.sentenceOf(verb))
  for (let i = group.first - 2; i > bounds.first && i > group.first - 24; i--) {
    if (r.key(i) !== 'who' || r.quoteOf(i) !== r.quoteOf(verb)) continue
    const end = r.key(i - 1) === ',' ? i - 1 : i
    const first = phraseBack(r, end, bounds)
    if (first === end) return null
    const head = headOf(r, { first, end })
    return { range: { first, end: group.first }, head, shared: false, passive: false }
  }
  return null
}

const mostReduced = 16

/** "Two officials briefed on the matter | said": the noun before a participle that ends at the cue, whatever the tree says. */
export function acrossReduced(r: Reading, verb: number, group: Range): SourceFound | null {
  if (group.first !== verb || !/^VB[DZ]$/.test(r.xpos(verb))) return null
  const bounds = r.sentence(r.sentenceOf(verb))
  for (let i = verb - 2; i > bounds.first && i > verb - mostReduced; i--) {
    const x = r.xpos(i)
    if (r.isPunct(i) || x === 'VBD' || x === 'VBZ' || x === 'VBP' || x === 'MD' || x === 'WP')
      return null
    if (x !== 'VBN' || r.xpos(verb - 1) === 'IN') continue
    const people = r.upos(i - 1)
    if (people !== 'NOUN' && people !== 'PROPN' && people !== 'NUM') return null
    const first = phraseBack(r, i, bounds)
    if (first !== bounds.first && !r.isPunct(first - 1) && r.upos(first - 1) !== 'SCONJ')
      return null
    return {
      range: { first, end: verb },
      head: headOf(r, { first, end: i }),
      shared: false,
      passive: false,
    }
  }
  return null
}

/**
 * "At a rally in Ohio, Berg said", "SEOUL - The agency said", "Asked about it, Berg said": where the tree took the leading
 * phrase for the subject, the words beside the cue win.
 */
export function pastLeadingPhrase(r: Reading, subject: number, group: Range): Range | null {
  const bounds = r.sentence(r.sentenceOf(subject))
  const lead = Math.max(bounds.first, r.tree.firstOf(subject) - 1)
  const between = r.key(group.end) === ','
  const opened = r.upos(lead) === 'ADP' || r.upos(r.tree.firstOf(subject)) === 'ADP'
  const participle = r.upos(subject) === 'VERB' || r.upos(r.tree.firstOf(subject)) === 'VERB'
  let mark = -1
  for (let i = group.first - 1; i > subject && i > group.first - 24; i--)
    if (r.key(i) === ',' || isDash(r.key(i))) {
      mark = i
      break
    }
  if (mark < 0 || mark >= group.first - 1) return null
  if (isDash(r.key(mark)))
    return isLoneDash(r, mark, bounds) ? beside(r, mark, group, bounds) : null
  if (participle) return beside(r, mark, group, bounds)
  if (mark <= group.first - 12) return null
  if (!between && (lead > bounds.first + 1 || !opened)) return null
  return beside(r, mark, group, bounds)
}

/** What stands between a mark and the cue, where it is one noun phrase. */
function beside(r: Reading, mark: number, group: Range, bounds: Range): Range | null {
  const first = phraseBack(r, group.first, bounds)
  return first === mark + 1 ? { first, end: group.first } : null
}

function isDash(key: string): boolean {
  return key === '—' || key === '–' || key === '--' || key === '-'
}

function isLoneDash(r: Reading, at: number, bounds: Range): boolean {
  for (let i = bounds.first; i < at; i++) if (isDash(r.key(i))) return false
  return true
}

export function subjectOf(r: Reading, verb: number): number {
  let found = -1
  for (const c of r.tree.childrenOf(verb)) {
    const d = r.deprel(c)
    if (d === 'nsubj' || d === 'nsubj:pass') found = c
    if (d === 'nsubj' && c < verb) break
  }
  return found
}
