/** Reads corpora of names in BIO-like columns (UNER, WikiGold, Worldwide newswire) as texts with gold names. */

/** Types that the corpora share; others of theirs are left out. */
export type GoldType = 'PERSON' | 'ORG' | 'LOC'

export interface GoldName {
  readonly from: number
  readonly to: number
  readonly type: GoldType
}

export interface NamedText {
  readonly id: string
  readonly text: string
  readonly names: readonly GoldName[]
}

interface Line {
  readonly word: string
  readonly label: string
}

const typeOf: Readonly<Record<string, GoldType>> = {
  PER: 'PERSON',
  Person: 'PERSON',
  ORG: 'ORG',
  Organization: 'ORG',
  LOC: 'LOC',
  Location: 'LOC',
  Facility: 'LOC',
}

/** UNER: columns number, word, label; sentences come with their text, documents with an id. */
export function readUner(source: string): NamedText[] {
  const out: NamedText[] = []
  let id = ''
  let builder = new Builder()
  const flush = (): void => {
    if (builder.text !== '') out.push({ id, text: builder.text, names: builder.names })
    builder = new Builder()
  }
  for (const block of source.split('\n\n')) {
    const lines = block.split('\n')
    const doc = lines.find((l) => l.startsWith('# newdoc id = '))
    const text = lines.find((l) => l.startsWith('# text = '))?.slice(9)
    if (doc) {
      flush()
      id = doc.slice(14)
    }
    const rows = lines
      .filter((l) => l !== '' && !l.startsWith('#'))
      .map((l): Line => {
        const cells = l.split('\t')
        return { word: cells[1] ?? '', label: cells[2] ?? 'O' }
      })
    if (text !== undefined) builder.addAligned(text, rows)
  }
  flush()
  return out
}

/** WikiGold: word and label in IOB1; articles are parted by -DOCSTART-. */
export function readWikigold(source: string): NamedText[] {
  return source.split(/^-DOCSTART- O$/m).flatMap((part, i) => {
    const built = fromColumns(part, ' ')
    return built.text === '' ? [] : [{ id: `wikigold-${i}`, ...built }]
  })
}

/** Worldwide newswire: one article a file, word and BIOES label parted by a tab. */
export function readWorldwide(id: string, source: string): NamedText {
  return { id, ...fromColumns(source, '\t') }
}

function fromColumns(source: string, gap: string): Omit<NamedText, 'id'> {
  const builder = new Builder()
  for (const block of source.split(/\r?\n\r?\n/)) {
    const rows = block.split(/\r?\n/).flatMap((l): Line[] => {
      // Nested names have a further column; the first is the outer one.
      const at = gap === '\t' ? l.indexOf(gap) : l.lastIndexOf(gap)
      return at <= 0
        ? []
        : [
            {
              word: l.slice(0, at),
              label:
                l
                  .slice(at + 1)
                  .split(gap)[0]
                  ?.trim() ?? 'O',
            },
          ]
    })
    builder.addLoose(rows)
  }
  return { text: builder.text, names: builder.names }
}

const noSpaceBefore = new Set([
  '.',
  ',',
  ';',
  ':',
  '!',
  '?',
  ')',
  ']',
  '%',
  "'s",
  '’s',
  "n't",
  'n’t',
  '”',
  "''",
  "'re",
  "'ve",
  "'ll",
  "'m",
  "'d",
  '’',
])
const noSpaceAfter = new Set(['(', '[', '$', '“', '``', '£', '€', '#'])

/** Puts words back into running text and keeps where the names are. */
class Builder {
  text = ''
  readonly names: GoldName[] = []

  /** Words whose sentence text is known. */
  addAligned(sentence: string, rows: readonly Line[]): void {
    const base = this.text === '' ? 0 : this.text.length + 1
    this.text = this.text === '' ? sentence : `${this.text}\n${sentence}`
    let at = 0
    const places = rows.map((r) => {
      const found = sentence.indexOf(r.word, at)
      const from = found < 0 ? at : found
      at = from + r.word.length
      return { from: base + from, to: base + at, label: r.label }
    })
    this.#take(places)
  }

  /** Words alone: blanks as English prints them. */
  addLoose(rows: readonly Line[]): void {
    if (rows.length === 0) return
    if (this.text !== '') this.text += '\n'
    let glue = true
    let open = false
    const places = rows.map((r, k) => {
      const quote = r.word === '"'
      // "Karl - Toko" and "people ’ s" were one word and one ending before they were cut into tokens.
      if (r.word === '-' && r.label !== 'O' && (rows[k + 1]?.label[0] ?? 'O') !== 'O') glue = true
      if (r.word === 's' && rows[k - 1]?.word === '’') glue = true
      if (!glue && !noSpaceBefore.has(r.word) && !(quote && open)) this.text += ' '
      const from = this.text.length
      this.text += r.word
      glue =
        noSpaceAfter.has(r.word) ||
        (quote && !open) ||
        (r.word === '-' && r.label !== 'O' && (rows[k + 1]?.label[0] ?? 'O') !== 'O')
      if (quote) open = !open
      return { from, to: this.text.length, label: r.label }
    })
    this.#take(places)
  }

  #take(places: readonly { from: number; to: number; label: string }[]): void {
    let last: { from: number; to: number; type: GoldType; raw: string } | null = null
    const flush = (): void => {
      if (last) this.names.push({ from: last.from, to: last.to, type: last.type })
      last = null
    }
    for (const p of places) {
      const mark = p.label[0] ?? 'O'
      const raw = p.label.slice(2)
      const type = typeOf[raw]
      if (!type) flush()
      else if (last && (mark === 'I' || mark === 'E') && (last as { raw: string }).raw === raw)
        (last as { to: number }).to = p.to
      else {
        flush()
        last = { from: p.from, to: p.to, type, raw }
      }
    }
    flush()
  }
}
