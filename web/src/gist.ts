/** Gist: a claim put so that it can be read alone, where its own words point to something outside of them. */
import { type Hop, isReportHop } from '../../src/model/claim.ts'

interface Claim {
  readonly quote: string
  readonly chain: readonly Hop[]
  /** The ledger's begin with the source; those of an analysis do not. */
  readonly gist?: string | undefined
}

/** The gist without its source, with what is ours in brackets; null where it says no more than the claim's own words. */
export function gistBeside({ quote, chain, gist = '' }: Claim): string | null {
  if (bracketsIn(gist) <= bracketsIn(quote)) return null
  const last = chain.at(-1)
  const who =
    last === undefined || isReportHop(last)
      ? ''
      : (last.source ?? 'unstated source').replace(/\s+/g, ' ').trim()
  const start = who !== '' && gist.startsWith(who) ? gist.indexOf(': ', who.length) : -1
  return start < 0 ? gist : gist.slice(start + 2)
}

function bracketsIn(words: string): number {
  return words.split('[').length - 1
}
