/** Snippets: the passage is the text's own, its marks are the searched words, and the best place wins. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { snippetOf } from './snippet.ts'

const filler = (n: number, word = 'filler'): string => `${word} `.repeat(n)
const marked = (text: string, typed: string): string[] => {
  const s = snippetOf(text, typed)
  return s.marks.map(([from, to]) => s.text.slice(from, to))
}

describe('marks', () => {
  test.each([
    ['The port is open.', 'port', ['port']],
    ['The port is open.', 'PORT', ['port']],
    ['The PORT is open.', 'port', ['PORT']],
    ['Port after port.', 'port', ['Port', 'port']],
    ['The port is open.', 'open port', ['port', 'open']],
    ['The port is open.', '"port is"', ['port', 'is']],
    ['The port is open.', 'harbour', []],
    ['The ports are open.', 'port', []],
    ['The ports are open.', 'port*', ['ports']],
    ['The airport is open.', 'port*', []],
    ['A café and a CAFÉ.', 'cafe', ['café', 'CAFÉ']],
    ['A cafe.', 'café', ['cafe']],
    ['In Zürich.', 'zurich', ['Zürich']],
    ['At 10,000 tonnes.', '10,000', ['10', '000']],
    ['Its 3 ships.', '3', ['3']],
    ["The port's cranes.", 'port', ['port']],
    ['北京 reopened.', '北京', ['北京']],
    ['The port.', '', []],
    ['The port.', '"" * -', []],
    ['', 'port', []],
  ])('in %j for %j are %j', (text, typed, words) => {
    expect(marked(text, typed)).toEqual(words)
  })

  test('stand in order and do not overlap', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', 'é', '\n'), maxLength: 800 })
    fc.assert(
      fc.property(text, fc.constantFrom('a', 'b', 'a b', 'ab*', 'e*'), (t, typed) => {
        let before = 0
        for (const [from, to] of snippetOf(t, typed).marks) {
          expect(from).toBeGreaterThanOrEqual(before)
          expect(to).toBeGreaterThan(from)
          before = to
        }
      }),
    )
  })
})

describe('the passage', () => {
  test('of a short text is the whole', () => {
    expect(snippetOf('The port is open.', 'port').text).toBe('The port is open.')
    expect(snippetOf('The port is open.', 'nothing').text).toBe('The port is open.')
  })

  test('of a long text without a hit is its beginning', () => {
    const text = filler(200)
    expect(text.startsWith(snippetOf(text, 'port').text)).toBe(true)
  })

  test('is around a hit far into the text', () => {
    const text = `${filler(500)}the port opened ${filler(500)}`
    const s = snippetOf(text, 'port')
    expect(s.text).toContain('the port opened')
    expect(s.text.length).toBeLessThanOrEqual(240)
    expect(s.text.startsWith('filler')).toBe(true)
    expect(s.text.endsWith('filler')).toBe(true)
  })

  test('is where most of the words stand together, not where the first stands', () => {
    const text = `port ${filler(100)}quay ${filler(100)}the port and the quay opened ${filler(100)}`
    expect(snippetOf(text, 'port quay').text).toContain('the port and the quay opened')
  })

  test('of two as good places is the first', () => {
    const text = `${filler(60)}first port ${filler(100)}second port ${filler(100)}`
    const s = snippetOf(text, 'port')
    expect(s.text).toContain('first port')
    expect(s.text).not.toContain('second')
  })

  test('many repeats of one word do not win over two different ones', () => {
    const text = `${'port '.repeat(30)}${filler(100)}port quay ${filler(100)}`
    expect(snippetOf(text, 'port quay').text).toContain('port quay')
  })

  test('at the end of a text ends with it', () => {
    const text = `${filler(300)}the last port.`
    expect(snippetOf(text, 'port').text.endsWith('the last port.')).toBe(true)
  })

  test('of one endless word is cut all the same', () => {
    const text = `${'x'.repeat(5000)} port ${'y'.repeat(5000)}`
    const s = snippetOf(text, 'port')
    expect(s.text.length).toBeLessThanOrEqual(240)
    expect(s.text).toContain('port')
  })

  test('is always a part of the text, no longer than 240, and holds a hit if there is one', () => {
    const words = fc.array(fc.constantFrom('port', 'quay', 'ship', 'crane', 'x', 'longerword'), {
      maxLength: 300,
    })
    fc.assert(
      fc.property(
        words,
        fc.constantFrom('port', 'quay port', 'crane*', 'nowhere'),
        (list, typed) => {
          const text = list.join(' ')
          const s = snippetOf(text, typed)
          expect(text).toContain(s.text)
          expect(s.text.length).toBeLessThanOrEqual(240)
          const wanted = typed.split(' ').map((w) => w.replace('*', ''))
          expect(s.marks.length > 0).toBe(list.some((w) => wanted.includes(w)))
        },
      ),
    )
  })

  test('takes time in proportion to the text', { retry: 4 }, () => {
    const text = 'port quay '.repeat(200_000)
    const before = performance.now()
    snippetOf(text, 'port quay')
    expect(performance.now() - before).toBeLessThan(5000)
  })
})
