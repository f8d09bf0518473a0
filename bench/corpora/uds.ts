/** Reads UDS factuality: how sure readers were that a predicate of EWT happened, -3 to 3, by sentence and token. */

/** Factuality by sentence id, then by token id within the sentence. */
export type Factuality = ReadonlyMap<string, ReadonlyMap<number, number>>

interface File {
  readonly data: Readonly<
    Record<
      string,
      Readonly<
        Record<string, { readonly factuality: { readonly factual: { readonly value: number } } }>
      >
    >
  >
}

/** Puts together the annotation and the table of sentence ids; only keys that start with `part` are taken. */
export function readFactuality(annotation: string, ids: string, part: string): Factuality {
  const { data } = JSON.parse(annotation) as File
  const sentences = JSON.parse(ids) as Readonly<Record<string, { readonly sentence_id: string }>>
  const out = new Map<string, Map<number, number>>()
  for (const [key, predicates] of Object.entries(data)) {
    const id = sentences[key]?.sentence_id
    if (!key.startsWith(part) || id === undefined) continue
    const values = new Map<number, number>()
    for (const [name, p] of Object.entries(predicates))
      values.set(Number(name.slice(name.lastIndexOf('-') + 1)), p.factuality.factual.value)
    out.set(id, values)
  }
  return out
}
