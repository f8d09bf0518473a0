/** Takes the pictures of docs/images, when asked to ("npm run pictures"): the example story at two widths, light and dark. */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'vitest'
import { launch } from './browser.ts'
import { serveStory } from './served-story.ts'

const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url))

test.runIf(process.env['HEARSAY_PICTURES'] === '1')(
  'pictures of the workbench',
  async () => {
    mkdirSync(folder, { recursive: true })

    const story = await serveStory(false)
    const browser = await launch()
    const list = (await (await fetch(`${story.url}/api/reports?limit=100`)).json()) as {
      items: { id: string; title: string }[]
    }
    const id = list.items.find((r) => r.title.startsWith('Kyiv'))?.id ?? ''
    const report = (await (await fetch(`${story.url}/api/reports/${id}`)).json()) as {
      analysis: { claims: { id: string; chain: unknown[]; quote: string }[] }
    }
    const claim =
      report.analysis.claims.find((c) => c.chain.length > 1 && /radio/.test(c.quote))?.id ??
      report.analysis.claims.find((c) => c.chain.length > 1)?.id

    const views = [
      ['reports', '/'],
      ['reading', `/reports/${id}?claim=${claim}`],
    ] as const

    for (const [width, height] of [
      [1280, 860],
      [390, 844],
    ] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await browser.newContext({
          viewport: { width, height },
          colorScheme,
          reducedMotion: 'reduce',
        })
        const page = await context.newPage()
        for (const [name, path] of views) {
          await page.goto(story.url + path)
          await page.locator('main h1').waitFor()
          await page.waitForFunction(() => document.querySelector('.waiting') === null)
          await page.waitForTimeout(300)
          await page.screenshot({ path: `${folder}${name}-${width}-${colorScheme}.png` })
        }
        await context.close()
      }
    }
    await browser.close()
    await story.close()
  },
  120_000,
)
