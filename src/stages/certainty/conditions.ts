/** Finds conditions in all their forms (CE40, CE41, CE47, CE50) and what they condition, with the words of the condition. */
import type { Clause } from '../../layers/clauses.ts'
import type { Modality } from '../../layers/modalities.ts'
import type { Span } from '../../text/span.ts'
import { modality } from './modality.ts'
import { keyAt, labelAt, spanOf, uposAt, type Words, xposAt } from './words.ts'

/** Words behind which a clause with a subject of its own is supposed, where nothing stands before them but a pause. */
const supposing = new Set(['provided', 'providing', 'assuming', 'supposing'])

/** Verbs of asking: an "if" behind them means "whether". */
const asking = new Set(['ask', 'wonder', 'know', 'see', 'doubt', 'determine', 'check', 'inquire'])

/** Words of telling and knowing: so it does where it stands right behind them. */
const telling = new Set(['say', 'tell', 'decide', 'establish', 'find', 'clear', 'unclear', 'sure'])

/** Conditions and their effects, in no particular order. */
export function conditions(w: Words): Modality[] {
  const out: Modality[] = [...openingInversions(w), ...lackings(w)]
  for (const [index, c] of w.clauses.entries()) {
    const opener = openerOf(w, c)
    if (opener) out.push(...supposed(w, c, index, opener))
  }
  return out
}

/** The first token of the words that make a clause a condition, and the one after the last. */
function openerOf(w: Words, c: Clause): readonly [number, number] | null {
  const mark = c.mark ?? c.first
  const key = keyAt(w, mark)
  if (c.kind === 'condition') return [mark, mark + 1]
  if ((key === 'if' || key === 'unless') && c.mark !== null) return [mark, mark + 1]
  if (!c.ownSubject) return null
  for (const start of [c.first, mark - 2, c.first - 3])
    if (isAsLongAs(w, start)) return [start, start + 3]
  const at = keyAt(w, c.first - 1) === 'that' ? c.first - 2 : c.first - 1
  if (c.finite && supposing.has(keyAt(w, at)) && isPause(w, at - 1, c.sentence)) return [at, at + 1]
  return isInverted(w, c) ? [c.first, c.first + 1] : null
}

/** "as long as the siege goes on". */
function isAsLongAs(w: Words, start: number): boolean {
  const key = keyAt(w, start)
  return (
    (key === 'as' || key === 'so') && keyAt(w, start + 1) === 'long' && keyAt(w, start + 2) === 'as'
  )
}

/** True for the start of the sentence, a sign, and a word that joins. */
function isPause(w: Words, i: number, sentence: number): boolean {
  if (i < 0 || w.tokens[i]?.sentence !== sentence) return true
  const upos = uposAt(w, i)
  return upos === 'PUNCT' || upos === 'CCONJ' || keyAt(w, i) === 'only'
}

/** "… should the ban be adopted", "… had it rained": behind its effect the auxiliary stands before the subject. */
function isInverted(w: Words, c: Clause): boolean {
  const key = keyAt(w, c.first)
  if (key !== 'should' && key !== 'had' && key !== 'were') return false
  if (c.parent === null || isPause(w, c.first - 1, c.sentence)) return false
  if (!labelAt(w, c.first).startsWith('aux') || w.tree.headOf(c.first) !== c.token) return false
  if (c.subject === null || c.subject < c.first || c.subject > c.token) return false
  return key !== 'had' || xposAt(w, c.token) === 'VBN'
}

/** CE40, CE41: what is supposed, and what would follow from it. */
function supposed(
  w: Words,
  c: Clause,
  index: number,
  [from, to]: readonly [number, number],
): Modality[] {
  // "if anything", "if compared with last year": no clause that could be true or not
  if (c.subject === null && keyAt(w, c.token) === 'compared') return []
  const parent = c.parent === null ? undefined : w.clauses[c.parent]
  if (asks(w, c, parent, from)) return [modality(w, from, to, 'question', c.token, 'CE44')]
  const condition: Span = { from: Math.min(c.from, w.tokens[from]?.from ?? c.from), to: c.to }
  const own = modality(w, from, to, 'conditional', c.token, 'CE40', condition)
  if (keyAt(w, from - 1) === 'even') return [own]
  const effects = new Set<number>(contentOf(w, c))
  const above = effectAbove(w, c, parent, from)
  const next = effectBehind(w, c, index, from, parent)
  for (const on of above) effects.add(on)
  for (const on of next) effects.add(on)
  return [
    own,
    ...[...effects].map((on) => modality(w, from, to, 'conditional', on, 'CE41', condition)),
  ]
}

/** CE40: "if it finds that rules were broken": what the condition would find is supposed with it. */
function contentOf(w: Words, c: Clause): number[] {
  const out: number[] = []
  for (const x of w.tree.childrenOf(c.token))
    if (x > c.token && labelAt(w, x) === 'ccomp' && w.clauseAt.has(x)) out.push(x)
  return out
}

/** "asked if", "would not say if", "unclear if": the word means "whether". */
function asks(w: Words, c: Clause, parent: Clause | undefined, from: number): boolean {
  if (keyAt(w, from) !== 'if' || !parent || c.first <= parent.token) return false
  if (isPause(w, from - 1, c.sentence)) return false
  const before = w.lemmas[from - 1] ?? ''
  if (asking.has(before) || telling.has(before)) return true
  return asking.has(w.lemmas[parent.token] ?? '') || labelAt(w, c.token) === 'csubj'
}

/** The clause that the condition hangs on, past "provided" itself; with the infinitive before an inversion. */
function effectAbove(
  w: Words,
  c: Clause,
  parent: Clause | undefined,
  from: number,
): readonly number[] {
  let above = parent
  if (above && supposing.has(keyAt(w, above.token)))
    above = above.parent === null ? undefined : w.clauses[above.parent]
  if (!above) return []
  // "\"If the sea comes, it comes,\" he said": content of a verb of saying behind it is no effect on that verb
  if (labelAt(w, c.token) === 'ccomp') {
    if (above.token > c.token) return []
    for (const x of w.tree.childrenOf(above.token))
      if (labelAt(w, x) === 'xcomp' && x > above.token && x < from) return [x]
  }
  return [above.token]
}

/** CE41: "warned that if it fails, the city could drown": the clause behind the comma, where the condition hangs elsewhere. */
function effectBehind(
  w: Words,
  c: Clause,
  index: number,
  from: number,
  parent: Clause | undefined,
): readonly number[] {
  const behind = parent !== undefined && parent.first >= c.end && labelAt(w, c.token) !== 'ccomp'
  const before = uposAt(w, from - 1)
  const opens =
    isPause(w, from - 1, c.sentence) || before === 'SCONJ' || before === 'CCONJ' || from !== c.first
  if (!opens) return []
  // without a comma the outcome follows at once, with a subject of its own
  const comma = keyAt(w, c.end) === ','
  for (let k = index + 1; k < w.clauses.length && k < index + 6; k++) {
    const d = w.clauses[k]
    if (!d || d.sentence !== c.sentence) break
    if (d.first < c.end || d.first > c.end + 2 || !d.finite || d.kind === 'relative') continue
    // "If the dam overflows, ten villages could drown, the ministry warned": what was warned of stands between.
    if (behind && (d.parent !== c.parent || d.kind !== 'complement')) continue
    return comma || (d.first === c.end && d.ownSubject) ? [d.token] : []
  }
  return []
}

/** CE50: "without more drones it would be forced to retreat": what is missing is the condition of what would be. */
function lackings(w: Words): Modality[] {
  const out: Modality[] = []
  for (let i = 0; i < w.tokens.length; i++) {
    const key = keyAt(w, i)
    const long = key === 'but' && keyAt(w, i + 1) === 'for'
    if (key !== 'without' && !long) continue
    const noun = w.tree.headOf(long ? i + 1 : i)
    if (noun <= i || uposAt(w, noun) === 'VERB' || labelAt(w, i) === 'mark') continue
    const on = w.tree.headOf(noun)
    if (on < 0 || !w.clauseAt.has(on) || !isSupposed(w, on)) continue
    const condition = spanOf(w, i, w.tree.lastOf(noun) + 1)
    out.push(modality(w, i, long ? i + 2 : i + 1, 'conditional', on, 'CE50', condition))
  }
  return out
}

/** True for a predicate with "would", "could" or "might". */
function isSupposed(w: Words, on: number): boolean {
  for (const c of w.tree.childrenOf(on)) {
    const key = keyAt(w, c)
    if (key === 'would' || key === 'could' || key === 'might') return true
  }
  return false
}

/**
 * CE47: "Should the dam fail, the valley would flood": an auxiliary that opens a sentence that is no question supposes
 * what stands before the comma, and the rest follows from it, however the tree joins the two.
 */
function openingInversions(w: Words): Modality[] {
  const out: Modality[] = []
  let k = 0
  for (let first = 0; first < w.tokens.length; ) {
    const sentence = w.tokens[first]?.sentence ?? 0
    let end = first + 1
    while (end < w.tokens.length && w.tokens[end]?.sentence === sentence) end++
    const at = uposAt(w, first) === 'PUNCT' && first + 1 < end ? first + 1 : first
    const comma = inversionComma(w, at, end)
    while (k < w.clauses.length && (w.clauses[k]?.from ?? 0) < (w.tokens[first]?.from ?? 0)) k++
    for (; k < w.clauses.length && w.clauses[k]?.sentence === sentence; k++) {
      const c = w.clauses[k]
      if (!c || comma < 0) continue
      const condition = { from: w.tokens[at]?.from ?? 0, to: w.tokens[comma - 1]?.to ?? 0 }
      out.push(modality(w, at, at + 1, 'conditional', c.token, 'CE47', condition))
    }
    first = end
  }
  return out
}

/** The comma that ends an inverted condition at the start of a sentence, or -1. */
function inversionComma(w: Words, first: number, end: number): number {
  const key = keyAt(w, first)
  if (key !== 'should' && key !== 'were' && key !== 'had') return -1
  if (uposAt(w, first + 1) === 'VERB' || xposAt(w, first) === 'NN') return -1
  let comma = -1
  for (let i = first; i < end; i++) {
    if (keyAt(w, i) === '?') return -1
    if (comma < 0 && keyAt(w, i) === ',') comma = i
  }
  return comma
}
