/** Reads the treebanks that the linear models are made from: EWT and GUM, train and dev. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConllu } from '../../bench/corpora/conllu.ts'
import { syntax } from '../../src/layers/syntax.ts'
import { tags } from '../../src/layers/tags.ts'
import { tokens } from '../../src/layers/tokens.ts'
import type { Word } from '../../src/stages/tag/words.ts'

/** A sentence in columns; `heads` count from the sentence's first word, -1 for the root. */
export interface Sentence {
  readonly words: readonly Word[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly lemmas: readonly string[]
  readonly heads: readonly number[]
  readonly deprels: readonly string[]
}

/** One set for training and the sets that are measured on. */
export interface Treebanks {
  readonly train: Sentence[]
  readonly dev: Readonly<Record<string, Sentence[]>>
}

/** `folder` holds `ud-english-ewt` and `gum`. */
export function readTreebanks(folder: string): Treebanks {
  const ewt = (part: string): string => join(folder, 'ud-english-ewt', `en_ewt-ud-${part}.conllu`)
  const gum = (part: string): string[] => {
    const below = join(folder, 'gum', part, 'dep')
    return existsSync(below)
      ? readdirSync(below)
          .sort()
          .map((f) => join(below, f))
      : []
  }
  return {
    train: [ewt('train'), ...gum('train')].flatMap(sentencesOf),
    dev: {
      'EWT dev': sentencesOf(ewt('dev')),
      'GUM dev': gum('dev').flatMap(sentencesOf),
      'GUM dev news': gum('dev')
        .filter((f) => f.includes('GUM_news'))
        .flatMap(sentencesOf),
    },
  }
}

function sentencesOf(file: string): Sentence[] {
  const out: Sentence[] = []
  for (const { doc } of readConllu(readFileSync(file, 'utf8'))) {
    const words = doc.layer(tokens).items
    const tagged = doc.layer(tags).items
    const arcs = doc.layer(syntax).items
    for (let first = 0; first < words.length; ) {
      let end = first
      while (end < words.length && words[end]!.sentence === words[first]!.sentence) end++
      const start = first
      out.push({
        words: words.slice(start, end).map(({ form, key }) => ({ form, key })),
        upos: tagged.slice(start, end).map((t) => t.upos),
        xpos: tagged.slice(start, end).map((t) => t.xpos),
        lemmas: tagged.slice(start, end).map((t) => t.lemma),
        heads: arcs.slice(start, end).map((a) => (a.head < 0 ? -1 : a.head - start)),
        deprels: arcs.slice(start, end).map((a) => a.deprel),
      })
      first = end
    }
  }
  return out
}
