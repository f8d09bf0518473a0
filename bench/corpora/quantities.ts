/** Reads the recognizers-quantities files: sentences with the values that stand in them. */

/** One annotated sentence. */
export interface QuantitySentence {
  readonly text: string
  readonly quantities: readonly { readonly value: number; readonly unit: string }[]
}

interface Row {
  readonly text: string
  readonly quantities: readonly { readonly value: string; readonly normalized_unit: string }[]
}

/** The sentences of one file; units keep the corpus's own names ("year of age", "dollar"). */
export function readQuantitySentences(source: string): QuantitySentence[] {
  return (JSON.parse(source) as readonly Row[]).map((row) => ({
    text: row.text,
    quantities: row.quantities.map((q) => ({ value: Number(q.value), unit: q.normalized_unit })),
  }))
}
