/** The command of any operation that asks once and answers once: flags to input, output to a page or JSON. */
import { userInfo } from 'node:os'
import { fromStrings } from '../contract/fields.ts'
import type { Operation } from '../contract/operation.ts'
import { type CommonFlags, runCommand } from './command.ts'
import { pageOf } from './pages.ts'
import { json } from './terminal.ts'

type Given = Readonly<Record<string, string | readonly string[] | boolean | undefined>>

export async function runOperation(
  operation: Operation,
  positional: readonly (string | undefined)[],
  flags: CommonFlags & Given,
): Promise<void> {
  await runCommand(flags, async ({ hearsay, output }) => {
    const named = Object.fromEntries(operation.positional.map((name, i) => [name, positional[i]]))
    const own = Object.fromEntries(
      Object.keys(operation.input.shape).map((name) => [name, flags[name]]),
    )
    const input = fromStrings(operation, { ...own, ...defined(named) })
    if (operation.kind === 'write' && 'by' in operation.input.shape) input['by'] ??= nameOfUser()
    const answer = await hearsay.call(operation, input)
    await output.line(
      flags.json
        ? json(answer, output.paper.terminal ? 2 : 0)
        : pageOf(operation.name, answer, output.paper),
    )
    return operation.name === 'doctor' && !(answer as { ok: boolean }).ok ? 1 : 0
  })
}

function defined(values: Given): Given {
  return Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined))
}

/** Who decides, where no flag says: the user of this machine. */
function nameOfUser(): string {
  const chosen = process.env['HEARSAY_USER']
  if (chosen) return chosen
  try {
    return userInfo().username || 'reader'
  } catch {
    return 'reader'
  }
}
