/** Runs plain-text cases of a stage: a title, a text, and what must (or must not) be found in it. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Document, type DocumentFacts } from '../src/document/document.ts'
import type { AnyLayer } from '../src/document/layer.ts'
import { Pipeline } from '../src/pipeline/pipeline.ts'
import type { AnyStage } from '../src/pipeline/stage.ts'
import type { Span } from '../src/text/span.ts'
import { readData } from './data-files.ts'

/** One expectation: `layer "words" field=value`, or `no layer "words"`. */
interface Expectation {
  readonly line: number
  readonly not: boolean
  readonly layer: string
  readonly quote: string
  readonly fields: Readonly<Record<string, string>>
}

interface Case {
  readonly title: string
  readonly line: number
  readonly facts: Partial<DocumentFacts>
  readonly text: string
  readonly expected: readonly Expectation[]
}

/** How an item's field reads in a case; the default shows spans by their words and null as `none`. */
export type Show = (doc: Document, item: Span, field: string) => string | undefined

const fieldPattern = /([A-Za-z]+)=("([^"]*)"|\S+)/g

/** Parses a cases file; throws an Error that names the line of a malformed case. */
export function parseCases(source: string): Case[] {
  const out: Case[] = []
  const lines = source.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const head = lines[i] ?? ''
    if (!head.startsWith('# ')) continue
    const start = i + 1
    const facts: Record<string, string> = {}
    const text: string[] = []
    for (i++; i < lines.length && lines[i] !== '==>'; i++) {
      const line = lines[i] ?? ''
      if (line.startsWith('@ '))
        for (const m of line.matchAll(fieldPattern)) facts[m[1] ?? ''] = m[3] ?? m[2] ?? ''
      else text.push(line)
    }
    if (i >= lines.length) throw new Error(`line ${start}: no ==> after "${head}"`)
    const expected: Expectation[] = []
    for (i++; i < lines.length && (lines[i] ?? '').trim() !== ''; i++)
      expected.push(parseExpectation(lines[i] ?? '', i + 1))
    out.push({ title: head.slice(2), line: start, facts, text: text.join('\n').trim(), expected })
  }
  return out
}

function parseExpectation(line: string, number: number): Expectation {
  const m = /^(no )?([a-z]+) "((?:[^"\\]|\\.)*)"(.*)$/.exec(line)
  if (!m) throw new Error(`line ${number}: not an expectation: ${line}`)
  const fields = Object.fromEntries(
    [...(m[4] ?? '').matchAll(fieldPattern)].map((f) => [f[1] ?? '', f[3] ?? f[2] ?? '']),
  )
  return {
    line: number,
    not: m[1] !== undefined,
    layer: m[2] ?? '',
    quote: (m[3] ?? '').replaceAll('\\"', '"'),
    fields,
  }
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value
}

function showDefault(doc: Document, value: unknown): string {
  if (value === null || value === undefined) return 'none'
  if (isSpan(value)) return doc.text.slice(value.from, value.to)
  if (Array.isArray(value))
    return value.length === 0 ? 'none' : value.map((v) => showDefault(doc, v)).join(' | ')
  return String(value)
}

/**
 * Makes one test per case of `file` (a path relative to the caller's `import.meta.url`).
 * `stages` are run in order; `show` may word fields that are indices.
 */
export function runCases(
  base: string,
  file: string,
  stages: readonly AnyStage[],
  show?: Show,
): void {
  const pipeline = Pipeline.of(stages, readData)
  const layers = new Map<string, AnyLayer>(stages.flatMap((s) => s.makes).map((l) => [l.name, l]))
  const source = readFileSync(new URL(file, base), 'utf8')
  describe(file, () => {
    for (const c of parseCases(source)) {
      test(`${c.title} (line ${c.line})`, () => {
        const doc = pipeline.run(Document.of(c.text, c.facts))
        for (const e of c.expected) check(doc, e, layers, show)
      })
    }
  })
}

function check(doc: Document, e: Expectation, layers: Map<string, AnyLayer>, show?: Show): void {
  const layer = layers.get(e.layer)
  if (!layer) throw new Error(`line ${e.line}: no stage makes the layer ${e.layer}`)
  const items = doc.layer(layer).filter((item) => doc.text.slice(item.from, item.to) === e.quote)
  const word = (item: Span, field: string): string =>
    show?.(doc, item, field) ??
    showDefault(doc, (item as unknown as Record<string, unknown>)[field])
  const matching = items.filter((item) =>
    Object.entries(e.fields).every(([f, v]) => word(item, f) === v),
  )
  if (e.not) {
    expect(matching.length, `line ${e.line}: found, but must not be: ${e.layer} "${e.quote}"`).toBe(
      0,
    )
    return
  }
  if (matching.length > 0) return
  const seen = (items.length > 0 ? items : doc.layer(layer).items).map(
    (item) =>
      `${e.layer} "${doc.text.slice(item.from, item.to)}" ${Object.keys(e.fields)
        .map((f) => `${f}="${word(item, f)}"`)
        .join(' ')}`,
  )
  expect.fail(
    `line ${e.line}: not found: ${e.layer} "${e.quote}" ${JSON.stringify(e.fields)}\nseen:\n${seen.join('\n')}`,
  )
}
