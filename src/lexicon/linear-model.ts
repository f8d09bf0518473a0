/** Linear models: reads the compact binary files that `train/linear` writes, and checks that they are whole. */
import { raise } from '../fault/fault.ts'

/** The first eight bytes of every file. */
export const magic = 'HSLINEAR'

/** What the JSON head of a file says: names of labels and the like, and where each section lies. */
export interface LinearHead {
  readonly kind: string
  readonly version: number
  readonly lists: Readonly<Record<string, readonly string[]>>
  readonly numbers: Readonly<Record<string, number>>
  /** Length in bytes of each section, in file order; every section starts at a multiple of eight. */
  readonly sections: readonly { readonly name: string; readonly bytes: number }[]
}

/** FNV-1a over bytes, as an unsigned 32-bit number. */
export function checksum(bytes: Uint8Array): number {
  let h = 0x811c9dc5 | 0
  for (let i = 0; i < bytes.length; i++) h = Math.imul(h ^ bytes[i]!, 0x01000193)
  return h >>> 0
}

/** The next multiple of eight. */
export function aligned(size: number): number {
  return (size + 7) & ~7
}

/**
 * A file is: magic (8 bytes), checksum of all that follows (u32), length of the head (u32), head (JSON), sections.
 * Numbers are little-endian.
 */
export class LinearModel {
  readonly head: LinearHead
  readonly #sections: ReadonlyMap<string, Uint8Array>
  readonly #file: string

  private constructor(head: LinearHead, sections: ReadonlyMap<string, Uint8Array>, file: string) {
    this.head = head
    this.#sections = sections
    this.#file = file
  }

  /** Throws `lexicon/damaged` for another kind of file, a cut one, or one with a changed byte. */
  static read(bytes: Uint8Array, file: string, kind: string): LinearModel {
    const damaged = (reason: string): never => raise('lexicon/damaged', { file, reason })
    const name = new TextDecoder('latin1').decode(bytes.subarray(0, 8))
    if (bytes.length < 16 || name !== magic) return damaged('it is not a model file')
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (checksum(bytes.subarray(12)) !== view.getUint32(8, true))
      return damaged('its checksum does not fit')
    const length = view.getUint32(12, true)
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(16, 16 + length))) as LinearHead
    if (head.kind !== kind) return damaged(`it holds a model of ${head.kind}, not of ${kind}`)
    const sections = new Map<string, Uint8Array>()
    let at = aligned(16 + length)
    for (const section of head.sections) {
      // A copy with a buffer of its own, because other typed arrays are laid over it.
      sections.set(section.name, new Uint8Array(bytes.subarray(at, at + section.bytes)))
      at = aligned(at + section.bytes)
    }
    return new LinearModel(head, sections, file)
  }

  /** A list of names in the head. */
  list(name: string): readonly string[] {
    return this.head.lists[name] ?? this.#lacks(name)
  }

  number(name: string): number {
    return this.head.numbers[name] ?? this.#lacks(name)
  }

  bytes(name: string): Uint8Array {
    return this.#sections.get(name) ?? this.#lacks(name)
  }

  int8(name: string): Int8Array {
    return new Int8Array(this.bytes(name).buffer)
  }

  uint16(name: string): Uint16Array {
    return new Uint16Array(this.bytes(name).buffer)
  }

  int32(name: string): Int32Array {
    return new Int32Array(this.bytes(name).buffer)
  }

  #lacks(name: string): never {
    return raise('lexicon/damaged', { file: this.#file, reason: `it has no ${name}` })
  }
}
