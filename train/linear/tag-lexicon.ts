/** Makes the tagger's word lexicon: which labels each word has in the treebanks, and which an unknown word can have. */
import { hashKey } from '../../src/lexicon/feature-hash.ts'
import type { TagClass } from '../../src/lexicon/tag-lexicon.ts'
import type { Sentence } from './corpus.ts'

export interface BuiltLexicon {
  /** `UPOS XPOS`, most frequent first. */
  readonly labels: readonly string[]
  readonly hashes: Int32Array
  readonly ids: Uint16Array
  readonly classes: readonly TagClass[]
  /** Class 0 and all others, packed for the file. */
  readonly packed: Uint8Array
}

/** A word seen this often has shown all its labels. */
const settled = 25

/** Labels that words seen once or twice have at least five times are those of unknown words. */
export function buildLexicon(sentences: readonly Sentence[]): BuiltLexicon {
  const labelCounts = new Map<string, number>()
  const words = new Map<number, Map<string, number>>()
  for (const s of sentences) {
    for (let i = 0; i < s.words.length; i++) {
      const label = `${s.upos[i]} ${s.xpos[i]}`
      labelCounts.set(label, (labelCounts.get(label) ?? 0) + 1)
      const hash = hashKey(s.words[i]!.key)
      let counts = words.get(hash)
      if (!counts) {
        counts = new Map()
        words.set(hash, counts)
      }
      counts.set(label, (counts.get(label) ?? 0) + 1)
    }
  }
  // GW marks the pieces of misspelt words; news has hardly any, and the tagger would see them in odd capitals.
  const labels = [...labelCounts]
    .filter(([l, n]) => n >= 4 && !l.endsWith(' GW'))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([l]) => l)
    .slice(0, 250)
  const idOf = new Map(labels.map((l, i) => [l, i]))
  const rare = new Map<string, number>()
  for (const counts of words.values()) {
    const total = sum(counts)
    if (total <= 2) for (const [l, n] of counts) rare.set(l, (rare.get(l) ?? 0) + n)
  }
  const open = [...rare].filter(([l, n]) => n >= 8 && idOf.has(l)).map(([l]) => idOf.get(l)!)
  const classes: TagClass[] = [classOf(open, idOf.get('NOUN NN') ?? 0)]
  const classIds = new Map<string, number>()
  const hashes: number[] = []
  const ids: number[] = []
  for (const [hash, counts] of [...words].sort((a, b) => a[0] - b[0])) {
    const total = sum(counts)
    if (total < 2) continue
    const seen = [...counts]
      .filter(([l]) => idOf.has(l))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    if (seen.length === 0) continue
    const kept = seen
      .filter(([, n]) => total < 500 || n / total >= 0.001)
      .map(([l]) => idOf.get(l)!)
    const made = classOf(total >= settled ? kept : [...kept, ...open], kept[0]!)
    const name = `${made.best}:${made.candidates.join()}`
    let id = classIds.get(name)
    if (id === undefined) {
      id = classes.length
      classes.push(made)
      classIds.set(name, id)
    }
    hashes.push(hash)
    ids.push(id)
  }
  return {
    labels,
    hashes: Int32Array.from(hashes),
    ids: Uint16Array.from(ids),
    classes,
    packed: Uint8Array.from(classes.flatMap((c) => [c.candidates.length, c.best, ...c.candidates])),
  }
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0
  for (const n of counts.values()) total += n
  return total
}

function classOf(labels: readonly number[], best: number): TagClass {
  return { best, candidates: Uint8Array.from(new Set(labels)).sort() }
}
