/** Measures sentences, tokens, tags and trees from raw text against the dev parts of EWT and GUM. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addScores } from '../../src/pipeline/score.ts'
import { scoreParse } from '../../src/stages/parse/score.ts'
import { scoreSegment } from '../../src/stages/segment/score.ts'
import { scoreTag } from '../../src/stages/tag/score.ts'
import { scoreTokenize } from '../../src/stages/tokenize/score.ts'
import { type ConlluDocument, readConllu } from '../corpora/conllu.ts'
import { eachOf, f1Of, type Group, type Measured, readUpTo } from './measure.ts'

async function measure(documents: readonly ConlluDocument[]): Promise<Measured> {
  const score = addScores(
    await eachOf(documents, async ({ doc: gold }) => {
      const made = await readUpTo('parse', gold.text)
      return {
        ...scoreSegment(made, gold),
        ...scoreTokenize(made, gold),
        ...scoreTag(made, gold),
        ...scoreParse(made, gold),
      }
    }),
  )
  return {
    of: `${documents.length} texts, ${score['tokens']?.gold ?? 0} tokens`,
    measures: f1Of(score, {
      sentences: 'sentences',
      tokens: 'tokens',
      upos: 'UPOS',
      xpos: 'XPOS',
      lemma: 'lemmas',
      heads: 'UAS',
      labelled: 'LAS',
    }),
  }
}

const ewt = 'corpora/ud-english-ewt/en_ewt-ud-dev.conllu'
const gum = 'corpora/gum/dev/dep'

export const trees: readonly Group[] = [
  {
    name: 'EWT dev',
    needs: [ewt],
    measure: (shared) => measure(readConllu(readFileSync(join(shared, ewt), 'utf8'))),
  },
  {
    name: 'GUM dev',
    needs: [gum],
    measure: (shared) =>
      measure(
        readdirSync(join(shared, gum))
          .filter((f) => f.endsWith('.conllu'))
          .sort()
          .flatMap((f) => readConllu(readFileSync(join(shared, gum, f), 'utf8'))),
      ),
  },
]
