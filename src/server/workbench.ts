/** The built workbench: its page for every address of a page, and its files by their hashed names. */

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

/** Where the build puts the workbench, seen from the built and from the source tree; null when it was not built. */
export function workbenchFolder(): string | null {
  for (const candidate of ['../../web/', '../../dist/web/']) {
    const folder = fileURLToPath(new URL(candidate, import.meta.url))
    if (existsSync(join(folder, 'index.html')) && existsSync(join(folder, 'assets'))) return folder
  }
  return null
}

/** A file of the workbench, or null: names with `..` never leave the folder. */
export async function workbenchFile(folder: string, path: string): Promise<Response | null> {
  const file = normalize(join(folder, path))
  const type = types[extname(file)]
  if (!file.startsWith(folder.endsWith(sep) ? folder : folder + sep) || type === undefined)
    return null
  try {
    const hashed = path.startsWith('/assets/')
    return new Response(new Uint8Array(await readFile(file)), {
      headers: {
        'content-type': type,
        'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
    })
  } catch {
    // a missing file is the caller's 404, not an error of ours
    return null
  }
}
