/** Tests of reading with a network that is made up: what it is asked, and how its numbers become layers. */
import { describe, expect, test } from 'vitest'
import { Document } from '../document/document.ts'
import { quotations } from '../layers/quotations.ts'
import { antecedentReadings, cueReadings, type Reading, readings } from '../layers/readings.ts'
import { sentences } from '../layers/sentences.ts'
import { type Token, tokens } from '../layers/tokens.ts'
import { SpanList } from '../text/span-list.ts'
import type { Manifest } from './manifest.ts'
import type { Matrix, Network, WindowInput, WordRange } from './network.ts'
import { readDocument } from './reading.ts'
import { WordPieces } from './word-pieces.ts'

const labels = {
  upos: ['X', 'NOUN', 'VERB', 'PRON'],
  xpos: ['NN', 'VBD'],
  deprel: ['root', 'nsubj', 'obj'],
  names: ['O', 'B-PER'],
  cues: ['O', 'B', 'I'],
  spans: ['O', 'B-source', 'I-source', 'B-content', 'I-content'],
  shapes: [],
}

const manifestOf = (words = 20, longest = 20): Manifest => ({
  name: 'made up',
  version: 1,
  labels,
  limits: { words, longest, pieces: 200, piecesOfWord: 4 },
  reference: { scale: 1, distances: [2], weights: [0, 0] },
  files: [],
})

/** Words stand between blanks; a full stop ends a sentence. Quotations are given by their text. */
function documentOf(text: string, quoted: readonly string[] = []): Document {
  const words: Token[] = []
  const ends: { from: number; to: number; paragraph: number }[] = []
  let from = 0
  for (const { 0: form, index } of text.matchAll(/\S+/gu)) {
    const at = { from: index, to: index + form.length }
    words.push({ ...at, form, key: form.toLowerCase(), kind: 'word', sentence: ends.length })
    if (form !== '.') continue
    ends.push({ from, to: at.to, paragraph: 0 })
    from = at.to + 1
  }
  if (words.some((w) => w.sentence === ends.length))
    ends.push({ from, to: text.length, paragraph: 0 })
  const marks = quoted.map((q) => {
    const start = text.indexOf(q)
    return { from: start, to: start + q.length, kind: 'double', closed: true }
  })
  return Document.of(text)
    .with(sentences, SpanList.of(ends))
    .with(tokens, SpanList.of(words))
    .with(quotations, SpanList.of(marks as never) as never)
}

/** Scores high in one column of each row. */
function pointing(columns: number, at: readonly number[]): Matrix {
  const data = new Float32Array(columns * at.length)
  at.forEach((column, row) => {
    data[row * columns + column] = 10
  })
  return { data, columns }
}

interface Plan {
  /** Column of `labels.upos` for each word of a window. */
  readonly upos?: (word: number) => number
  readonly cue?: (word: number) => number
  /** Head word in the window, -1 for the root; by default the first word of each sentence is its root. */
  readonly head?: (word: number, sentence: readonly number[]) => number
  /** Log odds that a word starts a sentence; by default none does, so that the rules decide. */
  readonly starts?: (word: number) => number
}

/** The number of the sentence of each word: piece 5 is the full stop. */
function sentencesOf({ owner, pieces }: WindowInput): number[] {
  let sentence = 0
  return owner.flatMap((word, at) => {
    if (word < 0) return []
    const mine = sentence
    if (pieces[at] === 5) sentence++
    return [mine]
  })
}

/** A network that answers by plan and keeps what it was asked. */
class Fake implements Network {
  readonly asked: WindowInput[] = []
  readonly cues: { range: WordRange; cue: readonly number[] }[] = []
  readonly heads: (readonly number[])[] = []
  readonly plan: Plan

  constructor(plan: Plan = {}) {
    this.plan = plan
  }

  async read(window: WindowInput) {
    this.asked.push(window)
    const sentence = sentencesOf(window)
    const n = sentence.length
    const words = sentence.map((_, w) => w)
    const first = (w: number): number => {
      const start = sentence.indexOf(sentence[w] ?? -1)
      return start === w ? -1 : start
    }
    const head = this.plan.head ?? first
    return {
      states: { data: new Float32Array(n), columns: 1 },
      upos: pointing(4, words.map(this.plan.upos ?? (() => 0))),
      xpos: pointing(
        2,
        words.map(() => 1),
      ),
      names: pointing(
        2,
        words.map(() => 0),
      ),
      cues: pointing(3, words.map(this.plan.cue ?? (() => 0))),
      arcs: pointing(
        n + 1,
        words.map((w) => head(w, sentence) + 1),
      ),
      anaphor: { data: new Float32Array(n).fill(1), columns: 1 },
      antecedent: { data: Float32Array.from(words), columns: 1 },
      factuality: Float32Array.from(words, (w) => w / 2),
      starts: Float32Array.from(words, this.plan.starts ?? (() => -9)),
    }
  }

  async labels(_: Matrix, heads: readonly number[]) {
    this.heads.push(heads)
    return pointing(
      3,
      heads.map(() => 1),
    )
  }

  async spans(_: Matrix, range: WordRange, cue: readonly number[]) {
    this.cues.push({ range, cue })
    const n = range.to - range.from
    return pointing(
      5,
      Array.from({ length: n }, () => 3),
    )
  }

  async close() {}
}

const pieces = new WordPieces('[PAD]\n[UNK]\nthe\ndam\nburst\n.\nhe\nsaid\nso\n"\n', 4)

async function read(doc: Document, network: Network, manifest = manifestOf()): Promise<Document> {
  return readDocument(doc, manifest, { pieces, network })
}

const itemsOf = (doc: Document): readonly Reading[] => doc.layer(readings).items

describe('what the network is asked', () => {
  test('nothing, of a report without words', async () => {
    const network = new Fake()
    const doc = await read(documentOf(''), network)
    expect(network.asked).toEqual([])
    expect(doc.layer(readings).length).toBe(0)
    expect(doc.layer(cueReadings).length).toBe(0)
    expect(doc.layer(antecedentReadings).length).toBe(0)
  })

  test('its pieces between the marks of begin and end, each with the word that owns it', async () => {
    const network = new Fake()
    await read(documentOf('the dam burst .'), network)
    expect(network.asked).toHaveLength(1)
    expect(network.asked[0]?.pieces).toEqual([101, 2, 3, 4, 5, 102])
    expect(network.asked[0]?.owner).toEqual([-1, 0, 1, 2, 3, -1])
  })

  test('the shape of each word', async () => {
    const network = new Fake()
    await read(documentOf('the dam burst . he said so .'), network)
    expect(network.asked[0]?.shapes).toEqual([1, 1, 1, 8, 1, 1, 1, 8])
  })

  test('which words stand in quotation marks', async () => {
    const network = new Fake()
    await read(documentOf('he said " so " .'), network)
    expect(network.asked[0]?.quoted).toEqual([0, 0, 1, 1, 1, 0])
  })

  test('a quotation that began in the window before goes on', async () => {
    const network = new Fake()
    const text = 'he said " the dam burst so the dam burst " .'
    await read(documentOf(text, ['" the dam burst so the dam burst "']), network, manifestOf(5, 5))
    expect(network.asked.length).toBeGreaterThan(1)
    expect(network.asked[0]?.quoted).toEqual([0, 0, 1, 1, 1])
    expect(network.asked[1]?.quoted).toEqual([1, 1, 1, 1, 1])
  })

  test('the labels of the arcs of the tree, 0 for the root', async () => {
    const network = new Fake()
    await read(documentOf('the dam burst .'), network)
    expect(network.heads).toEqual([[0, 1, 1, 1]])
  })
})

describe('what becomes of its answers', () => {
  test('one reading a token, at the place of the token', async () => {
    const doc = await read(documentOf('the dam burst .'), new Fake())
    expect(itemsOf(doc).map((r) => [r.from, r.to])).toEqual([
      [0, 3],
      [4, 7],
      [8, 13],
      [14, 15],
    ])
  })

  test('tags are the labels of the best columns', async () => {
    const doc = await read(documentOf('the dam burst .'), new Fake({ upos: (w) => w }))
    expect(itemsOf(doc).map((r) => r.upos)).toEqual(['X', 'NOUN', 'VERB', 'PRON'])
    expect(itemsOf(doc).map((r) => r.xpos)).toEqual(['VBD', 'VBD', 'VBD', 'VBD'])
    for (const r of itemsOf(doc)) expect(r.tagProbability).toBeGreaterThan(0.99)
  })

  test('heads are tokens of the document, the root is -1', async () => {
    const doc = await read(documentOf('the dam burst . he said so .'), new Fake())
    expect(itemsOf(doc).map((r) => r.head)).toEqual([-1, 0, 0, 0, -1, 4, 4, 4])
    expect(itemsOf(doc).map((r) => r.deprel === 'root')).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
      false,
      false,
    ])
  })

  test('a circle is broken: each sentence has one root', async () => {
    const doc = await read(
      documentOf('the dam burst .'),
      new Fake({ head: (w) => (w === 0 ? 1 : 0) }),
    )
    expect(itemsOf(doc).filter((r) => r.head === -1)).toHaveLength(1)
  })

  test('factuality is kept word by word', async () => {
    const doc = await read(documentOf('the dam burst .'), new Fake())
    expect(itemsOf(doc).map((r) => r.factuality)).toEqual([0, 0.5, 1, 1.5])
  })

  test('names are log probabilities', async () => {
    const doc = await read(documentOf('the dam .'), new Fake())
    for (const r of itemsOf(doc)) {
      expect(r.names).toHaveLength(2)
      expect(r.names.reduce((sum, p) => sum + Math.exp(p), 0)).toBeCloseTo(1, 5)
    }
  })

  test('without a cue nothing is asked of spans', async () => {
    const network = new Fake()
    const doc = await read(documentOf('the dam burst .'), network)
    expect(network.cues).toEqual([])
    expect(doc.layer(cueReadings).length).toBe(0)
  })

  test('a cue comes with five tags for every word of its range', async () => {
    const network = new Fake({ cue: (w) => (w === 1 ? 1 : 0) })
    const doc = await read(documentOf('he said the dam burst .'), network)
    expect(network.cues).toEqual([{ range: { from: 0, to: 6 }, cue: [1] }])
    const [cue] = doc.layer(cueReadings).items
    expect(cue).toMatchObject({ from: 3, to: 7, cue: [1], first: 0, last: 6 })
    expect(cue?.tags).toHaveLength(30)
    expect(cue?.probability).toBeGreaterThan(0.99)
  })

  test('a cue of two words reaches from the first to the last', async () => {
    const network = new Fake({ cue: (w) => (w === 1 ? 1 : w === 2 ? 2 : 0) })
    const doc = await read(documentOf('he said so .'), network)
    expect(doc.layer(cueReadings).items[0]).toMatchObject({ from: 3, to: 10, cue: [1, 2] })
  })

  test('only nouns and pronouns are weighed as references', async () => {
    const network = new Fake({ upos: (w) => (w === 1 ? 1 : w === 4 ? 3 : 0) })
    const doc = await read(documentOf('the dam burst . he said so .'), network)
    const found = doc.layer(antecedentReadings).items
    expect(found.map((f) => f.token)).toEqual([1, 4])
    expect(found[0]?.candidates).toEqual([])
    expect(found[1]?.candidates.map((c) => c.token)).toEqual([1])
  })
})

describe('several windows', () => {
  const text = 'the dam burst . he said so . the dam burst . he said so .'

  test('say every token once, in order', async () => {
    const network = new Fake()
    const doc = await read(documentOf(text), network, manifestOf(8, 8))
    expect(network.asked.length).toBeGreaterThan(1)
    expect(itemsOf(doc).map((r) => r.from)).toEqual(
      documentOf(text)
        .layer(tokens)
        .items.map((t) => t.from),
    )
  })

  test('have heads in the document, not in the window', async () => {
    const doc = await read(documentOf(text), new Fake(), manifestOf(8, 8))
    expect(itemsOf(doc).map((r) => r.head)).toEqual([
      -1, 0, 0, 0, -1, 4, 4, 4, -1, 8, 8, 8, -1, 12, 12, 12,
    ])
  })

  test('of one long sentence hang from its first root, and a remark says that it was cut', async () => {
    const doc = await read(
      documentOf('the dam burst so the dam burst .'),
      new Fake(),
      manifestOf(4, 4),
    )
    const all = itemsOf(doc)
    expect(all.filter((r) => r.head === -1)).toHaveLength(1)
    expect(all[4]).toMatchObject({ head: 0, deprel: 'parataxis' })
    expect(doc.diagnostics.map((d) => d.code)).toEqual(['sentence-cut'])
  })

  test('without a cut sentence nothing is remarked', async () => {
    const doc = await read(documentOf(text), new Fake(), manifestOf(8, 8))
    expect(doc.diagnostics).toEqual([])
  })
})

test('what a network throws is not hidden', async () => {
  const network = new Fake()
  network.read = () => Promise.reject(new Error('out of memory'))
  await expect(read(documentOf('the dam burst .'), network)).rejects.toThrow('out of memory')
})

describe('where sentences start', () => {
  const text = 'the dam burst he said so . the dam burst .'
  const sentencesIn = (doc: Document): string[] =>
    doc.layer(sentences).items.map((s) => doc.text.slice(s.from, s.to))

  test('the network may end a sentence where the rules saw no end, and the tokens follow', async () => {
    const doc = await read(documentOf(text), new Fake({ starts: (w) => (w === 3 ? 9 : -9) }))
    expect(sentencesIn(doc)).toEqual(['the dam burst', 'he said so .', 'the dam burst .'])
    expect(doc.layer(tokens).items.map((t) => t.sentence)).toEqual([
      0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2,
    ])
  })

  test('each part has a tree of its own', async () => {
    const split = new Fake({ starts: (w) => (w === 3 ? 9 : -9), head: (w) => (w < 3 ? 0 : 3) })
    const heads = itemsOf(await read(documentOf('the dam burst he said so .'), split)).map(
      (r) => r.head,
    )
    expect(heads).toEqual([-1, 0, 0, -1, 3, 3, 3])
  })

  test('what is unlikely, and the first word of a window, change nothing', async () => {
    const doc = documentOf(text)
    const same = await read(doc, new Fake({ starts: (w) => (w === 0 ? 9 : 0) }))
    expect(same.layer(sentences)).toBe(doc.layer(sentences))
    expect(same.layer(tokens)).toBe(doc.layer(tokens))
  })

  test('sentences that the rules set apart stay apart', async () => {
    const doc = await read(
      documentOf('the dam burst . he said so .'),
      new Fake({ starts: () => -99 }),
    )
    expect(doc.layer(sentences).length).toBe(2)
  })

  test('a part of a paragraph stays in its paragraph', async () => {
    const doc = await read(documentOf(text), new Fake({ starts: (w) => (w === 9 ? 9 : -9) }))
    expect(doc.layer(sentences).items.map((s) => s.paragraph)).toEqual([0, 0, 0])
  })
})
