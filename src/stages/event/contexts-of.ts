/** Finds the contexts that events stand in (EV6). */
import type { Classes } from './lexicons.ts'
import { lemmaAt, type Words } from './words.ts'

/** EV6: contexts of the words in the event's own clause, the most frequent first, at most three. */
export function contextsByClause(w: Words, contexts: Classes): ReadonlyMap<number, string[]> {
  const counts = new Map<number, Map<string, number>>()
  for (let i = 0; i < w.tokens.length; i++) {
    const owner = w.owner[i] ?? -1
    if (owner < 0) continue
    for (const context of contexts.get(lemmaAt(w, i)) ?? []) {
      const own = counts.get(owner) ?? new Map<string, number>()
      own.set(context, (own.get(context) ?? 0) + 1)
      counts.set(owner, own)
    }
  }
  return new Map(
    [...counts].map(([owner, own]) => [
      owner,
      [...own]
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .slice(0, 3)
        .map(([context]) => context),
    ]),
  )
}
