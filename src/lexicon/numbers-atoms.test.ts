/** Tests atoms: how tokens are cut so that numbers read alike however they were tokenised. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyOf, kindOf } from '../text/unicode.ts'
import {
  AtomKind,
  type AtomSource,
  atomsOf,
  isCapital,
  isGlued,
  keyAt,
  sameSentence,
} from './numbers-atoms.ts'

/** Tokens at each blank; "|" alone begins a new sentence and is no token. */
function sources(text: string): AtomSource[] {
  const out: AtomSource[] = []
  let sentence = 0
  let at = 0
  for (const form of text.split(' ')) {
    if (form === '|') sentence++
    else if (form !== '')
      out.push({
        from: at,
        to: at + form.length,
        form,
        key: keyOf(form),
        kind: kindOf(form),
        sentence,
      })
    at += form.length + 1
  }
  return out
}
const cut = (text: string): readonly string[] => atomsOf(text, sources(text)).key

describe('atomsOf', () => {
  test.each([
    ['plain words', 'The minister resigned', ['the', 'minister', 'resigned']],
    ['a grouped number', '1,200.50', ['1,200.50']],
    ['a number and its unit', '15km', ['15', 'km']],
    ['a letter before digits', 'F16', ['f', '16']],
    ['a hyphen', 'twenty-first', ['twenty', '-', 'first']],
    ['an en dash', '1950–1953', ['1950', '-', '1953']],
    ['a minus sign', '\u22125', ['-', '5']],
    ['slashes', '23/10/2024', ['23', '/', '10', '/', '2024']],
    ['colons', '10:35', ['10', ':', '35']],
    ['an ordinal', '23rd', ['23', 'rd']],
    ['an abbreviation', 'a.m.', ['a.m.']],
    ['an apostrophe inside', "o'clock", ["o'clock"]],
    ['a curly apostrophe alone', '’', ["'"]],
    ['money', '$5', ['$', '5']],
    ['money with letters', '$3bn', ['$', '3', 'bn']],
    ['a compound', '15-year-old', ['15', '-', 'year', '-', 'old']],
    ['a percent sign', '5%', ['5', '%']],
    ['a date with points', '23.10.2024', ['23.10.2024']],
    ['an apostrophe before figures', "'90s", ["'", '90', 's']],
  ])('%s', (_, text, keys) => {
    expect(cut(text)).toEqual(keys)
  })

  test('kinds', () => {
    expect(atomsOf('x', sources('about $15km -')).kind).toEqual([
      AtomKind.word,
      AtomKind.mark,
      AtomKind.number,
      AtomKind.word,
      AtomKind.mark,
    ])
  })

  test('atoms point back to their tokens and sentences', () => {
    const text = 'Some 15-year loans | End'
    const atoms = atomsOf(text, sources(text))
    expect(atoms.token).toEqual([0, 1, 1, 1, 2, 3])
    expect(atoms.sentence).toEqual([0, 0, 0, 0, 0, 1])
    expect(sameSentence(atoms, 0, 4)).toBe(true)
    expect(sameSentence(atoms, 4, 5)).toBe(false)
    expect(sameSentence(atoms, 5, 6)).toBe(false)
    expect(isGlued(atoms, 1)).toBe(false)
    expect(isGlued(atoms, 2)).toBe(true)
    expect(isGlued(atoms, 3)).toBe(true)
    expect(isGlued(atoms, 0)).toBe(false)
    expect(isGlued(atoms, 99)).toBe(false)
    expect(isCapital(atoms, 0)).toBe(true)
    expect(isCapital(atoms, 3)).toBe(false)
    expect(isCapital(atoms, 99)).toBe(false)
    expect(keyAt(atoms, -1)).toBe('')
    expect(keyAt(atoms, 99)).toBe('')
  })

  test('atoms cover every character of every token, in order, apart from each other', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({
            unit: fc.constantFrom(..."aBz019.,-–/:’'$%½é国"),
            minLength: 1,
            maxLength: 9,
          }),
          { maxLength: 8 },
        ),
        (forms) => {
          const text = forms.join(' ')
          const tokens = sources(text)
          const atoms = atomsOf(text, tokens)
          let at = 0
          let covered = 0
          for (let i = 0; i < atoms.length; i++) {
            const [from, to] = [atoms.from[i]!, atoms.to[i]!]
            expect(from).toBeGreaterThanOrEqual(at)
            expect(to).toBeGreaterThan(from)
            covered += to - from
            at = to
            const token = tokens[atoms.token[i]!]!
            expect(from).toBeGreaterThanOrEqual(token.from)
            expect(to).toBeLessThanOrEqual(token.to)
          }
          expect(covered).toBe(tokens.reduce((n, t) => n + t.form.length, 0))
        },
      ),
    )
  })
})
