/** Reports source: an endless supply of different small reports, made from a seed. */

/** A random number generator that gives the same numbers for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What a report is handed in as. */
export interface GivenReport {
  readonly id: string
  readonly text: string
  readonly outlet: string
  readonly published: string
}

/** The n-th report of a run. */
export function reportNumber(run: number, n: number): GivenReport {
  const day = String((n % 28) + 1).padStart(2, '0')
  return {
    id: `run${run}-${n}`,
    text:
      `Ship ${run * 10_000 + n} unloaded ${n + 3} containers in Lisbon on Monday, the port authority said. ` +
      `Two officials said the repairs at quay ${n % 9} may take until December. The union denied that it had agreed.`,
    outlet: n % 2 === 0 ? 'Harbour Wire' : 'Daily Lantern',
    published: `2024-10-${day}`,
  }
}
