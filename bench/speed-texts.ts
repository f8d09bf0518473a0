/** The texts that speed is measured on: the example reports over and over, or a folder of .txt files. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** White-space separated words. */
export function wordsOf(text: string): number {
  return text.split(/\s+/).filter((w) => w !== '').length
}

/** Every .txt file below a folder, in the order of their paths. */
export function folderTexts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => text.trim() !== '')
}

/** `count` reports put together from the paragraphs of the plain-text examples, none like another. */
export function exampleTexts(root: string, count: number): string[] {
  const paragraphs = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|md)$/.test(name) && !name.endsWith('README.md'))
    .sort()
    .flatMap((name) => readFileSync(join(root, 'examples', name), 'utf8').split(/\n\s*\n/))
    .filter((p) => wordsOf(p) > 15)
  return Array.from({ length: count }, (_, i) => {
    const own = Array.from(
      { length: 10 + (i % 9) },
      (_, k) => paragraphs[(i * 7 + k * (1 + (i % 5))) % paragraphs.length] ?? '',
    )
    return own.join('\n\n')
  })
}
