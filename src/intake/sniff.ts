/** What a file is: plain text, Markdown or HTML, told from its bytes first and its name second. */
import { fileTypeFromBuffer } from 'file-type'
import { raise } from '../fault/fault.ts'

/** The kinds of document that intake reads. */
export type MediaType = 'text/plain' | 'text/markdown' | 'text/html'

const byExtension: ReadonlyMap<string, MediaType> = new Map(
  Object.entries({
    txt: 'text/plain',
    text: 'text/plain',
    log: 'text/plain',
    md: 'text/markdown',
    markdown: 'text/markdown',
    mdown: 'text/markdown',
    html: 'text/html',
    htm: 'text/html',
    xhtml: 'text/html',
  } as const),
)

/** What people call the types that Hearsay meets and does not read. */
const called: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/zip': 'a ZIP archive',
  'application/gzip': 'a gzip archive',
  'application/xml': 'XML',
  'application/rtf': 'RTF',
  'application/x-cfb': 'an old Office document',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'a Word document',
}

const markup =
  /<(?:!doctype\s+html|html|head|body|div|article|meta|title|p|table|section|main|h1)[\s>/]/i

/** The extension of a name in lower case, without its dot. */
export function extensionOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const dot = base.lastIndexOf('.')
  return dot <= 0 ? '' : base.slice(dot + 1).toLowerCase()
}

/** True for names that a folder walk takes up. */
export function isReadableName(name: string): boolean {
  return byExtension.has(extensionOf(name))
}

/** The type of some bytes; throws `intake/unsupported-type` for what Hearsay cannot read. */
export async function sniff(name: string, bytes: Uint8Array): Promise<MediaType> {
  const unicode = hasUnicodeMark(bytes)
  if (!unicode) await refuseBinary(name, bytes)
  const start = asciiOf(bytes.subarray(0, 4096))
  if (markup.test(start.slice(0, 1024)) && /^\s*</.test(start)) return 'text/html'
  if (/^\s*<\?xml/.test(start)) {
    if (/<html[\s>]/i.test(start)) return 'text/html'
    raise('intake/unsupported-type', { path: name, type: 'XML' })
  }
  if (/^\s*\{\\rtf/.test(start)) raise('intake/unsupported-type', { path: name, type: 'RTF' })
  if (/^%PDF-/.test(start)) raise('intake/unsupported-type', { path: name, type: 'PDF' })
  const named = byExtension.get(extensionOf(name))
  if (named) return named
  if (/<(?:html|body)[\s>]/i.test(start)) return 'text/html'
  return /^---\r?\n/.test(start) ? 'text/markdown' : 'text/plain'
}

async function refuseBinary(name: string, bytes: Uint8Array): Promise<void> {
  const known = await detected(bytes)
  if (known && !known.startsWith('text/') && known !== 'application/xml')
    raise('intake/unsupported-type', { path: name, type: called[known] ?? known })
  if (looksBinary(bytes)) raise('intake/unsupported-type', { path: name, type: 'binary data' })
}

async function detected(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(bytes.subarray(0, 65_536)))?.mime ?? null
  } catch {
    return null // a file cut inside its own header has no type that can be told
  }
}

/** Control bytes that no text has, more than one in fifty of the first 64 KB; NULs of UTF-16 without a mark are forgiven. */
function looksBinary(bytes: Uint8Array): boolean {
  const n = Math.min(bytes.length, 65_536)
  let odd = 0
  let nulEven = 0
  let nulOdd = 0
  for (let i = 0; i < n; i++) {
    const b = bytes[i] ?? 0
    if (b === 0) {
      if (i % 2 === 0) nulEven++
      else nulOdd++
    } else if ((b < 32 && b !== 9 && b !== 10 && b !== 12 && b !== 13 && b !== 27) || b === 127)
      odd++
  }
  if (odd > 8 && odd * 50 > n) return true
  const wide = n >= 4 && Math.max(nulEven, nulOdd) * 3 > n && Math.min(nulEven, nulOdd) * 20 < n
  return !wide && (nulEven + nulOdd) * 10 > n
}

/** True when the bytes open with a byte order mark. */
function hasUnicodeMark(b: Uint8Array): boolean {
  return (
    (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) ||
    (b[0] === 0xff && b[1] === 0xfe) ||
    (b[0] === 0xfe && b[1] === 0xff)
  )
}

/** The bytes as ASCII; NULs are left out, so that UTF-16 markup is seen too, and a mark at the start is passed over. */
function asciiOf(bytes: Uint8Array): string {
  let out = ''
  for (const b of bytes) if (b !== 0 && b < 128) out += String.fromCharCode(b)
  return out
}
