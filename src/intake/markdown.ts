/** Markdown: the words without the marks, with a map back to the file. */
import type { Nodes, Parents, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { MappedText, type OffsetMap } from '../text/offset-map.ts'

/** The running text of a Markdown file. */
export interface MarkdownBody {
  readonly text: string
  readonly map: OffsetMap
  /** The first heading, when the file opens with it; it is not in the text. */
  readonly title: string | null
}

const leaveOut = new Set([
  'html',
  'definition',
  'thematicBreak',
  'footnoteDefinition',
  'yaml',
  'code',
])
const blocks = new Set(['paragraph', 'heading', 'tableCell'])

/** Reads Markdown from `from` on (front matter lies before it). */
export function markdownBody(source: string, from: number): MarkdownBody {
  const body = source.slice(from)
  const tree = fromMarkdown(body)
  const out = new MappedText()
  const writer = new Writer(body, from, out)
  const title = titleOf(tree)
  for (const child of tree.children)
    if (!(title !== null && child === tree.children[0])) writer.block(child)
  return { text: out.text(), map: out.map(), title }
}

function titleOf(tree: Root): string | null {
  const first = tree.children[0]
  if (first?.type !== 'heading' || first.depth !== 1) return null
  const words = wordsOf(first).trim()
  return words === '' ? null : words
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? (node as Parents).children.map(wordsOf).join('') : ''
}

/** Writes blocks with a blank line between them. */
class Writer {
  readonly #source: string
  readonly #base: number
  readonly #out: MappedText

  constructor(source: string, base: number, out: MappedText) {
    this.#source = source
    this.#base = base
    this.#out = out
  }

  block(node: Nodes): void {
    if (leaveOut.has(node.type)) return
    if (!blocks.has(node.type)) {
      if ('children' in node) for (const child of (node as Parents).children) this.block(child)
      return
    }
    if (wordsOf(node).trim() === '') return
    if (this.#out.length > 0) this.#out.insert('\n\n')
    this.#inline(node)
  }

  #inline(node: Nodes): void {
    if (node.type === 'text' || node.type === 'inlineCode') this.#words(node)
    else if (node.type === 'break') this.#out.insert('\n')
    else if ('children' in node) for (const child of (node as Parents).children) this.#inline(child)
  }

  /** Copies words that stand in the source letter by letter; escapes and entities are made text, with no run of their own. */
  #words(node: Extract<Nodes, { type: 'text' | 'inlineCode' }>): void {
    let at = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? at
    if (node.type === 'inlineCode') at = Math.max(at, this.#source.indexOf(node.value, at))
    for (const line of splitLines(node.value)) at = this.#line(line, at, end)
  }

  #line(line: string, from: number, end: number): number {
    const at = this.#source.indexOf(line, from)
    if (at >= 0 && at + line.length <= end) {
      this.#out.copy(line, this.#base + at)
      return at + line.length
    }
    return this.#pieces(line, from, end)
  }

  /** A line with escapes or entities: the longest words that are in the source as they are, the rest inserted. */
  #pieces(line: string, from: number, end: number): number {
    let at = from
    for (let i = 0; i < line.length; ) {
      let n = 0
      while (
        i + n < line.length &&
        at + n < end &&
        line[i + n] === this.#source[at + n] &&
        this.#referenceEnd(at + n, end, line, i + n) < 0
      )
        n++
      if (n > 0) {
        this.#out.copy(line.slice(i, i + n), this.#base + at)
        i += n
        at += n
      } else if (this.#source[at] === '\\' && this.#source[at + 1] === line[i]) at++
      else {
        const after = this.#referenceEnd(at, end, line, i)
        const made = String.fromCodePoint(line.codePointAt(i) ?? 0)
        this.#out.insert(made)
        i += made.length
        if (after > 0) at = after
      }
    }
    return at
  }

  /** The end of the character reference at `at` in the source, or -1 where none stands or the words show it as it is. */
  #referenceEnd(at: number, end: number, line: string, i: number): number {
    if (this.#source[at] !== '&') return -1
    const m = reference.exec(this.#source.slice(at, Math.min(end, at + longestReference)))
    if (!m) return -1
    return ampersand.test(m[0]) || !line.startsWith(m[0], i) ? at + m[0].length : -1
  }
}

const longestReference = 34
const reference = /^&#?[0-9A-Za-z]{1,31};/
/** What is read as the sign that opens a reference, so that its words may go on as one. */
const ampersand = /^&(?:amp|AMP|#0*38|#[xX]0*26);$/

/** The lines of a text node, each with its line end, so that indents and quote marks between them are passed over. */
function splitLines(value: string): string[] {
  const out: string[] = []
  let from = 0
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', from)) {
    out.push(value.slice(from, at), '\n')
    from = at + 1
  }
  out.push(value.slice(from))
  return out.filter((l) => l !== '')
}
