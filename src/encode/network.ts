/** Network: the three graphs of the trained reader, run one window at a time on one thread, so that a result depends on the window alone. */
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { raise } from '../fault/fault.ts'

/** A matrix, row by row. */
export interface Matrix {
  readonly data: Float32Array
  readonly columns: number
}

/** One window as numbers. `owner` gives the word of each piece, -1 for the special marks. */
export interface WindowInput {
  readonly pieces: readonly number[]
  readonly owner: readonly number[]
  readonly shapes: readonly number[]
  readonly quoted: readonly number[]
}

/** What the encoder says of a window: one row a word. All are scores before normalisation. */
export interface WindowOutput {
  readonly states: Matrix
  readonly upos: Matrix
  readonly xpos: Matrix
  readonly names: Matrix
  readonly cues: Matrix
  /** Column 0 is the root, column k + 1 word k; every word of the window may be a head. */
  readonly arcs: Matrix
  readonly anaphor: Matrix
  readonly antecedent: Matrix
  readonly factuality: Float32Array
  /** Whether a word starts a sentence: log odds. */
  readonly starts: Float32Array
}

/** Words of a window, `to` exclusive. */
export interface WordRange {
  readonly from: number
  readonly to: number
}

/** Reads windows. */
export interface Network {
  read(window: WindowInput): Promise<WindowOutput>
  /** Scores of the labels of each word's arc; `heads` as in `arcs`: 0 for the root. */
  labels(states: Matrix, heads: readonly number[]): Promise<Matrix>
  /** Scores of five tags for each word of `range`, read with one cue: words of the window that lie in the range. */
  spans(states: Matrix, range: WordRange, cue: readonly number[]): Promise<Matrix>
  close(): Promise<void>
}

/** The bytes of the three graphs. */
export interface Graphs {
  readonly encoder: Uint8Array
  readonly labels: Uint8Array
  readonly spans: Uint8Array
  /** Whether they were optimised when they were made. */
  readonly optimised: boolean
}

const fixed: InferenceSession.SessionOptions = {
  executionMode: 'sequential',
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  // Windows differ in length, so that a plan of one would not fit the next.
  enableMemPattern: false,
  logSeverityLevel: 3,
}

/** Loads the graphs. The library is loaded here and nowhere else. */
export async function loadNetwork(graphs: Graphs): Promise<Network> {
  const ort = await runtime()
  const options: InferenceSession.SessionOptions = {
    ...fixed,
    graphOptimizationLevel: graphs.optimised ? 'disabled' : 'all',
  }
  const open = async (graph: Uint8Array): Promise<InferenceSession> => {
    try {
      return await ort.InferenceSession.create(graph, options)
    } catch (cause) {
      return raise('reader/cannot-run', { reason: reasonOf(cause) }, cause)
    }
  }
  const encoder = await open(graphs.encoder)
  const labels = await open(graphs.labels)
  const spans = await open(graphs.spans)
  const row = (values: readonly number[]): Tensor =>
    new ort.Tensor('int64', wide(values), [1, values.length])
  const statesOf = (m: Matrix): Tensor =>
    new ort.Tensor('float32', m.data, [1, m.data.length / m.columns, m.columns])
  return {
    read: async (w) => {
      const out = await encoder.run({
        ids: row(w.pieces),
        owner: row(w.owner),
        shape: row(w.shapes),
        quote: row(w.quoted),
        // One number for all: sentences are decided after this, and the tree search looks inside them alone.
        sent: row(w.shapes.map(() => 0)),
      })
      const m = (name: string): Matrix => matrixOf(out[name])
      return {
        states: m('states'),
        upos: m('upos'),
        xpos: m('xpos'),
        names: m('names'),
        cues: m('cues'),
        arcs: m('arcs'),
        anaphor: m('anaphor'),
        antecedent: m('antecedent'),
        factuality: m('factuality').data,
        starts: m('starts').data,
      }
    },
    labels: async (states, heads) =>
      matrixOf((await labels.run({ states: statesOf(states), heads: row(heads) }))['rels']),
    spans: async (states, { from, to }, cue) => {
      const { columns } = states
      const some = states.data.subarray(from * columns, to * columns)
      const mark = new BigInt64Array(to - from)
      for (const word of cue) mark[word - from] = 1n
      const out = await spans.run({
        states: new ort.Tensor('float32', some, [1, to - from, columns]),
        mark: new ort.Tensor('int64', mark, [1, to - from]),
      })
      return matrixOf(out['spans'])
    },
    close: async () => {
      await Promise.all([encoder.release(), labels.release(), spans.release()])
    },
  }
}

/** The library has machine code in it, which not every machine can load. */
async function runtime(): Promise<typeof import('onnxruntime-node')> {
  try {
    return await import('onnxruntime-node')
  } catch (cause) {
    return raise('reader/cannot-run', { reason: reasonOf(cause) }, cause)
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
}

/** Whole numbers of 64 bits, written as two halves each: a big integer made for every one takes ten times as long. */
function wide(values: readonly number[]): BigInt64Array {
  const out = new BigInt64Array(values.length)
  const halves = new Int32Array(out.buffer)
  values.forEach((value, i) => {
    halves[2 * i + lowHalf] = value
    halves[2 * i + 1 - lowHalf] = value < 0 ? -1 : 0
  })
  return out
}

/** Which half of a number this machine writes first. */
const lowHalf = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 0 : 1

function matrixOf(tensor: Tensor | undefined): Matrix {
  if (!tensor || !(tensor.data instanceof Float32Array))
    throw new TypeError('the graph gave no numbers')
  return { data: tensor.data, columns: tensor.dims.at(-1) ?? 1 }
}
