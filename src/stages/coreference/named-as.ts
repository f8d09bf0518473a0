/** Named as: a description whose name the same sentence gives - "a man who gave his name as Ivo", "the spy agency, the NIS," (CO31). */
import type { Name } from '../../layers/names.ts'
import type { Draft } from './entity-draft.ts'
import type { Phrase } from './phrase.ts'
import type { Reading } from './reading.ts'

/** The name stands no further behind its verb, and the verb no further behind the description, in words. */
const near = 12
/** Verbs that give a name. */
const naming = new Set(['name', 'call', 'identify', 'know', 'introduce', 'give'])
const before = new Set(['as', 'only', 'be', 'himself', 'herself', 'themselves', 'by', 'to'])

/** The entity that the sentence names a described person or body as, or null. */
export function namedAs(
  r: Reading,
  d: Phrase,
  names: readonly Name[],
  ofName: readonly Draft[],
): Draft | null {
  if (d.plural) return null
  return beside(r, d, names, ofName) ?? byVerb(r, d, names, ofName)
}

/** "Seoul's spy agency, the NIS,": a body between commas, right behind. */
function beside(
  r: Reading,
  d: Phrase,
  names: readonly Name[],
  ofName: readonly Draft[],
): Draft | null {
  if (r.key(d.end) !== ',') return null
  const at = r.key(d.end + 1) === 'the' ? d.end + 2 : d.end + 1
  const n = r.name(at)
  if (n < 0 || !r.together(at, d.first) || names[n]?.type !== 'ORG' || r.nameFirst(n) !== at)
    return null
  const close = r.key(r.nameEnd(n))
  if (close !== ',' && close !== '.') return null
  // "The army, the FSB and the police": a list.
  for (let i = r.nameEnd(n) + 1; i < r.nameEnd(n) + near && r.together(i, at); i++) {
    if (r.upos(i) === 'VERB' || r.upos(i) === 'AUX') break
    if (r.key(i) === 'and' || r.key(i) === 'or') return null
  }
  return ofName[n] ?? null
}

/** "an officer identified as Ivo Lask", "a woman who asked to be named only as Elena", "the agency, known as Supo". */
function byVerb(
  r: Reading,
  d: Phrase,
  names: readonly Name[],
  ofName: readonly Draft[],
): Draft | null {
  const verb = verbOfNaming(r, d)
  if (verb < 0) return null
  let as = r.lemma(verb) === 'call' || r.lemma(verb) === 'name'
  for (let i = verb + 1; i < verb + near && r.together(i, verb); i++) {
    const n = r.name(i)
    if (n >= 0) {
      const type = names[n]?.type
      return as && (type === 'PERSON' || type === 'ORG') ? (ofName[n] ?? null) : null
    }
    if (r.key(i) === 'as') as = true
    if (r.upos(i) === 'PUNCT') return null
    if (!before.has(r.key(i)) && !between.has(r.upos(i))) return null
  }
  return null
}

/** What may stand between the verb and the name: "gave his name only as". */
const between = new Set(['PRON', 'NOUN', 'ADV', 'ADJ', 'DET', 'PART'])

/** The verb of a clause that hangs from the description; a verb of speaking or another finite clause ends the search. */
function verbOfNaming(r: Reading, d: Phrase): number {
  const head = d.end - 1
  for (let i = d.end; i < d.end + near && r.together(i, head); i++) {
    if (r.upos(i) !== 'VERB') continue
    if (naming.has(r.lemma(i))) return hangs(r, i, head) ? i : -1
  }
  return -1
}

/** True when the verb hangs from the noun, over no more than three others. */
function hangs(r: Reading, verb: number, noun: number): boolean {
  let at = verb
  for (let step = 0; step < 4; step++) {
    const relation = r.deprel(at)
    at = r.head(at)
    if (at === noun) return relation.startsWith('acl')
    if (at < noun) return false
  }
  return false
}
