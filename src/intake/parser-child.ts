/** The parser process: takes HTML on standard input, answers on standard output, holds no files and no network. */
import { FrameReader, frameOf } from './frames.ts'
import type { Limits } from './limits.ts'
import { readPage } from './read-page.ts'

/** A request: JSON on the first line, then the page in UTF-16 (little-endian). */
interface Request {
  readonly url: string | null
  readonly simple: boolean
  readonly limits: Limits
}

function answer(frame: Buffer): string {
  try {
    const end = frame.indexOf(10)
    const request = JSON.parse(frame.toString('utf8', 0, end)) as Request
    const html = frame.toString('utf16le', end + 1)
    return JSON.stringify({ ok: true, page: readPage(html, request, request.limits) })
  } catch (thrown) {
    return JSON.stringify({ ok: false, reason: reasonOf(thrown) })
  }
}

/** The first line of what went wrong; stacks stay inside. */
function reasonOf(thrown: unknown): string {
  const words = thrown instanceof Error ? thrown.message : String(thrown)
  return (words.split('\n')[0] ?? '').slice(0, 500)
}

const frames = new FrameReader(0xffff_ffff)

process.stdin.on('data', (chunk: Buffer) => {
  for (const frame of frames.take(chunk))
    process.stdout.write(frameOf([Buffer.from(answer(frame))]))
})
process.stdin.on('end', () => process.exit(0))
