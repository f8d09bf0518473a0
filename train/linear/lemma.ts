/** Makes the lemma rules: the shortest endings that decide, and whole words where no ending does. */
import type { Sentence } from './corpus.ts'

interface Example {
  readonly key: string
  readonly cut: number
  readonly add: string
  readonly count: number
}

const longestEnding = 6

/** The text of `en/lemmas.tsv`. */
export function lemmaTable(sentences: readonly Sentence[]): string {
  const rows: string[] = []
  for (const [tag, examples] of [...examplesByTag(sentences)].sort((a, b) =>
    a[0] < b[0] ? -1 : 1,
  ))
    for (const r of rulesOf(examples)) rows.push(`${tag}\t${r}`)
  return [
    '# Lemma rules: what a word loses and gets at its end, by Penn tag and ending; ^ marks a whole word.',
    '# Made by train/linear from the treebanks UD English EWT (CC BY-SA 4.0) and GUM (CC BY, CC BY-SA).',
    '# CC BY-SA 4.0',
    '#: tag\tending\tcut\tadd',
    ...rows.sort(),
    '',
  ].join('\n')
}

function examplesByTag(sentences: readonly Sentence[]): Map<string, Example[]> {
  const counts = new Map<string, Map<string, Map<string, number>>>()
  for (const s of sentences) {
    for (let i = 0; i < s.words.length; i++) {
      const tag = s.xpos[i]!
      const key = s.words[i]!.key
      const lemma = tag === 'NNPS' ? s.lemmas[i]!.toLowerCase() : s.lemmas[i]!
      if (tag === 'NNP' || lemma === '_' || s.deprels[i] === 'goeswith' || !/^[A-Z]/.test(tag))
        continue
      let words = counts.get(tag)
      if (!words) {
        words = new Map()
        counts.set(tag, words)
      }
      let lemmas = words.get(key)
      if (!lemmas) {
        lemmas = new Map()
        words.set(key, lemmas)
      }
      lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1)
    }
  }
  const out = new Map<string, Example[]>()
  for (const [tag, words] of counts) {
    out.set(
      tag,
      [...words].map(([key, lemmas]) => {
        const [lemma, count] = [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
        let same = 0
        while (same < key.length && key[same] === lemma[same]) same++
        return { key, cut: key.length - same, add: lemma.slice(same), count }
      }),
    )
  }
  return out
}

/** Endings from short to long: an ending gets a rule where its usual change is not that of the ending inside it. */
function rulesOf(examples: readonly Example[]): string[] {
  const rules = new Map<string, string>()
  const changeOf = (e: Example): string => `${e.cut}\t${e.add}`
  const predicted = (key: string): string => {
    for (let n = Math.min(longestEnding, key.length); n >= 0; n--) {
      const found = rules.get(key.slice(key.length - n))
      if (found !== undefined) return found
    }
    return '0\t'
  }
  for (let n = 0; n <= longestEnding; n++) {
    const byEnding = new Map<string, Map<string, Set<string>>>()
    for (const e of examples) {
      if (e.key.length <= n && n > 0) continue
      const ending = e.key.slice(e.key.length - n)
      let changes = byEnding.get(ending)
      if (!changes) {
        changes = new Map()
        byEnding.set(ending, changes)
      }
      const change = changeOf(e)
      let letters = changes.get(change)
      if (!letters) {
        letters = new Set()
        changes.set(change, letters)
      }
      // One vote for each letter before the ending: "looked, cooked, booked" are one case, "joked, smoked" are two.
      letters.add(e.key.charAt(e.key.length - n - 1))
    }
    for (const [ending, changes] of [...byEnding].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
      const [change, count] = [...changes]
        .map(([c, letters]): [string, number] => [c, letters.size])
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
      let total = 0
      for (const c of changes.values()) total += c.size
      const [cut = '0', add = ''] = change.split('\t')
      const plain = n === 0 || (count >= 2 && Number(cut) <= 4 && add.length <= 3)
      if (plain && count * 2 > total && predicted(ending.padStart(n, ' ')) !== change)
        rules.set(ending, change)
      else if (n === 0) rules.set(ending, change)
    }
  }
  const out = [...rules].map(([ending, change]) => `${ending}\t${change}`)
  for (const e of examples)
    if (predicted(e.key) !== changeOf(e) && (e.count >= 2 || e.cut + e.add.length <= 6))
      out.push(`^${e.key}\t${changeOf(e)}`)
  return out
}
