/** Serves the example story from a ledger of its own, for the page tests and the pictures of the docs. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { add } from '../../src/contract/add.ts'
import { openHearsay } from '../../src/hearsay.ts'
import { startServer } from '../../src/server/start.ts'

export interface ServedStory {
  readonly url: string
  readonly workbench: boolean
  close(): Promise<void>
}

/** A report whose every field tries to break out of the page. */
export const hostile = {
  id: 'hostile',
  title: '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> \u202egnp.exe',
  outlet: '"><svg onload=window.hacked=1>',
  url: 'javascript:window.hacked=1',
  published: '2024-11-02',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant to look like a template
  text: 'The minister said <script>window.hacked=1</script> was =cmd|calc on Friday. {{7*7}} ${window.hacked=1} Officials said "<b onmouseover=window.hacked=1>nothing</b>" had happened.',
}

/** Adds the example reports, and one hostile one unless told otherwise, and serves them. */
export async function serveStory(withHostile = true): Promise<ServedStory> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hearsay-story-'))
  const hearsay = openHearsay({ dataDir })
  const story = fileURLToPath(new URL('../../examples/troops', import.meta.url))
  const nothing: AsyncIterable<string> = {
    [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }),
  }
  for await (const file of hearsay.files([story], nothing)) {
    if ('content' in file) await hearsay.call(add, { name: file.name, content: file.content })
  }
  if (withHostile) await hearsay.call(add, hostile)
  const server = await startServer({ caller: hearsay, version: 'test', port: 0, host: '127.0.0.1' })
  return {
    url: server.url,
    workbench: server.workbench,
    close: async () => {
      await server.close()
      await hearsay.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
