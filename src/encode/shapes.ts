/** Shapes: what an uncased vocabulary loses of a word, and which words stand in quotation marks; `train/` has the same rules. */

const opening: ReadonlySet<string> = new Set(['“', '‘', '``', '(', '['])
const closing: ReadonlySet<string> = new Set(['”', '’', "''", ')', ']'])

/** Shapes of words already met; a word looks the same in every report. */
const known = new Map<string, number>()
const mostKnown = 20_000

/** Index into the manifest's list of shapes; 0 is kept for the special marks. */
export function shapeOf(word: string): number {
  let shape = known.get(word)
  if (shape === undefined) {
    shape = lookedAt(word)
    if (known.size >= mostKnown) known.clear()
    known.set(word, shape)
  }
  return shape
}

function lookedAt(word: string): number {
  if (opening.has(word)) return 9
  if (closing.has(word)) return 10
  const letters = /\p{L}/u.test(word)
  const digits = /[\p{Nd}²³¹⁰⁴-⁹₀-₉]/u.test(word)
  if (!letters) return digits ? 6 : 8
  if (digits) return 7
  const upper = /[\p{Uppercase}\p{Lt}]/u
  const lower = /\p{Lowercase}/u
  if (lower.test(word) && !upper.test(word)) return 1
  const points = [...word]
  if (points.length === 1) return 5
  if (upper.test(word) && !lower.test(word)) return 3
  const [first = '', ...others] = points
  const rest = others.join('')
  return upper.test(first) && lower.test(rest) && !upper.test(rest) ? 2 : 4
}

/**
 * 1 for words inside double quotation marks, the marks included; straight marks open and close by turns. `begun` says that
 * the first word stands inside already.
 */
export function quotedFlags(words: readonly string[], begun = false): number[] {
  let inside = begun
  return words.map((word) => {
    if (word === '"') {
      inside = !inside
      return 1
    }
    if (word === '“' || word === '``') inside = true
    else if (word === '”' || word === "''") inside = false
    else return inside ? 1 : 0
    return 1
  })
}
