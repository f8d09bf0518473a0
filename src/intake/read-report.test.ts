/** Tests of reading a report: what the bytes say, what the giver knows better, and what is told about every cut and doubt. */
import { afterAll, describe, expect, test } from 'vitest'
import { defaultLimits, type Limits } from './limits.ts'
import { type GivenFacts, ReportReader } from './read-report.ts'

const reader = new ReportReader()
afterAll(() => reader.close())

const read = (name: string, text: string | Uint8Array, given: GivenFacts = {}) =>
  reader.read({ name, bytes: typeof text === 'string' ? Buffer.from(text) : text }, given)
const within = (limits: Partial<Limits>) => new ReportReader({ ...defaultLimits, ...limits })

const plain = `Port to reopen

By Mia Okafor
23 October 2024

The port of Lindhaven will reopen on Monday, the harbour master said on Friday.
`

const markdown = `---
title: Port to reopen
author: Mia Okafor
date: 2024-10-23
source: Harbour Wire
url: https://wire.example/1
language: en
---

The port of **Lindhaven** will [reopen](https://wire.example/2) on Monday.
`

describe('plain text', () => {
  test('is kept to the letter, and its head is read', async () => {
    const { report } = await read('a.txt', plain)
    expect(report.text).toBe(plain)
    expect(report).toMatchObject({
      title: 'Port to reopen',
      byline: 'Mia Okafor',
      published: '2024-10-23',
      publishedFrom: 'text',
      mediaType: 'text/plain',
      charset: 'utf-8',
      language: 'en',
      partial: null,
    })
    expect(report.dateReason).toContain('head of the text')
  })

  test('has line ends of one kind, and a way back to the source', async () => {
    const source = 'Two ships left.\r\n\r\nOne stayed.\r\n'
    const { report, offsets } = await read('a.txt', source)
    expect(report.text).toBe('Two ships left.\n\nOne stayed.\n')
    const at = report.text.indexOf('One')
    expect(offsets?.sourceOf(at)).toBe(source.indexOf('One'))
  })

  test('without a date says that it has none', async () => {
    const { report, diagnostics } = await read('a.txt', 'Two ships left the port.')
    expect(report).toMatchObject({ published: null, publishedFrom: null, dateReason: null })
    expect(diagnostics.map((d) => d.code)).toEqual(['date-unknown'])
  })

  test('over the limit is cut, and that is told twice: in the report and as a remark', async () => {
    const small = within({ characters: 100 })
    const { report, diagnostics } = await small.read({
      name: 'a.txt',
      bytes: Buffer.from('Two ships left. '.repeat(50)),
    })
    expect(report.text).toBe('Two ships left. '.repeat(50).slice(0, 100))
    expect(report.partial).toEqual({
      what: 'the end of the text',
      why: 'more than 100 characters',
    })
    expect(diagnostics.find((d) => d.code === 'partial')?.note).toBe(
      'the end of the text: more than 100 characters',
    )
    small.close()
  })

  test('of exactly the limit is whole', async () => {
    const small = within({ characters: 16 })
    const bytes = Buffer.from('Two ships left. ')
    expect((await small.read({ name: 'a.txt', bytes })).report.partial).toBeNull()
    small.close()
  })

  test('with control characters says so', async () => {
    const { diagnostics } = await read('a.txt', 'Two ships\u0007 left the port.')
    expect(diagnostics.map((d) => d.code)).toContain('control-characters')
  })

  test('in an old encoding says how it was read', async () => {
    const bytes = Buffer.from(
      'It\u0092s the harbour master\u0092s word: \u0093yes\u0094.',
      'latin1',
    )
    const { report, diagnostics } = await read('a.txt', bytes)
    expect(report.text).toBe('It’s the harbour master’s word: “yes”.')
    expect(report.charset).toBe('windows-1252')
    expect(diagnostics.map((d) => d.code)).toContain('encoding-guessed')
  })
})

describe('Markdown', () => {
  test('loses its marks and keeps its words, front matter becomes fields', async () => {
    const { report } = await read('a.md', markdown)
    expect(report.text.trim()).toBe('The port of Lindhaven will reopen on Monday.')
    expect(report).toMatchObject({
      title: 'Port to reopen',
      byline: 'Mia Okafor',
      published: '2024-10-23',
      outlet: 'Harbour Wire',
      url: 'https://wire.example/1',
      mediaType: 'text/markdown',
    })
    expect(report.dateReason).toContain('front matter')
  })

  test('has a way back to the source through its marks', async () => {
    const { report, offsets } = await read('a.md', markdown)
    const at = report.text.indexOf('Lindhaven')
    expect(offsets?.sourceOf(at)).toBe(markdown.indexOf('Lindhaven'))
  })

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://wire.example/1',
    'wire.example/1',
  ])('an address %s is none', async (url) => {
    const { report } = await read('a.md', `---\nurl: ${url}\n---\nTwo ships left.`)
    expect(report.url).toBeNull()
  })

  test('a date that is none is kept as a remark', async () => {
    const { report, diagnostics } = await read(
      'a.md',
      '---\ndate: 2024-02-31\n---\nTwo ships left the port.',
    )
    expect(report.published).toBeNull()
    expect(diagnostics.find((d) => d.code === 'date-nonsense')?.note).toBe('2024-02-31')
  })

  test('a date in words is read', async () => {
    const { report } = await read('a.md', '---\ndate: 23 October 2024\n---\nTwo ships left.')
    expect(report.published).toBe('2024-10-23')
  })

  test('a first heading is the title', async () => {
    const { report } = await read('a.md', '# Port to reopen\n\nTwo ships left the port.')
    expect(report.title).toBe('Port to reopen')
    expect(report.text).not.toContain('Port to reopen')
  })
})

describe('what the giver knows', () => {
  const given = {
    title: 'Given title',
    outlet: 'Given outlet',
    url: 'https://given.example/1',
    published: '2020-01-02',
    language: 'en-GB',
  }

  test.each([
    ['a.txt', plain],
    ['a.md', markdown],
  ])('is believed before %s', async (name, text) => {
    const { report } = await read(name, text, given)
    expect(report).toMatchObject({ ...given, language: 'en', publishedFrom: 'given' })
    expect(report.dateReason).toBe('it was given')
  })

  test('comes first among the dates, and those of the text stay', async () => {
    const { report } = await read('a.txt', plain, given)
    expect(report.dateCandidates.map((d) => [d.edtf, d.from])).toEqual([
      ['2020-01-02', 'given'],
      ['2024-10-23', 'text'],
    ])
  })

  test('is refused when it is no date, before anything is read', async () => {
    await expect(read('a.txt', new Uint8Array(0), { published: 'soon' })).rejects.toMatchObject({
      code: 'intake/bad-date',
    })
  })

  test('may be the type, against name and bytes', async () => {
    const { report } = await read('a.html', '# Two *ships*', { mediaType: 'text/plain' })
    expect(report.text).toBe('# Two *ships*')
  })

  test('may be the encoding', async () => {
    const { report } = await read('a.txt', Buffer.from([0xc4, 0xe0, 0x20, 0xc4, 0xe0]), {
      charset: 'windows-1251',
    })
    expect(report.text).toBe('Да Да')
  })

  test('nulls leave the text its word', async () => {
    const nothing = { title: null, outlet: null, url: null, published: null, language: null }
    const { report } = await read('a.md', markdown, nothing)
    expect(report).toMatchObject({ title: 'Port to reopen', published: '2024-10-23' })
  })
})

describe('refused', () => {
  test.each<[string, string, string | Uint8Array, string]>([
    ['nothing', 'a.txt', '', 'intake/is-empty'],
    ['blanks', 'a.txt', ' \n\t\n', 'intake/is-empty'],
    ['a mark alone', 'a.txt', '\ufeff', 'intake/is-empty'],
    ['front matter alone', 'a.md', '---\ntitle: x\n---\n', 'intake/is-empty'],
    ['a heading alone', 'a.md', '# Port to reopen\n', 'intake/is-empty'],
    ['code alone', 'a.md', '```\nvar x\n```\n', 'intake/is-empty'],
    ['a PDF', 'a.txt', '%PDF-1.7', 'intake/unsupported-type'],
    ['zeros', 'a.txt', new Uint8Array(100), 'intake/unsupported-type'],
  ])('%s', async (_, name, text, code) => {
    await expect(read(name, text)).rejects.toMatchObject({ code, data: { path: name } })
  })

  test('what is larger than the limit, with both numbers', async () => {
    const small = within({ bytes: 10 })
    await expect(
      small.read({ name: 'a.txt', bytes: Buffer.from('Two ships left.') }),
    ).rejects.toMatchObject({
      code: 'intake/too-large',
      data: { path: 'a.txt', bytes: 15, limit: 10 },
    })
    small.close()
  })
})
