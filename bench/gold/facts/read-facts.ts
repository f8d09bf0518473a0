/** Reads the gold of facts: one sentence a line, and under it one line with its event, times, places and quantities. */
import { readFileSync } from 'node:fs'
import { type Bound, bounds } from '../../../src/model/quantity.ts'

/** A quantity as annotated; `noun` with its modifiers and without determiner. */
export interface FactQuantity {
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly bound: Bound
  readonly unit: string | null
  readonly noun: string | null
  readonly role: string | null
  readonly asOf: string | null
}

/** A place by the name that stands in the sentence, and its country (ISO 3166 alpha-3). */
export interface FactPlace {
  readonly name: string
  readonly country: string
}

/** One annotated sentence. */
export interface Fact {
  /** The hard class that it stands for. */
  readonly sort: string
  readonly published: string
  /** Host of the outlet, or null. */
  readonly outlet: string | null
  /** The sentence before it, or "". */
  readonly context: string
  readonly text: string
  /** The predicate as written. */
  readonly word: string
  readonly type: string
  /** EDTF of the event, of the statement, of as-of, of further times; null and empty where there is none. */
  readonly time: string | null
  readonly statement: string | null
  readonly otherTimes: readonly string[]
  /** TIMEX3 values of durations and sets. */
  readonly lengths: readonly string[]
  readonly place: FactPlace | null
  readonly otherPlaces: readonly FactPlace[]
  readonly quantities: readonly FactQuantity[]
}

export type Half = 'dev' | 'kept'

/** The sentences of one half, in order. Throws an Error that names the line that is not understood. */
export function readFacts(half: Half): Fact[] {
  const here = new URL('./', import.meta.url)
  const folder = here.pathname.includes('/dist/')
    ? new URL('../../../../bench/gold/facts/', here)
    : here
  return parseFacts(readFileSync(new URL(`${half}.txt`, folder), 'utf8'))
}

/** Reads the form that README.md describes. */
export function parseFacts(source: string): Fact[] {
  const out: Fact[] = []
  let sort = ''
  let published = ''
  let outlet: string | null = null
  let context = ''
  let text = ''
  for (const [n, line] of source.split('\n').entries()) {
    const rest = line.slice(2).trim()
    if (line === '' || line.startsWith('#')) continue
    if (line.startsWith('= ')) sort = rest
    else if (line.startsWith('@ ')) {
      const [date = '', host = null] = rest.split(' ')
      published = date
      outlet = host
    } else if (line.startsWith('< ')) context = rest
    else if (line.startsWith('> ')) {
      out.push({ sort, published, outlet, context, text, ...valuesOf(rest, n + 1) })
      context = ''
      text = ''
    } else if (text === '') text = line
    else throw new Error(`line ${n + 1}: the sentence before it has no values`)
  }
  return out
}

type Values = Omit<Fact, 'sort' | 'published' | 'outlet' | 'context' | 'text'>

function valuesOf(line: string, number: number): Values {
  const [event = '', ...items] = line.split(' | ')
  const [word = '', type = ''] = event.split(' ')
  const of = (letter: string): string[] =>
    items.filter((i) => i.startsWith(`${letter} `)).map((i) => i.slice(2).trim())
  const unknown = items.find((i) => !/^[tsaxdpoq] \S/.test(i))
  if (type === '' || unknown !== undefined)
    throw new Error(`line ${number}: "${unknown ?? line}" is not understood`)
  return {
    word,
    type,
    time: of('t')[0] ?? null,
    statement: of('s')[0] ?? null,
    otherTimes: [...of('a'), ...of('x')],
    lengths: of('d'),
    place: of('p').map(placeOf)[0] ?? null,
    otherPlaces: of('o').map(placeOf),
    quantities: of('q').map((q) => quantityOf(q, number)),
  }
}

function placeOf(text: string): FactPlace {
  const [name = '', country = ''] = text.split(' ')
  return { name: name.replaceAll('_', ' '), country }
}

const shape = /^(\S+)(?: \[([^\]]+)\])?(?: "([^"]+)")?(?: ([a-z][a-z_]*))?(?: @(\S+))?$/

function quantityOf(text: string, number: number): FactQuantity {
  const m = shape.exec(text)
  const ends = m ? endsOf(m[1] ?? '') : null
  if (!m || !ends) throw new Error(`line ${number}: "${text}" is no quantity`)
  return {
    ...ends,
    unit: m[2] ?? null,
    noun: m[3] ?? null,
    role: m[4]?.replaceAll('_', ' ') ?? null,
    asOf: m[5] ?? null,
  }
}

type Ends = Pick<FactQuantity, 'low' | 'best' | 'high' | 'bound'>

const signs: readonly (readonly [string, Bound])[] = [
  ['>=', 'at least'],
  ['<=', 'at most'],
  ['>', 'more than'],
  ['<', 'less than'],
  ['~', 'about'],
  ['', 'exact'],
]

/** "12", "~12", ">=12", "5..7", "20±2"; "24.." is the least that a vague number can mean ("dozens"). */
function endsOf(text: string): Ends | null {
  const [middle = '', step] = text.split('±')
  if (step !== undefined) {
    const [best, by] = [Number(middle), Number(step)]
    return isNumber(middle) && isNumber(step)
      ? { low: best - by, best, high: best + by, bound: 'between' }
      : null
  }
  const [from = '', to] = text.split('..')
  if (to === '')
    return isNumber(from) ? { low: Number(from), best: null, high: null, bound: 'at least' } : null
  if (to !== undefined)
    return isNumber(from) && isNumber(to)
      ? { low: Number(from), best: null, high: Number(to), bound: 'between' }
      : null
  const [sign, bound] = signs.find(([s]) => text.startsWith(s)) ?? ['', bounds[0]]
  const number = text.slice(sign.length)
  if (!isNumber(number)) return null
  const best = Number(number)
  return {
    low: bound === 'less than' || bound === 'at most' ? null : best,
    best,
    high: bound === 'more than' || bound === 'at least' ? null : best,
    bound,
  }
}

function isNumber(text: string): boolean {
  return text !== '' && Number.isFinite(Number(text))
}
