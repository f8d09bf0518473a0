/** Pronouns: who "he", "she", "they" and "it" are, or nobody when nothing speaks clearly for one. */
import type { Draft } from './entity-draft.ts'
import type { Hints } from './hints.ts'
import type { Gender } from './lexicons.ts'
import type { Memory, Mention } from './mention.ts'
import type { Reading } from './reading.ts'
import { speaks, speaksNext, speaksOnPaper } from './speaking.ts'

type Kind = 'person' | 'many' | 'thing'

interface Form {
  readonly kind: Kind
  readonly gender: Gender | null
  readonly case: 'subject' | 'object' | 'owner' | 'self'
}

const forms: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['he', { kind: 'person', gender: 'm', case: 'subject' }],
  ['him', { kind: 'person', gender: 'm', case: 'object' }],
  ['his', { kind: 'person', gender: 'm', case: 'owner' }],
  ['himself', { kind: 'person', gender: 'm', case: 'self' }],
  ['she', { kind: 'person', gender: 'f', case: 'subject' }],
  ['her', { kind: 'person', gender: 'f', case: 'owner' }],
  ['hers', { kind: 'person', gender: 'f', case: 'owner' }],
  ['herself', { kind: 'person', gender: 'f', case: 'self' }],
  ['they', { kind: 'many', gender: null, case: 'subject' }],
  ['them', { kind: 'many', gender: null, case: 'object' }],
  ['their', { kind: 'many', gender: null, case: 'owner' }],
  ['themselves', { kind: 'many', gender: null, case: 'self' }],
  ['it', { kind: 'thing', gender: null, case: 'subject' }],
  ['its', { kind: 'thing', gender: null, case: 'owner' }],
  ['itself', { kind: 'thing', gender: null, case: 'self' }],
])

/** The form of the pronoun at a token, or null. */
export function formAt(r: Reading, i: number): Form | null {
  const form = forms.get(r.key(i)) ?? null
  if (form?.gender === 'f' && r.key(i) === 'her')
    return r.deprel(i).includes('poss') || r.xpos(i) === 'PRP$' ? form : { ...form, case: 'object' }
  return form
}

/** Weights of what makes a person the one meant; their sum chooses. */
export const weights = {
  /** Each sentence back costs so much. */
  sentence: -2.2,
  /** Within a sentence order says little. */
  step: 0.05,
  subject: 0.6,
  object: 0.3,
  /** The first mention of its sentence is mostly its topic. */
  topic: 0.8,
  /** The last pronoun of this gender meant the same person. */
  chain: 0.8,
  /** Known to be of the pronoun's gender. */
  gender: 0.3,
  /** Named often. */
  frequent: 1.0,
  /** "Putin's" is as good a topic as "Putin", though no subject. */
  owner: 0.5,
  /** The same role in its sentence as the pronoun. */
  parallel: 0.3,
  /** "his" and the subject of its own clause. */
  ownSubject: 0.1,
  /** One of a list: "Putin and Kim". */
  listed: -0.3,
  /** A lone name that nothing typed: in a passage with "he" it mostly is a person. */
  unsure: 0.2,
  /** Who spoke last is most likely "he said". */
  speaks: 0.8,
  /** Spoken of in somebody's quoted words, and not by the report. */
  quoted: -0.8,
  /** Named only after the pronoun: "In his speech, Putin ...". */
  ahead: 1.2,
}

/** How the reader's hints and the rules' sums are joined (CO20, CO21). */
const hinting = {
  /** What a rule's sum counts beside the logarithm of the hint. */
  rule: 0.4,
  /** Beside hints, distance and chains count in their own way. */
  sentence: -3,
  chain: 0.3,
  /** So that a hint of nothing leaves a chance. */
  chance: 0.001,
  /** The hint of a name that comes only after the pronoun, before what the reader says of it. */
  ahead: 0.6,
  /** "They" and "it" need so much. */
  least: 0.35,
  /** A group that "they" may mean is at least so likely. */
  group: 0.1,
  /** What a hint counts where the pronoun speaks and whom it would mean was no subject. */
  silent: 0.5,
}

/** How many sentences back a person is still in mind. */
const reach = 5
/** A person must lead the next one by so much, else the report leaves it open. */
const lead = 0.02

export interface Resolved {
  readonly draft: Draft
  readonly rule: string
}

/** CO5, CO6, CO7: the entity of the pronoun at `i`, or null; `ahead` is the next person named in the sentence. */
export function resolvePronoun(
  r: Reading,
  i: number,
  form: Form,
  memory: Memory,
  ahead: Mention | null,
  hints: Hints | null = null,
): Resolved | null {
  if (form.kind === 'person') return resolvePerson(r, i, form, memory, ahead, hints)
  const speaker = form.case === 'subject' ? resolveSpeaker(r, i, form, memory) : null
  if (speaker) return speaker
  const hinted = hints ? resolveHinted(r, i, form, memory, hints) : null
  if (hinted) return hinted
  if (form.kind === 'many') return resolveMany(r, i, memory)
  return resolveThing(r, i, form, memory)
}

function resolvePerson(
  r: Reading,
  i: number,
  form: Form,
  memory: Memory,
  ahead: Mention | null,
  hints: Hints | null,
): Resolved | null {
  const scores = new Map<Draft, number>()
  const hinted = new Map<Draft, number>()
  const sentence = r.sentence(i)
  const topics = topicsOf(memory, sentence)
  let step = 0
  let chained = false
  const note = (draft: Draft, score: number): void => {
    if (score > (scores.get(draft) ?? Number.NEGATIVE_INFINITY)) scores.set(draft, score)
  }
  for (const m of memory.latest(sentence, reach)) {
    if (!canBe(m.draft, form) || isBarred(r, i, form, m)) continue
    // Who is only described in somebody's quoted words is not who the report speaks of.
    if (m.quote >= 0 && r.quote(i) < 0 && m.draft.nameless) continue
    let score =
      (hints ? hinting.sentence : weights.sentence) * (sentence - m.sentence) +
      weights.step * step +
      kindScore(r, i, form, m)
    step++
    if (topics.has(m)) score += weights.topic
    score += weights.frequent * Math.log2(1 + m.draft.weight)
    if (!chained && m.kind === 'pronoun' && m.draft.gender === form.gender) {
      score += hints ? hinting.chain : weights.chain
      chained = true
    }
    note(m.draft, score)
    if (hints) hinted.set(m.draft, (hinted.get(m.draft) ?? 0) + hints.weight(i, m.first, m.end))
  }
  for (const [draft, p] of hinted)
    scores.set(draft, hinting.rule * (scores.get(draft) ?? 0) + Math.log(p + hinting.chance))
  if (
    ahead &&
    canBe(ahead.draft, form) &&
    ahead.subject &&
    !speaksNext(r, i + 1) &&
    !isBarred(r, i, form, ahead) &&
    opensSentence(r, i, ahead.first)
  )
    note(
      ahead.draft,
      hints
        ? hinting.rule * (weights.ahead + kindScore(r, i, form, ahead)) +
            Math.log(hinting.ahead + forward(hints, ahead, i))
        : weights.ahead + kindScore(r, i, form, ahead),
    )
  const chosen = clearBest(scores)
  if (!chosen) return null
  chosen.gender ??= form.gender
  return { draft: chosen, rule: 'CO5' }
}

function kindScore(r: Reading, i: number, form: Form, m: Mention): number {
  let score = 0
  if (m.subject) score += weights.subject
  else if (m.object) score += weights.object
  if (m.owner) score += weights.owner
  if (m.listed) score += weights.listed
  if ((form.case === 'subject') === m.subject) score += weights.parallel
  if (m.draft.gender === form.gender) score += weights.gender
  if (m.draft.type !== 'PERSON') score += weights.unsure
  if (m.quote >= 0 && r.quote(i) < 0) score += weights.quoted
  if (
    form.case === 'subject' &&
    m.subject &&
    speaksNext(r, i + 1) &&
    speaks(r, r.head(r.headOf(m.first, m.end)))
  )
    score += weights.speaks
  if (
    form.case !== 'subject' &&
    m.subject &&
    r.together(i, m.first) &&
    !hasSubjectBetween(r, m.end, i)
  )
    score += weights.ownSubject
  return score
}

/** Persons of the right gender; a lone name that nothing typed may be one too. */
function canBe(draft: Draft, form: Form): boolean {
  if (draft.plural || (draft.gender !== null && draft.gender !== form.gender)) return false
  return draft.type === 'PERSON' || (draft.type === 'MISC' && !draft.nameless)
}

/** "In his speech," and "While she waited,": a comma parts the pronoun from the name that it looks ahead to. */
function opensSentence(r: Reading, i: number, name: number): boolean {
  for (let k = i + 1; k < name; k++) if (r.key(k) === ',') return true
  return false
}

function hasSubjectBetween(r: Reading, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (r.deprel(k).startsWith('nsubj') && r.upos(k) !== 'PRON') return true
  return false
}

/** The first person of every sentence in reach. */
function topicsOf(memory: Memory, sentence: number): ReadonlySet<Mention> {
  const first = new Map<number, Mention>()
  for (const m of memory.latest(sentence, reach))
    if (m.draft.type === 'PERSON') first.set(m.sentence, m)
  return new Set(first.values())
}

function clearBest(scores: ReadonlyMap<Draft, number>): Draft | null {
  let best: Draft | null = null
  let top = Number.NEGATIVE_INFINITY
  let second = Number.NEGATIVE_INFINITY
  for (const [draft, score] of scores) {
    if (score > top) {
      second = top
      top = score
      best = draft
    } else if (score > second) second = score
  }
  return best && top - second >= lead ? best : null
}

/**
 * CO8: "him" is not the subject of its own verb ("Austin met him"); a speaker is not "he" in his own words
 * ("'He lied,' Austin said").
 */
function isBarred(r: Reading, i: number, form: Form, m: Mention): boolean {
  if (!r.together(i, m.first)) return false
  const verb = r.head(r.headOf(m.first, m.end))
  if (form.case === 'object' && m.subject) {
    const own = governor(r, i)
    if (own >= 0 && verb === own) return true
  }
  // "Mary's brother said she" leaves Mary open, "his" next to its own owner does not.
  return r.quote(i) >= 0 && m.quote !== r.quote(i) && m.subject && speaks(r, verb)
}

/** The verb that governs an object or oblique. */
function governor(r: Reading, i: number): number {
  const deprel = r.deprel(i)
  return deprel === 'obj' || deprel === 'iobj' || deprel.startsWith('obl') ? r.head(i) : -1
}

/** CO21: how likely a name after the pronoun refers back to it. */
function forward(hints: Hints, ahead: Mention, i: number): number {
  let p = 0
  for (let k = ahead.first; k < ahead.end; k++) p = Math.max(p, hints.weight(k, i, i + 1))
  return p
}

/** CO22: "they", "it" and "its" are whom or what the reader finds likely enough, of the right kind. */
function resolveHinted(
  r: Reading,
  i: number,
  form: Form,
  memory: Memory,
  hints: Hints,
): Resolved | null {
  const sums = new Map<Draft, number>()
  const saying = form.case === 'subject' && speaksNext(r, i + 1)
  for (const m of memory.latest(r.sentence(i), reach)) {
    if (form.kind === 'thing' && (m.draft.plural || m.draft.type === 'PERSON')) continue
    let p = hints.weight(i, m.first, m.end)
    // Who says something is who was the subject before, more than who was only mentioned.
    if (saying && !m.subject) p *= hinting.silent
    if (p > 0) sums.set(m.draft, (sums.get(m.draft) ?? 0) + p)
  }
  // Singular "they" is rarely someone who is "he" or "she" elsewhere, where a group may be meant.
  const group = [...sums].some(([draft, p]) => draft.plural && p >= hinting.group)
  let best: Draft | null = null
  for (const [draft, p] of sums) {
    if (form.kind === 'many' && group && draft.type === 'PERSON' && !draft.plural && draft.gender)
      continue
    if (p > (best ? (sums.get(best) ?? 0) : hinting.least)) best = draft
  }
  return best ? { draft: best, rule: 'CO22' } : null
}

/**
 * CO32: in "the firm said it was confident" and "the union said they would strike", "it" and "they" are the body or group
 * that says so; "it recommends" after a document spoke is the document.
 */
function resolveSpeaker(r: Reading, i: number, form: Form, memory: Memory): Resolved | null {
  const clause = r.head(i)
  if (clause < i || !r.deprel(i).startsWith('nsubj') || isImpersonal(r, clause)) return null
  const verb = r.deprel(clause) === 'ccomp' ? r.head(clause) : -1
  for (const m of memory.latest(r.sentence(i), 1)) {
    if (
      !m.subject ||
      m.quote !== r.quote(i) ||
      (m.draft.type === 'PERSON') !== (form.kind === 'many')
    )
      continue
    if (form.kind === 'many' ? !m.draft.plural : m.draft.plural || m.draft.type === 'NORP') continue
    if (r.together(i, m.first)) {
      if (verb >= 0 && verb < i && speaks(r, verb) && r.head(r.headOf(m.first, m.end)) === verb)
        return { draft: m.draft, rule: 'CO32' }
    } else if (m.draft.type === 'WORK' && m.draft.nameless && speaksOnPaper(r, clause))
      return { draft: m.draft, rule: 'CO32' }
  }
  return null
}

/** "It was clear that", "it is possible to": nobody is so. */
function isImpersonal(r: Reading, clause: number): boolean {
  for (let k = clause + 1; k < clause + 12 && r.together(k, clause); k++)
    if (r.head(k) === clause && (r.deprel(k) === 'csubj' || r.deprel(k) === 'ccomp'))
      return r.upos(clause) !== 'VERB'
  return impersonal.has(r.key(clause)) || expletiveVerbs.has(r.lemma(clause))
}

const impersonal = new Set([
  ...['clear', 'unclear', 'possible', 'impossible', 'likely', 'unlikely', 'important', 'necessary'],
  ...[
    'true',
    'time',
    'early',
    'late',
    'difficult',
    'hard',
    'easy',
    'obvious',
    'good',
    'bad',
    'better',
  ],
])

/** CO6: "they" is the latest group of people that is a subject or was spoken of in this or the last sentence. */
function resolveMany(r: Reading, i: number, memory: Memory): Resolved | null {
  const sentence = r.sentence(i)
  let best: Mention | null = null
  let top = 0
  for (const m of memory.latest(sentence, 1)) {
    if (!m.draft.plural) continue
    const score =
      (m.subject ? 2 : 1) + (m.sentence === sentence ? 0.5 : 0) + (m.kind === 'pronoun' ? 0.6 : 0)
    if (score > top) {
      top = score
      best = m
    }
  }
  return best ? { draft: best.draft, rule: 'CO6' } : null
}

/** CO7: "it" and "its" are the body or state that is the subject before it; "it is clear that" is nobody. */
function resolveThing(r: Reading, i: number, form: Form, memory: Memory): Resolved | null {
  if (form.case === 'subject' && isExpletive(r, i)) return null
  const sentence = r.sentence(i)
  let best: Mention | null = null
  let top = 0
  for (const m of memory.latest(sentence, 1)) {
    const { draft } = m
    if (draft.plural || draft.type === 'PERSON' || draft.type === 'NORP') continue
    const acts = draft.type === 'ORG' || (draft.type === 'LOC' && draft.country !== null)
    if (!acts) continue
    const same = m.sentence === sentence
    const score =
      (m.subject ? 2 : 0) +
      (same ? 0.5 : 0) +
      (m.kind === 'pronoun' ? 0.5 : 0) +
      (form.case === 'owner' && same ? 0.7 : 0)
    if (score > top) {
      top = score
      best = m
    }
  }
  return best && top >= 1 ? { draft: best.draft, rule: 'CO7' } : null
}

/** "It is", "it was", "it seems", "it remains", and "it" that is no subject at all. */
function isExpletive(r: Reading, i: number): boolean {
  if (r.deprel(i) === 'expl') return true
  const head = r.head(i)
  if (r.deprel(i) !== 'nsubj' || head < i) return true
  return r.upos(head) !== 'VERB' || expletiveVerbs.has(r.lemma(head))
}

const expletiveVerbs = new Set([
  'be',
  'seem',
  'appear',
  'remain',
  'take',
  'rain',
  'snow',
  'turn',
  'happen',
  'become',
  'come',
  'mean',
  'make',
  'get',
  'go',
])
