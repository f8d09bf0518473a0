/** Frames: messages over a byte stream, each a length of four bytes and then that many bytes, with a lid on the length. */

/** A frame of some bytes. */
export function frameOf(parts: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(parts.reduce((n, p) => n + p.length, 0))
  return Buffer.concat([head, ...parts])
}

/** Puts chunks together to frames. */
export class FrameReader {
  readonly #most: number
  #chunks: Buffer[] = []
  #have = 0
  #want: number | null = null

  constructor(most: number) {
    this.#most = most
  }

  /** Takes a chunk; returns the frames that it completed. Throws a RangeError for a frame over the lid. */
  take(chunk: Buffer): Buffer[] {
    this.#chunks.push(chunk)
    this.#have += chunk.length
    const out: Buffer[] = []
    for (;;) {
      if (this.#want === null) {
        if (this.#have < 4) return out
        this.#want = this.#cut(4).readUInt32BE()
        if (this.#want > this.#most)
          throw new RangeError(`A message of ${this.#want} bytes; the limit is ${this.#most}`)
      }
      if (this.#have < this.#want) return out
      out.push(this.#cut(this.#want))
      this.#want = null
    }
  }

  #cut(n: number): Buffer {
    const all =
      this.#chunks.length === 1 ? (this.#chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#chunks)
    this.#chunks = [all.subarray(n)]
    this.#have = all.length - n
    return all.subarray(0, n)
  }
}
