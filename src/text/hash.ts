/** Content hashes: the same bytes have the same id, on every machine and in the browser. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of bytes, or of a text's UTF-8 form, as 64 hexadecimal digits. */
export function sha256Hex(input: string | Uint8Array): string {
  return bytesToHex(sha256(typeof input === 'string' ? utf8ToBytes(wellFormed(input)) : input))
}

/**
 * A stable id for a thing made of parts: a kind letter and 20 hexadecimal digits. Parts are joined with their
 * lengths, so that ('ab','c') and ('a','bc') differ.
 */
export function contentId(kind: string, ...parts: readonly (string | number | null)[]): string {
  const joined = parts.map((p) => (p === null ? '-' : `${String(p).length}:${p}`)).join('|')
  return `${kind}${sha256Hex(joined).slice(0, 20)}`
}

/** Lone surrogates have no UTF-8 form; they hash as their escaped code units, so no two texts collide. */
function wellFormed(text: string): string {
  return text.isWellFormed()
    ? text
    : text.replace(/\\|[\ud800-\udfff]/g, (c) =>
        c === '\\' ? '\\\\' : `\\u${c.charCodeAt(0).toString(16)}`,
      )
}
