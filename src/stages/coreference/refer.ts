/** Referring: one pass from left to right that remembers who was spoken of and resolves what refers back. */
import type { Name } from '../../layers/names.ts'
import type { Span } from '../../text/span.ts'
import { Descriptions, descriptionAt } from './descriptions.ts'
import type { Draft, Drafts } from './entity-draft.ts'
import type { Hints } from './hints.ts'
import type { ReferenceLexicon } from './lexicons.ts'
import { Memory, type Mention } from './mention.ts'
import { namedAs } from './named-as.ts'
import { formAt, resolvePronoun } from './pronouns.ts'
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
  lexicon: ReferenceLexicon,
  r: Reading,
  names: readonly Name[],
  ofName: readonly Draft[],
  drafts: Drafts,
  hints: Hints | null = null,
): Found[] {
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
        memory.add(mentionAt(r, draft, i, end, 'name', roles.nounBeside(i)))
      }
      i = Math.max(i, end - 1)
      continue
    }
    const form = formAt(r, i)
    if (form) {
      const resolved = resolvePronoun(r, i, form, memory, aheadOf(r, i, names, ofName), hints)
      if (!resolved) continue
      out.push({
        from: r.from(i),
        to: r.to(i),
        draft: resolved.draft,
        kind: 'pronoun',
        rule: resolved.rule,
      })
      memory.add(mentionAt(r, resolved.draft, i, i + 1, 'pronoun'))
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

/** The next person named after a pronoun in its sentence, when it is a subject. */
function aheadOf(
  r: Reading,
  i: number,
  names: readonly Name[],
  ofName: readonly Draft[],
): Mention | null {
  for (let k = i + 1; k < i + 25 && r.together(i, k); k++) {
    const n = r.name(k)
    if (n < 0) continue
    const draft = ofName[n]
    if (draft && names[n]?.type === 'PERSON') return mentionAt(r, draft, k, r.nameEnd(n), 'name')
    k = Math.max(k, r.nameEnd(n) - 1)
  }
  return null
}

function mentionAt(
  r: Reading,
  draft: Draft,
  first: number,
  end: number,
  kind: Mention['kind'],
  noun = -1,
): Mention {
  const next = r.key(end)
  // "The captain, Igor Lask, said": he is what the noun beside his name is.
  const head = noun >= 0 ? noun : r.headOf(first, end)
  const deprel = r.deprel(head)
  return {
    draft,
    first,
    end,
    sentence: r.sentence(first),
    subject: deprel.startsWith('nsubj'),
    object: deprel === 'obj' || deprel === 'iobj',
    listed: deprel === 'conj' || r.key(end) === 'and',
    quote: r.quote(first),
    kind,
    owner: next === "'s" || next === "'",
  }
}
