/** In order: runs work on many inputs, several at a time, and gives the results in the order of the inputs. */

/** What taking the next input came to. */
type Next<In> =
  | { readonly input: In }
  | { readonly end: true }
  /** The inputs themselves failed; what was started before is still good. */
  | { readonly trouble: unknown }

/**
 * Starts at most `width` at a time, and gives each result as soon as those before it are given, also while the next
 * input is still awaited. When `stopped()` turns true no further input is taken, and what was started is finished.
 * Memory holds `width` inputs at most.
 */
export async function* inOrder<In, Out>(
  inputs: AsyncIterable<In>,
  width: number,
  work: (input: In) => Promise<Out>,
  stopped: () => boolean,
): AsyncGenerator<Out> {
  const source = inputs[Symbol.asyncIterator]()
  const started: Promise<Out>[] = []
  let coming: Promise<Next<In>> | null = null
  let last: Next<In> | null = null
  try {
    for (;;) {
      const open = last === null && !stopped()
      const [first] = started
      if (open && started.length < width) {
        coming ??= nextOf(source)
        const next: Next<In> | null = await (first
          ? Promise.race([coming, settled(first)])
          : coming)
        if (next !== null) {
          coming = null
          if (!('input' in next)) last = next
          else if (!stopped()) started.push(begun(work(next.input)))
          continue
        }
      }
      if (first === undefined) break
      started.shift()
      yield await first
    }
  } finally {
    // An iterator that is still asked for its next input would answer only after that.
    if (coming === null && last === null) await source.return?.()
  }
  if (last !== null && 'trouble' in last && !stopped()) throw last.trouble
}

async function nextOf<In>(source: AsyncIterator<In>): Promise<Next<In>> {
  try {
    const { done, value } = await source.next()
    return done ? { end: true } : { input: value }
  } catch (trouble) {
    return { trouble }
  }
}

/** The rejection is seen when its turn comes; until then it must not end the process. */
function begun<Out>(one: Promise<Out>): Promise<Out> {
  one.catch(() => {})
  return one
}

async function settled(one: Promise<unknown>): Promise<null> {
  await one.catch(() => {})
  return null
}
