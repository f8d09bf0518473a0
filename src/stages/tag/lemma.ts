/** Lemmas: names keep their form, other words take the lemma rules, and capitals that mean something stay (TG6-TG8). */
import type { LemmaRules } from '../../lexicon/lemma-rules.ts'
import { CharClass, classOf } from '../../text/unicode.ts'

/** Memory of lemmas already made, so that frequent words are looked up once. */
export class Lemmatiser {
  readonly #rules: LemmaRules
  readonly #made = new Map<string, Map<string, string>>()

  constructor(rules: LemmaRules) {
    this.#rules = rules
  }

  /** The lemma of a word; `plain` when the capitals of its sentence, or its place in it, tell nothing. */
  lemmaOf(form: string, key: string, xpos: string, plain: boolean): string {
    let byTag = this.#made.get(xpos)
    if (!byTag) {
      byTag = new Map()
      this.#made.set(xpos, byTag)
    }
    const word = xpos === 'NNP' || xpos === 'NNPS' || !plain ? form : key
    let lemma = byTag.get(word)
    if (lemma === undefined) {
      lemma = this.#make(word, key, xpos)
      byTag.set(word, lemma)
    }
    return lemma
  }

  #make(form: string, key: string, xpos: string): string {
    if (xpos === 'NNP') return form
    const lemma = this.#rules.lemmaOf(key, xpos)
    return keepsCapitals(form, xpos) ? recase(lemma, key, form) : lemma
  }
}

/** Plural names, adjectives of names ("Australian") and words in capitals ("IQ") keep their capitals (TG7). */
function keepsCapitals(form: string, xpos: string): boolean {
  if (xpos === 'NNPS') return true
  if (classOf(form.charCodeAt(0)) !== CharClass.upper) return false
  if (xpos === 'JJ') return true
  return (xpos === 'NN' || xpos === 'NNS') && classOf(form.charCodeAt(1)) !== CharClass.lower
}

/** The lemma with the form's own letters as far as it goes along with the key. */
function recase(lemma: string, key: string, form: string): string {
  let same = 0
  while (same < lemma.length && lemma[same] === key[same]) same++
  return form.slice(0, same) + lemma.slice(same)
}
