/** Reads the NGEC synthetic stories: a headline, a machine-written text, and the PLOVER type and mode that the headline was written for. */
import type { EventType } from '../../src/model/event.ts'

export interface SyntheticStory {
  /** The headline with its placeholders: stories that share one are variants of each other. */
  readonly template: string
  readonly headline: string
  readonly text: string
  readonly type: EventType
  /** In lower case; null without one. */
  readonly mode: string | null
}

/** The rows of a CSV file with quoted fields; quotation marks inside are doubled. */
export function* csvRows(source: string): Generator<string[]> {
  let row: string[] = []
  let field = ''
  let quoted = false
  for (let i = 0; i < source.length; i++) {
    const c = source[i] ?? ''
    if (quoted) {
      if (c !== '"') field += c
      else if (source[i + 1] === '"') {
        field += '"'
        i++
      } else quoted = false
    } else if (c === '"') quoted = true
    else if (c === ',' || c === '\n') {
      row.push(field)
      field = ''
      if (c === '\n') {
        yield row
        row = []
      }
    } else if (c !== '\r') field += c
  }
  if (field !== '' || row.length > 0) yield [...row, field]
}

/** Names of modes that the corpus spells otherwise than the manual, or that the manual has under another name. */
const renamed: Readonly<Record<string, string | null>> = {
  assassinate: 'targeted',
  execute: 'targeted',
  ban: 'restrict',
  cleansing: null,
  massacre: null,
  primative: 'primitive',
  return: null,
  sieze: 'seize',
}

/** The stories of the file; those whose headline cannot be read off the prompt are left out. */
export function readSyntheticStories(source: string): SyntheticStory[] {
  const [head, ...rows] = [...csvRows(source)]
  const at = (row: readonly string[], name: string): string => row[head?.indexOf(name) ?? -1] ?? ''
  const out: SyntheticStory[] = []
  for (const row of rows) {
    const mode = at(row, 'mode').toLowerCase()
    const headline = at(row, 'prompt').split('\n')[0]?.trim() ?? ''
    if (headline === '' || at(row, 'text') === '') continue
    out.push({
      template: at(row, 'title').trim(),
      headline,
      text: at(row, 'text'),
      type: at(row, 'label') as EventType,
      mode: mode === '' ? null : mode in renamed ? (renamed[mode] ?? null) : mode,
    })
  }
  return out
}

/** Every third headline is kept for measuring; nothing is trained on its stories. By the sum of its letters, so that it never moves. */
export function isHeldOut(story: SyntheticStory): boolean {
  let sum = 0
  for (const c of story.template) sum = (sum * 31 + (c.codePointAt(0) ?? 0)) % 1_000_003
  return sum % 3 === 0
}
