/** The stage `time`: every time expression with its TIMEX3 and EDTF values. Rules TI1-TI61 stand in SPEC.md. */
import { type Diagnostic, diagnostic } from '../../fault/diagnostic.ts'
import { tags } from '../../layers/tags.ts'
import { type TimeItem, times } from '../../layers/times.ts'
import { tokens } from '../../layers/tokens.ts'
import { atomsAndNumbers, numberWordsResource } from '../../lexicon/numbers.ts'
import type { Atoms } from '../../lexicon/numbers-atoms.ts'
import { defineResource } from '../../pipeline/resource.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { SpanList } from '../../text/span-list.ts'
import { readPublished } from './anchors.ts'
import { findTimes } from './find.ts'
import { readTimeWords, type Senses, timeFiles } from './lexicon.ts'
import type { Reader } from './reader.ts'
import { relate } from './relations.ts'
import { directionAt, leadsAhead } from './tense.ts'

const timeWords = defineResource(timeFiles, readTimeWords)

export const time = defineStage({
  name: 'time',
  version: 2,
  needs: [tokens, tags],
  makes: [times],
  uses: { timeWords, numberWords: numberWordsResource },
  run(view, { timeWords, numberWords }) {
    const list = view.layer(tokens).items
    const tagged = view.layer(tags).items
    const { atoms, numbers } = atomsAndNumbers(view.text, list, numberWords)
    const tokenOf = (atom: number): number => atoms.token[atom] ?? -1
    const r: Reader = {
      atoms,
      numbers,
      words: timeWords,
      senses: sensesOf(atoms, timeWords.words),
      published: readPublished(view.facts.published),
      limit: 0,
      story: null,
      direction: (atom) =>
        leadsAhead(r, atom) ? 1 : directionAt(list, tagged, timeWords.words, tokenOf(atom)),
      tag: (atom) => tagged[tokenOf(atom)]?.xpos ?? '',
    }
    const { found, nonsense } = findTimes(r)
    const items = relate(r, found).map(
      (f): TimeItem => ({
        from: atoms.from[f.first] ?? 0,
        to: atoms.to[f.end - 1] ?? 0,
        edtf: f.edtf,
        timex: f.period.timex,
        kind: f.kind,
        anchor: f.anchor,
        rule: f.rule,
      }),
    )
    const diagnostics: Diagnostic[] = nonsense.map((n) => {
      const at = { from: atoms.from[n.first] ?? 0, to: atoms.to[n.end - 1] ?? 0 }
      return diagnostic('date-nonsense', 'time', at, view.text.slice(at.from, at.to))
    })
    return { times: SpanList.sorted(items), diagnostics }
  },
})

function sensesOf(atoms: Atoms, words: ReadonlyMap<string, Senses>): (Senses | null)[] {
  const out: (Senses | null)[] = []
  for (let i = 0; i < atoms.length; i++) out.push(words.get(atoms.key[i] ?? '') ?? null)
  return out
}
