/** Years: bare years, decades and centuries, and the year that follows a month or quarter ("of last year"). */
import { fromPublished, inRange, yearOf } from './anchors.ts'
import { leftOf } from './left.ts'
import { centuryPeriod, decadePeriod, openPeriod, yearPeriod, yearsPeriod } from './periods.ts'
import {
  capital,
  type Found,
  figures,
  glued,
  isYear,
  key,
  type Reader,
  sense,
  together,
} from './reader.ts'

/** A year named behind something else. */
export interface YearExpression {
  readonly end: number
  readonly year: number | null
  readonly anchor: Found['anchor']
}

/** "of last year", "this year", "of 1990", "of the same year", "the previous year", from atom `at` on. */
export function readYearExpression(r: Reader, at: number): YearExpression | null {
  let k = at
  const of = key(r, k) === 'of' || key(r, k) === 'in'
  if (of) k++
  if (!together(r, at - 1, k)) return null
  if (key(r, at) !== 'in') {
    const named = readNamedYear(r, k)
    if (named) return named
  }
  const article = key(r, k) === 'the' ? 1 : 0
  const shift = sense(r, k + article)?.shift
  const unit = sense(r, k + article + (shift === undefined ? 0 : 1))
  if (unit?.unit?.code !== 'Y' || unit.plural) return null
  const end = k + article + (shift === undefined ? 0 : 1) + 1
  const story = r.story === null ? null : yearOf(r.story)
  const now = r.published?.year ?? null
  const add = (year: number | null, count: number): number | null =>
    year === null ? null : year + count
  switch (shift) {
    case 'last':
    case 'past':
      return { end, year: add(now, -1), anchor: 'published' }
    case 'this':
      return { end, year: now, anchor: 'published' }
    case 'next':
    case 'coming':
      return { end, year: add(now, 1), anchor: 'published' }
    case 'previous':
      return {
        end,
        year: add(story ?? now, -1),
        anchor: story === null ? 'published' : 'narrative',
      }
    case 'following':
      return { end, year: add(story ?? now, 1), anchor: story === null ? 'published' : 'narrative' }
    case 'that':
    case 'same':
      return { end, year: story ?? now, anchor: story === null ? 'published' : 'narrative' }
    case undefined:
      return of && article === 1 ? { end, year: now, anchor: 'published' } : null
    default:
      return null
  }
}

/** "1990", "fiscal 1990", "fiscal year 2024". */
function readNamedYear(r: Reader, at: number): YearExpression | null {
  let k = at
  if (key(r, k) === 'the') k++
  if (key(r, k) === 'fiscal' || key(r, k) === 'financial') k++
  if (key(r, k) === 'year') k++
  const worded = r.numbers.startingAt(k)
  if (worded?.year) return { end: worded.end, year: worded.value, anchor: null }
  const year = figures(r, k)
  if (key(r, k).length !== 4 || !isYear(year) || isJoined(r, k + 1)) return null
  return { end: k + 1, year, anchor: null }
}

/** True where the figures go on: "2024-25", "1990s". */
function isJoined(r: Reader, at: number): boolean {
  if (!glued(r, at)) return false
  const word = key(r, at)
  return r.atoms.kind[at] !== 2 ? word !== "'s" : word === '-' || word === '/' || word === ':'
}

/** "1950", "fiscal 1989", "the 1990s", "'80s", "FY2024", "mid-1996" at the figures. */
export function readYear(r: Reader, i: number): Found | null {
  const value = figures(r, i)
  const width = key(r, i).length
  if (value < 0) return readWordYear(r, i)
  if (isYearPart(r, i + 1)) return null
  // "2019's worst storm" is of one year, "the 1930's" of ten
  const owns = width === 4 && value % 10 !== 0 && key(r, i + 1) === "'s"
  if (!owns && glued(r, i + 1) && isPluralS(key(r, i + 1))) return readDecade(r, i, value, width)
  if (key(r, i + 1) === "'" && key(r, i + 2) === 's' && width === 4 && glued(r, i + 2))
    return readDecade(r, i, value, width)
  if (width === 2) return readShortYear(r, i, value)
  if (width !== 4 || !isYear(value) || !isYearHere(r, i, value)) return null
  const left = leftOf(r, i)
  let first = left.mod !== null || left.approx !== null ? left.first : i
  let end = i + 1
  if (left.partOf && left.article === null) first = left.first
  const pair = secondYear(r, i, value)
  if (pair !== null) end = i + 3
  const before = key(r, first - 1)
  let rule = 'TI9'
  if ((before === 'fiscal' || before === 'financial') && first - 1 >= r.limit) {
    first--
    rule = 'TI34'
    if (key(r, first - 1) === 'the' && first - 1 >= r.limit) first--
  } else if (before === 'year' && first - 1 >= r.limit) {
    first--
    const more = key(r, first - 1)
    if ((more === 'fiscal' || more === 'financial') && first - 1 >= r.limit) {
      first--
      rule = 'TI34'
    }
    if (key(r, first - 1) === 'the' && first - 1 >= r.limit) first--
  } else if (before === 'fy' && first - 1 >= r.limit) {
    first--
    rule = 'TI34'
  }
  if (sense(r, end)?.filler && key(r, end + 1) === 'year' && key(r, end) !== 'full') {
    end += 2
    rule = 'TI34'
  } else if (key(r, end) === 'period' && key(r, first - 1) === 'the' && first - 1 >= r.limit) {
    first--
    end++
  }
  return {
    first,
    end,
    kind: 'date',
    period: pair === null ? yearPeriod(value) : yearsPeriod(value, pair),
    anchor: null,
    rule,
    mod: left.mod ?? left.approx,
  }
}

/** "2023-24", "1950-53", "2022/23": the later year in two figures, or null. */
function secondYear(r: Reader, i: number, value: number): number | null {
  const joint = key(r, i + 1)
  if ((joint !== '-' && joint !== '/') || !glued(r, i + 1) || !glued(r, i + 2)) return null
  if (key(r, i + 2).length !== 2 || figures(r, i + 2) < 0) return null
  if (glued(r, i + 3) && r.atoms.kind[i + 3] !== 2) return null
  if (glued(r, i + 4) && (key(r, i + 3) === '-' || key(r, i + 3) === '/')) return null
  const second = Math.floor(value / 100) * 100 + figures(r, i + 2)
  const year = second > value ? second : second + 100
  // "2010-05" may be a month; a slash joins the two years of a season
  if (joint === '/' && year !== value + 1) return null
  return second > value || year === value + 1 ? year : null
}

/** "the 1988 third quarter": the quarter takes the year. */
function isYearPart(r: Reader, at: number): boolean {
  const ordinal = r.numbers.startingAt(at)
  let k = ordinal?.kind === 'ordinal' ? ordinal.end : at
  if (key(r, k) === '-') k++
  const code = sense(r, k)?.unit?.code
  return k > at && (code === 'Q' || code === 'HF')
}

function isPluralS(word: string): boolean {
  return word === 's' || word === "'s"
}

/** "nineteen ninety-six", "the year two thousand", "the nineties". */
function readWordYear(r: Reader, i: number): Found | null {
  const number = r.numbers.startingAt(i)
  const afterYear = key(r, i - 1) === 'year' && number !== null && isYear(number.value)
  if (number && (number.year || afterYear)) {
    const first =
      key(r, i - 1) === 'year' && key(r, i - 2) === 'the' && i - 2 >= r.limit ? i - 2 : i
    return {
      first,
      end: number.end,
      kind: 'date',
      period: yearPeriod(number.value),
      anchor: null,
      rule: 'TI9',
      mod: null,
    }
  }
  const decade = sense(r, i)?.decade
  if (decade === undefined) return null
  const left = leftOf(r, i)
  if (left.article !== 'the' || key(r, left.first) !== 'the') return null
  return {
    first: left.first,
    end: i + 1,
    kind: 'date',
    period: decadePeriod(1900 + decade),
    anchor: null,
    rule: 'TI12',
    mod: left.mod,
  }
}

function readDecade(r: Reader, i: number, value: number, width: number): Found | null {
  if (value % 10 !== 0) return null
  const year = width === 4 ? value : width === 2 ? (value < 30 ? 2000 + value : 1900 + value) : -1
  if (year < 1000 || year > 2190) return null
  const left = leftOf(r, i)
  const quoted = width === 2 && key(r, i - 1) === "'" && glued(r, i)
  const leftOfQuote = quoted ? leftOf(r, i - 1) : left
  if (width === 2 && !quoted && left.article !== 'the' && left.mod === null) return null
  if (key(r, leftOfQuote.first) === 'his' || key(r, leftOfQuote.first) === 'her') return null
  const end = key(r, i + 1) === "'" ? i + 3 : i + 2
  // "the 1900s" may be a century; two noughts and "the early" speak of the decade, so the century is left to "20th century".
  return {
    first: leftOfQuote.first,
    end,
    kind: 'date',
    period: decadePeriod(year),
    anchor: null,
    rule: 'TI12',
    mod: leftOfQuote.mod,
  }
}

/** "'96", "FY24". */
function readShortYear(r: Reader, i: number, value: number): Found | null {
  const quoted = key(r, i - 1) === "'" && glued(r, i) && i - 1 >= r.limit
  const fiscal = key(r, i - 1) === 'fy' && i - 1 >= r.limit
  if (!quoted && !fiscal) return null
  if (quoted && (glued(r, i - 1) || !together(r, i - 2, i) || glued(r, i + 1))) return null
  if (quoted && sense(r, i - 2)?.preposition === undefined && sense(r, i - 2)?.season === undefined)
    return null
  const year = value < 50 ? 2000 + value : 1900 + value
  return {
    first: i - 1,
    end: i + 1,
    kind: 'date',
    period: yearPeriod(year),
    anchor: null,
    rule: fiscal ? 'TI34' : 'TI9',
    mod: null,
  }
}

/** Whether four figures are a year here, and not a count, a price, a model or a street number. */
function isYearHere(r: Reader, i: number, value: number): boolean {
  if (glued(r, i)) {
    const before = key(r, i - 1)
    if (
      before !== '-' &&
      before !== '(' &&
      before !== '/' &&
      before !== "'" &&
      before !== '"' &&
      before !== '“' &&
      before !== '‘' &&
      before !== '[' &&
      before !== 'fy'
    )
      return false
    if (before === '-' && glued(r, i - 1)) {
      const word = key(r, i - 2)
      const mod = sense(r, i - 2)?.mod
      const okay =
        mod !== undefined || sense(r, i - 2)?.preposition !== undefined || figures(r, i - 2) >= 0
      if (!okay && word.length > 0) return false
    }
  }
  if (glued(r, i + 1)) {
    const after = key(r, i + 1)
    if (after === '%' || after === ':' || after === '°') return false
    if (r.atoms.kind[i + 1] === 0 && after !== "'s" && after !== "'") return false
    if (after === '-' && glued(r, i + 2) && key(r, i + 2).length > 2 && figures(r, i + 2) < 0) {
      const tail = key(r, i + 2)
      if (tail !== 'era' && tail !== 'style' && tail !== 'vintage' && tail !== 'present')
        return false
    }
  }
  const before = key(r, i - 1)
  if (sense(r, i - 1)?.label) return false
  if (before === '$' || before === '€' || before === '£' || before === '#' || before === 'no.')
    return false
  if (value < 1100 || value > 2100) {
    return (
      before === 'in' ||
      before === 'year' ||
      before === 'since' ||
      before === 'by' ||
      before === 'until'
    )
  }
  const after = i + 1
  if (together(r, i, after)) {
    if (sense(r, after)?.plural) return false
    if (sense(r, after)?.counted) return before === 'in' && value >= 1900
    const tag = r.tag(after)
    // "1988 sales", "2019 protests" are of a year; "2000 shares" and all that is round may be counted
    const round = value % 10 === 0 || value < 1950 || value > 2049
    if (tag === 'NNS' && !isYearContext(r, i) && (round || isAbout(r, i))) return false
  }
  if (isAbout(r, i)) return true
  if (sense(r, i - 1)?.approx !== undefined || before === 'than' || before === 'least') {
    // "over 2000", "at least 1500": a count unless the words around are of time
    return (
      value >= 1900 &&
      value <= 2050 &&
      sense(r, i - 2)?.preposition !== undefined &&
      before !== 'than'
    )
  }
  return value >= 1900 ? true : isYearContext(r, i)
}

/** "built around 1900", "drawn circa 1650": a participle and "around" before a year that nothing follows. */
function isAbout(r: Reader, i: number): boolean {
  const before = key(r, i - 1)
  const next = r.tag(i + 1)
  if (together(r, i, i + 1) && (next.startsWith('NN') || next.startsWith('JJ'))) return false
  if (before === 'circa') return true
  return (before === 'around' || before === 'about') && r.tag(i - 2) === 'VBN'
}

function isYearContext(r: Reader, i: number): boolean {
  const before = key(r, i - 1)
  const senses = sense(r, i - 1)
  if (
    before === 'the' ||
    before === '(' ||
    before === ',' ||
    before === 'to' ||
    before === 'fiscal'
  )
    return true
  if (senses?.preposition !== undefined && before !== 'for' && before !== 'over') return true
  if (senses?.month !== undefined || senses?.mod !== undefined || senses?.season !== undefined)
    return true
  return (
    r.tag(i - 1).startsWith('PRP$') ||
    r.tag(i - 1) === 'POS' ||
    (capital(r, i - 1) && r.atoms.kind[i - 1] === 0)
  )
}

/** "the 20th century", "the mid-nineteenth century", "this century". */
export function readCentury(r: Reader, i: number): Found | null {
  const number =
    r.numbers.endingAt(i - 1) ?? (key(r, i - 1) === '-' ? r.numbers.endingAt(i - 2) : null)
  if (number?.kind !== 'ordinal' || number.first < r.limit || number.value < 1 || number.value > 30)
    return null
  const left = leftOf(r, number.first)
  const era = key(r, i + 1)
  const before = era === 'bc' || era === 'b.c.' || era === 'bce'
  const period = before
    ? openPeriod(`BC${String(number.value - 1).padStart(2, '0')}`, 'century')
    : centuryPeriod(number.value)
  return {
    first: left.article === 'a' ? number.first : left.first,
    end: i + (before ? 2 : 1),
    kind: 'date',
    period,
    anchor: null,
    rule: 'TI13',
    mod: left.mod,
  }
}

/** Year relative to publication, for units. */
export function yearFrom(r: Reader, count: number): Found['period'] | null {
  const year = r.published === null ? null : r.published.year + count
  return year !== null && inRange(year) ? fromPublished(r.published, 'year', count) : null
}
