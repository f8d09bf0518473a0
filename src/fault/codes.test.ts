/** Codes: every fault is worded from its data alone, in whole sentences that name what is wrong. */
import { describe, expect, test } from 'vitest'
import { codes, type FaultCode } from './codes.ts'
import { diagnosticCodes } from './diagnostic.ts'
import { bodyOf, Fault } from './fault.ts'

const all = Object.keys(codes) as FaultCode[]

/** Data with a mark for every key that any message uses. */
const keys =
  'path reason type bytes limit line seconds value stage layer maker file version known kind id name method host origin port'.split(
    ' ',
  )
const marked = Object.fromEntries(keys.map((k) => [k, `<${k}>`]))

/** What each code must name for a reader to know what to do. */
const named: Partial<Record<FaultCode, readonly string[]>> = {
  'intake/not-found': ['path'],
  'intake/too-large': ['path', 'bytes', 'limit'],
  'intake/bad-line': ['line', 'reason'],
  'intake/bad-date': ['value'],
  'intake/unsupported-type': ['type', 'path'],
  'pipeline/missing-layer': ['stage', 'layer', 'maker'],
  'pipeline/stage-failed': ['stage'],
  'lexicon/missing': ['file'],
  'ledger/locked': ['path'],
  'ledger/newer': ['path', 'version', 'known'],
  'ledger/disk-full': ['path'],
  'ledger/no-such': ['kind', 'id'],
  'input/invalid': ['reason'],
  'server/wrong-method': ['path', 'method'],
  'server/body-too-large': ['limit'],
  'server/unsupported-media': ['type'],
  'server/port-in-use': ['port'],
}

describe.each(all)('%s', (code) => {
  const fault = new Fault(code, marked)

  test('is a sentence made of its data, with nothing missing', () => {
    expect(fault.message).not.toMatch(/undefined|null|\[object|NaN/)
    expect(fault.message).toMatch(/^[A-Z<]/)
    expect(fault.message).toMatch(/[.>]$/)
    expect(fault.message).not.toContain('\n')
  })

  test('names what a reader has to know', () => {
    for (const key of named[code] ?? []) expect(fault.message).toContain(`<${key}>`)
  })

  test('has a body that says the same', () => {
    const { status, exit } = codes[code]
    expect(bodyOf(fault)).toEqual({ ok: false, code, message: fault.message, data: marked, status })
    expect([fault.status, fault.exit]).toEqual([status, exit])
  })
})

describe('statuses', () => {
  test('of the same room and kind agree', () => {
    for (const code of all) {
      const { status, exit } = codes[code]
      if (code.endsWith('/not-found') || code.endsWith('/no-such')) expect(status).toBe(404)
      if (code.endsWith('/no-access')) expect(status).toBe(403)
      if (code.endsWith('too-large')) expect(status).toBe(413)
      if (exit === 75) expect([503, 507]).toContain(status)
      if (exit === 3) expect(code.startsWith('intake/')).toBe(true)
    }
  })

  test('without a maker a missing layer promises none', () => {
    const fault = new Fault('pipeline/missing-layer', {
      stage: 'tag',
      layer: 'tokens',
      maker: null,
    })
    expect(fault.message).toBe('Stage tag needs the layer tokens, which no earlier stage makes.')
  })
})

test('every diagnostic is one whole sentence', () => {
  for (const [code, message] of Object.entries(diagnosticCodes)) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(message).toMatch(/^[A-Z][^\n]+\.$/)
  }
})
