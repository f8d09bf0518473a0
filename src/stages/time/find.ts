/** Find: one pass over the atoms that tries the grammar at every word of time and keeps what it reads. */
import { publishedDay } from './anchors.ts'
import { readDayOf, readMoment, readPlural } from './moments.ts'
import { weekPeriod } from './periods.ts'
import { readHoliday, readPhrase, readSeason, readSet } from './phrases.ts'
import { readLetterPart } from './quarters.ts'
import {
  capital,
  type Found,
  figures,
  glued,
  key,
  type Nonsense,
  type Reader,
  sense,
  together,
} from './reader.ts'
import { isTold } from './statements.ts'
import { readUnit } from './units.ts'
import { readYear } from './years.ts'

/** All expressions in order, none overlapping, and the dates that do not exist. */
export function findTimes(r: Reader): { found: Found[]; nonsense: Nonsense[] } {
  const found: Found[] = []
  const nonsense: Nonsense[] = []
  const { length } = r.atoms
  let sentence = -1
  for (let i = 0; i < length; i++) {
    if (i < r.limit) continue
    if (r.atoms.sentence[i] !== sentence) {
      sentence = r.atoms.sentence[i] ?? -1
      r.limit = i
    }
    const blocked = r.words.blockers.longest(i, (k) => (together(r, i, k) ? key(r, k) : null))
    // "60 Minutes" is a programme, "60 minutes" a length
    if (blocked && (r.atoms.kind[i] !== 1 || capital(r, i + blocked.length - 1))) {
      r.limit = i + blocked.length
      continue
    }
    const read = readAt(r, i)
    if (!read) continue
    if ('nonsense' in read) {
      nonsense.push(read)
      r.limit = read.end
      continue
    }
    const extended = extend(r, read)
    // The anchor of a statement has its own name.
    const told = extended.anchor === 'narrative' && r.told
    found.push(told ? { ...extended, anchor: 'statement' } : extended)
    r.limit = extended.end
    remember(r, extended)
    followDays(r, extended, found)
  }
  return { found, nonsense }
}

/** The expression on the word at atom `i`, a date that does not exist, or null. */
export function readAt(r: Reader, i: number): Found | Nonsense | null {
  const kind = r.atoms.kind[i]
  if (kind === 2) return null
  if (kind === 1) return readMoment(r, i) ?? readYear(r, i)
  const senses = sense(r, i)
  const phrase = readHoliday(r, i) ?? readPhrase(r, i)
  if (phrase) return phrase
  if (!senses) {
    if (r.numbers.startingAt(i)?.year || key(r, i - 1) === 'year') return readYear(r, i)
    return readLetterPart(r, i)
  }
  if (senses.weekday !== undefined || senses.weekdays !== undefined) {
    const plural = readPlural(r, i)
    if (plural) return plural
  }
  if (
    senses.month !== undefined ||
    senses.weekday !== undefined ||
    senses.day !== undefined ||
    senses.tonight ||
    senses.part !== undefined
  ) {
    const moment = readMoment(r, i)
    if (moment) return moment
  }
  if (senses.season !== undefined) return readSeason(r, i)
  if (senses.unit !== undefined) return readWeekOf(r, i) ?? readUnit(r, i)
  if (senses.set !== undefined) return readSet(r, i)
  if (senses.decade !== undefined) return readYear(r, i)
  return null
}

/** "the week of March 6": the week of a date. */
function readWeekOf(r: Reader, i: number): Found | null {
  if (sense(r, i)?.unit?.code !== 'W' || sense(r, i)?.plural || key(r, i + 1) !== 'of') return null
  const date = readMoment(r, i + 2)
  if (!date || 'nonsense' in date || date.period.grain !== 'day' || date.period.first === null)
    return null
  const first = key(r, i - 1) === 'the' && i - 1 >= r.limit ? i - 1 : i
  return { ...date, first, period: weekPeriod(date.period.first), rule: 'TI36' }
}

/** "1994 or later", "1990 and beyond" belong to the expression. */
function extend(r: Reader, f: Found): Found {
  if (f.kind !== 'date') return f
  const [joint, word] = [key(r, f.end), key(r, f.end + 1)]
  if (joint === 'or' && (word === 'later' || word === 'earlier' || word === 'before'))
    return { ...f, end: f.end + 2, mod: word === 'later' ? 'ON_OR_AFTER' : 'ON_OR_BEFORE' }
  if (joint === 'and' && word === 'beyond') return { ...f, end: f.end + 2, mod: 'ON_OR_AFTER' }
  return f
}

/** What later expressions may count from. */
function remember(r: Reader, f: Found): void {
  // "compared with a year earlier" looks aside and comes back
  if (f.rule === 'TI33' && f.anchor === 'narrative') return
  if (f.rule === 'TI32' && r.story?.first != null && (f.period.first ?? 0) < r.story.first) return
  if ((f.kind !== 'date' && f.kind !== 'time') || f.period.first === null) return
  r.told = isTold(r, f) || (r.told && f.anchor === 'narrative')
  r.story = f.period
}

/** "Oct. 8 and 13", "June 3-5": further days of the month just named. */
function followDays(r: Reader, date: Found, found: Found[]): void {
  if (date.rule !== 'TI2' || date.period.grain !== 'day') return
  for (let rounds = 0; rounds < 6; rounds++) {
    const joint = r.limit
    const word = key(r, joint)
    if (
      word !== '-' &&
      word !== 'to' &&
      word !== 'and' &&
      word !== 'or' &&
      word !== ',' &&
      word !== 'through'
    )
      return
    const at = joint + 1
    if (key(r, at).length > 2 || figures(r, at) < 1 || !together(r, joint, at)) return
    // "Oct. 8 and 13 people": a word that can be counted takes the number away
    const after = r.atoms.kind[at + 1]
    if (
      after === 0 &&
      together(r, at, at + 1) &&
      sense(r, at + 1)?.preposition === undefined &&
      word !== '-'
    )
      return
    if (
      after === 1 ||
      (glued(r, at + 1) &&
        key(r, at + 1) !== ',' &&
        key(r, at + 1) !== '.' &&
        key(r, at + 1) !== '-')
    )
      return
    if (word === ',' && key(r, at + 1) !== ',' && key(r, at + 1) !== 'and') return
    const day = readDayOf(r, at, date.period)
    if (!day) return
    found.push(day)
    r.limit = day.end
    remember(r, day)
  }
}

/** True when publication is known to the day. */
export function isDated(r: Reader): boolean {
  return publishedDay(r.published) !== null
}
