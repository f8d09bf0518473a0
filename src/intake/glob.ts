/** File name patterns: `*`, `?` and `**`, matched without backtracking. */

/** True when an argument is meant as a pattern. */
export function isPattern(argument: string): boolean {
  return /[*?]/.test(argument)
}

/** True when one name matches one part of a pattern; `*` never matches a leading dot. */
export function matchesName(name: string, pattern: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false
  let n = 0
  let p = 0
  let star = -1
  let mark = 0
  while (n < name.length) {
    if (
      p < pattern.length &&
      (pattern[p] === '?' || (pattern[p] === name[n] && pattern[p] !== '*'))
    ) {
      n++
      p++
    } else if (p < pattern.length && pattern[p] === '*') {
      star = p++
      mark = n
    } else if (star >= 0) {
      p = star + 1
      n = ++mark
    } else return false
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}

/** A pattern cut into the folder that it starts in and the parts to match below it. */
export function partsOf(pattern: string): {
  readonly base: string
  readonly parts: readonly string[]
} {
  const all = pattern.split('/')
  const first = all.findIndex(isPattern)
  const base = all.slice(0, first).join('/')
  const root = base === '' ? (pattern.startsWith('/') ? '/' : '.') : base
  return { base: root, parts: all.slice(first).filter((part) => part !== '') }
}
