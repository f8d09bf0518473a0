/** Entities: what names and descriptions in a report stand for. */

/** PERSON, ORG and LOC (places, states, facilities) are compared outside; the others are our own. */
export const entityTypes = [
  'PERSON',
  'ORG',
  'LOC',
  'NORP',
  'EVENT',
  'WORK',
  'WEAPON',
  'MISC',
] as const
export type EntityType = (typeof entityTypes)[number]
