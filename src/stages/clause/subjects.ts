/** Finds the subject of every clause (CL18-CL21): its own, the one it shares, or the noun that a relative clause describes. */
import type { Head, Words } from './heads.ts'
import { childBy } from './heads.ts'

const subjectLabels = new Set(['nsubj', 'nsubj:pass'])
const clausal = new Set(['csubj', 'csubj:pass'])
const relatives = new Set(['who', 'which', 'that', 'whom', 'whose'])

export interface Subject {
  readonly token: number | null
  readonly own: boolean
}

/** The subject of the clause headed by `head`; bounded, since each step goes up the tree or to an earlier conjunct. */
export function subjectOf(w: Words, head: number, heads: ReadonlyMap<number, Head>): Subject {
  const own = childBy(w, head, subjectLabels)
  if (own >= 0 && !relatives.has(w.tokens[own]?.key ?? '')) return { token: own, own: true }
  if (childBy(w, head, clausal) >= 0) return { token: null, own: true }
  let node = head
  for (let step = 0; step < 8; step++) {
    const found = step > 0 ? childBy(w, node, subjectLabels) : -1
    if (found >= 0 && !relatives.has(w.tokens[found]?.key ?? ''))
      return { token: found, own: false }
    const info = heads.get(node)
    const up = w.tree.headOf(node)
    if (info?.joins !== null && info?.joins !== undefined) node = info.joins
    else if (up < 0) return { token: null, own: false }
    else if (info?.kind === 'relative' || info?.kind === 'reduced' || info?.kind === 'apposition')
      // The noun that the clause describes; of a whole clause nothing in particular.
      return { token: isNominal(w, up) ? up : null, own: false }
    else if (info && info.kind !== 'participial' && info.kind !== 'purpose')
      return { token: null, own: false }
    else node = up
  }
  return { token: null, own: false }
}

function isNominal(w: Words, i: number): boolean {
  const upos = w.tags[i]?.upos
  return upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON' || upos === 'NUM'
}
