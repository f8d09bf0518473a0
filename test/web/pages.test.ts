/** Every page of the workbench over a small ledger of its own: what a reader sees, where links lead, what the address bar holds. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations as o } from '../../src/contract/operations.ts'
import { type Hearsay, openHearsay } from '../../src/hearsay.ts'
import { type RunningServer, startServer } from '../../src/server/start.ts'
import { chromiumPath, launch } from './browser.ts'

const missing = chromiumPath === null
const port =
  'The port of Lindhaven will reopen on Monday, the harbour master Ana Pereira said. ' +
  'Two officials said repairs may take longer. Nobody was hurt. About 1,200 containers are waiting.'
const given = [
  {
    id: 'wire',
    title: 'Port to reopen',
    outlet: 'Harbour Wire',
    published: '2024-10-23',
    url: 'https://wire.example/port',
    text: port,
  },
  {
    id: 'wire-later',
    title: 'Port to reopen, two hurt',
    outlet: 'Harbour Wire',
    published: '2024-10-24',
    url: 'https://wire.example/port',
    text: port.replace('Nobody was', 'Two people were'),
  },
  {
    id: 'lantern',
    title: 'Union denies deal',
    outlet: 'Daily Lantern',
    published: '2024-10',
    text: 'The dockers’ union denied that it had agreed. "We have signed nothing," its leader, Pedro Lima, told reporters.',
  },
  {
    id: 'bare',
    text: 'The crane of Lindhaven fell on Sunday, Mayor Ines Costa said.',
  },
  {
    id: 'phare',
    title: 'Le port rouvre',
    outlet: 'Le Phare',
    published: '2024-10-25',
    language: 'fr',
    text: 'Le port de Lindhaven rouvrira lundi, selon la capitainerie.',
  },
  {
    id: 'long',
    title: 'Tout le registre',
    outlet: 'Le Phare',
    published: '2024-10-26',
    language: 'fr',
    name: 'long.txt',
    content: Buffer.from('Le port de Lindhaven rouvrira lundi. '.repeat(60_000)).toString('base64'),
  },
] as const

describe.skipIf(missing)('the pages', { timeout: 60_000 }, () => {
  let hearsay: Hearsay
  let server: RunningServer
  let browser: Browser
  let page: Page
  const dataDir = mkdtempSync(join(tmpdir(), 'hearsay-pages-'))
  const ids: Record<string, string> = {}

  const open = async (path: string): Promise<void> => {
    await page.goto(server.url + path)
    await page.locator('main h1').waitFor()
    await page.waitForFunction(() => document.querySelector('.waiting') === null)
  }
  const address = (): string => {
    const { pathname, search } = new URL(page.url())
    return decodeURIComponent(pathname + search)
  }
  const goneTo = (part: string): Promise<unknown> =>
    page.waitForFunction((p) => decodeURIComponent(location.href).includes(p), part)
  const main = (): Promise<string> => page.locator('main').innerText()
  const titles = (): Promise<string[]> => page.locator('.reports h2').allInnerTexts()

  beforeAll(async () => {
    hearsay = openHearsay({ dataDir, profile: 'lite' })
    server = await startServer({ caller: hearsay, version: 'test', port: 0, host: '127.0.0.1' })
    if (!server.workbench) throw new Error('the workbench is not built: run "npm run build:web"')
    browser = await launch()
    page = await browser.newPage({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
    })
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await hearsay?.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  describe('before anything is added', () => {
    test('the list says how to begin', async () => {
      await open('/')
      expect(await main()).toContain('0 reports')
      expect(await main()).toContain('hearsay add FILE')
    })

    test.each([
      ['/claims', '0 claims'],
      ['/sources', '0 sources'],
      ['/search?query=port', '0 reports and 0 claims with “port”'],
    ])('%s is empty and says so', async (path, words) => {
      await open(path)
      expect(await main()).toContain(words)
    })
  })

  describe('the reports', () => {
    beforeAll(async () => {
      for (const r of given) ids[r.id] = (await hearsay.call(o.add, r)).id
    }, 120_000)

    test('stand newest first, those without a date last', async () => {
      await open('/')
      await expect
        .poll(titles)
        .toEqual([
          'Tout le registre',
          'Le port rouvre',
          'Port to reopen, two hurt',
          'Port to reopen',
          'Union denies deal',
          'Without a title',
        ])
    })

    test('say what a reader must know of each', async () => {
      await open('/')
      const rows = await page.locator('.reports > li').allInnerTexts()
      const row = (title: string): string => rows.find((r) => r.includes(title)) ?? ''
      expect(row('Port to reopen, two hurt')).toContain('a later version of an earlier report')
      expect(row('Le port rouvre')).toContain('Language fr: kept, not read')
      expect(row('Tout le registre')).toContain('only a part was read')
      expect(row('Without a title')).toContain('unknown outlet')
      expect(row('Without a title')).toContain('no date')
      expect(row('Union denies deal')).toContain('Oct 2024')
      expect(row('Port to reopen\n')).toMatch(/\d claims in \d+ words/)
    })

    test('are narrowed by words, outlet and order, and the address holds all of it', async () => {
      await open('/')
      await page.locator('#filter-outlet').fill('harbour wire')
      await page.keyboard.press('Enter')
      await goneTo('outlet=harbour')
      await page.locator('.reports > li').nth(2).waitFor({ state: 'detached' })
      await expect.poll(titles).toEqual(['Port to reopen, two hurt', 'Port to reopen'])
      await page.locator('#filter-sort').selectOption('oldest')
      await goneTo('sort=oldest')
      await page.waitForFunction(
        () => document.querySelector('.reports h2')?.textContent === 'Port to reopen',
      )
      await page.locator('#filter-text').fill('people')
      await page.keyboard.press('Tab')
      await goneTo('text=people')
      await page.locator('.reports > li').nth(1).waitFor({ state: 'detached' })
      await expect.poll(titles).toEqual(['Port to reopen, two hurt'])
      await page.reload()
      await page.locator('.reports > li').first().waitFor()
      await expect.poll(titles).toEqual(['Port to reopen, two hurt'])
      expect(await page.locator('#filter-sort').inputValue()).toBe('oldest')
    })

    test('a filter that nothing matches shows none, and going back is one step', async () => {
      await open('/about')
      await page.getByRole('link', { name: 'Reports', exact: true }).click()
      await page.locator('.reports > li').first().waitFor()
      await page.locator('#filter-text').fill('zeppelin')
      await page.keyboard.press('Enter')
      await goneTo('text=zeppelin')
      await page.waitForFunction(() => document.body.innerText.includes('0 reports'))
      await page.goBack()
      await goneTo('/about')
    })
  })

  describe('the reading page', () => {
    test('of a report in another language shows its text and says why it has no claims', async () => {
      await open(`/reports/${ids['phare']}`)
      expect(await main()).toContain('Hearsay does not analyse this language yet (fr)')
      expect(await page.locator('.report-text').innerText()).toContain('selon la capitainerie')
      expect(await main()).toContain('0 claims')
    })

    test('of a report that was cut says where', async () => {
      await open(`/reports/${ids['long']}`)
      expect(await main()).toContain('Only a part was read: the end of the text')
    })

    test('of a report without title, outlet and date names the lack', async () => {
      await open(`/reports/${ids['bare']}`)
      expect(await page.locator('h1').innerText()).toBe('Without a title')
      expect(await main()).toContain('unknown outlet')
      expect(await main()).toContain('no date')
    })

    test('is reached by the id that the report was given', async () => {
      await open('/reports/wire')
      expect(await page.locator('h1').innerText()).toBe('Port to reopen')
      expect(await page.title()).toBe('Port to reopen - Hearsay')
    })

    test('says where the report and its date come from', async () => {
      await open('/reports/wire')
      await page.getByText('About this report').click()
      const about = await page.locator('.about-report').innerText()
      expect(about).toContain('https://wire.example/port')
      expect(about).toContain('23 Oct 2024, from given (it was given)')
      expect(about).toMatch(/[0-9a-f]{64}/)
      // An address from a report is words, not a way out of the workbench.
      expect(await page.locator('.about-report a').count()).toBe(0)
    })

    test('of an unknown claim shows the report with none chosen', async () => {
      await open('/reports/wire?claim=c404')
      expect(await page.locator('.panel').count()).toBe(0)
      expect(await page.locator('.claim-list li').count()).toBeGreaterThan(2)
    })

    test('values that are no filter are passed over', async () => {
      await open('/reports/wire?mode=rumour&voice=choir&colour=red')
      expect(await page.locator('.claim-list li').count()).toBeGreaterThan(2)
    })

    test('a filter from the address is pressed and narrows the list', async () => {
      await open('/reports/wire?voice=anonymous')
      const chip = page.locator('.chip.voice-anonymous')
      expect(await chip.getAttribute('aria-pressed')).toBe('true')
      const rows = await page.locator('.claim-list .who').allInnerTexts()
      expect(rows.length).toBeGreaterThan(0)
      for (const who of rows) expect(who).toMatch(/officials/i)
    })

    test('the panel says mode, certainty, quantity and rules, and is closed by its button', async () => {
      await open('/reports/wire')
      await page.locator('.claim-list button', { hasText: 'containers' }).click()
      const panel = page.locator('.panel')
      await panel.waitFor()
      expect(await panel.innerText()).toContain('about 1,200')
      await panel.getByText('Why').click()
      expect(await panel.innerText()).toMatch(/mode\s+claim\/[A-Z]+\d+@\d+/)
      await panel.getByRole('button', { name: 'Close the claim' }).click()
      await page.waitForFunction(() => document.querySelector('.panel') === null)
      expect(address()).not.toContain('claim=')
    })

    test('letters typed into the search box choose no claim', async () => {
      await open('/reports/wire')
      await page.getByRole('searchbox').fill('')
      await page.getByRole('searchbox').pressSequentially('jjk')
      expect(address()).not.toContain('claim=')
      expect(await page.getByRole('searchbox').inputValue()).toBe('jjk')
    })

    test('keys walk to the last claim and stay there', async () => {
      await open('/reports/bare')
      const n = await page.locator('.claim-list li').count()
      for (let i = 0; i < n + 2; i++) await page.keyboard.press('j')
      await page.locator(`.claim-list li:nth-child(${n}) [aria-pressed="true"]`).waitFor()
    })

    test('on a phone the chosen claim is in sight', async () => {
      await page.setViewportSize({ width: 390, height: 800 })
      try {
        await open('/reports/wire')
        await page.locator('.report-text .claim').first().click()
        await page.locator('.panel').waitFor()
        const box = await page.locator('.panel').boundingBox()
        expect(box?.y ?? 800).toBeLessThan(800)
        expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390)
      } finally {
        await page.setViewportSize({ width: 1280, height: 900 })
      }
    })
  })

  describe('claims', () => {
    test('lead to their words in their report', async () => {
      await open('/claims')
      const words = await page.locator('.claim-row blockquote').first().innerText()
      await page.locator('.claim-row blockquote a').first().click()
      await page.locator('.panel blockquote').waitFor()
      expect(address()).toMatch(/^\/reports\/r[0-9a-f]+\?claim=c[0-9a-f]+$/)
      expect(await page.locator('.panel blockquote').innerText()).toBe(words)
    })

    test('lead to their source', async () => {
      await open('/claims?text=nothing')
      await page.locator('.claim-row .quiet a').first().click()
      await goneTo('/sources/')
      await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Pedro Lima')
    })

    test('an address of one leads to its report', async () => {
      const [claim] = (await hearsay.call(o.claims, { report: 'lantern' })).items
      await page.goto(`${server.url}/claims/${claim?.id}`)
      await page.locator('.panel').waitFor()
      expect(address()).toBe(`/reports/${ids['lantern']}?claim=${claim?.id}`)
    })

    test('a day that no calendar has is told in words', async () => {
      await open('/claims')
      await page.locator('#filter-after').fill('2024-02-31')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
      const alert = await page.getByRole('alert').innerText()
      expect(alert).toContain('2024-02-31 is not a date')
      expect(alert).toContain('intake/bad-date')
      await page.locator('#filter-after').fill('2024-10-24')
      await page.keyboard.press('Enter')
      await page.locator('.claim-row').first().waitFor()
      expect(await page.locator('.claim-row').count()).toBeGreaterThan(0)
    })

    test.each([
      ['voice=anonymous', /officials|union/],
      ['source=Pedro Lima', /signed nothing/],
      ['certainty=possibility', /may/],
      ['text=containers', /1,200 containers/],
    ])('?%s', async (query, words) => {
      await open(`/claims?${query}`)
      const rows = await page.locator('.claim-row').allInnerTexts()
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) expect(row).toMatch(words)
    })
  })

  describe('sources', () => {
    test('are listed with their counts, and lead to their page', async () => {
      await open('/sources')
      const row = page.locator('.sources li', { hasText: 'Ana Pereira' })
      expect(await row.innerText()).toMatch(/person · \d claims? in 2 reports/)
      await row.getByRole('link').click()
      await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Ana Pereira')
      const words = await main()
      expect(words).toContain('23 Oct 2024 to 24 Oct 2024')
      expect(words).toContain('Harbour Wire')
      expect(await page.locator('.claim-row').count()).toBe(2)
      expect(await page.title()).toBe('Ana Pereira - Hearsay')
    })

    test('are narrowed by name and kind', async () => {
      await open('/sources?name=lima')
      expect(await page.locator('.sources li').count()).toBe(1)
      await open('/sources?type=person&sort=name')
      const names = await page.locator('.sources a').allInnerTexts()
      expect(names).toEqual([...names].sort())
      expect(names).toContain('Pedro Lima')
    })

    test('an unknown one says so, with its code', async () => {
      await page.goto(`${server.url}/sources/s404`)
      await page.getByRole('alert').first().waitFor()
      expect(await page.getByRole('alert').first().innerText()).toContain('ledger/no-such')
    })
  })

  test('claims are narrowed by event and by the days of the event', async () => {
    await open('/claims')
    const all = await page.locator('.claim-row').count()
    await page.locator('#filter-clock').selectOption('event')
    await goneTo('clock=event')
    await page.locator('#filter-after').fill('2024-10')
    await page.locator('#filter-after').press('Enter')
    await goneTo('after=2024-10')
    const wanted = await hearsay.call(o.claims, { clock: 'event', after: '2024-10' })
    expect(wanted.total).toBeLessThan(all)
    await expect.poll(() => page.locator('.claim-row').count()).toBe(wanted.total)
    await page.locator('#filter-event').selectOption({ label: 'retreat' })
    await goneTo('event=RETREAT')
  })

  describe('search', () => {
    test('without words says how to search', async () => {
      await open('/search')
      expect(await main()).toContain('end* for beginnings')
    })

    test('marks the words in reports of every language', async () => {
      await open('/search?query=lindhaven')
      const marks = await page.locator('.snippet mark').allInnerTexts()
      expect(new Set(marks.map((m) => m.toLowerCase()))).toEqual(new Set(['lindhaven']))
      expect(await page.title()).toBe('Search: lindhaven - Hearsay')
    })

    test.each(['"signed nothing"', 'contain*', 'PEREIRA', 'nothing signed'])(
      'finds %s from the box in the head',
      async (query) => {
        await open('/about')
        await page.getByRole('searchbox').fill(query)
        await page.keyboard.press('Enter')
        await goneTo('/search?query=')
        await page.locator('.claim-row, .reports > li').first().waitFor()
        expect(new URL(page.url()).searchParams.get('query')).toBe(query)
      },
    )

    test.each(['"', ')(', '<b>', '%', 'AND OR NOT'])('%s is no trouble', async (query) => {
      await open(`/search?query=${encodeURIComponent(query)}`)
      expect(await page.getByRole('alert').count()).toBe(0)
      expect(await main()).toContain('0 reports and 0 claims')
    })
  })

  describe('every page', () => {
    test.each([
      ['/', 'Reports - Hearsay'],
      ['/reports', 'Reports - Hearsay'],
      ['/claims', 'Claims - Hearsay'],
      ['/sources', 'Sources - Hearsay'],
      ['/search', 'Search - Hearsay'],
      ['/about', 'About - Hearsay'],
    ])('%s has its title and a twin in JSON', async (path, title) => {
      await open(path)
      expect(await page.title()).toBe(title)
      const twin = await page.getByRole('link', { name: 'This page as JSON' }).getAttribute('href')
      const answer = await fetch(server.url + twin)
      if (path === '/about' || path === '/search') return
      expect(answer.status).toBe(200)
      expect(await answer.json()).toMatchObject({ total: expect.any(Number) })
    })

    test('the twin of a filtered page is filtered', async () => {
      await open('/claims?source=Pedro%20Lima')
      const twin = await page.getByRole('link', { name: 'This page as JSON' }).getAttribute('href')
      const { total } = (await (await fetch(server.url + twin)).json()) as { total: number }
      expect(await page.locator('.claim-row').count()).toBe(total)
    })

    test('the navigation names the page that is shown', async () => {
      for (const [path, words] of [
        ['/claims', 'Claims'],
        ['/sources', 'Sources'],
        ['/about', 'About'],
      ] as const) {
        await open(path)
        const here = await page.locator('nav [aria-current="page"]').allInnerTexts()
        expect(here).toEqual([words])
      }
    })

    test('the first Tab leads to the text', async () => {
      await open('/')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
        'Skip to the text',
      )
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    })

    test('a new page takes the focus, as a real load would', async () => {
      await open('/')
      await page.getByRole('link', { name: 'Claims', exact: true }).click()
      await page.waitForFunction(() => document.activeElement?.id === 'main')
    })

    test('the plan of the engine stands on the page about it', async () => {
      await open('/about')
      const stages = await page.locator('tbody th').allInnerTexts()
      expect(stages[0]).toBe('segment')
      expect(stages.at(-1)).toBe('claim')
    })
  })

  test('a server that has gone is told on the page', async () => {
    await open('/claims')
    await page.route('**/api/**', (route) => route.abort())
    await page.locator('#filter-text').fill('port')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor({ timeout: 30_000 })
    expect(await page.getByRole('alert').innerText()).not.toBe('')
    await page.unroute('**/api/**')
  })
})
