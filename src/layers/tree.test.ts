/** Tests of SyntaxTree on small trees made by hand. */
import { describe, expect, test } from 'vitest'
import { SpanList } from '../text/span-list.ts'
import type { Arc } from './syntax.ts'
import type { Tag } from './tags.ts'
import { baseLabel, SyntaxTree } from './tree.ts'

/** Rows are `word TAG head label`, heads counted from 1, 0 for the root. */
function treeOf(source: string): { tree: SyntaxTree; at: (word: string) => number } {
  const rows = source
    .trim()
    .split('\n')
    .map((l) => l.trim().split(' '))
  const upos = (xpos: string): string =>
    xpos.startsWith('V') ? 'VERB' : xpos.startsWith('N') ? 'NOUN' : 'X'
  const tagItems = rows.map(
    ([lemma = '', xpos = ''], i): Tag => ({ from: i, to: i + 1, upos: upos(xpos), xpos, lemma }),
  )
  const arcItems = rows.map(
    ([, , head, deprel = ''], i): Arc => ({ from: i, to: i + 1, head: Number(head) - 1, deprel }),
  )
  return {
    tree: SyntaxTree.of(SpanList.of(tagItems), SpanList.of(arcItems)),
    at: (word) => rows.findIndex((r) => r[0] === word),
  }
}

const coordinated = treeOf(`
  ministers NNS 2 nsubj
  met VBD 0 root
  envoys NNS 2 obj
  and CC 5 cc
  agreed VBD 2 conj
  to TO 7 mark
  talk VB 5 xcomp
  today NN 7 obl:unmarked`)

describe('SyntaxTree', () => {
  const { tree, at } = coordinated

  test('gives heads, labels and children, by label with subtypes', () => {
    expect(tree.headOf(at('met'))).toBeNull()
    expect(tree.headOf(at('talk'))).toBe(at('agreed'))
    expect(tree.children(at('met'))).toEqual([0, 2, 4])
    expect(tree.children(at('talk'), 'obl')).toEqual([at('today')])
    expect(tree.child(at('met'), 'iobj')).toBeNull()
  })

  test('a label is no prefix of another label', () => {
    expect(tree.is(at('today'), 'ob')).toBe(false)
    expect(tree.is(at('today'), 'obl')).toBe(true)
    expect(baseLabel('nsubj:pass')).toBe('nsubj')
    expect(baseLabel('obl')).toBe('obl')
  })

  test('gives the extent of a subtree and of a clause', () => {
    expect(tree.subtree(at('met'))).toEqual({ first: 0, end: 8 })
    expect(tree.subtree(at('agreed'))).toEqual({ first: 3, end: 8 })
    expect(tree.clause(at('met'))).toEqual({ first: 0, end: 3 })
    expect(tree.clause(at('agreed'))).toEqual({ first: 3, end: 8 })
  })

  test('finds the nearest accepted word above, not the word itself', () => {
    expect(tree.ancestor(at('today'), (t) => tree.isPredicate(t))).toBe(at('talk'))
    expect(tree.ancestor(at('talk'), (t) => t === at('talk'))).toBeNull()
  })

  test('finds the head word of a range', () => {
    expect(tree.headWord({ first: 3, end: 8 })).toBe(at('agreed'))
    expect(tree.headWord({ first: 5, end: 8 })).toBe(at('talk'))
    expect(tree.headWord({ first: 2, end: 2 })).toBeNull()
  })

  test('lists conjuncts with the word itself', () => {
    expect(tree.conjuncts(at('met'))).toEqual([at('met'), at('agreed')])
    expect(tree.conjuncts(at('envoys'))).toEqual([at('envoys')])
  })

  test('a conjunct and an open complement share the subject', () => {
    expect(tree.ownSubject(at('agreed'))).toBeNull()
    expect(tree.subject(at('agreed'))).toBe(at('ministers'))
    expect(tree.subject(at('talk'))).toBe(at('ministers'))
  })

  test('an open complement takes the object of its governor', () => {
    const { tree, at } = treeOf(`
      officials NNS 2 nsubj
      urged VBD 0 root
      residents NNS 2 obj
      to TO 5 mark
      leave VB 2 xcomp`)
    expect(tree.subject(at('leave'))).toBe(at('residents'))
  })

  test('a verb that describes a noun has the noun as its subject', () => {
    const { tree, at } = treeOf(`
      troops NNS 3 nsubj
      sent VBN 1 acl
      fought VBD 0 root`)
    expect(tree.subject(at('sent'))).toBe(at('troops'))
  })

  test('an adverbial without tense shares the subject, one with tense does not', () => {
    const open = treeOf(`
      He PRP 2 nsubj
      left VBD 0 root
      saying VBG 2 advcl`)
    expect(open.tree.subject(open.at('saying'))).toBe(open.at('He'))
    const tensed = treeOf(`
      He PRP 2 nsubj
      left VBD 0 root
      as IN 4 mark
      agreed VBD 2 advcl`)
    expect(tensed.tree.subject(tensed.at('agreed'))).toBeNull()
  })

  test('a complement with tense and no subject has none', () => {
    const { tree, at } = treeOf(`
      He PRP 2 nsubj
      said VBD 0 root
      rained VBD 2 ccomp`)
    expect(tree.subject(at('rained'))).toBeNull()
  })

  test('finds the head of the clause around a word', () => {
    expect(tree.clauseHead(at('today'))).toBe(at('talk'))
    expect(tree.clauseHead(at('envoys'))).toBe(at('met'))
    expect(tree.clauseHead(at('agreed'))).toBe(at('agreed'))
  })

  test('a word with a copula is a predicate', () => {
    const { tree, at } = treeOf(`
      talks NNS 3 nsubj
      are VBP 3 cop
      possible JJ 0 root`)
    expect(tree.isPredicate(at('possible'))).toBe(true)
    expect(tree.isPredicate(at('talks'))).toBe(false)
  })

  test('ends on circles', () => {
    const { tree } = treeOf(`
      a VB 2 conj
      b VB 1 conj`)
    expect(tree.subject(0)).toBeNull()
    expect(tree.ancestor(0, () => false)).toBeNull()
  })
})
