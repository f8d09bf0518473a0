/** Grades a reading of an annotated report with the stages' own graders, and with measures that only our annotation allows. */
import type { Document } from '../../src/document/document.ts'
import { attributions } from '../../src/layers/attributions.ts'
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
import { alike } from './alike.ts'
import { goldDocument, placedMarks } from './gold-documents.ts'
import type { GoldReport } from './read-gold.ts'
import { scoreClaimChains } from './score-claims.ts'
import { scoreVoices } from './score-voices.ts'

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
    ...scoreVoices(made.layer(attributions).items, theirs, report.text),
    ...named('claim', scoreClaims(made, gold), [
      'claims found',
      'mode',
      'polarity',
      'certainty class',
    ]),
    ...scoreClaimChains(made, gold),
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

function eventTypes(made: Document, report: GoldReport): Score[string] {
  const marked = placedMarks(report, (m) => m.events)
  const list = made.layer(events)
  const right = marked.filter((e) =>
    list.between(e).some((v) => overlaps(v, e) && v.type === e.type),
  ).length
  return { made: marked.length, gold: marked.length, right }
}
