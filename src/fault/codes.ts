/** The one table of trouble: every code with its message, HTTP status and exit code. */

/** What one row says: how a fault of this code is worded and reported. */
export interface Row<D> {
  /** HTTP status of the answer that carries it. */
  readonly status: number
  /** Exit status of the command line: 1 failed, 2 wrong usage, 3 some documents skipped, 75 try again later. */
  readonly exit: number
  readonly message: (data: D) => string
}

function row<D>(status: number, exit: number, message: (data: D) => string): Row<D> {
  return { status, exit, message }
}

/** Codes are `room/what-is-wrong`; docs/faults.md lists them all. */
export const codes = {
  // intake: what was handed in cannot be read, or only in part
  'intake/not-found': row<{ path: string }>(404, 1, (d) => `There is no file ${d.path}.`),
  'intake/no-access': row<{ path: string }>(403, 1, (d) => `Hearsay may not read ${d.path}.`),
  'intake/unreadable': row<{ path: string; reason: string }>(
    422,
    3,
    (d) => `${d.path} could not be read: ${d.reason}`,
  ),
  'intake/is-empty': row<{ path: string }>(422, 3, (d) => `${d.path} has no text.`),
  'intake/unsupported-type': row<{ path: string; type: string }>(
    415,
    3,
    (d) => `Hearsay cannot read ${d.type} (${d.path}). Give it plain text, Markdown or HTML.`,
  ),
  'intake/too-large': row<{ path: string; bytes: number; limit: number }>(
    413,
    3,
    (d) => `${d.path} has ${d.bytes} bytes; the limit is ${d.limit}.`,
  ),
  'intake/bad-line': row<{ line: number; reason: string }>(
    422,
    3,
    (d) => `Line ${d.line}: ${d.reason}`,
  ),
  'intake/parser-timeout': row<{ path: string; seconds: number }>(
    422,
    3,
    (d) => `Reading ${d.path} took longer than ${d.seconds} s and was stopped.`,
  ),
  'intake/parser-crashed': row<{ path: string; reason: string }>(
    422,
    3,
    (d) => `The parser could not read ${d.path}: ${d.reason}`,
  ),
  'intake/too-complex': row<{ path: string; reason: string }>(
    422,
    3,
    (d) => `${d.path} is too complex to read: ${d.reason}`,
  ),
  'intake/bad-date': row<{ value: string }>(
    422,
    2,
    (d) => `${d.value} is not a date that Hearsay reads. Write 2024-10-23, 2018-03 or 2024-10~.`,
  ),
  // engine
  'pipeline/missing-layer': row<{ stage: string; layer: string; maker: string | null }>(
    500,
    1,
    (d) =>
      `Stage ${d.stage} needs the layer ${d.layer}, which no earlier stage makes.` +
      (d.maker ? ` ${d.maker} would make it.` : ''),
  ),
  'pipeline/made-twice': row<{ stage: string; layer: string }>(
    500,
    1,
    (d) => `Stage ${d.stage} makes the layer ${d.layer}, which is there already.`,
  ),
  'pipeline/stage-failed': row<{ stage: string }>(
    500,
    1,
    (d) => `Stage ${d.stage} failed. This is a bug in Hearsay.`,
  ),
  'lexicon/damaged': row<{ file: string; reason: string }>(
    500,
    1,
    (d) => `The data file ${d.file} is damaged: ${d.reason}`,
  ),
  'reader/missing': row<{ file: string }>(
    500,
    1,
    (d) =>
      `The trained reader's file ${d.file} is missing. Install Hearsay again, or use --profile lite.`,
  ),
  'reader/damaged': row<{ file: string; reason: string }>(
    500,
    1,
    (d) =>
      `The trained reader's file ${d.file} is damaged: ${d.reason}. Install Hearsay again, or use --profile lite.`,
  ),
  'reader/cannot-run': row<{ reason: string }>(
    500,
    1,
    (d) => `The trained reader cannot run here: ${d.reason}. Use --profile lite.`,
  ),
  'lexicon/missing': row<{ file: string }>(
    500,
    1,
    (d) => `The data file ${d.file} is missing. Run "npm run build:data".`,
  ),
  // ledger
  'ledger/locked': row<{ path: string }>(
    503,
    75,
    (d) => `The ledger ${d.path} is busy. Try again in a moment.`,
  ),
  'ledger/newer': row<{ path: string; version: number; known: number }>(
    409,
    1,
    (d) =>
      `The ledger ${d.path} has schema ${d.version}; this Hearsay knows up to ${d.known}. Update Hearsay.`,
  ),
  'ledger/not-a-ledger': row<{ path: string; reason: string }>(
    409,
    1,
    (d) => `${d.path} is not a Hearsay ledger: ${d.reason}`,
  ),
  'ledger/sqlite-too-old': row<{ version: string }>(
    500,
    1,
    (d) => `SQLite ${d.version} can corrupt a ledger; 3.51.3 or later is needed.`,
  ),
  'ledger/disk-full': row<{ path: string }>(
    507,
    75,
    (d) => `The disk of ${d.path} is full. Nothing acknowledged was lost.`,
  ),
  'ledger/no-access': row<{ path: string }>(403, 1, (d) => `Hearsay may not write to ${d.path}.`),
  'ledger/io': row<{ path: string; reason: string }>(
    500,
    1,
    (d) => `The ledger ${d.path} could not be read or written: ${d.reason}`,
  ),
  'ledger/no-such': row<{ kind: string; id: string }>(
    404,
    1,
    (d) => `There is no ${d.kind} ${d.id} in this ledger.`,
  ),
  // contract
  'input/invalid': row<{ reason: string }>(422, 2, (d) => `The input is not right: ${d.reason}`),
  'input/unknown-command': row<{ name: string }>(
    404,
    2,
    (d) => `There is no command ${d.name}. See "hearsay --help".`,
  ),
  'server/not-found': row<{ path: string }>(404, 1, (d) => `There is nothing at ${d.path}.`),
  'server/wrong-method': row<{ method: string; path: string }>(
    405,
    1,
    (d) => `${d.path} does not take ${d.method}.`,
  ),
  'server/forbidden-host': row<{ host: string }>(
    403,
    1,
    (d) => `This server does not answer for the host ${d.host}.`,
  ),
  'server/forbidden-origin': row<{ origin: string }>(
    403,
    1,
    (d) => `Pages of ${d.origin} may not use this server.`,
  ),
  'server/body-too-large': row<{ limit: number }>(
    413,
    1,
    (d) => `The body is larger than ${d.limit} bytes.`,
  ),
  'server/unsupported-media': row<{ type: string }>(
    415,
    1,
    (d) => `Send application/json, not ${d.type}.`,
  ),
  'server/port-in-use': row<{ port: number }>(
    503,
    1,
    (d) => `Port ${d.port} is in use. Choose another with --port.`,
  ),
  'internal/bug': row<{ reason: string }>(
    500,
    1,
    (d) => `Something is wrong inside Hearsay: ${d.reason}`,
  ),
} as const

/** One of the known codes. */
export type FaultCode = keyof typeof codes

/** The data that the message of a code is made from. */
export type FaultData<C extends FaultCode> = (typeof codes)[C] extends Row<infer D> ? D : never
