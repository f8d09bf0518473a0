/** Tests of the bins, the error and the two ways in which calibration is shown. */
import { describe, expect, it } from 'vitest'
import { binsOf, calibrationError, calibrationPage, calibrationPlot } from './calibration.ts'

const of = (probability: number, right: number, wrong: number) => [
  ...Array.from({ length: right }, () => ({ probability, right: true })),
  ...Array.from({ length: wrong }, () => ({ probability, right: false })),
]

describe('calibration', () => {
  it('is without error where as many are right as was stated', () => {
    const list = binsOf([...of(0.75, 3, 1), ...of(0.25, 1, 3)])
    expect(list.map((b) => b.count)).toEqual([4, 4])
    expect(calibrationError(list)).toBe(0)
  })

  it('weighs each bin by its count', () => {
    const list = binsOf([...of(0.9, 0, 1), ...of(0.5, 1, 1), ...of(0.5, 1, 1)])
    expect(calibrationError(list)).toBeCloseTo(0.9 / 5)
  })

  it('puts certainty into the last bin and nothing into the first', () => {
    const list = binsOf([...of(1, 1, 0), ...of(0, 0, 1)])
    expect(list.map((b) => b.from)).toEqual([0, 0.9])
    expect(calibrationError(list)).toBe(0)
  })

  it('takes an edge for the bin above it', () => {
    expect(binsOf(of(0.3, 1, 0))[0]?.from).toBeCloseTo(0.3)
  })

  it('has no bins and no error for nothing', () => {
    expect(binsOf([])).toEqual([])
    expect(calibrationError([])).toBe(0)
  })

  it('leaves the error between 0 and 1 whatever is stated', () => {
    for (let k = 0; k <= 10; k++) {
      const error = calibrationError(binsOf([...of(k / 10, k, 3), ...of(0.5, 2, k)]))
      expect(error).toBeGreaterThanOrEqual(0)
      expect(error).toBeLessThanOrEqual(1)
    }
  })

  it('is told in a table with a row a bin', () => {
    const page = calibrationPage(binsOf([...of(0.85, 17, 3), ...of(0.15, 1, 9)]), 'two articles')
    expect(page).toContain('two articles')
    expect(page).toContain('| 0.8 to 0.9 |    20 |   85.0 |  85.0 |')
    expect(page).toContain('| 0.1 to 0.2 |    10 |   15.0 |  10.0 |')
    expect(page).toContain('Expected calibration error: 1.7 %.')
  })

  it('is drawn as a point a bin inside of the frame', () => {
    const plot = calibrationPlot(binsOf([...of(1, 5, 0), ...of(0, 0, 5), ...of(0.5, 1, 1)]))
    expect(plot.match(/<circle /g)).toHaveLength(3)
    for (const [, at] of plot.matchAll(/c[xy]="([0-9.]+)"/g)) {
      expect(Number(at)).toBeGreaterThanOrEqual(40)
      expect(Number(at)).toBeLessThanOrEqual(360)
    }
    expect(plot.startsWith('<svg ')).toBe(true)
    expect(plot.endsWith('</svg>\n')).toBe(true)
  })
})
