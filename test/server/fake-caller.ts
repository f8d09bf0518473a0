/** A caller that answers from a table, so that the HTTP face can be tested without a ledger. */
import type { Operation } from '../../src/contract/operation.ts'
import type { Caller } from '../../src/server/api.ts'
import { createApp } from '../../src/server/app.ts'

export interface Call {
  readonly operation: string
  readonly input: unknown
}

/** An app on a fake caller, and the calls it received. */
export function fakeApp(
  answer: (operation: Operation, input: unknown) => unknown,
  workbench: string | null = null,
): { app: ReturnType<typeof createApp>; calls: Call[] } {
  const calls: Call[] = []
  const caller: Caller = {
    async call(operation, input) {
      calls.push({ operation: operation.name, input })
      return answer(operation, input)
    },
    async *stream(operation, input) {
      calls.push({ operation: operation.name, input })
      for (const item of answer(operation, input) as Iterable<unknown>) yield item
    },
  }
  return { app: createApp({ caller, version: '9.9.9', host: '127.0.0.1', workbench }), calls }
}

/** Headers of a request from this machine. */
export const local = { host: '127.0.0.1:4173' }
