/** Measures intake: snippets of bodies found and furniture kept out, titles, dates, milliseconds a page. */
import { decode } from '../src/intake/charset.ts'
import { defaultLimits } from '../src/intake/limits.ts'
import type { PageAnswer } from '../src/intake/page-answer.ts'
import { readPage } from '../src/intake/read-page.ts'
import { type AnnotatedPage, bodyPages, datedPages } from './corpora/html-pages.ts'

const [, , corpora = '../shared/corpora', ...flags] = process.argv
const verbose = flags.includes('--errors')

function pageOf(page: AnnotatedPage): PageAnswer {
  const { text } = decode(page.bytes, true)
  return readPage(text, { url: page.url, simple: false }, defaultLimits)
}

const flat = (words: string): string => words.replace(/\s+/g, ' ').trim()

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`
}

function bodies(): void {
  const pages = bodyPages(corpora)
  let found = 0
  let missed = 0
  let wrong = 0
  let kept = 0
  let titles = 0
  let titled = 0
  const started = performance.now()
  for (const page of pages) {
    const answer = pageOf(page)
    const text = flat(answer.text)
    for (const must of page.must) {
      if (text.includes(flat(must))) found++
      else {
        missed++
        if (verbose) process.stdout.write(`missing  ${page.file}: ${must}\n`)
      }
    }
    for (const not of page.mustNot) {
      if (!text.includes(flat(not))) kept++
      else {
        wrong++
        if (verbose) process.stdout.write(`furniture ${page.file}: ${not}\n`)
      }
    }
    if (page.title) {
      titled++
      if (flat(answer.title ?? '') === flat(page.title)) titles++
      else if (verbose)
        process.stdout.write(`title ${page.file}: ${answer.title} / ${page.title}\n`)
    }
  }
  const ms = (performance.now() - started) / Math.max(1, pages.length)
  const precision = found / (found + wrong)
  const recall = found / (found + missed)
  process.stdout.write(
    `bodies   ${pages.length} pages: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ` +
      `F1 ${((2 * precision * recall) / (precision + recall)).toFixed(3)}, accuracy ${percent(found + kept, found + kept + missed + wrong)}; ` +
      `titles ${percent(titles, titled)}; ${ms.toFixed(0)} ms a page\n`,
  )
}

function dates(): void {
  const pages = datedPages(corpora)
  let right = 0
  let none = 0
  for (const page of pages) {
    const answer = pageOf(page)
    if (answer.published === page.date) right++
    else {
      if (answer.published === null) none++
      if (verbose)
        process.stdout.write(
          `date ${page.file}: ${answer.published} (${answer.publishedFrom}) / ${page.date}  ${page.url} ${answer.dates
            .map((d) => `${d.from}:${d.edtf}`)
            .slice(0, 12)
            .join(' ')}\n`,
        )
    }
  }
  process.stdout.write(
    `dates    ${pages.length} pages: right ${percent(right, pages.length)}, none found ${none}\n`,
  )
}

bodies()
dates()
