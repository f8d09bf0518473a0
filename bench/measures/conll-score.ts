/** CoNLL score of chains: the mean F1 of MUC (Vilain 1995), B3 (Bagga and Baldwin 1998) and CEAF-e (Luo 2005). */

/** Chains of one text: sets of mentions, each named by a number; a mention stands in one chain. */
export type Chains = readonly ReadonlySet<number>[]

/** The made and gold chains of one text. */
export interface Pair {
  readonly made: Chains
  readonly gold: Chains
}

interface Sum {
  right: number
  of: number
}

/** F1 of each measure and their mean, 0..1, over all texts together. */
export function conllF1(pairs: readonly Pair[]): Readonly<Record<string, number>> {
  const muc = f1(pairs, mucLinks)
  const b3 = f1(pairs, b3Mentions)
  const ceaf = ceafE(pairs)
  return { 'CoNLL F1': (muc + b3 + ceaf) / 3, MUC: muc, B3: b3, 'CEAF-e': ceaf }
}

function f1(pairs: readonly Pair[], part: (own: Chains, other: Chains) => Sum): number {
  const recall = total(pairs.map((p) => part(p.gold, p.made)))
  const precision = total(pairs.map((p) => part(p.made, p.gold)))
  return harmonic(precision, recall)
}

function total(sums: readonly Sum[]): number {
  const of = sums.reduce((n, s) => n + s.of, 0)
  return of === 0 ? 0 : sums.reduce((n, s) => n + s.right, 0) / of
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b)
}

function chainOf(chains: Chains): ReadonlyMap<number, number> {
  return new Map(chains.flatMap((c, i) => [...c].map((m) => [m, i] as const)))
}

/** Links of the own chains that the other chains have: each chain less the parts it falls into. */
function mucLinks(own: Chains, other: Chains): Sum {
  const of = chainOf(other)
  return own.reduce(
    (sum, chain) => {
      const parts = new Set([...chain].map((m) => of.get(m) ?? `alone ${m}`))
      return { right: sum.right + chain.size - parts.size, of: sum.of + chain.size - 1 }
    },
    { right: 0, of: 0 },
  )
}

/** For every mention, the share of its own chain that its other chain has. */
function b3Mentions(own: Chains, other: Chains): Sum {
  const of = chainOf(other)
  let right = 0
  let count = 0
  for (const chain of own)
    for (const m of chain) {
      count++
      const theirs = of.get(m)
      if (theirs === undefined) continue
      let shared = 0
      for (const x of chain) if (other[theirs]?.has(x)) shared++
      right += shared / chain.size
    }
  return { right, of: count }
}

/** The best one-to-one pairing of chains, each pair worth the F1 of its mentions. */
function ceafE(pairs: readonly Pair[]): number {
  let worth = 0
  let made = 0
  let gold = 0
  for (const p of pairs) {
    worth += bestPairing(
      p.gold.map((g) =>
        p.made.map((m) => {
          let shared = 0
          for (const x of g) if (m.has(x)) shared++
          return (2 * shared) / (g.size + m.size)
        }),
      ),
    )
    made += p.made.length
    gold += p.gold.length
  }
  return made === 0 || gold === 0 ? 0 : harmonic(worth / made, worth / gold)
}

/** The greatest sum of a one-to-one pairing of rows and columns (Hungarian method, by shortest augmenting paths). */
function bestPairing(worth: readonly (readonly number[])[]): number {
  const rows = worth.length
  const columns = worth[0]?.length ?? 0
  const n = Math.max(rows, columns)
  if (n === 0) return 0
  const cost = (i: number, j: number): number => -(worth[i]?.[j] ?? 0)
  const u = new Float64Array(n + 1)
  const v = new Float64Array(n + 1)
  const rowOf = new Int32Array(n + 1)
  for (let i = 1; i <= n; i++) {
    rowOf[0] = i
    const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
    const way = new Int32Array(n + 1)
    const used = new Uint8Array(n + 1)
    let j0 = 0
    while (rowOf[j0] !== 0) {
      used[j0] = 1
      const i0 = rowOf[j0] ?? 0
      let delta = Number.POSITIVE_INFINITY
      let j1 = 0
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue
        const reduced = cost(i0 - 1, j - 1) - (u[i0] ?? 0) - (v[j] ?? 0)
        if (reduced < (least[j] ?? 0)) {
          least[j] = reduced
          way[j] = j0
        }
        if ((least[j] ?? 0) < delta) {
          delta = least[j] ?? 0
          j1 = j
        }
      }
      for (let j = 0; j <= n; j++) {
        if (used[j]) {
          const row = rowOf[j] ?? 0
          u[row] = (u[row] ?? 0) + delta
          v[j] = (v[j] ?? 0) - delta
        } else least[j] = (least[j] ?? 0) - delta
      }
      j0 = j1
    }
    while (j0 !== 0) {
      const before = way[j0] ?? 0
      rowOf[j0] = rowOf[before] ?? 0
      j0 = before
    }
  }
  let sum = 0
  for (let j = 1; j <= n; j++) sum -= cost((rowOf[j] ?? 1) - 1, j - 1)
  return sum
}
