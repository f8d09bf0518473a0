/** Tests of the reading threads: answers, faults that travel, threads that die or hang, and what closing does. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import type { Engine, ReadingTask } from './engine.ts'
import { usefulWorkers } from './engine-pool.ts'

const built = new URL('../../dist/src/service/engine-pool.js', import.meta.url)
const isBuilt = existsSync(fileURLToPath(built))
type Pool = typeof import('./engine-pool.ts')

/** A pipeline that does what its text says. */
const obedient = `
export function loadPipeline() {
  return {
    signature: 'obedient@1',
    encoder: null,
    async read(doc) {
      if (doc.text === 'die') process.exit(3)
      if (doc.text === 'throw') throw new Error('as told')
      if (doc.text === 'hang') for (;;);
      return doc
    },
  }
}
`
const open: Engine[] = []
afterEach(async () => {
  for (const engine of open.splice(0)) await engine.close()
})

async function poolOf(source: string, size = 1): Promise<Engine> {
  const path = join(mkdtempSync(join(tmpdir(), 'hearsay-pool-')), 'pipeline.mjs')
  writeFileSync(path, source)
  const { enginePool } = (await import(built.href)) as Pool
  const engine = enginePool(pathToFileURL(path).href, size)
  open.push(engine)
  return engine
}

const task = (text: string, language: string | null = 'en'): ReadingTask => ({
  id: `id of ${text}`,
  text,
  facts: { title: null, url: null, outlet: null, published: null, language },
  publishedFrom: null,
  tokens: false,
  diagnostics: [],
})

describe.skipIf(!isBuilt)('reading threads', { timeout: 30_000 }, () => {
  test('a report goes there and its analysis comes back', async () => {
    const engine = await poolOf(obedient)
    const analysis = await engine.read(task('Two ships left.'))
    expect(analysis.document).toMatchObject({
      id: 'id of Two ships left.',
      text: 'Two ships left.',
    })
    expect(analysis.claims).toEqual([])
  })

  test('as JSON it says the same', async () => {
    const engine = await poolOf(obedient)
    const one = task('Two "ships"\u2028 left \ud800.', 'fr')
    expect(JSON.parse(await engine.write(one))).toEqual(await engine.read(one))
  })

  test('what fails as an object fails as JSON', async () => {
    const engine = await poolOf(obedient)
    await expect(engine.write(task('throw'))).rejects.toMatchObject({ code: 'internal/bug' })
  })

  test('the engine names what it reads with, without a report', async () => {
    expect(await (await poolOf(obedient, 2)).signature()).toBe('obedient@1')
  })

  test('remarks and facts travel both ways', async () => {
    const engine = await poolOf(obedient)
    const { diagnostics } = await engine.read(task('Deux navires.', 'fr'))
    expect(diagnostics.map((d) => [d.code, d.note])).toEqual([['language-not-supported', 'fr']])
  })

  test('lone surrogates come back as they went', async () => {
    const text = 'a\ud800b \udc00'
    const { document } = await (await poolOf(obedient)).read(task(text))
    expect(document.text).toBe(text)
  })

  test('more reports than threads wait their turn, and all get their own answer', async () => {
    const engine = await poolOf(obedient, 2)
    const texts = Array.from({ length: 40 }, (_, i) => `Report ${i}.`)
    const read = await Promise.all(texts.map((t) => engine.read(task(t))))
    expect(read.map((a) => a.document.text)).toEqual(texts)
  })

  test('what a reader throws is a fault here, and the next report is read', async () => {
    const engine = await poolOf(obedient)
    await expect(engine.read(task('throw'))).rejects.toMatchObject({ code: 'internal/bug' })
    expect((await engine.read(task('next'))).document.text).toBe('next')
  })

  test('a thread that dies fails its report alone; those that wait are read by another', async () => {
    const engine = await poolOf(obedient)
    const all = await Promise.allSettled(['one', 'die', 'two'].map((t) => engine.read(task(t))))
    expect(all.map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(all[1]).toMatchObject({ reason: { code: 'internal/bug' } })
    expect((await engine.read(task('three'))).document.text).toBe('three')
  })

  test('a thread that died with nothing waiting is replaced when something comes', async () => {
    const engine = await poolOf(obedient)
    await expect(engine.read(task('die'))).rejects.toMatchObject({ code: 'internal/bug' })
    expect((await engine.read(task('later'))).document.text).toBe('later')
  })

  test('closing ends a thread that would never end', async () => {
    const engine = await poolOf(obedient)
    const hanging = engine.read(task('hang'))
    const behind = engine.read(task('behind'))
    const told = Promise.allSettled([hanging, behind])
    await engine.close()
    expect((await told).map((r) => r.status)).toEqual(['rejected', 'rejected'])
    await expect(engine.read(task('after'))).rejects.toMatchObject({ code: 'internal/bug' })
  })

  test('closing ends a thread between two steps, never in the midst of one', async () => {
    const log = join(mkdtempSync(join(tmpdir(), 'hearsay-steps-')), 'log')
    const engine = await poolOf(`
import { appendFileSync } from 'node:fs'
const note = (word) => appendFileSync(${JSON.stringify(log)}, word)
export function loadPipeline() {
  return {
    signature: 'stepping@1',
    encoder: null,
    async read() {
      for (;;) {
        note('<')
        const until = Date.now() + 60
        while (Date.now() < until);
        note('>')
        await new Promise((go) => setImmediate(go))
      }
    },
  }
}
`)
    engine.read(task('long')).catch(() => {})
    await expect.poll(() => existsSync(log), { timeout: 10_000 }).toBe(true)
    await engine.close()
    expect(readFileSync(log, 'utf8')).toMatch(/^(?:<>)+$/)
  })

  test('closing ends a thread that has just begun to load', async () => {
    const engine = await poolOf(obedient, 2)
    await engine.close()
    await expect(engine.read(task('after'))).rejects.toMatchObject({ code: 'internal/bug' })
  })

  test('a hanging thread does not hold up the others, nor this one', async () => {
    const engine = await poolOf(obedient, 2)
    engine.read(task('hang')).catch(() => {})
    expect((await engine.read(task('free'))).document.text).toBe('free')
  })

  test('a pipeline that cannot be loaded: the signature and every report say so', async () => {
    const engine = await poolOf('export function loadPipeline() { throw new Error("no data") }')
    await expect(engine.signature()).rejects.toMatchObject({ code: 'internal/bug' })
    await expect(engine.read(task('any'))).rejects.toMatchObject({ code: 'internal/bug' })
    await expect(engine.read(task('more'))).rejects.toMatchObject({ code: 'internal/bug' })
  })

  test('a module that is not there is a fault, not a crash', async () => {
    const { enginePool } = (await import(built.href)) as Pool
    const engine = enginePool('file:///nowhere/pipeline.mjs', 1)
    open.push(engine)
    await expect(engine.read(task('any'))).rejects.toMatchObject({ code: 'internal/bug' })
  })
})

test('there are never more threads than cores, and at least one', () => {
  expect(usefulWorkers(0)).toBe(1)
  expect(usefulWorkers(1)).toBe(1)
  expect(usefulWorkers(10_000)).toBeLessThan(10_000)
})
