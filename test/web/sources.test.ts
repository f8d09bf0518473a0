/** The page of a source: saying that two are one or two, what could be the same; and a wrong address. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations as o } from '../../src/contract/operations.ts'
import { type Hearsay, openHearsay } from '../../src/hearsay.ts'
import { type RunningServer, startServer } from '../../src/server/start.ts'
import { chromiumPath, launch } from './browser.ts'

const given = [
  {
    id: 'wire',
    outlet: 'Harbour Wire',
    published: '2024-10-23',
    text: 'The port will reopen on Monday, Mayor Ines Costa said. Two officials said repairs may take longer.',
  },
  {
    id: 'lantern',
    outlet: 'Daily Lantern',
    published: '2024-10-24',
    text: '"We have signed nothing," the union leader, Pedro Lima, told reporters. Two officials said talks would go on.',
  },
]

describe.skipIf(chromiumPath === null)('sources', { timeout: 60_000 }, () => {
  let hearsay: Hearsay
  let server: RunningServer
  let browser: Browser
  let page: Page
  const dataDir = mkdtempSync(join(tmpdir(), 'hearsay-sources-'))
  const open = async (path: string): Promise<void> => {
    await page.goto(server.url + path)
    await page.locator('main h1').waitFor()
  }
  const main = (): Promise<string> => page.locator('main').innerText()

  beforeAll(async () => {
    hearsay = openHearsay({ dataDir, profile: 'lite' })
    for (const r of given) await hearsay.call(o.add, r)
    server = await startServer({ caller: hearsay, version: 'test', port: 0, host: '127.0.0.1' })
    if (!server.workbench) throw new Error('the workbench is not built: run "npm run build:web"')
    browser = await launch()
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await hearsay?.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('are said to be one and two again, with reasons, on their page', async () => {
    await open(`/sources/${encodeURIComponent('Pedro Lima')}`)
    await page.getByText('The same as another source…').click()
    await page.getByLabel('The other source: its name or id').fill('nobody of this name')
    await page.getByLabel('Why').fill('a trial')
    await page.getByRole('button', { name: 'They are one' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('nobody of this name')
    await page.getByLabel('The other source: its name or id').fill('Ines Costa')
    await page.getByLabel('Why').fill('one person under two names')
    await page.getByLabel('Who decides').fill('mia')
    await page.getByRole('button', { name: 'They are one' }).click()
    await expect.poll(() => page.locator('main h1').innerText()).toBe('Ines Costa')
    await expect.poll(main).toContain('one person under two names')
    await page.getByText('They are two…').click()
    await page.locator('.decided').getByLabel('Why').fill('they are not')
    await page.getByRole('button', { name: 'They are two' }).click()
    await expect.poll(() => page.locator('main h1').innerText()).toBe('Pedro Lima')
    const { items } = await hearsay.call(o.reviews, {})
    expect(items.map((w) => `${w.act} ${w.by} ${w.note}`)).toEqual([
      'split reader they are not',
      'merge mia one person under two names',
    ])
  })

  test('that are not named are told what could be the same, and stay two', async () => {
    const { items } = await hearsay.call(o.sources, { name: 'officials' })
    expect(items.length).toBeGreaterThan(1)
    await open(`/sources/${items[0]?.id}`)
    await page.getByRole('heading', { name: 'Could be the same' }).waitFor()
    expect(await main()).toContain('the same words')
  })

  test('a wrong address is told as a page that leads on', async () => {
    const response = await page.goto(`${server.url}/nowhere`)
    expect(response?.status()).toBe(404)
    await page.getByRole('heading', { name: 'No such page' }).waitFor()
    await page.getByRole('link', { name: 'Go to the reports' }).click()
    await page.locator('.reports').waitFor()
  })
})
