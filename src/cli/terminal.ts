/** Terminal: makes text from reports harmless to print, and cuts and pads it to columns. */
import stringWidth from 'string-width'

/**
 * What a terminal would obey instead of showing: control characters (C0, DEL, C1), bidirectional controls, invisible
 * format characters, line separators, tags.
 */
const obeyed =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udfff]/g

/** A field of document text for one line of a terminal: white space becomes spaces, the rest is shown, never obeyed. */
export function clean(text: string): string {
  return text.replace(/[\t\n\v\f\r]+/g, ' ').replace(obeyed, shown)
}

/** A text of several lines: its line ends stay. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n|[\n\r]/)
    .map((line) => clean(line))
    .join('\n')
}

function shown(c: string): string {
  const code = c.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}

const hidden =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udfff]/g

/** JSON that holds no byte that a terminal obeys. */
export function json(value: unknown, indent = 0): string {
  return harmless(JSON.stringify(value, null, indent))
}

/** JSON that says exactly the same as `text` and holds no byte that a terminal obeys. */
export function harmless(text: string): string {
  return text.replace(hidden, (c) =>
    [...Array(c.length).keys()]
      .map((i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}

/** Columns that a text takes. */
export function widthOf(text: string): number {
  return stringWidth(text)
}

/** Cuts to a width, with an ellipsis where something is left out. */
export function cut(text: string, width: number): string {
  if (text.length <= width && widthOf(text) <= width) return text
  let out = ''
  let used = 0
  for (const { segment } of graphemes.segment(text)) {
    const more = widthOf(segment)
    if (used + more > width - 1) break
    out += segment
    used += more
  }
  return width < 1 ? '' : `${out}…`
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Pads on the right, or on the left, to a width. */
export function pad(text: string, width: number, right = false): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return right ? space + text : text + space
}

/** Breaks a text into lines of at most `width` columns, at spaces. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width - indent.length) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  if (line !== '') lines.push(line)
  return lines.map((l) => indent + l).join('\n')
}
