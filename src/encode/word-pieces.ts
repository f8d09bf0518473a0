/** Word pieces: splits a token as the uncased BERT vocabulary does, so that the trained reader sees what it was trained on. */

/** Words longer than this are unknown as a whole, as in the tokenizer that the base weights were made with. */
const longestWord = 100

/** Ideographs, which stand alone, as BERT's own list has them. */
const ideograph =
  /[\u{4E00}-\u{9FFF}\u{3400}-\u{4DBF}\u{F900}-\u{FAFF}\u{20000}-\u{2A6DF}\u{2A700}-\u{2B81F}\u{2B820}-\u{2CEAF}\u{2F800}-\u{2FA1F}]/u
/** ASCII symbols count as punctuation. */
const punctuation = /[\p{P}$+<=>^`|~]/u
const dropped = /[\u0000\uFFFD\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/u
const blank = /[\t\n\r\p{Zs}\p{Zl}\p{Zp}]/u

/** The vocabulary: one piece a line, its id the line's number from 0. */
export class WordPieces {
  readonly #ids: ReadonlyMap<string, number>
  readonly #unknown: number
  readonly #longest: number
  readonly #known = new Map<string, readonly number[]>()
  readonly #most: number

  /** `most`: pieces that are kept of one word. */
  constructor(vocabulary: string, most: number) {
    const rows = vocabulary.split('\n')
    if (rows.at(-1) === '') rows.pop()
    this.#ids = new Map(rows.map((piece, id) => [piece, id]))
    this.#unknown = this.#ids.get('[UNK]') ?? 100
    this.#longest = rows.reduce((n, piece) => Math.max(n, piece.length), 0)
    this.#most = most
  }

  get size(): number {
    return this.#ids.size
  }

  /** The ids of a word's pieces: at least one, at most `most`. */
  of(word: string): readonly number[] {
    const known = this.#known.get(word)
    if (known) return known
    const ids = basicWords(word).flatMap((part) => this.#pieces(part))
    const out = ids.length === 0 ? [this.#unknown] : ids.slice(0, this.#most)
    if (this.#known.size > 50_000) this.#known.clear()
    this.#known.set(word, out)
    return out
  }

  /** The longest known piece from the left, again and again; a part with an unknown piece is unknown as a whole. */
  #pieces(part: string): number[] {
    const points = [...part]
    if (points.length > longestWord) return [this.#unknown]
    const out: number[] = []
    for (let from = 0; from < points.length; ) {
      let to = Math.min(points.length, from + this.#longest)
      let id: number | undefined
      for (; to > from; to--) {
        const piece = points.slice(from, to).join('')
        id = this.#ids.get(from === 0 ? piece : `##${piece}`)
        if (id !== undefined) break
      }
      if (id === undefined) return [this.#unknown]
      out.push(id)
      from = to
    }
    return out
  }
}

/** Cleans, lowers and strips accents, then parts at blanks, punctuation and ideographs. */
function basicWords(word: string): string[] {
  if (/^[a-z0-9]+$/.test(word)) return [word]
  const out: string[] = []
  let part = ''
  const close = (): void => {
    if (part !== '') out.push(part)
    part = ''
  }
  for (const raw of plain(word)) {
    if (blank.test(raw)) close()
    else if (punctuation.test(raw) || ideograph.test(raw)) {
      close()
      out.push(raw)
    } else part += raw
  }
  close()
  return out
}

function plain(word: string): string {
  const kept = [...word].filter((c) => blank.test(c) || !dropped.test(c)).join('')
  return kept
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}
