/** A headless browser for the page tests: the system's Chromium, kept from the network. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where a Chromium stands on this machine, or null. */
export const chromiumPath: string | null =
  [process.env['CHROMIUM_PATH'] ?? '', ...places].find((p) => p !== '' && existsSync(p)) ?? null

/** Starts it; flags keep it from looking up hosts of its own. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath ?? '',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  })
}
