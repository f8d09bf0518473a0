/** Assembles the layer: spans, kinds, parents, speakers and profiles from drafts. */

import type { Attribution } from '../../layers/attributions.ts'
import type { NumberWords } from '../../lexicon/number-words.ts'
import { compareSpans, cover, mergeSpans, type Span } from '../../text/span.ts'
import { agreeingNoun } from './agreement.ts'
import { namedRoles, profileOf, type ReportFacts } from './anonymous.ts'
import { carriesOf } from './carry.ts'
import type { Draft } from './draft.ts'
import { headOf } from './inserted.ts'
import { maxDepth, parentsOf } from './nesting.ts'
import type { ProfileLexicons } from './profile-lexicons.ts'
import type { Range, Reading } from './reading.ts'
import { type KindLexicons, sourceKindOf } from './source-kind.ts'
import type { Speakers } from './speakers.ts'

const relative = new Set(['who', 'which', 'that', 'whom'])

/** The word lists that describe sources. */
type SourceLexicons = ProfileLexicons & KindLexicons & { readonly numbers: NumberWords }

/** The layer's items, sorted, with parents as indices into the result. */
export function assemble(
  r: Reading,
  drafts: readonly Draft[],
  lexicons: SourceLexicons,
  speakers: Speakers,
): Attribution[] {
  const parents = parentsOf(drafts)
  const carries = carriesOf(r, drafts, parents)
  const facts = { roles: namedRoles(r), types: (i: number) => speakers.typeAt(r, i) }
  const items = drafts.map((d, i) => ({
    draft: d,
    index: i,
    item: itemOf(r, d, lexicons, speakers, facts),
  }))
  items.sort((a, b) => compareSpans(a.item, b.item) || a.draft.anchor - b.draft.anchor)
  const byDraft = new Map(items.map((x) => [x.index, x.item]))
  const place = new Int32Array(drafts.length)
  for (const [at, { index }] of items.entries()) place[index] = at
  return items.map(({ index, item }) => {
    const parent = parents[index] ?? -1
    const above = drafts[parent]
    const by = byDraft.get(quotedSpeaker(r, drafts, parents, index))
    return {
      ...item,
      ...asSpoken(r, drafts[index], item, by),
      rule: above && isOwnExpectation(item, above) ? 'AT25' : item.rule,
      parent: parent < 0 ? null : (place[parent] ?? null),
      carries: carries[index] ?? [],
    }
  })
}

const oneself = new Set(['i', 'we'])

/** For a source "I", "we" or "you" the draft whose words it stands in: a turn, or who is quoted; else -1. */
function quotedSpeaker(
  r: Reading,
  drafts: readonly Draft[],
  parents: readonly number[],
  index: number,
): number {
  const head = drafts[index]?.sourceHead ?? -1
  if (head < 0 || (!oneself.has(r.key(head)) && r.key(head) !== 'you')) return -1
  let up = parents[index] ?? -1
  for (let steps = 0; steps < maxDepth && up >= 0; steps++) {
    const d = drafts[up]
    const outside = d && r.quoteOf(head) >= 0 && r.quoteOf(d.anchor) !== r.quoteOf(head)
    if (d?.rule === 'AT12' || outside) return up
    up = parents[up] ?? -1
  }
  return -1
}

/** "I" is who speaks; "you" is not. */
function asSpoken(
  r: Reading,
  d: Draft | undefined,
  item: Item,
  by: Item | undefined,
): Partial<Pick<Item, 'speaker' | 'sourceName' | 'anonymous'>> {
  if (!d || !by) return {}
  if (oneself.has(r.key(d.sourceHead)))
    return { speaker: by.speaker, sourceName: by.sourceName, anonymous: by.anonymous }
  return item.sourceName === by.sourceName
    ? { speaker: null, sourceName: r.form(d.sourceHead) }
    : {}
}

/** "The paper says that X is expected to Y": who expects it is the paper; the words tell how sure it is. */
function isOwnExpectation(item: Item, above: Draft): boolean {
  return item.rule === 'AT4' && item.stance === 'expects' && above.source.length > 0
}

type Item = Omit<Attribution, 'parent' | 'carries'>

function itemOf(
  r: Reading,
  d: Draft,
  lexicons: SourceLexicons,
  speakers: Speakers,
  facts: ReportFacts,
): Item {
  const spans = (ranges: readonly Range[]): Span[] => mergeSpans(ranges.map((x) => r.span(x)))
  const source = spans(d.source)
  const cue = spans(d.cue)
  const content = spans(d.content)
  const all = cover([...source, ...cue, ...content]) ?? { from: 0, to: 0 }
  const stated = d.called
    ? { range: d.called, head: d.called.end - 1 }
    : d.source[0]
      ? antecedent(r, d.source[0], d.sourceHead)
      : null
  const named = stated ? { range: stated.range, head: lexicalHead(r, stated, speakers) } : null
  const label =
    d.rule === 'AT12' && named
      ? speakers.ofLabel(r.text.slice(r.from(named.range.first), r.to(named.range.end - 1)))
      : null
  const found = label ?? (named ? speakers.entityAt(r, named.range, named.head) : null)
  const wanted = named ? calledName(r, named.range, named.head) : null
  // "the woman, who gave only her first name, Sumi": her words outweigh whom "the woman" would stand for.
  const other = wanted !== null && found !== null && !speakers.entity(found).name.includes(wanted)
  const speaker = other ? null : found
  const known = speaker !== null && !speakers.entity(speaker).nameless
  const called = wanted !== null && !known
  const anonymous =
    named && !known && !called ? profileOf(r, named.range, named.head, lexicons, facts) : null
  const entity = speaker === null ? null : speakers.entity(speaker)
  const sourceKind = named ? sourceKindOf(r, named.range, named.head, entity, lexicons) : null
  return {
    ...all,
    source,
    cue,
    content,
    kind: kindOf(r, d.content),
    stance: d.stance,
    speaker,
    sourceName: named ? nameOf(r, named.range, named.head, speaker, speakers) : null,
    anonymous,
    ...(sourceKind === null ? {} : { sourceKind }),
    ...(d.probability === undefined ? {} : { probability: d.probability }),
    rule: d.rule,
  }
}

/** The noun that heads the source by its words: the person after an office, in "Ukrainian and Western officials" the officials. */
function lexicalHead(r: Reading, at: { range: Range; head: number }, speakers: Speakers): number {
  if (r.upos(at.head) === 'PRON' || r.upos(at.head) === 'NUM') return at.head
  return speakers.personClosing(r, at.range) ?? headOf(r, at.range)
}

/** For "who" and "which" the noun that they stand for; otherwise the source itself. */
function antecedent(r: Reading, range: Range, head: number): { range: Range; head: number } {
  if (!relative.has(r.key(head)) || r.upos(head) === 'PROPN' || range.end - range.first > 1)
    return { range, head }
  let up = head
  for (let steps = 0; steps < 6; steps++) {
    const relation = r.deprel(up)
    up = r.head(up)
    if (up < 0) break
    if (relation === 'acl:relcl' && up < range.first) {
      up = agreeingNoun(r, up, head)
      let first = r.tree.firstOf(up)
      while (
        first < up &&
        (r.upos(first) === 'ADP' || r.upos(first) === 'PUNCT' || r.upos(first) === 'CCONJ')
      )
        first++
      let end = Math.min(r.tree.lastOf(up) + 1, range.first)
      while (end > up + 1 && r.isPunct(end - 1)) end--
      return { range: { first, end }, head: up }
    }
  }
  const beside = r.isPunct(range.first - 1) ? range.first - 2 : range.first - 1
  const before = agreeingNoun(r, beside, head)
  if (r.upos(before) === 'PROPN' || r.upos(before) === 'NOUN') {
    let first = before
    while (
      r.upos(first - 1) === 'PROPN' ||
      r.upos(first - 1) === 'NOUN' ||
      r.upos(first - 1) === 'DET' ||
      r.upos(first - 1) === 'ADJ'
    )
      first--
    return { range: { first, end: before + 1 }, head: before }
  }
  return { range, head }
}

/** The words that name the source: the entity's name, or the noun phrase without what follows its head. */
function nameOf(
  r: Reading,
  range: Range,
  head: number,
  speaker: number | null,
  speakers: Speakers,
): string {
  if (speaker !== null) {
    const entity = speakers.entity(speaker)
    const pronoun = r.upos(head) === 'PRON'
    // "the agency" is told by its name; of "the National Guard of Ruritania" no word is lost.
    const whole = entity.type === 'PERSON' || r.key(head + 1) !== 'of' || head + 1 >= range.end
    if (pronoun || (!entity.nameless && whole)) return entity.name
  }
  const apposed = apposedName(r, range, head) ?? calledName(r, range, head)
  if (apposed) return apposed
  let end = range.end
  for (let i = head + 1; i < range.end; i++) {
    if (
      r.key(i) === ',' ||
      r.key(i) === '(' ||
      r.deprel(i) === 'acl:relcl' ||
      r.xpos(i) === 'WP' ||
      r.xpos(i) === 'WDT' ||
      ((r.xpos(i) === 'VBN' || r.xpos(i) === 'VBG') && r.upos(i) === 'VERB')
    ) {
      end = i
      break
    }
  }
  while (end > range.first + 1 && (r.isPunct(end - 1) || r.xpos(end - 1) === 'POS')) end--
  return r.text.slice(r.from(range.first), r.to(end - 1))
}

/** "The operator, Nordlinjen,": the name between two commas, or null. */
function apposedName(r: Reading, range: Range, head: number): string | null {
  if (r.upos(head) !== 'NOUN' || r.key(head + 1) !== ',' || head + 2 >= range.end) return null
  let end = head + 2
  while (end < range.end && r.upos(end) === 'PROPN') end++
  if (end === head + 2 || (end < range.end && r.key(end) !== ',')) return null
  return r.text.slice(r.from(head + 2), r.to(end - 1))
}

const namings = new Set(['call', 'identify', 'name', 'know'])
const mostBetween = 7
const mostAside = 16

/**
 * "one of them, who asked to be called only Mama Saratu", "who gave her name as Sumi": the name by which a source wants to
 * go, also in an aside right behind its words; or null.
 */
function calledName(r: Reading, range: Range, head: number): string | null {
  const who = r.xpos(range.end + 1)
  const aside = r.key(range.end) === ',' && (who === 'WP' || who === 'VBG' || who === 'VBN')
  const end = aside ? asideEnd(r, range.end + 1) : range.end
  for (let i = head + 1; i < end; i++) {
    const participle = namings.has(r.lemma(i)) && r.xpos(i) === 'VBN'
    const given = r.key(i) === 'name' && (r.key(i + 1) === 'as' || r.key(i + 1) === ',')
    if (!participle && !given) continue
    let first = i + 1
    while (first < end && first <= i + mostBetween && r.upos(first) !== 'PROPN') {
      if (r.isPunct(first) && !(given && first === i + 1)) return null
      first++
    }
    let last = first
    while (last < end && r.upos(last) === 'PROPN') last++
    return last > first ? r.text.slice(r.from(first), r.to(last - 1)) : null
  }
  return null
}

/** An aside with "name, Sumi," has one comma more. */
function asideEnd(r: Reading, from: number): number {
  const s = r.sentenceOf(from)
  let end = from
  while (end < from + mostAside && r.sentenceOf(end) === s) {
    if (r.isPunct(end) && !(r.key(end) === ',' && r.key(end - 1) === 'name')) break
    end++
  }
  return end
}

/** Direct when all words stand in quotation marks, indirect when none does, mixed otherwise. */
function kindOf(r: Reading, content: readonly Range[]): Attribution['kind'] {
  let quoted = 0
  let plain = 0
  for (const c of content)
    for (let i = c.first; i < c.end; i++) {
      if (r.isPunct(i)) continue
      if (r.quoteOf(i) >= 0) quoted++
      else plain++
    }
  if (quoted === 0) return 'indirect'
  return plain === 0 ? 'direct' : 'mixed'
}
