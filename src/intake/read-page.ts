/** Reads one HTML page: tree, metadata, dates and article. Runs in the parser process. */
import type { Cut } from '../model/report.ts'
import { articleOf } from './article.ts'
import { removeHidden } from './hidden.ts'
import { linkedArticle } from './json-ld.ts'
import type { Limits } from './limits.ts'
import type { PageAnswer } from './page-answer.ts'
import { chooseDate, pageDates } from './page-dates.ts'
import { metasOf, pageMetadata } from './page-metadata.ts'
import { pageTree } from './page-tree.ts'

/** What is known about a page from outside. */
export interface PageHints {
  readonly url: string | null
  /** Take the whole visible text; find no article. */
  readonly simple: boolean
}

const tooManyElements = 60_000

/** Reads a page within the limits; linear in the page but for the search of the article, which has a deadline outside. */
export function readPage(html: string, hints: PageHints, limits: Limits): PageAnswer {
  const tree = pageTree(html, limits)
  const metas = metasOf(tree.document)
  const linked = linkedArticle(tree.document)
  const meta = pageMetadata(tree.document, metas, linked)
  const url = hints.url ?? meta.url
  const candidates = pageDates(tree.document, metas, linked, url, meta.language)
  const choice = chooseDate(candidates)
  const hidden = removeHidden(tree.document)
  const cuts: Cut[] = [...tree.cuts]
  const simple = hints.simple || tree.elements > tooManyElements
  if (simple && !hints.simple)
    cuts.push({
      what: 'article extraction',
      why: `more than ${tooManyElements} elements; all visible text was taken`,
    })
  const article = articleOf(tree.document, { ...meta, linkedBody: linked?.body ?? null }, simple)
  let text = article.paragraphs.join('\n\n')
  if (text.length > limits.characters) {
    text = text.slice(0, limits.characters)
    cuts.push({ what: 'the end of the text', why: `more than ${limits.characters} characters` })
  }
  return {
    text,
    title: meta.title,
    byline: meta.byline,
    outlet: meta.outlet,
    url,
    language: meta.language,
    published: choice.published,
    publishedFrom: choice.from,
    dateReason: choice.reason,
    dates: candidates.map(({ edtf, from, raw }) => ({ edtf, from, raw })),
    hidden: [...hidden].map(([why, n]) => `${n} by ${why}`),
    cuts,
  }
}
