/** Tests of the rules one by one on trees made by hand, and of weighing them by what a reader takes for real. */
import { describe, expect, test } from 'vitest'
import type { Clause } from '../../layers/clauses.ts'
import { Tree } from '../../text/tree.ts'
import { attach } from './attach.ts'
import { conditions } from './conditions.ts'
import { hedge } from './hedging.ts'
import { modality } from './modality.ts'
import { openQuestions, timesToCome, unshown } from './settle.ts'
import { weighed } from './weigh.ts'
import type { Words } from './words.ts'

/** Words are `form/UPOS/XPOS/head/relation`, with `/lemma` where it is not the form; heads count from 0, -1 is none. */
function wordsOf(line: string, clauses: readonly Partial<Clause>[]): Words {
  let at = 0
  const rows = line.split(' ').map((word) => {
    const [form = '', upos = 'X', xpos = 'X', head = '-1', deprel = 'dep', lemma] = word.split('/')
    const span = { from: at, to: at + form.length }
    at = span.to + 1
    return {
      ...span,
      form,
      upos,
      xpos,
      head: Number(head),
      deprel,
      lemma: lemma ?? form.toLowerCase(),
    }
  })
  const tree = Tree.of(rows.map((r) => r.head))
  const made = clauses.map((c) => {
    const first = c.first ?? 0
    const end = c.end ?? rows.length
    return {
      kind: 'main',
      sentence: 0,
      parent: null,
      joins: null,
      subject: null,
      ownSubject: false,
      finite: true,
      mark: null,
      rule: 'CL1',
      ...c,
      token: c.token ?? 0,
      first,
      end,
      from: rows[first]?.from ?? 0,
      to: rows[end - 1]?.to ?? 0,
    } as Clause
  })
  const clauseAt = new Map(made.map((c, i) => [c.token, i]))
  return {
    tokens: rows.map((r) => ({
      ...r,
      key: r.form.toLowerCase(),
      kind: 'word',
      sentence: 0,
    })) as never,
    tags: rows as never,
    lemmas: rows.map((r) => r.lemma),
    arcs: rows as never,
    tree,
    clauses: made,
    clauseAt,
    owner: tree.owners((i) => clauseAt.has(i)),
    quotations: [],
    timed: new Uint8Array(rows.length),
  }
}

/** "He left to win": a main clause and a purpose. */
const purpose = wordsOf(
  'He/PRON/PRP/1/nsubj left/VERB/VBD/-1/root/leave to/PART/TO/3/mark win/VERB/VB/1/advcl',
  [
    { token: 1, first: 0, end: 2, subject: 0, ownSubject: true },
    { token: 3, first: 2, end: 4, kind: 'purpose', parent: 0, mark: 2, finite: false },
  ],
)

describe('a purpose, as the reader takes it [CE61]', () => {
  const found = { hedges: [], modalities: [modality(purpose, 2, 3, 'intention', 3, 'CE42')] }

  test.each([
    [-1.1, 1],
    [0, 1],
    [0.3, 1],
    [0.9, 0],
    [2.5, 0],
  ])('of %f', (value, left) => {
    expect(weighed(purpose, found, [0, 1, 0, value]).modalities).toHaveLength(left)
  })

  test('without a reader stays', () => {
    expect(weighed(purpose, found, [null, null, null, null]).modalities).toHaveLength(1)
  })

  test('never touches another rule', () => {
    const listed = { hedges: [], modalities: [modality(purpose, 1, 2, 'intention', 3, 'CE32')] }
    expect(weighed(purpose, listed, [0, 1, 0, 2.9]).modalities).toHaveLength(1)
  })
})

/** "We are going home" with the last form and its auxiliary given. */
function going(xpos: string, aux: string, finite = true): Words {
  return wordsOf(
    `We/PRON/PRP/2/nsubj ${aux}/AUX/VBP/2/aux go/VERB/${xpos}/-1/root home/ADV/RB/2/advmod`,
    [{ token: 2, first: 0, end: 4, subject: 0, ownSubject: true, finite }],
  )
}

/** "It forced them to sell": the infinitive completes its verb under `label`. */
const completed = (label: string, verb = 'forced/VERB/VBD/-1/root/force'): Words =>
  wordsOf(
    `It/PRON/PRP/1/nsubj ${verb} them/PRON/PRP/1/obj to/PART/TO/4/mark sell/VERB/VB/1/${label}`,
    [{ token: 1, first: 0, end: 5, subject: 0, ownSubject: true }],
  )

describe('an infinitive that the reader takes for not done [CE64]', () => {
  const none = { hedges: [], modalities: [] }
  const made = (w: Words, value: number | null, cues: Parameters<typeof weighed>[1] = none) =>
    weighed(w, cues, [0, 1, 0, 0, value]).modalities.filter((m) => m.rule === 'CE64')

  test.each(['xcomp', 'ccomp'])('is an intention of its own under %s', (label) => {
    expect(made(completed(label), -0.9).map((m) => [m.on, m.sets])).toEqual([[4, 'intention']])
  })

  test.each([-0.3, 0, 1, null])('but not at %s', (value) => {
    expect(made(completed('xcomp'), value)).toEqual([])
  })

  test.each(['advcl', 'acl', 'obl'])('nor under %s', (label) => {
    expect(made(completed(label), -0.9)).toEqual([])
  })

  test('nor behind a noun', () => {
    expect(made(completed('xcomp', 'plan/NOUN/NN/-1/root'), -0.9)).toEqual([])
  })

  test.each(['forecast', 'conditional', 'intention', 'question'] as const)(
    'nor where its verb is a %s already',
    (sets) => {
      const w = completed('xcomp')
      const cues = { hedges: [], modalities: [modality(w, 0, 1, sets, 1, 'CE30')] }
      expect(made(w, -0.9, cues)).toEqual([])
    },
  )

  test('an opinion about it leaves it open', () => {
    const w = completed('xcomp')
    const cues = { hedges: [], modalities: [modality(w, 0, 1, 'opinion', 1, 'CE34')] }
    expect(made(w, -0.9, cues)).toHaveLength(1)
  })
})

describe('what somebody can do and the reader takes for not done [CE65]', () => {
  const none = { hedges: [], modalities: [] }
  /** "They <modal> win" */
  const able = (modal: string): Words =>
    wordsOf(`They/PRON/PRP/2/nsubj ${modal}/AUX/MD/2/aux win/VERB/VB/-1/root`, [
      { token: 2, first: 0, end: 3, subject: 0, ownSubject: true },
    ])

  test('is a possibility', () => {
    const made = weighed(able('can'), none, [0, 0, -0.9]).hedges
    expect(made.map((h) => [h.on, h.class, h.rule, h.low])).toEqual([
      [2, 'possibility', 'CE65', null],
    ])
  })

  test.each([-0.4, 0.8, null])('but not at %s', (value) => {
    expect(weighed(able('can'), none, [0, 0, value]).hedges).toEqual([])
  })

  test.each(['must', 'should', 'could', 'will'])('nor what they %s do', (modal) => {
    expect(weighed(able(modal), none, [0, 0, -0.9]).hedges).toEqual([])
  })

  test('nor what is asked', () => {
    const w = able('can')
    const cues = { hedges: [], modalities: [modality(w, 2, 3, 'question', 2, 'CE43')] }
    expect(weighed(w, cues, [0, 0, -0.9]).hedges).toEqual([])
  })

  test('nor what is hedged already', () => {
    const w = able('can')
    const known = hedge(w, 0, 1, 'probability', 2, 'CE10')
    const made = weighed(w, { hedges: [known], modalities: [] }, [0, 0, -0.9]).hedges
    expect(made).toEqual([known])
  })
})

describe('what only the reader takes for unreal [CE62]', () => {
  const none = { hedges: [], modalities: [] }
  const setBy = (w: Words, value: number | null): string[] =>
    weighed(w, none, [0, 0, value, 0]).modalities.map((m) => m.sets)

  test('is a forecast in a finite clause', () => {
    expect(setBy(going('VBG', 'are'), -0.9)).toEqual(['forecast'])
  })

  test('is an intention elsewhere', () => {
    expect(setBy(going('VB', 'to', false), -0.9)).toEqual(['intention'])
  })

  test.each([-0.59, -0.3, 0, 1, null])('is nothing at %f', (value) => {
    expect(setBy(going('VBG', 'are'), value)).toEqual([])
  })

  test.each(['VBD', 'VBN', 'NN'])('is nothing in the form %s', (xpos) => {
    expect(setBy(going(xpos, 'are'), -0.9)).toEqual([])
  })

  test.each(['can', 'must', 'should', 'may', 'could'])('is nothing beside %s', (aux) => {
    expect(setBy(going('VB', aux), -0.9)).toEqual([])
  })

  test.each(['forecast', 'conditional', 'intention', 'question', 'opinion'] as const)(
    'adds nothing to %s',
    (sets) => {
      const w = going('VB', 'do')
      const cue = { hedges: [], modalities: [modality(w, 1, 2, sets, 2, 'CE30')] }
      expect(weighed(w, cue, [0, 0, -0.9, 0]).modalities).toHaveLength(1)
    },
  )

  test('adds nothing to what joins a governed verb', () => {
    const w = wordsOf(
      'It/PRON/PRP/2/nsubj could/AUX/MD/2/aux stop/VERB/VB/-1/root and/CCONJ/CC/4/cc turn/VERB/VB/2/conj',
      [
        { token: 2, first: 0, end: 3 },
        { token: 4, first: 4, end: 5, joins: 0, finite: false },
      ],
    )
    const cue = { hedges: [], modalities: [modality(w, 1, 2, 'forecast', 2, 'CE31')] }
    expect(weighed(w, cue, [0, 0, -0.9, 0, -0.9]).modalities).toHaveLength(1)
  })
})

describe('what a cue governs', () => {
  const reports = (adjective: string, relation: string): Words =>
    wordsOf(
      `Reports/NOUN/NNS/6/nsubj that/SCONJ/IN/4/${relation} dams/NOUN/NNS/4/nsubj had/AUX/VBD/4/aux burst/VERB/VBN/0/acl were/AUX/VBD/6/cop ${adjective}/ADJ/JJ/-1/root`,
      [
        { token: 6, first: 0, end: 7 },
        { token: 4, first: 1, end: 5, kind: 'complement', parent: 0, mark: 1 },
      ],
    )

  test('a statement that is called false [CE27]', () => {
    expect(attach(reports('false', 'mark'), 'subject-clause', 6, 7)).toEqual([4])
  })

  test('not a relative clause whose object is "that" [CE27]', () => {
    expect(attach(reports('false', 'obj'), 'subject-clause', 6, 7)).toEqual([])
  })

  test('an adjective that is the predicate governs itself [CE2]', () => {
    expect(attach(reports('unlikely', 'mark'), 'clause', 6, 7)).toEqual([6])
  })

  test('the bare verb behind the cue [CE9]', () => {
    const w = wordsOf(
      'Storm/NOUN/NN/1/nsubj expected/VERB/VBN/-1/root/expect to/PART/TO/3/mark hit/VERB/VB/1/xcomp',
      [{ token: 1 }],
    )
    expect(attach(w, 'next-infinitive', 1, 3)).toEqual([3])
    expect(attach(w, 'next-infinitive', 0, 1)).toEqual([])
  })
})

describe('conditions [CE40] [CE41]', () => {
  /** "Prices fall <mark> rain comes" */
  const behind = (mark: string, before = ''): Words =>
    wordsOf(
      `Prices/NOUN/NNS/1/nsubj fall/VERB/VBP/-1/root ${before || 'then'}/ADV/RB/1/advmod ${mark}/SCONJ/IN/5/mark rain/NOUN/NN/5/nsubj comes/VERB/VBZ/1/advcl`,
      [
        { token: 1, first: 0, end: 3, subject: 0, ownSubject: true },
        {
          token: 5,
          first: 3,
          end: 6,
          kind: 'condition',
          parent: 0,
          mark: 3,
          subject: 4,
          ownSubject: true,
        },
      ],
    )

  test.each(['if', 'unless'])('"%s" makes both sides conditional', (mark) => {
    const made = conditions(behind(mark))
    expect(made.map((m) => [m.on, m.rule])).toEqual([
      [5, 'CE40'],
      [1, 'CE41'],
    ])
    for (const m of made)
      expect(m.condition).toEqual({ from: 17, to: 17 + `${mark} rain comes`.length })
  })

  test('"even if" conditions itself alone', () => {
    expect(conditions(behind('if', 'even')).map((m) => m.rule)).toEqual(['CE40'])
  })

  test('"say if" leaves a question open [CE44]', () => {
    expect(conditions(behind('if', 'say')).map((m) => [m.on, m.sets])).toEqual([[5, 'question']])
  })
})

describe('what cues say together', () => {
  /** "Nobody knows who paid" with the verb of knowing given. */
  const knowing = (verb: string, asks = 'who/PRON/WP'): Words =>
    wordsOf(
      `Nobody/PRON/NN/1/nsubj ${verb}s/VERB/VBZ/-1/root/${verb} ${asks}/3/nsubj paid/VERB/VBD/1/ccomp/pay`,
      [
        { token: 1, first: 0, end: 2 },
        { token: 3, first: 2, end: 4, kind: 'complement', parent: 0 },
      ],
    )
  const denial = (w: Words) => [
    { ...modality(w, 0, 1, 'fact', 1, 'CE21'), sets: 'negated' as const },
  ]

  test('what nobody knows is in doubt, and asks [CE18] [CE44]', () => {
    const w = knowing('know')
    const { hedges, negations } = unshown(w, denial(w), [])
    expect(hedges.map((h) => [h.on, h.class, h.rule])).toEqual([[3, 'doubt', 'CE18']])
    expect(negations).toEqual([])
    expect(openQuestions(w, [], hedges).map((m) => [m.on, m.sets])).toEqual([[3, 'question']])
  })

  test('what nobody proves is denied as well [CE29]', () => {
    const w = knowing('prove', 'he/PRON/PRP')
    expect(unshown(w, denial(w), []).negations.map((m) => [m.on, m.rule])).toEqual([[3, 'CE29']])
  })

  test('what nobody knows of, without a question word, is none [CE18]', () => {
    const w = knowing('know', 'he/PRON/PRP')
    expect(unshown(w, denial(w), []).hedges).toEqual([])
  })

  test.each(['see', 'like', 'say'])('"%s" leaves nothing open [CE18]', (verb) => {
    const w = knowing(verb)
    expect(unshown(w, denial(w), []).hedges).toEqual([])
  })

  test('what is affirmed leaves nothing open [CE18]', () => {
    expect(unshown(knowing('know'), [], []).hedges).toEqual([])
  })

  test('an open question foresees nothing [CE44]', () => {
    const w = knowing('know')
    const cues = [
      modality(w, 2, 3, 'question', 3, 'CE44'),
      modality(w, 2, 3, 'forecast', 3, 'CE30'),
    ]
    expect(openQuestions(w, cues, []).map((m) => m.sets)).toEqual(['question'])
  })

  test('a forecast elsewhere stays [CE44]', () => {
    const w = knowing('know')
    const cues = [
      modality(w, 2, 3, 'question', 3, 'CE44'),
      modality(w, 0, 1, 'forecast', 1, 'CE30'),
    ]
    expect(openQuestions(w, cues, [])).toHaveLength(2)
  })

  /** "We wait until it <form>" */
  const until = (xpos: string, mark = 'until'): Words =>
    wordsOf(
      `We/PRON/PRP/1/nsubj wait/VERB/VB/-1/root ${mark}/SCONJ/IN/4/mark it/PRON/PRP/4/nsubj ends/VERB/${xpos}/1/advcl/end`,
      [
        { token: 1, first: 0, end: 2 },
        { token: 4, first: 2, end: 5, kind: 'adverbial', parent: 0, mark: 2 },
      ],
    )

  test.each(['until', 'once', 'before', 'after', 'when'])(
    'a present behind "%s" lies ahead beside a forecast [CE49]',
    (mark) => {
      const w = until('VBZ', mark)
      const made = timesToCome(w, [modality(w, 1, 2, 'forecast', 1, 'CE30')])
      expect(made.map((m) => [m.on, m.sets, m.rule])).toEqual([[4, 'forecast', 'CE49']])
    },
  )

  test.each<[string, string]>([
    ['VBD', 'until'],
    ['VBZ', 'because'],
    ['VBZ', 'as'],
    ['VBZ', 'although'],
  ])('%s behind "%s" does not [CE49]', (xpos, mark) => {
    const w = until(xpos, mark)
    expect(timesToCome(w, [modality(w, 1, 2, 'forecast', 1, 'CE30')])).toEqual([])
  })

  test('nor does a present beside a fact [CE49]', () => {
    expect(timesToCome(until('VBZ'), [])).toEqual([])
  })
})
