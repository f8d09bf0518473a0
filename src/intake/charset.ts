/** Character sets: bytes to text, by mark, declaration or guess; the platform's decoder is not used, since Node 20 loses curly quotes. */
import { TextDecoder } from '@exodus/bytes/encoding.js'
import sniffHtml from 'html-encoding-sniffer'
import { detect } from 'jschardet'
import { type Diagnostic, diagnostic } from '../fault/diagnostic.ts'

/** Text, the character set it was read with, and what was doubtful about that. */
export interface Decoded {
  readonly text: string
  readonly charset: string
  readonly diagnostics: readonly Diagnostic[]
}

/** Detector names that the Encoding Standard spells otherwise. */
const alias: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  'utf-16-le': 'utf-16le',
  'utf-16-be': 'utf-16be',
  'utf-16': 'utf-16le',
  'utf-8-sig': 'utf-8',
  ascii: 'utf-8',
  'iso-8859-1': 'windows-1252',
}

const by = 'intake/charset'
const detectBytes = 65_536

/** Decodes text or HTML; `declared` is a charset from outside (an HTTP header), null for none. */
export function decode(bytes: Uint8Array, html: boolean, declared: string | null = null): Decoded {
  const mark = markOf(bytes)
  const inside = html ? metaOf(bytes) : null
  const outside = labelOf(declared)
  const claims = [mark, outside, inside].filter((c) => c !== null)
  const diagnostics: Diagnostic[] = []
  let chosen: string
  if (claims[0] !== undefined) {
    chosen = claims[0]
    // A page that says it is UTF-8 and is not would lose every accent and quote: then the bytes decide.
    if (chosen === 'utf-8' && mark === null && !isUtf8(bytes)) {
      chosen = claims.find((c) => c !== 'utf-8') ?? guess(bytes)
      diagnostics.push(
        diagnostic(
          'encoding-conflict',
          by,
          null,
          `declared utf-8, but the bytes are not; read as ${chosen}`,
        ),
      )
    } else if (
      mark === null &&
      chosen.startsWith('windows-125') &&
      hasHigh(bytes) &&
      isUtf8(bytes)
    ) {
      diagnostics.push(
        diagnostic(
          'encoding-conflict',
          by,
          null,
          `declared ${chosen}, but the bytes are utf-8; read as utf-8`,
        ),
      )
      chosen = 'utf-8'
    } else if (new Set(claims).size > 1) {
      diagnostics.push(
        diagnostic(
          'encoding-conflict',
          by,
          null,
          `${claims.join(', ')} declared; read as ${chosen}`,
        ),
      )
    }
  } else if (isUtf8(bytes)) {
    chosen = 'utf-8'
  } else {
    chosen = guess(bytes)
    diagnostics.push(diagnostic('encoding-guessed', by, null, `read as ${chosen}`))
  }
  return { text: read(bytes, chosen), charset: chosen, diagnostics }
}

function read(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes)
}

/** The standard's lower-case name of a label, or null when there is none. */
function labelOf(label: string | null): string | null {
  if (label === null) return null
  const known = alias[label.toLowerCase()] ?? label
  try {
    return new TextDecoder(known).encoding.toLowerCase()
  } catch {
    return null // unknown to the standard, or one (utf-7) that must never be read
  }
}

function markOf(b: Uint8Array): string | null {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return 'utf-8'
  if (b[0] === 0xff && b[1] === 0xfe) return 'utf-16le'
  if (b[0] === 0xfe && b[1] === 0xff) return 'utf-16be'
  return null
}

/** The charset of a `<meta>` in the first KB, by the standard's own scan. */
function metaOf(bytes: Uint8Array): string | null {
  // In UTF-16 every other byte of a declaration is zero; the bytes without them are what it says.
  const unmarked =
    markOf(bytes) === null ? bytes : bytes.subarray(0, 4096).filter((b) => b !== 0 && b < 128)
  try {
    const found = sniffHtml(unmarked, { defaultEncoding: 'x-none' })
    return found === 'x-none' ? null : labelOf(found)
  } catch {
    return null // the sniffer fails on a `charset=` with nothing after it
  }
}

function guess(bytes: Uint8Array): string {
  const wide = wideOf(bytes)
  if (wide) return wide
  const start = Math.max(0, firstHigh(bytes) - 1024)
  const found = detect(Buffer.from(bytes.subarray(start, start + detectBytes)))
  const label = labelOf(found.encoding)
  return label === null || label === 'utf-8' ? 'windows-1252' : label
}

/** UTF-16 without a mark: NULs on one side of most pairs. */
function wideOf(bytes: Uint8Array): string | null {
  const n = Math.min(bytes.length, 4096)
  let even = 0
  let odd = 0
  for (let i = 0; i < n; i++) if (bytes[i] === 0) i % 2 === 0 ? even++ : odd++
  if (odd * 3 > n && even * 20 < n) return 'utf-16le'
  if (even * 3 > n && odd * 20 < n) return 'utf-16be'
  return null
}

function firstHigh(bytes: Uint8Array): number {
  const at = bytes.findIndex((b) => b > 127)
  return Math.max(at, 0)
}

function hasHigh(bytes: Uint8Array): boolean {
  return bytes.some((b) => b > 127)
}

const strict = new TextDecoder('utf-8', { fatal: true })

/** True when the bytes are UTF-8; bytes with many NULs are not, they are UTF-16. */
function isUtf8(bytes: Uint8Array): boolean {
  if (wideOf(bytes)) return false
  try {
    strict.decode(bytes)
    return true
  } catch {
    return false
  }
}
