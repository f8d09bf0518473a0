/** Version: the number in package.json, read without loading anything else. */
import { existsSync, readFileSync } from 'node:fs'

/** "0.1.0"; beside `src` in a checkout, two folders up from `dist/src` in an installed package. */
export function version(): string {
  for (const up of ['../../package.json', '../../../package.json']) {
    const url = new URL(up, import.meta.url)
    if (!existsSync(url)) continue
    const { name, version } = JSON.parse(readFileSync(url, 'utf8')) as Record<string, unknown>
    if (name === 'hearsay' && typeof version === 'string') return version
  }
  return 'unknown'
}
