/** Reads OntoGUM: chains of mentions over the tokens of a GUM document, each mention by its head word. */
import type { Document } from '../../src/document/document.ts'
import { syntax } from '../../src/layers/syntax.ts'
import { tokens } from '../../src/layers/tokens.ts'

/** Offsets of head words, chain by chain; none where the two files do not have the same tokens. */
export function goldChains(doc: Document, conll: string): ReadonlySet<number>[] {
  const words = doc.layer(tokens).items
  const arcs = doc.layer(syntax).items
  const rows = conll.split('\n').filter((l) => l.includes('\t'))
  if (rows.length !== words.length) return []
  const open = new Map<string, number[]>()
  const chains = new Map<string, Set<number>>()
  rows.forEach((row, i) => {
    const mark = row.split('\t').at(-1) ?? '_'
    for (const [, opens = '', name = '', closes = ''] of mark.matchAll(/(\(?)(\d+)(\)?)/g)) {
      if (opens) open.set(name, [...(open.get(name) ?? []), i])
      if (!closes) continue
      const first = open.get(name)?.pop() ?? i
      let head = first
      for (let k = first; k <= i; k++) {
        const up = arcs[k]?.head ?? -1
        if (up >= first && up <= i) continue
        head = k
        break
      }
      const chain = chains.get(name) ?? new Set()
      chain.add(words[head]?.from ?? 0)
      chains.set(name, chain)
    }
  })
  return [...chains.values()].filter((c) => c.size > 1)
}
