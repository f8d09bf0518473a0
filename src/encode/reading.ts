/** Reading: what the network says of one report, window by window, written down as layers. */
import type { Document } from '../document/document.ts'
import { type Diagnostic, diagnostic } from '../fault/diagnostic.ts'
import { quotations } from '../layers/quotations.ts'
import {
  type AntecedentReading,
  antecedentReadings,
  type CueReading,
  cueReadings,
  type Reading,
  readings,
} from '../layers/readings.ts'
import { type Token, tokens } from '../layers/tokens.ts'
import { SpanList } from '../text/span-list.ts'
import { cueCandidates, cueProbabilities, rangeOfCue } from './cues.ts'
import type { Manifest } from './manifest.ts'
import type { Network, WindowInput } from './network.ts'
import { argmax, bestColumn, logSoftmax, logSoftmaxRows } from './probabilities.ts'
import { type Nominal, nominal, referencesOf } from './references.ts'
import { beginsOf, decideStarts, withStarts } from './sentence-starts.ts'
import { quotedFlags, shapeOf } from './shapes.ts'
import { arcsOf } from './trees.ts'
import { type Window, windowsOf } from './windows.ts'
import type { WordPieces } from './word-pieces.ts'

/** The reader, loaded. */
export interface Loaded {
  readonly pieces: WordPieces
  readonly network: Network
}

/** Marks that the base weights expect at the start and end of a window. */
const begin = 101
const end = 102

/** All layers of one document. Windows are read one after the other. */
export async function readDocument(
  doc: Document,
  manifest: Manifest,
  loaded: Loaded,
): Promise<Document> {
  const words = doc.layer(tokens).items
  const ends = sentenceEnds(words)
  const pieces = words.map((t) => loaded.pieces.of(t.form))
  const windows = windowsOf(
    ends,
    pieces.map((p) => p.length),
    manifest.limits,
  )
  const report: Report = { words, pieces, inQuotes: inQuotes(doc), begins: beginsOf(words) }
  const made: Made = { readings: [], cues: [], references: [], remarks: [] }
  for (const window of windows) await readWindow(window, report, manifest, loaded.network, made)
  return withStarts(doc, report.begins)
    .with(readings, SpanList.of(made.readings))
    .with(cueReadings, SpanList.sorted(made.cues))
    .with(antecedentReadings, SpanList.of<AntecedentReading>(made.references))
    .remark(made.remarks)
}

/** A report as the windows see it. */
interface Report {
  readonly words: readonly Token[]
  readonly pieces: readonly (readonly number[])[]
  /** Whether each word stands between double quotation marks, the marks left out. */
  readonly inQuotes: Uint8Array
  /** Whether each word starts a sentence, as far as is known: windows put it right one after the other. */
  readonly begins: boolean[]
}

interface Made {
  readonly readings: Reading[]
  readonly cues: CueReading[]
  readonly references: AntecedentReading[]
  readonly remarks: Diagnostic[]
}

async function readWindow(
  { from, own, to }: Window,
  report: Report,
  { labels, reference }: Manifest,
  network: Network,
  made: Made,
): Promise<void> {
  const { words } = report
  const inside = words.slice(from, to)
  const out = await network.read(
    inputOf(inside, report.pieces.slice(from, to), report.inQuotes[from] === 1),
  )
  decideStarts(report.begins, out.starts, { from, own, to })
  const begins = report.begins.slice(from, to)
  const arcs = await arcsOf(network, out.states, out.arcs, rangesOf(begins), labels.deprel)
  const cue = cueProbabilities(out.cues)
  // A sentence in several windows has one tree: the root of a later part hangs from the first root.
  const earlier = own === from ? rootOf(made.readings, from, report.begins) : -1
  if (earlier >= 0 && inside[0])
    made.remarks.push(
      diagnostic('sentence-cut', 'encode', { from: inside[0].from, to: inside[0].to }),
    )
  for (let w = own - from; w < inside.length; w++) {
    const token = inside[w]
    const arc = arcs[w]
    if (!token || !arc) continue
    const upos = logSoftmax(out.upos, w)
    const tag = argmax(upos)
    const joins = arc.head === -1 && earlier >= 0
    made.readings.push({
      from: token.from,
      to: token.to,
      upos: labels.upos[tag] ?? 'X',
      xpos: labels.xpos[bestColumn(out.xpos, w)] ?? 'NN',
      tagProbability: Math.exp(upos[tag] ?? 0),
      head: joins ? earlier : arc.head === -1 ? -1 : arc.head + from,
      deprel: joins ? 'parataxis' : arc.deprel,
      headProbability: arc.probability,
      names: logSoftmax(out.names, w),
      cue: cue[w] ?? 0,
      factuality: out.factuality[w] ?? null,
    })
  }
  const nominals = inside.flatMap((token, w): Nominal[] =>
    nominal.has(made.readings[from + w]?.upos ?? '')
      ? [
          {
            from: token.from,
            to: token.to,
            token: from + w,
            anaphor: rowOf(out.anaphor.data, out.anaphor.columns, w),
            antecedent: rowOf(out.antecedent.data, out.antecedent.columns, w),
          },
        ]
      : [],
  )
  // Vectors of different windows are not comparable: the trainer never saw them side by side.
  made.references.push(...referencesOf(nominals, reference, own))
  const sentence = numbered(begins)
  for (const candidate of cueCandidates(out.cues, own - from)) {
    const range = rangeOfCue(candidate.words, sentence)
    const tags = await network.spans(out.states, range, candidate.words)
    const first = inside[candidate.words[0] ?? 0]
    const last = inside[candidate.words.at(-1) ?? 0]
    if (!first || !last) continue
    made.cues.push({
      from: first.from,
      to: last.to,
      cue: candidate.words.map((w) => from + w),
      probability: candidate.probability,
      first: from + range.from,
      last: from + range.to,
      tags: logSoftmaxRows(tags),
    })
  }
}

/** `begun`: a quotation that began before the window goes on in it. */
function inputOf(
  inside: readonly Token[],
  pieces: readonly (readonly number[])[],
  begun: boolean,
): WindowInput {
  const forms = inside.map((t) => t.form)
  return {
    pieces: [begin, ...pieces.flat(), end],
    owner: [-1, ...pieces.flatMap((ids, word) => ids.map(() => word)), -1],
    shapes: forms.map(shapeOf),
    quoted: quotedFlags(forms, begun),
  }
}

function inQuotes(doc: Document): Uint8Array {
  const words = doc.layer(tokens)
  const out = new Uint8Array(words.length)
  for (const q of doc.layer(quotations)) {
    if (q.kind !== 'double' || !q.closed) continue
    const end = words.firstFrom(q.to - 1)
    for (let w = words.firstFrom(q.from + 1); w < end; w++) out[w] = 1
  }
  return out
}

/** The token after the last of each sentence that has tokens. */
function sentenceEnds(words: readonly Token[]): number[] {
  const out: number[] = []
  words.forEach((t, i) => {
    if (words[i + 1]?.sentence !== t.sentence) out.push(i + 1)
  })
  return out
}

/** Word ranges of the sentences in a window; its first word opens one, or goes on with one. */
function rangesOf(begins: readonly boolean[]): { from: number; to: number }[] {
  const out: { from: number; to: number }[] = []
  begins.forEach((starts, w) => {
    const last = out.at(-1)
    if (starts || !last) out.push({ from: w, to: w + 1 })
    else last.to = w + 1
  })
  return out
}

/** The number of the sentence of each word of a window. */
function numbered(begins: readonly boolean[]): number[] {
  let sentence = 0
  return begins.map((starts, w) => (w > 0 && starts ? ++sentence : sentence))
}

/** The root of the sentence that word `at` goes on with; -1 where it starts one. */
function rootOf(before: readonly Reading[], at: number, begins: readonly boolean[]): number {
  let root = -1
  for (let i = at; i > 0 && !begins[i]; i--) if (before[i - 1]?.head === -1) root = i - 1
  return root
}

/** A copy, so that the window's whole matrix is not kept for it. */
function rowOf(data: Float32Array, columns: number, row: number): Float32Array {
  return data.slice(row * columns, (row + 1) * columns)
}
