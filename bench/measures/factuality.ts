/** Measures how predicates are meant: the classes of MEANTIME, and the correlation with UDS on EWT dev. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../../src/document/document.ts'
import { readings } from '../../src/layers/readings.ts'
import { tokens } from '../../src/layers/tokens.ts'
import { addScores, type Score } from '../../src/pipeline/score.ts'
import type { Span } from '../../src/text/span.ts'
import { readConllu } from '../corpora/conllu.ts'
import { type GoldPredicate, readMeantimeEvents } from '../corpora/meantime-events.ts'
import { readFactuality } from '../corpora/uds.ts'
import { eachOf, f1Of, type Group, readUpTo, shareOf } from './measure.ts'
import { type Reading, readingAt } from './reading.ts'

const meantime = 'corpora/meantime-english/intra-doc_annotation/corpus_apple'
const uds = 'corpora/uds-factuality'
const ewt = 'corpora/ud-english-ewt/en_ewt-ud-dev.conllu'

const classes = ['uncertain', 'negated', 'future'] as const

function scoreOf(reading: Reading | null, gold: GoldPredicate): Score {
  const out: Record<string, Score[string]> = {
    read: { made: 1, gold: 1, right: reading ? 1 : 0 },
  }
  for (const c of classes) {
    const made = reading?.[c] ?? false
    out[c] = { made: made ? 1 : 0, gold: gold[c] ? 1 : 0, right: made && gold[c] ? 1 : 0 }
  }
  return out
}

/**
 * Where a reading stands on the corpus's scale. Its readers were asked whether a thing happened, so what lies ahead
 * stands below the middle; a predicate that no claim holds stands in it.
 */
function placeOf(reading: Reading | null): number {
  if (!reading) return 0
  if (reading.negated) return reading.uncertain ? -1.5 : -3
  if (reading.future) return -1.5
  return reading.uncertain ? 0 : 3
}

/** What the trained reader itself says of the words at a place; null without it. */
function factualityAt(doc: Document, at: Span): number | null {
  if (!doc.has(readings)) return null
  return doc.layer(readings).between(at)[0]?.factuality ?? null
}

function pearson(pairs: readonly (readonly [number, number])[]): number {
  const mean = (k: 0 | 1): number => pairs.reduce((s, p) => s + p[k], 0) / pairs.length
  const [a, b] = [mean(0), mean(1)]
  let [up, left, right] = [0, 0, 0]
  for (const [x, y] of pairs) {
    up += (x - a) * (y - b)
    left += (x - a) ** 2
    right += (y - b) ** 2
  }
  return left === 0 || right === 0 ? 0 : up / Math.sqrt(left * right)
}

export const factualityGroups: readonly Group[] = [
  {
    name: 'MEANTIME factuality',
    needs: [meantime],
    measure: async (shared) => {
      const files = readdirSync(join(shared, meantime)).sort()
      const scored = await eachOf(files, async (f) => {
        const { text, predicates } = readMeantimeEvents(
          readFileSync(join(shared, meantime, f), 'utf8'),
        )
        const doc = await readUpTo('claim', text)
        return predicates.map((p) => scoreOf(readingAt(doc, p), p))
      })
      const scores = scored.flat()
      const score = addScores(scores)
      return {
        of: `${scores.length} predicates`,
        measures: [
          shareOf(score, 'read', 'predicates in a claim'),
          ...classes.flatMap((c) => [
            ...f1Of(score, { [c]: `${c} F1` }),
            shareOf(score, c, `${c} recall`),
          ]),
        ],
      }
    },
  },
  {
    name: 'UDS factuality (EWT dev)',
    needs: [uds, ewt],
    measure: async (shared) => {
      const gold = readFactuality(
        readFileSync(join(shared, uds, 'factuality.normalized.json'), 'utf8'),
        readFileSync(join(shared, uds, 'ud_ids.json'), 'utf8'),
        'ewt-dev',
      )
      const pairs: [number, number][] = []
      const felt: [number, number][] = []
      for (const { doc, sentenceIds } of readConllu(readFileSync(join(shared, ewt), 'utf8'))) {
        const made = await readUpTo('claim', doc.text)
        const words = doc.layer(tokens)
        let first = 0
        for (const [s, id] of sentenceIds.entries()) {
          const start = first
          while (words.items[first]?.sentence === s) first++
          for (const [token, value] of gold.get(id) ?? []) {
            const at = words.items[start + token - 1]
            if (!at || start + token - 1 >= first) continue
            pairs.push([value, placeOf(readingAt(made, at))])
            const real = factualityAt(made, at)
            if (real !== null) felt.push([value, real])
          }
        }
      }
      return {
        of: `${pairs.length} predicates`,
        measures: [
          { name: 'Pearson r x 100', value: 100 * pearson(pairs) },
          ...(felt.length > 0
            ? [{ name: "the reader's own Pearson r x 100", value: 100 * pearson(felt) }]
            : []),
        ],
      }
    },
  },
]
