/** Docs are tested: the reference is what the code says, and every command, code and link stands in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { operations } from '../src/contract/operations.ts'
import { englishStages } from '../src/english.ts'
import { faultsPage, referencePage } from '../tools/reference.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = (name: string): string => readFileSync(join(root, name), 'utf8')

describe('docs', () => {
  test('the reference pages are current (run "npm run docs")', () => {
    expect(page('docs/reference.md')).toBe(referencePage())
    expect(page('docs/faults.md')).toBe(faultsPage())
  })

  test.each(Object.keys(operations))(
    'the operation %s stands in the reference with an example or a summary',
    (name) => {
      expect(page('docs/reference.md')).toContain(`## ${name}\n`)
    },
  )

  const markdown = [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    ...readdirSync(join(root, 'docs'))
      .filter((f) => f.endsWith('.md'))
      .map((f) => `docs/${f}`),
  ]
  test.each(markdown)('every link of %s leads somewhere', (name) => {
    const broken = [...page(name).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
      .map((m) => m[1] ?? '')
      .filter((to) => !/^[a-z]+:/.test(to) && !existsSync(join(root, dirname(name), to)))
    expect(broken).toEqual([])
  })

  test('ARCHITECTURE.md names every room of src', () => {
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
      .map((e) => e.name)
      .filter((name) => !name.endsWith('.test.ts'))
    expect(rooms.filter((room) => !page('ARCHITECTURE.md').includes(room))).toEqual([])
  })

  test('every dependency has its reason', () => {
    const { dependencies } = JSON.parse(page('package.json')) as {
      dependencies: Record<string, string>
    }
    expect(
      Object.keys(dependencies).filter((name) => !page('ARCHITECTURE.md').includes(name)),
    ).toEqual([])
  })

  test.each(englishStages.map((s) => s.name))(
    'the stage %s has a specification, cases, a grader and a test',
    (name) => {
      for (const file of [
        'stage.ts',
        'SPEC.md',
        'score.ts',
        `${name}.cases.txt`,
        `${name}.test.ts`,
      ]) {
        expect(existsSync(join(root, 'src/stages', name, file)), file).toBe(true)
      }
    },
  )
})
