/** Tests the manifest: files are taken only as they were written. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Fault } from '../fault/fault.ts'
import { type Manifest, readManifest, verified } from './manifest.ts'

const bytes = new TextEncoder().encode('weights')
const manifest = {
  name: 'test',
  version: 3,
  labels: { upos: ['NOUN'] },
  limits: { words: 160 },
  files: [
    {
      file: 'encoder.onnx',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
  ],
} as unknown as Manifest
const packed = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

function faultOf(work: () => unknown): string {
  try {
    work()
    return 'none'
  } catch (thrown) {
    return thrown instanceof Fault ? `${thrown.code}: ${thrown.message}` : 'no fault'
  }
}

describe('the manifest', () => {
  test('is read as it stands', () => {
    expect(readManifest(packed(manifest)).version).toBe(3)
  })

  test.each([
    ['no JSON', new TextEncoder().encode('{')],
    ['another JSON', packed({ name: 'x' })],
    ['a list', packed([])],
    ['nothing', new Uint8Array()],
    ['no files', packed({ ...manifest, files: [] })],
  ])('%s is refused', (_title, raw) => {
    expect(faultOf(() => readManifest(raw))).toContain('reader/damaged')
  })
})

describe('a file of the reader', () => {
  test('that is whole passes', () => {
    expect(verified(manifest, 'encoder.onnx', bytes)).toBe(bytes)
  })

  test('that is cut says how long it should be', () => {
    expect(faultOf(() => verified(manifest, 'encoder.onnx', bytes.slice(1)))).toContain(
      'it has 6 bytes instead of 7',
    )
  })

  test('with one changed byte is refused', () => {
    const changed = bytes.slice()
    changed[3] = (changed[3] ?? 0) ^ 1
    expect(faultOf(() => verified(manifest, 'encoder.onnx', changed))).toContain('checksum')
  })

  test('that the manifest does not name is refused', () => {
    expect(faultOf(() => verified(manifest, 'other.onnx', bytes))).toContain('does not name')
  })

  test('says what to do', () => {
    expect(faultOf(() => verified(manifest, 'encoder.onnx', bytes.slice(1)))).toContain(
      '--profile lite',
    )
  })
})
