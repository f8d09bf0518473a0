/** Words: one document's tokens with the shapes and first readings that name rules ask for. */

import type { Sentence } from '../../layers/sentences.ts'
import type { Tag } from '../../layers/tags.ts'
import type { Token } from '../../layers/tokens.ts'
import type { Gazetteer } from '../../lexicon/gazetteer.ts'
import { CharClass, classAt } from '../../text/unicode.ts'
import type { KnownName, NameLexicon } from './lexicons.ts'

/** Shapes as bits, one number a token. */
export const Shape = {
  /** Starts with a capital. */
  cap: 1,
  /** Two or more letters, all capitals. */
  upper: 2,
  /** The first word of its sentence, or of a quotation or a clause after a colon. */
  initial: 4,
  /** In a sentence whose words are nearly all capitalised, or all in capitals. */
  titled: 8,
  /** In a sentence that is written in capitals alone. */
  shouted: 16,
  /** No blank before it. */
  joined: 32,
  digit: 64,
} as const

/** Everything the rules look up about the tokens; all lists run parallel to the tokens. */
export class Words {
  readonly lexicon: NameLexicon
  readonly gazetteer: Gazetteer
  readonly tokens: readonly Token[]
  readonly tags: readonly Tag[]
  readonly shapes: Uint8Array
  /** Words as lexicons have them: as written, or "Kyiv" for "KYIV" in a sentence of capitals. */
  readonly forms: readonly string[]
  /** Forms seen capitalised where a small letter could have stood, and how often. */
  readonly midCaps = new Map<string, number>()
  /** Keys seen in small letters. */
  readonly smallKeys = new Set<string>()

  constructor(
    lexicon: NameLexicon,
    gazetteer: Gazetteer,
    tokens: readonly Token[],
    tags: readonly Tag[],
    sentences: readonly Sentence[],
  ) {
    this.lexicon = lexicon
    this.gazetteer = gazetteer
    this.tokens = tokens
    this.tags = tags
    this.shapes = new Uint8Array(tokens.length)
    const forms: string[] = new Array(tokens.length)
    let at = 0
    for (let s = 0; s < sentences.length; s++) {
      const first = at
      while (at < tokens.length && tokens[at]?.sentence === s) at++
      this.#shapeSentence(first, at, forms)
    }
    for (; at < tokens.length; at++) forms[at] = tokens[at]?.form ?? ''
    this.forms = forms
  }

  #shapeSentence(first: number, end: number, forms: string[]): void {
    let words = 0
    let caps = 0
    let uppers = 0
    let start = true
    for (let i = first; i < end; i++) {
      const token = this.tokens[i]
      if (!token) continue
      const { form } = token
      let shape = 0
      const c = classAt(form, 0)
      if (c === CharClass.upper) {
        shape |= Shape.cap
        if (form.length > 1 && form === form.toUpperCase()) shape |= Shape.upper
      } else if (c === CharClass.digit) shape |= Shape.digit
      if (i > first && this.tokens[i - 1]?.to === token.from) shape |= Shape.joined
      if (token.kind === 'word') {
        if (start) shape |= Shape.initial
        start = false
        if (form.length > 3 || shape & Shape.upper) {
          words++
          if (shape & Shape.cap) caps++
        }
        if (shape & Shape.upper || form === 'I' || form === 'A') uppers++
        else if (form.length > 1) uppers -= 2
      } else if (opens(form)) start = true
      this.shapes[i] = shape
    }
    const shouted = words >= 2 && uppers > 1 && uppers * 10 >= words * 8
    const last = this.tokens[end - 1]?.form ?? ''
    const stopped = last === '.' || last === '?' || last === '!'
    const titled = shouted || (words >= 4 && (stopped ? caps === words : caps * 10 >= words * 8))
    for (let i = first; i < end; i++) {
      const token = this.tokens[i]
      if (!token) continue
      if (titled) this.shapes[i] = this.shape(i) | Shape.titled | (shouted ? Shape.shouted : 0)
      const shape = this.shape(i)
      forms[i] = shouted && shape & Shape.upper ? titleCase(token.form) : token.form
      if (token.kind !== 'word') continue
      if (!(shape & Shape.cap)) this.smallKeys.add(token.key)
      else if (!(shape & (Shape.initial | Shape.titled)))
        this.midCaps.set(token.form, (this.midCaps.get(token.form) ?? 0) + 1)
    }
  }

  shape(i: number): number {
    return this.shapes[i] ?? 0
  }

  is(i: number, bits: number): boolean {
    return (this.shape(i) & bits) !== 0
  }

  form(i: number): string {
    return this.forms[i] ?? ''
  }

  key(i: number): string {
    return this.tokens[i]?.key ?? ''
  }

  upos(i: number): string {
    return this.tags[i]?.upos ?? ''
  }

  /** Written small elsewhere in the report, or mostly written small in English. */
  isEveryday(i: number): boolean {
    const key = this.key(i)
    return this.smallKeys.has(key) || this.lexicon.everyday.has(key)
  }

  /** True when the two tokens stand in one sentence. */
  together(i: number, j: number): boolean {
    return this.tokens[i] !== undefined && this.tokens[i]?.sentence === this.tokens[j]?.sentence
  }

  /** The longest listed name that begins at a token and stays before `end`. */
  known(i: number, end: number): { readonly length: number; readonly value: KnownName } | null {
    return this.lexicon.known.longest(i, (k) => (k < end ? plain(this.form(k)) : null))
  }

  tells(i: number, what: string): boolean {
    return this.lexicon.tells.get(this.key(i))?.has(what) ?? false
  }
}

/** Typographic apostrophes, as lists write them. */
function plain(form: string): string {
  return form.includes('’') ? form.replaceAll('’', "'") : form
}

function opens(form: string): boolean {
  return '"“‘([:—–•*'.includes(form) || form === '``' || form === '--' || form === '...'
}

function titleCase(form: string): string {
  const first = form.codePointAt(0) ?? 0
  const length = first > 0xffff ? 2 : 1
  return form.slice(0, length) + form.slice(length).toLowerCase()
}

/** The words of a range with the blanks they had. */
export function joinForms(words: Words, first: number, end: number): string {
  let out = ''
  for (let i = first; i < end; i++) {
    if (i > first && !words.is(i, Shape.joined)) out += ' '
    out += words.form(i)
  }
  return out
}
