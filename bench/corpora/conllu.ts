/** Reads CoNLL-U treebanks into documents with gold paragraphs, sentences, tokens, tags and syntax. */
import { Document } from '../../src/document/document.ts'
import { type Paragraph, paragraphs } from '../../src/layers/paragraphs.ts'
import { type Sentence, sentences } from '../../src/layers/sentences.ts'
import { type Arc, syntax } from '../../src/layers/syntax.ts'
import { type Tag, tags } from '../../src/layers/tags.ts'
import { type Token, tokens } from '../../src/layers/tokens.ts'
import { SpanList } from '../../src/text/span-list.ts'
import { keyOf, kindOf } from '../../src/text/unicode.ts'

/** One annotated document. The lists run parallel to the token layer. */
export interface ConlluDocument {
  /** The `newdoc id`. */
  readonly id: string
  /** `meta::` comments: author, dateCreated, genre, title ... */
  readonly meta: Readonly<Record<string, string>>
  readonly doc: Document
  /** Morphological features as written: "Number=Sing|Person=3"; `_` for none. */
  readonly feats: readonly string[]
  /** The last column as written: entities, discourse, spacing; `_` for none. */
  readonly misc: readonly string[]
  /** `sent_id` of every sentence. */
  readonly sentenceIds: readonly string[]
}

interface Row {
  readonly cells: readonly string[]
  from: number
  to: number
}

/** One sentence block of the file. */
interface Block {
  readonly text: string | null
  readonly id: string
  readonly startsParagraph: boolean
  readonly heading: boolean
  readonly rows: readonly Row[]
  /** False where the next sentence follows without a space. */
  readonly spaceAfter: boolean
}

/**
 * All documents of a file. Sentences are joined as their text had them: nothing after `SpaceAfter=No`, a blank line
 * before a new paragraph, a space otherwise. Parts of a multiword token get their own pieces of its surface
 * ("do" and "n't" of "don't"); where the parts do not spell the surface, the first takes all that is left over.
 */
export function readConllu(source: string): ConlluDocument[] {
  const out: ConlluDocument[] = []
  let id = ''
  let meta: Record<string, string> = {}
  let blocks: Block[] = []
  const flush = (): void => {
    if (blocks.length > 0) out.push(assemble(id, meta, blocks))
    blocks = []
  }
  for (const chunk of source.split(/\r?\n\r?\n/)) {
    const lines = chunk.split(/\r?\n/).filter((l) => l !== '')
    if (lines.length === 0) continue
    const newDocument = lines.find((l) => l.startsWith('# newdoc'))
    if (newDocument !== undefined) {
      flush()
      id = newDocument.split('id = ')[1] ?? ''
      meta = {}
    }
    for (const l of lines) {
      if (!l.startsWith('# meta::')) continue
      const [key = '', ...rest] = l.slice('# meta::'.length).split(' = ')
      meta[key] = rest.join(' = ')
    }
    blocks.push(readBlock(lines))
  }
  flush()
  return out
}

function readBlock(lines: readonly string[]): Block {
  const value = (name: string): string | undefined =>
    lines.find((l) => l.startsWith(`# ${name} = `))?.slice(name.length + 5)
  const given = value('text') ?? null
  const rows: Row[] = []
  const ranges: { first: number; last: number; form: string; misc: string }[] = []
  for (const line of lines) {
    if (line.startsWith('#')) continue
    const cells = line.split('\t')
    const number = cells[0] ?? ''
    if (number.includes('.')) continue
    const range = /^(\d+)-(\d+)$/.exec(number)
    if (range)
      ranges.push({
        first: Number(range[1]) - 1,
        last: Number(range[2]) - 1,
        form: cells[1] ?? '',
        misc: cells[9] ?? '_',
      })
    else rows.push({ cells, from: 0, to: 0 })
  }
  const text = given ?? spell(rows, ranges)
  place(text, rows, ranges)
  const last = ranges.at(-1)
  const lastMisc =
    last && last.last === rows.length - 1 ? last.misc : (rows.at(-1)?.cells[9] ?? '_')
  return {
    text,
    id: value('sent_id') ?? '',
    startsParagraph: lines.some((l) => l.startsWith('# newpar') || l.startsWith('# newdoc')),
    heading: (value('newpar_block') ?? '').startsWith('head'),
    rows,
    spaceAfter: !lastMisc.includes('SpaceAfter=No'),
  }
}

type Range = { first: number; last: number; form: string; misc: string }

/** The surface units: multiword tokens and the single tokens outside them. */
function* units(rows: readonly Row[], ranges: readonly Range[]): Generator<Range> {
  const starts = new Map(ranges.map((r) => [r.first, r]))
  for (let i = 0; i < rows.length; i++) {
    const cells = rows[i]?.cells
    const range = starts.get(i)
    yield range ?? { first: i, last: i, form: cells?.[1] ?? '', misc: cells?.[9] ?? '_' }
    if (range) i = range.last
  }
}

function spell(rows: readonly Row[], ranges: readonly Range[]): string {
  let text = ''
  for (const unit of units(rows, ranges))
    text += unit.form + (unit.misc.includes('SpaceAfter=No') ? '' : ' ')
  return text.trimEnd()
}

/** Finds every token in the sentence's text. */
function place(text: string, rows: readonly Row[], ranges: readonly Range[]): void {
  let pos = 0
  for (const unit of units(rows, ranges)) {
    const at = text.indexOf(unit.form, pos)
    const from = at < 0 ? pos : at
    const to = Math.min(text.length, from + unit.form.length)
    pos = to
    const parts = rows.slice(unit.first, unit.last + 1)
    if (parts.length === 1) {
      const only = parts[0]
      if (only) Object.assign(only, { from, to })
      continue
    }
    // From the end: a clitic at the end is spelled out more often than the stem before it.
    let end = to
    for (const [k, part] of [...parts.entries()].reverse()) {
      const form = part.cells[1] ?? ''
      const start = k === 0 ? from : Math.max(from, end - form.length)
      Object.assign(part, { from: start, to: end })
      end = start
    }
  }
}

function assemble(
  id: string,
  meta: Readonly<Record<string, string>>,
  blocks: readonly Block[],
): ConlluDocument {
  let text = ''
  const starts: number[] = []
  for (const [i, block] of blocks.entries()) {
    if (i > 0) text += block.startsParagraph ? '\n\n' : blocks[i - 1]?.spaceAfter ? ' ' : ''
    starts.push(text.length)
    text += block.text ?? ''
  }
  const paragraphItems: Paragraph[] = []
  const sentenceItems: Sentence[] = []
  const tokenItems: Token[] = []
  const tagItems: Tag[] = []
  const arcItems: Arc[] = []
  const feats: string[] = []
  const misc: string[] = []
  for (const [s, block] of blocks.entries()) {
    const start = starts[s] ?? 0
    const end = start + (block.text ?? '').length
    const last = paragraphItems.at(-1)
    if (block.startsParagraph || !last) {
      paragraphItems.push({
        from: start,
        to: end,
        kind: block.heading ? 'heading' : 'body',
        dateline: null,
      })
    } else paragraphItems[paragraphItems.length - 1] = { ...last, to: end }
    sentenceItems.push({ from: start, to: end, paragraph: paragraphItems.length - 1 })
    const first = tokenItems.length
    for (const row of block.rows) {
      const at = { from: start + row.from, to: start + row.to }
      const form = text.slice(at.from, at.to)
      const [, , lemma = '', upos = 'X', xpos = '', feat = '_', head = '0', deprel = 'dep'] =
        row.cells
      tokenItems.push({ ...at, form, key: keyOf(form), kind: kindOf(form), sentence: s })
      tagItems.push({ ...at, upos, xpos, lemma })
      arcItems.push({ ...at, head: head === '0' ? -1 : first + Number(head) - 1, deprel })
      feats.push(feat)
      misc.push(row.cells[9] ?? '_')
    }
  }
  const facts = { title: meta['title'] ?? null, published: meta['dateCreated'] ?? null }
  const doc = Document.of(text, facts)
    .with(paragraphs, SpanList.of(paragraphItems))
    .with(sentences, SpanList.of(sentenceItems))
    .with(tokens, SpanList.of(tokenItems))
    .with(tags, SpanList.of(tagItems))
    .with(syntax, SpanList.of(arcItems))
  return { id, meta, doc, feats, misc, sentenceIds: blocks.map((b) => b.id) }
}
