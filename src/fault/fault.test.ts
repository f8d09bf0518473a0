/** Faults: typed data, the one body, and no stack trace for users. */
import { describe, expect, test } from 'vitest'
import { codes, type FaultCode } from './codes.ts'
import { diagnostic } from './diagnostic.ts'
import { asFault, bodyOf, Fault, fault, raise } from './fault.ts'

describe('fault', () => {
  test('carries code, message, status and exit', () => {
    const f = fault('intake/not-found', { path: 'a.txt' })
    expect(bodyOf(f)).toEqual({
      ok: false,
      code: 'intake/not-found',
      message: 'There is no file a.txt.',
      data: { path: 'a.txt' },
      status: 404,
    })
    expect(f.exit).toBe(1)
  })

  test('raise throws a Fault and keeps the cause', () => {
    const cause = new Error('EACCES')
    try {
      raise('ledger/no-access', { path: '/x' }, cause)
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(Fault)
      expect((thrown as Fault).cause).toBe(cause)
    }
    expect.assertions(2)
  })

  test('whatever is thrown becomes a fault without its stack', () => {
    const f = asFault(new TypeError('x is not a function'))
    expect(f.code).toBe('internal/bug')
    expect(JSON.stringify(bodyOf(f))).not.toContain('at ')
    expect(asFault('plain text').message).toContain('plain text')
    const known = fault('ledger/locked', { path: 'p' })
    expect(asFault(known)).toBe(known)
  })

  test.each(Object.keys(codes) as FaultCode[])(
    '%s has a sentence, a status of HTTP and an exit code of the table',
    (code) => {
      expect(code).toMatch(/^[a-z]+\/[a-z0-9-]+$/)
      expect(codes[code].status).toBeGreaterThanOrEqual(400)
      expect(codes[code].status).toBeLessThan(600)
      expect([1, 2, 3, 75]).toContain(codes[code].exit)
    },
  )

  test('a diagnostic has the standard sentence of its code', () => {
    expect(diagnostic('partial', 'html')).toEqual({
      code: 'partial',
      message: 'Only a part of the report was read.',
      by: 'html',
      at: null,
      note: null,
    })
  })
})
