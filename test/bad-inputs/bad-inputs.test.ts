/** No input does harm: each gives a typed fault or a report in time (lines: in command-inputs.test.ts). `HEARSAY_BAD_INPUTS=all npx vitest run test/bad-inputs` runs the slow ones too. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { ReportReader } from '../../src/intake/read-report.ts'
import type { BadInput } from './bad-input.ts'
import { htmlInputs } from './html-inputs.ts'
import { lineInputs } from './line-inputs.ts'
import { mutatedInputs } from './mutated-inputs.ts'
import { nameInputs } from './name-inputs.ts'
import { tryInput } from './run-inputs.ts'
import { textInputs } from './text-inputs.ts'

const everything = process.env['HEARSAY_BAD_INPUTS'] === 'all'
const inputs: readonly BadInput[] = [
  ...htmlInputs,
  ...textInputs,
  ...nameInputs,
  ...mutatedInputs(everything ? 120 : 30),
]
const built = existsSync(
  fileURLToPath(new URL('../../dist/src/intake/parser-child.js', import.meta.url)),
)

describe.skipIf(!built)(`bad inputs${built ? '' : ' (skipped: the parser is not built)'}`, () => {
  const reader = new ReportReader()
  afterAll(() => reader.close())
  for (const input of inputs) {
    test.skipIf(input.slow === true && !everything)(
      `${input.family}: ${input.name}`,
      { timeout: 40_000 },
      async () => {
        expect(await tryInput(reader, input)).toBeNull()
      },
    )
  }
})

test('there are at least 300 of them', () => {
  expect(
    htmlInputs.length + textInputs.length + nameInputs.length + lineInputs.length + 120,
  ).toBeGreaterThanOrEqual(300)
  expect(new Set(inputs.map((i) => `${i.family} ${i.name}`)).size).toBe(inputs.length)
})
