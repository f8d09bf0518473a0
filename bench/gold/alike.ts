/** Says whether two namings mean one source. */

/** The same but for articles and case, or one holds all words of the other. */
export function alike(a: string | null | undefined, b: string | null | undefined): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return a === b
  const words = (name: string): string[] =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((w) => w !== '' && w !== 'the' && w !== 'a' && w !== 'an')
  const [x, y] = [words(a), words(b)]
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  return short.length > 0 && short.every((w) => long.includes(w))
}
