/** Splits sentences into clauses along the dependency tree. Rules CL1-CL24 stand in SPEC.md. */
import { type Clause, clauses } from '../../layers/clauses.ts'
import { syntax, treeOf } from '../../layers/syntax.ts'
import { tags } from '../../layers/tags.ts'
import { tokens } from '../../layers/tokens.ts'
import { defineStage } from '../../pipeline/stage.ts'
import { compareSpans } from '../../text/span.ts'
import { SpanList } from '../../text/span-list.ts'
import { handOver, rawExtents, trimExtent } from './extents.ts'
import { childBy, clauseHeads, isFiniteAt, type Words } from './heads.ts'
import { openComplements } from './lexicons.ts'
import { subjectOf } from './subjects.ts'

const marks = new Set(['mark'])

export const clause = defineStage({
  name: 'clause',
  version: 5,
  needs: [tokens, tags, syntax],
  makes: [clauses],
  uses: { open: openComplements },
  run(view, lists) {
    const words: Words = {
      tokens: view.layer(tokens).items,
      tags: view.layer(tags).items,
      arcs: view.layer(syntax).items,
      tree: treeOf(view.layer(syntax)),
      open: lists.open,
    }
    return { clauses: SpanList.of(clausesOf(words)) }
  },
})

/** The clauses of a document, sorted, with parents and conjuncts as indices into the result. */
export function clausesOf(w: Words): Clause[] {
  const heads = clauseHeads(w)
  const owner = w.tree.owners((i) => heads.has(i))
  handOver(w, heads, owner)
  const extents = rawExtents(owner, heads, (i) => w.tags[i]?.upos === 'PUNCT')
  const drafts = [...heads].map(([token, head]) => {
    const raw = extents.get(token) ?? { first: token, end: token + 1 }
    const { first, end } = trimExtent(w, token, head.kind, raw, owner)
    const mark = childBy(w, token, marks)
    const subject = subjectOf(w, token, heads)
    return {
      from: w.tokens[first]?.from ?? 0,
      to: w.tokens[end - 1]?.to ?? 0,
      kind: head.kind,
      token,
      first,
      end,
      sentence: w.tokens[token]?.sentence ?? 0,
      joinsToken: head.joins,
      subject: subject.token,
      ownSubject: subject.own,
      finite: isFiniteAt(w, token),
      mark: mark < 0 ? null : mark,
      rule: head.rule,
    }
  })
  drafts.sort((a, b) => compareSpans(a, b) || a.token - b.token)
  const indexOf = new Map(drafts.map((d, i) => [d.token, i]))
  return drafts.map(({ joinsToken, ...d }) => {
    const up = w.tree.headOf(d.token)
    const governor = up < 0 ? -1 : (owner[up] ?? -1)
    const lead = joinsToken === null ? -1 : (owner[joinsToken] ?? -1)
    return {
      ...d,
      parent: indexOf.get(governor) ?? null,
      joins: indexOf.get(lead) ?? null,
    }
  })
}
