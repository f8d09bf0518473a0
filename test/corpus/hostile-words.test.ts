/** Words that are names of JavaScript's own: every one in every place of a sentence is a word like any other. */
import { describe, expect, test } from 'vitest'
import { loadPipeline } from '../../src/reader.ts'
import { readWith } from '../../src/service/engine.ts'

const own = [
  'constructor',
  'prototype',
  '__proto__',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  'length',
  'undefined',
  'null',
  'NaN',
  'Infinity',
]
const frames = [
  'The W said that two ships had left.',
  'Two W officials said that W may close on W.',
  '"W," a W told W, "is W W."',
  'About 5 W left W on 3 W 2024, five W ago, W days before W.',
  'According to W, the W of W is expected to W by W.',
  'W W W W W.',
  'W.',
]
const pipeline = loadPipeline('lite')

describe.each(own)('%s', (word) => {
  test.each(frames)('in "%s"', async (frame) => {
    const text = frame.replaceAll('W', word)
    const analysis = await readWith(pipeline, {
      id: 'd',
      text,
      facts: { title: word, url: word, outlet: word, published: '2024-10-25', language: 'en' },
      publishedFrom: 'given',
      tokens: true,
      diagnostics: [],
    })
    // Plain data: what travels to another thread, or through JSON, comes back the same.
    expect(structuredClone(analysis)).toEqual(analysis)
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis)
    for (const c of analysis.claims) expect(text.slice(c.from, c.to)).toBe(c.quote)
    for (const q of analysis.quantities)
      for (const n of [q.low, q.best, q.high]) expect(n === null || Number.isFinite(n)).toBe(true)
    for (const t of analysis.times) expect(`${t.edtf} ${t.timex}`).not.toMatch(/NaN|undefined|\[/)
  })
})
