/** Read drafts: attributions that the trained reader finds and no rule does, with the spans that it gives (AT31). */
import { isBarePassive } from './cue-group.ts'
import type { Draft } from './draft.ts'
import { type Evidence, likeliest } from './evidence.ts'
import type { CueEntry, VerbLexicon } from './lexicons.ts'
import type { Range, Reading } from './reading.ts'
import { rangesOf } from './span-choice.ts'

/** From this probability on the reader needs no rule beside it. */
const sure = 0.6

interface ReadLexicons {
  readonly verbs: VerbLexicon
  readonly nouns: ReadonlyMap<string, CueEntry>
}

/** Drafts for sure cues of which no draft has a word. */
export function readDrafts(
  r: Reading,
  evidence: Evidence,
  drafts: readonly Draft[],
  lexicons: ReadLexicons,
): Draft[] {
  const taken = new Set<number>()
  for (const d of drafts) for (const c of d.cue) for (let i = c.first; i < c.end; i++) taken.add(i)
  return evidence.cues.flatMap((c) => {
    if (c.probability < sure || c.cue.some((i) => taken.has(i))) return []
    const content = likeliest(c, 'content')
    if (content.length === 0) return []
    const anchor = anchorOf(r, c.cue)
    // "As was noted at the meeting": where it was said is nobody who said it.
    const hidden = isBarePassive(r, anchor)
    const source = likeliest(c, 'source').filter((x) => !hidden && r.upos(x.first) !== 'ADP')
    const entry = entryOf(r, anchor, lexicons)
    return [
      {
        cue: rangesOf(c.cue),
        source,
        sourceHead: source[0] ? headOfRange(r, source[0]) : -1,
        content,
        anchor,
        stance: entry?.stance ?? 'asserts',
        class: entry?.class ?? 'say',
        rule: 'AT31',
      },
    ]
  })
}

/** The word of the cue that the others hang from. */
function anchorOf(r: Reading, cue: readonly number[]): number {
  return cue.find((i) => !cue.includes(r.head(i))) ?? cue[0] ?? 0
}

function entryOf(r: Reading, i: number, lexicons: ReadLexicons): CueEntry | null {
  return lexicons.verbs.verbs.get(r.lemma(i)) ?? lexicons.nouns.get(r.lemma(i)) ?? null
}

function headOfRange(r: Reading, range: Range): number {
  for (let i = range.first; i < range.end; i++) {
    const up = r.head(i)
    if ((up < range.first || up >= range.end) && !r.isPunct(i)) return i
  }
  return range.end - 1
}
