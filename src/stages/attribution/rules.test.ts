/** Tests of the rules one by one on trees made by hand: cue groups, nesting, carry-over, phrases before a cue. */
import { describe, expect, test } from 'vitest'
import { draft, readingOf } from '../../../test/attribution/by-hand.ts'
import { carriesOf } from './carry.ts'
import { isPassive, verbGroup } from './cue-group.ts'
import type { Draft } from './draft.ts'
import { headOf, insertedClause, phraseBack } from './inserted.ts'
import type { CueEntry } from './lexicons.ts'
import { parentsOf } from './nesting.ts'
import type { Reading } from './reading.ts'
import { without } from './verb-cues.ts'

const of = (...sentences: string[]): Reading => readingOf({ sentences })

describe('the words of a verb cue [AT22]', () => {
  test.each<[string, string, number, number, number]>([
    ['a bare verb', 'She/PRON/PRP/1/nsubj said/VERB/VBD/-1/root so/ADV/RB/1/advmod', 1, 1, 2],
    [
      'an auxiliary',
      'She/PRON/PRP/2/nsubj has/AUX/VBZ/2/aux said/VERB/VBN/-1/root so/ADV/RB/2/advmod',
      2,
      1,
      3,
    ],
    [
      'an auxiliary and an adverb',
      'She/PRON/PRP/3/nsubj has/AUX/VBZ/3/aux often/ADV/RB/3/advmod said/VERB/VBN/-1/root',
      3,
      1,
      4,
    ],
    [
      'a negation',
      'She/PRON/PRP/3/nsubj did/AUX/VBD/3/aux not/PART/RB/3/advmod say/VERB/VB/-1/root',
      3,
      1,
      4,
    ],
    [
      'three auxiliaries',
      'It/PRON/PRP/4/nsubj:pass may/AUX/MD/4/aux have/AUX/VB/4/aux been/AUX/VBN/4/aux:pass said/VERB/VBN/-1/root',
      4,
      1,
      5,
    ],
    [
      'a particle',
      'He/PRON/PRP/1/nsubj pointed/VERB/VBD/-1/root out/ADP/RP/1/compound:prt errors/NOUN/NNS/1/obj',
      1,
      1,
      3,
    ],
    [
      '"in a statement"',
      'It/PRON/PRP/1/nsubj said/VERB/VBD/-1/root in/ADP/IN/4/case a/DET/DT/4/det statement/NOUN/NN/1/obl',
      1,
      1,
      5,
    ],
    [
      'but not another phrase',
      'It/PRON/PRP/1/nsubj said/VERB/VBD/-1/root in/ADP/IN/4/case a/DET/DT/4/det letter/NOUN/NN/1/obl',
      1,
      1,
      2,
    ],
    [
      'but not an adverb that opens the sentence',
      'Now/ADV/RB/1/advmod say/VERB/VB/-1/root so/ADV/RB/1/advmod',
      1,
      1,
      2,
    ],
  ])('%s', (_, sentence, verb, first, end) => {
    expect(verbGroup(of(sentence), verb)).toEqual({ first, end })
  })

  test('"began tweeting": the verb of beginning is part of the cue', () => {
    const r = of(
      'He/PRON/PRP/1/nsubj began/VERB/VBD/-1/root/begin tweeting/VERB/VBG/1/xcomp/tweet insults/NOUN/NNS/2/obj',
    )
    expect(verbGroup(r, 2)).toEqual({ first: 1, end: 3 })
  })

  test('never reaches into the sentence before', () => {
    const r = of(
      'It/PRON/PRP/1/nsubj was/AUX/VBD/-1/root',
      'Said/VERB/VBN/-1/root he/PRON/PRP/0/nsubj',
    )
    expect(verbGroup(r, 2)).toEqual({ first: 2, end: 3 })
  })
})

describe('a passive [AT4]', () => {
  test.each<[string, string, number, boolean]>([
    [
      'was told',
      'He/PRON/PRP/2/nsubj:pass was/AUX/VBD/2/aux:pass/be told/VERB/VBN/-1/root',
      2,
      true,
    ],
    [
      'got told',
      'He/PRON/PRP/2/nsubj:pass got/AUX/VBD/2/aux:pass/get told/VERB/VBN/-1/root',
      2,
      true,
    ],
    [
      'was widely told',
      'It/PRON/PRP/3/nsubj:pass was/AUX/VBD/3/aux:pass/be widely/ADV/RB/3/advmod told/VERB/VBN/-1/root',
      3,
      true,
    ],
    [
      'has been told',
      'He/PRON/PRP/3/nsubj:pass has/AUX/VBZ/3/aux/have been/AUX/VBN/3/aux:pass/be told/VERB/VBN/-1/root',
      3,
      true,
    ],
    ['has told', 'He/PRON/PRP/2/nsubj has/AUX/VBZ/2/aux/have told/VERB/VBN/-1/root', 2, false],
    ['told', 'He/PRON/PRP/1/nsubj told/VERB/VBD/-1/root', 1, false],
    ['is telling', 'He/PRON/PRP/2/nsubj is/AUX/VBZ/2/aux/be telling/VERB/VBG/-1/root', 2, false],
    ['the story told', 'the/DET/DT/1/det story/NOUN/NN/-1/root told/VERB/VBN/1/acl', 2, true],
    ['told stories', 'told/VERB/VBN/1/amod stories/NOUN/NNS/-1/root', 0, true],
  ])('%s: %4$s', (_, sentence, verb, passive) => {
    expect(isPassive(of(sentence), verb)).toBe(passive)
  })

  test('an auxiliary of the sentence before does not count', () => {
    const r = of('It/PRON/PRP/1/nsubj was/AUX/VBD/-1/root/be', 'Told/VERB/VBN/-1/root')
    expect(isPassive(r, 2)).toBe(false)
  })
})

describe('the noun phrase before a cue [AT21]', () => {
  const back = (sentence: string, end: number): number => {
    const r = of(sentence)
    return phraseBack(r, end, r.sentence(0))
  }

  test('goes back over determiner and adjective to the comma', () => {
    expect(back('Yes/INTJ/UH ,/PUNCT/, the/DET/DT old/ADJ/JJ king/NOUN/NN said/VERB/VBD', 5)).toBe(
      2,
    )
  })

  test('goes back over "of" between nouns', () => {
    expect(back('a/DET/DT head/NOUN/NN of/ADP/IN state/NOUN/NN said/VERB/VBD', 4)).toBe(0)
  })

  test('goes back over a possessor', () => {
    expect(back("Oslo/PROPN/NNP 's/PART/POS mayor/NOUN/NN said/VERB/VBD", 3)).toBe(0)
  })

  test('goes back over a bracket', () => {
    expect(
      back('the/DET/DT union/NOUN/NN (/PUNCT/-LRB- UGT/PROPN/NNP )/PUNCT/-RRB- said/VERB/VBD', 5),
    ).toBe(0)
  })

  test('stops at a verb', () => {
    expect(back('fell/VERB/VBD police/NOUN/NNS said/VERB/VBD', 2)).toBe(1)
  })

  test('is empty where no noun stands', () => {
    expect(back('fell/VERB/VBD ,/PUNCT/, said/VERB/VBD', 2)).toBe(2)
  })

  test('stops at a link that has no noun before it', () => {
    expect(back('went/VERB/VBD to/ADP/IN in/ADP/IN town/NOUN/NN said/VERB/VBD', 4)).toBe(3)
  })
})

describe('the head of a source', () => {
  const head = (sentence: string): number => {
    const r = of(sentence)
    return headOf(r, { first: 0, end: r.length })
  }

  test.each<[string, string, number]>([
    ['the last of a name', 'Anna/PROPN/NNP Berg/PROPN/NNP', 1],
    ['the noun, not its adjective', 'local/ADJ/JJ police/NOUN/NNS', 1],
    ['what stands before "of"', 'the/DET/DT head/NOUN/NN of/ADP/IN state/NOUN/NN', 1],
    [
      'what stands before an apposition',
      'Berg/PROPN/NNP ,/PUNCT/, a/DET/DT nurse/NOUN/NN ,/PUNCT/,',
      0,
    ],
    ['what stands before "who"', 'a/DET/DT man/NOUN/NN who/PRON/WP sells/VERB/VBZ fish/NOUN/NN', 1],
    [
      'what stands before a bracket',
      'the/DET/DT union/NOUN/NN (/PUNCT/-LRB- UGT/PROPN/NNP )/PUNCT/-RRB-',
      1,
    ],
    ['what stands before a participle', 'a/DET/DT man/NOUN/NN named/VERB/VBN Berg/PROPN/NNP', 1],
    ['a pronoun alone', 'she/PRON/PRP', 0],
    ['a number alone', 'two/NUM/CD', 0],
  ])('is %s', (_, sentence, at) => {
    expect(head(sentence)).toBe(at)
  })
})

const say: CueEntry = {
  class: 'say',
  stance: 'asserts',
  frames: new Set(['that', 'quote']),
} as never
const order: CueEntry = { class: 'order', stance: 'asserts', frames: new Set(['to']) } as never

describe('an inserted clause [AT3]', () => {
  /** "The dam burst , the mayor said ." */
  const dam =
    'The/DET/DT dam/NOUN/NN burst/VERB/VBD ,/PUNCT/, the/DET/DT mayor/NOUN/NN said/VERB/VBD/2/parataxis/say ./PUNCT/.'

  test('behind what it reports', () => {
    expect(insertedClause(of(dam), 6, { first: 6, end: 7 }, say)).toEqual({
      source: { first: 4, end: 6 },
      head: 5,
      content: [{ first: 0, end: 3 }],
    })
  })

  test('is none without an entry, or with a verb of another class', () => {
    expect(insertedClause(of(dam), 6, { first: 6, end: 7 }, null)).toBeNull()
    expect(insertedClause(of(dam), 6, { first: 6, end: 7 }, order)).toBeNull()
  })

  test('is none where the verb is not finite', () => {
    const saying = dam.replace('said/VERB/VBD', 'saying/VERB/VBG')
    expect(insertedClause(of(saying), 6, { first: 6, end: 7 }, say)).toBeNull()
  })

  test('is none where nothing is stated before it', () => {
    const noClause = dam.replace('burst/VERB/VBD', 'wall/NOUN/NN')
    expect(insertedClause(of(noClause), 6, { first: 6, end: 7 }, say)).toBeNull()
  })

  test('is none where the speaker opens the sentence', () => {
    const r = of('The/DET/DT mayor/NOUN/NN said/VERB/VBD/-1/root/say nothing/PRON/NN ./PUNCT/.')
    expect(insertedClause(r, 2, { first: 2, end: 3 }, say)).toBeNull()
  })

  test('with the speaker behind the verb', () => {
    const r = of(
      'The/DET/DT dam/NOUN/NN burst/VERB/VBD ,/PUNCT/, said/VERB/VBD/2/parataxis/say the/DET/DT mayor/NOUN/NN ./PUNCT/.',
    )
    expect(insertedClause(r, 4, { first: 4, end: 5 }, say)).toEqual({
      source: { first: 5, end: 7 },
      head: 6,
      content: [{ first: 0, end: 3 }],
    })
  })

  test('with a day behind it', () => {
    const r = of(
      'The/DET/DT dam/NOUN/NN burst/VERB/VBD ,/PUNCT/, the/DET/DT mayor/NOUN/NN said/VERB/VBD/2/parataxis/say on/ADP/IN Monday/PROPN/NNP ./PUNCT/.',
    )
    expect(insertedClause(r, 6, { first: 6, end: 7 }, say)?.content).toEqual([{ first: 0, end: 3 }])
  })

  test('in the middle leaves a clause on both sides', () => {
    const r = of(
      'The/DET/DT dam/NOUN/NN burst/VERB/VBD ,/PUNCT/, he/PRON/PRP said/VERB/VBD/2/parataxis/say ,/PUNCT/, and/CCONJ/CC people/NOUN/NNS fled/VERB/VBD ./PUNCT/.',
    )
    expect(insertedClause(r, 5, { first: 5, end: 6 }, say)?.content).toEqual([
      { first: 0, end: 3 },
      { first: 7, end: 10 },
    ])
  })
})

describe('content round a hole', () => {
  const r = of('a/X b/X c/X ,/PUNCT/, d/X e/X ,/PUNCT/, f/X g/X')

  test('is left alone where they do not meet', () => {
    expect(without(r, [{ first: 0, end: 3 }], { first: 4, end: 6 })).toEqual([{ first: 0, end: 3 }])
    expect(without(r, [{ first: 4, end: 6 }], { first: 0, end: 3 })).toEqual([{ first: 4, end: 6 }])
  })

  test('is split, and the commas beside the hole fall away', () => {
    expect(without(r, [{ first: 0, end: 9 }], { first: 4, end: 6 })).toEqual([
      { first: 0, end: 3 },
      { first: 7, end: 9 },
    ])
  })

  test('loses what the hole covers at either end', () => {
    expect(without(r, [{ first: 0, end: 9 }], { first: 0, end: 4 })).toEqual([{ first: 4, end: 9 }])
    expect(without(r, [{ first: 0, end: 9 }], { first: 3, end: 9 })).toEqual([{ first: 0, end: 3 }])
  })

  test('is gone where the hole covers all of it', () => {
    expect(without(r, [{ first: 4, end: 6 }], { first: 3, end: 7 })).toEqual([])
  })
})

describe('who stands above whom [AT15]', () => {
  test('nobody above nobody', () => {
    expect(parentsOf([])).toEqual([])
  })

  test('one alone has no parent', () => {
    expect(parentsOf([draft(1, 2, 9)])).toEqual([-1])
  })

  test('the content ends before its end: a cue there is outside', () => {
    expect(parentsOf([draft(1, 2, 5), draft(5, 6, 9)])).toEqual([-1, -1])
    expect(parentsOf([draft(1, 2, 6), draft(5, 6, 9)])).toEqual([-1, 0])
  })

  test('two inside one are brothers', () => {
    expect(parentsOf([draft(1, 2, 20), draft(3, 4, 8), draft(10, 11, 20)])).toEqual([-1, 0, 0])
  })

  test('a content in two pieces holds what lies in either', () => {
    const split = draft(5, 0, 5, {
      content: [
        { first: 0, end: 4 },
        { first: 7, end: 20 },
      ],
    })
    expect(parentsOf([draft(1, 2, 4), split, draft(9, 10, 12)])).toEqual([1, -1, 1])
  })

  test('"under" counts before content', () => {
    expect(parentsOf([draft(1, 2, 20), draft(3, 4, 20), draft(6, 7, 9, { under: 1 })])).toEqual([
      -1, 0, 0,
    ])
  })

  test('"under" an anchor that is not there counts for nothing', () => {
    expect(parentsOf([draft(1, 2, 20), draft(6, 7, 9, { under: 15 })])).toEqual([-1, 0])
  })
})

describe('carry-over [AT16]', () => {
  const said =
    'He/PRON/PRP/1/nsubj said/VERB/VBD/-1/root it/PRON/PRP/3/nsubj fell/VERB/VBD/1/ccomp ./PUNCT/.'
  const also = 'They/PRON/PRP have/AUX/VBP also/ADV/RB fled/VERB/VBN ./PUNCT/.'
  const plain = 'The/DET/DT town/NOUN/NN slept/VERB/VBD ./PUNCT/.'
  const one = (
    sentences: string[],
    extra: Partial<Draft> = {},
    paragraphs?: number[],
  ): number[][] =>
    carriesOf(
      readingOf({ sentences, ...(paragraphs ? { paragraphs } : {}) }),
      [draft(1, 2, 4, extra)],
      [-1],
    )

  test('a sentence that looks back and adds goes on', () => {
    expect(one([said, also])).toEqual([[1]])
  })

  test('two of them go on, and the first plain one ends it', () => {
    expect(one([said, also, also, plain, also])).toEqual([[1, 2]])
  })

  test('a plain sentence is the report again', () => {
    expect(one([said, plain, also])).toEqual([[]])
  })

  test('one that looks back but adds nothing is the report again', () => {
    expect(one([said, also.replace('also/ADV/RB', 'now/ADV/RB')])).toEqual([[]])
  })

  test('"Moreover" in front adds and looks back', () => {
    expect(one([said, 'Moreover/ADV/RB ,/PUNCT/, the/DET/DT town/NOUN/NN slept/VERB/VBD'])).toEqual(
      [[1]],
    )
  })

  test('"But" in front turns', () => {
    expect(one([said, 'But/CCONJ/CC they/PRON/PRP also/ADV/RB fled/VERB/VBD'])).toEqual([[]])
  })

  test('never into the next paragraph', () => {
    expect(one([said, also], {}, [0, 1])).toEqual([[]])
  })

  test('six sentences at most', () => {
    expect(one([said, also, also, also, also, also, also, also, also])).toEqual([
      [1, 2, 3, 4, 5, 6],
    ])
  })

  test.each<[string, Partial<Draft>]>([
    ['a question', { stance: 'asks' }],
    ['a refusal', { stance: 'declines' }],
    ['an order', { class: 'order' }],
  ])('%s carries nothing', (_, extra) => {
    expect(one([said, also], extra)).toEqual([[]])
  })

  test('one inside another carries nothing', () => {
    const r = of(said, also)
    expect(carriesOf(r, [draft(1, 2, 4)], [0])).toEqual([[]])
  })

  test('content that stops before the end of its sentence carries nothing', () => {
    const more = said.replace(' ./PUNCT/.', ' and/CCONJ/CC she/PRON/PRP left/VERB/VBD ./PUNCT/.')
    expect(one([more, also])).toEqual([[]])
  })

  test('a sentence with a cue of its own ends it', () => {
    const r = of(said, also, also)
    expect(carriesOf(r, [draft(1, 2, 4), draft(8, 9, 9, { content: [] })], [-1, -1])[0]).toEqual([])
  })
})
