/** Grades a reading of an annotated report with the stages' own graders, and with measures that only our annotation allows. */
import type { Document } from '../../src/document/document.ts'
import { type Attribution, attributions } from '../../src/layers/attributions.ts'
import { type Claim, claims } from '../../src/layers/claims.ts'
import { events } from '../../src/layers/events.ts'
import { hedges } from '../../src/layers/hedges.ts'
import { countKeys, type Score } from '../../src/pipeline/score.ts'
import { scoreAttributions } from '../../src/stages/attribution/score.ts'
import { scoreClaims } from '../../src/stages/claim/score.ts'
import { scorePronouns } from '../../src/stages/coreference/score.ts'
import { scoreNames } from '../../src/stages/entities/score.ts'
import { scorePlaces } from '../../src/stages/place/score.ts'
import { scoreQuantities } from '../../src/stages/quantity/score.ts'
import { scoreSegment } from '../../src/stages/segment/score.ts'
import { scoreTimes } from '../../src/stages/time/score.ts'
import { overlaps, type Span } from '../../src/text/span.ts'
import { goldDocument, placedMarks } from './gold-documents.ts'
import type { GoldReport } from './read-gold.ts'

/** Counts by measure. Names of measures begin with their stage. */
export function scoreGold(made: Document, report: GoldReport): Score {
  const gold = goldDocument(report)
  const theirs = gold.layer(attributions).items
  const top = theirs.filter((a) => a.parent === null)
  return {
    ...named('segment', scoreSegment(made, gold), ['sentences']),
    ...(report.marks === 'all' ? scoreLists(made, report) : {}),
    ...named('attribution', scoreAttributions(made.layer(attributions).items, top), [
      'source exact',
      'cue exact',
      'content exact',
      'relation overlap',
      'relation exact',
    ]),
    ...attributionsMet(made.layer(attributions).items, theirs),
    ...named('claim', scoreClaims(made, gold), [
      'claims found',
      'mode',
      'polarity',
      'certainty class',
    ]),
    ...claimChains(made, gold),
  }
}

/** What only reports with all marks can grade. */
function scoreLists(made: Document, report: GoldReport): Score {
  const names = placedMarks(report, (m) => m.names)
  const places = names.filter((n) => n.type === 'LOC')
  const located = places.flatMap((n) => (n.at ? [{ ...n, lat: n.at[0], lon: n.at[1] }] : []))
  const nowhere = { lat: 0, lon: 0 }
  return {
    ...named('entities', scoreNames(made, names), ['name exact', 'span exact']),
    ...named(
      'time',
      scoreTimes(
        made,
        placedMarks(report, (m) => m.times).map((t) => ({ ...t, value: t.timex })),
      ),
      ['strict', 'relaxed', 'value'],
    ),
    ...named(
      'quantity',
      scoreQuantities(
        made,
        placedMarks(report, (m) => m.quantities).map((q) => ({
          value: q.best ?? q.low ?? q.high ?? Number.NaN,
          unit: q.of,
        })),
      ),
      ['value', 'value and unit'],
    ),
    ...named(
      'place',
      scorePlaces(
        made,
        places.map((p) => ({ ...p, ...nowhere })),
      ),
      ['recognised'],
    ),
    ...named('place', scorePlaces(made, located), ['within 161 km']),
    ...named('coreference', scorePronouns(made, pronounsOf(report, names)), ['pronoun']),
    'certainty: hedges': countKeys(
      made.layer(hedges).map((h) => `${h.from} ${h.to} ${h.class}`),
      placedMarks(report, (m) => m.hedges).map((h) => `${h.from} ${h.to} ${h.class}`),
    ),
    'event: types': eventTypes(made, report),
  }
}

function named(stage: string, score: Score, keys: readonly string[]): Score {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const counts = score[key]
      return counts ? [[`${stage}: ${key}`, counts]] : []
    }),
  )
}

/** Every name of the report is a candidate; those that name the person are right. */
function pronounsOf(
  report: GoldReport,
  names: readonly (Span & { readonly words: string })[],
): Parameters<typeof scorePronouns>[1] {
  return placedMarks(report, (m) => m.pronouns).map((p) => ({
    pronoun: { from: p.from, to: p.to },
    feminine: false,
    names: names
      .filter((n, i) => names.findIndex((other) => other.words === n.words) === i)
      .map((n) => ({ from: n.from, to: n.to, coreferent: alike(n.words, p.of) })),
  }))
}

/** Nested ones included: who is behind the cue, and what the cue does, where source or content meet as well. */
function attributionsMet(made: readonly Attribution[], gold: readonly Attribution[]): Score {
  let [met, speakers, stances, nested, inside] = [0, 0, 0, 0, 0]
  for (const g of gold) {
    const m = made.find(
      (a) =>
        meet(a.content, g.content) && (meet(a.cue, g.cue) || a.cue.length + g.cue.length === 0),
    )
    if (g.parent !== null) nested++
    if (!m) continue
    met++
    if (alike(m.sourceName, g.sourceName)) speakers++
    if (m.stance === g.stance) stances++
    if (g.parent !== null && m.parent !== null) inside++
  }
  const of = (asked: number, right: number): Score[string] => ({ made: asked, gold: asked, right })
  return {
    'attribution: found, nested too': of(gold.length, met),
    'attribution: nested': of(nested, inside),
    'attribution: speaker': of(met, speakers),
    'attribution: stance': of(met, stances),
  }
}

function meet(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some((x) => b.some((y) => overlaps(x, y)))
}

function eventTypes(made: Document, report: GoldReport): Score[string] {
  const marked = placedMarks(report, (m) => m.events)
  const list = made.layer(events)
  const right = marked.filter((e) =>
    list.between(e).some((v) => overlaps(v, e) && v.type === e.type),
  ).length
  return { made: marked.length, gold: marked.length, right }
}

/** Of the gold claims that are found: as many hops, and the same one at the end. */
function claimChains(made: Document, gold: Document): Score {
  const list = made.layer(claims)
  let [found, sources, chains] = [0, 0, 0]
  for (const g of gold.layer(claims)) {
    const c = nearest(list.between(g), g)
    if (!c) continue
    found++
    const same = alike(lastSource(made, c), lastSource(gold, g))
    if (same) sources++
    if (same && c.chain.length === g.chain.length) chains++
  }
  const of = (right: number): Score[string] => ({ made: found, gold: found, right })
  return { 'claim: source': of(sources), 'claim: chain': of(chains) }
}

function nearest(list: readonly Claim[], to: Span): Claim | null {
  const share = (c: Span): number =>
    (Math.min(c.to, to.to) - Math.max(c.from, to.from)) /
    (Math.max(c.to, to.to) - Math.min(c.from, to.from))
  let best: Claim | null = null
  for (const c of list) if (share(c) >= 0.5 && (!best || share(c) > share(best))) best = c
  return best
}

/** Undefined for the report's own voice, null for a hidden source. */
function lastSource(doc: Document, claim: Claim): string | null | undefined {
  const last = claim.chain.at(-1)
  return last === undefined ? undefined : doc.layer(attributions).at(last).sourceName
}

/** Two namings of one source: the same but for articles and case, or one holds all words of the other. */
function alike(a: string | null | undefined, b: string | null | undefined): boolean {
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
