/** Marks: where punctuation hangs in a tree that was read, as the treebanks hang it (PA21-PA23). */

/** One token of a tree, as far as marks need it. */
export interface Placed {
  readonly form: string
  readonly upos: string
  readonly head: number
}

const closers: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['“', '”'],
  ['‘', '’'],
  ['"', '"'],
])
const final = new Set(['.', '?', '!'])

/** Heads of one sentence, `first` up to, not with, `end`; only those of punctuation differ from what was read. */
export function placeMarks(tree: readonly Placed[], first: number, end: number): number[] {
  const heads = tree.slice(first, end).map((t) => t.head)
  const headOf = (i: number): number => heads[i - first] ?? -1
  const isMark = (i: number): boolean => tree[i]?.upos === 'PUNCT'
  const root = heads.indexOf(-1) + first
  if (heads.every((_, k) => isMark(first + k))) return heads
  /** Words and marks on which something hangs; such marks stay, so that no circle can come of it. */
  const hung = new Set(heads)
  const paired = new Set<number>()
  for (const [open, close] of pairsOf(tree, first, end)) {
    const inner = onlyHead(heads, first, open, close, isMark)
    const outer = headOf(inner)
    if (inner < 0 || outer === open || outer === close) continue
    if (hung.has(open) || hung.has(close) || root === open || root === close) continue
    heads[open - first] = inner
    heads[close - first] = inner
    paired.add(open).add(close)
  }
  for (let i = first; i < end; i++) {
    if (!isMark(i) || paired.has(i) || i === root || hung.has(i)) continue
    if (i === end - 1 && final.has(tree[i]?.form ?? '')) {
      heads[i - first] = root
      continue
    }
    let left = i - 1
    while (left >= first && isMark(left)) left--
    let right = i + 1
    while (right < end && isMark(right)) right++
    if (final.has(tree[i]?.form ?? '')) right = end
    const before = left < first ? -1 : climb(left, (h) => h < i, headOf)
    const behind = right >= end ? -1 : climb(right, (h) => h > i, headOf)
    const chosen = lower(before, behind, headOf)
    if (chosen >= 0) heads[i - first] = chosen
  }
  return heads
}

/** PA21: marks that open and close a passage, innermost first. */
function pairsOf(
  tree: readonly Placed[],
  first: number,
  end: number,
): (readonly [open: number, close: number])[] {
  const out: [number, number][] = []
  const open: { readonly at: number; readonly close: string }[] = []
  for (let i = first; i < end; i++) {
    const { form, upos } = tree[i] ?? { form: '', upos: '' }
    if (upos !== 'PUNCT') continue
    const last = open.at(-1)
    if (last?.close === form) {
      open.pop()
      out.push([last.at, i])
    } else {
      const close = closers.get(form)
      if (close !== undefined) open.push({ at: i, close })
    }
  }
  return out
}

/** The one word between two marks that hangs on a word outside, or -1. */
function onlyHead(
  heads: readonly number[],
  first: number,
  open: number,
  close: number,
  isMark: (i: number) => boolean,
): number {
  let found = -1
  for (let i = open + 1; i < close; i++) {
    const head = heads[i - first] ?? -1
    if (isMark(i) || (head > open && head < close)) continue
    if (found >= 0) return -1
    found = i
  }
  return found
}

/** PA22: the highest word above that stays on its side of the mark. */
function climb(
  start: number,
  stays: (head: number) => boolean,
  headOf: (i: number) => number,
): number {
  let at = start
  for (;;) {
    const head = headOf(at)
    if (head < 0 || !stays(head)) return at
    at = head
  }
}

/** PA23: of the words on both sides the one that hangs below the other. */
function lower(before: number, behind: number, headOf: (i: number) => number): number {
  if (before < 0) return behind
  if (behind < 0) return before
  for (let at = before; at >= 0; at = headOf(at)) if (at === behind) return before
  return behind
}
