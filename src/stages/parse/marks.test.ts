/** Tests where punctuation hangs: on what it closes, as high as its side allows, never in a circle. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeMarks } from './marks.ts'

/** "They:2 ,:0 left:-1 .:0": each word with the index of its head; what has no letter is a mark. */
function headsOf(source: string, first = 0): number[] {
  const tree = source.split(' ').map((part) => {
    const at = part.lastIndexOf(':')
    const form = part.slice(0, at)
    const head = Number(part.slice(at + 1))
    return { form, upos: /[a-z]/i.test(form) ? 'X' : 'PUNCT', head: head < 0 ? -1 : head + first }
  })
  const before = Array.from({ length: first }, () => ({ form: 'x', upos: 'X', head: -1 }))
  return placeMarks([...before, ...tree], first, first + tree.length)
}

describe('marks', () => {
  test('the stop at the end hangs on the root [PA23]', () => {
    expect(headsOf('Troops:1 left:-1 quickly:1 .:2')).toEqual([1, -1, 1, 1])
  })

  test('brackets hang on what they hold [PA21]', () => {
    // Troops ( from Oslo ) left .
    expect(headsOf('Troops:5 (:5 from:3 Oslo:0 ):5 left:-1 .:5')).toEqual([5, 3, 3, 0, 3, -1, 5])
  })

  test('quotation marks hang on the head of the quoted words [PA21]', () => {
    // " We stay " , he said .
    expect(headsOf('":6 We:2 stay:6 ":6 ,:6 he:6 said:-1 .:6')).toEqual([2, 2, 6, 2, 2, 6, -1, 6])
  })

  test('brackets that hold two heads are placed like other marks [PA22]', () => {
    // "b" and "c" both hang outside: the first mark hangs on what is behind it, the second on the highest before it.
    expect(headsOf('a:-1 (:0 b:0 c:0 ):0')).toEqual([-1, 2, 0, 0, 0])
  })

  test('inner brackets are taken before outer ones [PA21]', () => {
    // a ( b ( c ) )
    expect(headsOf('a:-1 (:0 b:0 (:0 c:2 ):0 ):0')).toEqual([-1, 2, 0, 4, 2, 4, 2])
  })

  test('a comma before a joined word hangs on that word [PA22]', () => {
    // cats , dogs and birds : "dogs" hangs on "cats".
    expect(headsOf('cats:-1 ,:0 dogs:0 and:4 birds:0')[1]).toBe(2)
  })

  test('a comma after a clause in front hangs on that clause [PA23]', () => {
    // If it rains , they leave .
    expect(headsOf('If:2 it:2 rains:5 ,:5 they:5 leave:-1 .:5')[3]).toBe(2)
  })

  test('a comma before an apposition hangs on it, the one behind on what it explains [PA22, PA23]', () => {
    // Holm , a doctor , left .
    const heads = headsOf('Holm:5 ,:5 a:3 doctor:0 ,:5 left:-1 .:5')
    expect(heads[1]).toBe(3)
    expect(heads[4]).toBe(0)
  })

  test('a question mark inside looks only at the words before it [PA22]', () => {
    // Why ? he asked .
    expect(headsOf('Why:3 ?:3 he:3 asked:-1 .:3')[1]).toBe(0)
  })

  test('a sentence of marks alone is left as it is', () => {
    expect(headsOf('!:-1 !:0 !:0')).toEqual([-1, 0, 0])
  })

  test('a mark that others hang on, and a mark that is the root, stay', () => {
    expect(headsOf('a:1 -:2 b:-1')[1]).toBe(2)
    expect(headsOf('a:1 -:-1 b:1')[1]).toBe(-1)
  })

  test('a sentence later in the text keeps its own numbers', () => {
    expect(headsOf('Troops:1 left:-1 .:0', 40)).toEqual([41, -1, 41])
  })

  test('for any tree, only marks move, and the tree stays a tree', () => {
    const tree = fc
      .array(fc.tuple(fc.nat(), fc.constantFrom('a', 'b', ',', '.', '(', ')', '"', '?')), {
        minLength: 1,
        maxLength: 30,
      })
      .map((list) =>
        // Each word hangs on an earlier one, so that what is read is a tree; then the order is turned for half of them.
        list.map(([n, form], i) => ({
          form,
          upos: /[a-z]/.test(form) ? 'X' : 'PUNCT',
          head: i === 0 ? -1 : n % i,
        })),
      )
    const turned = fc
      .tuple(tree, fc.boolean())
      .map(([list, turn]) =>
        turn
          ? list.map((t) => ({ ...t, head: t.head < 0 ? -1 : list.length - 1 - t.head })).reverse()
          : list,
      )
    fc.assert(
      fc.property(turned, (list) => {
        const heads = placeMarks(list, 0, list.length)
        expect(heads.filter((h) => h === -1)).toHaveLength(1)
        list.forEach((t, i) => {
          if (t.upos !== 'PUNCT') expect(heads[i]).toBe(t.head)
          let at = i
          for (let steps = 0; at >= 0; steps++) {
            expect(steps).toBeLessThanOrEqual(list.length)
            at = heads[at] ?? -1
          }
        })
      }),
    )
  })
})
