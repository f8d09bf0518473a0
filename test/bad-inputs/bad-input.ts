/** Bad inputs: what one is, and the seeded dice that make them. */

/** What reading an input came to. */
export interface Outcome {
  /** Code of the fault, or null when there was a report. */
  readonly fault: string | null
  readonly message: string
  readonly text: string
  readonly title: string | null
  readonly url: string | null
  readonly published: string | null
  readonly partial: string | null
  readonly diagnostics: readonly string[]
}

/** One input that nobody should be harmed by. */
export interface BadInput {
  readonly family: 'html' | 'unicode' | 'names' | 'bytes' | 'lines' | 'mutated'
  readonly name: string
  /** The file it comes as. */
  readonly file: string
  /** Made when it is needed: some are 50 MB. */
  readonly bytes: () => Uint8Array
  /** Takes seconds; left out of the quick run. */
  readonly slow?: boolean
  /** What must hold beyond "a typed fault or a report"; null when it does, else what is wrong. */
  readonly expect?: (outcome: Outcome) => string | null
}

/** Whole numbers below `n` from a seed, the same on every machine (mulberry32). */
export function dice(seed: number): (n: number) => number {
  let state = seed >>> 0
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n)
  }
}

const encoder = new TextEncoder()

/** UTF-8 bytes of some words. */
export function utf8(words: string): Uint8Array {
  return encoder.encode(words)
}

/** An input that is a page. */
export function page(name: string, html: () => string, more: Partial<BadInput> = {}): BadInput {
  return { family: 'html', name, file: `${name}.html`, bytes: () => utf8(html()), ...more }
}

/** An expectation: the text must have these words. */
export function has(words: string): (o: Outcome) => string | null {
  return (o) => (o.text.includes(words) ? null : `"${words}" is missing from the text`)
}

/** An expectation: nowhere in text or title may these words be. */
export function hasNot(words: string): (o: Outcome) => string | null {
  return (o) => (`${o.text}\n${o.title}`.includes(words) ? `"${words}" is in the text` : null)
}

/** All of several expectations. */
export function all(
  ...checks: readonly ((o: Outcome) => string | null)[]
): (o: Outcome) => string | null {
  return (o) => checks.map((c) => c(o)).find((wrong) => wrong !== null) ?? null
}

/** An expectation: the input must be refused with this code. */
export function refused(code: string): (o: Outcome) => string | null {
  return (o) => (o.fault === code ? null : `${o.fault ?? 'a report'} instead of ${code}`)
}

/** An expectation: something was cut, and it is said. */
export function isPartial(o: Outcome): string | null {
  return o.partial !== null && o.diagnostics.some((d) => d.startsWith('partial'))
    ? null
    : 'the cut is not told'
}
