/** Holds the import table of ARCHITECTURE.md and the other rules of the house; a rule that is not tested is a wish. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** room -> rooms it may import. A room is a folder of src, or a file that stands alone. */
const table: Readonly<Record<string, readonly string[]>> = {
  text: [],
  fault: ['text'],
  model: ['text'],
  document: ['text', 'fault'],
  lexicon: ['text', 'fault'],
  layers: ['document', 'model', 'text'],
  pipeline: ['document', 'fault', 'text'],
  stages: ['pipeline', 'layers', 'lexicon', 'document', 'model', 'text', 'fault'],
  encode: ['pipeline', 'layers', 'document', 'text', 'fault'],
  'english.ts': ['stages', 'encode', 'pipeline', 'lexicon'],
  'reader.ts': ['english.ts', 'fault'],
  analysis: ['layers', 'document', 'model', 'text', 'fault'],
  intake: ['lexicon', 'model', 'text', 'fault'],
  compare: ['model', 'text'],
  ledger: ['model', 'fault', 'text'],
  contract: ['model', 'fault', 'text'],
  service: [
    'contract',
    'ledger',
    'pipeline',
    'intake',
    'analysis',
    'compare',
    'document',
    'model',
    'fault',
    'text',
  ],
  'hearsay.ts': ['service', 'reader.ts', 'contract'],
  cli: ['hearsay.ts', 'server', 'contract', 'model', 'fault', 'text'],
  server: ['hearsay.ts', 'contract', 'fault', 'model'],
  'index.ts': [
    'hearsay.ts',
    'reader.ts',
    'service',
    'contract',
    'ledger',
    'compare',
    'intake',
    'analysis',
    'english.ts',
    'stages',
    'encode',
    'pipeline',
    'layers',
    'lexicon',
    'document',
    'model',
    'fault',
    'text',
  ],
}

/** What the workbench may import of src. */
const webMay = ['contract', 'model', 'text']

interface Source {
  readonly path: string
  readonly code: string
  readonly imports: readonly string[]
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory())
      return entry.name === 'node_modules' || entry.name === 'dist' ? [] : walk(path)
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
  })
}

function read(folder: string): Source[] {
  return walk(join(root, folder)).map((path) => {
    const code = readFileSync(path, 'utf8')
    const imports = [...code.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map((m) =>
      resolve(dirname(path), m[1] ?? ''),
    )
    return { path, code, imports }
  })
}

const isTest = (path: string): boolean => path.endsWith('.test.ts') || path.endsWith('.test.tsx')
const inSrc = (path: string): string => relative(join(root, 'src'), path)
const roomOf = (path: string): string => inSrc(path).split('/')[0] ?? ''
const name = (path: string): string => relative(root, path)

const src = read('src').filter((f) => !isTest(f.path))
const web = read('web').filter((f) => !isTest(f.path))
const everything = [
  ...read('src'),
  ...read('web'),
  ...read('bench'),
  ...read('tools'),
  ...read('train'),
  ...read('test'),
]

describe('the house', () => {
  test('every room of src stands in the table', () => {
    expect([...new Set(src.map((f) => roomOf(f.path)))].filter((room) => !(room in table))).toEqual(
      [],
    )
  })

  test('imports run only downward', () => {
    const wrong = src.flatMap((f) =>
      f.imports
        .filter(
          (to) =>
            roomOf(to) !== roomOf(f.path) && !(table[roomOf(f.path)] ?? []).includes(roomOf(to)),
        )
        .map((to) => `${name(f.path)} imports ${name(to)}`),
    )
    expect(wrong).toEqual([])
  })

  test('the table itself has no way up', () => {
    const order = Object.keys(table)
    const done = new Set<string>()
    const visit = (room: string, trail: readonly string[]): void => {
      if (trail.includes(room)) throw new Error(`circle: ${[...trail, room].join(' > ')}`)
      if (done.has(room)) return
      for (const below of table[room] ?? []) visit(below, [...trail, room])
      done.add(room)
    }
    for (const room of order) visit(room, [])
    expect(done.size).toBe(order.length)
  })

  test('the workbench imports only contract, model and text', () => {
    const wrong = web.flatMap((f) =>
      f.imports
        .filter((to) => to.startsWith(join(root, 'src')) && !webMay.includes(roomOf(to)))
        .map((to) => `${name(f.path)} imports ${name(to)}`),
    )
    expect(wrong).toEqual([])
  })

  test('no stage imports another', () => {
    const stageOf = (path: string): string => inSrc(path).split('/')[1] ?? ''
    const wrong = src
      .filter((f) => roomOf(f.path) === 'stages')
      .flatMap((f) =>
        f.imports
          .filter((to) => roomOf(to) === 'stages' && stageOf(to) !== stageOf(f.path))
          .map((to) => `${name(f.path)} imports ${name(to)}`),
      )
    expect(wrong).toEqual([])
  })

  test('there are no circles of files', () => {
    const files = new Map([...src, ...web].map((f) => [f.path, f]))
    const state = new Map<string, 'open' | 'done'>()
    const circles: string[] = []
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === 'done') return
      if (state.get(path) === 'open') {
        circles.push([...trail.slice(trail.indexOf(path)), path].map(name).join(' > '))
        return
      }
      state.set(path, 'open')
      for (const to of files.get(path)?.imports ?? [])
        if (files.has(to)) visit(to, [...trail, path])
      state.set(path, 'done')
    }
    for (const path of files.keys()) visit(path, [])
    expect(circles).toEqual([])
  })
})

describe('every file', () => {
  test('has at most 500 lines', () => {
    expect(
      everything.filter((f) => f.code.split('\n').length > 500).map((f) => name(f.path)),
    ).toEqual([])
  })

  test('opens with a sentence that says what it owns', () => {
    expect(
      everything
        .filter((f) => !/^(#!.*\n)?\/\*\*\s*(\*\s*)?([A-Z]|[a-z, ]+: [a-z]).*/.test(f.code))
        .map((f) => name(f.path)),
    ).toEqual([])
  })

  test('has no default export', () => {
    expect(
      everything
        .filter((f) => /^export default/m.test(f.code) && !f.path.endsWith('.config.ts'))
        .map((f) => name(f.path)),
    ).toEqual([])
  })

  test('is named for its duty', () => {
    const vague = /(^|\/)(utils?|helpers?|types|common|misc)\.tsx?$/
    expect(everything.filter((f) => vague.test(f.path)).map((f) => name(f.path))).toEqual([])
  })

  test('prints only from cli', () => {
    expect(
      src
        .filter((f) => roomOf(f.path) !== 'cli' && /\bconsole\s*\./.test(f.code))
        .map((f) => name(f.path)),
    ).toEqual([])
  })

  test('has no any', () => {
    const anys = everything.filter((f) =>
      /(:|<|as)\s*any\b/.test(f.code.replace(/\/\/ biome-ignore[^\n]*\n[^\n]*/g, '')),
    )
    expect(anys.map((f) => name(f.path)).filter((p) => p !== 'test/architecture.test.ts')).toEqual(
      [],
    )
  })
})

describe('the shape of the house', () => {
  const lines = src.map((f) => f.code.split('\n').length).sort((a, b) => a - b)

  test('nine source files in ten have at most 300 lines', () => {
    expect(lines[Math.floor(lines.length * 0.9)] ?? 0).toBeLessThanOrEqual(300)
  })
})
