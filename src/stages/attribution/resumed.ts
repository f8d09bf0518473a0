/** Resumed clauses: where the clause of a cue goes on after what it reports, so that what follows is not reported (AT43). */
import { trimEnd } from './content-span.ts'
import type { Draft } from './draft.ts'
import { parentsOf } from './nesting.ts'
import type { Range, Reading } from './reading.ts'

const finite = new Set(['VBD', 'VBZ', 'VBP', 'MD'])
const conceding = new Set(['although', 'though', 'while', 'whereas', 'but'])
const clausal = new Set(['AT2', 'AT7'])
/** What they report is no finite clause: a finite verb behind "and" is the source's own. */
const nominal = new Set(['AT5', 'AT6', 'AT24'])

/** The drafts with contents that end where the report itself goes on, with another report of the same source or of another. */
export function withoutResumed(r: Reading, drafts: readonly Draft[]): Draft[] {
  const parents = parentsOf(drafts)
  const out = [...drafts]
  for (const [i, d] of drafts.entries()) {
    const above = parents[i] ?? -1
    const p = out[above]
    if (!p || d.rule === 'AT24' || r.quoteOf(d.anchor) !== r.quoteOf(p.anchor)) continue
    const at = r.sentenceOf(d.anchor) === r.sentenceOf(p.anchor) ? resumes(r, p, d) : -1
    if (at < 0) continue
    const content = cutAt(r, p.content, at)
    if (content.length === 0) continue
    out[above] = { ...p, content }
    if (clausal.has(p.rule) || nominal.has(p.rule))
      out[i] = { ...d, source: p.source, sourceHead: p.sourceHead }
  }
  return out
}

/** The token from which on the first draft no longer reports, because the second begins there; else -1. */
function resumes(r: Reading, p: Draft, d: Draft): number {
  const start = d.cue[0]?.first ?? d.anchor
  if (clausal.has(p.rule) || nominal.has(p.rule)) return coordinate(r, p, start)
  if (p.rule === 'AT3') return afterInserted(r, p, d)
  return p.rule === 'AT8' ? conceded(r, p, d) : -1
}

/** "admitted that ..., | but disputed the number": a verb of the cue's own form, with no subject of its own. */
function coordinate(r: Reading, p: Draft, start: number): number {
  let link = start - 1
  if (r.upos(link) === 'ADV') link--
  const first = p.content[0]?.first ?? start
  if (r.upos(link) !== 'CCONJ' || link <= first + 1 || first < p.anchor) return -1
  const own = r.xpos(p.cue[0]?.first ?? p.anchor)
  if (!finite.has(own) || r.xpos(start) !== own) return -1
  if (r.key(link - 1) === ',') return link
  if (nominal.has(p.rule)) {
    for (let i = first; i < link; i++) if (finite.has(r.xpos(i))) return -1
    return link
  }
  for (let i = first; i < link; i++)
    if (finite.has(r.xpos(i))) return r.xpos(i) === own ? -1 : own === 'VBD' ? -1 : link
  return -1
}

/** "A, the officials said, | but neither side would say B", "A, he said, | denying B". */
function afterInserted(r: Reading, p: Draft, d: Draft): number {
  let right = p.anchor + 1
  for (const x of [...p.cue, ...p.source]) right = Math.max(right, x.end)
  for (const c of p.content) {
    if (c.first < right || d.anchor < c.first || d.anchor >= c.end) continue
    const ownSource = (d.source[0]?.first ?? -1) >= c.first
    if (c.first === d.anchor && r.xpos(d.anchor) === 'VBG') return c.first
    if (conceding.has(r.key(c.first)) && ownSource) return c.first
  }
  return -1
}

/** "According to X, A, | although Y could confirm only B". */
function conceded(r: Reading, p: Draft, d: Draft): number {
  const source = d.source[0]?.first ?? -1
  for (const c of p.content)
    for (let i = source - 1; i > c.first && i >= source - 2; i--)
      if (conceding.has(r.key(i)) && r.key(i - 1) === ',' && d.anchor < c.end) return i
  return -1
}

function cutAt(r: Reading, content: readonly Range[], at: number): Range[] {
  return content.flatMap((c) => {
    if (c.end <= at) return [c]
    if (c.first >= at) return []
    const end = trimEnd(r, c.first, at)
    return end > c.first ? [{ first: c.first, end }] : []
  })
}
