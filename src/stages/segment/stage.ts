/** The stage `segment`: paragraphs with their kinds and datelines, sentences, quotations. */
import { type Diagnostic, diagnostic } from '../../fault/diagnostic.ts'
import { type Paragraph, paragraphs } from '../../layers/paragraphs.ts'
import { type Quotation, quotations } from '../../layers/quotations.ts'
import { type Sentence, sentences } from '../../layers/sentences.ts'
import { Abbreviations } from '../../lexicon/abbreviations.ts'
import { readTsv } from '../../lexicon/tsv.ts'
import { readWordMap, readWords } from '../../lexicon/word-set.ts'
import { defineResource } from '../../pipeline/resource.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { type Span, trim } from '../../text/span.ts'
import { SpanList } from '../../text/span-list.ts'
import { isUpper } from '../../text/unicode.ts'
import { blocksOf } from './blocks.ts'
import { datelineOf } from './dateline.ts'
import { type KindLists, kindOf } from './kinds.ts'
import { cutAtLimit, longestSentence } from './limit.ts'
import { opensWith, quotationsOf } from './quotations.ts'
import { type SentenceLists, sentencesOf } from './sentences.ts'
import { stampOf } from './stamps.ts'

const sentenceLists = defineResource(
  [
    'en/abbreviations.tsv',
    'en/sentence-starters.tsv',
    'en/speech-tails.tsv',
    'en/elisions.tsv',
    'en/web-endings.tsv',
  ],
  ([abbreviations, starters, tails, elisions, endings]): SentenceLists => ({
    abbreviations: Abbreviations.read(abbreviations ?? empty, 'en/abbreviations.tsv'),
    starters: readWords(starters ?? empty, 'en/sentence-starters.tsv', 'word'),
    tails: readWords(tails ?? empty, 'en/speech-tails.tsv', 'word'),
    elisions: readWords(elisions ?? empty, 'en/elisions.tsv', 'word'),
    webEndings: readWords(endings ?? empty, 'en/web-endings.tsv', 'ending'),
  }),
)

const kindLists = defineResource(
  ['en/caption-cues.tsv', 'en/byline-cues.tsv'],
  ([captions, bylines]): KindLists => ({
    captions: readWordMap(captions ?? empty, 'en/caption-cues.tsv', 'phrase', 'where'),
    bylines: readWordMap(bylines ?? empty, 'en/byline-cues.tsv', 'phrase', 'where'),
  }),
)

const dateKinds = new Set(['month', 'short-month', 'weekday', 'short-weekday'])

/** Months and weekdays, whole and short: "Jan" opens the date of a dateline, "Jane" does not. */
const dateWords = defineResource(
  ['en/time-words.tsv'],
  ([words]): ReadonlySet<string> =>
    new Set(
      readTsv(words ?? empty, 'en/time-words.tsv', ['word', 'kind', 'value'])
        .filter((row) => dateKinds.has(row.kind))
        .map((row) => row.word),
    ),
)

/** Time zones as they stand behind a clock time. */
const zoneWords = defineResource(
  ['en/time-words.tsv'],
  ([words]): ReadonlySet<string> =>
    new Set(
      readTsv(words ?? empty, 'en/time-words.tsv', ['word', 'kind', 'value'])
        .filter((row) => row.kind === 'zone')
        .map((row) => row.word),
    ),
)

/** A single clock time that opens a block is a part of its sentence; two make a live report. */
const leastStamps = 2

const empty = new Uint8Array()

/** Needs nothing; everything after it builds on its sentences. */
export const segment = defineStage({
  name: 'segment',
  version: 4,
  needs: [],
  makes: [paragraphs, sentences, quotations],
  uses: { sentenceLists, kindLists, dateWords, zoneWords },
  run: ({ text, facts }, { sentenceLists, kindLists, dateWords, zoneWords }) => {
    const blocks = blocksOf(text)
    const stamps = blocks.map((block) => stampOf(text, block, (word) => zoneWords.has(word)))
    const live = stamps.filter((s) => s !== null).length >= leastStamps
    const isMonth = (word: string): boolean =>
      isUpper(word.charCodeAt(0)) && dateWords.has(word.toLowerCase())
    const paragraphItems: Paragraph[] = []
    const sentenceItems: Sentence[] = []
    const quotationItems: Quotation[] = []
    const diagnostics: Diagnostic[] = []
    const push = (at: Span, paragraph: number): void => {
      const pieces = cutAtLimit(text, at)
      if (pieces.length > 1)
        diagnostics.push(diagnostic('sentence-cut', 'segment', at, `${longestSentence} tokens`))
      for (const piece of pieces) {
        const { from, to } = trim(text, piece)
        if (to > from) sentenceItems.push({ from, to, paragraph })
      }
    }
    for (const [index, block] of blocks.entries()) {
      const kind = kindOf(text, blocks, index, facts.title, kindLists)
      const dateline = kind === 'body' ? datelineOf(text, block, isMonth) : null
      paragraphItems.push({ from: block.from, to: block.to, kind, dateline })
      const opening = dateline ?? (live ? (stamps[index] ?? null) : null)
      if (opening) push(opening, index)
      const body = opening
        ? { from: trim(text, { from: opening.to, to: block.to }).from, to: block.to }
        : block
      for (const at of sentencesOf(text, body, sentenceLists)) push(at, index)
      const next = blocks[index + 1]
      const opens = (family: string): boolean =>
        next !== undefined && opensWith(text, next, family, sentenceLists.elisions)
      for (const q of quotationsOf(
        text,
        block,
        opens,
        sentenceLists.starters,
        sentenceLists.elisions,
      ))
        quotationItems.push(q)
    }
    return {
      paragraphs: SpanList.of(paragraphItems),
      sentences: SpanList.of(sentenceItems),
      quotations: SpanList.sorted(quotationItems),
      diagnostics,
    }
  },
})
