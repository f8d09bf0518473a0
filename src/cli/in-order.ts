/** In order: runs work on many inputs, several at a time, and gives the results in the order of the inputs. */

/**
 * Starts at most `width` at a time. When `stopped()` turns true no further input is taken, and what was started is
 * finished. Memory holds `width` inputs at most.
 */
export async function* inOrder<In, Out>(
  inputs: AsyncIterable<In>,
  width: number,
  work: (input: In) => Promise<Out>,
  stopped: () => boolean,
): AsyncGenerator<Out> {
  const started: Promise<Out>[] = []
  for await (const input of inputs) {
    if (stopped()) break
    const one = work(input)
    // The rejection is seen when its turn comes; until then it must not end the process.
    one.catch(() => {})
    started.push(one)
    if (started.length >= width) {
      const first = started.shift()
      if (first) yield await first
    }
    if (stopped()) break
  }
  for (const one of started) yield await one
}
