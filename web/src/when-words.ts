/** When in words: EDTF and TIMEX values as people say them. */
import { dateWords } from './wording.ts'

const seasons: Readonly<Record<string, string>> = {
  21: 'spring',
  22: 'summer',
  23: 'autumn',
  24: 'winter',
  33: 'first quarter of',
  34: 'second quarter of',
  35: 'third quarter of',
  36: 'fourth quarter of',
  40: 'first half of',
  41: 'second half of',
}

const references: Readonly<Record<string, string>> = {
  PRESENT_REF: 'at the time of writing',
  PAST_REF: 'in the past',
  FUTURE_REF: 'in the future',
}

const units: Readonly<Record<string, string>> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  TH: 'hour',
  TM: 'minute',
  TS: 'second',
}

/** "2024-10-18/2024-10-25" as "18 Oct 2024 to 25 Oct 2024"; what has no plainer form stays as it is. */
export function edtfWords(edtf: string): string {
  const [left = '', right] = edtf.split('/')
  if (right === undefined) return sideWords(edtf)
  const open = (side: string): boolean => side === '' || side === '..'
  if (open(left)) return `until ${sideWords(right)}`
  if (open(right)) return `from ${sideWords(left)}`
  return `${sideWords(left)} to ${sideWords(right)}`
}

function sideWords(side: string): string {
  const plain = side.replace(/[~?%]/g, '')
  const mark = plain === side ? '' : /[~%]/.test(side) ? 'about ' : 'perhaps '
  const season = /^(\d{4})-(2[1-4]|3[3-6]|4[01])$/.exec(plain)
  if (season) return `${mark}${seasons[season[2] ?? ''] ?? ''} ${season[1]}`
  const decade = /^(\d{3})X$/.exec(plain)
  if (decade) return `${mark}the ${decade[1]}0s`
  const someDay = /^(\d{4}-\d{2})-XX$/.exec(plain)
  if (someDay) return `${mark}a day in ${dateWords(someDay[1] ?? '')}`
  const someMonth = /^(\d{4})-XX(?:-XX)?$/.exec(plain)
  if (someMonth) return `${mark}some time in ${someMonth[1]}`
  const [day = '', clock] = plain.split('T')
  return `${mark}${dateWords(day)}${clock ? `, ${clock.replace(/Z$/, ' UTC')}` : ''}`
}

/** "P3D" as "3 days"; sets and references stay as TIMEX writes them. */
export function timexWords(timex: string): string {
  const reference = references[timex]
  if (reference !== undefined) return reference
  const some = /^P(T?)X([YMWDHS])$/.exec(timex)
  if (some) return `some ${units[`${some[1]}${some[2]}`] ?? timex}s`
  const m = /^P(T?)(\d+(?:\.\d+)?)([YMWDHS])$/.exec(timex)
  const unit = m ? units[`${m[1]}${m[3]}`] : undefined
  if (!m || unit === undefined) return timex
  return `${m[2]} ${unit}${m[2] === '1' ? '' : 's'}`
}
