/** The guard, problem details and headers: which requests are let in, and what every refusal looks like. */
import { describe, expect, test } from 'vitest'
import { codes, type FaultCode } from '../fault/codes.ts'
import { Fault, fault } from '../fault/fault.ts'
import { refusal } from './guard.ts'
import { securityHeaders } from './headers.ts'
import { problemOf, problemResponse, problemType } from './problem.ts'

const ask = (headers: Record<string, string>, bound = '127.0.0.1'): string | null =>
  refusal(new Headers(headers), bound)?.code ?? null

describe('a host', () => {
  test.each([
    'localhost',
    'localhost:4173',
    'LOCALHOST:4173',
    'localhost:',
    '127.0.0.1',
    '127.0.0.1:80',
    '[::1]',
    '[::1]:4173',
  ])('%s of this machine is let in', (host) => {
    expect(ask({ host })).toBeNull()
  })

  test.each([
    '',
    'evil.example',
    'evil.example:4173',
    'localhost.evil.example',
    'evil.localhost',
    '127.0.0.1.evil.example',
    '127.0.0.2',
    '0.0.0.0',
    '[::2]',
    '::1',
    'localhost:80x',
    'localhost:4173:1',
    'localhost@evil.example',
    ':4173',
    'local host',
    '2130706433',
  ])('%j is refused', (host) => {
    expect(ask({ host })).toBe('server/forbidden-host')
  })

  test('none at all is refused', () => {
    expect(ask({})).toBe('server/forbidden-host')
  })

  test('that the server was bound to is let in, by its own name only', () => {
    expect(ask({ host: '192.168.0.7:4173' }, '192.168.0.7')).toBeNull()
    expect(ask({ host: '192.168.0.8:4173' }, '192.168.0.7')).toBe('server/forbidden-host')
    expect(ask({ host: '[fe80::1]:4173' }, 'fe80::1')).toBeNull()
    expect(ask({ host: '[FE80::1]:4173' }, 'fe80::1')).toBeNull()
    expect(ask({ host: '[fe80::2]:4173' }, 'fe80::1')).toBe('server/forbidden-host')
    expect(ask({ host: 'Desk.local' }, 'desk.LOCAL')).toBeNull()
  })
})

describe('an origin', () => {
  const host = '127.0.0.1:4173'
  test('of the same address is let in, and so is a program that sends none', () => {
    expect(ask({ host })).toBeNull()
    expect(ask({ host, origin: `http://${host}` })).toBeNull()
  })

  test.each([
    'http://evil.example',
    'null',
    '',
    'http://127.0.0.1',
    'http://127.0.0.1:4174',
    'https://127.0.0.1:4173',
    'http://localhost:4173',
    'http://127.0.0.1:4173.evil.example',
    'file://',
  ])('%j is refused', (origin) => {
    expect(ask({ host, origin })).toBe('server/forbidden-origin')
  })

  test.each([
    ['same-origin', null],
    ['none', null],
    ['cross-site', 'server/forbidden-origin'],
    ['same-site', 'server/forbidden-origin'],
    ['other', 'server/forbidden-origin'],
    ['', 'server/forbidden-origin'],
  ])('a fetch that calls itself %j: %s', (site, code) => {
    expect(ask({ host, 'sec-fetch-site': site })).toBe(code)
  })

  test('of the same address does not make up for a foreign site or host', () => {
    const origin = `http://${host}`
    expect(ask({ host, origin, 'sec-fetch-site': 'cross-site' })).toBe('server/forbidden-origin')
    expect(ask({ host: 'evil.example', origin: 'http://evil.example' })).toBe(
      'server/forbidden-host',
    )
  })
})

describe('problem details', () => {
  const data = {
    path: 'a.txt',
    reason: 'r',
    value: 'v',
    kind: 'claim',
    id: 'c1',
    stage: 's',
    type: 't',
  }
  const all = Object.keys(codes) as FaultCode[]
  const hidden: readonly FaultCode[] = ['internal/bug', 'pipeline/stage-failed']

  test.each(all)('of %s', async (code) => {
    const f = new Fault(code, data, new Error('secret cause'))
    const response = problemResponse(f)
    expect(response.status).toBe(codes[code].status)
    expect(response.headers.get('content-type')).toBe(problemType)
    expect(response.headers.has('retry-after')).toBe([503, 507].includes(codes[code].status))
    const text = await response.text()
    expect(JSON.parse(text)).toEqual(problemOf(f))
    expect(text).not.toContain('secret cause')
    expect(text).not.toMatch(/\.ts:\d+/)
    expect(JSON.parse(text)).toMatchObject({
      ok: false,
      code,
      title: code,
      status: codes[code].status,
      type: `/docs#${code.replace('/', '-')}`,
      message: hidden.includes(code) ? 'Something is wrong inside Hearsay.' : f.message,
      detail: hidden.includes(code) ? 'Something is wrong inside Hearsay.' : f.message,
      data: hidden.includes(code) ? {} : data,
    })
  })

  test('of a bug do not tell what it quotes', () => {
    const said = JSON.stringify(
      problemOf(fault('internal/bug', { reason: '/home/ana/secret.txt' })),
    )
    expect(said).not.toContain('secret')
    expect(said).not.toContain('/home')
  })
})

describe('security headers', () => {
  const policy = securityHeaders['content-security-policy'] ?? ''
  const rules = new Map(policy.split('; ').map((r) => [r.split(' ')[0], r.split(' ').slice(1)]))

  test('allow nothing that is not named, nothing inline, nothing from elsewhere', () => {
    expect(rules.get('default-src')).toEqual(["'none'"])
    expect(policy).not.toMatch(/unsafe|http|\*|blob/)
    expect(rules.get('script-src')).toEqual(["'self'"])
    expect(rules.get('connect-src')).toEqual(["'self'"])
    expect(rules.get('frame-ancestors')).toEqual(["'none'"])
    expect(rules.get('base-uri')).toEqual(["'none'"])
  })

  test('tell no other site where a reader was, and let no other site frame it', () => {
    expect(securityHeaders).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
    })
  })
})
