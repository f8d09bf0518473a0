/** One line of a page that holds dates: which of them counts, what is said of it, and whether the line is there for its date. */
import { type DateLabel, labelIn } from './date-words.ts'
import { type DateReading, datesIn } from './visible-date.ts'

/** The date of a line. */
export interface DatedLine {
  readonly edtf: string
  /** "Published on" or "updated" stands before it. */
  readonly label: DateLabel | null
  /** Words of the line beside dates and labels. */
  readonly otherWords: number
  /** The date's own words. */
  readonly raw: string
}

/** Reads the dates of a line; the one that is called published wins, the one that is called a change loses. */
export function datedLine(line: string, reading: DateReading): DatedLine | null {
  const dates = datesIn(line, reading)
  if (dates.length === 0) return null
  let from = 0
  let rest = 0
  const found = dates.map((date) => {
    const before = line.slice(from, date.from)
    const label = labelIn(before)
    rest += wordsIn(before)
    from = date.to
    return {
      edtf: date.edtf,
      label: label?.kind ?? null,
      raw: line.slice(date.from, date.to),
    }
  })
  rest += wordsIn(line.slice(from))
  const best =
    found.find((f) => f.label === 'published') ?? found.find((f) => f.label === null) ?? found[0]
  return best ? { ...best, otherWords: rest } : null
}

const mostWords = 8
const lettersOfWord = 3
const sentenceEnd = /[.!?…。！？।]["”»’]?$/

/** True for a line that is there to tell a date: few other words, and no sentence. */
export function isDateLine(line: string, dated: DatedLine): boolean {
  if (dated.label !== null && dated.otherWords <= mostWords * 2) return true
  if (dated.otherWords > mostWords) return false
  return dated.otherWords < 4 || !sentenceEnd.test(line)
}

const word = /[\p{L}\p{M}]+/gu
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/

/** Words; where a script puts no spaces between them, three letters are one. */
function wordsIn(text: string): number {
  let n = 0
  for (const [w] of text.matchAll(word))
    n += unspaced.test(w) ? Math.ceil(w.length / lettersOfWord) : 1
  return n
}
