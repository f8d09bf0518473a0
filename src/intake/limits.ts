/** Limits of intake: how much of anything is read before it is refused or cut, and how long the parser may take. */

/** Every limit of intake, so that tests and callers can set their own. */
export interface Limits {
  /** Bytes of one input. */
  readonly bytes: number
  /** UTF-16 code units of one report's text. */
  readonly characters: number
  /** UTF-16 code units of markup that reach the tree builder. */
  readonly markup: number
  /** Nodes of one document tree. */
  readonly nodes: number
  /** Open elements at one place of a document tree. */
  readonly depth: number
  /** Attributes of one tag. */
  readonly attributes: number
  /** UTF-16 code units of one attribute's value. */
  readonly attributeValue: number
  /** UTF-16 code units between two tags. */
  readonly textRun: number
  /** After so much work, or twice the time on a busy machine, the parser is stopped and reads the page the simple way. */
  readonly softMs: number
  /** After this the page is given up. */
  readonly hardMs: number
  /** Bytes of data that one parser process may hold. */
  readonly childMemory: number
  /** Bytes of one answer of the parser process. */
  readonly answer: number
}

export const defaultLimits: Limits = {
  bytes: 64 * 1024 * 1024,
  characters: 2_000_000,
  markup: 16_000_000,
  nodes: 200_000,
  depth: 256,
  attributes: 256,
  attributeValue: 65_536,
  textRun: 1_000_000,
  softMs: 10_000,
  hardMs: 30_000,
  childMemory: 512 * 1024 * 1024,
  answer: 64 * 1024 * 1024,
}
