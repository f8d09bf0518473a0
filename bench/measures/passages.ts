/** Measures spans of attributions against the passages of PolNeAR in CofeNet's format, as published systems were. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Attribution, attributions } from '../../src/layers/attributions.ts'
import { addScores, countKeys } from '../../src/pipeline/score.ts'
import type { Span } from '../../src/text/span.ts'
import { readCofenet } from '../corpora/cofenet.ts'
import { eachOf, f1Of, type Group, readUpTo } from './measure.ts'

const file = 'corpora-restricted/polnear/cofenet-format/valid.txt'
const roles = ['source', 'cue', 'content'] as const

export const passagesGroup: Group = {
  name: 'PolNeAR passages',
  needs: [file],
  measure: async (shared) => {
    const passages = readCofenet(readFileSync(join(shared, file), 'utf8'))
    const scores = await eachOf(passages, async (gold) => {
      const made = (await readUpTo('attribution', gold.text)).layer(attributions).items
      return Object.fromEntries(
        roles.map((role) => [role, countKeys(rangesOf(made, role), gold[role].map(keyOf))]),
      )
    })
    return {
      of: `${passages.length} passages, each read alone`,
      measures: f1Of(addScores(scores), {
        source: 'source exact',
        cue: 'cue exact',
        content: 'content exact',
      }),
    }
  },
}

/** Ranges of attributions without a parent, for the corpus marks no nesting; one that is shared counts once. */
function rangesOf(made: readonly Attribution[], role: (typeof roles)[number]): string[] {
  const top = made.filter((a) => a.parent === null)
  return [...new Set(top.flatMap((a) => a[role].map(keyOf)))]
}

function keyOf(span: Span): string {
  return `${span.from}-${span.to}`
}
