/** Sames: claims of one report that say again what an earlier one says - headline, lead, body - so that nothing is counted twice. */
import type { Document } from '../document/document.ts'
import { attributions } from '../layers/attributions.ts'
import { type Claim, claims } from '../layers/claims.ts'
import { paragraphs } from '../layers/paragraphs.ts'
import { sentences } from '../layers/sentences.ts'
import { tags } from '../layers/tags.ts'
import { tokens } from '../layers/tokens.ts'
import type { Span } from '../text/span.ts'

/** The least share of the words of both together that two claims have in common to say the same. */
const alike = 0.7
/** The least share of a headline's words that are in the claim that says it again. */
const headlined = 0.75
/** How many words make a claim that can be told from others. */
const fewest = 3
/** How many earlier claims with one of its words a claim is compared with: the last ones. */
const most = 24

const contentful = new Set(['NOUN', 'PROPN', 'VERB', 'NUM', 'ADJ'])

interface Said {
  readonly words: ReadonlySet<string>
  /** Names and figures: what must not differ. */
  readonly firm: ReadonlySet<string>
  readonly headline: boolean
  readonly voice: string
  readonly claim: Claim
}

/** For every claim the index of an earlier one that says the same, or null. */
export function samesOf(doc: Document): (number | null)[] {
  const list = doc.layer(claims).items
  if (!doc.has(tags) || !doc.has(paragraphs)) return list.map(() => null)
  const said = saidOf(doc, list)
  const holding = new Map<string, number[]>()
  return said.map((own, index) => {
    const near = new Set<number>()
    for (const word of own.words)
      for (const k of (holding.get(word) ?? []).slice(-most)) near.add(k)
    for (const word of own.words) {
      const holders = holding.get(word)
      if (holders) holders.push(index)
      else holding.set(word, [index])
    }
    for (const k of [...near].sort((a, b) => a - b)) {
      const earlier = said[k]
      if (earlier && same(earlier, own)) return k
    }
    return null
  })
}

function saidOf(doc: Document, list: readonly Claim[]): Said[] {
  const words = doc.layer(tokens).items
  const tagged = doc.layer(tags)
  const titles = doc
    .layer(sentences)
    .items.filter((s) => doc.layer(paragraphs).items[s.paragraph]?.kind === 'headline')
  return list.map((claim) => {
    const own = new Set<string>()
    const firm = new Set<string>()
    for (let i = firstFrom(words, claim.from); (words[i]?.to ?? claim.to + 1) <= claim.to; i++) {
      const tag = tagged.at(i)
      if (!contentful.has(tag.upos)) continue
      const lemma = tag.lemma.toLowerCase()
      own.add(lemma)
      if (tag.upos === 'PROPN' || tag.upos === 'NUM') firm.add(lemma)
    }
    const last = claim.chain.at(-1)
    return {
      words: own,
      firm,
      headline: titles.some((t) => t.from <= claim.from && claim.to <= t.to),
      voice: last === undefined ? '' : (doc.layer(attributions).at(last).sourceName ?? '?'),
      claim,
    }
  })
}

function firstFrom(words: readonly Span[], pos: number): number {
  let lo = 0
  let hi = words.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if ((words[mid]?.from ?? 0) < pos) lo = mid + 1
    else hi = mid
  }
  return lo
}

function same(a: Said, b: Said): boolean {
  if (a.claim.polarity !== b.claim.polarity) return false
  if (a.words.size < fewest || b.words.size < fewest) return false
  // Words that lie in each other are two statements, one in the other.
  if (a.claim.from < b.claim.to && b.claim.from < a.claim.to) return false
  const shared = [...b.words].filter((w) => a.words.has(w)).length
  if (a.headline && !b.headline)
    // A headline leaves out who says so.
    return shared >= headlined * a.words.size && [...a.firm].every((w) => b.words.has(w))
  if (a.voice !== b.voice || a.claim.mode !== b.claim.mode) return false
  if (!isSame(a.firm, b.firm)) return false
  return shared >= alike * (a.words.size + b.words.size - shared)
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((w) => b.has(w))
}
