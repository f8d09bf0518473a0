/** The parser's state: a stack, the next word, and the arcs made so far with what features ask of them (PA1-PA4). */

/** What can be done: take the next word on the stack, hang the top of the stack on the next word, or on the one below it. */
export const Move = { shift: 0, left: 1, right: 2 } as const

/**
 * Words are 0 to n - 1; the root is n and stands behind the last word; n + 1 is "none", which every question about a
 * missing word gets. Each word is shifted once and hung once, so a sentence takes 2n moves.
 */
export class ParseState {
  size = 0
  none = 0
  /** Hash of the word's key, of its tags, and of its part of speech alone. */
  word = new Int32Array(0)
  tag = new Int32Array(0)
  upos = new Int32Array(0)
  /** The next word. */
  next = 0
  depth = 0
  stack = new Int32Array(0)
  head = new Int32Array(0)
  /** Label id plus one; 0 while a word has no head. */
  label = new Int32Array(0)
  /** The two outermost children on each side, the outermost first. */
  left1 = new Int32Array(0)
  left2 = new Int32Array(0)
  right1 = new Int32Array(0)
  right2 = new Int32Array(0)
  /** Running hashes of the labels of the children on each side, the numbers of children. */
  leftLabels = new Int32Array(0)
  rightLabels = new Int32Array(0)
  leftCount = new Int32Array(0)
  rightCount = new Int32Array(0)

  /** Makes ready for a sentence of `n` words, whose columns the caller fills. */
  reset(n: number): void {
    const room = n + 2
    if (room > this.word.length) this.#grow(Math.max(64, room * 2))
    this.size = n
    this.none = n + 1
    this.next = 0
    this.depth = 0
    this.word[n] = 7
    this.tag[n] = 7
    this.upos[n] = 17
    this.word[n + 1] = 0
    this.tag[n + 1] = 0
    this.upos[n + 1] = 18
    this.head.fill(-1, 0, room)
    this.label.fill(0, 0, room)
    this.left1.fill(this.none, 0, room)
    this.left2.fill(this.none, 0, room)
    this.right1.fill(this.none, 0, room)
    this.right2.fill(this.none, 0, room)
    this.leftLabels.fill(0, 0, room)
    this.rightLabels.fill(0, 0, room)
    this.leftCount.fill(0, 0, room)
    this.rightCount.fill(0, 0, room)
  }

  #grow(room: number): void {
    this.word = new Int32Array(room)
    this.tag = new Int32Array(room)
    this.upos = new Int32Array(room)
    this.stack = new Int32Array(room)
    this.head = new Int32Array(room)
    this.label = new Int32Array(room)
    this.left1 = new Int32Array(room)
    this.left2 = new Int32Array(room)
    this.right1 = new Int32Array(room)
    this.right2 = new Int32Array(room)
    this.leftLabels = new Int32Array(room)
    this.rightLabels = new Int32Array(room)
    this.leftCount = new Int32Array(room)
    this.rightCount = new Int32Array(room)
  }

  /** The word `below` the top of the stack (0 for the top), or none. */
  at(below: number): number {
    return below < this.depth ? (this.stack[this.depth - 1 - below] ?? this.none) : this.none
  }

  /** The word `ahead` of the next one (0 for the next), the root behind the last, or none. */
  ahead(ahead: number): number {
    const i = this.next + ahead
    return i <= this.size ? i : this.none
  }

  get done(): boolean {
    return this.next === this.size && this.depth === 0
  }

  canShift(): boolean {
    return this.next < this.size
  }

  /** Only the last word left on the stack may hang on the root, so a sentence has one root. */
  canLeft(): boolean {
    return this.depth > 0 && (this.next < this.size || this.depth === 1)
  }

  canRight(): boolean {
    return this.depth > 1
  }

  shift(): void {
    this.stack[this.depth++] = this.next++
  }

  /** Hangs the top of the stack on the next word and takes it off. */
  left(label: number): void {
    const dependent = this.at(0)
    const head = this.next
    this.depth--
    this.head[dependent] = head
    this.label[dependent] = label + 1
    this.left2[head] = this.left1[head] ?? this.none
    this.left1[head] = dependent
    this.leftLabels[head] = Math.imul(this.leftLabels[head] ?? 0, 61) + label + 1
    this.leftCount[head] = (this.leftCount[head] ?? 0) + 1
  }

  /** Hangs the top of the stack on the word below it and takes it off. */
  right(label: number): void {
    const dependent = this.at(0)
    const head = this.at(1)
    this.depth--
    this.head[dependent] = head
    this.label[dependent] = label + 1
    this.right2[head] = this.right1[head] ?? this.none
    this.right1[head] = dependent
    this.rightLabels[head] = Math.imul(this.rightLabels[head] ?? 0, 61) + label + 1
    this.rightCount[head] = (this.rightCount[head] ?? 0) + 1
  }
}
