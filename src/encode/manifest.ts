/** Manifest: what the trained reader's files are, what its numbers stand for, and whether they are whole. */
import { createHash } from 'node:crypto'
import { raise } from '../fault/fault.ts'
import type { WindowLimits } from './windows.ts'

/** `reader.json`, as `python -m train export` writes it. */
export interface Manifest {
  readonly name: string
  /** Rises with every change of the weights. */
  readonly version: number
  /** What the places of each head's output stand for. */
  readonly labels: Readonly<
    Record<'upos' | 'xpos' | 'deprel' | 'names' | 'cues' | 'spans' | 'shapes', readonly string[]>
  >
  /** Whether the graphs were rewritten for the runtime when they were made; else it does that at every load. */
  readonly optimised?: boolean
  readonly limits: WindowLimits & { readonly piecesOfWord: number }
  /** How the two vectors of a word make a score: their product over `scale`, plus the weight of how far apart they are. */
  readonly reference: {
    readonly scale: number
    readonly distances: readonly number[]
    readonly weights: readonly number[]
  }
  readonly files: readonly {
    readonly file: string
    readonly bytes: number
    readonly sha256: string
  }[]
}

/** The folder of the reader's files below the data folder. */
export const readerFolder = 'en/reader/'

/** Reads the manifest. Throws `reader/damaged` where it is not one. */
export function readManifest(bytes: Uint8Array): Manifest {
  const file = `${readerFolder}reader.json`
  try {
    const read = JSON.parse(new TextDecoder().decode(bytes)) as Manifest
    if (read.files.length > 0 && read.labels.upos.length > 0 && read.limits.words > 0) return read
  } catch {
    // Said below.
  }
  return raise('reader/damaged', { file, reason: 'it is not a manifest' })
}

/** The bytes of one of the manifest's files; throws `reader/damaged` where they are not those that were written. */
export function verified(manifest: Manifest, name: string, bytes: Uint8Array): Uint8Array {
  const file = `${readerFolder}${name}`
  const row = manifest.files.find((f) => f.file === name)
  if (!row) return raise('reader/damaged', { file, reason: 'the manifest does not name it' })
  if (bytes.length !== row.bytes)
    return raise('reader/damaged', {
      file,
      reason: `it has ${bytes.length} bytes instead of ${row.bytes}`,
    })
  if (createHash('sha256').update(bytes).digest('hex') !== row.sha256)
    return raise('reader/damaged', { file, reason: 'its checksum does not fit' })
  return bytes
}
