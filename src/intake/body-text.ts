/** Running text of an element: paragraphs on lines of their own with a blank line between them. */

/** The little of the DOM that is needed: parse5's tree and linkedom's both have it. */
export interface TextSource {
  readonly nodeName: string
  readonly value?: string | undefined
  readonly nodeValue?: string | null
  readonly childNodes?: Iterable<TextSource>
}

const blockNames = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'thead',
  'tfoot',
  'tr',
  'td',
  'th',
  'ul',
  'caption',
])
const skipped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'svg',
  'button',
  'select',
  'textarea',
  'iframe',
])

/** A paragraph and how many of its letters stand in links. */
export interface Block {
  readonly text: string
  readonly linked: number
}

interface Line {
  words: string
  linked: number
}

/** Writes blocks as it walks. */
class Writer {
  readonly blocks: Block[] = []
  #lines: Line[] = []

  words(words: string, isLink: boolean): void {
    const line = this.#lines.at(-1) ?? this.#open()
    line.words += words
    if (isLink) line.linked += inked(words)
  }

  /** One `<br>` is a line end inside the paragraph, two are a new paragraph. */
  lineBreak(): void {
    if (this.#lines.length === 0) this.#open()
    this.#open()
  }

  flush(): void {
    const lines = this.#lines
    this.#lines = []
    let part: Line[] = []
    for (const { words, linked } of lines) {
      const line = { words: collapse(words), linked }
      if (line.words !== '') part.push(line)
      else if (part.length > 0) {
        this.#add(part)
        part = []
      }
    }
    if (part.length > 0) this.#add(part)
  }

  #open(): Line {
    const line = { words: '', linked: 0 }
    this.#lines.push(line)
    return line
  }

  #add(lines: readonly Line[]): void {
    this.blocks.push({
      text: lines.map((l) => l.words).join('\n'),
      linked: lines.reduce((n, l) => n + l.linked, 0),
    })
  }
}

/** White space as single spaces; non-breaking spaces are spaces too. */
function collapse(words: string): string {
  return words.replace(/[\s\u00ad\u200b\ufeff]+/g, (run) => (/\s/.test(run) ? ' ' : '')).trim()
}

/** Signs that are not white space. */
export function inked(words: string): number {
  let n = 0
  for (let i = 0; i < words.length; i++) if (words.charCodeAt(i) > 32) n++
  return n
}

/** The blocks below an element. `leave` names elements to pass over. */
export function blocksOf(
  root: TextSource,
  leave: (node: TextSource) => boolean = () => false,
): Block[] {
  const out = new Writer()
  const visit = (node: TextSource, inLink: boolean): void => {
    const name = node.nodeName.toLowerCase()
    if (name === '#text') {
      out.words((node.value ?? node.nodeValue ?? '').replace(/[\n\r]/g, ' '), inLink)
      return
    }
    if (name === 'br') {
      out.lineBreak()
      return
    }
    if (!node.childNodes || skipped.has(name) || leave(node)) return
    const block = blockNames.has(name)
    if (block) out.flush()
    for (const child of node.childNodes) visit(child, inLink || name === 'a')
    if (block) out.flush()
  }
  visit(root, false)
  out.flush()
  return out.blocks
}

/** The paragraphs below an element, as text. */
export function paragraphsOf(root: TextSource, leave?: (node: TextSource) => boolean): string[] {
  return blocksOf(root, leave).map((block) => block.text)
}
