/** Cues: which words of a window may be cues of attribution. */
import type { Matrix } from './network.ts'
import { logSoftmax } from './probabilities.ts'

/** Words below this probability are no candidates; the attribution stage decides above it. */
const least = 0.12

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

/** Runs of words that may be a cue, cut where a word begins one; `own` leaves out cues before that word. */
export function cueCandidates(cues: Matrix, own: number): CueCandidate[] {
  const out: CueCandidate[] = []
  const chances = cueProbabilities(cues)
  let run: number[] = []
  const close = (): void => {
    if (run.length > 0 && (run[0] ?? 0) >= own) {
      const probability = Math.max(...run.map((w) => chances[w] ?? 0))
      out.push({ words: run, probability })
    }
    run = []
  }
  for (let w = 0; w < chances.length; w++) {
    const [, begins = 0, goesOn = 0] = logSoftmax(cues, w)
    if ((chances[w] ?? 0) < least) close()
    else {
      if (begins > goesOn) close()
      run.push(w)
    }
  }
  close()
  return out
}
