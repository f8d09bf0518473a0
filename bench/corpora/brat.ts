/** Reads brat standoff annotation of attribution relations (PolNeAR) into documents with a gold attributions layer. */
import { Document } from '../../src/document/document.ts'
import { type Attribution, attributions } from '../../src/layers/attributions.ts'
import { compareSpans, cover, mergeSpans, type Span, trim } from '../../src/text/span.ts'
import { SpanList } from '../../src/text/span-list.ts'

type Role = 'source' | 'cue' | 'content'
const roles: Readonly<Record<string, Role>> = { Source: 'source', Cue: 'cue', Content: 'content' }

/**
 * The document of a text with its `.ann` file. Offsets in brat count code points; ours count UTF-16 code units.
 * Relations without a cue or content are left out: there is nothing to compare them with.
 */
export function readBrat(text: string, ann: string): Document {
  const unit = unitOffsets(text)
  const bounds = new Map<string, Span[]>()
  const relations: Record<Role, Span[]>[] = []
  for (const line of ann.split(/\r?\n/)) {
    const [id = '', body = ''] = line.split('\t')
    if (/^T\d+$/.test(id)) {
      const ranges = body.slice(body.indexOf(' ') + 1).split(';')
      bounds.set(
        id,
        ranges.flatMap((range) => {
          const [from = Number.NaN, to = Number.NaN] = range.split(' ').map(Number)
          if (!Number.isInteger(from) || !Number.isInteger(to)) return []
          const at = trim(text, { from: unit(from), to: unit(to) })
          return at.to > at.from ? [at] : []
        }),
      )
    }
  }
  for (const line of ann.split(/\r?\n/)) {
    const [id = '', body = ''] = line.split('\t')
    if (!/^E\d+$/.test(id)) continue
    const relation: Record<Role, Span[]> = { source: [], cue: [], content: [] }
    for (const part of body.split(' ').slice(1)) {
      const [name = '', target = ''] = part.split(':')
      const role = roles[name.replace(/\d+$/, '')]
      if (role) relation[role].push(...(bounds.get(target) ?? []))
    }
    if (relation.cue.length > 0 && relation.content.length > 0) relations.push(relation)
  }
  const items: Attribution[] = relations.map((r) => ({
    ...(cover([...r.source, ...r.cue, ...r.content]) ?? { from: 0, to: 0 }),
    source: mergeSpans(r.source),
    cue: mergeSpans(r.cue),
    content: mergeSpans(r.content),
    kind: 'indirect',
    stance: 'asserts',
    parent: null,
    speaker: null,
    sourceName: null,
    anonymous: null,
    carries: [],
    rule: 'gold',
  }))
  return Document.of(text).with(attributions, SpanList.of(items.sort(compareSpans)))
}

/** Code point offset to UTF-16 offset. */
function unitOffsets(text: string): (point: number) => number {
  let astral = false
  for (let i = 0; i < text.length && !astral; i++) astral = (text.charCodeAt(i) & 0xfc00) === 0xd800
  if (!astral) return (point) => Math.min(point, text.length)
  const table: number[] = []
  for (let i = 0; i < text.length; i++) {
    table.push(i)
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800) i++
  }
  return (point) => table[point] ?? text.length
}
