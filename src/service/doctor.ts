/** doctor: looks at everything that Hearsay needs and says what is wrong in words. */
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { doctor as operation } from '../contract/doctor.ts'
import { asFault, raise } from '../fault/fault.ts'
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
    await checkLater('engine', async () => {
      const pipeline = await context.pipeline()
      return `${pipeline.stages.length} stages, all data files there`
    }),
    ...ledgerChecks(context, input.full),
  ]
  return { ok: checks.every((c) => c.ok), checks }
}

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
