/** Referring: one pass from left to right that remembers who was spoken of and resolves what refers back. */
import type { Name } from '../../layers/names.ts'
import type { Span } from '../../text/span.ts'
import { Descriptions, descriptionAt } from './descriptions.ts'
import type { Draft, Drafts } from './entity-draft.ts'
import { formAt } from './forms.ts'
import { Memory, type Mention } from './mention.ts'
import { namedAs } from './named-as.ts'
import { type Knowledge, resolvePronoun } from './pronouns.ts'
import type { Reading } from './reading.ts'
import { Roles } from './roles.ts'

/** A resolved pronoun or description. */
export interface Found extends Span {
  readonly draft: Draft
  readonly kind: 'pronoun' | 'noun'
  readonly rule: string
}

/** Resolves all pronouns and descriptions of a report. */
export function refer(
  knowledge: Knowledge,
  r: Reading,
  names: readonly Name[],
  ofName: readonly Draft[],
  drafts: Drafts,
): Found[] {
  const { lexicon, hints } = knowledge
  const memory = new Memory()
  const roles = new Roles(lexicon, r, names, ofName)
  const descriptions = new Descriptions(lexicon, drafts, roles, hints)
  const out: Found[] = []
  for (let i = 0; i < r.length; i++) {
    const n = r.name(i)
    if (n >= 0) {
      const end = r.nameEnd(n)
      const draft = ofName[n]
      const name = names[n]
      if (draft && name) {
        if (name.type === 'NORP' && name.name.endsWith('s')) draft.plural = true
        memory.add(nameAt(r, draft, i, end, roles.nounBeside(i)))
      }
      i = Math.max(i, end - 1)
      continue
    }
    const form = formAt(r, i)
    if (form) {
      const ahead = form.kind === 'person' ? aheadOf(r, i, names, ofName, roles) : []
      const resolved = resolvePronoun(r, i, form, memory, ahead, knowledge)
      if (!resolved) continue
      out.push({
        from: r.from(i),
        to: r.to(i),
        draft: resolved.draft,
        kind: 'pronoun',
        rule: resolved.rule,
      })
      memory.add({
        ...mentionAt(r, resolved.draft, i, i + 1, 'pronoun'),
        form: form.gender,
      })
      continue
    }
    const description = descriptionAt(lexicon, r, i)
    if (!description) continue
    if (roles.apposedAt(i)) continue
    const same = namedAs(r, description, names, ofName)
    if (same) {
      const { first, end } = description
      out.push({ from: r.from(first), to: r.to(end - 1), draft: same, kind: 'noun', rule: 'CO31' })
      memory.add(mentionAt(r, same, first, end, 'noun'))
      continue
    }
    const described = descriptions.resolve(r, description, memory)
    if (!described) continue
    const { first, end } = description
    out.push({
      from: r.from(first),
      to: r.to(end - 1),
      draft: described.draft,
      kind: 'noun',
      rule: described.rule,
    })
    memory.add(mentionAt(r, described.draft, first, end, 'noun'))
  }
  return out
}

/** Names further ahead than this are not looked at, in words. */
const farthest = 40

/** The persons named after a pronoun in its sentence. */
function aheadOf(
  r: Reading,
  i: number,
  names: readonly Name[],
  ofName: readonly Draft[],
  roles: Roles,
): Mention[] {
  const out: Mention[] = []
  for (let k = i + 1; k < i + farthest && r.together(i, k); k++) {
    const n = r.name(k)
    if (n < 0) continue
    const draft = ofName[n]
    const end = r.nameEnd(n)
    if (draft && names[n]?.type === 'PERSON' && k === r.nameFirst(n))
      out.push(nameAt(r, draft, k, end, roles.nounBeside(k)))
    k = Math.max(k, end - 1)
  }
  return out
}

/** A name: "The captain, Igor Lask, said": he is what the noun beside his name is. */
function nameAt(r: Reading, draft: Draft, first: number, end: number, noun: number): Mention {
  const head = r.headOf(first, end)
  const also: number[] = noun >= 0 ? [noun] : []
  // "Admiral Lask", "the pianist Lask": what stands right before the name.
  for (let k = first - 1; k >= first - 3 && r.together(k, first); k--) {
    if (r.head(k) < first || r.head(k) >= end || (r.upos(k) !== 'NOUN' && r.upos(k) !== 'PROPN'))
      break
    also.push(k)
  }
  const up = r.head(head)
  const hangs = r.deprel(head) === 'appos' || r.deprel(head) === 'flat'
  if (hangs && up >= 0 && up < first && r.name(up) < 0 && !also.includes(up)) also.push(up)
  return mentionAt(r, draft, first, end, 'name', noun >= 0 ? noun : head, also)
}

function mentionAt(
  r: Reading,
  draft: Draft,
  first: number,
  end: number,
  kind: Mention['kind'],
  head = r.headOf(first, end),
  also: readonly number[] = [],
): Mention {
  const next = r.key(end)
  const deprel = r.deprel(head)
  return {
    draft,
    first,
    end,
    head,
    also,
    sentence: r.sentence(first),
    subject: deprel.startsWith('nsubj'),
    object: deprel === 'obj' || deprel === 'iobj',
    listed: deprel === 'conj' || r.key(end) === 'and',
    quote: r.quote(first),
    kind,
    form: null,
    owner: next === "'s" || next === "'",
  }
}
