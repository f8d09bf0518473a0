/** One linear pass over raw markup, before any tree is built: drops what no reader sees and holds floods to the limits. */
import type { Cut } from '../model/report.ts'
import type { Limits } from './limits.ts'

/** Markup that is safe to build a tree from, and what was cut to make it so. */
export interface ScannedMarkup {
  readonly html: string
  readonly cuts: readonly Cut[]
}

type ScanLimits = Pick<Limits, 'attributes' | 'attributeValue' | 'textRun' | 'markup'>

/** Elements whose content is not markup; only JSON-LD and titles among them are kept. */
const rawText = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
])

/**
 * Passes over the markup once. Comments, scripts (but JSON-LD) and styles are left out; long runs of text, floods of
 * attributes and long attribute values are cut at the limits, and the cuts are told.
 */
export function scanMarkup(source: string, limits: ScanLimits): ScannedMarkup {
  return new Scan(source, limits).run()
}

class Scan {
  readonly #source: string
  readonly #limits: ScanLimits
  readonly #parts: string[] = []
  readonly #cuts = new Map<string, string>()
  /** `indexOf` for something that is nowhere ahead must be asked once, not once a tag. */
  readonly #gone = new Set<string>()
  #kept = 0

  constructor(source: string, limits: ScanLimits) {
    this.#source = source
    this.#limits = limits
  }

  run(): ScannedMarkup {
    const s = this.#source
    let at = 0
    while (at < s.length) {
      if (this.#kept > this.#limits.markup) {
        this.#cuts.set(
          'the end of the page',
          `more than ${this.#limits.markup} characters of markup`,
        )
        break
      }
      const open = s.indexOf('<', at)
      this.#text(at, open < 0 ? s.length : open)
      if (open < 0) break
      at = this.#markup(open)
    }
    return {
      html: this.#parts.join(''),
      cuts: [...this.#cuts].map(([what, why]) => ({ what, why })),
    }
  }

  #keep(words: string): void {
    this.#parts.push(words)
    this.#kept += words.length
  }

  #text(from: number, to: number): void {
    const most = this.#limits.textRun
    if (to - from > most)
      this.#cuts.set('a run of text', `more than ${most} characters between two tags`)
    this.#keep(this.#source.slice(from, Math.min(to, from + most)))
  }

  /** What stands at a `<`; returns where to go on. */
  #markup(open: number): number {
    const s = this.#source
    const next = s.charCodeAt(open + 1)
    if (next === 0x21) return this.#declaration(open)
    if (next === 0x3f) return this.#past(open, '>')
    const letter = next === 0x2f ? s.charCodeAt(open + 2) : next
    if (!isLetter(letter)) {
      this.#keep('<')
      return open + 1
    }
    return this.#tag(open)
  }

  #declaration(open: number): number {
    const s = this.#source
    if (s.startsWith('<!--', open)) {
      if (s.startsWith('<!-->', open)) return open + 5
      return this.#past(open + 4, '-->')
    }
    if (s.startsWith('<![CDATA[', open)) return this.#past(open, ']]>')
    const end = this.#past(open, '>')
    if (/^<!doctype/i.test(s.slice(open, open + 9))) this.#keep('<!DOCTYPE html>')
    return end
  }

  /** The place after the next `end`, or the end of the page. */
  #past(from: number, end: string): number {
    if (this.#gone.has(end)) return this.#source.length
    const at = this.#source.indexOf(end, from)
    if (at < 0) this.#gone.add(end)
    return at < 0 ? this.#source.length : at + end.length
  }

  #tag(open: number): number {
    const s = this.#source
    const closing = s.charCodeAt(open + 1) === 0x2f
    let at = open + (closing ? 2 : 1)
    while (at < s.length && !isSpace(s.charCodeAt(at)) && s[at] !== '>' && s[at] !== '/') at++
    const name = s.slice(open + (closing ? 2 : 1), Math.min(at, open + 80)).toLowerCase()
    const end = this.#attributes(at)
    if (end === null) return s.length // a tag that never closes is not a tag
    const raw = !closing && rawText.has(name)
    const dropped = raw && !this.#isKept(name, end.text)
    if (!dropped)
      this.#keep(
        `<${closing ? '/' : ''}${name}${closing ? '' : end.text}${end.solidus ? '/' : ''}>`,
      )
    if (!raw) return end.at
    const close = this.#closeOf(name, end.at)
    if (!dropped) {
      this.#text(end.at, close.from)
      this.#keep(`</${name}>`)
    }
    return close.to
  }

  #isKept(name: string, attributes: string): boolean {
    if (name === 'title') return true
    return (
      name === 'script' &&
      /type\s*=\s*["']?application\/(?:ld\+)?json/i.test(attributes.slice(0, 2000))
    )
  }

  #closeOf(name: string, from: number): { from: number; to: number } {
    const s = this.#source
    const none = { from: s.length, to: s.length }
    if (this.#gone.has(`</${name}`)) return none
    for (let at = s.indexOf('</', from); at >= 0; at = s.indexOf('</', at + 2)) {
      const after = s.charCodeAt(at + 2 + name.length)
      if (s.slice(at + 2, at + 2 + name.length).toLowerCase() !== name) continue
      if (!isSpace(after) && after !== 0x3e && after !== 0x2f) continue
      return { from: at, to: this.#past(at, '>') }
    }
    this.#gone.add(`</${name}`)
    return none
  }

  /** The attributes from `at` to the `>` of the tag, held to the limits; null when the tag never ends. */
  #attributes(from: number): { text: string; at: number; solidus: boolean } | null {
    const s = this.#source
    const parts: string[] = []
    let count = 0
    let at = from
    for (;;) {
      while (at < s.length && (isSpace(s.charCodeAt(at)) || s[at] === '/')) at++
      if (at >= s.length) return null
      if (s[at] === '>') break
      const attribute = this.#attribute(at)
      if (attribute === null) return null
      if (++count <= this.#limits.attributes) parts.push(attribute.text)
      at = attribute.at
    }
    if (count > this.#limits.attributes)
      this.#cuts.set('attributes of a tag', `more than ${this.#limits.attributes}`)
    const solidus = s[at - 1] === '/'
    return { text: parts.length === 0 ? '' : ` ${parts.join(' ')}`, at: at + 1, solidus }
  }

  #attribute(from: number): { text: string; at: number } | null {
    const s = this.#source
    let at = from + 1
    while (
      at < s.length &&
      !isSpace(s.charCodeAt(at)) &&
      s[at] !== '=' &&
      s[at] !== '>' &&
      s[at] !== '/'
    )
      at++
    const name = s.slice(from, Math.min(at, from + 200))
    let value = at
    while (value < s.length && isSpace(s.charCodeAt(value))) value++
    if (s[value] !== '=') return { text: name, at }
    value++
    while (value < s.length && isSpace(s.charCodeAt(value))) value++
    const quote = s[value]
    if (quote === '"' || quote === "'") {
      const end = this.#gone.has(quote) ? -1 : s.indexOf(quote, value + 1)
      if (end < 0) {
        this.#gone.add(quote)
        return null
      }
      return { text: `${name}=${quote}${this.#value(value + 1, end)}${quote}`, at: end + 1 }
    }
    let end = value
    while (end < s.length && !isSpace(s.charCodeAt(end)) && s[end] !== '>') end++
    return { text: `${name}=${this.#value(value, end)}`, at: end }
  }

  /** Values of pictures and scripts can be megabytes; nothing that is read is that long. */
  #value(from: number, to: number): string {
    if (to - from <= this.#limits.attributeValue) return this.#source.slice(from, to)
    return this.#source.startsWith('data:', from)
      ? ''
      : this.#source.slice(from, from + this.#limits.attributeValue)
  }
}

function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d && unit !== 0x0b)
}
