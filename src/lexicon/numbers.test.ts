/** Tests the grammar of numbers: figures, words, scales, fractions, vague numbers, spoken years. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readData } from '../../test/data-files.ts'
import { keyOf, kindOf } from '../text/unicode.ts'
import { numberWordsFile, readNumberWords } from './number-words.ts'
import { findNumbers, type NumberSpan, readNumber } from './numbers.ts'
import { type AtomSource, atomsOf } from './numbers-atoms.ts'

const words = readNumberWords(readData(numberWordsFile))

/** Tokens at each blank; a comma or stop at the end of one is a token of its own; "|" begins a new sentence. */
function atoms(text: string) {
  const out: AtomSource[] = []
  let sentence = 0
  let at = 0
  const push = (form: string, from: number) =>
    out.push({
      from,
      to: from + form.length,
      form,
      key: keyOf(form),
      kind: kindOf(form),
      sentence,
    })
  for (const form of text.split(' ')) {
    if (form === '|') sentence++
    else if (form.length > 1 && /[,;]$/.test(form)) {
      push(form.slice(0, -1), at)
      push(form.slice(-1), at + form.length - 1)
    } else if (form !== '') push(form, at)
    at += form.length + 1
  }
  return atomsOf(text, out)
}

function found(text: string): readonly string[] {
  const a = atoms(text)
  return findNumbers(a, words).spans.map(
    (n) => `${text.slice(a.from[n.first], a.to[n.end - 1])}: ${n.kind} ${n.value}`,
  )
}

function only(text: string): NumberSpan {
  const { spans } = findNumbers(atoms(text), words)
  expect(spans, text).toHaveLength(1)
  return spans[0]!
}

describe('cardinals in words', () => {
  test.each([
    ['zero', 0],
    ['one', 1],
    ['nine', 9],
    ['ten', 10],
    ['eleven', 11],
    ['nineteen', 19],
    ['twenty', 20],
    ['twenty one', 21],
    ['twenty-one', 21],
    ['ninety-nine', 99],
    ['one hundred', 100],
    ['a hundred', 100],
    ['one hundred and one', 101],
    ['two hundred fifty', 250],
    ['two hundred and fifty-six', 256],
    ['one thousand', 1000],
    ['a thousand', 1000],
    ['three thousand four hundred', 3400],
    ['twelve hundred', 1200],
    ['forty thousand', 40000],
    ['two hundred thousand', 200000],
    ['two hundred and fifty thousand', 250000],
    ['a million', 1000000],
    ['one million two hundred thousand', 1200000],
    ['three million, five hundred', 3000000],
    ['six billion', 6000000000],
    ['a dozen', 12],
    ['two dozen', 24],
    ['three lakh', 300000],
    ['five crore', 50000000],
    ['two trillion', 2000000000000],
    ['two and a half', 2.5],
    ['two and a half million', 2500000],
    ['half a million', 500000],
    ['a half million', 500000],
    ['half a dozen', 6],
  ])('%s is %d', (text, value) => {
    const n = findNumbers(atoms(text), words).spans[0]!
    expect(n.kind).toBe('cardinal')
    expect(n.value).toBe(value)
    expect(n.first).toBe(0)
  })

  test('reads back what a speller writes', () => {
    const small = [
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen',
      'fifteen sixteen seventeen eighteen nineteen',
    ]
      .join(' ')
      .split(' ')
    const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
    const below100 = (n: number): string =>
      n < 20 ? small[n]! : tens[Math.floor(n / 10) - 2]! + (n % 10 ? `-${small[n % 10]}` : '')
    const below1000 = (n: number): string => {
      const rest = n % 100
      if (n < 100) return below100(n)
      const head = `${small[Math.floor(n / 100)]} hundred`
      return rest === 0 ? head : `${head} and ${below100(rest)}`
    }
    const spell = (n: number): string => {
      const parts: string[] = []
      for (const [size, name] of [
        [1e9, 'billion'],
        [1e6, 'million'],
        [1e3, 'thousand'],
      ] as const) {
        const count = Math.floor(n / size) % 1000
        if (count > 0) parts.push(`${below1000(count)} ${name}`)
      }
      const rest = n % 1000
      if (rest > 0 || parts.length === 0) parts.push(below1000(rest))
      return parts.join(' ')
    }
    fc.assert(
      fc.property(
        fc.oneof(fc.nat({ max: 99 }), fc.nat({ max: 9999 }), fc.nat({ max: 999_999_999_999 })),
        (n) => {
          const text = spell(n)
          const span = only(text)
          expect(span.value, text).toBe(n)
          expect(span.end, text).toBe(atoms(text).length)
        },
      ),
    )
  })
})

describe('figures', () => {
  test.each([
    ['25', 25, false],
    ['1,200', 1200, false],
    ['1.2 million', 1200000, true],
    ['1.2-million', 1200000, true],
    ['3bn', 3e9, true],
    ['3 bn', 3e9, true],
    ['3m', 3e6, true],
    ['5k', 5000, true],
    ['7 thousand', 7000, true],
    ['2 hundred thousand', 200000, true],
    ['2½', 2.5, false],
    ['2 1/2', 2.5, false],
    ['2 and a half', 2.5, false],
    ['2 and a half million', 2500000, true],
    ['4 dozen', 48, true],
    ['1,00,000', 100000, false],
    ['10 trillion', 1e13, true],
  ])('%s is %d', (text, value, scaled) => {
    const n = only(text)
    expect(n).toMatchObject({ kind: 'cardinal', value, scaled, figures: true })
  })

  test('"3 m" is three metres', () => {
    expect(only('3 m')).toMatchObject({ value: 3, end: 1, scaled: false })
  })

  test('a scale in the next sentence does not count', () => {
    expect(only('5 | million')).toMatchObject({ value: 5, end: 1 })
  })

  test.each(['1,2,3', '23.10.2024'])('%s is no number', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('ordinals', () => {
  test.each([
    ['first', 1],
    ['second', 2],
    ['third', 3],
    ['twelfth', 12],
    ['twentieth', 20],
    ['twenty-first', 21],
    ['ninety ninth', 99],
    ['hundredth', 100],
    ['two hundredth', 200],
    ['one hundred and first', 101],
    ['1st', 1],
    ['22nd', 22],
    ['103rd', 103],
    ['11th', 11],
  ])('%s is %d', (text, value) => {
    expect(only(text)).toMatchObject({ kind: 'ordinal', value })
  })
})

describe('fractions', () => {
  test.each([
    ['half', 0.5],
    ['a half', 0.5],
    ['one-third', 1 / 3],
    ['two thirds', 2 / 3],
    ['two-thirds', 2 / 3],
    ['three quarters', 0.75],
    ['three-quarters', 0.75],
    ['one-quarter', 0.25],
    ['four fifths', 0.8],
    ['nine tenths', 0.9],
    ['one-tenth', 0.1],
    ['1/2', 0.5],
    ['3/4', 0.75],
  ])('%s is %d', (text, value) => {
    const n = only(text)
    expect(n.kind).toBe('fraction')
    expect(n.value).toBeCloseTo(value, 9)
    expect(n.end).toBe(atoms(text).length)
  })

  test('a third of is a share, a third alone an ordinal', () => {
    expect(found('a third of')).toEqual(['a third: fraction 0.333333333333'])
    expect(found('a third')).toEqual(['third: ordinal 3'])
  })

  test('a date with slashes is no fraction', () => {
    expect(found('1/2/2024')).not.toContain('1/2: fraction 0.5')
  })

  test('"two quarters" are no fraction, "one-seconds" neither', () => {
    expect(found('two quarters')).not.toContain('two quarters: fraction 0.5')
    expect(found('one second')).toEqual(['one: cardinal 1', 'second: ordinal 2'])
    expect(found('one-hundredth')).toEqual(['one-hundredth: fraction 0.01'])
  })
})

describe('vague and few', () => {
  test.each([
    ['dozens', 'vague', 24],
    ['hundreds', 'vague', 200],
    ['thousands', 'vague', 2000],
    ['tens of thousands', 'vague', 20000],
    ['hundreds of thousands', 'vague', 200000],
    ['millions', 'vague', 2000000],
    ['several hundred', 'vague', 300],
    ['several thousand', 'vague', 3000],
    ['a few hundred', 'vague', 300],
    ['a few thousand', 'vague', 3000],
    ['a couple of hundred', 'vague', 200],
    ['several million', 'vague', 3000000],
    ['several', 'few', 3],
    ['a few', 'few', 3],
    ['few', 'few', 3],
    ['a couple of', 'few', 2],
    ['a couple', 'few', 2],
  ])('%s: %s %d', (text, kind, value) => {
    expect(only(text)).toMatchObject({ kind, value, first: 0, end: atoms(text).length })
  })

  test.each(['many', 'a score', 'couple', 'a', 'the', 'million-dollar'])(
    '%s alone is none',
    (text) => {
      expect(found(text)).toEqual([])
    },
  )
})

describe('spoken years', () => {
  test.each([
    ['nineteen ninety-six', 1996],
    ['nineteen ninety', 1990],
    ['nineteen fourteen', 1914],
    ['twenty twenty-four', 2024],
    ['twenty twenty', 2020],
    ['eighteen twelve', 1812],
    ['nineteen oh five', 1905],
  ])('%s is %d', (text, value) => {
    expect(only(text)).toMatchObject({ value, year: true, kind: 'cardinal' })
  })

  test('no year before sixteen hundred', () => {
    expect(found('fifteen twenty')).toEqual(['fifteen: cardinal 15', 'twenty: cardinal 20'])
  })
})

describe('findNumbers', () => {
  test('finds all, left to right', () => {
    expect(found('About 25 soldiers, two dozen police and several hundred men fled')).toEqual([
      '25: cardinal 25',
      'two dozen: cardinal 24',
      'several hundred: vague 300',
    ])
  })

  test('tells where each begins and ends', () => {
    const a = atoms('some 2 million people')
    const numbers = findNumbers(a, words)
    expect(numbers.startingAt(1)?.value).toBe(2000000)
    expect(numbers.startingAt(2)).toBeNull()
    expect(numbers.endingAt(2)?.first).toBe(1)
    expect(numbers.endingAt(1)).toBeNull()
    expect(readNumber(a, words, 0)).toBeNull()
    expect(readNumber(a, words, 99)).toBeNull()
  })

  test('spans lie apart, in order, in one sentence each, for any words', () => {
    const pieces = [
      ...words.keys(),
      'a',
      'an',
      'and',
      'of',
      '-',
      '|',
      '5',
      '1.2',
      '1/2',
      '2½',
      'oh',
      'men',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 16 }), (list) => {
        const a = atoms(list.join(' '))
        let end = 0
        for (const n of findNumbers(a, words).spans) {
          expect(n.first).toBeGreaterThanOrEqual(end)
          expect(n.end).toBeGreaterThan(n.first)
          expect(n.end).toBeLessThanOrEqual(a.length)
          expect(Number.isNaN(n.value)).toBe(false)
          expect(n.value).toBeGreaterThanOrEqual(0)
          end = n.end
        }
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['half | a million', ['half: fraction 0.5', 'a million: cardinal 1000000']],
    ['two | and a half', ['two: cardinal 2']],
    ['nineteen | ninety', ['nineteen: cardinal 19', 'ninety: cardinal 90']],
  ])('%s', (text, numbers) => {
    expect(found(text).slice(0, numbers.length)).toEqual(numbers)
  })

  test('a number never crosses the end of a sentence', () => {
    const pieces = [...words.keys(), 'a', 'and', 'of', '|', '5', '|']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (list) => {
        const a = atoms(list.join(' '))
        for (const n of findNumbers(a, words).spans)
          expect(a.sentence[n.end - 1]).toBe(a.sentence[n.first])
      }),
      { numRuns: 500 },
    )
  })
})
