/** Cue features: what a verb candidate looks like, as strings; the trained weights are keyed by them. */

import type { SourceFound } from './beside-cue.ts'
import { isPassive } from './cue-group.ts'
import type { Frame } from './frame.ts'
import type { CueEntry, SourceKind } from './lexicons.ts'
import type { Range, Reading } from './reading.ts'

/** Everything that was found out about one candidate. */
export interface Candidate {
  readonly verb: number
  readonly group: Range
  readonly source: SourceFound
  readonly frame: Frame
  readonly entry: CueEntry | null
  /** The lemma, with the particle of a phrasal verb. */
  readonly lemma: string
  /** What is reported, where the words round an inserted clause tell it. */
  readonly content?: readonly Range[]
}

const pronouns = new Set(['i', 'you', 'he', 'she', 'it', 'we', 'they', 'who', 'which', 'that'])

/** What kind of thing the source is, in a word. */
export function sourceShape(
  r: Reading,
  source: SourceFound,
  nouns: ReadonlyMap<string, SourceKind>,
): string {
  if (source.head < 0) return source.passive ? 'hidden' : 'none'
  const key = r.key(source.head)
  if (pronouns.has(key)) return key
  const u = r.upos(source.head)
  if (u === 'PROPN') return 'name'
  if (u === 'PRON' || u === 'DET' || u === 'NUM') return 'some'
  return nouns.get(r.lemma(source.head)) ?? 'noun'
}

/** The features of a candidate, fixed in order. */
export function featuresOf(
  r: Reading,
  c: Candidate,
  nouns: ReadonlyMap<string, SourceKind>,
): string[] {
  const { verb, frame } = c
  const kind = frame.kind === 'prep' ? `prep-${frame.prep}` : frame.kind
  const coarse = frame.kind
  const listed = c.entry ? c.entry.class : 'other'
  const fits = c.entry?.frames.has(frameName(frame)) ? 'fits' : 'odd'
  const shape = sourceShape(r, c.source, nouns)
  const passive = isPassive(r, verb)
  const relation = r.deprel(verb)
  const out = [
    'bias',
    `lemma ${c.lemma}`,
    `lemma+frame ${c.lemma} ${kind}`,
    `class ${listed}`,
    `class+frame ${listed} ${coarse}`,
    `fits ${listed} ${fits}`,
    `frame ${kind}`,
    `frame+source ${coarse} ${shape}`,
    `source ${shape}`,
    `class+source ${listed} ${shape}`,
    `voice ${passive ? 'passive' : 'active'} ${coarse}`,
    `class+voice ${listed} ${passive ? 'passive' : 'active'}`,
    `form ${r.xpos(verb)}`,
    `class+form ${listed} ${r.xpos(verb)}`,
    `relation ${relation}`,
    `class+relation ${listed} ${relation}`,
    c.source.shared ? 'shared' : 'own',
    r.quoteOf(verb) >= 0 ? 'quoted' : 'unquoted',
  ]
  for (let i = c.group.first; i < verb; i++) {
    const u = r.upos(i)
    if (r.xpos(i) === 'MD') out.push(`modal ${r.key(i)}`, `class+modal ${listed}`)
    if (r.key(i) === 'to') out.push('infinitive', `class+infinitive ${listed}`)
    if (u === 'PART' && r.key(i) !== 'to') out.push('negated', `class+negated ${listed}`)
  }
  if (relation === 'xcomp' || relation === 'advcl' || relation === 'ccomp')
    out.push(`governor ${r.lemma(r.head(verb))}`)
  if (frame.kind === 'obj' || frame.kind === 'prep' || frame.kind === 'as') {
    const u = r.upos(frame.head)
    out.push(`object ${u}`, `class+object ${listed} ${u}`)
    if (u === 'NOUN') out.push(`objectlemma ${r.lemma(frame.head)}`)
    let quoted = false
    for (let i = frame.at; i < frame.at + 12 && i < r.length; i++)
      if (
        r.quoteOf(i) >= 0 &&
        r.quoteOf(i) !== r.quoteOf(verb) &&
        r.sentenceOf(i) === r.sentenceOf(verb)
      )
        quoted = true
    if (quoted) out.push('quotes near', `class+quotes near ${listed}`)
  }
  return out
}

/** The lexicon's word for a frame. */
export function frameName(frame: Frame): string {
  switch (frame.kind) {
    case 'quote-after':
    case 'quote-before':
      return 'quote'
    case 'before':
      return 'bare'
    case 'prep':
      return frame.prep
    default:
      return frame.kind
  }
}
