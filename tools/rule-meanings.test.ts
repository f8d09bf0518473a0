/** Rule meanings: every way that a SPEC writes a rule, and what is none. */
import { expect, test } from 'vitest'
import { ruleMeanings, ruleTable } from './rule-meanings.ts'

test.each([
  ['- **CA7** Main clauses are claims.', [{ rule: 'CA7', meaning: 'Main clauses are claims.' }]],
  ['- SE1 A blank line ends a block.', [{ rule: 'SE1', meaning: 'A blank line ends a block.' }]],
  ['| QU1 | Ordinals are none. |', [{ rule: 'QU1', meaning: 'Ordinals are none.' }]],
  ['| AT1  | It is `found` first.   |', [{ rule: 'AT1', meaning: 'It is found first.' }]],
  ['| rule | what it says |', []],
  ['| ---- | ---- |', []],
  ['- Indirect speech ends at a semicolon.', []],
  ['**Whose words**', []],
  ['', []],
])('%j', (line, rules) => {
  expect(ruleMeanings(line)).toEqual(rules)
})

test('the table is sorted and has a head', () => {
  const table = ruleTable(['- **CA7** B.\n- **CA1** A.', '| AT1 | C. |'])
  expect(table.split('\n').slice(3)).toEqual([
    '#: rule\tmeaning',
    'AT1\tC.',
    'CA1\tA.',
    'CA7\tB.',
    '',
  ])
})

test('no meaning breaks its row', () => {
  for (const { meaning } of ruleMeanings('- **CA1** A\tB `c` **d**.'))
    expect(meaning).toBe('A B c d.')
})
