/** Tests addresses: where URLs, mail addresses, handles, hashtags and bare domains end. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { webEnd } from './web.ts'

const endings = new Set(['com', 'org', 'net', 'uk', 'ua', 'gov', 'pdf', 'txt', 'in'])

function address(text: string): string {
  return text.slice(0, webEnd(text, 0, text.length, endings))
}

describe('TK9', () => {
  test.each([
    ['http://a.example', 'http://a.example'],
    ['https://a.example/b?c=d&e=f#g', 'https://a.example/b?c=d&e=f#g'],
    ['HTTPS://A.EXAMPLE', 'HTTPS://A.EXAMPLE'],
    ['ftp://a.example/b', 'ftp://a.example/b'],
    ['mailto:jane@a.example', 'mailto:jane@a.example'],
    ['www.a.example/b', 'www.a.example/b'],
    ['doi:10.1000/182', 'doi:10.1000/182'],
    ['https://a.example/b.', 'https://a.example/b'],
    ['https://a.example/b,', 'https://a.example/b'],
    ['https://a.example/b?!', 'https://a.example/b'],
    ['https://a.example/b).', 'https://a.example/b'],
    ['https://a.example/b_(c)', 'https://a.example/b_(c)'],
    ['https://a.example/b”', 'https://a.example/b'],
    ['https://a.example/b">x', 'https://a.example/b'],
    ['https://a.example/b’', 'https://a.example/b'],
    ['jane.doe@a.example', 'jane.doe@a.example'],
    ['jane+news@a-b.example.', 'jane+news@a-b.example'],
    ['jane_doe@a.example,', 'jane_doe@a.example'],
    ['@harbour_wire', '@harbour_wire'],
    ['@harbour_wire:', '@harbour_wire'],
    ['#FerryNews', '#FerryNews'],
    ['#Ferry2024!', '#Ferry2024'],
    ['#Київ', '#Київ'],
    ['harbour.com', 'harbour.com'],
    ['harbour.co.uk', 'harbour.co.uk'],
    ['Harbour.COM', 'Harbour.COM'],
    ['harbour.com/news/1.', 'harbour.com/news/1'],
    ['harbour.com.', 'harbour.com'],
    ['report-2.pdf', 'report-2.pdf'],
    ['harbour.com’s', 'harbour.com'],
  ])('%s: %s', (text, found) => {
    expect(address(text)).toBe(found)
  })

  test.each([
    ['a word', 'harbour'],
    ['a number with a hash', '#1'],
    ['a lone hash', '#'],
    ['a lone at sign', '@'],
    ['digits behind an at sign', '@5'],
    ['a scheme alone', 'http://'],
    ['an unknown ending', 'harbour.xyz'],
    ['a glued sentence', 'end.The'],
    ['initials', 'J.R'],
    ['a decimal', '3.14'],
    ['an address without a domain', 'jane@'],
    ['a stop first', '.com'],
    ['two stops', 'harbour..com'],
    ['an ending alone', 'com'],
    ['a mark', '!'],
    ['nothing', ''],
  ])('%s is none', (_, text) => {
    expect(webEnd(text, 0, text.length, endings)).toBe(0)
  })

  test('begins and ends within its bounds', () => {
    const text = 'see harbour.com/news now'
    expect(webEnd(text, 4, 15, endings)).toBe(15)
    expect(webEnd(text, 4, text.length, endings)).toBe(text.length)
  })

  test('the end never lies before the start or behind the bound', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ah.@#:/-_(),?1”'), maxLength: 30 }),
        fc.nat({ max: 30 }),
        (text, at) => {
          const start = Math.min(at, text.length)
          const end = webEnd(`https://${text}`, start, text.length + 8, endings)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length + 8)
        },
      ),
    )
  })

  test('a long name costs no more than its length', () => {
    const text = `${'a.'.repeat(50_000)}b`
    const start = performance.now()
    for (let i = 0; i < 50; i++) webEnd(text, i * 2, text.length, endings)
    expect(performance.now() - start).toBeLessThan(500)
  })
})
