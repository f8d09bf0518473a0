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
