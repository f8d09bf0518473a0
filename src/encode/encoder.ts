/** Encoder: the trained reader as a step of the pipeline - loaded once, on first use, and reading one report at a time. */
import { quotations } from '../layers/quotations.ts'
import { antecedentReadings, cueReadings, readings } from '../layers/readings.ts'
import { sentences } from '../layers/sentences.ts'
import { tokens } from '../layers/tokens.ts'
import type { Encoder } from '../pipeline/pipeline.ts'
import type { ReadBytes } from '../pipeline/resource.ts'
import { inspect } from './inspect.ts'
import { type Manifest, readerFolder, readManifest, verified } from './manifest.ts'
import { loadNetwork } from './network.ts'
import { type Loaded, readDocument } from './reading.ts'
import { WordPieces } from './word-pieces.ts'

/**
 * The encoder of the English pipeline. The manifest is read at once, the weights when the first report comes.
 * Throws `reader/missing` or `reader/damaged` for the manifest; `encode` throws them for the other files, and
 * `reader/cannot-run` where this machine has no library for the network.
 */
export function readerOf(read: ReadBytes): Encoder {
  const manifest = readManifest(read(`${readerFolder}reader.json`))
  let loading: Promise<Loaded> | null = null
  const loaded = (): Promise<Loaded> => {
    if (loading) return loading
    const begun = load(read, manifest)
    loading = begun
    // What failed is tried again with the next report: the files may have been put right.
    begun.catch(() => {
      loading = null
    })
    return begun
  }
  // Reports take turns, so that the memory of one window is all that reading needs.
  let last: Promise<unknown> = Promise.resolve()
  return {
    name: 'encode',
    version: manifest.version,
    needs: [sentences, quotations, tokens],
    makes: [readings, cueReadings, antecedentReadings],
    revises: [sentences, tokens],
    files: ['reader.json', ...manifest.files.map((f) => f.file)].map((f) => `${readerFolder}${f}`),
    encode: (doc) => {
      const mine = last.then(async () => readDocument(doc, manifest, await loaded()))
      last = mine.catch(() => {})
      return mine
    },
    warm: () => {
      loaded().catch(() => {})
    },
    inspect: () => inspect(read, manifest),
  }
}

async function load(read: ReadBytes, manifest: Manifest): Promise<Loaded> {
  const bytes = (name: string): Uint8Array =>
    verified(manifest, name, read(`${readerFolder}${name}`))
  const pieces = new WordPieces(
    new TextDecoder().decode(bytes('vocabulary.txt')),
    manifest.limits.piecesOfWord,
  )
  const network = await loadNetwork({
    encoder: bytes('encoder.onnx'),
    labels: bytes('labels.onnx'),
    spans: bytes('spans.onnx'),
    optimised: manifest.optimised === true,
  })
  return { pieces, network }
}
