/** Makes pages of one report: bare, and with furniture of chosen kinds, in several layouts and styles of naming, from a seed. */
import { dice } from '../bad-inputs/bad-input.ts'
import { type Kind, kinds, type Place } from './furniture-kinds.ts'

/** The report that a page is made of. */
export interface PlainReport {
  readonly title: string
  readonly outlet: string
  readonly published: string
  readonly paragraphs: readonly string[]
}

/** How pages are built; each takes the head, the body and what stands round them. */
const layouts: readonly ((p: Parts) => string)[] = [
  (p) =>
    `<header>${p.before}</header><main><article>${p.head}<div class="article-body">${p.body}</div></article>${p.after}</main>`,
  (p) =>
    `${p.before}<div id="content"><div class="story">${p.head}<div class="text">${p.body}</div>${p.after}</div></div>`,
  (p) =>
    `<div class="w">${p.before}<div class="c1"><div class="c2">${p.head}${p.body}</div></div><div class="c3">${p.after}</div></div>`,
  (p) =>
    `<table><tr><td colspan="2">${p.before}</td></tr><tr><td>${p.head}${p.body}</td><td>${p.after}</td></tr></table>`,
  (p) =>
    `${p.before}<article class="post">${p.head}<section>${p.body}</section>${p.after}</article>`,
]

interface Parts {
  readonly before: string
  readonly head: string
  readonly body: string
  readonly after: string
}

/** The number of layouts. */
export const layoutCount = layouts.length

/** A page of a report; `among` are its furniture, `seed` decides where and how they stand. */
export function pageOf(
  report: PlainReport,
  layout: number,
  among: readonly Kind[],
  seed: number,
): string {
  const roll = dice(seed)
  const pieces: Record<Place, string[]> = { before: [], between: [], after: [] }
  for (const kind of among) pieces[kind.place].push(markup(kind, roll))
  const body = report.paragraphs.map((p) => `<p>${escaped(p)}</p>`)
  // The last paragraph stays last: what follows it is furniture after the report.
  for (const piece of pieces.between)
    body.splice(1 + roll(Math.max(1, report.paragraphs.length - 1)), 0, piece)
  const build = layouts[layout % layouts.length] ?? ((p: Parts) => p.body)
  return `<!doctype html><html lang="en"><head><title>${escaped(report.title)} - ${escaped(report.outlet)}</title><meta property="og:title" content="${escaped(report.title)}"><meta property="og:site_name" content="${escaped(report.outlet)}"><meta property="article:published_time" content="${report.published}"></head><body>${build(
    {
      before: pieces.before.join('\n'),
      head: `<h1>${escaped(report.title)}</h1><p class="byline">By Jon Vale</p>`,
      body: body.join('\n'),
      after: pieces.after.join('\n'),
    },
  )}</body></html>`
}

/** A piece of furniture: named in one of its ways, or called something that says nothing. */
function markup(kind: Kind, roll: (n: number) => number): string {
  const named = kind.onlyByName === true || roll(3) > 0
  const name = named
    ? kind.names[roll(kind.names.length)]
    : `c-${(roll(1_000_000) + 1_000_000).toString(36)}`
  const by = roll(4) === 0 ? 'id' : 'class'
  return `<${kind.tag} ${by}="${name}">${kind.inner}</${kind.tag}>`
}

/** Every kind alone and all of them together. */
export const settings: readonly { readonly name: string; readonly among: readonly Kind[] }[] = [
  ...kinds.map((kind) => ({ name: kind.name, among: [kind] })),
  { name: 'all of them', among: kinds },
]

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
