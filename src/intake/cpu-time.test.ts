/** CPU time: it grows with work and not with waiting, and is not told of what is not there. */
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cpuTimeOf } from './cpu-time.ts'

describe.skipIf(!existsSync('/proc/self/stat'))('the time of a process', () => {
  const own = (): number => cpuTimeOf(process.pid) ?? expect.fail('not told')

  test('grows with its work, about as the process itself counts it', () => {
    const before = own()
    const used = process.cpuUsage()
    while (process.cpuUsage(used).user < 200_000) Math.sqrt(2)
    expect(own() - before).toBeGreaterThanOrEqual(150)
    const { user, system } = process.cpuUsage()
    expect(Math.abs(own() - (user + system) / 1000)).toBeLessThan(1000)
  })

  test.each([undefined, -1, 0, 2 ** 30])('of process %s is not told', (pid) => {
    expect(cpuTimeOf(pid)).toBeNull()
  })
})
