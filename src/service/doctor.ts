/** doctor: looks at everything that Hearsay needs and says what is wrong in words. */
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { analysisOf } from '../analysis/analysis-of.ts'
import type { doctor as operation } from '../contract/doctor.ts'
import { Document } from '../document/document.ts'
import { asFault, raise } from '../fault/fault.ts'
import type { Pipeline } from '../pipeline/pipeline.ts'
import type { Context } from './context.ts'
import type { Handler } from './handler.ts'

interface Check {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
}

export const doctor: Handler<typeof operation> = async (context, input) => {
  const checks = [
    nodeCheck(process.versions.node),
    check('data folder', () => writable(context.dataDir)),
    ...(await engineChecks(context)),
    ...ledgerChecks(context, input.full),
  ]
  return { ok: checks.every((c) => c.ok), checks }
}

async function engineChecks(context: Context): Promise<Check[]> {
  const engine = await checkLater('engine', async () => {
    const pipeline = await context.pipeline()
    return `${pipeline.steps.length} stages, all data files there`
  })
  if (!engine.ok) return [engine]
  const pipeline = await context.pipeline()
  return [
    engine,
    await checkLater('profile', () => context.profileNote()),
    ...(pipeline.encoder?.inspect?.() ?? []),
    await checkLater('self-test', async () => selfTest(pipeline)),
  ]
}

/** Reads a sentence of our own and looks for what must be found in it. */
async function selfTest(pipeline: Pipeline): Promise<string> {
  const start = performance.now()
  const doc = await pipeline.read(Document.of(sentence, { published: '2024-10-25' }))
  const { attributions } = analysisOf(doc, { id: 'self-test', publishedFrom: 'given' })
  const words = attributions.flatMap((a) => a.cue).map(([from, to]) => sentence.slice(from, to))
  if (!words.some((w) => w.includes('said')))
    raise('internal/bug', { reason: 'the sentence of the self-test was read wrongly' })
  return `one sentence read as it should be, in ${Math.round(performance.now() - start)} ms`
}

const sentence = 'Two officials in Lisbon said on Monday that the harbour would stay closed.'

function nodeCheck(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const ok = major > 20 || (major === 20 && minor >= 19)
  return { name: 'Node', ok, detail: ok ? version : `${version}; 20.19 or later is needed` }
}

function ledgerChecks(context: Context, full: boolean): Check[] {
  const opened = check('ledger', () => {
    const ledger = context.ledger()
    return `${ledger.path}: ${ledger.reports.count()} reports, ${ledger.claims.count()} claims`
  })
  if (!opened.ok) return [opened]
  const health = context.ledger().health(full)
  return [
    opened,
    {
      name: 'SQLite',
      ok: true,
      detail: `${health.sqlite}, schema ${health.schema}, every commit synced`,
    },
    {
      name: 'full-text search',
      ok: health.fullText,
      detail: health.fullText ? 'FTS5' : 'FTS5 is missing',
    },
    { name: 'ledger file', ok: health.integrity === 'ok', detail: health.integrity },
    ...(full
      ? [
          {
            name: 'stored texts',
            ok: health.damaged.length === 0,
            detail:
              health.damaged.length === 0
                ? 'all have their hash'
                : `damaged: ${health.damaged.slice(0, 20).join(', ')}`,
          },
        ]
      : []),
  ]
}

function check(name: string, look: () => string): Check {
  try {
    return { name, ok: true, detail: look() }
  } catch (thrown) {
    return { name, ok: false, detail: asFault(thrown).message }
  }
}

async function checkLater(name: string, look: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, detail: await look() }
  } catch (thrown) {
    return { name, ok: false, detail: asFault(thrown).message }
  }
}

/** The folder, or the nearest one above it that is there, must take new files. */
function writable(folder: string): string {
  let at = folder
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at)
  try {
    accessSync(at, constants.W_OK | constants.R_OK)
  } catch (cause) {
    raise('ledger/no-access', { path: at }, cause)
  }
  return folder
}
