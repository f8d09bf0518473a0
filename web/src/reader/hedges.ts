/** Hedges: where the certainty words of a report's claims stand, so that they can be shown in place. */
import type { AnalysedClaim, Analysis, Pair } from '../../../src/model/analysis.ts'
import { isReportHop } from '../../../src/model/claim.ts'
import type { Span } from '../../../src/text/span.ts'

const letter = /[\p{L}\p{N}]/u

/** Where words stand in `from`..`to` of a text, whatever their case, as whole words; null where they do not. */
export function findWords(text: string, words: string, from: number, to: number): Span | null {
  const part = text.slice(from, to)
  const folded = part.toLowerCase()
  const wanted = words.toLowerCase()
  // a text whose length changes with its case is searched as it is
  const [inside, looked] = folded.length === part.length ? [folded, wanted] : [part, words]
  if (looked.trim() === '') return null
  for (let at = inside.indexOf(looked); at >= 0; at = inside.indexOf(looked, at + 1)) {
    const end = at + looked.length
    const before = at > 0 && letter.test(inside[at - 1] ?? '') && letter.test(looked[0] ?? '')
    const after = letter.test(inside[end] ?? '') && letter.test(looked.at(-1) ?? '')
    if (!before && !after) return { from: from + at, to: from + end }
  }
  return null
}

/** The places of all certainty words of these claims, each once, in text order. */
export function hedgesOf(analysis: Analysis, claims: readonly AnalysedClaim[]): Span[] {
  const text = analysis.document.text
  const attributions = new Map(analysis.attributions.map((a) => [a.id, a]))
  const found = new Map<number, Span>()
  const look = (words: readonly string[], places: readonly Pair[]): void => {
    for (const w of words)
      for (const [from, to] of places) {
        const at = findWords(text, w, from, to)
        if (at === null) continue
        if ((found.get(at.from)?.to ?? 0) < at.to) found.set(at.from, at)
        break
      }
  }
  for (const claim of claims) {
    const own = sentencesAt(analysis.sentences, claim)
    const hops = claim.chain.flatMap((hop) => {
      const a = isReportHop(hop) ? undefined : attributions.get(hop.attribution)
      return isReportHop(hop) || a === undefined ? [] : [{ hop, a }]
    })
    look(claim.certainty.words, [[claim.from, claim.to], ...hops.flatMap((h) => h.a.cue), ...own])
    for (const { hop, a } of hops) look(hop.certainty?.words ?? [], [...a.cue, ...own])
  }
  return [...found.values()].sort((a, b) => a.from - b.from)
}

/** Sentences that hold a part of a span; they are in order, so the search can halve them. */
function sentencesAt(sentences: readonly Pair[], at: Span): Pair[] {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((sentences[mid]?.[1] ?? 0) <= at.from) low = mid + 1
    else high = mid
  }
  const out: Pair[] = []
  for (let i = low; i < sentences.length && (sentences[i]?.[0] ?? 0) < at.to; i++) {
    const s = sentences[i]
    if (s) out.push(s)
  }
  return out
}
