/** Agreement: the noun that "who" stands for where the one right before it does not agree with the verb of the clause. */
import type { Reading } from './reading.ts'

/** Steps up in the tree, and words back. */
const farthest = 6
const back = 15
const one: ReadonlySet<string> = new Set(['NN', 'NNP'])
const many: ReadonlySet<string> = new Set(['NNS', 'NNPS'])

/**
 * "Millions who are angry with the president, who believe that": a plural verb does not speak for one person. The nearest
 * plural noun above `noun` in the tree, else before it, or `noun` itself where it agrees or where no other does.
 */
export function agreeingNoun(r: Reading, noun: number, pronoun: number): number {
  if (!one.has(r.xpos(noun)) || !isPlural(r, r.head(pronoun), pronoun)) return noun
  for (let i = noun + 1; i < pronoun; i++)
    if (r.deprel(i) === 'conj' && r.head(i) === noun) return noun
  let up = noun
  for (let step = 0; step < farthest; step++) {
    up = r.head(up)
    if (up < 0) break
    if (many.has(r.xpos(up))) return up
  }
  for (let i = noun - 1; i > noun - back && r.sentenceOf(i) === r.sentenceOf(noun); i--)
    if (many.has(r.xpos(i))) return i
  return noun
}

/** True for a verb, or the first auxiliary before it, in the plural of the present. */
function isPlural(r: Reading, verb: number, pronoun: number): boolean {
  for (let i = pronoun + 1; i <= verb; i++) {
    if (r.upos(i) !== 'VERB' && r.upos(i) !== 'AUX') continue
    return r.xpos(i) === 'VBP'
  }
  return false
}
