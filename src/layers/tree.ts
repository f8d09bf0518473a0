/** Reading trees: what tags and arcs of one document say about children, clauses, conjuncts and subjects of words. */
import type { SpanList } from '../text/span-list.ts'
import type { Tree } from '../text/tree.ts'
import { type Arc, treeOf } from './syntax.ts'
import type { Tag } from './tags.ts'

/** A range of token indices: `first` up to, not including, `end`. */
export interface TokenRange {
  readonly first: number
  readonly end: number
}

const subjects = new Set([
  'nsubj',
  'nsubj:pass',
  'csubj',
  'csubj:pass',
  'nsubj:outer',
  'csubj:outer',
])
const clausal = new Set(['ccomp', 'xcomp', 'advcl', 'acl', 'csubj', 'parataxis', 'root'])

/** The label without its subtype: `nsubj` of `nsubj:pass`. */
export function baseLabel(deprel: string): string {
  const colon = deprel.indexOf(':')
  return colon < 0 ? deprel : deprel.slice(0, colon)
}

/** A document's forest, indexed once; every question then takes time in its answer only. */
export class SyntaxTree {
  readonly tree: Tree
  readonly #tags: SpanList<Tag>
  readonly #arcs: SpanList<Arc>

  private constructor(tags: SpanList<Tag>, arcs: SpanList<Arc>) {
    this.#tags = tags
    this.#arcs = arcs
    this.tree = treeOf(arcs)
  }

  /** `tags` and `arcs` have one item per token, at the same index. */
  static of(tags: SpanList<Tag>, arcs: SpanList<Arc>): SyntaxTree {
    return new SyntaxTree(tags, arcs)
  }

  get length(): number {
    return this.#arcs.length
  }

  /** The head word, or null for a root. */
  headOf(token: number): number | null {
    const head = this.tree.headOf(token)
    return head < 0 ? null : head
  }

  labelOf(token: number): string {
    return this.#arcs.at(token).deprel
  }

  /** The children in reading order; with `label` only those under it or one of its subtypes. */
  children(token: number, label?: string): number[] {
    const all = Array.from(this.tree.childrenOf(token))
    return label === undefined ? all : all.filter((c) => this.is(c, label))
  }

  /** The first child under a label or one of its subtypes, or null. */
  child(token: number, label: string): number | null {
    for (const c of this.tree.childrenOf(token)) if (this.is(c, label)) return c
    return null
  }

  /** True when the token hangs under `label` or one of its subtypes. */
  is(token: number, label: string): boolean {
    const own = this.labelOf(token)
    return own === label || (own.startsWith(label) && own[label.length] === ':')
  }

  /** The tokens from the first to the last word of the subtree. */
  subtree(token: number): TokenRange {
    return { first: this.tree.firstOf(token), end: this.tree.lastOf(token) + 1 }
  }

  /** The nearest token above that `accept` takes, or null. */
  ancestor(token: number, accept: (token: number) => boolean): number | null {
    for (let at = this.headOf(token), left = this.length; at !== null && left > 0; left--) {
      if (accept(at)) return at
      at = this.headOf(at)
    }
    return null
  }

  /** The word of a range whose head lies outside it; the first such word. Null for an empty range. */
  headWord(range: TokenRange): number | null {
    for (let i = range.first; i < range.end; i++) {
      const head = this.tree.headOf(i)
      if (head < range.first || head >= range.end) return i
    }
    return range.first < range.end ? range.first : null
  }

  /** The token and its conjuncts, in reading order. */
  conjuncts(token: number): number[] {
    return [token, ...this.children(token, 'conj')]
  }

  /** The clause that a verb heads, without conjuncts that head a clause of their own. */
  clause(verb: number): TokenRange {
    const whole = this.subtree(verb)
    for (const c of this.children(verb, 'conj')) {
      if (c < verb || !this.isPredicate(c)) continue
      const cut = this.subtree(c)
      // What stands after the later clause and hangs on this one stays out: a range has no holes.
      return { first: whole.first, end: Math.max(verb + 1, Math.min(whole.end, cut.first)) }
    }
    return whole
  }

  /** True for a verb, and for a word with a copula or a subject of its own. */
  isPredicate(token: number): boolean {
    if (this.#tags.at(token).upos === 'VERB') return true
    return this.child(token, 'cop') !== null || this.ownSubject(token) !== null
  }

  /** The subject that hangs on the verb itself, or null. */
  ownSubject(verb: number): number | null {
    for (const c of this.tree.childrenOf(verb)) if (subjects.has(this.labelOf(c))) return c
    return null
  }

  /**
   * The subject of a verb, its own or shared: a later conjunct shares that of the first, an open complement takes the
   * object of its governor or else its subject, a verb that describes a noun takes the noun.
   */
  subject(verb: number): number | null {
    let at = verb
    for (let left = this.length; left > 0; left--) {
      const own = this.ownSubject(at)
      if (own !== null) return own
      const head = this.headOf(at)
      if (head === null) return null
      if (this.is(at, 'xcomp')) {
        const object = this.child(head, 'obj') ?? this.child(head, 'iobj')
        if (object !== null && object < at) return object
      } else if (this.is(at, 'acl')) return head
      else if (!this.is(at, 'conj') && !this.isOpenAdverbial(at)) return null
      at = head
    }
    return null
  }

  /** "saying that", "to win": an adverbial clause without tense shares the subject of its governor. */
  isOpenAdverbial(verb: number): boolean {
    const { xpos } = this.#tags.at(verb)
    return this.is(verb, 'advcl') && (xpos === 'VBG' || xpos === 'VB' || xpos === 'VBN')
  }

  /** The head of the nearest clause at or above the token. */
  clauseHead(token: number): number {
    const heads = (t: number): boolean =>
      clausal.has(baseLabel(this.labelOf(t))) || (this.is(t, 'conj') && this.isPredicate(t))
    return heads(token) ? token : (this.ancestor(token, heads) ?? token)
  }
}
