/** Tense: whether the words around an expression look back or forward. */
import type { Tag } from '../../layers/tags.ts'
import type { Token } from '../../layers/tokens.ts'
import type { Senses } from './lexicon.ts'
import { type Direction, key, type Reader, sense, together } from './reader.ts'

type Words = ReadonlyMap<string, Senses>

/** Tells the direction at a token from the nearest verb. */
export function directionAt(
  tokens: readonly Token[],
  tags: readonly Tag[],
  words: Words,
  at: number,
): Direction {
  const verb = nearestVerb(tokens, tags, at)
  if (verb < 0) return 0
  // "is due in court on Monday"
  for (let k = verb + 1; k < at; k++)
    if (tags[k]?.xpos === 'JJ' && words.get(tokens[k]?.key ?? '')?.plan) return 1
  // "nobody expected Monday's raid": what was expected has come
  if (verb === at - 1 && tags[verb]?.xpos === 'VBD') return -1
  return tenseOf(tokens, tags, words, verb)
}

/** True behind "by", "until", "as early as": what they lead to lies ahead as a rule. */
export function leadsAhead(r: Reader, atom: number): boolean {
  for (let k = atom - 1; k >= 0 && atom - k <= 6 && together(r, k, atom); k--) {
    const senses = sense(r, k)
    const word = key(r, k)
    if (senses?.preposition === 'by' || senses?.preposition === 'until') return word !== 'through'
    if (word === 'as') {
      const middle = key(r, k - 1)
      return (
        key(r, k - 2) === 'as' && (middle === 'early' || middle === 'soon' || middle === 'late')
      )
    }
    const passable =
      word === 'the' || word === 'of' || senses?.mod || senses?.partOf || senses?.approx
    if (!passable) return false
  }
  return false
}

function isVerb(tags: readonly Tag[], at: number): boolean {
  const upos = tags[at]?.upos
  return upos === 'VERB' || (upos === 'AUX' && tags[at]?.xpos !== 'MD')
}

/** The nearest verb before the token in its sentence, else the nearest after it. */
function nearestVerb(tokens: readonly Token[], tags: readonly Tag[], at: number): number {
  const sentence = tokens[at]?.sentence
  for (let k = at - 1; k >= 0 && at - k <= 25 && tokens[k]?.sentence === sentence; k--)
    if (isVerb(tags, k)) return k
  for (let k = at + 1; k - at <= 25 && tokens[k]?.sentence === sentence; k++)
    if (isVerb(tags, k)) return k
  return -1
}

const past = new Set(['had', 'has', 'have', "'ve", "'d", 'was', 'were'])
const present = new Set(['is', 'are', "'s", "'re", 'am', "'m"])

function tenseOf(
  tokens: readonly Token[],
  tags: readonly Tag[],
  words: Words,
  verb: number,
): Direction {
  const tag = tags[verb]?.xpos ?? ''
  if (words.get(tokens[verb]?.key ?? '')?.plan) return 1
  if (tag === 'VBD') return -1
  if (tag === 'VBZ' || tag === 'VBP') return 0
  const sentence = tokens[verb]?.sentence
  for (let k = verb - 1; k >= 0 && verb - k <= 6 && tokens[k]?.sentence === sentence; k--) {
    const word = tokens[k]?.key ?? ''
    const xpos = tags[k]?.xpos ?? ''
    if (xpos === 'MD' || words.get(word)?.future) return words.get(word)?.future ? 1 : 0
    if (word === 'to' && (tag === 'VB' || k === verb - 1))
      return plannedBefore(tokens, tags, words, k)
    if (past.has(word)) return -1
    if (present.has(word)) return tag === 'VBG' ? 1 : 0
    if (xpos === 'VBD') return -1
  }
  return tag === 'VBN' ? -1 : 0
}

/** "plans to meet", "is expected to arrive", "due to begin"; else what the verb before "to" tells. */
function plannedBefore(
  tokens: readonly Token[],
  tags: readonly Tag[],
  words: Words,
  to: number,
): Direction {
  const sentence = tokens[to]?.sentence
  for (let k = to - 1; k >= 0 && to - k <= 8 && tokens[k]?.sentence === sentence; k--) {
    const word = tokens[k]?.key ?? ''
    if (to - k <= 3 && words.get(word)?.plan) return 1
    const xpos = tags[k]?.xpos ?? ''
    if (words.get(word)?.future && xpos === 'MD') return 1
    if (xpos === 'VBD') return -1
  }
  return 0
}
