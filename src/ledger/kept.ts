/** Kept: turns one analysis into what the ledger keeps of it - claims written out, their sources, and anchors of the words. */
import type { AnalysedAttribution, AnalysedEntity, Analysis, Pair } from '../model/analysis.ts'
import { isReportHop, type SourceHop } from '../model/claim.ts'
import type { EntityType } from '../model/entity.ts'
import type {
  Anchor,
  AnchorRole,
  ClaimRecord,
  KeptEvent,
  KeptHop,
  SourceRecord,
  Voice,
} from '../model/records.ts'
import type { AnonymousProfile, SourceType } from '../model/source.ts'
import { contentId } from '../text/hash.ts'
import { nameKey } from './cells.ts'

/** A claim with what its filters need. */
export interface KeptClaim {
  readonly record: ClaimRecord
  readonly voice: Voice
  /** The innermost source, or null for the report's own voice. */
  readonly source: SourceRecord | null
}

/** Everything to be kept of one analysis. */
export interface Kept {
  readonly claims: readonly KeptClaim[]
  readonly sources: readonly SourceRecord[]
  readonly anchors: readonly Anchor[]
}

const typeOfEntity: Readonly<Record<EntityType, SourceType>> = {
  PERSON: 'person',
  ORG: 'organisation',
  LOC: 'state',
  NORP: 'group',
  EVENT: 'group',
  WORK: 'document',
  WEAPON: 'group',
  MISC: 'group',
}

/** Outlets and agencies are organisations too: one name has one id, whether or not its report tells its kind. */
const press: ReadonlySet<SourceType> = new Set(['outlet', 'agency'])

/** How many characters around the words an anchor keeps. */
const around = 32
const gistLength = 200

/** What the ledger keeps of an analysis whose document has the id of its report. */
export function keptOf(analysis: Analysis, textSha256: string): Kept {
  const maker = new Maker(analysis)
  const claims = maker.claims()
  return { claims, sources: maker.sources(), anchors: anchorsOf(analysis, claims, textSha256) }
}

class Maker {
  readonly #analysis: Analysis
  readonly #entities: ReadonlyMap<string, AnalysedEntity>
  readonly #attributions: ReadonlyMap<string, AnalysedAttribution>
  readonly #press: ReadonlyMap<string, SourceType>
  readonly #hops = new Map<string, KeptHop>()
  readonly #sources = new Map<string, SourceRecord>()
  readonly #unnamed: ReadonlyMap<string, SourceRecord>

  constructor(analysis: Analysis) {
    this.#analysis = analysis
    this.#entities = new Map(analysis.entities.map((e) => [e.id, e]))
    this.#attributions = new Map(analysis.attributions.map((a) => [a.id, a]))
    this.#press = new Map(
      analysis.attributions.flatMap(({ speaker, sourceKind }) =>
        speaker !== null && sourceKind && press.has(sourceKind) ? [[speaker, sourceKind]] : [],
      ),
    )
    this.#unnamed = this.#unnamedSources()
  }

  sources(): SourceRecord[] {
    return [...this.#sources.values()]
  }

  claims(): KeptClaim[] {
    const events = new Map(this.#analysis.events.map((e) => [e.id, this.#event(e)]))
    const said = new Map<string, string>()
    const ids = new Set<string>()
    return this.#analysis.claims.map((c) => {
      const chain = c.chain.map((hop) =>
        isReportHop(hop) ? hop : this.#hop(hop),
      ) as readonly KeptHop[]
      const last = chain.at(-1)
      const source =
        last === undefined || isReportHop(last) ? null : (this.#sources.get(last.sourceId) ?? null)
      const words = nameKey(c.quote)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
      const same = `${words}|${c.polarity}|${source?.id ?? ''}`
      const id = unused(c.id, ids)
      const sameAs = said.get(same) ?? c.sameAs ?? null
      if (sameAs === null) said.set(same, id)
      const record: ClaimRecord = {
        kind: 'claim',
        id,
        report: this.#analysis.document.id,
        from: c.from,
        to: c.to,
        quote: c.quote,
        chain,
        mode: c.mode,
        polarity: c.polarity,
        certainty: c.certainty,
        events: c.events.flatMap((e) => events.get(e) ?? []),
        times: pick(this.#analysis.times, c.times),
        places: pick(this.#analysis.places, c.places),
        quantities: pick(this.#analysis.quantities, c.quantities),
        statedOn: c.statedOn,
        why: c.why,
        gist: gistOf(c.gist ?? c.quote, last),
        sameAs,
      }
      return { record, voice: this.#voice(last, source), source }
    })
  }

  #voice(last: KeptHop | undefined, source: SourceRecord | null): Voice {
    if (last === undefined || isReportHop(last) || source === null) return 'own'
    return source.anonymous !== null || source.type === 'unstated' || !this.#isNamed(last)
      ? 'anonymous'
      : 'named'
  }

  #isNamed(hop: SourceHop): boolean {
    const entity = hop.entity === null ? undefined : this.#entities.get(hop.entity)
    const anonymous = this.#attributions.get(hop.attribution)?.anonymous ?? null
    return (entity?.mentions.length ?? 0) > 0 && anonymous === null
  }

  #hop(hop: SourceHop): KeptHop {
    const key = `${hop.attribution}|${hop.cue}`
    const old = this.#hops.get(key)
    if (old) return old
    const source = this.#sourceOf(hop)
    if (!this.#sources.has(source.id)) this.#sources.set(source.id, source)
    const kept = { ...hop, sourceId: source.id }
    this.#hops.set(key, kept)
    return kept
  }

  #sourceOf(hop: SourceHop): SourceRecord {
    const entity = hop.entity === null ? undefined : this.#entities.get(hop.entity)
    if (!this.#isNamed(hop) || entity === undefined)
      return this.#unnamed.get(ownerOf(hop)) ?? this.#unnamedOf([hop])
    const kind = this.#press.get(entity.id)
    const type = kind ?? typeOfEntity[entity.type]
    const name = entity.name
    const id = contentId('s', kind ? 'organisation' : type, nameKey(name), null)
    return { kind: 'source', id, name, type, anonymous: null, grade: null }
  }

  /**
   * Sources without a name, by what holds their mentions together in this report. Two of them in two reports are two
   * sources, whatever they are called: nobody knows that "a senior official" is the same one.
   */
  #unnamedSources(): ReadonlyMap<string, SourceRecord> {
    const hops = new Map<string, SourceHop[]>()
    for (const claim of this.#analysis.claims)
      for (const hop of claim.chain) {
        if (isReportHop(hop) || this.#isNamed(hop)) continue
        const owner = ownerOf(hop)
        const list = hops.get(owner)
        if (list) list.push(hop)
        else hops.set(owner, [hop])
      }
    return new Map([...hops].map(([owner, list]) => [owner, this.#unnamedOf(list)]))
  }

  /** The id hangs on where the source is first mentioned, so that it outlasts another count of entities. */
  #unnamedOf(hops: readonly SourceHop[]): SourceRecord {
    const said = hops.flatMap((h) => this.#attributions.get(h.attribution) ?? [])
    const anonymous = joinedProfile(said.flatMap((a) => a.anonymous ?? []))
    const [first] = hops
    const name =
      hops.find((h) => h.source !== null)?.source ?? anonymous?.words ?? ('unstated' as const)
    const starts = said.flatMap((a) => a.source[0]?.[0] ?? a.cue[0]?.[0] ?? [])
    const at = starts.length > 0 ? Math.min(...starts) : (first?.attribution ?? '')
    return {
      kind: 'source',
      id: contentId('s', this.#analysis.document.id, nameKey(name), at),
      name,
      type:
        said.find((a) => a.sourceKind)?.sourceKind ??
        typeOfUnnamed(name === 'unstated' ? null : name, anonymous),
      anonymous,
      grade: null,
    }
  }

  #event(e: Analysis['events'][number]): KeptEvent {
    const name = (id: string): string => this.#entities.get(id)?.name ?? id
    return {
      id: e.id,
      from: e.from,
      to: e.to,
      type: e.type,
      lemma: e.lemma,
      mode: e.mode,
      contexts: e.contexts,
      actors: e.actors.map(name),
      recipients: e.recipients.map(name),
      ...(e.parties === undefined
        ? {}
        : {
            parties: e.parties.map(({ entity, ...p }) => ({
              ...p,
              name: entity === null ? null : name(entity),
            })),
          }),
      time: e.time === null ? null : (this.#analysis.times[e.time] ?? null),
      place: e.place === null ? null : (this.#analysis.places[e.place] ?? null),
    }
  }
}

function typeOfUnnamed(name: string | null, anonymous: AnonymousProfile | null): SourceType {
  if (name === null && anonymous === null) return 'unstated'
  return anonymous?.count === 1 ? 'person' : 'group'
}

/** What holds the mentions of an unnamed source together: the entity that they stand for, else the one attribution. */
function ownerOf(hop: SourceHop): string {
  return hop.entity ?? hop.attribution
}

/** What a report says about one source in several places; where it says two things the first stands. */
function joinedProfile(profiles: readonly AnonymousProfile[]): AnonymousProfile | null {
  const [first, ...rest] = profiles
  if (first === undefined) return null
  return rest.reduce(
    (all, p) => ({
      words: all.words,
      count: all.count ?? p.count,
      rank: all.rank ?? p.rank,
      institution: all.institution ?? p.institution,
      country: all.country ?? p.country,
      access: all.access ?? p.access,
      reason: all.reason ?? p.reason,
    }),
    first,
  )
}

function pick<T>(items: readonly T[], indices: readonly number[]): T[] {
  return indices.flatMap((i) => {
    const item = items[i]
    return item === undefined ? [] : [item]
  })
}

/** Two claims of one report may be alike to the letter; the later one gets an id of its own. */
function unused(id: string, ids: Set<string>): string {
  let out = id
  for (let n = 2; ids.has(out); n++) out = contentId('c', id, n)
  ids.add(out)
  return out
}

/** Past forms, which one and many share. */
const verbs: Readonly<Record<SourceHop['stance'], string>> = {
  asserts: '',
  denies: ' denied',
  doubts: ' doubted',
  expects: ' expected',
  asks: ' asked',
  declines: ' declined to say',
}

/** The claim in one line: the source, what it does, the words. */
function gistOf(quote: string, last: KeptHop | undefined): string {
  const words = quote.replace(/\s+/g, ' ').trim()
  const who =
    last === undefined || isReportHop(last)
      ? ''
      : `${(last.source ?? 'unstated source').replace(/\s+/g, ' ').trim()}${verbs[last.stance]}: `
  const whole = who + words
  if (whole.length <= gistLength) return whole
  const cut = whole.slice(0, gistLength - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > gistLength / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}

function anchorsOf(analysis: Analysis, claims: readonly KeptClaim[], textSha256: string): Anchor[] {
  const text = analysis.document.text
  const anchor = (role: AnchorRole, owner: string, from: number, to: number): Anchor => ({
    role,
    owner,
    from,
    to,
    quote: text.slice(from, to),
    prefix: text.slice(Math.max(0, from - around), from),
    suffix: text.slice(to, to + around),
    textSha256,
  })
  const pairs = (role: AnchorRole, owner: string, list: readonly Pair[]): Anchor[] =>
    list.map(([from, to]) => anchor(role, owner, from, to))
  return [
    ...claims.map((c) => anchor('claim', c.record.id, c.record.from, c.record.to)),
    ...analysis.attributions.flatMap((a) => [
      ...pairs('source', a.id, a.source),
      ...pairs('cue', a.id, a.cue),
      ...pairs('content', a.id, a.content),
    ]),
  ]
}
