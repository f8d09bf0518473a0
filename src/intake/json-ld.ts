/** JSON-LD: what the structured data of a page says about its article. */
import { attribute, elementsOf, oneLine, rawText } from './page-nodes.ts'
import type { PageDocument } from './page-tree.ts'

/** The fields of an article that are read. */
export interface LinkedArticle {
  readonly title: string | null
  readonly byline: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly published: string | null
  readonly created: string | null
  readonly modified: string | null
  readonly language: string | null
  readonly body: string | null
}

type Thing = Readonly<Record<string, unknown>>

const articleType =
  /^(?:(?:News|Report|ReportageNews|AnalysisNews|OpinionNews|BackgroundNews|ReviewNews|AskPublicNews|Satirical|Scholarly|MedicalScholarly|Tech|Advertiser)?Article|AdvertiserContentArticle|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|Blog|Review)$/
const pageType =
  /^(?:WebPage|ItemPage|AboutPage|MedicalWebPage|CollectionPage|CreativeWork|Recipe|VideoObject|Product|Event|QAPage|Question|HowTo|FAQPage)$/

const mostThings = 2000
const deepest = 12
const longestBlock = 4_000_000

/** The article that a page's JSON-LD describes, or null. The first article wins over any page. */
export function linkedArticle(document: PageDocument): LinkedArticle | null {
  const things: Thing[] = []
  for (const script of elementsOf(document)) {
    if (script.tagName !== 'script' || !/ld\+json/i.test(attribute(script, 'type') ?? '')) continue
    const source = rawText(script)
    if (source.length <= longestBlock) gather(parse(source), things, 0)
  }
  const named = new Map(
    things.map((t) => [stringOf(t['@id']), t] as const).filter(([id]) => id !== null),
  )
  const article =
    things.find((t) => typesOf(t).some((n) => articleType.test(n)) && dateOf(t) !== null) ??
    things.find((t) => typesOf(t).some((n) => articleType.test(n)))
  const page =
    things.find((t) => typesOf(t).some((n) => pageType.test(n)) && dateOf(t) !== null) ?? null
  const chosen = article ?? page
  if (!chosen) return null
  return {
    title: article ? textOf(chosen['headline'] ?? chosen['name']) : null,
    byline: namesIn(chosen['author'] ?? chosen['creator'], named),
    outlet: namesIn(chosen['publisher'] ?? chosen['sourceOrganization'], named),
    url: urlOf(chosen),
    published:
      stringOf(chosen['datePublished']) ??
      (article && page ? stringOf(page['datePublished']) : null),
    created: stringOf(chosen['dateCreated']) ?? stringOf(chosen['uploadDate']),
    modified: stringOf(chosen['dateModified']),
    language: stringOf(chosen['inLanguage']),
    body: textOf(chosen['articleBody'], false),
  }
}

function dateOf(thing: Thing): string | null {
  return (
    stringOf(thing['datePublished']) ??
    stringOf(thing['dateCreated']) ??
    stringOf(thing['uploadDate'])
  )
}

/** Pages put control characters, comments and semicolons into their JSON; the usual ones are mended. */
function parse(source: string): unknown {
  const bare = source
    .replace(/^[\s;]*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[)?/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>)?[\s;]*$/, '')
  for (const attempt of [
    bare,
    bare.replace(/[\u0000-\u001f]+/g, ' '),
    bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([\]}])/g, '$1'),
  ]) {
    try {
      return JSON.parse(attempt)
    } catch {}
  }
  return null
}

function gather(value: unknown, into: Thing[], depth: number): void {
  if (depth > deepest || into.length > mostThings || value === null || typeof value !== 'object')
    return
  if (Array.isArray(value)) {
    for (const item of value) gather(item, into, depth + 1)
    return
  }
  const thing = value as Thing
  if (thing['@type'] !== undefined) into.push(thing)
  for (const key of [
    '@graph',
    'mainEntity',
    'mainEntityOfPage',
    'itemListElement',
    'hasPart',
    'item',
  ])
    if (Object.hasOwn(thing, key)) gather(thing[key], into, depth + 1)
}

function typesOf(thing: Thing): readonly string[] {
  const type = thing['@type']
  const all = Array.isArray(type) ? type : [type]
  return all.filter((t) => typeof t === 'string').map((t) => t.replace(/^.*[/:#]/, ''))
}

function stringOf(value: unknown): string | null {
  if (Array.isArray(value)) return value.length > 0 ? stringOf(value[0]) : null
  if (typeof value === 'number' && value > 1e12 && value < 5e12)
    return new Date(value).toISOString()
  if (typeof value === 'object' && value !== null && '@value' in value)
    return stringOf(value['@value'])
  return typeof value === 'string' && value.trim() !== '' && value.length < 4_000_000 ? value : null
}

function textOf(value: unknown, line = true): string | null {
  const s = stringOf(value)
  if (s === null) return null
  return line ? oneLine(s) : s
}

function urlOf(thing: Thing): string | null {
  const main = thing['mainEntityOfPage']
  const inner =
    typeof main === 'object' && main !== null && !Array.isArray(main)
      ? (main as Thing)['@id']
      : main
  return stringOf(thing['url']) ?? stringOf(inner)
}

/** Names of one person or several; a reference by `@id` is followed once. */
function namesIn(value: unknown, named: ReadonlyMap<string | null, Thing>): string | null {
  const all = Array.isArray(value) ? value.slice(0, 10) : [value]
  const names = all.map((one) => {
    if (typeof one === 'string') return /^https?:/.test(one) ? null : oneLine(one)
    if (one === null || typeof one !== 'object') return null
    const thing = one as Thing
    return textOf(thing['name']) ?? textOf(named.get(stringOf(thing['@id']))?.['name'])
  })
  const found = [...new Set(names.filter((n) => n !== null && n !== ''))]
  return found.length === 0 ? null : found.join(', ')
}
