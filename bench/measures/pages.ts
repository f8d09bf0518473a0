/** Measures article extraction: snippets that must and must not stand in the body, titles, dates of publication. */
import { decode } from '../../src/intake/charset.ts'
import { defaultLimits } from '../../src/intake/limits.ts'
import type { PageAnswer } from '../../src/intake/page-answer.ts'
import { readPage } from '../../src/intake/read-page.ts'
import { f1, precision, recall } from '../../src/pipeline/score.ts'
import { type AnnotatedPage, bodyPages, datedPages } from '../corpora/html-pages.ts'
import type { Group } from './measure.ts'

const read = (page: AnnotatedPage): PageAnswer =>
  readPage(decode(page.bytes, true).text, { url: page.url, simple: false }, defaultLimits)

const flat = (words: string): string => words.replace(/\s+/g, ' ').trim()

export const pagesGroups: readonly Group[] = [
  {
    name: 'Article bodies',
    needs: ['corpora/trafilatura-eval-en'],
    measure: (shared) => {
      const pages = bodyPages(`${shared}/corpora`)
      let [found, asked, wrong, titles, titled] = [0, 0, 0, 0, 0]
      for (const page of pages) {
        const answer = read(page)
        const text = flat(answer.text)
        asked += page.must.length
        found += page.must.filter((s) => text.includes(flat(s))).length
        wrong += page.mustNot.filter((s) => text.includes(flat(s))).length
        if (page.title) {
          titled++
          if (flat(answer.title ?? '') === flat(page.title)) titles++
        }
      }
      const counts = { made: found + wrong, gold: asked, right: found }
      return {
        of: `${pages.length} pages`,
        measures: [
          { name: 'snippets F1', value: 100 * f1(counts) },
          { name: 'snippets precision', value: 100 * precision(counts) },
          { name: 'snippets recall', value: 100 * recall(counts) },
          { name: 'titles', value: (100 * titles) / Math.max(1, titled) },
        ],
      }
    },
  },
  {
    name: 'Page dates',
    needs: ['corpora/htmldate-eval'],
    measure: (shared) => {
      const pages = datedPages(`${shared}/corpora`)
      const right = pages.filter((p) => read(p).published === p.date).length
      return {
        of: `${pages.length} pages`,
        measures: [{ name: 'date right', value: (100 * right) / Math.max(1, pages.length) }],
      }
    },
  },
]
