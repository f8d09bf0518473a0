/** The workbench in a real browser: marks at the right words, keys, the address bar, hostile text, accessibility. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, launch } from './browser.ts'
import { type ServedStory, serveStory } from './served-story.ts'

const missing = chromiumPath === null
if (missing) console.warn('test/web: skipped, since no Chromium was found (set CHROMIUM_PATH)')

interface ReportAnswer {
  analysis: {
    document: { text: string }
    claims: {
      id: string
      from: number
      to: number
      quote: string
      mode: string
      chain: { source?: string | null; attribution?: string }[]
    }[]
    attributions: { id: string; source: [number, number][]; cue: [number, number][] }[]
  }
}

describe.skipIf(missing)('the workbench', () => {
  let story: ServedStory
  let browser: Browser
  let context: BrowserContext
  let page: Page
  const outside: string[] = []

  const ids = new Map<string, string>()
  const json = async <T>(path: string): Promise<T> =>
    (await (await fetch(story.url + path)).json()) as T
  const open = async (path: string): Promise<void> => {
    await page.goto(story.url + path)
    await page.locator('main h1').waitFor()
    await page.waitForFunction(() => document.querySelector('.waiting') === null)
  }
  const reading = (title: string): string => {
    const id = [...ids].find(([t]) => t.includes(title))?.[1]
    if (id === undefined) throw new Error(`no report "${title}"`)
    return `/reports/${id}`
  }

  beforeAll(async () => {
    story = await serveStory()
    if (!story.workbench) throw new Error('the workbench is not built: run "npm run build:web"')
    const list = await json<{ items: { id: string; title: string }[] }>('/api/reports?limit=100')
    for (const r of list.items) ids.set(r.title, r.id)
    browser = await launch()
    context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
    })
    page = await context.newPage()
    page.on('request', (r) => {
      if (!r.url().startsWith(story.url)) outside.push(r.url())
    })
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await story?.close()
  })

  test('lists the reports with outlet and date, and leads to one', async () => {
    await open('/')
    expect(await page.locator('.reports > li').count()).toBe(ids.size)
    await page.getByRole('link', { name: 'US confirms North Korean troops are in Russia' }).click()
    await page.locator('.report-text').waitFor()
    expect(new URL(page.url()).pathname).toBe(reading('US confirms'))
  })

  test('shows the text as it is, with every claim marked at its words', async () => {
    const path = reading('US confirms')
    const { analysis } = await json<ReportAnswer>(`/api${path}`)
    await open(path)
    const squeeze = (s: string): string => s.replace(/\s+/g, '')
    expect(squeeze(await page.locator('.report-text').innerText())).toBe(
      squeeze(analysis.document.text),
    )
    for (const claim of analysis.claims.slice(0, 6)) {
      await open(`${path}?claim=${claim.id}`)
      const lit = await page.locator('.report-text .evidence').allInnerTexts()
      expect(squeeze(lit.join(''))).toBe(squeeze(claim.quote))
      expect(await page.locator('.panel blockquote').innerText()).toBe(
        claim.quote.replace(/\s+/g, ' '),
      )
    }
  }, 60_000)

  test('a chosen claim lights its source and cue, and draws its chain', async () => {
    const path = reading('US confirms')
    const { analysis } = await json<ReportAnswer>(`/api${path}`)
    const claim = analysis.claims.find((c) => c.chain.length > 1)
    const hop = claim?.chain[1]
    const attribution = analysis.attributions.find((a) => a.id === hop?.attribution)
    if (!claim || !attribution) throw new Error('no attributed claim')
    await open(`${path}?claim=${claim.id}`)
    const words = (pairs: [number, number][]): string =>
      pairs
        .map(([a, b]) => analysis.document.text.slice(a, b))
        .join('')
        .replace(/\s+/g, '')
    expect(
      (await page.locator('.report-text .cue').allInnerTexts()).join('').replace(/\s+/g, ''),
    ).toContain(words(attribution.cue))
    expect(
      (await page.locator('.report-text .source').allInnerTexts()).join('').replace(/\s+/g, ''),
    ).toContain(words(attribution.source))
    expect(await page.locator('.chain .hop').count()).toBe(claim.chain.length)
    expect(await page.locator('.chain').innerText()).toContain(hop?.source ?? '')
  })

  test('a click in the text chooses a claim, and the address holds it', async () => {
    await open(reading('US confirms'))
    await page.locator('.report-text .claim').nth(2).click()
    const id = new URL(page.url()).searchParams.get('claim')
    expect(id).toBeTruthy()
    await page.reload()
    await page.locator('.panel').waitFor()
    expect(await page.locator(`.claim-list [aria-pressed="true"]`).count()).toBe(1)
  })

  test('j, k and Escape walk the claims; arrows move in the list; Enter chooses', async () => {
    await open(reading('US confirms'))
    const chosen = (): string | null => new URL(page.url()).searchParams.get('claim')
    await page.keyboard.press('j')
    await page.locator('.panel').waitFor()
    const first = chosen()
    await page.keyboard.press('j')
    await page.waitForFunction(
      (was) => new URLSearchParams(location.search).get('claim') !== was,
      first,
    )
    await page.keyboard.press('k')
    await page.waitForFunction(
      (was) => new URLSearchParams(location.search).get('claim') === was,
      first,
    )
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => !location.search.includes('claim'))
    await page.locator('.claim-list button').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.search.includes('claim'))
    expect(
      await page.locator('.claim-list li:nth-child(2) button').getAttribute('aria-pressed'),
    ).toBe('true')
  })

  test('filters narrow the claims, stand in the address, and can be taken back', async () => {
    const path = reading('US confirms')
    const { analysis } = await json<ReportAnswer>(`/api${path}`)
    await open(path)
    const all = await page.locator('.claim-list li').count()
    expect(all).toBe(analysis.claims.length)
    await page.locator('.reader-filters summary').click()
    await page.locator('.chip.mode-fact').click()
    await page.waitForFunction(() => location.search.includes('mode=fact'))
    const facts = await page.locator('.claim-list li').count()
    expect(facts).toBe(analysis.claims.filter((c) => c.mode === 'fact').length)
    expect(facts).toBeLessThan(all)
    await page.locator('.chip.mode-fact').click()
    await page.waitForFunction(() => !location.search.includes('mode'))
    expect(await page.locator('.claim-list li').count()).toBe(all)
  })

  test('a claim’s values stand beside its words, with a time bar and a map of land that comes with Hearsay', async () => {
    const found = [...ids.values()]
    let path = ''
    for (const id of found) {
      const { analysis } = await json<{
        analysis: {
          times: { edtf: string | null }[]
          places: { lat: number | null; role: string }[]
          claims: { id: string; times: number[]; places: number[] }[]
        }
      }>(`/api/reports/${id}`)
      const claim = analysis.claims.find(
        (c) =>
          c.times.some((t) => /^\d{4}/.test(analysis.times[t]?.edtf ?? '')) &&
          c.places.some((p) => {
            const place = analysis.places[p]
            return place?.lat !== null && place?.role !== 'metonym'
          }),
      )
      if (claim) path = `/reports/${id}?claim=${claim.id}`
    }
    await open(path)
    const panel = page.locator('.panel')
    await panel.getByRole('img', { name: /^On a line of days: “/ }).waitFor()
    const map = panel.getByRole('img', { name: /^Map: / })
    await map.waitFor()
    await expect
      .poll(async () => ((await map.locator('.land').getAttribute('d')) ?? '').length)
      .toBeGreaterThan(1000)
    expect(await panel.locator('.value q').count()).toBeGreaterThan(1)
  }, 60_000)

  test('the other claims on one word can be seen alone, and all again', async () => {
    const path = reading('US confirms')
    const { analysis } = await json<ReportAnswer>(`/api${path}`)
    const austin = analysis.claims.filter((c) =>
      c.chain.some((hop) => hop.source?.includes('Austin')),
    )
    await open(`${path}?claim=${austin[0]?.id}`)
    const items = page.locator('.claim-list li')
    const all = await items.count()
    await page.getByRole('button', { name: /other claims? here on this word/ }).click()
    await expect.poll(() => items.count()).toBe(austin.length)
    expect(new URL(page.url()).searchParams.get('source')).toBeTruthy()
    await page.getByRole('button', { name: /show all again/ }).click()
    await expect.poll(() => items.count()).toBe(all)
  })

  test('the name in a chain leads to the page of the source', async () => {
    const path = reading('US confirms')
    const { analysis } = await json<ReportAnswer>(`/api${path}`)
    const claim = analysis.claims.find((c) => c.chain.some((hop) => hop.source === 'Lloyd Austin'))
    await open(`${path}?claim=${claim?.id}`)
    await page.locator('.chain').getByRole('link', { name: 'Lloyd Austin' }).click()
    await expect.poll(() => page.locator('main h1').innerText()).toBe('Lloyd Austin')
  })

  test('closing the panel by key gives the focus back to the claim in the list', async () => {
    await open(reading('US confirms'))
    await page.locator('.claim-list button').nth(2).click()
    await page.locator('.panel').getByRole('button', { name: 'Close the claim' }).focus()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.panel').count()).toBe(0)
    await expect
      .poll(() =>
        page
          .locator('.claim-list button')
          .nth(2)
          .evaluate((b) => b === document.activeElement),
      )
      .toBe(true)
  })

  test('hedges are marked where they stand', async () => {
    const path = reading('US confirms')
    const { analysis } = await json<{
      analysis: { claims: { certainty: { words: string[] } }[] }
    }>(`/api${path}`)
    const words = analysis.claims.flatMap((c) => c.certainty.words.map((w) => w.toLowerCase()))
    await open(path)
    const marked = (await page.locator('.report-text .hedge').allInnerTexts()).join(' ')
    expect(words.length).toBeGreaterThan(0)
    for (const w of words) expect(marked.toLowerCase()).toContain(w)
  })

  test('search finds words in reports and claims', async () => {
    await open('/')
    await page.getByRole('searchbox').fill('Vladivostok')
    await page.keyboard.press('Enter')
    await page.locator('.snippet mark').first().waitFor()
    expect(new URL(page.url()).searchParams.get('query')).toBe('Vladivostok')
    expect((await page.locator('.snippet mark').first().innerText()).toLowerCase()).toBe(
      'vladivostok',
    )
    expect(await page.locator('.claim-row').count()).toBeGreaterThan(0)
  })

  test('claims can be filtered from the address bar', async () => {
    await open('/claims?mode=forecast')
    const shown = await page.locator('.claim-row').count()
    const { total } = await json<{ total: number }>('/api/claims?mode=forecast')
    expect(shown).toBe(Math.min(200, total))
    expect(await page.locator('#filter-mode').inputValue()).toBe('forecast')
  })

  test('hostile text is shown and never run, in every page that shows it', async () => {
    const id = [...ids].find(([t]) => t.startsWith('<img'))?.[1] ?? ''
    for (const path of ['/', `/reports/${id}`, '/claims', '/search?query=minister', '/sources']) {
      await open(path)
      expect(
        await page.evaluate(() => (window as unknown as { hacked?: number }).hacked),
      ).toBeUndefined()
      expect(
        await page.locator('main img, main svg, main script, main b[onmouseover]').count(),
      ).toBe(0)
    }
    await open(`/reports/${id}`)
    expect(await page.locator('h1').innerText()).toContain('<script>window.hacked=1</script>')
    expect(await page.locator('main a[href^="javascript:"]').count()).toBe(0)
  })

  test('an unknown report says so, with its code', async () => {
    await page.goto(`${story.url}/reports/none`)
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('ledger/no-such')
  })

  test('nothing is loaded from elsewhere', () => {
    expect(outside).toEqual([])
  })

  describe.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('at %i px in %s', (width, colorScheme) => {
    test('axe finds nothing, and nothing runs over the side', async () => {
      await page.setViewportSize({ width, height: 860 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const path = reading('First clashes')
      const { analysis } = await json<ReportAnswer>(`/api${path}`)
      const claim = analysis.claims.find((c) => c.chain.length > 1)?.id ?? ''
      const { items } = await json<{ items: { id: string }[] }>('/api/sources?limit=1')
      const both = [path, `${path}?claim=${claim}`]
      const lists = [
        '/claims',
        '/sources',
        `/sources/${items[0]?.id}`,
        '/search?query=Kursk',
        '/about',
        '/docs',
      ]
      // every page once at each width and once in each scheme; the reading page in all four
      const paths = ['/', ...both, ...((width === 1280) === (colorScheme === 'light') ? lists : [])]
      for (const p of paths) {
        await open(p)
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map((v) => `${p}: ${v.id} ${v.nodes[0]?.target.join(' ')}`)).toEqual([])
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
          p,
        ).toBe(true)
      }
    }, 300_000)
  })
})
