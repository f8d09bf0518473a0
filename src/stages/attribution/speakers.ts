/** Speakers: who a source is, through the entities and references of the report. */
import type { Entity } from '../../layers/entities.ts'
import type { Name } from '../../layers/names.ts'
import type { Reference } from '../../layers/references.ts'
import type { SpanList } from '../../text/span-list.ts'
import type { Range, Reading } from './reading.ts'

const several = -1

/** Finds entities by place. */
export class Speakers {
  readonly #entities: SpanList<Entity>
  readonly #references: SpanList<Reference>
  readonly #names: SpanList<Name>
  /** Persons of two names or more by the last; `several` where it is no one person's. */
  #families: Map<string, number> | null = null
  /** Per name, the entity that has it, or -1. */
  readonly #ofName: Int32Array

  constructor(entities: SpanList<Entity>, references: SpanList<Reference>, names: SpanList<Name>) {
    this.#entities = entities
    this.#references = references
    this.#names = names
    this.#ofName = new Int32Array(names.length).fill(-1)
    for (const [e, entity] of entities.items.entries())
      for (const m of entity.mentions) this.#ofName[m] = e
  }

  /** The entity of a source: by the name at its head, else the reference at its head, else a name or reference in it. */
  entityAt(r: Reading, source: Range, head: number): number | null {
    const from = r.from(head)
    const name = this.#names.indexAt(from)
    if (name >= 0 && (this.#ofName[name] ?? -1) >= 0) return this.#ofName[name] ?? null
    const apposed = this.#appositive(r, source, head)
    if (apposed !== null) return apposed
    const reference = this.#references.indexAt(from)
    if (reference >= 0) return this.#references.at(reference).entity
    let end = head + 1
    while (end < source.end && r.upos(end) !== 'ADP' && r.key(end) !== ',') end++
    const at = r.span({ first: source.first, end })
    for (const n of this.#names.indicesBetween(at)) {
      if (this.#names.at(n).type !== 'PERSON' || this.#names.at(n).from < from) continue
      const e = this.#ofName[n] ?? -1
      if (e >= 0) return e
    }
    return null
  }

  /** "the alliance's secretary general, Mark Rutte,": the person that an apposition names. */
  #appositive(r: Reading, source: Range, head: number): number | null {
    for (let i = head + 1; i < source.end; i++) {
      if (r.key(i) !== ',') continue
      const name = this.#names.indexAt(r.from(i + 1))
      if (name < 0 || this.#names.at(name).type !== 'PERSON') return null
      const e = this.#ofName[name] ?? -1
      return e < 0 ? null : e
    }
    return null
  }

  /** "Secretary of State Antony Blinken": the last word of a person's name that closes the phrase, or null. */
  personClosing(r: Reading, source: Range): number | null {
    let end = source.first + 1
    while (end < source.end && !r.isPunct(end) && r.xpos(end) !== 'WP') end++
    const name = this.#names.indexAt(r.from(end - 1))
    if (name < 0) return null
    const at = this.#names.at(name)
    if (at.type !== 'PERSON') return null
    let first = end - 1
    while (first > source.first && r.from(first) > at.from) first--
    return first === source.first || r.upos(first - 1) !== 'ADP' ? end - 1 : null
  }

  /** "PENCE", "SEN. CRUZ": the one person of the report with that family name and more names than the label has, or null. */
  ofLabel(label: string): number | null {
    const words = label.toLowerCase().split(/[\s.]+/)
    const family = words.at(-1) ?? ''
    if (family === '') return null
    if (!this.#families) {
      this.#families = new Map()
      for (const [e, entity] of this.#entities.items.entries()) {
        if (entity.type !== 'PERSON' || entity.nameless || !entity.name.includes(' ')) continue
        const last = entity.name.slice(entity.name.lastIndexOf(' ') + 1).toLowerCase()
        this.#families.set(last, this.#families.has(last) ? several : e)
      }
    }
    const found = this.#families.get(family) ?? several
    return found === several ? null : found
  }

  /** The type of the name round a token, or null. */
  typeAt(r: Reading, token: number): Name['type'] | null {
    const name = this.#names.indexAt(r.from(token))
    return name < 0 ? null : this.#names.at(name).type
  }

  entity(index: number): Entity {
    return this.#entities.at(index)
  }
}
