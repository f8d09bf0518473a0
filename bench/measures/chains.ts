/** Measures who and what is spoken of again against OntoGUM: chains of head words, scored as CoNLL 2012 does. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../../src/document/document.ts'
import { entities } from '../../src/layers/entities.ts'
import { names } from '../../src/layers/names.ts'
import { references } from '../../src/layers/references.ts'
import { syntax } from '../../src/layers/syntax.ts'
import { tokens } from '../../src/layers/tokens.ts'
import type { Span } from '../../src/text/span.ts'
import { readConllu } from '../corpora/conllu.ts'
import { goldChains } from '../corpora/ontogum.ts'
import { type Chains, conllF1 } from './conll-score.ts'
import { eachOf, type Group, readUpTo } from './measure.ts'

const trees = 'corpora/gum/dev/dep'
const chains = 'corpora/gum/dev/coref/ontogum/conll'
const genres = ['news', 'interview', 'speech', 'bio']

/** Chains of a reading: offsets of the head words of all mentions of an entity; single mentions make no chain. */
function chainsOf(doc: Document): Chains {
  const words = doc.layer(tokens).items
  const arcs = doc.layer(syntax).items
  const at = new Map(words.map((w, i) => [w.from, i]))
  const headOf = (span: Span): number => {
    const first = at.get(span.from)
    if (first === undefined) return span.from
    let end = first
    while (end < words.length && (words[end]?.to ?? 0) <= span.to) end++
    for (let i = first; i < end; i++) {
      const head = arcs[i]?.head ?? -1
      if (head < first || head >= end) return words[i]?.from ?? span.from
    }
    return span.from
  }
  const out = doc
    .layer(entities)
    .items.map((e) => new Set(e.mentions.map((m) => headOf(doc.layer(names).at(m)))))
  for (const r of doc.layer(references).items) out[r.entity]?.add(headOf(r))
  return out.filter((c) => c.size > 1)
}

export const chainsGroup: Group = {
  name: 'OntoGUM dev',
  needs: [trees, chains],
  measure: async (shared) => {
    const files = readdirSync(join(shared, trees))
      .filter((f) => genres.some((g) => f.startsWith(`GUM_${g}_`)))
      .filter((f) => existsSync(join(shared, chains, f.replace('.conllu', '.conll'))))
      .sort()
    const read = await eachOf(files, async (f) => {
      const [gold] = readConllu(readFileSync(join(shared, trees, f), 'utf8'))
      if (!gold) return { made: [], gold: [] }
      const conll = readFileSync(join(shared, chains, f.replace('.conllu', '.conll')), 'utf8')
      return {
        made: chainsOf(await readUpTo('coreference', gold.doc.text)),
        gold: goldChains(gold.doc, conll),
      }
    })
    const score = conllF1(read)
    return {
      of: `${files.length} texts of ${genres.join(', ')}`,
      measures: Object.entries(score).map(([name, value]) => ({ name, value: 100 * value })),
    }
  },
}
