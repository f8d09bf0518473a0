/** Turns an annotated report into documents and lists that the stages' own graders compare with. */
import { Document } from '../../src/document/document.ts'
import { type Attribution, attributions } from '../../src/layers/attributions.ts'
import { type Claim, claims } from '../../src/layers/claims.ts'
import { sentences } from '../../src/layers/sentences.ts'
import { plain } from '../../src/model/certainty.ts'
import { compareSpans, cover, type Span } from '../../src/text/span.ts'
import { SpanList } from '../../src/text/span-list.ts'
import type { AnnotatedAttribution, AnnotatedClaim } from './annotation.ts'
import { type GoldReport, type GoldSentence, placeOf } from './read-gold.ts'

interface Placed {
  item: Attribution
  readonly sentences: GoldSentence[]
  readonly parent: Placed | null
}

/** A document with gold sentences, attributions and claims. */
export function goldDocument(report: GoldReport): Document {
  const placed: Placed[] = []
  const ownOf = new Map<GoldSentence, readonly Placed[]>()
  let before: Placed[] = []
  for (const sentence of report.sentences) {
    const own: Placed[] = []
    for (const mark of sentence.marks.attributions ?? []) {
      const item = attributionOf(sentence, mark)
      const first = mark.goesOn ? before.findLast((p) => p.parent === null) : undefined
      if (first) {
        first.item = joined(report.text, first.item, item)
        first.sentences.push(sentence)
        own.push(first)
        continue
      }
      const parent = mark.parent === undefined ? null : (own[mark.parent] ?? null)
      const made = { item, sentences: [sentence], parent }
      own.push(made)
      placed.push(made)
    }
    ownOf.set(sentence, own)
    before = own
  }
  placed.sort((a, b) => compareSpans(a.item, b.item))
  const items = placed.map(
    (p): Attribution => ({
      ...p.item,
      kind: kindOf(report.text, p.item.content),
      parent: p.parent ? placed.indexOf(p.parent) : null,
    }),
  )
  const made = report.sentences.flatMap((s) =>
    (s.marks.claims ?? []).map((c) => claimOf(s, c, ownOf.get(s) ?? [], placed)),
  )
  return Document.of(report.text, { published: report.published })
    .with(sentences, SpanList.of(report.sentences.map((s) => ({ ...at(s), paragraph: 0 }))))
    .with(attributions, SpanList.of(items))
    .with(claims, SpanList.sorted(made))
}

const at = (s: Span): Span => ({ from: s.from, to: s.to })

function attributionOf(sentence: GoldSentence, mark: AnnotatedAttribution): Attribution {
  const spans = (words: readonly string[]): Span[] =>
    words.filter((w) => w !== '').map((w) => placeOf(sentence, w))
  const [source, cue, content] = [spans([mark.source]), spans([mark.cue]), spans(mark.content)]
  return {
    ...(cover([...source, ...cue, ...content]) ?? at(sentence)),
    source,
    cue,
    content,
    kind: 'indirect',
    stance: mark.stance,
    parent: null,
    speaker: null,
    sourceName: mark.speaker,
    anonymous: mark.anonymous ? { words: mark.source, ...mark.anonymous } : null,
    carries: [],
    rule: 'gold',
  }
}

/** The content of both; one span where nothing but the end of a sentence stands between them. */
function joined(text: string, first: Attribution, more: Attribution): Attribution {
  const content = [...first.content]
  for (const span of more.content) {
    const last = content.at(-1)
    if (last && /^[^"”][.?!]?\s+$/u.test(text.slice(last.to - 1, span.from)))
      content.splice(-1, 1, { from: last.from, to: span.to })
    else content.push(span)
  }
  return { ...first, ...cover([first, ...content]), content }
}

/** Direct where all of the content stands in quotation marks, mixed where some of it does. */
function kindOf(text: string, content: readonly Span[]): Attribution['kind'] {
  const parts = content.map((c) => text.slice(c.from, c.to))
  if (parts.every((part) => /^["“].*["”]$/su.test(part))) return 'direct'
  return parts.some((part) => /["“”]/u.test(part)) ? 'mixed' : 'indirect'
}

/** The chain runs down to the attribution that holds the claim; one written out names speakers, own ones first. */
function claimOf(
  sentence: GoldSentence,
  mark: AnnotatedClaim,
  own: readonly Placed[],
  placed: readonly Placed[],
): Claim {
  const holds: Placed[] = []
  let at = mark.within === undefined ? null : (own[mark.within] ?? null)
  for (; at; at = at.parent) holds.unshift(at)
  for (const speaker of mark.within === undefined ? mark.chain : []) {
    const speaks = (p: Placed): boolean => p.item.sourceName === speaker
    const known = own.find(speaks) ?? placed.find(speaks)
    if (!known) throw new Error(`no attribution to "${speaker}" for "${mark.words}"`)
    holds.push(known)
  }
  const chain = holds.map((p) => placed.indexOf(p))
  return {
    ...placeOf(sentence, mark.words),
    chain,
    mode: mark.mode,
    polarity: mark.polarity,
    certainty: { ...plain, class: mark.certainty },
    events: [],
    times: [],
    places: [],
    quantities: [],
    statedOn: null,
    why: {},
  }
}

/** What a sentence list marks, over all sentences, with places. */
export function placedMarks<T extends { readonly words: string }>(
  report: GoldReport,
  of: (marks: GoldSentence['marks']) => readonly T[] | undefined,
): (T & Span)[] {
  return report.sentences.flatMap((s) =>
    (of(s.marks) ?? []).map((m) => ({ ...m, ...placeOf(s, m.words) })),
  )
}
