/** Gazetteer keys: how a place name is folded and hashed, the same way when the gazetteer is built and when it is read. */

const letters: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ə: 'e',
}

/** Folds a name: lower case, no marks, no apostrophes or stops, hyphens and blanks as one blank, "saint" as "st". */
export function foldName(name: string): string {
  let out = ''
  let gap = false
  const plain = isAscii(name) ? name.toLowerCase() : name.toLowerCase().normalize('NFD')
  for (const c of plain) {
    const code = c.charCodeAt(0)
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      if (gap && out !== '') out += ' '
      gap = false
      out += c
    } else if (code === 32 || code === 45 || code === 0xa0 || code === 0x2013 || c === '/') {
      gap = true
    } else if (code > 127 && !isMark(code)) {
      if (gap && out !== '') out += ' '
      gap = false
      out += letters[c] ?? c
    }
  }
  return normalWords(out)
}

function normalWords(folded: string): string {
  const bare = folded.startsWith('the ') ? folded.slice(4) : folded
  return bare.startsWith('saint ') ? `st ${bare.slice(6)}` : bare
}

function isAscii(name: string): boolean {
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) > 127) return false
  return true
}

/** Combining marks, apostrophes, modifier letters and quotation marks that spelling variants drop. */
function isMark(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x2018 && code <= 0x201f) ||
    (code >= 0x2b0 && code <= 0x2ff) ||
    code === 0xb4
  )
}

/** The 32-bit key of a folded name (FNV-1a over UTF-16 code units, finished by a mixer). */
export function keyOf(folded: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < folded.length; i++) h = Math.imul(h ^ folded.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}

/** A second, independent 16-bit hash that guards against collisions of the first. */
export function checkOf(folded: string): number {
  let h = 5381
  for (let i = folded.length - 1; i >= 0; i--) h = (Math.imul(h, 33) + folded.charCodeAt(i)) | 0
  return (h ^ (h >>> 16)) & 0xffff
}
