/** Reads two sets of annotated web pages: what must and must not stand in the body, and the date of publication. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** One page with what is known about it; a missing page has no bytes and is left out. */
export interface AnnotatedPage {
  readonly url: string
  readonly file: string
  readonly bytes: Uint8Array
  readonly must: readonly string[]
  readonly mustNot: readonly string[]
  readonly comments: readonly string[]
  readonly date: string | null
  readonly title: string | null
  readonly author: string | null
}

interface Row {
  readonly file: string
  readonly with?: readonly string[]
  readonly without?: readonly string[]
  readonly comments?: readonly string[]
  readonly date?: string
  readonly title?: string
  readonly author?: string
}

function read(folder: string, table: string): AnnotatedPage[] {
  const rows = JSON.parse(readFileSync(join(folder, table), 'utf8')) as Readonly<
    Record<string, Row>
  >
  return Object.entries(rows).flatMap(([url, row]) => {
    const path = join(folder, 'html', `${row.file}.gz`)
    if (!existsSync(path)) return []
    return [
      {
        url,
        file: row.file,
        bytes: gunzipSync(readFileSync(path)),
        must: row.with ?? [],
        mustNot: row.without ?? [],
        comments: row.comments ?? [],
        date: row.date || null,
        title: row.title || null,
        author: row.author || null,
      },
    ]
  })
}

/** Pages with snippets of their body and of their furniture; [] when the corpus is not there. */
export function bodyPages(corpora: string): AnnotatedPage[] {
  const folder = join(corpora, 'trafilatura-eval-en')
  return existsSync(folder) ? read(folder, 'evaldata.en.json') : []
}

/** Pages with the day of their publication; [] when the corpus is not there. */
export function datedPages(corpora: string): AnnotatedPage[] {
  const folder = join(corpora, 'htmldate-eval')
  return existsSync(folder) ? read(folder, 'eval_default.en.json') : []
}
