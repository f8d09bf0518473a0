/** Tests frames: messages come whole however the stream was cut, and none is longer than the lid. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FrameReader, frameOf } from './frames.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('frameOf', () => {
  test('writes the length, big end first, and then the bytes', () => {
    expect([...frameOf([bytes('ab'), bytes('c')])]).toEqual([0, 0, 0, 3, 97, 98, 99])
    expect([...frameOf([])]).toEqual([0, 0, 0, 0])
    expect([...frameOf([new Uint8Array(300)]).subarray(0, 4)]).toEqual([0, 0, 1, 44])
  })
})

describe('FrameReader', () => {
  test('waits for the rest of a frame', () => {
    const reader = new FrameReader(100)
    const frame = frameOf([bytes('hello')])
    expect(reader.take(frame.subarray(0, 2))).toEqual([])
    expect(reader.take(frame.subarray(2, 6))).toEqual([])
    expect(reader.take(frame.subarray(6)).map(String)).toEqual(['hello'])
    expect(reader.take(Buffer.alloc(0))).toEqual([])
  })

  test('gives several frames of one chunk, empty ones among them', () => {
    const reader = new FrameReader(100)
    const chunk = Buffer.concat([frameOf([bytes('one')]), frameOf([]), frameOf([bytes('two')])])
    expect(reader.take(chunk).map(String)).toEqual(['one', '', 'two'])
  })

  test('refuses a frame over the lid before it has come', () => {
    const reader = new FrameReader(4)
    expect(reader.take(frameOf([bytes('four')])).map(String)).toEqual(['four'])
    expect(() => reader.take(Buffer.from([0, 0, 0, 5]))).toThrow(RangeError)
    expect(() => new FrameReader(1000).take(Buffer.from([255, 255, 255, 255]))).toThrow('1000')
  })

  test('any messages come back through any cuts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 }),
        (messages, sizes) => {
          const stream = Buffer.concat(messages.map((m) => frameOf([m])))
          const reader = new FrameReader(64)
          const out: Buffer[] = []
          for (let at = 0, i = 0; at < stream.length; i++) {
            const size = sizes[i % sizes.length] as number
            out.push(...reader.take(stream.subarray(at, at + size)))
            at += size
          }
          expect(out.map((b) => [...b])).toEqual(messages.map((m) => [...m]))
        },
      ),
    )
  })
})
