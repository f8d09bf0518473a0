/** Events: PLOVER codes for types, modes and contexts; definitions in our words stand in docs/events.md. */

/** PLOVER's sixteen event types, and OTHER for what PLOVER does not code. Codes only; source: PLOVER manual draft 2.0. */
export const eventTypes = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'SANCTION',
  'PROTEST',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'OTHER',
] as const
export type EventType = (typeof eventTypes)[number]

/** PLOVER's sectors: what kind of body or people somebody belongs to. Codes only; the words behind them stand in data/en/sectors.tsv. */
export const sectors = [
  'AGR',
  'BUS',
  'COP',
  'CRM',
  'CVL',
  'EDU',
  'ELI',
  'GOV',
  'IGO',
  'JRN',
  'JUD',
  'LAB',
  'LEG',
  'MED',
  'MIL',
  'NGO',
  'OPP',
  'PRM',
  'PTY',
  'REB',
  'REF',
  'REL',
  'SOC',
  'SPY',
  'UAF',
] as const
export type Sector = (typeof sectors)[number]
