/** The profile on the command line: chosen by flag or environment, told by doctor, and missing files said plainly. */
import { describe, expect, test } from 'vitest'
import { readerIsHere } from '../data-files.ts'
import { freshFolder } from '../ledger/fixtures.ts'
import { isBuilt, run } from './hearsay-process.ts'

const line = `${JSON.stringify({ id: 'a', text: 'Two officials in Lisbon said on Monday that the harbour would stay closed.' })}\n`
const nowhere = { HEARSAY_READER: '/nowhere', HEARSAY_PROFILE: '' }

describe.skipIf(!isBuilt)('--profile', { timeout: 60_000 }, () => {
  test('of another name is wrong usage', async () => {
    const done = await run(['doctor', '--profile', 'best'], { dataDir: freshFolder() })
    expect([done.status, done.err]).toEqual([2, expect.stringContaining('full or lite')])
  })

  test('full without the reader’s files: each report has its fault, and the way out is said', async () => {
    const done = await run(['analyse', '--jsonl', '--profile', 'full'], {
      dataDir: freshFolder(),
      input: line,
      env: nowhere,
    })
    expect(done.status).toBe(3)
    const { document, fault } = JSON.parse(done.out)
    expect([document.id, fault.code]).toEqual(['a', 'reader/missing'])
    expect(fault.message).toContain('--profile lite')
  })

  test('without the reader’s files reading goes on in lite, and doctor says so', async () => {
    const dataDir = freshFolder()
    const done = await run(['analyse', '--jsonl'], { dataDir, input: line, env: nowhere })
    expect(done.status).toBe(0)
    expect(JSON.parse(done.out).attributions.length).toBe(1)
    const doctor = await run(['doctor', '--json'], { dataDir, env: nowhere })
    const { checks } = JSON.parse(doctor.out)
    expect(checks.find((c: { name: string }) => c.name === 'profile').detail).toContain(
      'not installed',
    )
    expect(checks.find((c: { name: string }) => c.name === 'self-test').ok).toBe(true)
  })

  test.skipIf(!readerIsHere)(
    'full has the encoder in its plan, its files in doctor (skipped without them)',
    async () => {
      const dataDir = freshFolder()
      const plan = await run(['stages', '--no-measure', '--json', '--profile', 'full'], { dataDir })
      expect(JSON.parse(plan.out).stages.map((s: { stage: string }) => s.stage)).toContain('encode')
      const doctor = await run(['doctor', '--json', '--profile', 'full'], { dataDir })
      const { ok, checks } = JSON.parse(doctor.out)
      expect(ok).toBe(true)
      expect(checks.map((c: { name: string }) => c.name)).toContain('en/reader/encoder.onnx')
    },
  )
})
