/** Languages: which language a text is in, by what the page says and what the words show. */

/** The one call of the detector that is used. */
interface Detector {
  detect(text: string): {
    language: string
    isReliable(): boolean
    getScores(): Record<string, number>
  }
}

let loaded: Promise<Detector> | null = null

/** The detector's tables are large and most runs of the command line never need them. */
function detector(): Promise<Detector> {
  loaded ??= import('eld/small').then((m) => m.eld as Detector)
  return loaded
}

/** Words that hardly any other language in Latin letters has; about one word in seven of English prose. */
const onlyEnglish: ReadonlySet<string> = new Set(
  'the and that with from which this they their has have are were would been its who when'.split(
    ' ',
  ),
)

const sample = 2000
const shortest = 40

/** The primary tag of a BCP 47 tag as pages write it ('en-GB' is 'en'), or null. */
export function primaryTag(tag: string | null): string | null {
  const m = /^([a-z]{2,3})(?:[-_]|$)/i.exec((tag ?? '').trim())
  return m ? (m[1] ?? '').toLowerCase() : null
}

/**
 * The language of a text. What the page declares is believed unless the words clearly say otherwise; a text too short
 * to tell has the declared one, or null.
 */
export async function languageOf(text: string, declared: string | null): Promise<string | null> {
  const said = primaryTag(declared)
  const words = sampleOf(text)
  if (words.length < shortest) return said ?? (await shortGuess(words))
  if (plainlyEnglish(words)) return 'en'
  const found = (await detector()).detect(words)
  if (found.language === '') return said
  if (said === null || found.language === said) return found.language
  const scores = found.getScores()
  const margin = (scores[found.language] ?? 0) - (scores[said] ?? 0)
  return found.isReliable() && margin > 0.1 ? found.language : said
}

async function shortGuess(words: string): Promise<string | null> {
  if (words.trim().length < 12) return null
  const found = (await detector()).detect(words)
  return found.isReliable() && found.language !== '' ? found.language : null
}

/** Spares plain English prose the detector, whose tables take a third of the time of a first analysis. */
function plainlyEnglish(words: string): boolean {
  const all = words.toLowerCase().split(/[^\p{L}]+/u)
  const english = all.filter((w) => onlyEnglish.has(w)).length
  const articles = all.filter((w) => w === 'the').length
  return all.length >= 30 && english >= all.length * 0.1 && articles >= all.length * 0.025
}

/** Words from the middle and the start: heads of pages are full of names. */
function sampleOf(text: string): string {
  if (text.length <= sample) return text
  const middle = Math.floor(text.length / 2)
  return `${text.slice(0, sample / 2)}\n${text.slice(middle, middle + sample / 2)}`
}
