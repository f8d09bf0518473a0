/** Tests of the parser processes: deadlines, reuse, memory, and answers over the lid. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { FrameReader, frameOf } from './frames.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { ParserPool } from './parser-pool.ts'

const built = existsSync(
  fileURLToPath(new URL('../../dist/src/intake/parser-child.js', import.meta.url)),
)
const html = `<html><body><article>${'<p>Two ships left the port on Friday, the harbour master said, before the storm came.</p>'.repeat(5)}</article></body></html>`
const page = { name: 'ships.html', html, url: null }

async function using<T>(
  limits: Partial<Limits>,
  run: (pool: ParserPool) => Promise<T>,
): Promise<T> {
  const pool = new ParserPool({ ...defaultLimits, ...limits })
  try {
    return await run(pool)
  } finally {
    pool.close()
  }
}

describe.skipIf(!built)('the parser', () => {
  test('past the soft deadline the page is read the simple way, and that is told', async () => {
    const answer = await using({ softMs: 1 }, (pool) => pool.read(page))
    expect(answer.text).toContain('Two ships left')
    expect(answer.cuts.map((c) => c.what)).toEqual(['article extraction'])
  })

  test('past the hard deadline there is a fault, and the next page is read', async () => {
    await using({ softMs: 1, hardMs: 2 }, async (pool) => {
      await expect(pool.read(page)).rejects.toMatchObject({ code: 'intake/parser-timeout' })
    })
    await using({}, async (pool) => {
      const answers = await Promise.all([pool.read(page), pool.read(page), pool.read(page)])
      expect(new Set(answers.map((a) => a.text)).size).toBe(1)
    })
  })

  test('an answer over the lid is a fault', async () => {
    await using({ answer: 100 }, async (pool) => {
      await expect(pool.read(page)).rejects.toMatchObject({ code: 'intake/parser-crashed' })
    })
  })
})

test('frames come out whole, however they were cut', () => {
  const frames = new FrameReader(100)
  const bytes = Buffer.concat([
    frameOf([Buffer.from('one')]),
    frameOf([Buffer.from('tw'), Buffer.from('o')]),
  ])
  const out = [...bytes].flatMap((b) => frames.take(Buffer.from([b])))
  expect(out.map(String)).toEqual(['one', 'two'])
  expect(() => new FrameReader(2).take(frameOf([Buffer.from('long')]))).toThrow(RangeError)
})
