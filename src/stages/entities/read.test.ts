/** Tests names from the trained reader: the likeliest sequence, and what lists and rules add. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Document } from '../../document/document.ts'
import { type Reading, readings } from '../../layers/readings.ts'
import { tokens } from '../../layers/tokens.ts'
import { Pipeline } from '../../pipeline/pipeline.ts'
import { readData } from '../../reader.ts'
import { SpanList } from '../../text/span-list.ts'
import { segment } from '../segment/stage.ts'
import { tag } from '../tag/stage.ts'
import { tokenize } from '../tokenize/stage.ts'
import { decodeNames } from './bio.ts'
import { readEntities } from './read.ts'

const labels = ['O', 'B-PERSON', 'I-PERSON', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC']

/** Log probabilities of one token: `p` for the label, the rest shared by the others. */
function row(label: string, p = 0.9): Float32Array {
  const rest = (1 - p) / (labels.length - 1)
  return Float32Array.from(labels, (l) => Math.log(l === label ? p : rest))
}

describe('decodeNames', () => {
  const read = (...list: readonly string[]) =>
    decodeNames(
      list.map((l) => row(l)),
      10,
    )

  test('nothing gives nothing', () => {
    expect(decodeNames([], 0)).toEqual([])
    expect(read('O', 'O')).toEqual([])
  })

  test('names run from their beginning over what goes on', () => {
    expect(read('O', 'B-PERSON', 'I-PERSON', 'O').map((n) => [n.first, n.end, n.type])).toEqual([
      [11, 13, 'PERSON'],
    ])
  })

  test('two beginnings are two names', () => {
    expect(read('B-LOC', 'B-LOC').map((n) => [n.first, n.end])).toEqual([
      [10, 11],
      [11, 12],
    ])
  })

  test('what goes on without a beginning is mended by the rest of the sentence', () => {
    const made = decodeNames([row('O', 0.4), row('I-ORG', 0.95), row('O')], 0)
    expect(made.map((n) => [n.first, n.end, n.type])).toEqual([[0, 2, 'ORG']])
    const cut = decodeNames([row('O', 0.999), row('I-ORG', 0.5), row('O')], 0)
    expect(cut.every((n) => n.first === 1)).toBe(true)
  })

  test('a name does not change its type on the way', () => {
    const made = decodeNames([row('B-PERSON', 0.9), row('I-ORG', 0.5)], 0)
    for (const n of made) expect(n.end).toBeLessThanOrEqual(2)
    expect(made[0]?.type).toBe('PERSON')
  })

  test('the weight is that of the least sure word', () => {
    const [name] = decodeNames([row('B-ORG', 0.9), row('I-ORG', 0.6)], 0)
    expect(name?.weight).toBeCloseTo(Math.log(0.6))
  })

  test('names come in order, apart, inside the sentence', () => {
    const rows = fc.array(
      fc.array(fc.integer({ min: -90, max: 0 }), { minLength: 7, maxLength: 7 }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(rows, fc.nat(1000), (list, first) => {
        let end = first
        for (const n of decodeNames(
          list.map((l) => Float32Array.from(l)),
          first,
        )) {
          expect(n.first).toBeGreaterThanOrEqual(end)
          expect(n.end).toBeGreaterThan(n.first)
          end = n.end
        }
        expect(end).toBeLessThanOrEqual(first + list.length)
      }),
    )
  })
})

describe('names of a report', () => {
  const before = Pipeline.of([segment, tokenize, tag], readData)
  const lexicon = readEntities.uses.lexicon.load(readEntities.uses.lexicon.files.map(readData))
  const gazetteer = readEntities.uses.gazetteer.load(
    readEntities.uses.gazetteer.files.map(readData),
  )

  /**
   * Reads a text in which the reader would see these names ("Kim Yong-hyun": 'PERSON'), each where it first stands;
   * "ORG?" is a body of which it is not sure.
   */
  function namesOf(text: string, seen: Readonly<Record<string, string>>): string[] {
    const doc = before.run(Document.of(text))
    const read = doc.layer(tokens).items.map((t): Reading => {
      const hit = Object.entries(seen).find(([words]) => {
        const from = text.indexOf(words)
        return t.from >= from && t.to <= from + words.length
      })
      const type = hit?.[1].replace('?', '')
      const label = hit ? `${t.from === text.indexOf(hit[0]) ? 'B' : 'I'}-${type}` : 'O'
      return {
        from: t.from,
        to: t.to,
        upos: 'X',
        xpos: 'XX',
        tagProbability: 1,
        head: -1,
        deprel: 'root',
        headProbability: 1,
        names: row(label, hit?.[1].endsWith('?') ? 0.5 : 0.9),
        cue: 0,
        factuality: null,
      }
    })
    const full = doc.with(readings, SpanList.of(read))
    const made = readEntities.run(
      { text, facts: full.facts, layer: (l) => full.layer(l as never) as never },
      { lexicon, gazetteer },
    )
    return made.names.items.map(
      (n) =>
        `${n.type} ${text.slice(n.from, n.to)}${n.title ? ` (${text.slice(n.title.from, n.title.to)})` : ''}`,
    )
  }

  test('are those that the reader sees, with the title apart', () => {
    expect(
      namesOf('Defence Minister Arne Holm spoke in Vardby.', {
        'Defence Minister Arne Holm': 'PERSON',
        Vardby: 'LOC',
      }),
    ).toEqual(['PERSON Arne Holm (Defence Minister)', 'LOC Vardby'])
  })

  test('a title that the reader leaves out is found before the name', () => {
    expect(namesOf('Later President Ana Ruiz spoke.', { 'Ana Ruiz': 'PERSON' })).toEqual([
      'PERSON Ana Ruiz (President)',
    ])
  })

  test('a town and its country are two names', () => {
    expect(namesOf('It began in Bergen, Norway.', { 'Bergen, Norway': 'LOC' })).toEqual([
      'LOC Bergen',
      'LOC Norway',
    ])
  })

  test('a list says what a people is, whatever the reader says', () => {
    expect(namesOf('Many Norwegian ships left.', { Norwegian: 'ORG' })).toEqual(['NORP Norwegian'])
    expect(namesOf('Many Norwegian ships left.', {})).toEqual(['NORP Norwegian'])
  })

  test('a title alone is no name', () => {
    expect(namesOf('Then the President left.', { President: 'PERSON' })).toEqual([])
  })

  test('bodies and places that the reader does not see are not made up by the rules', () => {
    expect(namesOf('The old Harbour Board met.', {})).toEqual([])
  })

  test('one name has one type in a report', () => {
    const text = 'Orlan opened. Orlan closed. Orlan sold two mines.'
    const made = namesOf(text, { Orlan: 'ORG' })
    expect(new Set(made.map((n) => n.split(' ')[0]))).toEqual(new Set(['ORG']))
  })

  test('a name that the reader cut after "of" is one [EN26]', () => {
    expect(
      namesOf('Then the Government of El Ruvo agreed.', {
        'Government of': 'ORG',
        'El Ruvo': 'LOC',
      }),
    ).toEqual(['ORG Government of El Ruvo'])
  })

  test.each([
    ['Then the Government of El Ruvo agreed.', 'Government', 'El Ruvo', 'Government of El Ruvo'],
    ['Then the Court of the Vardby spoke.', 'Court', 'Vardby', 'Court of the Vardby'],
  ])('a body and the place behind its "of" are one: %s [EN26]', (text, head, place, whole) => {
    expect(namesOf(text, { [head]: 'ORG', [place]: 'LOC' })).toEqual([`ORG ${whole}`])
  })

  test('a body that no head word ends is not joined over "of" [EN26]', () => {
    expect(namesOf('Then Nordfisk of Vardby agreed.', { Nordfisk: 'ORG', Vardby: 'LOC' })).toEqual([
      'ORG Nordfisk',
      'LOC Vardby',
    ])
  })

  test.each([
    ['They left Tampa Florida later.', 'Tampa Florida', ['LOC Tampa', 'LOC Florida']],
    ['They left Lyon France later.', 'Lyon France', ['LOC Lyon', 'LOC France']],
    ['They left West Virginia later.', 'West Virginia', ['LOC West Virginia']],
    ['They left San Jose later.', 'San Jose', ['LOC San Jose']],
  ])('a town right before what holds it stands apart: %s [EN25]', (text, seen, made) => {
    expect(namesOf(text, { [seen]: 'LOC' })).toEqual(made)
  })

  test('a small word before a place is no part of its name [EN25]', () => {
    expect(namesOf('They left northern Vardby later.', { 'northern Vardby': 'LOC' })).toEqual([
      'LOC Vardby',
    ])
    expect(namesOf('They left the Northern Territory.', { 'Northern Territory': 'LOC' })).toEqual([
      'LOC Northern Territory',
    ])
  })

  test('a long body that its head word tells is named where the reader sees none [EN29]', () => {
    expect(namesOf('They sued the Orlan Harbour Authority twice.', {})).toEqual([
      'ORG Orlan Harbour Authority',
    ])
    expect(namesOf('They sued the Harbour Authority twice.', {})).toEqual([])
  })

  test('two names of one type without a word between them are one [EN26]', () => {
    expect(
      namesOf('He wrote for The Daily Courier.', { The: 'ORG', 'Daily Courier': 'ORG' }),
    ).toEqual(['ORG The Daily Courier'])
  })

  test('a listed name stays a name of its own [EN26]', () => {
    expect(namesOf('They met in Vardby Norway later.', { Vardby: 'LOC', Norway: 'LOC' })).toEqual([
      'LOC Vardby',
      'LOC Norway',
    ])
  })

  test('two names of two types stay two [EN26]', () => {
    expect(
      namesOf('Later Nordfisk Ana Ruiz spoke.', { Nordfisk: 'ORG', 'Ana Ruiz': 'PERSON' }),
    ).toEqual(['ORG Nordfisk', 'PERSON Ana Ruiz'])
  })

  test.each([
    ['It was sold to Nordfisk, of all firms.', 'Nordfisk, of', 'ORG'],
    ['They left Vardby, and rested.', 'Vardby, and', 'LOC'],
    ['They left Vardby and the coast.', 'Vardby and the', 'LOC'],
  ])('a name does not end in a linking word: %s [EN26]', (text, seen, type) => {
    const [first = ''] = seen.split(/[ ,]/)
    expect(namesOf(text, { [seen]: type })).toEqual([`${type} ${first}`])
  })

  test('a place that the reader sees once and the rules see again is named twice [EN27]', () => {
    expect(
      namesOf('They reached Vardby. Nobody lives near Vardby now.', { Vardby: 'LOC' }),
    ).toEqual(['LOC Vardby', 'LOC Vardby'])
  })

  test('what the rules call a body is no person for being one elsewhere [EN27]', () => {
    const made = namesOf('They met Orlan. The Orlan Ministry of Trade closed.', { Orlan: 'PERSON' })
    expect(made.filter((n) => n.startsWith('PERSON'))).toEqual(['PERSON Orlan'])
  })

  test('an unsure body without a rule for it is none [EN28]', () => {
    expect(namesOf('They spoke of Bluewater often.', { Bluewater: 'ORG?' })).not.toContain(
      'ORG Bluewater',
    )
    expect(namesOf('They spoke of Bluewater often.', { Bluewater: 'ORG' })).toContain(
      'ORG Bluewater',
    )
  })

  test('an unsure body that its head word shows is one [EN28]', () => {
    expect(
      namesOf('They sued the Harbour Ministry twice.', { 'Harbour Ministry': 'ORG?' }),
    ).toEqual(['ORG Harbour Ministry'])
  })

  test('unsure persons and places are kept [EN28]', () => {
    expect(namesOf('They saw Arne Holm.', { 'Arne Holm': 'PERSON?' })).toEqual(['PERSON Arne Holm'])
    expect(namesOf('They left Vardby.', { Vardby: 'LOC?' })).toEqual(['LOC Vardby'])
  })
})
