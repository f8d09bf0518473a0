/** Finds when a source spoke (CA31): a day that stands with the cue and outside of what was said. */
import type { TimeItem } from '../../layers/times.ts'
import type { SpanList } from '../../text/span-list.ts'
import type { Words } from './words.ts'

export interface Statement {
  readonly edtf: string
  /** Index into `times`. */
  readonly time: number
}

/** The statement's date of every attribution, or null. */
export function statementDates(w: Words, times: SpanList<TimeItem>): (Statement | null)[] {
  return w.attributions.map((a) => {
    const cue = a.cue[0]
    if (!cue) return null
    const sentence = w.sentences[sentenceAt(w, cue.from)]
    if (!sentence) return null
    let best: Statement | null = null
    let distance = Number.POSITIVE_INFINITY
    for (const index of times.indicesWithin(sentence)) {
      const time = times.at(index)
      if (time.kind !== 'date' || time.edtf === null) continue
      if (a.content.some((c) => c.from < time.to && time.from < c.to)) continue
      const gap = time.from < cue.from ? cue.from - time.to : time.from - cue.to
      if (gap < distance) {
        best = { edtf: time.edtf, time: index }
        distance = gap
      }
    }
    return best
  })
}

function sentenceAt(w: Words, pos: number): number {
  let lo = 0
  let hi = w.sentences.length - 1
  while (lo < hi) {
    const mid = (lo + hi + 1) >> 1
    if ((w.sentences[mid]?.from ?? 0) <= pos) lo = mid
    else hi = mid - 1
  }
  return lo
}
