/** Writes one claim down: its words, chain and reading, and what stands in its words. */
import type { Attribution } from '../../layers/attributions.ts'
import type { Claim } from '../../layers/claims.ts'
import type { QuantityItem } from '../../layers/quantities.ts'
import type { Span } from '../../text/span.ts'
import { fromTime } from './inheritance.ts'
import type { Items } from './items.ts'
import { numberStands } from './numbers.ts'
import type { Reading } from './reading.ts'
import type { Pick } from './select.ts'
import type { Statement } from './statement.ts'
import { firstTokenFrom, type Words } from './words.ts'

/** The claim of a pick at its words. */
export function claimAt(
  w: Words,
  items: Items,
  pick: Pick,
  at: Span,
  chain: readonly number[],
  own: Reading,
  dates: readonly (Statement | null)[],
  owner: Int32Array,
): Claim {
  const times = items.times.indicesWithin(at)
  // A date inside a statement that this one holds dates that one.
  const dated = times
    .map((i) => items.times.at(i))
    .filter((t) => owner[firstTokenFrom(w.tokens, t.from)] === pick.token)
  const reading = dated.length === 0 ? own : fromTime(w, pick.token, own, dated, items.published)
  const last = w.attributions[chain.at(-1) ?? -1]
  const stated = statedOn(items, chain, dates)
  const { why, rests } = reading
  const claim: Claim = {
    from: at.from,
    to: at.to,
    chain,
    mode: reading.mode,
    polarity: reading.polarity,
    certainty: reading.certainty,
    events: items.events.indicesWithin(at),
    times,
    places: items.places.indicesWithin(at),
    quantities: items.quantities
      .indicesWithin(at)
      .filter((i) => isFigured(w.text, items.quantities.at(i))),
    statedOn: stated.edtf,
    why: {
      span: `claim/${pick.rule}`,
      chain: last ? `attribution/${last.rule}` : 'claim/CA1',
      mode: why.mode,
      polarity: why.polarity,
      certainty: why.certainty,
      statedOn: stated.rule,
    },
    rests: {
      span: [at],
      chain: voiceOf(last),
      mode: rests.mode,
      polarity: rests.polarity,
      certainty: rests.certainty,
      statedOn: stated.words,
    },
  }
  return pick.clause === null ? claim : Object.assign(claim, { clause: pick.clause })
}

/** CA42: every value of a quantity is a figure of its words. */
function isFigured(text: string, q: QuantityItem): boolean {
  const words = text.slice(q.from, q.to)
  return [q.low, q.best, q.high].every((n) => n === null || numberStands(words, n))
}

/** The words that say who speaks: source and cue. */
function voiceOf(a: Attribution | undefined): Span[] {
  return [...(a?.source ?? []), ...(a?.cue ?? [])].sort((x, y) => x.from - y.from)
}

function statedOn(
  items: Items,
  chain: readonly number[],
  dates: readonly (Statement | null)[],
): { edtf: string | null; rule: string; words: Span[] } {
  for (const a of [...chain].reverse()) {
    const date = dates[a]
    if (!date) continue
    const { from, to } = items.times.at(date.time)
    return { edtf: date.edtf, rule: 'claim/CA31', words: [{ from, to }] }
  }
  return chain.length === 0
    ? { edtf: items.published, rule: 'claim/CA30', words: [] }
    : { edtf: null, rule: 'claim/CA32', words: [] }
}
