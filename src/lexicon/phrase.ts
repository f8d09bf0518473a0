/** Phrases: cuts a listed phrase into the tokens that the tokenize stage would make of it. */

const code = /^[A-Za-z]{1,4}-\d/
const clitic = /^(.+)('s|')$/

/** "al-Qaeda" is al, -, Qaeda; "People's Daily" is People, 's, Daily; "F-16" and "U.S." stay whole. */
export function splitPhrase(phrase: string): string[] {
  const out: string[] = []
  for (const word of phrase.split(' ')) {
    if (word === '') continue
    const m = clitic.exec(word)
    const stem = m?.[1] ?? word
    out.push(...splitHyphens(stem))
    if (m?.[2]) out.push(m[2])
  }
  return out
}

function splitHyphens(word: string): string[] {
  if (code.test(word) || word.startsWith('-') || word.endsWith('-')) return [word]
  return word.split(/([-/–])/).filter((part) => part !== '')
}
