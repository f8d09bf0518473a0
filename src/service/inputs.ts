/** Inputs: files, folders and patterns as report inputs, one by one, in a fixed order; trouble with one leaves the others alone. */
import { asFault, type Fault } from '../fault/fault.ts'
import { type Captured, captureFile, captureStream, inputsOf } from '../intake/capture.ts'

/** A file that was read, or the fault that stands in its place. */
export type FileInput =
  | { readonly name: string; readonly content: string }
  | { readonly name: string; readonly fault: Fault }

/** The inputs that command-line arguments stand for; `-` is `stdin`. Bytes come as base64, as operations take them. */
export async function* fileInputs(
  args: readonly string[],
  stdin: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<FileInput> {
  for await (const input of inputsOf(args)) {
    if (input.kind === 'fault') yield { name: input.path, fault: input.fault }
    else if (input.kind === 'stdin')
      yield await captured('standard input', () => captureStream('standard input', stdin))
    else yield await captured(input.path, () => captureFile(input.path))
  }
}

async function captured(name: string, capture: () => Promise<Captured>): Promise<FileInput> {
  try {
    const { bytes } = await capture()
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return { name, content: view.toString('base64') }
  } catch (thrown) {
    return { name, fault: asFault(thrown) }
  }
}

/** How many files arguments stand for, for a progress bar; faults count, standard input too. */
export async function countInputs(args: readonly string[]): Promise<number> {
  let count = 0
  for await (const _ of inputsOf(args)) count++
  return count
}
