/** Checks that every name, number and date of every claim stands in its words, or in words that it points to; a program of its own over a reading. */
import type { Document } from '../src/document/document.ts'
import { attributions } from '../src/layers/attributions.ts'
import { type Claim, claims } from '../src/layers/claims.ts'
import { entities } from '../src/layers/entities.ts'
import { names } from '../src/layers/names.ts'
import { places } from '../src/layers/places.ts'
import { quantities } from '../src/layers/quantities.ts'
import { references } from '../src/layers/references.ts'
import { sentences } from '../src/layers/sentences.ts'
import { times } from '../src/layers/times.ts'
import { numberStands } from '../src/stages/claim/numbers.ts'
import type { Span } from '../src/text/span.ts'

/** What of a claim has no words to stand on. */
export interface Ungrounded {
  readonly claim: Claim
  readonly what: 'name' | 'number' | 'date' | 'cut' | 'source' | 'voice'
  readonly words: string
}

/** Everything ungrounded in the claims of a reading; empty is right. */
export function ungrounded(doc: Document): Ungrounded[] {
  const out: Ungrounded[] = []
  for (const claim of doc.layer(claims)) {
    const add = (what: Ungrounded['what'], words: string): void => {
      out.push({ claim, what, words })
    }
    for (const list of [doc.layer(names), doc.layer(times), doc.layer(quantities)])
      for (const item of list.between(claim)) if (!isIn(item, claim)) add('cut', wordsAt(doc, item))
    for (const i of claim.places) {
      const place = doc.layer(places).at(i)
      if (!isIn(place, claim)) add('name', wordsAt(doc, place))
    }
    for (const i of claim.times) {
      const time = doc.layer(times).at(i)
      if (!isIn(time, claim)) add('date', wordsAt(doc, time))
    }
    for (const i of claim.quantities) {
      const q = doc.layer(quantities).at(i)
      const stands = [q.low, q.best, q.high].every(
        (n) => n === null || numberStands(wordsAt(doc, q), n),
      )
      if (!isIn(q, claim) || !stands) add('number', wordsAt(doc, q))
    }
    if (claim.statedOn !== null && !isStated(doc, claim.statedOn)) add('date', claim.statedOn)
    for (const [at, hop] of claim.chain.entries()) {
      const name = isHimself(doc, claim.chain, at) ? null : unnamed(doc, hop)
      if (name !== null) add('source', name)
    }
    if (!isSaid(doc, claim)) add('voice', wordsAt(doc, claim))
  }
  return out
}

const isIn = (item: Span, at: Span): boolean => item.from >= at.from && item.to <= at.to

const wordsAt = (doc: Document, at: Span): string => doc.text.slice(at.from, at.to)

/** The day of a statement is the report's own, or a day that the report names. */
function isStated(doc: Document, edtf: string): boolean {
  return edtf === doc.facts.published || doc.layer(times).items.some((t) => t.edtf === edtf)
}

/**
 * The name of a source whose words do not give it: they neither hold it, nor are they a mention of or a reference to
 * somebody who has it. Where the text has no words for the source, whoever is meant must have been named before.
 */
function unnamed(doc: Document, hop: number): string | null {
  const a = doc.layer(attributions).at(hop)
  const name = a.sourceName
  if (name === null) return null
  const own = new Set(a.source.flatMap((s) => wordsOf(wordsAt(doc, s))))
  const telling = wordsOf(name).filter((w) => /^[\p{Lu}\p{N}]/u.test(w))
  if (telling.every((w) => own.has(w))) return null
  const relative = relativeOf(doc, hop)
  if (relative !== null && telling.every((w) => relative.includes(w))) return null
  const spoken = a.speaker
  if (spoken === null) return name
  const entity = doc.layer(entities).at(spoken)
  const mentions: Span[] = [
    ...entity.mentions.map((m) => doc.layer(names).at(m)),
    ...doc.layer(references).items.filter((r) => r.entity === spoken),
    entity,
  ]
  const known = new Set([entity.name, ...mentions.map((m) => wordsAt(doc, m))].flatMap(wordsOf))
  if (!telling.every((w) => known.has(w) || own.has(w))) return name
  if (telling.some((w) => own.has(w) || own.has(w.toUpperCase()) || relative?.includes(w)))
    return null
  const meets = (m: Span): boolean =>
    a.source.some((s) => m.from < s.to && s.from < m.to) ||
    (a.source.length === 0 && m.from < a.to) ||
    // "The woman who says so": the words before "who" are the mention.
    (relative !== null && precedes(doc, m, a.source[0]))
  return mentions.some(meets) ? null : name
}

/** "I think" in somebody's own words points to whoever speaks them: a hop before. */
function isHimself(doc: Document, chain: readonly number[], at: number): boolean {
  const list = doc.layer(attributions)
  const own = list.at(chain[at] ?? 0)
  const [words, ...more] = own.source
  if (!words || more.length > 0 || !/^(?:I|me|we|us)$/i.test(wordsAt(doc, words))) return false
  return chain.slice(0, at).some((hop) => list.at(hop).speaker === own.speaker)
}

/** True for a mention before the relative pronoun in its sentence. */
function precedes(doc: Document, m: Span, at: Span | undefined): boolean {
  const sentence = doc.layer(sentences).items.find((s) => at && s.from <= at.from && at.from < s.to)
  return at !== undefined && sentence !== undefined && sentence.from <= m.from && m.to <= at.from
}

/** The words before a relative pronoun in its sentence, where the source is one. */
function relativeOf(doc: Document, hop: number): string[] | null {
  const at = doc.layer(attributions).at(hop).source[0]
  if (!at || !/^(?:who|whom|which|that|whose)$/i.test(wordsAt(doc, at))) return null
  const sentence = doc.layer(sentences).items.find((s) => s.from <= at.from && at.from < s.to)
  if (!sentence) return null
  // "the super-PAC that attacks": the name may be half of a word.
  return wordsOf(doc.text.slice(sentence.from, at.from)).flatMap((w) => [w, ...w.split('-')])
}

function wordsOf(words: string): string[] {
  return words
    .split(/[\s,()"“”]+/u)
    .map((w) => w.replace(/['’]s?$/u, ''))
    .filter((w) => w !== '')
}

/** The claim's words lie in what the innermost voice says, or in a sentence that goes on with it. */
function isSaid(doc: Document, claim: Claim): boolean {
  const last = claim.chain.at(-1)
  if (last === undefined) return true
  const a = doc.layer(attributions).at(last)
  const said: Span[] = [...a.content, ...a.carries.map((s) => doc.layer(sentences).at(s))]
  return said.some((s) => s.from < claim.to && claim.from < s.to)
}
