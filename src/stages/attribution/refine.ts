/** Refine: spans of the drafts, weighed anew by what rules, the trained reader, the tree and the marks say together (AT36, AT37). */
import { isBarePassive } from './cue-group.ts'
import type { Draft } from './draft.ts'
import type { Evidence } from './evidence.ts'
import { headOf } from './inserted.ts'
import type { VerbLexicon } from './lexicons.ts'
import type { Range, Reading } from './reading.ts'
import { choose, questionOf, type SpanWeights } from './span-choice.ts'

/** Rules whose words leave nothing to choose. */
const fixed = new Set(['AT12', 'AT14', 'AT46', 'AT47'])
const tellingRules = new Set(['AT1', 'AT2', 'AT3', 'AT8'])

/** The drafts with the likeliest spans for cue, source and content. */
export function refine(
  r: Reading,
  drafts: readonly Draft[],
  evidence: Evidence,
  weights: SpanWeights,
): Draft[] {
  const anchors = new Set(
    drafts.filter((d) => d.rule === 'AT14' || d.rule === 'AT9').map((d) => d.anchor),
  )
  return drafts.map((d) => {
    // What is cited is reported by the clause that cites it, whatever stands near.
    if (fixed.has(d.rule)) return d
    const spans = { cue: d.cue, source: d.source, content: d.content }
    for (const role of ['cue', 'source', 'content'] as const) {
      const question = questionOf(r, { ...d, ...spans }, role, evidence)
      if (!question) continue
      if (role === 'source' && d.source.length === 0 && isBarePassive(r, d.anchor)) continue
      const chosen = choose(question, weights)
      // "reported last month, | citing": no cue swallows another.
      if (role === 'cue' && holdsOther(chosen, anchors, d.anchor)) continue
      if (role === 'content' && isCrumb(r, chosen, d)) continue
      // A rule that sees the speaker beside the cue is not talked out of it.
      if (role === 'source' && chosen.length === 0 && tellingRules.has(d.rule)) continue
      // "she published a letter | that says": not she, but what the word stands for; and an article alone is nobody.
      if (role === 'source' && chosen.some((c) => !isNominal(r, c) || isElsewhere(r, d, c)))
        continue
      spans[role] = chosen
    }
    const closed = whole(spans.content, [...spans.cue, ...spans.source])
    const sourceHead = headIn(r, spans.source, d.sourceHead)
    return { ...d, ...spans, sourceHead, content: wholeQuotes(r, d.anchor, closed) }
  })
}

/** A personal pronoun is nothing that "who", "which" or "that" could stand for. */
function isElsewhere(r: Reading, d: Draft, chosen: Range): boolean {
  const x = r.xpos(d.sourceHead)
  return (
    (x === 'WDT' || x === 'WP') && chosen.end - chosen.first === 1 && r.xpos(chosen.first) === 'PRP'
  )
}

const nominal = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'X'])

function isNominal(r: Reading, at: Range): boolean {
  for (let i = at.first; i < at.end; i++)
    if (nominal.has(r.upos(i)) || pointing.has(r.key(i))) return true
  return false
}

/** Determiners that may stand for those who speak. */
const pointing = new Set([
  'some',
  'many',
  'both',
  'all',
  'this',
  'that',
  'these',
  'those',
  'each',
  'none',
])

/** The head where it is still of the source, else the one that the words tell. */
function headIn(r: Reading, source: readonly Range[], head: number): number {
  const [first] = source
  if (!first || source.some((s) => head >= s.first && head < s.end)) return head
  return headOf(r, first)
}

function holdsOther(cue: readonly Range[], anchors: ReadonlySet<number>, own: number): boolean {
  for (const c of cue)
    for (let i = c.first; i < c.end; i++) if (i !== own && anchors.has(i)) return true
  return false
}

/** How many drafts around one may have words of its cue. */
const mostNear = 4

/** AT39: of two attributions whose cues share a word the likelier one stays. */
export function withoutDoubles(drafts: readonly Draft[]): Draft[] {
  const gone = new Set<Draft>()
  for (const [i, a] of drafts.entries())
    for (const b of drafts.slice(i + 1, i + 1 + mostNear)) {
      if (gone.has(a) || gone.has(b) || !share(a.cue, b.cue)) continue
      gone.add(weight(b) > weight(a) ? a : b)
    }
  return drafts.filter((d) => !gone.has(d))
}

function weight(d: Draft): number {
  return (d.probability ?? 0) - (d.rule === 'AT9' ? 0.001 : 0)
}

function share(a: readonly Range[], b: readonly Range[]): boolean {
  return a.some((x) => b.some((y) => x.first < y.end && y.first < x.end))
}

/** A word or two, or half of the words with no verb, where the rule has a clause before its speaker: a slip. */
function isCrumb(r: Reading, chosen: readonly Range[], d: Draft): boolean {
  let words = 0
  for (const c of chosen) words += c.end - c.first
  if (d.rule !== 'AT3') return false
  const clause = d.content[0] ?? { first: 0, end: 0 }
  // What stands before the speaker is what is said, whatever follows.
  if (clause.end <= d.anchor && chosen.every((c) => c.first > d.anchor)) return true
  const half = words * 2 <= clause.end - clause.first && !chosen.some((c) => tells(r, c))
  return (words <= 2 || half) && tells(r, clause)
}

/** Holes of few words that neither cue nor source fills are slips: "a report | by Radio Nord | that ...". */
function whole(content: readonly Range[], filled: readonly Range[]): Range[] {
  const out: Range[] = []
  for (const c of content) {
    const last = out.at(-1)
    const near = last && c.first - last.end <= widestHole && c.first > last.end
    const free = last && !filled.some((f) => f.first < c.first && f.end > last.end)
    if (last && near && free) out[out.length - 1] = { first: last.first, end: c.end }
    else out.push(c)
  }
  return out
}

const widestHole = 4

/** AT45: a quotation is said as a whole: what stops at the end of one of its sentences goes on to its own end. */
function wholeQuotes(r: Reading, anchor: number, content: readonly Range[]): Range[] {
  const own = r.quoteOf(anchor)
  const cut = (inside: number, outside: number): boolean => {
    const q = r.quoteOf(inside)
    return (
      q >= 0 &&
      q !== own &&
      r.quoteOf(outside) === q &&
      r.sentenceOf(inside) !== r.sentenceOf(outside)
    )
  }
  return content.map((c) => ({
    first: cut(c.first, c.first - 1) ? r.quote(r.quoteOf(c.first)).first : c.first,
    end: cut(c.end - 1, c.end) ? r.quote(r.quoteOf(c.end - 1)).end : c.end,
  }))
}

/**
 * AT37: a cue that the reader alone found and that takes neither a clause nor quoted words tells of a deed ("acquitted the
 * mayor"), unless its verb is one that reports.
 */
export function withDeeds(r: Reading, drafts: readonly Draft[], lexicon: VerbLexicon): Draft[] {
  return drafts.map((d) => {
    if (d.rule !== 'AT31' || r.upos(d.anchor) !== 'VERB') return d
    const frames = lexicon.verbs.get(r.lemma(d.anchor))?.frames
    const reports = frames?.has('that') || frames?.has('quote')
    return reports || d.content.some((c) => tells(r, c)) ? d : { ...d, rule: 'AT24' }
  })
}

/** True for a range with quoted words or with a finite verb that is not of a relative clause. */
function tells(r: Reading, range: Range): boolean {
  for (let i = range.first; i < range.end; i++) {
    if (r.quoteOf(i) >= 0) return true
    const x = r.xpos(i)
    if (x !== 'VBD' && x !== 'VBZ' && x !== 'VBP' && x !== 'MD') continue
    const clause = r.upos(i) === 'AUX' ? r.head(i) : i
    if (!r.deprel(clause).startsWith('acl')) return true
  }
  return false
}
