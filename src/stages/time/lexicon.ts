/** Words of time: what the lists in data/en say about a word, and the phrases, holidays and names that hold words of time. */
import type { Tag } from '../../layers/tags.ts'
import { PhraseTrie } from '../../lexicon/trie.ts'
import { readTsv } from '../../lexicon/tsv.ts'
import { readWords } from '../../lexicon/word-set.ts'
import type { Grain } from './periods.ts'

export type Shift =
  | 'last'
  | 'past'
  | 'previous'
  | 'next'
  | 'coming'
  | 'following'
  | 'this'
  | 'same'
  | 'that'
  | 'recent'
  | 'these'
  | 'those'
  | 'every'

/** A unit: `code` as in durations, with what it is in the calendar. */
export interface Unit {
  readonly code: string
  readonly grain: Grain
  /** How a duration of n of it is written: "P3W" is { prefix: "P", letter: "W", factor: 1 }. */
  readonly prefix: 'P' | 'PT'
  readonly letter: string
  readonly factor: number
  /** The unit letter of a duration of unknown count: "PXW". */
  readonly open: string
}

/** All that one word can do; most words do one thing. */
export interface Senses {
  month?: number
  /** An abbreviation that needs a stop, a capital or a number beside it. */
  short?: boolean
  weekday?: number
  weekdays?: number
  unit?: Unit
  plural?: boolean
  /** A unit that needs a number: "min", "hrs". */
  abbreviated?: boolean
  part?: string
  /** "dawn", "dusk": a part of the day that needs no article. */
  sun?: boolean
  parts?: string
  season?: number
  seasons?: number
  shift?: Shift
  mod?: string
  partOf?: string
  approx?: string
  set?: string
  meridiem?: string
  zone?: string
  day?: number
  tonight?: boolean
  decade?: number
  offset?: string
  filler?: boolean
  preposition?: string
  /** "expected", "due": what they speak of lies ahead. */
  plan?: boolean
  future?: boolean
  /** "dated", "published": the date behind it is that of a statement. */
  told?: boolean
  /** "Flight", "Resolution": four figures behind it are no year. */
  label?: boolean
  /** "metres", "dollars": four figures before it are no year. */
  counted?: boolean
  /** "Mr.", "Senator": "May" behind it is a name. */
  title?: boolean
}

/** The loaded lists. */
export interface TimeWords {
  readonly words: ReadonlyMap<string, Senses>
  readonly phrases: PhraseTrie<string>
  readonly holidays: PhraseTrie<string>
  readonly blockers: PhraseTrie<true>
}

export const timeFiles = [
  'en/time-words.tsv',
  'en/time-phrases.tsv',
  'en/time-holidays.tsv',
  'en/time-blockers.tsv',
] as const

export const speechFile = 'en/speech-cues.tsv'

/** Lemmas of the verbs that report speech: those that take a clause. */
export function readSpeech(bytes: Uint8Array): ReadonlySet<string> {
  const rows = readTsv(bytes, speechFile, ['lemma', 'class', 'stance', 'frames'])
  return new Set(rows.filter((r) => /\bthat\b/.test(r.frames)).map((r) => r.lemma))
}

/** True for a verb, or a form of one, that reports speech. */
export function isSpeech(speech: ReadonlySet<string>, tag: Tag | undefined): boolean {
  return tag?.xpos.startsWith('VB') === true && speech.has(tag.lemma.toLowerCase())
}

const units: Readonly<Record<string, Omit<Unit, 'code'>>> = {
  S: { grain: 'second', prefix: 'PT', letter: 'S', factor: 1, open: 'TXS' },
  m: { grain: 'second', prefix: 'PT', letter: 'M', factor: 1, open: 'TXM' },
  H: { grain: 'second', prefix: 'PT', letter: 'H', factor: 1, open: 'TXH' },
  D: { grain: 'day', prefix: 'P', letter: 'D', factor: 1, open: 'XD' },
  W: { grain: 'week', prefix: 'P', letter: 'W', factor: 1, open: 'XW' },
  WE: { grain: 'weekend', prefix: 'P', letter: 'WE', factor: 1, open: 'XWE' },
  FN: { grain: 'week', prefix: 'P', letter: 'W', factor: 2, open: 'XW' },
  M: { grain: 'month', prefix: 'P', letter: 'M', factor: 1, open: 'XM' },
  Q: { grain: 'quarter', prefix: 'P', letter: 'Q', factor: 1, open: 'XQ' },
  SE: { grain: 'half', prefix: 'P', letter: 'M', factor: 6, open: 'XM' },
  HF: { grain: 'half', prefix: 'P', letter: 'M', factor: 6, open: 'XM' },
  Y: { grain: 'year', prefix: 'P', letter: 'Y', factor: 1, open: 'XY' },
  DE: { grain: 'decade', prefix: 'P', letter: 'Y', factor: 10, open: 'XDE' },
  CE: { grain: 'century', prefix: 'P', letter: 'Y', factor: 100, open: 'XCE' },
  ML: { grain: 'vague', prefix: 'P', letter: 'Y', factor: 1000, open: 'XML' },
  PE: { grain: 'vague', prefix: 'P', letter: 'X', factor: 1, open: 'XX' },
}

/** Reads the four lists, in the order of `timeFiles`. */
export function readTimeWords(bytes: readonly Uint8Array[]): TimeWords {
  const [words = none, phrases = none, holidays = none, blockers = none] = bytes
  return {
    words: readSenses(words),
    phrases: PhraseTrie.of(
      readTsv(phrases, timeFiles[1], ['phrase', 'timex']).map((r) => [keysOf(r.phrase), r.timex]),
    ),
    holidays: PhraseTrie.of(
      readTsv(holidays, timeFiles[2], ['name', 'rule']).map((r) => [keysOf(r.name), r.rule]),
    ),
    blockers: PhraseTrie.of(
      [...readWords(blockers, timeFiles[3], 'phrase')].map((p) => [keysOf(p), true]),
    ),
  }
}

const none = new Uint8Array()

/** A phrase as the atoms that a text would have for it: hyphens and clitics apart. */
function keysOf(phrase: string): string[] {
  return phrase
    .replaceAll('-', ' - ')
    .replaceAll("'s", " 's")
    .replaceAll("' ", " ' ")
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1 $2')
    .split(' ')
}

function readSenses(bytes: Uint8Array): ReadonlyMap<string, Senses> {
  const out = new Map<string, Senses>()
  for (const row of readTsv(bytes, timeFiles[0], ['word', 'kind', 'value'])) {
    const sense = senseOf(row.kind, row.value)
    out.set(row.word, { ...out.get(row.word), ...sense })
    if (sense.short) out.set(`${row.word}.`, { ...sense, short: false })
  }
  return out
}

function senseOf(kind: string, value: string): Senses {
  switch (kind) {
    case 'month':
      return { month: Number(value) }
    case 'short-month':
      return { month: Number(value), short: true }
    case 'weekday':
      return { weekday: Number(value) }
    case 'short-weekday':
      return { weekday: Number(value), short: true }
    case 'weekdays':
      return { weekdays: Number(value) }
    case 'unit':
    case 'units':
    case 'short-unit': {
      const unit = units[value]
      return unit
        ? {
            unit: { code: value, ...unit },
            plural: kind !== 'unit',
            abbreviated: kind === 'short-unit',
          }
        : {}
    }
    case 'part':
      return { part: value }
    case 'sun':
      return { sun: true }
    case 'parts':
      return { parts: value }
    case 'season':
      return { season: Number(value) }
    case 'seasons':
      return { seasons: Number(value) }
    case 'shift':
      return { shift: value as Shift }
    case 'mod':
      return { mod: value }
    case 'part-of':
      return { partOf: value }
    case 'approx':
      return { approx: value }
    case 'set':
      return { set: value }
    case 'meridiem':
      return { meridiem: value }
    case 'zone':
      return { zone: value }
    case 'day':
      return { day: Number(value) }
    case 'tonight':
      return { tonight: true }
    case 'decade':
      return { decade: Number(value) }
    case 'offset':
      return { offset: value }
    case 'filler':
      return { filler: true }
    case 'plan':
      return { plan: true }
    case 'future':
      return { future: true }
    case 'told':
      return { told: true }
    case 'label':
      return { label: true }
    case 'counted':
      return { counted: true }
    case 'title':
      return { title: true }
    case 'preposition':
      return { preposition: value }
    default:
      return {}
  }
}
