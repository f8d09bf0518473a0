/** Tests of the encoder: its layers, that a result depends on the report alone, odd texts, and files that are not there. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readData, readerIsHere } from '../../test/data-files.ts'
import { Document } from '../document/document.ts'
import type { FaultCode } from '../fault/codes.ts'
import { Fault, raise } from '../fault/fault.ts'
import { quotations } from '../layers/quotations.ts'
import { antecedentReadings, cueReadings, type Reading, readings } from '../layers/readings.ts'
import { sentences } from '../layers/sentences.ts'
import { type Token, tokens } from '../layers/tokens.ts'
import type { ReadBytes } from '../pipeline/resource.ts'
import { SpanList } from '../text/span-list.ts'
import { readerOf } from './encoder.ts'

/** A document whose words stand between blanks and whose sentences end at a full stop. */
function documentOf(text: string): Document {
  const words: Token[] = []
  const ends: { from: number; to: number; paragraph: number }[] = []
  let from = 0
  for (const { 0: form, index } of text.matchAll(/\S+/gu)) {
    words.push({
      from: index,
      to: index + form.length,
      form,
      key: form.toLowerCase(),
      kind: 'word',
      sentence: ends.length,
    })
    if (form !== '.') continue
    ends.push({ from, to: index + 1, paragraph: 0 })
    from = index + 1
  }
  if (words.some((w) => w.sentence === ends.length))
    ends.push({ from, to: text.length, paragraph: 0 })
  return Document.of(text)
    .with(sentences, SpanList.of(ends))
    .with(tokens, SpanList.of(words))
    .with(quotations, SpanList.empty)
}

/** Everything that the encoder says of a text, as one string. */
async function saidOf(encoder: ReturnType<typeof readerOf>, text: string): Promise<string> {
  const doc = await encoder.encode(documentOf(text))
  const plain = (_: string, v: unknown): unknown => (v instanceof Float32Array ? Array.from(v) : v)
  return JSON.stringify(
    [readings, cueReadings, antecedentReadings].map((l) => doc.layer<never>(l as never).items),
    plain,
  )
}

function expectTrees(words: readonly Token[], read: readonly Reading[]): void {
  const roots = new Map<number, number>()
  read.forEach((r, i) => {
    const sentence = words[i]?.sentence ?? -1
    if (r.head === -1) roots.set(sentence, (roots.get(sentence) ?? 0) + 1)
    else expect(words[r.head]?.sentence).toBe(sentence)
    let node = i
    for (let steps = 0; node !== -1; steps++) {
      if (steps > read.length) throw new Error(`a cycle at ${i}`)
      node = read[node]?.head ?? -1
    }
  })
  for (const word of words) expect(roots.get(word.sentence)).toBe(1)
}

const harbour =
  'Two officials in Lisbon said on Monday that the harbour would stay closed . They gave no reason . '
const strike =
  'Maria Santos , who leads the union , denied that workers had agreed to a deal . She called it " a lie " . '
const long = `${'the harbour and the market and '.repeat(60)} the town .`

describe.skipIf(!readerIsHere)('the encoder (skipped where the trained reader is not)', () => {
  const encoder = readerOf(readData)

  test('says something of every token, with one tree a sentence', async () => {
    const doc = await encoder.encode(documentOf(harbour + strike))
    const words = doc.layer(tokens).items
    const read = doc.layer(readings).items
    expect(read.map((r) => [r.from, r.to])).toEqual(words.map((w) => [w.from, w.to]))
    expectTrees(words, read)
    const said = read[words.findIndex((w) => w.form === 'said')]
    expect([said?.upos, said?.head, (said?.cue ?? 0) > 0.5]).toEqual(['VERB', -1, true])
    for (const r of read) {
      expect(r.names.reduce((sum, p) => sum + Math.exp(p), 0)).toBeCloseTo(1, 3)
      expect(r.tagProbability).toBeGreaterThan(0)
    }
  })

  test('a cue comes with tags for a range around it; a pronoun with what it may stand for', async () => {
    const doc = await encoder.encode(documentOf(harbour + strike))
    const words = doc.layer(tokens).items
    const cue = doc
      .layer(cueReadings)
      .items.find((c) => c.cue.some((w) => words[w]?.form === 'said'))
    expect(cue?.tags.length).toBe(5 * ((cue?.last ?? 0) - (cue?.first ?? 0)))
    const she = doc.layer(antecedentReadings).items.find((a) => words[a.token]?.form === 'She')
    expect(she?.candidates.every((c) => c.token < she.token)).toBe(true)
    const sum = (she?.candidates ?? []).reduce(
      (n, c) => n + Math.exp(c.score),
      Math.exp(she?.none ?? 0),
    )
    expect(sum).toBeLessThanOrEqual(1.0001)
  })

  test('a result does not depend on what is read before, beside or after it, or by whom', async () => {
    const texts = [harbour, strike, harbour + strike, long, strike.repeat(12), '. . .', '']
    const alone: string[] = []
    for (const text of texts) alone.push(await saidOf(readerOf(readData), text))
    const together = await Promise.all(texts.map((text) => saidOf(encoder, text)))
    const backwards = await Promise.all([...texts].reverse().map((text) => saidOf(encoder, text)))
    expect(together).toEqual(alone)
    expect(backwards.reverse()).toEqual(alone)
  }, 60_000)

  test('a sentence that no window holds is cut into parts, one tree in all, and this is said', async () => {
    const doc = await encoder.encode(documentOf(long))
    const words = doc.layer(tokens).items
    expect(words.length).toBeGreaterThan(340)
    expectTrees(words, doc.layer(readings).items)
    expect(doc.diagnostics.map((d) => d.code)).toEqual(['sentence-cut'])
  })

  test('texts of every kind come back whole', async () => {
    const odd = [
      '',
      '\ud83d \ude00 \ud83d\ude00 \ud83d',
      '👩‍🚀 🇵🇹 e\u0301 \u202eabc \u0000 \ufffd \ufeff .',
      'قال المسؤول إن الميناء مغلق .',
      '港口 将 在 星期一 重新 开放 。 他们 说 .',
      `${'x'.repeat(5000)} ${'ß'.repeat(300)} ${'漢'.repeat(700)} .`,
      '" '.repeat(400),
      '. '.repeat(400),
    ]
    for (const text of odd) {
      const doc = await encoder.encode(documentOf(text))
      expectTrees(doc.layer(tokens).items, doc.layer(readings).items)
    }
  }, 60_000)

  test('any string comes back whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const doc = await encoder.encode(documentOf(text))
        expectTrees(doc.layer(tokens).items, doc.layer(readings).items)
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  test('its files are looked at one by one', () => {
    const rows = encoder.inspect?.() ?? []
    expect(rows.every((r) => r.ok)).toBe(true)
    expect(rows.map((r) => r.name)).toContain('en/reader/encoder.onnx')
  })

  test('a damaged file is a fault that names it, and the next report tries again', async () => {
    let broken = true
    const own: ReadBytes = (file) => {
      const bytes = Uint8Array.from(readData(file))
      if (broken && file.endsWith('spans.onnx')) bytes[1000] = (bytes[1000] ?? 0) ^ 1
      return bytes
    }
    const damaged = readerOf(own)
    expect(await codeOf(() => damaged.encode(documentOf(harbour)))).toBe('reader/damaged')
    expect(
      damaged
        .inspect?.()
        .filter((r) => !r.ok)
        .map((r) => r.name),
    ).toEqual(['en/reader/spans.onnx'])
    broken = false
    expect((await damaged.encode(documentOf(harbour))).layer(readings).length).toBe(19)
  })

  test('a missing file is a fault that names it', async () => {
    const own: ReadBytes = (file) =>
      file.endsWith('labels.onnx') ? raise('reader/missing', { file }) : readData(file)
    expect(await codeOf(() => readerOf(own).encode(documentOf(harbour)))).toBe('reader/missing')
  })
})

describe('a reader whose graphs are none', () => {
  const vocabulary = new TextEncoder().encode('[PAD]\n[UNK]\n')
  const graph = new TextEncoder().encode('not a graph')
  const sha = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
    Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')

  test('cannot run, and the fault says to read without it', async () => {
    const rows = await Promise.all(
      ['encoder.onnx', 'labels.onnx', 'spans.onnx', 'vocabulary.txt'].map(async (file) => {
        const bytes = file.endsWith('txt') ? vocabulary : graph
        return { file, bytes: bytes.length, sha256: await sha(bytes) }
      }),
    )
    const manifest = {
      name: 'none',
      version: 1,
      labels: { upos: ['X'] },
      limits: { words: 160, longest: 240, pieces: 512, piecesOfWord: 8 },
      files: rows,
    }
    const read: ReadBytes = (file) => {
      if (file.endsWith('json')) return new TextEncoder().encode(JSON.stringify(manifest))
      return file.endsWith('txt') ? vocabulary : graph
    }
    const encoder = readerOf(read)
    expect(await codeOf(() => encoder.encode(documentOf(harbour)))).toBe('reader/cannot-run')
  })
})

async function codeOf(work: () => Promise<unknown>): Promise<FaultCode | 'none'> {
  try {
    await work()
    return 'none'
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown.code
    throw thrown
  }
}
