/** Tests of what a claim takes over from its voice and its dates, on words and trees made by hand. */
import { describe, expect, test } from 'vitest'
import type { Attribution } from '../../layers/attributions.ts'
import { fromExpectation, fromHop, fromName, fromTime } from './inheritance.ts'
import { isPast, type Reading } from './reading.ts'
import { spanOf } from './spans.ts'
import type { Words } from './words.ts'

/** Words are `form/XPOS/head`; heads count from 0, -1 is none; all stand in one sentence. */
function wordsOf(line: string): Words {
  let text = ''
  const parts = line.split(' ').map((word) => {
    const [form = '', xpos = 'X', head = '-1'] = word.split('/')
    const from = text === '' ? 0 : text.length + 1
    text += `${text === '' ? '' : ' '}${form}`
    return {
      from,
      to: text.length,
      form,
      key: form.toLowerCase(),
      xpos,
      head: Number(head),
      sentence: 0,
    }
  })
  return {
    text,
    tokens: parts,
    tags: parts,
    sentences: [{ from: 0, to: text.length, paragraph: 0 }],
    tree: {
      childrenOf: (i: number) => parts.flatMap((p, c) => (p.head === i ? [c] : [])),
      firstOf: (i: number) => parts.reduce((low, p, c) => (p.head === i && c < low ? c : low), i),
    },
  } as never
}

const own: Reading = {
  mode: 'fact',
  polarity: 'affirmed',
  certainty: { words: [], class: null, low: null, high: null, scheme: null },
  why: {},
} as never

/** "He said it fell": the cue is the second word. */
const said = wordsOf('He/PRP/1 said/VBD/-1 it/PRP/3 fell/VBD/1')
const voice = (stance: string, cue = { from: 3, to: 7 }): Attribution =>
  ({ stance, cue: [cue] }) as never

describe('what the innermost voice does with its words', () => {
  test('who asserts changes nothing', () => {
    expect(fromHop(said, voice('asserts'), own, 3)).toEqual(own)
  })

  test('who denies turns them round [CA26]', () => {
    const denied = fromHop(said, voice('denies'), own, 3)
    expect(denied.polarity).toBe('negated')
    expect(denied.why).toMatchObject({ polarity: 'claim/CA26' })
    expect(fromHop(said, voice('denies'), { ...own, polarity: 'negated' }, 3).polarity).toBe(
      'affirmed',
    )
  })

  test('who asks makes them a question [CA27]', () => {
    expect(fromHop(said, voice('asks'), own, 3).mode).toBe('question')
  })

  test('who asks for something tells what is wanted [CA27]', () => {
    const w = wordsOf('He/PRP/1 asked/VBD/-1 to/TO/3 leave/VB/1')
    expect(fromHop(w, voice('asks', { from: 3, to: 8 }), own, 3).mode).toBe('intention')
  })

  test('who expects makes them a forecast [CA27]', () => {
    const w = wordsOf('He/PRP/1 said/VBD/-1 it/PRP/4 will/MD/4 fall/VB/1')
    expect(fromHop(w, voice('expects'), own, 4).mode).toBe('forecast')
  })

  test('what is expected of the present is reckoned [CA27]', () => {
    const w = wordsOf('He/PRP/1 said/VBD/-1 it/PRP/3 falls/VBZ/1')
    expect(fromHop(w, voice('expects'), own, 3).mode).toBe('estimate')
  })

  test('what is expected of the past is no forecast', () => {
    expect(fromHop(said, voice('expects'), own, 3).mode).toBe('fact')
  })

  test.each(['doubts', 'declines'])('who %s leaves them in doubt [CA28]', (stance) => {
    const read = fromHop(said, voice(stance), own, 3)
    expect(read.certainty.class).toBe('doubt')
    expect(read.certainty.words).toEqual(['said'])
    expect(read.why).toMatchObject({ certainty: 'claim/CA28' })
  })

  test('what somebody does not say is a question [CA67]', () => {
    const w = wordsOf('He/PRP/1 said/VBD/-1 where/WRB/4 she/PRP/4 is/VBZ/1')
    const read = fromHop(w, voice('declines'), own, 4)
    expect(read.mode).toBe('question')
    expect(read.certainty.class).toBeNull()
    expect(read.why).toMatchObject({ mode: 'claim/CA67' })
  })

  test('what is not expected is foreseen not to happen [CA68]', () => {
    const w = wordsOf('It/PRP/1 expected/VBD/-1 it/PRP/3 to/TO/4 leave/VB/1')
    const tagged = { ...w, tags: w.tags.map((t, i) => ({ ...t, lemma: i === 1 ? 'expect' : '' })) }
    const read = fromHop(tagged, voice('doubts', { from: 3, to: 11 }), own, 4)
    expect(read).toMatchObject({ mode: 'forecast', polarity: 'negated' })
    expect(read.certainty.class).toBeNull()
  })

  test('whoever suspects infers and does not doubt [CA28]', () => {
    const w = wordsOf('He/PRP/1 suspected/VBD/-1 it/PRP/3 fell/VBD/1')
    const tagged = { ...w, tags: w.tags.map((t, i) => ({ ...t, lemma: i === 1 ? 'suspect' : '' })) }
    const read = fromHop(tagged, voice('doubts', { from: 3, to: 12 }), own, 3)
    expect(read.certainty.class).toBe('inference')
  })

  test('what is open is not denied [CA26]', () => {
    const question: Reading = { ...own, mode: 'question' }
    expect(fromHop(said, voice('denies'), question, 3).polarity).toBe('affirmed')
  })

  test('who declines says nothing of what is to come', () => {
    const forecast: Reading = { ...own, mode: 'forecast' }
    expect(fromHop(said, voice('declines'), forecast, 3)).toEqual(forecast)
  })

  test.each(['denies', 'asks', 'expects', 'doubts'])(
    'a cue of another sentence that %s changes nothing',
    (stance) => {
      expect(fromHop(said, voice(stance, { from: 90, to: 95 }), own, 3)).toEqual(own)
    },
  )

  test('a voice without a cue changes nothing', () => {
    expect(fromHop(said, { stance: 'denies', cue: [] } as never, own, 3)).toEqual(own)
  })
})

describe('a past form', () => {
  test.each<[string, string, number, boolean]>([
    ['fell', 'it/PRP/1 fell/VBD/-1', 1, true],
    ['has fallen', 'it/PRP/2 has/VBZ/2 fallen/VBN/-1', 2, true],
    ['had fallen', 'it/PRP/2 had/VBD/2 fallen/VBN/-1', 2, true],
    ['was sold', 'it/PRP/2 was/VBD/2 sold/VBN/-1', 2, true],
    ['is sold', 'it/PRP/2 is/VBZ/2 sold/VBN/-1', 2, false],
    ['falls', 'it/PRP/1 falls/VBZ/-1', 1, false],
    ['will fall', 'it/PRP/2 will/MD/2 fall/VB/-1', 2, false],
  ])('%s: %4$s', (_, line, head, past) => {
    expect(isPast(wordsOf(line), head)).toBe(past)
  })
})

describe('a date after the report [CA29]', () => {
  const opens = wordsOf('it/PRP/1 opens/VBZ/-1')
  const at = (edtf: string | null): never => [{ edtf }] as never

  test.each<[string | null, string | null, string]>([
    ['2024-06-01', '2024-05-02', 'forecast'],
    ['2024-06', '2024-05-02', 'forecast'],
    ['2025', '2024-05-02', 'forecast'],
    ['2024-06-01/2024-06-09', '2024-05-02', 'forecast'],
    ['2024-05-02', '2024-05-02', 'fact'],
    ['2024-04-30', '2024-05-02', 'fact'],
    ['2024-04-30/2024-06-09', '2024-05-02', 'fact'],
    ['../2024-06-09', '2024-05-02', 'fact'],
    [null, '2024-05-02', 'fact'],
    ['2024-06-01', null, 'fact'],
  ])('%s in a report of %s makes a %s', (edtf, published, mode) => {
    expect(fromTime(opens, 1, own, at(edtf), published).mode).toBe(mode)
  })

  test('one of several dates is enough', () => {
    const times = [{ edtf: '2024-01-01' }, { edtf: '2024-06-01' }] as never
    expect(fromTime(opens, 1, own, times, '2024-05-02').mode).toBe('forecast')
  })

  test('what is past stays a fact', () => {
    const opened = wordsOf('it/PRP/1 opened/VBD/-1')
    expect(fromTime(opened, 1, own, at('2024-06-01'), '2024-05-02').mode).toBe('fact')
  })

  test('an intention stays one', () => {
    const meant: Reading = { ...own, mode: 'intention' }
    expect(fromTime(opens, 1, meant, at('2024-06-01'), '2024-05-02')).toEqual(meant)
  })
})

describe('expectations and names', () => {
  test('what is expected of a thing is to come [CA53]', () => {
    expect(fromExpectation(own)).toMatchObject({ mode: 'forecast', why: { mode: 'claim/CA53' } })
  })

  test('what a thing is called is an opinion [CA59]', () => {
    expect(fromName(own)).toMatchObject({ mode: 'opinion', why: { mode: 'claim/CA59' } })
  })

  test.each(['question', 'conditional', 'intention'] as const)('a %s stays one', (mode) => {
    expect(fromExpectation({ ...own, mode }).mode).toBe(mode)
    expect(fromName({ ...own, mode }).mode).toBe(mode)
  })
})

describe('the words of a reach', () => {
  test('go from the first to the last', () => {
    expect(spanOf(said, { first: 2, end: 4 })).toEqual({ from: 8, to: 15 })
    expect(spanOf(said, { first: 0, end: 1 })).toEqual({ from: 0, to: 2 })
  })

  test('are none where the reach is empty, at its place', () => {
    expect(spanOf(said, { first: 2, end: 2 })).toEqual({ from: 8, to: 8 })
  })
})
