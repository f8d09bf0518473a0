/** Feature templates: which values of a state are hashed together, kept as columns so that one small loop makes all features. */
import { one, three, two } from './feature-hash.ts'

/** Templates of one width, in parallel columns: the template's number and the places of its values. */
interface Columns {
  readonly numbers: Int32Array
  readonly places: Int32Array
}

/**
 * A fixed list of templates over named values. A template names one to three values ("s0w b0t"); its number, which goes
 * into the hash, is `first` plus its place in the list.
 */
export class FeatureTemplates {
  /** How many features are made. */
  readonly count: number
  readonly #one: Columns
  readonly #two: Columns
  readonly #three: Columns

  private constructor(values: readonly string[], first: number, templates: readonly string[]) {
    const numbered = templates.map((t, i) => ({
      number: first + i,
      places: t.split(' ').map((name) => values.indexOf(name)),
    }))
    for (const { number, places } of numbered)
      if (places.includes(-1) || places.length > 3)
        throw new RangeError(`Template ${number} names a value that is not there, or too many`)
    this.count = templates.length
    const columns = (width: number): Columns => {
      const own = numbered.filter((t) => t.places.length === width)
      return {
        numbers: Int32Array.from(own, (t) => t.number),
        places: Int32Array.from(own.flatMap((t) => t.places)),
      }
    }
    this.#one = columns(1)
    this.#two = columns(2)
    this.#three = columns(3)
  }

  /** Throws a RangeError for a template with an unknown name. */
  static of(
    values: readonly string[],
    first: number,
    templates: readonly string[],
  ): FeatureTemplates {
    return new FeatureTemplates(values, first, templates)
  }

  /** Writes the features of `values` into `out`: those of one value first, then of two, then of three. */
  fill(values: Int32Array, out: Int32Array): void {
    let n = 0
    const ones = this.#one
    for (let i = 0; i < ones.numbers.length; i++)
      out[n++] = one(ones.numbers[i]!, values[ones.places[i]!]!)
    const twos = this.#two
    for (let i = 0, p = 0; i < twos.numbers.length; i++, p += 2)
      out[n++] = two(twos.numbers[i]!, values[twos.places[p]!]!, values[twos.places[p + 1]!]!)
    const threes = this.#three
    for (let i = 0, p = 0; i < threes.numbers.length; i++, p += 3)
      out[n++] = three(
        threes.numbers[i]!,
        values[threes.places[p]!]!,
        values[threes.places[p + 1]!]!,
        values[threes.places[p + 2]!]!,
      )
  }
}
