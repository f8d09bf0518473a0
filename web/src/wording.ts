/** Wording: how values of the ledger are said to a reader, in one place. */
import type { CertaintyClass } from '../../src/model/certainty.ts'
import type { Mode, Stance } from '../../src/model/claim.ts'
import type { EventType, Sector } from '../../src/model/event.ts'
import type { PlaceRole, Precision } from '../../src/model/place.ts'
import type { Voice } from '../../src/model/records.ts'
import type { SourceType } from '../../src/model/source.ts'

export const voiceWords: Readonly<Record<Voice, string>> = {
  own: "report's own",
  named: 'named source',
  anonymous: 'anonymous source',
}

export const modeWords: Readonly<Record<Mode, string>> = {
  fact: 'fact',
  estimate: 'estimate',
  forecast: 'forecast',
  conditional: 'conditional',
  opinion: 'opinion',
  intention: 'intention',
  question: 'question',
}

export const stanceWords: Readonly<Record<Stance, string>> = {
  asserts: 'says it is so',
  denies: 'denies it',
  doubts: 'doubts it',
  expects: 'expects it',
  asks: 'asks',
  declines: 'declines to say',
}

export const certaintyWords: Readonly<Record<CertaintyClass | 'none', string>> = {
  none: 'no hedge',
  probability: 'probability',
  possibility: 'possibility',
  hearsay: 'hearsay',
  inference: 'inference',
  doubt: 'doubt',
  precision: 'precision',
}

/** What a hedge of a class says of the claim. */
export const certaintyMeaning: Readonly<Record<CertaintyClass, string>> = {
  probability: 'how likely it is held to be',
  possibility: 'it may be so or not',
  hearsay: 'taken over from others',
  inference: 'concluded, not seen',
  doubt: 'held to be unsure',
  precision: 'the value is not exact',
}

export const modeMeaning: Readonly<Record<Mode, string>> = {
  fact: 'a fact',
  estimate: 'an estimate',
  forecast: 'a forecast',
  conditional: 'conditional',
  opinion: 'an opinion',
  intention: 'an intention',
  question: 'an open question',
}

export const placeRoleWords: Readonly<Record<PlaceRole, string>> = {
  event: 'where it happened',
  origin: 'from there',
  destination: 'to there',
  dateline: 'where the report was written',
  metonym: 'its government, not the place',
}

/** How exact a place is, where it is less than a point. */
export const precisionWords: Readonly<Record<Precision, string | null>> = {
  1: null,
  2: 'in it or near it',
  3: 'somewhere in the district',
  4: 'somewhere in the region',
  5: 'a part of it, or a wide area',
  6: 'somewhere in the country',
  7: 'at sea or by it',
}

/** Kinds of source. */
export const sourceTypeWords: Readonly<Record<SourceType, string>> = {
  person: 'person',
  organisation: 'organisation',
  state: 'state or place',
  outlet: 'news outlet',
  agency: 'news agency',
  document: 'document',
  group: 'group',
  unstated: 'not stated',
}

export const eventWords: Readonly<Record<EventType, string>> = {
  AGREE: 'agreement',
  CONSULT: 'talks',
  SUPPORT: 'support',
  CONCEDE: 'concession',
  COOPERATE: 'cooperation',
  AID: 'aid',
  RETREAT: 'retreat',
  REQUEST: 'demand',
  ACCUSE: 'accusation',
  REJECT: 'refusal',
  THREATEN: 'threat',
  SANCTION: 'sanction',
  PROTEST: 'protest',
  MOBILIZE: 'mobilisation',
  COERCE: 'coercion',
  ASSAULT: 'attack',
  OTHER: 'other',
}

/** Sectors: what kind of body or people somebody belongs to. */
export const sectorWords: Readonly<Record<Sector, string>> = {
  AGR: 'farming',
  BUS: 'business',
  COP: 'police',
  CRM: 'crime',
  CVL: 'civilians',
  EDU: 'education',
  ELI: 'former or rich elite',
  GOV: 'government',
  IGO: 'body of states',
  JRN: 'press',
  JUD: 'courts',
  LAB: 'workers',
  LEG: 'parliament',
  MED: 'health care',
  MIL: 'armed forces',
  NGO: 'aid and advocacy',
  OPP: 'opposition',
  PRM: 'paramilitaries',
  PTY: 'party',
  REB: 'rebels',
  REF: 'refugees',
  REL: 'religion',
  SOC: 'arts and sport',
  SPY: 'secret service',
  UAF: 'armed men of unknown side',
}

/** The days that a range of dates looks at. */
export const clockWords: Readonly<Record<'stated' | 'event', string>> = {
  stated: 'statement',
  event: 'event',
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** An EDTF day or month as people write it; every other form as it is, since it says more than we could. */
export function dateWords(edtf: string | null): string {
  if (edtf === null) return 'no date'
  const m = /^(\d{4})-(\d{2})(?:-(\d{2}))?([~?%]?)$/.exec(edtf)
  const month = m ? months[Number(m[2]) - 1] : undefined
  if (!m || !month) return edtf
  const day = m[3] ? `${Number(m[3])} ` : ''
  return `${m[4] ? 'about ' : ''}${day}${month} ${m[1]}`
}

/** 12000 -> "12,000"; plain, whatever the reader's locale, so that two readers see the same. */
export function numberWords(value: number): string {
  const [whole = '', rest] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return rest === undefined ? grouped : `${grouped}.${rest}`
}

/** "1 claim", "2 claims". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${numberWords(n)} ${n === 1 ? one : many}`
}

interface Amount {
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly bound: string
  readonly unit: string | null
}

/** A quantity's normalised value: "more than 600,000", "10,000 to 12,000", "about 30 percent". */
export function amountWords(q: Amount): string {
  const unit = q.unit ? ` ${q.unit}` : ''
  const one = q.best ?? q.low ?? q.high
  if (q.bound === 'between' && q.low !== null && q.high !== null) {
    return `${numberWords(q.low)} to ${numberWords(q.high)}${unit}`
  }
  if (one === null) return 'no number'
  return `${q.bound === 'exact' ? '' : `${q.bound} `}${numberWords(one)}${unit}`
}
