/** Source kinds: whether what speaks is an outlet, a news agency or a document, by its name or its noun (AT44). */
import type { Entity } from '../../layers/entities.ts'
import { readTsv } from '../../lexicon/tsv.ts'
import type { SourceType } from '../../model/source.ts'
import { defineResource } from '../../pipeline/resource.ts'
import type { SourceKind } from './lexicons.ts'
import type { Range, Reading } from './reading.ts'

type Press = Extract<SourceType, 'agency' | 'outlet'>

/** Outlets and agencies by name and noun; each map goes from lower-cased words to what they tell. */
export interface Outlets {
  readonly whole: ReadonlyMap<string, Press>
  readonly start: ReadonlyMap<string, Press>
  readonly end: ReadonlyMap<string, Press>
  readonly noun: ReadonlyMap<string, Press>
}

export const outlets = defineResource(['en/outlets.tsv'], (bytes): Outlets => {
  const rows = readTsv(bytes[0] ?? new Uint8Array(), 'en/outlets.tsv', [
    'name',
    'kind',
    'part',
  ] as const)
  const of = (part: keyof Outlets): ReadonlyMap<string, Press> =>
    new Map(rows.filter((r) => r.part === part).map((r) => [r.name.toLowerCase(), r.kind as Press]))
  return { whole: of('whole'), start: of('start'), end: of('end'), noun: of('noun') }
})

/** The words that the kind is read from. */
export interface KindLexicons {
  readonly outlets: Outlets
  readonly sources: ReadonlyMap<string, SourceKind>
}

/** The kind of a source, where its name or its noun tells; null for people, bodies and what is not known. */
export function sourceKindOf(
  r: Reading,
  source: Range,
  head: number,
  entity: Entity | null,
  words: KindLexicons,
): SourceType | null {
  if (entity && !entity.nameless)
    return entity.type === 'PERSON' ? null : pressOfName(entity.name, words.outlets)
  if (r.upos(head) === 'PROPN') {
    let first = head
    while (first > source.first && r.upos(first - 1) === 'PROPN') first--
    return pressOfName(r.text.slice(r.from(first), r.to(head)), words.outlets)
  }
  if (r.upos(head) !== 'NOUN') return null
  const { noun } = words.outlets
  const press =
    noun.get(`${r.key(head - 1)} ${r.lemma(head)}`) ??
    noun.get(r.lemma(head)) ??
    noun.get(r.key(head))
  if (press) return press
  return words.sources.get(r.lemma(head)) === 'document' ? 'document' : null
}

/** "Reuters", "the Tampa Bay Times", "Radio Nord": by the whole name, else by its last words, else by its first. */
export function pressOfName(name: string, known: Outlets): Press | null {
  const words = name.toLowerCase().split(' ')
  const whole = known.whole.get(words.join(' '))
  if (whole) return whole
  if (words[0] === 'the') return pressOfName(words.slice(1).join(' '), known)
  if (words.length < 2) return null
  return (
    known.end.get(words.slice(-2).join(' ')) ??
    known.end.get(words.at(-1) ?? '') ??
    known.start.get(words[0] ?? '') ??
    null
  )
}
