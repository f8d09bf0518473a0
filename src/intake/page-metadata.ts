/** Title, byline, outlet, address and language of a page, each from the best place that has it. */
import type { LinkedArticle } from './json-ld.ts'
import { attribute, elementsOf, lineText, namesOf, oneLine } from './page-nodes.ts'
import type { PageDocument, PageElement } from './page-tree.ts'
import { datesIn } from './visible-date.ts'

/** The `<meta>` and `<link>` tags of a page, by lower-case name; the first of a name wins. */
export type PageMetas = ReadonlyMap<string, string>

/** What a page says about itself, dates apart. */
export interface PageMetadata {
  readonly title: string | null
  readonly byline: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly language: string | null
}

const longest = 1000

/** Reads all metas once; `link:canonical`, `html:lang` and `title` are kept among them. */
export function metasOf(document: PageDocument): PageMetas {
  const out = new Map<string, string>()
  const put = (name: string | null, value: string | null): void => {
    if (!name || value === null) return
    const key = name.trim().toLowerCase()
    const words = oneLine(value.slice(0, longest))
    if (words !== '' && !out.has(key)) out.set(key, words)
  }
  for (const e of elementsOf(document)) {
    if (e.tagName === 'meta') {
      const content = attribute(e, 'content')
      for (const by of ['property', 'name', 'itemprop', 'http-equiv'])
        put(attribute(e, by), content)
    } else if (e.tagName === 'link') put(`link:${attribute(e, 'rel') ?? ''}`, attribute(e, 'href'))
    else if (e.tagName === 'html') {
      put('html:lang', attribute(e, 'lang') ?? attribute(e, 'xml:lang'))
    } else if (e.tagName === 'title' && !out.has('title')) put('title', lineText(e))
  }
  return out
}

/** Chooses title, byline, outlet, address and language. */
export function pageMetadata(
  document: PageDocument,
  metas: PageMetas,
  linked: LinkedArticle | null,
): PageMetadata {
  const outlet = outletOf(metas, linked)
  return {
    title: titleOf(document, metas, linked, outlet),
    byline: linked?.byline ?? bylineMeta(metas) ?? visibleByline(document),
    outlet,
    url: addressOf(metas, linked),
    language:
      metas.get('html:lang') ??
      metas.get('content-language') ??
      metas.get('og:locale') ??
      linked?.language ??
      null,
  }
}

function outletOf(metas: PageMetas, linked: LinkedArticle | null): string | null {
  return (
    metas.get('og:site_name') ??
    linked?.outlet ??
    metas.get('application-name') ??
    metas.get('dc.publisher') ??
    metas.get('publisher') ??
    metas.get('twitter:app:name:iphone') ??
    null
  )
}

function addressOf(metas: PageMetas, linked: LinkedArticle | null): string | null {
  for (const found of [metas.get('link:canonical'), metas.get('og:url'), linked?.url]) {
    if (found && /^https?:\/\/[^\s<>"]+$/i.test(found)) return found
  }
  return null
}

function titleOf(
  document: PageDocument,
  metas: PageMetas,
  linked: LinkedArticle | null,
  outlet: string | null,
): string | null {
  const head =
    metas.get('og:title') ??
    linked?.title ??
    metas.get('twitter:title') ??
    metas.get('title') ??
    null
  const headings = [...elementsOf(document)]
    .filter((e) => e.tagName === 'h1')
    .slice(0, 20)
    .map(lineText)
    .filter((t) => t !== '' && t.length < 300)
  // A heading that the head's title contains is the title without the site's name.
  const inHead = headings.find(
    (h) => head !== null && h.length >= 8 && head.toLowerCase().includes(h.toLowerCase()),
  )
  if (inHead) return inHead
  if (head !== null) return withoutOutlet(head, outlet)
  return headings.length === 1 ? (headings[0] ?? null) : null
}

/** "Title | Outlet", "Title - Outlet": the outlet goes, where it is known or where a bar sets it apart. */
function withoutOutlet(title: string, outlet: string | null): string {
  for (const sign of [' | ', ' - ', ' – ', ' — ', ' :: ', ' » ', ' · ']) {
    const at = title.lastIndexOf(sign)
    if (at < 8) continue
    const tail = title.slice(at + sign.length).toLowerCase()
    const known =
      outlet !== null &&
      (tail.includes(outlet.toLowerCase()) || outlet.toLowerCase().includes(tail))
    if (known || (sign === ' | ' && tail.length < 40)) return title.slice(0, at).trim()
  }
  return title
}

function bylineMeta(metas: PageMetas): string | null {
  for (const name of [
    'author',
    'article:author',
    'byl',
    'dc.creator',
    'parsely-author',
    'sailthru.author',
    'citation_author',
  ]) {
    const value = metas.get(name)
    if (value && !/^https?:|^@|^\d+$/.test(value)) return cleanByline(value)
  }
  return null
}

const bylineName =
  /(?:^|[\s_-])(?:byline|author(?:s|-name|_name|name)?|by-author|p-author|writtenby)(?:$|[\s_-])/

function visibleByline(document: PageDocument): string | null {
  for (const e of elementsOf(document)) {
    if (!isByline(e)) continue
    const words = lineText(e)
    if (words.length >= 3 && words.length < 100) return cleanByline(words)
  }
  return null
}

/** True for elements that name the author. */
export function isByline(e: PageElement): boolean {
  return (
    attribute(e, 'rel') === 'author' ||
    /author/.test(attribute(e, 'itemprop') ?? '') ||
    bylineName.test(namesOf(e))
  )
}

/** The names of a byline: without "by", and without the date and the outlet that follow. */
function cleanByline(words: string): string | null {
  const bare = words
    .replace(
      /^(?:(?:written|posted|reported|story) )?(?:by|von|par|por|di|door|av|af|текст|автор):?\s+/i,
      '',
    )
    .trim()
  if (/^(?:photo|photograph|image|picture|foto)s?\b/i.test(bare)) return null
  const date = datesIn(bare)[0]
  const before = date ? bare.slice(0, date.from).replace(dayTail, '') : bare
  const name = (before.split(/\s*[|•·]\s*/)[0] ?? '').replace(/[\s,;–—-]+$/, '').trim()
  return name === '' ? null : name
}

/** What leads to a date: "published on", a weekday, the weekday of a German page that touches the name. */
const dayTail =
  /(?:[\s,|•·]+(?:published|updated|posted|on|am|vom|le|el|(?:Mon|Tue|Tues|Wednes|Wed|Thu|Thurs|Fri|Satur|Sat|Sun)(?:day)?)[:.]?){0,3}[\s,]*$|(?<=\p{Ll})(?:Mo|Di|Mi|Do|Fr|Sa|So)[\s,]*$/u
