/** The lists of the stage: predicates with PLOVER types and frames, classes and contexts of nouns, and words that tell how it stands with an event. */
import { readTsv } from '../../lexicon/tsv.ts'
import type { EventType } from '../../model/event.ts'
import { defineResource } from '../../pipeline/resource.ts'
import type { Sectors } from './sectors.ts'

/** One condition of a frame: `obj=military` has a value, `to` has none. */
export interface Condition {
  readonly what: string
  readonly value: string
}

/** One reading of a predicate. */
export interface Predicate {
  readonly type: EventType
  readonly mode: string | null
  /** All must hold. */
  readonly frame: readonly Condition[]
}

/** Readings by `verb lemma` or `noun lemma`, those with the most conditions first. */
export type Predicates = ReadonlyMap<string, readonly Predicate[]>

/** Classes, or contexts, by noun lemma. */
export type Classes = ReadonlyMap<string, readonly string[]>

/** How it stands with the event that a word governs. */
export type Manner =
  | 'carries'
  | 'suffers'
  | 'begins'
  | 'ceases'
  | 'intends'
  | 'promises'
  | 'prevents'
  | 'counts'
  | 'strikes'

/** Manners by lemma, a particle or preposition included: "carry out". */
export type Manners = ReadonlyMap<string, readonly Manner[]>

const predicateFile = 'en/events.tsv'
const contextFile = 'en/contexts.tsv'
const classFile = 'en/event-classes.tsv'
const mannerFile = 'en/event-manners.tsv'

function conditionOf(text: string): Condition {
  const at = text.indexOf('=')
  return at < 0 ? { what: text, value: '' } : { what: text.slice(0, at), value: text.slice(at + 1) }
}

/** Rows with more conditions are tried first; of as many, those that ask for a subject. */
function weightOf({ frame }: Predicate): number {
  return 2 * frame.length + (frame.some((f) => f.what === 'subj') ? 1 : 0)
}

export const predicates = defineResource([predicateFile], ([bytes]): Predicates => {
  const out = new Map<string, Predicate[]>()
  const columns = ['lemma', 'pos', 'frame', 'type', 'mode'] as const
  for (const r of readTsv(bytes ?? new Uint8Array(), predicateFile, columns)) {
    const key = `${r.pos} ${r.lemma}`
    const list = out.get(key) ?? []
    list.push({
      type: r.type as EventType,
      mode: r.mode === '-' ? null : r.mode,
      frame: r.frame === '-' ? [] : r.frame.split('+').map(conditionOf),
    })
    out.set(key, list)
  }
  for (const list of out.values()) list.sort((a, b) => weightOf(b) - weightOf(a))
  return out
})

function gathered(
  rows: readonly { readonly word: string; readonly value: string }[],
): Map<string, string[]> {
  const out = new Map<string, string[]>()
  for (const { word, value } of rows) {
    const list = out.get(word)
    if (list) list.push(value)
    else out.set(word, [value])
  }
  return out
}

function contextRows(bytes: Uint8Array | undefined): { word: string; value: string }[] {
  return readTsv(bytes ?? new Uint8Array(), contextFile, ['word', 'context']).map((r) => ({
    word: r.word,
    value: r.context,
  }))
}

export const contexts = defineResource(
  [contextFile],
  ([bytes]): Classes => gathered(contextRows(bytes)),
)

/** What frames ask of a noun: its classes, and its contexts too. */
export const classes = defineResource([classFile, contextFile], ([own, context]): Classes => {
  const rows = readTsv(own ?? new Uint8Array(), classFile, ['word', 'class'])
  return gathered([...rows.map((r) => ({ word: r.word, value: r.class })), ...contextRows(context)])
})

export const manners = defineResource([mannerFile], ([bytes]): Manners => {
  const rows = readTsv(bytes ?? new Uint8Array(), mannerFile, ['word', 'manner'])
  return gathered(rows.map((r) => ({ word: r.word, value: r.manner }))) as Map<string, Manner[]>
})

/** All lists, as the stage loads them. */
export interface Lists {
  readonly predicates: Predicates
  readonly contexts: Classes
  readonly classes: Classes
  readonly manners: Manners
  readonly sectors: Sectors
}
