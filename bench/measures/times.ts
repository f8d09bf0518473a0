/** Measures time expressions as TempEval-3 does: extents strict and relaxed, and values. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addScores } from '../../src/pipeline/score.ts'
import { scoreTimes } from '../../src/stages/time/score.ts'
import { readMeantime, readTimeMl, type TimexDocument } from '../corpora/timex.ts'
import { eachOf, f1Of, type Group, readUpTo } from './measure.ts'

type Read = (source: string, id: string) => TimexDocument

function group(name: string, folder: string, ending: string, read: Read): Group {
  return {
    name,
    needs: [folder],
    measure: async (shared) => {
      const texts = readdirSync(join(shared, folder))
        .filter((f) => f.endsWith(ending))
        .sort()
        .map((f) => read(readFileSync(join(shared, folder, f), 'utf8'), f))
      const score = addScores(
        await eachOf(texts, async (t) =>
          scoreTimes(await readUpTo('time', t.text, { published: t.published }), t.times),
        ),
      )
      return {
        of: `${texts.length} texts, ${score['value']?.gold ?? 0} expressions`,
        measures: f1Of(score, { strict: 'strict', relaxed: 'relaxed', value: 'value' }),
      }
    },
  }
}

export const timesGroups: readonly Group[] = [
  group('TimeBank', 'corpora-restricted/tempeval3-tbaq/TimeBank', '.tml', readTimeMl),
  group('AQUAINT', 'corpora-restricted/tempeval3-tbaq/AQUAINT', '.tml', readTimeMl),
  group(
    'MEANTIME',
    'corpora/meantime-english/intra-doc_annotation/corpus_apple',
    '.xml',
    readMeantime,
  ),
]
