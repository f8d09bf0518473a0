/** Tense: whether the words around an expression look back or forward. */
import type { Tag } from '../../layers/tags.ts'
import type { Token } from '../../layers/tokens.ts'
import type { Direction } from './reader.ts'

const futureWords = new Set(['will', "'ll", 'shall', 'wo', "won't", 'ca'])
const plans = new Set([
  'plan',
  'expect',
  'schedule',
  'intend',
  'hope',
  'aim',
  'due',
  'set',
  'likely',
  'prepare',
  'want',
  'propose',
  'promise',
  'vow',
  'threaten',
  'going',
  'slate',
  'anticipate',
  'project',
  'forecast',
])

/** Tells the direction at a token from the nearest verb. */
export function directionAt(tokens: readonly Token[], tags: readonly Tag[], at: number): Direction {
  const verb = nearestVerb(tokens, tags, at)
  return verb < 0 ? 0 : tenseOf(tokens, tags, verb)
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

function tenseOf(tokens: readonly Token[], tags: readonly Tag[], verb: number): Direction {
  const tag = tags[verb]?.xpos ?? ''
  if (tag === 'VBD') return -1
  if (tag === 'VBZ' || tag === 'VBP') return 0
  const sentence = tokens[verb]?.sentence
  for (let k = verb - 1; k >= 0 && verb - k <= 6 && tokens[k]?.sentence === sentence; k--) {
    const key = tokens[k]?.key ?? ''
    const xpos = tags[k]?.xpos ?? ''
    if (xpos === 'MD')
      return futureWords.has(key) ||
        key === 'would' ||
        key === 'should' ||
        key === 'must' ||
        key === 'can' ||
        key === 'could' ||
        key === 'may' ||
        key === 'might'
        ? 1
        : 0
    if (xpos === 'TO' && tag === 'VB')
      return isPlanned(tokens, tags, k) ? 1 : tensePast(tokens, tags, k)
    if (
      key === 'had' ||
      key === 'has' ||
      key === 'have' ||
      key === 'was' ||
      key === 'were' ||
      key === "'ve" ||
      key === "'d"
    )
      return -1
    if ((key === 'is' || key === 'are' || key === "'s" || key === "'re") && tag === 'VBG') return 1
    if (xpos === 'VBD') return -1
  }
  return tag === 'VBN' ? -1 : 0
}

/** "plans to meet", "is expected to arrive", "due to begin". */
function isPlanned(tokens: readonly Token[], tags: readonly Tag[], to: number): boolean {
  for (let k = to - 1; k >= 0 && to - k <= 3; k--) {
    if (plans.has(tags[k]?.lemma ?? '') || plans.has(tokens[k]?.key ?? '')) return true
  }
  return false
}

function tensePast(tokens: readonly Token[], tags: readonly Tag[], from: number): Direction {
  const sentence = tokens[from]?.sentence
  for (let k = from - 1; k >= 0 && from - k <= 8 && tokens[k]?.sentence === sentence; k--) {
    if (tags[k]?.xpos === 'VBD') return -1
    if (tags[k]?.xpos === 'MD') return 1
    if (tags[k]?.xpos === 'VBZ' || tags[k]?.xpos === 'VBP') return 1
  }
  return 1
}
