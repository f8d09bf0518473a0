/** Search parameters: the state of every page as it stands in the address bar; unknown keys and values are dropped. */
import { certaintyClasses } from '../../src/model/certainty.ts'
import { modes, stances } from '../../src/model/claim.ts'
import { eventTypes } from '../../src/model/event.ts'
import { voices } from '../../src/model/records.ts'
import { sourceTypes } from '../../src/model/source.ts'

/** What may stand after the `?` of an address. */
export type Params = Readonly<Record<string, unknown>>

function word(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && text !== '' ? text : undefined
}

function oneOf<T extends string>(list: readonly T[], value: unknown): T | undefined {
  return list.find((item) => item === value)
}

/** Drops absent keys, so that addresses stay short. */
function present<T extends Record<string, unknown>>(
  params: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(params).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

export const certaintyFilters = ['none', ...certaintyClasses] as const

export const readerParams = (p: Params) =>
  present({
    claim: word(p['claim']),
    voice: oneOf(voices, p['voice']),
    mode: oneOf(modes, p['mode']),
    certainty: oneOf(certaintyFilters, p['certainty']),
    source: word(p['source']),
  })
export type ReaderParams = ReturnType<typeof readerParams>

export const reportsParams = (p: Params) =>
  present({
    text: word(p['text']),
    outlet: word(p['outlet']),
    sort: oneOf(['newest', 'oldest', 'title', 'added'] as const, p['sort']),
  })

export const claimsParams = (p: Params) =>
  present({
    text: word(p['text']),
    source: word(p['source']),
    outlet: word(p['outlet']),
    place: word(p['place']),
    voice: oneOf(voices, p['voice']),
    mode: oneOf(modes, p['mode']),
    stance: oneOf(stances, p['stance']),
    certainty: oneOf(certaintyClasses, p['certainty']),
    event: oneOf(eventTypes, p['event']),
    clock: oneOf(['stated', 'event'] as const, p['clock']),
    after: word(p['after']),
    before: word(p['before']),
    sort: oneOf(['newest', 'oldest', 'text'] as const, p['sort']),
  })

export const sourcesParams = (p: Params) =>
  present({
    name: word(p['name']),
    type: oneOf(sourceTypes, p['type']),
    anonymous: oneOf(['true', 'false'] as const, p['anonymous']),
    sort: oneOf(['claims', 'name'] as const, p['sort']),
  })

export const searchParams = (p: Params) => present({ query: word(p['query']) })
