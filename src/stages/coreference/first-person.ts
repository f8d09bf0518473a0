/** First person: "I" and "my" in quoted words are who is said to speak them (CO25). */
import type { Draft } from './entity-draft.ts'
import type { Reading } from './reading.ts'
import type { Found } from './refer.ts'
import { speaks } from './speaking.ts'

const firstPersons: ReadonlySet<string> = new Set(['i', 'me', 'my', 'mine', 'myself'])
/** A verb of speaking stands so near its quotation, in words. */
const near = 14

/** Resolves the first person of every quotation whose speaker the words around it name; `draftAt` says whom a word means. */
export function firstPerson(r: Reading, draftAt: ReadonlyMap<number, Draft>): Found[] {
  const out: Found[] = []
  let last: Draft | null = null
  let lastEnd = -1
  for (let first = 0; first < r.length; ) {
    const quote = r.quote(first)
    let end = first + 1
    while (end < r.length && r.quote(end) === quote) end++
    if (quote >= 0) {
      // A quotation that goes on after its speaker was named is the same person's.
      const carried: Draft | null = lastEnd >= 0 && first - lastEnd <= near ? last : null
      last = speakerOf(r, first, end, draftAt) ?? carried
      lastEnd = end
      for (let i = first; last && i < end; i++)
        if (firstPersons.has(r.key(i)) && !draftAt.has(i))
          out.push({
            from: r.from(i),
            to: r.to(i),
            draft: last,
            kind: 'pronoun',
            rule: 'CO25',
          })
    }
    first = end
  }
  return out
}

/** The person who is the subject of a verb of speaking behind the quotation, else before it. */
function speakerOf(
  r: Reading,
  first: number,
  end: number,
  draftAt: ReadonlyMap<number, Draft>,
): Draft | null {
  let stop = end
  while (stop < end + near && r.together(end - 1, stop) && r.quote(stop) < 0) stop++
  let start = first
  while (start > first - near && r.together(start - 1, first) && r.quote(start - 1) < 0) start--
  return subjectIn(r, end, stop, draftAt) ?? subjectIn(r, start, first, draftAt)
}

function subjectIn(
  r: Reading,
  from: number,
  to: number,
  draftAt: ReadonlyMap<number, Draft>,
): Draft | null {
  for (let i = from; i < to; i++) {
    const verb = r.head(i)
    if (!r.deprel(i).startsWith('nsubj') || verb < from || verb >= to || !speaks(r, verb)) continue
    const draft = draftAt.get(i)
    if (draft && draft.type === 'PERSON' && !draft.plural) return draft
  }
  return null
}
