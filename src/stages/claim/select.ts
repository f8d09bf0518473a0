/** Chooses which predicates carry a claim of their own (CA4-CA12); the rest belongs to one of them or is the frame of speech. */
import type { Clause } from '../../layers/clauses.ts'
import { keepsUnnamed, tellsOfSource } from './described.ts'
import { eachToken, isPunct, labelAt, type Voices, type Words } from './words.ts'

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
  /** Verbs of speech. */
  readonly saying: ReadonlySet<string>
  /** Verbs that take a statement: of speech, thought and the rest. */
  readonly telling: ReadonlySet<string>
  /** True when a date stands below the token. */
  readonly isDated: (token: number) => boolean
}

const alwaysOwn = new Set(['main', 'complement', 'subject', 'relative', 'adverbial', 'condition'])

/** The picks of a document in clause order, contents without a clause last. */
export function selectHeads(w: Words, voices: Voices, hints: Hints): Selection {
  const frames = new Set<number>()
  const openers = new Map<number, number>()
  for (const [index, c] of w.clauses.entries()) {
    if (isFrame(w, voices, c) || isBareSpeech(w, c, hints)) frames.add(c.token)
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
  for (const token of nominalHeads(w, hints, new Set(picks.map((p) => p.token))))
    picks.push({ token, clause: null, rule: 'CA18', opener: null, tells: null })
  return { picks, frames }
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
    isSaying(w, c, hints) ||
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

/** "EVANS", "Scott's relatives": names without a predicate state nothing. */
function isNameAlone(w: Words, c: Clause): boolean {
  if (w.tags[c.token]?.upos !== 'PROPN' || c.finite) return false
  for (let i = c.first; i < c.end; i++) {
    const upos = w.tags[i]?.upos
    if (upos !== 'PROPN' && upos !== 'PUNCT' && upos !== 'DET') return false
  }
  return true
}

/** CA60: "an official who was briefed on the talks said": what tells who the source is belongs to the source. */
function describesSource(w: Words, voices: Voices, c: Clause): boolean {
  if ((c.kind !== 'relative' && c.kind !== 'reduced') || tellsOfSource(w, voices, c)) return false
  const above = w.tree.headOf(c.token)
  if (above < 0 || voices.source[above] !== 1) return false
  if (voices.source[c.token] === 1) return true
  // Between the source and its cue: "a diplomat briefed on the operation said".
  const next = isPunct(w, c.end) ? c.end + 1 : c.end
  return c.first > above && (voices.cue[next] ?? 0) > 0
}

/** CA17: "citing the ministry": it names a source and states nothing. */
function isCiting(w: Words, c: Clause): boolean {
  return c.kind === 'participial' && w.tags[c.token]?.lemma === 'cite'
}

/** One word is a statement where it is all that was said: "Yes."; "To strike." is none. */
function isAlone(w: Words, c: Clause): boolean {
  if (w.tokens[c.token - 1]?.key === 'to') return false
  return c.kind === 'main' && w.tree.headOf(c.token) < 0 && w.tree.lastOf(c.token) - c.token <= 2
}

/** CA6: a sentence without a verb in its tree ("The dispute centers on the list.") in running text still states something. */
function isWholeSentence(w: Words, c: Clause): boolean {
  if (w.tree.headOf(c.token) >= 0 || w.tokens[w.tree.lastOf(c.token)]?.key !== '.') return false
  const upos = w.tags[c.token]?.upos
  if (upos !== 'NOUN' && upos !== 'PROPN') return false
  // A caption ("Photo by ...") ends in a stop as well.
  for (let i = c.first; i < c.token + 3; i++) if (w.tokens[i]?.key === 'by') return false
  return c.first < c.token && c.end > c.token + 2
}

/** A fragment with a verb form and a stop is a sentence that the tree misread: its statement is not lost. */
function holdsVerb(w: Words, c: Clause): boolean {
  if (w.tokens[w.tree.lastOf(c.token)]?.key !== '.') return false
  for (let i = c.first; i < c.end; i++) {
    const form = w.tags[i]?.xpos
    if (form !== undefined && verbForms.has(form)) return true
  }
  return false
}

const verbForms = new Set(['VBD', 'VBZ', 'VBN', 'VBP', 'MD'])

/** "in overcoming the barriers", "accused of hurting": a gerund behind a preposition is part of what is told. */
function isObject(w: Words, c: Clause): boolean {
  if (w.tags[c.token]?.xpos !== 'VBG' || c.ownSubject) return false
  for (const child of w.tree.childrenOf(c.token)) {
    const label = labelAt(w, child)
    if (label !== 'mark' && label !== 'case') continue
    if (inner.has(w.tokens[child]?.key ?? '')) return true
  }
  const before = w.tokens[c.first - 1]
  return before?.sentence === c.sentence && inner.has(before.key)
}

/** "concerning the vessel", "including two children": such a form stands like a preposition. */
function isPreposition(w: Words, c: Clause): boolean {
  return w.tags[c.token]?.xpos === 'VBG' && like.has(w.tokens[c.token]?.key ?? '') && !c.ownSubject
}

const like = new Set(['concerning', 'regarding', 'including'])

const inner = new Set(['in', 'of', 'by', 'for', 'from', 'to', 'at', 'about', 'into', 'on', 'upon'])

const contentful = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'VERB', 'ADV', 'INTJ'])

/** CA7: "who want", "that was what": words that only point elsewhere state nothing. */
function isEmpty(w: Words, c: Clause, size: number): boolean {
  if (size > 4) return false
  let content = 0
  for (let i = c.first; i < c.end; i++) {
    const tag = w.tags[i]
    // "what", "why", "who" are pointers whatever their part of speech
    if (tag && contentful.has(tag.upos) && !tag.xpos.startsWith('W')) content++
  }
  return content === 0 || (content === 1 && size <= 2 && c.kind === 'relative')
}

/** CA17: "Seoul tells lawmakers" beside a statement: somebody speaks, and what is said stands elsewhere. */
function isSaying(w: Words, c: Clause, hints: Hints): boolean {
  if (!hints.saying.has(w.tags[c.token]?.lemma ?? '') || sizeOf(w, c) > 8) return false
  let beside = c.rule === 'CL12' || baseLabel(labelAt(w, c.token)) === 'parataxis'
  for (const child of w.tree.childrenOf(c.token)) {
    const label = labelAt(w, child)
    // "told reporters" has its hearer, "told the truth" its thing: only with a clause beside it a hearer is meant.
    if (label === 'xcomp' || labelAt(w, child) === 'aux' || label === 'advmod') return false
    if (label === 'parataxis' || label === 'ccomp') beside = true
  }
  return beside
}

function baseLabel(label: string): string {
  const colon = label.indexOf(':')
  return colon < 0 ? label : label.slice(0, colon)
}

/** CA17: "Asked about the reports, he said": the question is no statement. */
function isAsked(w: Words, c: Clause): boolean {
  if (c.ownSubject || w.tags[c.token]?.lemma !== 'ask') return false
  return w.tokens[c.token - 1]?.sentence !== c.sentence
}

/** CA19: "what this treaty signifies", "how they came": an embedded question after its verb names a thing. */
function isWhat(w: Words, c: Clause): boolean {
  if (c.kind !== 'complement' && c.kind !== 'relative' && c.kind !== 'adverbial') {
    // "how to combat a tide"
    return (
      c.kind === 'purpose' && asked.has(w.tokens[c.mark === null ? c.first : c.mark - 1]?.key ?? '')
    )
  }
  // "analysing what this treaty signifies": the relative clause of the question word
  if (c.kind === 'relative' && w.tokens[w.tree.headOf(c.token)]?.key === 'what') return true
  let first = w.tree.firstOf(c.token)
  // "concerned about what they see"
  if (w.tags[first]?.upos === 'ADP') first++
  const open = w.tokens[first]?.key ?? ''
  return asked.has(open) && (c.kind === 'complement' || open === 'what')
}

/** CA17: "we thought", "my mother says": somebody thinks or speaks, and what stands elsewhere. */
function isBareSpeech(w: Words, c: Clause, hints: Hints): boolean {
  const lemma = w.tags[c.token]?.lemma ?? ''
  const spoken = hints.saying.has(lemma) || w.tags[c.subject ?? -1]?.upos === 'PRON'
  if (!spoken || sizeOf(w, c) > 3 || c.first === c.token || !hints.telling.has(lemma)) return false
  // "the only language they understand": without more, such a clause tells which thing is meant.
  if (c.kind === 'relative' && w.tree.lastOf(c.token) === c.token) return false
  if (w.tree.headOf(c.token) < 0 && w.tree.lastOf(c.token) - c.token <= 1) return false
  for (const child of w.tree.childrenOf(c.token)) {
    const label = labelAt(w, child)
    if (
      label !== 'punct' &&
      label !== 'cc' &&
      label !== 'mark' &&
      !label.startsWith('nsubj') &&
      label !== 'ccomp' &&
      label !== 'parataxis'
    )
      return false
  }
  return true
}

/** CA19: "What we know so far", without a stop: a heading names what follows. */
function isTopic(w: Words, c: Clause): boolean {
  if (w.tree.headOf(c.token) >= 0 || c.end - c.first > 8) return false
  const first = w.tree.firstOf(c.token)
  const last = w.tokens[w.tree.lastOf(c.token)]?.key ?? ''
  if (!asked.has(w.tokens[first]?.key ?? '')) return false
  // "Who won", "what happens now": a question without its mark.
  const next = w.tags[first + 1]?.upos
  return last !== '.' && last !== '?' && last !== '!' && next !== 'VERB' && next !== 'AUX'
}

const asked = new Set(['what', 'how', 'why', 'who', 'where', 'when', 'which'])

/** CA17: "I hope that", "it means that": a pronoun and a verb round a complement state nothing themselves. */
function isEmptyFrame(w: Words, c: Clause): boolean {
  if (c.subject === null || !c.ownSubject || w.tags[c.subject]?.upos !== 'PRON') return false
  let words = 0
  let complement = false
  for (const child of w.tree.childrenOf(c.token)) {
    const label = labelAt(w, child)
    if (label === 'ccomp') complement = true
    else if (label !== 'punct' && label !== 'mark' && label !== 'cc') words++
  }
  return complement && words <= 2
}

function sizeOf(w: Words, c: Clause): number {
  let n = 0
  for (let i = c.first; i < c.end; i++) if (!isPunct(w, i)) n++
  return n
}

/** CA12: the content of an attribution without a clause of its own ("denied any role", "a disgrace") is still a claim. */
function contentHeads(w: Words, voices: Voices, own: ReadonlySet<number>): number[] {
  const tops = new Map<number, { best: number; rank: number; served: boolean }>()
  for (let i = 0; i < w.tokens.length; i++) {
    const index = voices.inner[i] ?? -1
    if (index < 0 || isPunct(w, i) || (voices.cue[i] ?? 0) > 0) continue
    const head = w.tree.headOf(i)
    if (
      head >= 0 &&
      voices.inner[head] === index &&
      w.tokens[head]?.sentence === w.tokens[i]?.sentence
    ) {
      if (own.has(i)) markServed(tops, index)
      continue
    }
    if (own.has(i)) {
      markServed(tops, index)
      continue
    }
    // "cites a source as saying": who speaks next is no statement.
    if (voices.source[i] === 1) continue
    const rank = rankOf(w, i)
    const known = tops.get(index)
    if (!known) tops.set(index, { best: i, rank, served: false })
    else if (rank > known.rank) tops.set(index, { ...known, best: i, rank })
  }
  const out: number[] = []
  for (const [index, top] of tops) {
    // A verb that the content begins with ("to withdraw") is its statement, whatever clauses hang below it.
    if (top.best < 0 || (top.served && (top.rank < 3 || w.clauseAt.has(top.best)))) continue
    if (isBareThing(w, index, top)) continue
    const carried = w.attributions[index]?.carries.includes(w.tokens[top.best]?.sentence ?? -1)
    if (!carried) out.push(top.best)
  }
  return out
}

/** One or two words of a thing ("Mr. Trump") are no statement unless they are quoted. */
function isBareThing(w: Words, index: number, top: { best: number; rank: number }): boolean {
  const a = w.attributions[index]
  if (a?.kind !== 'indirect' || a.stance === 'denies' || top.rank === 3) return false
  // "called the sum an insult"
  let words = 0
  for (const content of a.content) eachToken(w, content, () => words++)
  if (words > 3) return false
  return w.tree.lastOf(top.best) - w.tree.firstOf(top.best) < 2
}

function markServed(
  tops: Map<number, { best: number; rank: number; served: boolean }>,
  index: number,
): void {
  const known = tops.get(index)
  tops.set(index, known ? { ...known, served: true } : { best: -1, rank: 0, served: true })
}

const contentRank: Readonly<Record<string, number>> = { VERB: 3, AUX: 1, NOUN: 2, PROPN: 2, ADJ: 2 }

function rankOf(w: Words, i: number): number {
  return contentRank[w.tags[i]?.upos ?? ''] ?? 0
}
