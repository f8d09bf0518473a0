/** Writes the card that stands beside a model file: what it is, from what, how good, and how to make it again. */
import { sha256Hex } from '../../src/text/hash.ts'

/** What a card says. */
export interface Card {
  readonly file: string
  readonly what: string
  readonly bytes: Uint8Array
  readonly settings: Readonly<Record<string, number>>
  /** Per set the measures in per cent. */
  readonly scores: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly command: string
}

export function cardText(card: Card): string {
  const measures = Object.keys(Object.values(card.scores)[0] ?? {})
  return `# ${card.file}

${card.what}

- Data: Universal Dependencies English EWT 2.16, train (CC BY-SA 4.0); GUM 2.16, train documents of nine genres
  (annotation CC BY 4.0; texts CC BY 2.5, CC BY 4.0, CC BY-SA 3.0, public domain). No test split was seen.
- Licence of this file: CC BY-SA 4.0.
- Settings: ${Object.entries(card.settings)
    .map(([k, v]) => `${k} ${v}`)
    .join(', ')}.
- Make it again: \`${card.command}\` (the same bytes every time).
- SHA-256: \`${sha256Hex(card.bytes)}\`; ${card.bytes.length} bytes.

Scores on the development sets with gold tokens, in per cent:

| set | ${measures.join(' | ')} |
|---|${measures.map(() => '---').join('|')}|
${Object.entries(card.scores)
  .map(([set, s]) => `| ${set} | ${measures.map((m) => (s[m] ?? 0).toFixed(2)).join(' | ')} |`)
  .join('\n')}
`
}
