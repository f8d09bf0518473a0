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

/** Writes paragraphs as it walks. */
class Writer {
  readonly paragraphs: string[] = []
  #line = ''
  #breaks = 0

  words(words: string): void {
    this.#line += words
  }

  /** One `<br>` is a line end inside the paragraph, two are a new paragraph. */
  lineBreak(): void {
    this.#breaks++
    this.#line += '\n'
  }

  flush(): void {
    if (this.#line === '') return
    const raw = this.#line
    this.#line = ''
    if (this.#breaks === 0) {
      this.#add(raw)
    } else for (const part of raw.split(/\n(?:[ \t\r\f\u00a0]*\n)+/)) this.#add(part, true)
    this.#breaks = 0
  }

  #add(part: string, lines = false): void {
    const words = lines
      ? part
          .split('\n')
          .map(collapse)
          .filter((l) => l !== '')
          .join('\n')
      : collapse(part)
    if (words !== '') this.paragraphs.push(words)
  }
}

/** White space as single spaces; non-breaking spaces are spaces too. */
function collapse(words: string): string {
  return words.replace(/[\s\u00ad\u200b\ufeff]+/g, (run) => (/\s/.test(run) ? ' ' : '')).trim()
}

/** The paragraphs below an element. `leave` names elements to pass over. */
export function paragraphsOf(
  root: TextSource,
  leave: (node: TextSource) => boolean = () => false,
): string[] {
  const out = new Writer()
  const visit = (node: TextSource): void => {
    const name = node.nodeName.toLowerCase()
    if (name === '#text') {
      out.words((node.value ?? node.nodeValue ?? '').replace(/[\n\r]/g, ' '))
      return
    }
    if (name === 'br') {
      out.lineBreak()
      return
    }
    if (!node.childNodes || skipped.has(name) || leave(node)) return
    const block = blockNames.has(name)
    if (block) out.flush()
    for (const child of node.childNodes) visit(child)
    if (block) out.flush()
  }
  visit(root)
  out.flush()
  return out.paragraphs
}
