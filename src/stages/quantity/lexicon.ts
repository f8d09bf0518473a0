/** Words of quantity: units, currencies, bound words, roles and labels, as the lists in data/en have them. */
import { PhraseTrie } from '../../lexicon/trie.ts'
import { readTsv } from '../../lexicon/tsv.ts'
import { readWordMap, readWords } from '../../lexicon/word-set.ts'
import { type Bound, bounds } from '../../model/quantity.ts'
import { readScales, type Scales, scaleFile } from './normal.ts'

/** What one currency word is worth: a cent is a hundredth of its currency. */
export interface Currency {
  readonly code: string
  readonly factor: number
}

/** The loaded lists. Phrases of `bounds` are kept backwards, since they are read from the number leftwards. */
export interface QuantityWords {
  readonly units: PhraseTrie<string>
  readonly currencies: PhraseTrie<Currency>
  /** "gross tonnage of" before a number; kept backwards, as the bounds are. */
  readonly heads: PhraseTrie<string>
  readonly bounds: PhraseTrie<Bound>
  readonly tails: PhraseTrie<Bound>
  /** Lemma of a verb or noun to role. */
  readonly roles: ReadonlyMap<string, string>
  /** First words of the rows of `roles` that have more than one: most words need no longer look-up. */
  readonly joined: ReadonlySet<string>
  /** Lemmas that tell of more or less: "rise", "cut". */
  readonly changes: ReadonlySet<string>
  readonly labels: ReadonlySet<string>
  /** "way" of "three-way": no count. */
  readonly compounds: ReadonlySet<string>
  /** Months: a number beside one is a date, even one that does not exist. */
  readonly months: ReadonlySet<string>
  readonly scales: Scales
}

export const quantityFiles = [
  'en/quantity-units.tsv',
  'en/quantity-currencies.tsv',
  'en/quantity-bounds.tsv',
  'en/quantity-tails.tsv',
  'en/quantity-roles.tsv',
  'en/quantity-labels.tsv',
  'en/quantity-compounds.tsv',
  'en/time-words.tsv',
  scaleFile,
  'en/quantity-heads.tsv',
] as const

const none = new Uint8Array()

/** Reads the lists, in the order of `quantityFiles`. */
export function readQuantityWords(bytes: readonly Uint8Array[]): QuantityWords {
  const at = (k: number): Uint8Array => bytes[k] ?? none
  const roles = readWordMap(at(4), quantityFiles[4], 'lemma', 'role')
  return {
    units: PhraseTrie.of(
      readTsv(at(0), quantityFiles[0], ['words', 'unit']).map((r) => [r.words.split(' '), r.unit]),
    ),
    currencies: PhraseTrie.of(
      readTsv(at(1), quantityFiles[1], ['words', 'code', 'factor']).map((r) => [
        r.words.split(' '),
        { code: r.code, factor: Number(r.factor) },
      ]),
    ),
    bounds: PhraseTrie.of(boundRows(at(2), quantityFiles[2], true)),
    tails: PhraseTrie.of(boundRows(at(3), quantityFiles[3], false)),
    roles,
    joined: new Set(
      [...roles.keys()].flatMap((k) => (k.includes(' ') ? [k.split(' ')[0] ?? ''] : [])),
    ),
    changes: new Set(
      [...roles].flatMap(([word, role]) => {
        const changes = role === 'increase' || role === 'decrease'
        const lemma = word.replace(/ change$/, '')
        return changes && !lemma.includes(' ') ? [lemma] : []
      }),
    ),
    labels: readWords(at(5), quantityFiles[5], 'word'),
    compounds: readWords(at(6), quantityFiles[6], 'word'),
    months: new Set(
      readTsv(at(7), quantityFiles[7], ['word', 'kind', 'value'])
        .filter((r) => r.kind === 'month')
        .map((r) => r.word),
    ),
    scales: readScales(at(8)),
    heads: PhraseTrie.of(
      readTsv(at(9), quantityFiles[9], ['words', 'unit']).map((r) => [
        r.words.split(' ').reverse(),
        r.unit,
      ]),
    ),
  }
}

function boundRows(bytes: Uint8Array, file: string, backwards: boolean): [string[], Bound][] {
  return readTsv(bytes, file, ['words', 'bound']).flatMap((r) => {
    const bound = bounds.find((b) => b === r.bound)
    const keys = r.words.split(' ')
    return bound ? [[backwards ? keys.reverse() : keys, bound] as [string[], Bound]] : []
  })
}
