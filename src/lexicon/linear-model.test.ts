/** Tests the reader of linear models: whole files, and every way in which one can be damaged. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aligned, checksum, LinearModel, magic } from './linear-model.ts'

interface Part {
  readonly name: string
  readonly bytes: Uint8Array
}

function write(kind: string, parts: readonly Part[], head: object = {}): Uint8Array {
  const json = new TextEncoder().encode(
    JSON.stringify({
      kind,
      version: 1,
      lists: { labels: ['A', 'B'] },
      numbers: { classes: 2 },
      sections: parts.map((p) => ({ name: p.name, bytes: p.bytes.length })),
      ...head,
    }),
  )
  let size = aligned(16 + json.length)
  for (const p of parts) size = aligned(size + p.bytes.length)
  const out = new Uint8Array(size)
  out.set(new TextEncoder().encode(magic))
  const view = new DataView(out.buffer)
  view.setUint32(12, json.length, true)
  out.set(json, 16)
  let at = aligned(16 + json.length)
  for (const p of parts) {
    out.set(p.bytes, at)
    at = aligned(at + p.bytes.length)
  }
  view.setUint32(8, checksum(out.subarray(12)), true)
  return out
}

const parts: readonly Part[] = [
  { name: 'small', bytes: Uint8Array.of(255, 1, 2) },
  { name: 'words', bytes: new Uint8Array(Int32Array.of(-5, 7).buffer) },
  { name: 'ids', bytes: new Uint8Array(Uint16Array.of(65535, 3).buffer) },
  { name: 'none', bytes: new Uint8Array(0) },
]
const file = write('tag', parts)

describe('a whole file', () => {
  const model = LinearModel.read(file, 'x.model', 'tag')

  test('gives lists, numbers and sections', () => {
    expect(model.list('labels')).toEqual(['A', 'B'])
    expect(model.number('classes')).toBe(2)
    expect([...model.int8('small')]).toEqual([-1, 1, 2])
    expect([...model.int32('words')]).toEqual([-5, 7])
    expect([...model.uint16('ids')]).toEqual([65535, 3])
    expect([...model.bytes('none')]).toEqual([])
    expect(model.head.kind).toBe('tag')
  })

  test.each(['list', 'number', 'bytes', 'int8', 'uint16', 'int32'] as const)(
    '%s of a name that is not there',
    (of) => {
      expect(() => model[of]('missing')).toThrow('it has no missing')
    },
  )

  test('may stand anywhere in a larger buffer', () => {
    for (const offset of [1, 2, 3, 4, 5]) {
      const larger = new Uint8Array(file.length + 16)
      larger.set(file, offset)
      const inside = LinearModel.read(
        larger.subarray(offset, offset + file.length),
        'x.model',
        'tag',
      )
      expect([...inside.int32('words')]).toEqual([-5, 7])
    }
  })

  test('sections are copies: a change of one is not seen by the file', () => {
    const own = file.slice()
    const read = LinearModel.read(own, 'x.model', 'tag')
    read.bytes('small').fill(9)
    expect(() => LinearModel.read(own, 'x.model', 'tag')).not.toThrow()
  })
})

describe('a damaged file', () => {
  const read = (bytes: Uint8Array) => LinearModel.read(bytes, 'x.model', 'tag')

  test.each([
    ['nothing', new Uint8Array(0)],
    ['a short one', file.slice(0, 12)],
    ['another kind of file', new Uint8Array(64)],
    ['words', new TextEncoder().encode('HSLINEAT and so on and so on')],
  ])('%s is not a model file', (_, bytes) => {
    expect(() => read(bytes)).toThrow('it is not a model file')
  })

  test('a model of another kind', () => {
    expect(() => read(write('parse', parts))).toThrow('it holds a model of parse, not of tag')
  })

  test('the fault names the file and has the code for damage', () => {
    try {
      read(new Uint8Array(64))
      expect.unreachable()
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: 'lexicon/damaged' })
      expect(String(thrown)).toContain('x.model')
    }
  })

  test('any changed byte behind the magic is noticed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: file.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, by) => {
          const changed = file.slice()
          changed[at] = (changed[at] as number) ^ by
          expect(() => read(changed)).toThrow(/not a model file|checksum/)
        },
      ),
    )
  })

  test('any cut is noticed', () => {
    for (let length = 0; length < file.length; length++)
      expect(() => read(file.slice(0, length)), `${length}`).toThrow(/not a model file|checksum/)
  })
})

test('checksum and alignment', () => {
  expect(checksum(new Uint8Array(0))).toBe(0x811c9dc5)
  expect(checksum(new TextEncoder().encode('a'))).toBe(0xe40c292c)
  expect(checksum(new TextEncoder().encode('foobar'))).toBe(0xbf9cf968)
  expect([0, 1, 7, 8, 9, 16].map(aligned)).toEqual([0, 8, 8, 8, 16, 16])
})
