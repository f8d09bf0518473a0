/** Tests of work in order: what is started when, what is given when, and what becomes of it after a stop or trouble. */
import { describe, expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

/** Work whose end the test decides. */
class Desk {
  readonly started: string[] = []
  readonly #ends = new Map<string, { done: (out: string) => void; fail: (why: Error) => void }>()

  readonly work = (input: string): Promise<string> => {
    this.started.push(input)
    return new Promise((done, fail) => {
      this.#ends.set(input, { done, fail })
    })
  }

  finish(input: string): void {
    this.#ends.get(input)?.done(input.toUpperCase())
  }

  fail(input: string): void {
    this.#ends.get(input)?.fail(new Error(`no ${input}`))
  }
}

/** Inputs that come when the test hands them over. */
class Belt implements AsyncIterable<string> {
  readonly #waiting: string[] = []
  #wake: () => void = () => {}
  #ended = false
  returned = false

  put(...inputs: string[]): void {
    this.#waiting.push(...inputs)
    this.#wake()
  }

  end(): void {
    this.#ended = true
    this.#wake()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    try {
      for (;;) {
        const next = this.#waiting.shift()
        if (next !== undefined) yield next
        else if (this.#ended) return
        else
          await new Promise<void>((go) => {
            this.#wake = go
          })
      }
    } finally {
      this.returned = true
    }
  }
}

/** Lets everything that can go on go on. */
async function settle(): Promise<void> {
  for (let i = 0; i < 50; i++) await Promise.resolve()
}

function running(width: number, stopped = () => false) {
  const desk = new Desk()
  const belt = new Belt()
  const given: string[] = []
  const all = (async () => {
    for await (const out of inOrder(belt, width, desk.work, stopped)) given.push(out)
    return given
  })()
  all.catch(() => {})
  return { desk, belt, given, all }
}

describe('in order', () => {
  test('never more than the width at a time', async () => {
    const { desk, belt, given, all } = running(2)
    belt.put('a', 'b', 'c', 'd')
    await settle()
    expect(desk.started).toEqual(['a', 'b'])
    desk.finish('a')
    await settle()
    expect(desk.started).toEqual(['a', 'b', 'c'])
    expect(given).toEqual(['A'])
    belt.end()
    for (const one of ['b', 'c']) desk.finish(one)
    await settle()
    desk.finish('d')
    expect(await all).toEqual(['A', 'B', 'C', 'D'])
  })

  test('what is done early waits for those before it', async () => {
    const { desk, belt, given, all } = running(3)
    belt.put('a', 'b', 'c')
    belt.end()
    await settle()
    desk.finish('c')
    desk.finish('b')
    await settle()
    expect(given).toEqual([])
    desk.finish('a')
    expect(await all).toEqual(['A', 'B', 'C'])
  })

  test('a result is given while the next input is still awaited', async () => {
    const { desk, belt, given, all } = running(4)
    belt.put('a')
    await settle()
    desk.finish('a')
    await settle()
    expect(given).toEqual(['A'])
    belt.put('b')
    await settle()
    expect(desk.started).toEqual(['a', 'b'])
    desk.finish('b')
    belt.end()
    expect(await all).toEqual(['A', 'B'])
  })

  test('no inputs give no results', async () => {
    const { belt, all } = running(2)
    belt.end()
    expect(await all).toEqual([])
  })

  test('after a stop nothing more is taken, what was started is finished', async () => {
    let stop = false
    const { desk, belt, all } = running(2, () => stop)
    belt.put('a', 'b', 'c')
    await settle()
    stop = true
    desk.finish('b')
    desk.finish('a')
    expect(await all).toEqual(['A', 'B'])
    expect(desk.started).toEqual(['a', 'b'])
    expect(belt.returned).toBe(true)
  })

  test('a stop while an input is awaited: that input is not begun when it comes', async () => {
    let stop = false
    const { desk, belt, all } = running(2, () => stop)
    await settle()
    stop = true
    belt.put('late')
    expect(await all).toEqual([])
    expect(desk.started).toEqual([])
  })

  test('work that fails ends it, and the results before it were given', async () => {
    const { desk, belt, given, all } = running(2)
    belt.put('a', 'b', 'c')
    await settle()
    desk.fail('b')
    desk.finish('a')
    await expect(all).rejects.toThrow('no b')
    expect(given).toEqual(['A'])
  })

  test('inputs that fail: what was started is given first, then the trouble', async () => {
    async function* failing(): AsyncGenerator<string> {
      yield 'a'
      throw new Error('the pipe broke')
    }
    const given: string[] = []
    const run = async (stopped: boolean): Promise<void> => {
      given.length = 0
      let stop = false
      const work = async (input: string) => {
        stop = stopped
        return input
      }
      for await (const out of inOrder(failing(), 1, work, () => stop)) given.push(out)
    }
    await expect(run(false)).rejects.toThrow('the pipe broke')
    expect(given).toEqual(['a'])
    await run(true)
    expect(given).toEqual(['a'])
  })

  test('who stops listening closes the inputs', async () => {
    const belt = new Belt()
    belt.put('a', 'b')
    for await (const out of inOrder(
      belt,
      1,
      async (x) => x,
      () => false,
    )) {
      expect(out).toBe('a')
      break
    }
    expect(belt.returned).toBe(true)
  })
})
