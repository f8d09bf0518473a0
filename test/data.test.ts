/** Word lists are tested: a head, sorted rows, no duplicates, UTF-8; and every data file has a source. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { englishStages, fullStages } from '../src/english.ts'
import { decode } from '../src/lexicon/tsv.ts'

const folder = fileURLToPath(new URL('../data/en', import.meta.url))
const files = readdirSync(folder).filter((f) => statSync(join(folder, f)).isFile())
const lists = files.filter((f) => f.endsWith('.tsv'))

describe('data/en', () => {
  test.each(lists)('%s has a head of what, from where and licence, then columns', (name) => {
    const lines = decode(readFileSync(join(folder, name)), name).split('\n')
    expect(lines.slice(0, 3).every((l) => l.startsWith('# ') && l.length > 5)).toBe(true)
    expect(lines.find((l) => l.startsWith('#: '))?.split('\t').length).toBeGreaterThan(0)
    expect(lines.at(-1)).toBe('')
  })

  test.each(lists)('%s is sorted and has no row twice', (name) => {
    const rows = decode(readFileSync(join(folder, name)), name)
      .split('\n')
      .filter((l) => l !== '' && !l.startsWith('#'))
    expect(rows.filter((row, i) => i > 0 && row <= (rows[i - 1] ?? '')).slice(0, 5)).toEqual([])
  })

  test.each(lists)(
    '%s has no blanks at the ends of cells and no typographic apostrophes in keys',
    (name) => {
      const rows = decode(readFileSync(join(folder, name)), name)
        .split('\n')
        .filter((l) => l !== '' && !l.startsWith('#'))
      expect(rows.filter((row) => row.split('\t').some((c) => c !== c.trim())).slice(0, 5)).toEqual(
        [],
      )
    },
  )

  test('every file is read by a stage of the English pipeline, or is a card of one that is', () => {
    const used = new Set(
      [...englishStages, ...fullStages].flatMap((s) =>
        Object.values(s.uses).flatMap((r) => r.files),
      ),
    )
    const unused = files.filter((f) => !used.has(`en/${f}`) && !f.endsWith('.md'))
    expect(unused).toEqual([])
  })

  const reader = join(folder, 'reader')
  test.skipIf(!existsSync(reader))(
    'the trained reader is whole, has a card and a licence, and takes 30 MB at most (skipped where it is not)',
    () => {
      const there = readdirSync(reader)
      const { files: made } = JSON.parse(readFileSync(join(reader, 'reader.json'), 'utf8')) as {
        files: { file: string; bytes: number }[]
      }
      const named = ['LICENSE', 'card.md', 'reader.json', ...made.map((f) => f.file)]
      expect([...there].sort()).toEqual([...named].sort())
      const sizes = there.map((f) => statSync(join(reader, f)).size)
      expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(30e6)
    },
  )

  test('every trained model has a card beside it', () => {
    const models = files.filter((f) => f.endsWith('.bin'))
    expect(models.filter((m) => !files.includes(m.replace(/\.bin$/, '.md')))).toEqual([])
  })
})
