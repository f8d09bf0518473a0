/** Tests of the fit of log-linear choices: it learns what decides, and the same from the same. */
import { describe, expect, test } from 'vitest'
import { type Choice, fitWeights } from './log-linear.ts'

const options = { epochs: 20, least: 1, l2: 1e-4, rate: 0.1 }

describe('the fit', () => {
  test('weighs what the right candidates share above what the wrong ones do', () => {
    const choices: Choice[] = Array.from({ length: 30 }, (_, i) => ({
      right: i % 2,
      rows: i % 2 === 0 ? [[['good', 1]], [['bad', 1]]] : [[['bad', 1]], [['good', 1]]],
    }))
    const weights = fitWeights(choices, options)
    expect(weights.get('good')).toBeGreaterThan(0)
    expect(weights.get('bad')).toBeLessThan(0)
  })

  test('gives no sign to what decides nothing', () => {
    const choices: Choice[] = Array.from({ length: 40 }, (_, i) => ({
      right: i % 2,
      rows: [[['same', 1]], [['same', 1]]],
    }))
    expect(Math.abs(fitWeights(choices, options).get('same') ?? 0)).toBeLessThan(1e-6)
  })

  test('leaves rare features out', () => {
    const choices: Choice[] = [{ right: 0, rows: [[['rare', 1]], []] }]
    expect(fitWeights(choices, { ...options, least: 2 }).size).toBe(0)
  })

  test('counts values: twice the value decides with half the weight', () => {
    const of = (value: number): Choice[] =>
      Array.from({ length: 30 }, () => ({ right: 0, rows: [[['x', value]], []] }))
    const one = fitWeights(of(1), options).get('x') ?? 0
    const two = fitWeights(of(2), options).get('x') ?? 0
    expect(one).toBeGreaterThan(0)
    expect(two).toBeLessThan(one)
  })

  test('is the same twice', () => {
    const choices: Choice[] = Array.from({ length: 25 }, (_, i) => ({
      right: i % 3,
      rows: [[[`a${i % 4}`, 1]], [['b', i / 25]], [[`c${i % 2}`, 1]]],
    }))
    expect([...fitWeights(choices, options)]).toEqual([...fitWeights(choices, options)])
  })
})
