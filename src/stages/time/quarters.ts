/** Quarters and halves of a year, and the "year-ago" forms that compare with them. */
import { fromPublished, resolvePart, yearOf } from './anchors.ts'
import { leftOf } from './left.ts'
import type { Unit } from './lexicon.ts'
import { halfPeriod, openPeriod, quarterPeriod, shiftPeriod } from './periods.ts'
import { found, type Phrase } from './phrase.ts'
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
import { readYearExpression } from './years.ts'

/** "third quarter", "the first half of this year", "the 1988 quarter", "this quarter", "Q3". */
export function readYearPart(r: Reader, p: Phrase): Found | null {
  const { number, left, unit } = p
  const limit = unit.code === 'Q' ? 4 : 2
  const last = key(r, p.at - 1) === 'last' && unit.code === 'HF'
  if (number?.kind !== 'ordinal' && !last) {
    return readStoryQuarter(r, p)
  }
  if (p.plural && number && number.value > limit) return null
  const count = last ? 2 : (number?.value ?? 0)
  if (count < 1 || count > limit) return null
  let first = last ? leftOf(r, p.at - 1).first : quarterStart(r, p)
  let end = p.at + 1
  const make = unit.code === 'Q' ? quarterPeriod : halfPeriod
  // "the 1988 third quarter"
  const inside = key(r, (number?.first ?? p.at) - 1)
  let year: number | null = null
  let anchor: Found['anchor'] = 'published'
  if (inside.length === 4 && isYear(figures(r, p.inner - 1)) && p.inner - 1 >= r.limit) {
    year = figures(r, p.inner - 1)
    anchor = null
    first = key(r, p.inner - 2) === 'the' && p.inner - 2 >= r.limit ? p.inner - 2 : p.inner - 1
  } else {
    const after = readYearExpression(r, end)
    const before = after === null ? readYearBefore(r, p.inner) : null
    if (after?.year != null) {
      year = after.year
      anchor = after.anchor
      end = after.end
    } else if (before) {
      year = before.year
      first = before.first
    } else if (key(r, end) === ',' && isYear(figures(r, end + 1)) && key(r, end + 1).length === 4) {
      year = figures(r, end + 1)
      anchor = null
      end += 2
    }
  }
  if (unit.code === 'HF' && year === null) {
    // "the second half" is said of matches, too
    if (r.story?.grain !== 'year' || key(r, end) === 'of') return null
    year = yearOf(r.story)
    anchor = 'narrative'
  }
  const period =
    year !== null
      ? make(year, count)
      : resolvePart(r.published, 'quarter', count, left.shift, r.direction(p.at))
  return found(
    first,
    end,
    'date',
    period,
    r.published === null && anchor === 'published' ? null : anchor,
    'TI33',
    left.mod,
  )
}

/** "Q3 2022", "Q1 of 2021", "in Q4", "H1 2021"; behind a name ("Audi Q3") and with no preposition it is a model. */
export function readLetterPart(r: Reader, i: number): Found | null {
  const letter = key(r, i)
  if ((letter !== 'q' && letter !== 'h') || !capital(r, i) || !glued(r, i + 1)) return null
  const count = figures(r, i + 1)
  if (count < 1 || count > (letter === 'q' ? 4 : 2)) return null
  const after = key(r, i + 2)
  if (glued(r, i + 2) && (r.atoms.kind[i + 2] !== 2 || after === '-' || after === '/')) return null
  const year = readYearExpression(r, i + 2)
  const before = i - 1
  const named = together(r, before, i) && r.tag(before).startsWith('NNP') && capital(r, before)
  const first = leftOf(r, i).article === 'the' ? leftOf(r, i).first : i
  if (year?.year != null && !named) {
    const period = letter === 'q' ? quarterPeriod(year.year, count) : halfPeriod(year.year, count)
    return found(first, year.end, 'date', period, year.anchor, 'TI33')
  }
  if (letter !== 'q' || sense(r, first - 1)?.preposition === undefined) return null
  const period = resolvePart(r.published, 'quarter', count, null, r.direction(i))
  return found(first, i + 2, 'date', period, r.published === null ? null : 'published', 'TI33')
}

/** The article stays with "the third quarter", not with "a third-quarter loss"; "fiscal" belongs to both. */
function quarterStart(r: Reader, p: Phrase): number {
  let inner = p.inner
  if (key(r, inner - 1) === '-' && glued(r, inner - 1) && inner - 2 >= r.limit) inner--
  const fiscal = key(r, inner - 1)
  if ((fiscal === 'fiscal' || fiscal === 'financial') && inner - 1 >= r.limit) {
    inner--
    const left = leftOf(r, inner)
    return left.article === 'the' && !p.hyphen ? left.first : inner
  }
  const { left } = p
  if (left.mod !== null || left.shift !== null) return left.first
  return left.article === 'the' && !p.hyphen ? left.first : p.inner
}

/** "this year's third quarter", "last year's". */
function readYearBefore(r: Reader, at: number): { first: number; year: number } | null {
  const clitic = key(r, at - 1)
  if (clitic !== "'s" || sense(r, at - 2)?.unit?.code !== 'Y' || at - 3 < r.limit) return null
  const shift = sense(r, at - 3)?.shift
  const now = r.published?.year
  if (now === undefined) return null
  const step = shift === 'last' ? -1 : shift === 'this' ? 0 : shift === 'next' ? 1 : null
  return step === null ? null : { first: at - 3, year: now + step }
}

/** "the quarter", "this quarter", "the latest quarter". */
function readStoryQuarter(r: Reader, p: Phrase): Found | null {
  if (p.number !== null || p.plural || p.hyphen || p.unit.code !== 'Q') return null
  const { left } = p
  const year = figures(r, p.at - 1)
  if (
    isYear(year) &&
    key(r, p.at - 1).length === 4 &&
    r.story?.grain === 'quarter' &&
    p.at - 1 >= r.limit
  ) {
    const quarter = Number(r.story.timex.slice(-1))
    const first = key(r, p.at - 2) === 'the' && p.at - 2 >= r.limit ? p.at - 2 : p.at - 1
    return found(first, p.at + 1, 'date', quarterPeriod(year, quarter), 'narrative', 'TI33')
  }
  if (left.article !== 'the' || left.shift === 'past') return null
  if (key(r, p.at + 1) === 'of' || left.partOf) return null
  if (
    left.shift === null ||
    left.shift === 'last' ||
    left.shift === 'that' ||
    left.shift === 'same'
  ) {
    const story = r.story?.grain === 'quarter' ? r.story : fromPublished(r.published, 'quarter', -1)
    return (
      story &&
      found(
        left.first,
        p.at + 1,
        'date',
        story,
        r.story?.grain === 'quarter' ? 'narrative' : 'published',
        'TI33',
        left.mod,
      )
    )
  }
  return null
}

/** "year-ago", "year-earlier", with the quarter or period that they stand before. */
export function readYearAgo(r: Reader, i: number, unit: Unit): Found | null {
  if (unit.code !== 'Y' || key(r, i + 1) !== '-' || !glued(r, i + 1)) return null
  const word = key(r, i + 2)
  if (word !== 'ago' && word !== 'earlier') return null
  const base = r.story?.grain === 'quarter' || r.story?.grain === 'month' ? r.story : null
  const period = base ? shiftPeriod(base, 'year', -1) : fromPublished(r.published, 'year', -1)
  let end = i + 3
  const ordinal = r.numbers.startingAt(end)
  const part = ordinal ? sense(r, ordinal.end)?.unit : undefined
  if (
    ordinal &&
    part?.code === 'Q' &&
    ordinal.kind === 'ordinal' &&
    r.published &&
    ordinal.value <= 4
  ) {
    const quarter = quarterPeriod(r.published.year - 1, ordinal.value)
    return found(leftOf(r, i).first, ordinal.end + 1, 'date', quarter, 'published', 'TI33')
  }
  const next = sense(r, end)?.unit
  if (next?.code === 'Q' || next?.code === 'PE' || next?.code === 'M' || next?.code === 'Y') end++
  const left = leftOf(r, i)
  return found(
    left.first,
    end,
    'date',
    period ?? openPeriod('PAST_REF'),
    base ? 'narrative' : 'published',
    'TI33',
  )
}
