/** Cues: which words of a window may be cues of attribution. */
import type { Matrix, WordRange } from './network.ts'
import { logSoftmax } from './probabilities.ts'

/** Words below this probability are no candidates; the attribution stage decides above it. */
const least = 0.3

/** Words of a run that have less than this part of what its surest word has are no part of the cue. */
const part = 0.5

/** A candidate: words of the window, rising, and how sure. */
export interface CueCandidate {
  readonly words: readonly number[]
  readonly probability: number
}

/** Probability of each word to begin or go on a cue. */
export function cueProbabilities(cues: Matrix): Float32Array {
  const words = cues.data.length / cues.columns
  return Float32Array.from({ length: words }, (_, w) => 1 - Math.exp(logSoftmax(cues, w)[0] ?? 0))
}

/**
 * Runs of words that may be a cue, cut where a word begins one and where a word is far less sure than the run's surest
 * ("said" without the "on Monday" behind it); `own` leaves out cues before that word.
 */
export function cueCandidates(cues: Matrix, own: number): CueCandidate[] {
  const out: CueCandidate[] = []
  const chances = cueProbabilities(cues)
  let run: number[] = []
  const close = (): void => {
    const best = run.reduce((m, w) => Math.max(m, chances[w] ?? 0), 0)
    let words: number[] = []
    const keep = (): void => {
      if (words.length > 0 && (words[0] ?? 0) >= own)
        out.push({ words, probability: Math.max(...words.map((w) => chances[w] ?? 0)) })
      words = []
    }
    for (const w of run) {
      if ((chances[w] ?? 0) >= part * best) words.push(w)
      else keep()
    }
    keep()
    run = []
  }
  for (let w = 0; w < chances.length; w++) {
    const begins = cues.data[w * cues.columns + 1] ?? 0
    const goesOn = cues.data[w * cues.columns + 2] ?? 0
    if ((chances[w] ?? 0) < least) close()
    else {
      if (begins > goesOn) close()
      run.push(w)
    }
  }
  close()
  return out
}

/** How far from a cue its source and content are looked for, in words; whole sentences. */
const reach = 48

/**
 * The words that are read with a cue: its own sentence, and the sentences beside it that lie within reach. Further away
 * hardly any content lies, and to read a whole window with every cue takes twice as long. `sentence` gives each word's.
 */
export function rangeOfCue(words: readonly number[], sentence: readonly number[]): WordRange {
  const first = words[0] ?? 0
  const last = words.at(-1) ?? first
  const startOf = (word: number): number => {
    let w = word
    while (w > 0 && sentence[w - 1] === sentence[word]) w--
    return w
  }
  const endOf = (word: number): number => {
    let w = word + 1
    while (w < sentence.length && sentence[w] === sentence[word]) w++
    return w
  }
  let from = startOf(first)
  while (from > 0) {
    const next = startOf(from - 1)
    if (first - next > reach) break
    from = next
  }
  let to = endOf(last)
  while (to < sentence.length) {
    const next = endOf(to)
    if (next - last > reach) break
    to = next
  }
  return { from, to }
}
