/** Works out whose words each token is (CA1-CA3): contents give the voice, the smallest wins; carried sentences follow. */
import type { Attribution } from '../../layers/attributions.ts'
import { lengthOf, type Span } from '../../text/span.ts'
import { eachToken, firstTokenFrom, type Voices, type Words } from './words.ts'

/** Voices of all tokens, from attributions with their contents, cues, sources and carried sentences. */
export function voicesOf(w: Words, hops: readonly boolean[]): Voices {
  const inner = new Int32Array(w.tokens.length).fill(-1)
  const cue = new Int32Array(w.tokens.length)
  const source = new Uint8Array(w.tokens.length)
  for (const [index, a] of w.attributions.entries())
    if (hops[index]) carry(w, a.carries, index, inner)
  for (const index of byDepth(w)) {
    const a = w.attributions[index]
    if (!a || !hops[index]) continue
    for (const content of a.content)
      eachToken(w, endedBySemicolon(w, a, content), (i) => {
        inner[i] = index
      })
  }
  for (const [index, a] of w.attributions.entries()) {
    if (!hops[index]) continue
    for (const s of a.source)
      eachToken(w, s, (i) => {
        source[i] = 1
      })
    for (const s of a.cue)
      eachToken(w, s, (i) => {
        cue[i] = index + 1
      })
  }
  return { inner, cue, source }
}

/** CA2: indirect speech ends at a semicolon after its cue, unless "that" takes it up again. */
function endedBySemicolon(w: Words, a: Attribution, content: Span): Span {
  if (a.kind !== 'indirect' || (a.cue[0]?.from ?? content.to) > content.from) return content
  for (let i = firstTokenFrom(w.tokens, content.from); i < w.tokens.length; i++) {
    const token = w.tokens[i]
    if (!token || token.from >= content.to) break
    const next = w.tokens[i + 1]?.key
    if (token.key === ';' && next !== 'that' && next !== 'and')
      return { from: content.from, to: token.from }
  }
  return content
}

/** CA3: sentences that go on reporting belong to the same voice, unless they have one of their own. */
function carry(w: Words, sentences: readonly number[], index: number, inner: Int32Array): void {
  for (const s of sentences) {
    const at = w.sentences[s]
    if (!at) continue
    for (let i = firstTokenFrom(w.tokens, at.from); i < w.tokens.length; i++) {
      if ((w.tokens[i]?.from ?? 0) >= at.to) break
      if (inner[i] === -1) inner[i] = index
    }
  }
}

/** Attributions from the outermost to the innermost, of equal depth the longer content first. */
function byDepth(w: Words): number[] {
  const depth = w.attributions.map((_, i) => chainOf(w, i).length)
  const size = w.attributions.map((a) => a.content.reduce((n, c) => n + lengthOf(c), 0))
  return w.attributions
    .map((_, i) => i)
    .sort((a, b) => (depth[a] ?? 0) - (depth[b] ?? 0) || (size[b] ?? 0) - (size[a] ?? 0) || a - b)
}

/** The chain that ends with attribution `index`, outermost first; a circle of parents ends where it began. */
export function chainOf(w: Words, index: number, hops?: readonly boolean[]): number[] {
  const out: number[] = []
  for (let i: number | null = index; i !== null && i >= 0; ) {
    if (out.includes(i)) break
    out.push(i)
    i = w.attributions[i]?.parent ?? null
  }
  return (hops ? out.filter((i) => hops[i]) : out).reverse()
}
