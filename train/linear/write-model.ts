/** Writes model files in the format that `src/lexicon/linear-model.ts` reads. */
import { aligned, checksum, type LinearHead, magic } from '../../src/lexicon/linear-model.ts'

/** The bytes of a model file. */
export function modelBytes(
  kind: string,
  lists: LinearHead['lists'],
  numbers: LinearHead['numbers'],
  sections: Readonly<Record<string, ArrayBufferView>>,
): Uint8Array {
  const parts = Object.entries(sections).map(([name, s]) => ({
    name,
    data: new Uint8Array(s.buffer, s.byteOffset, s.byteLength),
  }))
  const head: LinearHead = {
    kind,
    version: 1,
    lists,
    numbers,
    sections: parts.map((p) => ({ name: p.name, bytes: p.data.length })),
  }
  const json = new TextEncoder().encode(JSON.stringify(head))
  let size = aligned(16 + json.length)
  for (const p of parts) size = aligned(size + p.data.length)
  const out = new Uint8Array(size)
  const view = new DataView(out.buffer)
  out.set(new TextEncoder().encode(magic), 0)
  view.setUint32(12, json.length, true)
  out.set(json, 16)
  let at = aligned(16 + json.length)
  for (const p of parts) {
    out.set(p.data, at)
    at = aligned(at + p.data.length)
  }
  view.setUint32(8, checksum(out.subarray(12)), true)
  return out
}
