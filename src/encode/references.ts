/** References: what a noun or pronoun may refer back to, by the two vectors that the reader gives each word. */
import type { AntecedentReading } from '../layers/readings.ts'
import type { Manifest } from './manifest.ts'

/** Words that may refer or be referred to: heads of mentions. Determiners and adjectives hardly ever are. */
export const nominal: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM'])

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

/**
 * Scores every nominal word from token `own` on against those before it, which may lie before `own`; `none` has the score 0.
 */
export function referencesOf(
  words: readonly Nominal[],
  reference: Manifest['reference'],
  own = 0,
): AntecedentReading[] {
  const wide = words[0]?.anaphor.length ?? 0
  // The last words as what may be referred to, row after row, the oldest overwritten: one flat array is read fastest.
  const ring = new Float64Array(reach.nominals * wide)
  const anaphor = new Float64Array(wide)
  return words.flatMap((word, i): AntecedentReading[] => {
    if (word.token < own) {
      ring.set(word.antecedent, (i % reach.nominals) * wide)
      return []
    }
    anaphor.set(word.anaphor)
    const scored: Scored[] = []
    for (let j = i - 1; j >= 0 && i - j <= reach.nominals; j--) {
      const token = words[j]?.token ?? 0
      if (word.token - token > reach.words) break
      const near = reference.weights[bucketOf(word.token - token, reference.distances)] ?? 0
      const product = dot(anaphor, ring, (j % reach.nominals) * wide)
      scored.push({ token, score: product / reference.scale + near })
    }
    ring.set(word.antecedent, (i % reach.nominals) * wide)
    const top = scored.reduce((m, s) => Math.max(m, s.score), 0)
    const sum = scored.reduce((n, s) => n + Math.exp(s.score - top), Math.exp(-top))
    const norm = top + Math.log(sum)
    return [
      {
        from: word.from,
        to: word.to,
        token: word.token,
        candidates: best(scored).map((s) => ({ token: s.token, score: s.score - norm })),
        none: -norm,
      },
    ]
  })
}

interface Scored {
  readonly token: number
  readonly score: number
}

/** The best few, best first; of equal ones the nearest, which comes first. */
function best(scored: readonly Scored[]): Scored[] {
  const out: Scored[] = []
  for (const one of scored) {
    const last = out[kept - 1]
    if (last && last.score >= one.score) continue
    let at = Math.min(out.length, kept - 1)
    for (; at > 0 && (out[at - 1]?.score ?? 0) < one.score; at--) out[at] = out[at - 1] as Scored
    out[at] = one
  }
  return out
}

/** How many of the distances are less than this one. */
function bucketOf(apart: number, distances: readonly number[]): number {
  let n = 0
  while (n < distances.length && (distances[n] ?? 0) < apart) n++
  return n
}

/** Four sums at a time, so that the processor need not wait for one: this runs up to 120 times a word. */
function dot(a: Float64Array, b: Float64Array, from: number): number {
  const n = a.length
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let i = 0
  for (; i + 3 < n; i += 4) {
    s0 += (a[i] as number) * (b[from + i] as number)
    s1 += (a[i + 1] as number) * (b[from + i + 1] as number)
    s2 += (a[i + 2] as number) * (b[from + i + 2] as number)
    s3 += (a[i + 3] as number) * (b[from + i + 3] as number)
  }
  for (; i < n; i++) s0 += (a[i] as number) * (b[from + i] as number)
  return s0 + s1 + s2 + s3
}
