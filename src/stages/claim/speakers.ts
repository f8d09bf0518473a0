/** The gate for sources (CA41): a speaker's name stands in the words that name the source, or these words refer to somebody who has it. */
import type { Attribution } from '../../layers/attributions.ts'
import type { Entity } from '../../layers/entities.ts'
import type { Reference } from '../../layers/references.ts'
import type { Span } from '../../text/span.ts'

/** Whom the words of a report can stand for. */
export interface People {
  /** All words that name the entity, wherever they stand. */
  readonly wordsOf: (entity: number) => ReadonlySet<string>
  /** Where the entity is named or referred to, in text order. */
  readonly mentionsOf: (entity: number) => readonly Span[]
}

const relatives = new Set(['who', 'whom', 'which', 'that', 'whose'])

/**
 * True when the source's name is grounded: its capitalised words and figures stand in the source's own words, or in those of
 * the entity that these words mention or refer to. A relative pronoun refers to what stands before it in its sentence;
 * where the text has no words for the source, whoever is meant was named before.
 */
export function speakerStands(
  text: string,
  a: Pick<Attribution, 'source' | 'sourceName' | 'speaker' | 'from' | 'to'>,
  people: People,
  sentenceStart: number,
): boolean {
  if (a.sourceName === null) return true
  const telling = capitalised(a.sourceName)
  const own = new Set(a.source.flatMap((s) => nameWords(text.slice(s.from, s.to))))
  if (telling.every((w) => own.has(w))) return true
  const first = a.source[0]
  if (first && relatives.has(text.slice(first.from, first.to).toLowerCase())) {
    const before = new Set(nameWords(text.slice(sentenceStart, first.from)))
    if (telling.every((w) => before.has(w))) return true
  }
  if (a.speaker === null) return false
  const known = people.wordsOf(a.speaker)
  if (!telling.every((w) => known.has(w) || own.has(w))) return false
  if (telling.some((w) => own.has(w))) return true
  return people
    .mentionsOf(a.speaker)
    .some((m) =>
      a.source.length === 0
        ? m.from < a.to
        : a.source.some((s) => m.from < s.to && s.from < m.to) ||
          (first !== undefined &&
            relatives.has(text.slice(first.from, first.to).toLowerCase()) &&
            m.from >= sentenceStart &&
            m.to <= first.from),
    )
}

/** The people of a report, by its entities, their named mentions and the references to them. */
export function peopleOf(
  text: string,
  entities: readonly Entity[],
  references: readonly Reference[],
  names: readonly Span[],
): People {
  const mentions = entities.map((e) => [
    { from: e.from, to: e.to },
    ...e.mentions.flatMap((m) => names[m] ?? []),
  ])
  for (const r of references) mentions[r.entity]?.push(r)
  const words = new Map<number, ReadonlySet<string>>()
  return {
    mentionsOf: (entity) => mentions[entity] ?? [],
    wordsOf: (entity) => {
      const old = words.get(entity)
      if (old) return old
      const own = (mentions[entity] ?? []).flatMap((m) => nameWords(text.slice(m.from, m.to)))
      const fresh = new Set([...nameWords(entities[entity]?.name ?? ''), ...own])
      words.set(entity, fresh)
      return fresh
    },
  }
}

/** The words of a name with a capital or a figure. */
function capitalised(name: string): string[] {
  return split(name).flatMap((w) => (/^[\p{Lu}\p{N}]/u.test(w) ? [w.toLowerCase()] : []))
}

/** The words of a name in lower case ("EVANS" is Evans), without marks and possessive endings. */
export function nameWords(words: string): string[] {
  return split(words).map((w) => w.toLowerCase())
}

function split(words: string): string[] {
  return words
    .split(/[\s,;:()"“”]+/u)
    .map((w) => w.replace(/['’]s?$/u, ''))
    .filter((w) => w !== '')
}
