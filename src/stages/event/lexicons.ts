/** The lists of the stage: predicates with PLOVER types and frames, and nouns with their contexts. */
import { readTsv } from '../../lexicon/tsv.ts'
import type { EventType } from '../../model/event.ts'
import { defineResource } from '../../pipeline/resource.ts'

/** One reading of a predicate. */
export interface Predicate {
  readonly type: EventType
  readonly mode: string | null
  /** All must hold: `obj=military`, `mod=weapon`, `case=over`, `to`, `at`, `joint`. */
  readonly frame: readonly string[]
}

/** Readings by `verb lemma` or `noun lemma`, those with the most conditions first. */
export type Predicates = ReadonlyMap<string, readonly Predicate[]>

/** Contexts and word classes by noun lemma. */
export type Contexts = ReadonlyMap<string, readonly string[]>

const predicateFile = 'en/events.tsv'
const contextFile = 'en/contexts.tsv'

export const predicates = defineResource([predicateFile], ([bytes]): Predicates => {
  const out = new Map<string, Predicate[]>()
  const columns = ['lemma', 'pos', 'frame', 'type', 'mode'] as const
  for (const r of readTsv(bytes ?? new Uint8Array(), predicateFile, columns)) {
    const key = `${r.pos} ${r.lemma}`
    const list = out.get(key) ?? []
    list.push({
      type: r.type as EventType,
      mode: r.mode === '-' ? null : r.mode,
      frame: r.frame === '-' ? [] : r.frame.split('+'),
    })
    out.set(key, list)
  }
  for (const list of out.values()) list.sort((a, b) => b.frame.length - a.frame.length)
  return out
})

export const contexts = defineResource([contextFile], ([bytes]): Contexts => {
  const out = new Map<string, string[]>()
  for (const r of readTsv(bytes ?? new Uint8Array(), contextFile, ['word', 'context'])) {
    const list = out.get(r.word)
    if (list) list.push(r.context)
    else out.set(r.word, [r.context])
  }
  return out
})

/** Classes that only serve frames; PLOVER has no such contexts. */
export const frameOnly: ReadonlySet<string> = new Set([
  'aid',
  'pact',
  'person',
  'prisoner',
  'restriction',
  'sanction',
  'weapon',
])
