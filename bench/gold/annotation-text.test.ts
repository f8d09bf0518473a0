/** Tests how the written form of an annotated report is read, and what it refuses. */
import { describe, expect, test } from 'vitest'
import { attributions } from '../../src/layers/attributions.ts'
import { claims } from '../../src/layers/claims.ts'
import type { AnnotatedSentence } from './annotation.ts'
import { readAnnotation } from './annotation-text.ts'
import { goldDocument } from './gold-documents.ts'
import { layOut } from './read-gold.ts'

const head = 'kind: agency\ntitle: A ferry: late again\npublished: 2024-03-01\nmarks: attribution\n'

const report = (...lines: readonly string[]) => readAnnotation(`${head}\n${lines.join('\n')}\n`)

const sentence = (...lines: readonly string[]): AnnotatedSentence =>
  report(...lines).paragraphs[0]?.[0] ?? { text: '' }

const documentOf = (...lines: readonly string[]) => goldDocument(layOut('x', report(...lines)))

const ferry = 'Ida Holm said the ferry was late.'

describe('the head', () => {
  test('holds kind, title and date; a title may have a colon', () => {
    const { kind, title, published, marks } = report(ferry)
    expect({ kind, title, published, marks }).toEqual({
      kind: 'agency',
      title: 'A ferry: late again',
      published: '2024-03-01',
      marks: 'attribution',
    })
  })

  test.each(['kind', 'title', 'published', 'marks'])('without %s is refused', (name) => {
    const less = head
      .split('\n')
      .filter((line) => !line.startsWith(`${name}:`))
      .join('\n')
    expect(() => readAnnotation(`${less}\n${ferry}`)).toThrow(`no "${name}"`)
  })

  test('with marks that nobody knows is refused', () => {
    expect(() => readAnnotation(`${head.replace('attribution', 'some')}\n${ferry}`)).toThrow(
      '"some"',
    )
  })
})

describe('sentences', () => {
  test('stand at the margin, paragraphs apart', () => {
    const { paragraphs } = report('One.', 'Two.', '', 'Three.')
    expect(paragraphs.map((p) => p.map((s) => s.text))).toEqual([['One.', 'Two.'], ['Three.']])
  })

  test('stand in the text with a space between, and two line breaks between paragraphs', () => {
    expect(documentOf('One.', 'Two.', '', 'Three.').text).toBe('One. Two.\n\nThree.')
  })
})

describe('attributions', () => {
  test('assert by the words of their source unless told otherwise', () => {
    expect(sentence(ferry, '  @ Ida Holm | said | the ferry was late').attributions).toEqual([
      {
        source: 'Ida Holm',
        cue: 'said',
        content: ['the ferry was late'],
        stance: 'asserts',
        speaker: 'Ida Holm',
      },
    ])
  })

  test('take stance and speaker in either order', () => {
    const marks = [
      '  @ She | denied | it | denies | Ida Holm',
      '  @ She | denied | it | Ida Holm | denies',
    ]
    for (const mark of marks) {
      const [made] = sentence('She denied it.', mark).attributions ?? []
      expect(made).toMatchObject({ stance: 'denies', speaker: 'Ida Holm' })
    }
  })

  test('without a source hide the speaker', () => {
    const [made] = sentence('It is said he left.', '  @ | is said | he left').attributions ?? []
    expect(made).toMatchObject({ source: '', speaker: null })
  })

  test('lose the comma that closes the source when they name it', () => {
    const [made] = sentence('Ida, 9, said so.', '  @ Ida, 9, | said | so').attributions ?? []
    expect(made?.speaker).toBe('Ida, 9')
  })

  test('split content at plus signs', () => {
    const [made] = sentence('He, she said, left.', '  @ she | said | He + left').attributions ?? []
    expect(made?.content).toEqual(['He', 'left'])
  })

  test('that stand deeper lie inside of the one above', () => {
    const { attributions: made } = sentence(
      'A said B told C that D left.',
      '  @ A | said | B told C that D left',
      '    @ B | told | that D left',
      '  @ C | told | left',
    )
    expect(made?.map((a) => a.parent)).toEqual([undefined, 0, undefined])
  })

  test('without content are refused', () => {
    expect(() => sentence(ferry, '  @ Ida Holm | said')).toThrow('no such parts')
  })

  test('that go on need one in the sentence before', () => {
    expect(() => report(ferry, '  @ ^ | | late')).toThrow('goes on with nothing')
    expect(() =>
      report(ferry, '  @ Ida Holm | said | late', '', 'More.', '  @ ^ | | More'),
    ).toThrow('goes on with nothing')
  })
})

describe('what goes on', () => {
  const lines = [
    'Ida Holm said: "The ferry was late.',
    '  @ Ida Holm | said: | "The ferry was late',
    '    = The ferry was late',
    'Nobody called us."',
    '  @ ^ | | Nobody called us."',
    '    = Nobody called us | negated',
  ]

  test('is one attribution with one content', () => {
    const made = documentOf(...lines)
    expect(made.layer(attributions).items).toHaveLength(1)
    const content = made.layer(attributions).at(0).content
    expect(content.map((c) => made.text.slice(c.from, c.to))).toEqual([
      '"The ferry was late. Nobody called us."',
    ])
    expect(made.layer(attributions).at(0).kind).toBe('direct')
  })

  test('gives its speaker to the claims of both sentences', () => {
    expect([...documentOf(...lines).layer(claims)].map((c) => c.chain)).toEqual([[0], [0]])
  })

  test('stays apart where the quotation was closed', () => {
    const made = documentOf(
      '"It was late," she said.',
      '  @ she | said | "It was late," | Ida Holm',
      '"Nobody called."',
      '  @ ^ | | "Nobody called."',
    )
    expect(made.layer(attributions).at(0).content).toHaveLength(2)
    expect(made.layer(attributions).at(0).kind).toBe('direct')
  })
})

describe('kinds', () => {
  test.each([
    ['Ida said it was late.', 'it was late', 'indirect'],
    ['Ida said it was "late".', 'it was "late"', 'mixed'],
    ['Ida said “it was late”.', '“it was late”', 'direct'],
  ])('%s is %s', (text, content, kind) => {
    const made = documentOf(text, `  @ Ida | said | ${content}`)
    expect(made.layer(attributions).at(0).kind).toBe(kind)
  })
})

describe('claims', () => {
  test('have the speakers above them as chain, outermost first', () => {
    const { claims: made } = sentence(
      'A said B told C that D left.',
      '  @ A | said | B told C that D left',
      '    @ B | told | that D left',
      '      = D left',
      '    = B told C',
      '  = C that D',
    )
    expect(made?.map((c) => c.chain)).toEqual([['A', 'B'], ['A'], []])
    expect(made?.map((c) => c.within)).toEqual([1, 0, undefined])
  })

  test('keep apart two attributions to one speaker', () => {
    const made = documentOf(
      'She said she thought he left.',
      '  @ She | said | she thought he left | Ida Holm',
      '    @ she | thought | he left | Ida Holm',
      '      = he left | opinion',
    )
    expect([...made.layer(claims)].map((c) => c.chain)).toEqual([[0, 1]])
  })

  test('are affirmed facts without a hedge unless told otherwise', () => {
    const { claims: made } = sentence(ferry, '  = the ferry', '  = late | forecast negated doubt')
    expect(made).toEqual([
      { words: 'the ferry', chain: [], mode: 'fact', polarity: 'affirmed', certainty: null },
      { words: 'late', chain: [], mode: 'forecast', polarity: 'negated', certainty: 'doubt' },
    ])
  })

  test('may name another chain', () => {
    const { claims: made } = sentence(ferry, '  = the ferry | by - > Ida Holm')
    expect(made?.[0]?.chain).toEqual([null, 'Ida Holm'])
  })

  test('with a word that is no mode, polarity or certainty are refused', () => {
    expect(() => sentence(ferry, '  = the ferry | factual')).toThrow('"factual"')
  })

  test('with a speaker whom no attribution names are refused', () => {
    expect(() => documentOf(ferry, '  = the ferry | by Karl')).toThrow('no attribution to "Karl"')
  })
})

describe('profiles', () => {
  const source = '  @ Two aides | said | the ferry was late'

  test('belong to the source above', () => {
    const { attributions: made } = sentence(
      'Two aides said the ferry was late.',
      source,
      '    ? count 2 | rank aides | reason for fear of | country NOR',
    )
    expect(made?.[0]?.anonymous).toEqual({
      count: 2,
      rank: 'aides',
      institution: null,
      country: 'NOR',
      access: null,
      reason: 'for fear of',
    })
  })

  test('may state nothing at all', () => {
    const { attributions: made } = sentence('Two aides said the ferry was late.', source, '    ?')
    expect(made?.[0]?.anonymous).toMatchObject({ count: null, rank: null })
  })

  test('without a source, or with a field that nobody knows, are refused', () => {
    expect(() => sentence(ferry, '  ? count 2')).toThrow('no source')
    expect(() => sentence(ferry, source, '    ? age 9')).toThrow('"age"')
  })
})

describe('further marks', () => {
  test('are read by their signs', () => {
    const s = sentence(
      'About 30 ships left Oslo on Monday.',
      '  name Oslo | LOC | 59.91,10.75',
      '  time Monday | 2024-02-26 | 2024-02-26',
      '  number About 30 | 30 | about | ships',
      '  hedge About | precision',
      '  event left | RETREAT',
    )
    expect(s.names).toEqual([{ words: 'Oslo', type: 'LOC', at: [59.91, 10.75] }])
    expect(s.times).toEqual([{ words: 'Monday', timex: '2024-02-26', edtf: '2024-02-26' }])
    expect(s.quantities).toEqual([
      { words: 'About 30', low: 30, best: 30, high: 30, bound: 'about', of: 'ships' },
    ])
    expect(s.hedges).toEqual([{ words: 'About', class: 'precision' }])
    expect(s.events).toEqual([{ words: 'left', type: 'RETREAT' }])
  })

  test('may leave ends of a number open', () => {
    const s = sentence('Up to 9 left.', '  number Up to 9 | - 9 9 | at most', '  time 9 | P9D')
    expect(s.quantities?.[0]).toMatchObject({ low: null, best: 9, high: 9, of: null })
    expect(s.times?.[0]?.edtf).toBeNull()
  })

  test('with an unknown sign are refused', () => {
    expect(() => sentence(ferry, '  colour late')).toThrow('no known sign')
  })
})
