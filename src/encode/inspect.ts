/** Inspection: what `doctor` says of the trained reader and of each of its files. */
import { asFault } from '../fault/fault.ts'
import type { Inspection } from '../pipeline/pipeline.ts'
import type { ReadBytes } from '../pipeline/resource.ts'
import { type Manifest, readerFolder, verified } from './manifest.ts'

/** One row for the reader, then one a file. Reads every file whole. */
export function inspect(read: ReadBytes, manifest: Manifest): Inspection[] {
  const bytes = manifest.files.reduce((sum, f) => sum + f.bytes, 0)
  return [
    {
      name: 'trained reader',
      ok: true,
      detail: `${manifest.name} ${manifest.version}, ${megabytes(bytes)}, one thread a report`,
    },
    ...manifest.files.map(({ file, sha256 }) => {
      const name = `${readerFolder}${file}`
      try {
        const { length } = verified(manifest, file, read(name))
        return { name, ok: true, detail: `${megabytes(length)}, sha256 ${sha256.slice(0, 12)}` }
      } catch (thrown) {
        return { name, ok: false, detail: asFault(thrown).message }
      }
    }),
  ]
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
