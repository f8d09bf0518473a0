/** PhraseTrie: finds the longest listed phrase that starts at a token, in time linear in the phrase. */

interface Node<V> {
  value: V | null
  next: Map<string, Node<V>> | null
}

/** Phrases as sequences of token keys (lower-cased words, lemmas: the caller's choice), each with a value. */
export class PhraseTrie<V> {
  readonly #root: Node<V> = { value: null, next: null }

  /** Builds once; of two equal phrases the later wins. */
  static of<V>(entries: Iterable<readonly [phrase: readonly string[], value: V]>): PhraseTrie<V> {
    const trie = new PhraseTrie<V>()
    for (const [phrase, value] of entries) trie.#add(phrase, value)
    return trie
  }

  #add(phrase: readonly string[], value: V): void {
    let node = this.#root
    for (const key of phrase) {
      node.next ??= new Map()
      let child = node.next.get(key)
      if (!child) {
        child = { value: null, next: null }
        node.next.set(key, child)
      }
      node = child
    }
    if (phrase.length > 0) node.value = value
  }

  /** The longest phrase that begins at `start`; `keyAt` gives the key of a token or null past the end. */
  longest(
    start: number,
    keyAt: (index: number) => string | null,
  ): { length: number; value: V } | null {
    let node: Node<V> | undefined = this.#root
    let best: { length: number; value: V } | null = null
    for (let i = start; ; i++) {
      const key = keyAt(i)
      node = key === null ? undefined : node.next?.get(key)
      if (!node) return best
      if (node.value !== null) best = { length: i - start + 1, value: node.value }
    }
  }
}
