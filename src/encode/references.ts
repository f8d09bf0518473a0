/** References: what a noun or pronoun may refer back to, by the two vectors that the reader gives each word. */
import type { AntecedentReading } from '../layers/readings.ts'
import type { Manifest } from './manifest.ts'

/** Words that may refer or be referred to. */
export const nominal: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'NUM', 'ADJ'])

/** Candidates further back than this many nominal words, or this many words, are not looked at. */
const reach = { nominals: 120, words: 300 }
const kept = 8

/** One nominal word with its vectors. */
export interface Nominal {
  readonly token: number
  readonly from: number
  readonly to: number
  readonly anaphor: Float32Array
  readonly antecedent: Float32Array
}

/** Scores every nominal word against those before it; `none` has the score 0. */
export function referencesOf(
  words: readonly Nominal[],
  reference: Manifest['reference'],
): AntecedentReading[] {
  return words.map((word, i) => {
    const scored: { token: number; score: number }[] = []
    for (let j = i - 1; j >= 0 && i - j <= reach.nominals; j--) {
      const other = words[j]
      if (!other || word.token - other.token > reach.words) break
      const near = reference.weights[bucketOf(word.token - other.token, reference.distances)] ?? 0
      const score = dot(word.anaphor, other.antecedent) / reference.scale + near
      scored.push({ token: other.token, score })
    }
    const top = scored.reduce((m, s) => Math.max(m, s.score), 0)
    const sum = scored.reduce((n, s) => n + Math.exp(s.score - top), Math.exp(-top))
    const norm = top + Math.log(sum)
    return {
      from: word.from,
      to: word.to,
      token: word.token,
      candidates: scored
        .sort((a, b) => b.score - a.score || b.token - a.token)
        .slice(0, kept)
        .map((s) => ({ token: s.token, score: s.score - norm })),
      none: -norm,
    }
  })
}

/** How many of the distances are less than this one. */
function bucketOf(apart: number, distances: readonly number[]): number {
  let n = 0
  while (n < distances.length && (distances[n] ?? 0) < apart) n++
  return n
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
