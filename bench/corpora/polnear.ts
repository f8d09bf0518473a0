/** Lists the PolNeAR articles of a part, one annotation each, where the corpora are at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Document } from '../../src/document/document.ts'
import { readBrat } from './brat.ts'

/** The corpus in a folder of corpora: the one given, `HEARSAY_CORPORA`, or `../shared` beside the checkout. */
export function polnearFolder(shared?: string): URL {
  const given = shared ?? process.env['HEARSAY_CORPORA']
  const base = given
    ? pathToFileURL(`${resolve(given)}/`)
    : new URL('../../../shared/', import.meta.url)
  return new URL('corpora-restricted/polnear/data/', base)
}

/** True where the corpus is at hand. */
export function hasPolnear(): boolean {
  return existsSync(new URL('dev/text/', polnearFolder()))
}

/** Articles by name with their gold attributions; of several annotations of one article the first is taken. */
export function* polnear(
  part: 'train' | 'dev',
  most = Number.POSITIVE_INFINITY,
  corpus = polnearFolder(),
): Generator<{ readonly id: string; readonly doc: Document }> {
  const folder = new URL(`${part}/`, corpus)
  let previous = ''
  let count = 0
  for (const file of readdirSync(new URL('attributions/', folder)).sort()) {
    const id = file.replace(/_[^_]*\.ann$/, '')
    if (id === previous || !file.endsWith('.ann')) continue
    previous = id
    if (++count > most) return
    const text = readFileSync(new URL(`text/${id}.txt`, folder), 'utf8')
    const ann = readFileSync(new URL(`attributions/${file}`, folder), 'utf8')
    yield { id, doc: readBrat(text, ann) }
  }
}
