/** The stage `time`: every time expression with its TIMEX3 and EDTF values. Rules TI1-TI61 stand in SPEC.md. */
import { type Diagnostic, diagnostic } from '../../fault/diagnostic.ts'
import { tags } from '../../layers/tags.ts'
import { type TimeItem, times } from '../../layers/times.ts'
import { tokens } from '../../layers/tokens.ts'
import { numberWordsResource } from '../../lexicon/number-words.ts'
import { atomsAndNumbers } from '../../lexicon/numbers.ts'
import type { Atoms } from '../../lexicon/numbers-atoms.ts'
import { defineResource } from '../../pipeline/resource.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { SpanList } from '../../text/span-list.ts'
import { CharClass, classOf } from '../../text/unicode.ts'
import { readPublished } from './anchors.ts'
import { findTimes, readAt } from './find.ts'
import {
  isSpeech,
  readSpeech,
  readTimeWords,
  type Senses,
  speechFile,
  timeFiles,
} from './lexicon.ts'
import { isDayFirst, orderFile, readOrders } from './orders.ts'
import type { Reader } from './reader.ts'
import { relate } from './relations.ts'
import { rereadQuoted } from './statements.ts'
import { directionAt, leadsAhead } from './tense.ts'

const timeWords = defineResource(timeFiles, readTimeWords)
const orders = defineResource([orderFile], ([bytes]) => readOrders(bytes ?? new Uint8Array()))
const speech = defineResource([speechFile], ([bytes]) => readSpeech(bytes ?? new Uint8Array()))

export const time = defineStage({
  name: 'time',
  version: 4,
  needs: [tokens, tags],
  makes: [times],
  uses: { timeWords, orders, speech, numberWords: numberWordsResource },
  run(view, { timeWords, orders, speech, numberWords }) {
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
      told: false,
      caseless: !hasCapital(view.text),
      dayFirst: isDayFirst(orders, view.facts, atoms),
      speaks: (atom) => isSpeech(speech, tagged[tokenOf(atom)]),
      direction: (atom) =>
        leadsAhead(r, atom) ? 1 : directionAt(list, tagged, timeWords.words, tokenOf(atom)),
      tag: (atom) => tagged[tokenOf(atom)]?.xpos ?? '',
    }
    const { found, nonsense } = findTimes(r)
    const items = relate(r, rereadQuoted(r, found, readAt)).map(
      (f): TimeItem => ({
        from: atoms.from[f.first] ?? 0,
        to: atoms.to[f.end - 1] ?? 0,
        edtf: f.edtf,
        timex: f.period.timex,
        kind: f.kind,
        anchor: f.anchor,
        ...(f.other === undefined ? {} : { other: f.other }),
        rule: f.rule,
      }),
    )
    const diagnostics: Diagnostic[] = nonsense.map((n) => {
      const at = { from: atoms.from[n.first] ?? 0, to: atoms.to[n.end - 1] ?? 0 }
      return diagnostic('date-nonsense', 'time', at, view.text.slice(at.from, at.to))
    })
    for (const t of items)
      if (t.other !== undefined)
        diagnostics.push(diagnostic('date-ambiguous', 'time', t, `${t.edtf} or ${t.other}`))
    return { times: SpanList.sorted(items), diagnostics }
  },
})

/** True when a letter of the text is a capital one. */
function hasCapital(text: string): boolean {
  for (let i = 0; i < text.length; i++)
    if (classOf(text.charCodeAt(i)) === CharClass.upper) return true
  return false
}

function sensesOf(atoms: Atoms, words: ReadonlyMap<string, Senses>): (Senses | null)[] {
  const out: (Senses | null)[] = []
  for (let i = 0; i < atoms.length; i++) out.push(words.get(atoms.key[i] ?? '') ?? null)
  return out
}
