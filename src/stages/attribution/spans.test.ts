/** Tests of span choice: outlooks, candidates, features, and who has the last word. */
import { describe, expect, test } from 'vitest'
import type { CueReading, Reading as TokenReading } from '../../layers/readings.ts'
import type { Draft } from './draft.ts'
import { Evidence, likeliest } from './evidence.ts'
import { Outlook } from './outlook.ts'
import { probabilityOf } from './probability.ts'
import { type Range, Reading } from './reading.ts'
import { refine, withDeeds } from './refine.ts'
import { candidatesOf, headIn } from './span-candidates.ts'
import { choose, questionOf, rangesOf } from './span-choice.ts'
import { same, tellFeatures } from './span-features.ts'

/** A word as `form upos xpos head relation`; heads count from 0, -1 is the root. */
type Word = readonly [
  form: string,
  upos: string,
  xpos: string,
  head: number,
  deprel: string,
  lemma?: string,
]

/** "Officials said the dam had burst on Monday ." */
const dam: readonly Word[] = [
  ['Officials', 'NOUN', 'NNS', 1, 'nsubj', 'official'],
  ['said', 'VERB', 'VBD', -1, 'root', 'say'],
  ['the', 'DET', 'DT', 3, 'det'],
  ['dam', 'NOUN', 'NN', 5, 'nsubj'],
  ['had', 'AUX', 'VBD', 5, 'aux', 'have'],
  ['burst', 'VERB', 'VBN', 1, 'ccomp'],
  ['on', 'ADP', 'IN', 7, 'case'],
  ['Monday', 'PROPN', 'NNP', 5, 'obl'],
  ['.', 'PUNCT', '.', 1, 'punct'],
]

function readingOf(words: readonly Word[]): Reading {
  let text = ''
  const tokens = words.map(([form], sentenceToken) => {
    const from = text.length + (sentenceToken === 0 ? 0 : 1)
    text += `${sentenceToken === 0 ? '' : ' '}${form}`
    const kind = /^[\p{L}\p{N}]/u.test(form) ? 'word' : 'punct'
    return { from, to: text.length, form, key: form.toLowerCase(), kind, sentence: 0 }
  })
  const at = (i: number): { from: number; to: number } => ({
    from: tokens[i]!.from,
    to: tokens[i]!.to,
  })
  return new Reading(
    text,
    tokens as never,
    words.map(([form, upos, xpos, , , lemma], i) => ({
      ...at(i),
      upos,
      xpos,
      lemma: lemma ?? form.toLowerCase(),
    })) as never,
    words.map(([, , , head, deprel], i) => ({ ...at(i), head, deprel })) as never,
    [{ from: 0, to: text.length, paragraph: 0 }] as never,
    [],
  )
}

/** A cue reading in which every word has one letter: s, S source begins or goes on, c, C content, - neither. */
function cueReading(cue: readonly number[], letters: string, first = 0): CueReading {
  const columns = ['-', 's', 'S', 'c', 'C']
  const tags = new Float32Array(letters.length * 5)
  for (const [i, letter] of [...letters].entries())
    for (const [k, name] of columns.entries())
      tags[i * 5 + k] = Math.log(letter === name ? 0.96 : 0.01)
  return {
    from: 0,
    to: 1,
    cue,
    probability: 0.9,
    first,
    last: first + letters.length,
    tags,
  }
}

function evidenceOf(
  cue: CueReading,
  words: number,
  chances: ReadonlyMap<number, number>,
): Evidence {
  const tokens = Array.from({ length: words }, (_, i) => ({ cue: chances.get(i) ?? 0.001 }))
  return new Evidence(tokens as unknown as readonly TokenReading[], [cue])
}

const draft: Draft = {
  cue: [{ first: 1, end: 2 }],
  source: [{ first: 0, end: 1 }],
  sourceHead: 0,
  content: [{ first: 2, end: 8 }],
  anchor: 1,
  stance: 'asserts',
  class: 'say',
  rule: 'AT2',
}

describe('an outlook', () => {
  const outlook = Outlook.ofTags(cueReading([1], 's-cCCC---'), 'content')

  test('is positive inside and negative outside', () => {
    expect(outlook.at(2)).toBeGreaterThan(0)
    expect(outlook.at(5)).toBeGreaterThan(0)
    expect(outlook.at(0)).toBeLessThan(0)
    expect(outlook.at(6)).toBeLessThan(0)
  })

  test('takes words that were not read for outside', () => {
    expect(outlook.holds(9)).toBe(false)
    expect(outlook.at(9)).toBeLessThan(-5)
    expect(outlook.at(-1)).toBeLessThan(-5)
  })

  test('sums ranges, and more of the right words is likelier', () => {
    const whole = outlook.of([{ first: 2, end: 6 }])
    expect(whole).toBeCloseTo(outlook.at(2) + outlook.at(3) + outlook.at(4) + outlook.at(5), 6)
    expect(whole).toBeGreaterThan(outlook.of([{ first: 2, end: 5 }]))
    expect(whole).toBeGreaterThan(outlook.of([{ first: 2, end: 7 }]))
    expect(outlook.of([])).toBe(0)
  })

  test('counts words beyond what was read against a range', () => {
    const inside = outlook.of([{ first: 2, end: 9 }])
    expect(outlook.of([{ first: 2, end: 11 }])).toBeLessThan(inside)
  })

  test('knows where a span likeliest begins and ends', () => {
    expect(outlook.likeliestStarts(1)).toEqual([2])
    expect(outlook.likeliestEnds(1)).toEqual([6])
  })

  test('gives the words above a level and closes small holes', () => {
    const holed = Outlook.ofTags(cueReading([1], 's-cC-CC--'), 'content')
    expect(holed.above(0)).toEqual([{ first: 2, end: 7 }])
    const split = Outlook.ofTags(cueReading([4], 'cC------cC'), 'content')
    expect(split.above(0)).toEqual([
      { first: 0, end: 2 },
      { first: 8, end: 10 },
    ])
  })

  test('starts where the cue was read, not at the first word', () => {
    const later = Outlook.ofTags(cueReading([101], 's-cC', 100), 'source')
    expect(later.first).toBe(100)
    expect(later.at(100)).toBeGreaterThan(0)
    expect(later.at(0)).toBeLessThan(-5)
  })

  test('of cues asks for the chance of each word of the stretch', () => {
    const cues = Outlook.ofCues((i) => (i === 3 ? 0.9 : 0.1), { first: 2, end: 5 })
    expect(cues.at(3)).toBeCloseTo(Math.log(9), 6)
    expect(cues.at(2)).toBeCloseTo(-Math.log(9), 6)
  })
})

describe('the reader alone', () => {
  test('gives source and content as it tagged them', () => {
    const cue = cueReading([1], 's-cCCC---')
    expect(likeliest(cue, 'source')).toEqual([{ first: 0, end: 1 }])
    expect(likeliest(cue, 'content')).toEqual([{ first: 2, end: 6 }])
  })

  test('has small holes closed, but never over the cue [AT34]', () => {
    expect(likeliest(cueReading([0], '-cC-CC'), 'content')).toEqual([{ first: 1, end: 6 }])
    expect(likeliest(cueReading([3], '-cC-CC'), 'content')).toEqual([
      { first: 1, end: 3 },
      { first: 4, end: 6 },
    ])
  })

  test('gives nothing where it saw nothing', () => {
    expect(likeliest(cueReading([1], '---------'), 'source')).toEqual([])
  })
})

describe('evidence', () => {
  const evidence = evidenceOf(cueReading([1], 's-cCCCCC-'), 9, new Map([[1, 0.9]]))

  test('finds the candidate that shares a word with a cue', () => {
    expect(evidence.cueIn([{ first: 0, end: 2 }])?.cue).toEqual([1])
    expect(evidence.cueIn([{ first: 2, end: 4 }])).toBeNull()
    expect(evidence.cueIn([])).toBeNull()
  })

  test('takes the surest word of a range', () => {
    expect(evidence.oddsOf({ first: 0, end: 3 })).toBeCloseTo(Math.log(9), 6)
    expect(evidence.oddsOf({ first: 4, end: 6 })).toBeLessThan(-5)
    expect(evidence.chanceOf(1)).toBe(0.9)
    expect(evidence.chanceOf(99)).toBe(0)
  })
})

describe('candidates', () => {
  const r = readingOf(dam)
  const outlook = Outlook.ofTags(cueReading([1], 's-cCCC---'), 'content')
  const rule: Range[] = [{ first: 2, end: 8 }]
  const read: Range[] = [{ first: 2, end: 6 }]
  const all = candidatesOf(r, outlook, [rule, read], [])

  test("begin with the rule's own, and have the reader's", () => {
    expect(all[0]).toEqual(rule)
    expect(all.some((c) => same(c, read))).toBe(true)
  })

  test('are all different, in order and not empty', () => {
    const keys = all.map((c) => JSON.stringify(c))
    expect(new Set(keys).size).toBe(keys.length)
    for (const ranges of all) for (const x of ranges) expect(x.end).toBeGreaterThan(x.first)
  })

  test('never have the words of cue and source', () => {
    const holes = [
      { first: 0, end: 1 },
      { first: 1, end: 2 },
    ]
    for (const ranges of candidatesOf(r, outlook, [rule, read], holes))
      for (const x of ranges) expect(x.first).toBeGreaterThanOrEqual(2)
  })

  test('end without the stop of the sentence where the sentence is taken whole', () => {
    expect(all.some((c) => c.at(-1)?.end === 8)).toBe(true)
  })

  test('of a source may be nothing: the text may hide who speaks', () => {
    const source = Outlook.ofTags(cueReading([1], 's-cCCC---'), 'source')
    expect(candidatesOf(r, source, [[{ first: 0, end: 1 }]], []).some((c) => c.length === 0)).toBe(
      true,
    )
  })

  test('of a content are never nothing', () => {
    expect(all.some((c) => c.length === 0)).toBe(false)
  })

  test('the head of a range is the word that hangs from outside', () => {
    expect(headIn(r, { first: 2, end: 8 })).toBe(5)
    expect(headIn(r, { first: 2, end: 4 })).toBe(3)
    expect(headIn(r, { first: 6, end: 8 })).toBe(7)
  })
})

describe('features', () => {
  const r = readingOf(dam)
  const evidence = evidenceOf(cueReading([1], 's-cCCC---'), dam.length, new Map([[1, 0.9]]))
  const setting = questionOf(r, draft, 'content', evidence)!.setting
  const of = (ranges: readonly Range[]): Map<string, number> => {
    const out = new Map<string, number>()
    tellFeatures(setting, ranges, (stem, word, value) => out.set(stem + word, value))
    return out
  }

  test('say who proposed the span', () => {
    expect(of([{ first: 2, end: 8 }]).get('content as AT2')).toBe(1)
    expect(of([{ first: 2, end: 8 }]).has('content as read')).toBe(false)
    expect(of([{ first: 2, end: 6 }]).get('content as read')).toBe(1)
    expect(of([{ first: 2, end: 6 }]).has('content as rule')).toBe(false)
  })

  test('say how far it falls behind the likeliest, never more than all', () => {
    for (const [name, value] of of([{ first: 7, end: 8 }]))
      if (name.startsWith('content behind')) {
        expect(value).toBeLessThanOrEqual(0)
        expect(value).toBeGreaterThanOrEqual(-1)
      }
    expect(of([{ first: 2, end: 6 }]).get('content behind 1')).toBeCloseTo(0, 6)
  })

  test('say what hangs from the span behind its end', () => {
    expect(of([{ first: 2, end: 6 }]).get('content next span obl')).toBe(1)
    expect(of([{ first: 2, end: 8 }]).get('content to sentence end')).toBe(1)
  })

  test('say how many heads the span has: a clause has one', () => {
    expect(of([{ first: 2, end: 8 }]).get('content heads 1')).toBe(1)
    expect(of([{ first: 2, end: 5 }]).get('content heads 2')).toBe(1)
  })

  test('of nothing are only that', () => {
    expect(of([]).get('content empty')).toBe(1)
    expect([...of([]).keys()].some((k) => k.includes('first'))).toBe(false)
  })
})

describe('the choice', () => {
  const r = readingOf(dam)
  const evidence = evidenceOf(cueReading([1], 's-cCCC---'), dam.length, new Map([[1, 0.9]]))

  test("is the rule's where nothing speaks against it", () => {
    const question = questionOf(r, draft, 'content', evidence)!
    expect(choose(question, new Map())).toEqual(draft.content)
  })

  test('follows the weights', () => {
    const question = questionOf(r, draft, 'content', evidence)!
    expect(choose(question, new Map([['content as read', 2]]))).toEqual([{ first: 2, end: 6 }])
    const both = new Map([
      ['content as read', 2],
      ['content as AT2', 3],
    ])
    expect(choose(question, both)).toEqual(draft.content)
  })

  test('is no question where the reader saw no cue', () => {
    const elsewhere = { ...draft, cue: [{ first: 3, end: 4 }] }
    expect(questionOf(r, elsewhere, 'content', evidence)).toBeNull()
    expect(questionOf(r, { ...draft, cue: [] }, 'source', evidence)).toBeNull()
  })

  test('of all three roles keeps everything else of the draft [AT36]', () => {
    const [out] = refine(r, [draft], evidence, new Map([['content as read', 1]]))
    expect(out).toEqual({ ...draft, content: [{ first: 2, end: 6 }] })
  })
})

describe('deeds [AT37]', () => {
  /** "The court acquitted the mayor ." */
  const r = readingOf([
    ['The', 'DET', 'DT', 1, 'det'],
    ['court', 'NOUN', 'NN', 2, 'nsubj'],
    ['acquitted', 'VERB', 'VBD', -1, 'root', 'acquit'],
    ['the', 'DET', 'DT', 4, 'det'],
    ['mayor', 'NOUN', 'NN', 2, 'obj'],
    ['.', 'PUNCT', '.', 2, 'punct'],
  ])
  const acquitted = { ...draft, anchor: 2, rule: 'AT31', content: [{ first: 3, end: 5 }] }
  const lexicon = {
    verbs: new Map([['say', { class: 'say', stance: 'asserts', frames: new Set(['that']) }]]),
  } as never

  test('have a thing and no words', () => {
    expect(withDeeds(r, [acquitted], lexicon)[0]?.rule).toBe('AT24')
  })

  test('are only what no rule found', () => {
    expect(withDeeds(r, [{ ...acquitted, rule: 'AT6' }], lexicon)[0]?.rule).toBe('AT6')
  })

  test('a clause is told, whatever the verb', () => {
    const told = { ...draft, rule: 'AT31' }
    expect(withDeeds(readingOf(dam), [told], { verbs: new Map() } as never)[0]?.rule).toBe('AT31')
  })

  test('a verb that is listed with a clause reports things too', () => {
    const thing = { ...draft, rule: 'AT31', content: [{ first: 2, end: 4 }] }
    expect(withDeeds(readingOf(dam), [thing], lexicon)[0]?.rule).toBe('AT31')
  })
})

describe('token lists', () => {
  test('become ranges with gaps', () => {
    expect(rangesOf([2, 3, 5])).toEqual([
      { first: 2, end: 4 },
      { first: 5, end: 6 },
    ])
    expect(rangesOf([])).toEqual([])
  })
})

describe('the probability [AT38]', () => {
  const sure = evidenceOf(cueReading([1], 's-cCCC---'), dam.length, new Map([[1, 0.99]]))
  const unsure = evidenceOf(cueReading([1], 's-cCCC---'), dam.length, new Map([[1, 0.4]]))

  test('grows with what the reader is sure of', () => {
    expect(probabilityOf(draft, sure, false)).toBeGreaterThan(0.9)
    expect(probabilityOf(draft, unsure, false)).toBeLessThan(0.5)
  })

  test('is higher for a clause that a rule found than for what the reader alone found', () => {
    expect(probabilityOf(draft, sure, false)).toBeGreaterThan(
      probabilityOf({ ...draft, rule: 'AT31' }, sure, false),
    )
  })

  test('of turns and signatures is that of their marks', () => {
    const turn = { ...draft, rule: 'AT12' }
    expect(probabilityOf(turn, unsure, false)).toBe(probabilityOf(turn, sure, false))
  })

  test('is between 0 and 1, also without a cue', () => {
    const bare = probabilityOf({ ...draft, cue: [], rule: 'AT10' }, sure, false)
    expect(bare).toBeGreaterThan(0)
    expect(bare).toBeLessThan(1)
  })
})
