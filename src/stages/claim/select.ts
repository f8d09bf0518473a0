/** Chooses which predicates carry a claim of their own (CA4-CA12); the rest belongs to one of them or is the frame of speech. */
import type { Clause } from '../../layers/clauses.ts'
import { contentHeads } from './contents.ts'
import { describesSource, keepsUnnamed, tellsOfSource } from './described.ts'
import {
  isAsked,
  isBareSpeech,
  isCiting,
  isEmpty,
  isEmptyFrame,
  isNameAlone,
  isObject,
  isPreposition,
  isSaying,
  isTopic,
  isWhat,
} from './empty.ts'
import { holdsVerb, isAlone, isWholeSentence } from './fragments.ts'
import type { SpeechVerbs } from './lexicons.ts'
import { labelAt, sizeOf, type Voices, type Words } from './words.ts'

/** A predicate that carries a claim. */
export interface Pick {
  /** Token index of the head word. */
  readonly token: number
  /** Index into `clauses`, or null where the content of an attribution has no clause. */
  readonly clause: number | null
  readonly rule: string
  /** The attribution whose content is told as part of an act ("aired footage of ..."), or null. */
  readonly tells: number | null
  /** Clause index of a frame whose words belong to the claim: "it remains unclear". */
  readonly opener: number | null
}

export interface Selection {
  readonly picks: readonly Pick[]
  /** Heads of clauses that only frame what others say; their other words belong to nothing. */
  readonly frames: ReadonlySet<number>
}

/** What the choice needs to know beside the words. */
export interface Hints {
  /** Head tokens governed by a doubt or inference word, with the clause that holds the word. */
  readonly hedgedBy: ReadonlyMap<number, number>
  readonly isEventNoun: (token: number) => boolean
  /** Nouns of coded events: whether somebody is said to act, and whether a hedge or mode cue governs them. */
  readonly eventNouns: readonly {
    readonly token: number
    readonly coded: boolean
    readonly acted: boolean
    readonly qualified: boolean
  }[]
  readonly verbs: SpeechVerbs
  /** Infinitives that the reader takes for not done (CE64). */
  readonly unreal: ReadonlySet<number>
  /** True when a date stands below the token. */
  readonly isDated: (token: number) => boolean
}

const alwaysOwn = new Set(['main', 'complement', 'subject', 'relative', 'adverbial', 'condition'])

/** The picks of a document in clause order, contents without a clause last. */
export function selectHeads(w: Words, voices: Voices, hints: Hints): Selection {
  const frames = new Set<number>()
  const openers = new Map<number, number>()
  for (const [index, c] of w.clauses.entries()) {
    if (isFrame(w, voices, c) || isBareSpeech(w, c, hints.verbs)) frames.add(c.token)
    // "It is believed that X" is a hop, and X the claim.
    const governed = frames.has(c.token) ? -1 : openedClause(w, index, c, hints)
    if (governed >= 0) {
      frames.add(c.token)
      openers.set(governed, index)
    }
  }
  const picks: Pick[] = []
  for (const [index, c] of w.clauses.entries()) {
    if (frames.has(c.token)) continue
    const rule = ruleFor(w, voices, c, hints)
    const cue = (voices.cue[c.token] ?? 0) - 1
    if (rule)
      picks.push({
        token: c.token,
        clause: index,
        rule: cue < 0 ? rule : 'CA4',
        opener: openers.get(index) ?? null,
        tells: cue < 0 ? null : cue,
      })
  }
  const own = new Set(picks.map((p) => p.token))
  for (const token of contentHeads(w, voices, own))
    picks.push({
      token,
      clause: w.clauseAt.get(token) ?? null,
      rule: 'CA12',
      opener: null,
      tells: null,
    })
  for (const token of aims(w, hints, own))
    picks.push({ token, clause: null, rule: 'CA70', opener: null, tells: null })
  for (const token of nominalHeads(w, hints, new Set(picks.map((p) => p.token))))
    picks.push({ token, clause: null, rule: 'CA18', opener: null, tells: null })
  return { picks, frames }
}

/** CA70: "forced the firm to lower its prices": an infinitive that was not done inside what was is a claim of its own. */
function aims(w: Words, hints: Hints, own: ReadonlySet<number>): number[] {
  const out: number[] = []
  for (const token of hints.unreal) {
    if (own.has(token) || w.clauseAt.has(token)) continue
    if (w.tree.lastOf(token) - w.tree.firstOf(token) >= 2) out.push(token)
  }
  return out
}

/** CA18: an event noun that is hedged or foreseen, or that has its actor and its date, states the event. */
function nominalHeads(w: Words, hints: Hints, own: ReadonlySet<number>): number[] {
  return hints.eventNouns
    .filter((e) => !own.has(e.token) && !w.clauseAt.has(e.token) && !isSubjectOf(w, e.token, own))
    .filter((e) =>
      e.coded
        ? e.qualified || (e.acted && hints.isDated(e.token))
        : e.qualified && hints.isDated(e.token),
    )
    .filter((e) => w.tree.lastOf(e.token) - w.tree.firstOf(e.token) >= 2)
    .map((e) => e.token)
}

/** "deployments may occur" is told by its verb. */
function isSubjectOf(w: Words, token: number, own: ReadonlySet<number>): boolean {
  return labelAt(w, token).startsWith('nsubj') && own.has(w.tree.headOf(token))
}

/** CA4: the clause of a speech cue is a hop, no claim; "declined to comment" is one. */
function isFrame(w: Words, voices: Voices, c: Clause): boolean {
  const cue = (voices.cue[c.token] ?? 0) - 1
  if (cue < 0) return false
  const tag = w.tags[c.token]
  if (tag?.upos !== 'VERB') return true
  // "declined to comment" reports nothing but itself.
  const a = w.attributions[cue]
  return a !== undefined && a.content.length > 0
}

/** CA5: "it remains unclear whether ...": the frame and what it leaves open are one claim; gives the governed clause. */
function openedClause(w: Words, index: number, c: Clause, hints: Hints): number {
  if (c.kind === 'fragment') return -1
  const subject = c.subject === null ? '' : (w.tokens[c.subject]?.key ?? '')
  const empty =
    subject === '' || subject === 'it' || subject === 'there' || hasExpletive(w, c.token)
  if (!empty) return -1
  for (let k = index + 1; k < w.clauses.length; k++) {
    const d = w.clauses[k]
    if (!d || d.sentence !== c.sentence) break
    if (hints.hedgedBy.get(d.token) !== index) continue
    if (d.parent === index || (d.first >= c.end && d.first - c.end <= 1)) return k
  }
  return -1
}

function hasExpletive(w: Words, token: number): boolean {
  for (const child of w.tree.childrenOf(token)) if (labelAt(w, child) === 'expl') return true
  return false
}

function ruleFor(w: Words, voices: Voices, c: Clause, hints: Hints): string | null {
  const paragraph = w.paragraphs[w.sentences[c.sentence]?.paragraph ?? -1]
  if (paragraph?.kind === 'byline') return null
  const size = sizeOf(w, c)
  if (isNameAlone(w, c) || describesSource(w, voices, c) || isCiting(w, c)) return null
  if (isTopic(w, c) || keepsUnnamed(w, c)) return null
  // "told them whether to go": an infinitive of a question names a thing.
  if (c.kind !== 'main' && !c.finite && w.tokens[c.first]?.key === 'whether') return null
  if (c.kind === 'fragment') {
    // CA6: a headline, or a fragment round an event noun, states something without a verb.
    const states =
      paragraph?.kind === 'headline' ||
      hints.isEventNoun(c.token) ||
      (size >= 5 && (holdsVerb(w, c) || isWholeSentence(w, c)))
    return states && size >= 4 && paragraph?.kind !== 'heading' ? 'CA6' : null
  }
  if (
    isEmptyFrame(w, c) ||
    isAsked(w, c) ||
    isSaying(w, c, hints.verbs) ||
    (c.kind === 'subject' && !c.finite)
  )
    return null
  if (isWhat(w, c) || isEmpty(w, c, size)) return null
  const cue = voices.inner[c.token] ?? -1
  if (tellsOfSource(w, voices, c)) return 'CA64'
  if (alwaysOwn.has(c.kind))
    return size >= 3 || (size >= 2 && (c.ownSubject || cue >= 0)) || isAlone(w, c) ? 'CA7' : null
  if (isPreposition(w, c)) return null
  if (c.kind === 'participial') return size >= 3 && !isObject(w, c) ? 'CA8' : null
  if (c.kind === 'purpose') return size >= 3 ? 'CA9' : null
  if (c.kind === 'reduced') return size >= 4 ? 'CA10' : null
  return c.kind === 'apposition' && size >= 7 ? 'CA11' : null
}
