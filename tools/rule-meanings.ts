/** Rule meanings: takes the numbered rules out of the stages' SPEC.md files, for `hearsay explain`. */

/** A rule and what it says. */
export interface RuleMeaning {
  readonly rule: string
  readonly meaning: string
}

/** Rules stand as `- **CA7** What it says.`, as `- CA7 What it says.` or as the first cell of a table row. */
export function ruleMeanings(spec: string): RuleMeaning[] {
  return spec.split('\n').flatMap((line) => {
    const m =
      /^- (?:\*\*)?([A-Z]{2}\d+)(?:\*\*)? (.+)$/.exec(line) ??
      /^\| ([A-Z]{2}\d+) +\| (.+) \|$/.exec(line)
    return m ? [{ rule: m[1] ?? '', meaning: plain(m[2] ?? '') }] : []
  })
}

/** Without marks of emphasis and code, and without what would end a row. */
function plain(words: string): string {
  return words
    .replace(/\*\*|`/g, '')
    .replace(/\\\|/g, '|')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The rules of all stages as a table of the data folder, sorted by rule. */
export function ruleTable(specs: readonly string[]): string {
  const rows = specs
    .flatMap(ruleMeanings)
    .sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0))
  return [
    '# What each rule says, from the SPEC.md of its stage.',
    '# Own work.',
    '# Licence: Apache-2.0',
    '#: rule\tmeaning',
    ...rows.map((r) => `${r.rule}\t${r.meaning}`),
    '',
  ].join('\n')
}
