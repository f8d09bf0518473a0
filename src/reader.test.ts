/** Tests of the reader: which profile reads, and why. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readerIsHere } from '../test/data-files.ts'
import type { Fault } from './fault/fault.ts'
import { chooseProfile, loadPipeline, profileNote } from './reader.ts'

const kept = { profile: process.env['HEARSAY_PROFILE'], reader: process.env['HEARSAY_READER'] }

function setTo(name: 'HEARSAY_PROFILE' | 'HEARSAY_READER', value: string | undefined): void {
  if (value === undefined) delete process.env[name]
  else process.env[name] = value
}

describe('the profile', () => {
  beforeEach(() => setTo('HEARSAY_PROFILE', undefined))
  afterEach(() => {
    setTo('HEARSAY_PROFILE', kept.profile)
    setTo('HEARSAY_READER', kept.reader)
  })

  test('is what was asked for, then what the environment says', () => {
    setTo('HEARSAY_PROFILE', 'lite')
    expect(chooseProfile()).toEqual({ profile: 'lite', asked: true })
    expect(chooseProfile('full')).toEqual({ profile: 'full', asked: true })
  })

  test('is lite where the trained reader is not, and the note says why', () => {
    setTo('HEARSAY_READER', '/nowhere')
    expect(chooseProfile()).toEqual({ profile: 'lite', asked: false })
    expect(profileNote()).toContain('not installed')
    expect(profileNote('lite')).toContain('as asked')
    expect(loadPipeline().encoder).toBe(null)
  })

  test('full without the reader’s files is a fault', () => {
    setTo('HEARSAY_READER', '/nowhere')
    expect(codeOf(() => loadPipeline('full'))).toBe('reader/missing')
  })

  test('of another name is a fault', () => {
    expect(codeOf(() => chooseProfile('best'))).toBe('input/invalid')
    setTo('HEARSAY_PROFILE', 'best')
    expect(codeOf(() => chooseProfile())).toBe('input/invalid')
  })

  test.skipIf(!readerIsHere)(
    'is full where the reader’s files are (skipped where they are not)',
    () => {
      expect(chooseProfile()).toEqual({ profile: 'full', asked: false })
      const pipeline = loadPipeline()
      expect(pipeline.signature).toMatch(/ tokenize@\d+ encode@\d+ tag@\d+ /)
    },
  )
})

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'none'
  } catch (thrown) {
    return (thrown as Fault).code
  }
}
