/** Front matter: the `---` block at the head of a Markdown file, read for the few fields that describe a report. */

/** The fields that count; anything else in the block is passed over. */
export interface FrontMatter {
  readonly title: string | null
  readonly date: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly byline: string | null
  readonly language: string | null
  /** Where the body starts. */
  readonly end: number
}

const fieldOf: Readonly<Record<string, Exclude<keyof FrontMatter, 'end'>>> = {
  title: 'title',
  headline: 'title',
  date: 'date',
  published: 'date',
  outlet: 'outlet',
  publisher: 'outlet',
  site: 'outlet',
  source: 'outlet',
  url: 'url',
  link: 'url',
  canonical: 'url',
  author: 'byline',
  byline: 'byline',
  lang: 'language',
  language: 'language',
}

const longestBlock = 16_384

/** Reads the block, or says that there is none. Only flat `key: value` lines are understood; no YAML runs. */
export function frontMatter(text: string): FrontMatter {
  const none = { title: null, date: null, outlet: null, url: null, byline: null, language: null }
  if (!text.startsWith('---\n')) return { ...none, end: 0 }
  const close = text.slice(0, longestBlock).indexOf('\n---', 3)
  if (close < 0) return { ...none, end: 0 }
  const after = text.indexOf('\n', close + 1)
  const found: Partial<Record<Exclude<keyof FrontMatter, 'end'>, string>> = {}
  for (const line of text.slice(4, close + 1).split('\n')) {
    const colon = line.indexOf(':')
    if (colon <= 0 || line.startsWith(' ') || line.startsWith('#')) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    const field = Object.hasOwn(fieldOf, name) ? fieldOf[name] : undefined
    const value = unquote(line.slice(colon + 1).trim())
    if (field !== undefined && value !== '') found[field] ??= value
  }
  return { ...none, ...found, end: after < 0 ? text.length : after + 1 }
}

function unquote(value: string): string {
  const quote = value[0]
  if (value.length < 2 || (quote !== '"' && quote !== "'") || !value.endsWith(quote)) return value
  const inner = value.slice(1, -1)
  return quote === '"'
    ? inner.replaceAll('\\"', '"').replaceAll('\\\\', '\\')
    : inner.replaceAll("''", "'")
}
