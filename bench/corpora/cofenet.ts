/** Reads passages in the format of CofeNet: tokens joined by blanks, with the ranges of sources, cues and contents. */
import type { Span } from '../../src/text/span.ts'

/** One passage; a range may belong to several attributions, which the format does not tell apart. */
export interface Passage {
  readonly text: string
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

interface Row {
  readonly tokens: readonly string[]
  readonly labels: readonly string[]
}

/** The passages of a file with one JSON object a line. */
export function readCofenet(file: string): Passage[] {
  return file
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => passageOf(JSON.parse(line) as Row))
}

function passageOf({ tokens, labels }: Row): Passage {
  const ranges: Record<string, Span[]> = { source: [], cue: [], content: [] }
  let at = 0
  let open: { from: number; to: number } | null = null
  for (const [i, token] of tokens.entries()) {
    const [place, role = ''] = (labels[i] ?? 'O').split('-')
    if (place === 'B') {
      open = { from: at, to: at }
      ranges[role]?.push(open)
    } else if (place !== 'I') open = null
    if (open) open.to = at + token.length
    at += token.length + 1
  }
  const { source = [], cue = [], content = [] } = ranges
  return { text: tokens.join(' '), source, cue, content }
}
