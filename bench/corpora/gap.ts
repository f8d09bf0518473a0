/** Reads GAP: passages with one ambiguous pronoun and two names, either of which, or neither, it refers to. */

export interface GapCase {
  readonly id: string
  readonly text: string
  readonly pronoun: { readonly from: number; readonly to: number }
  readonly feminine: boolean
  readonly a: GapName
  readonly b: GapName
}

export interface GapName {
  readonly from: number
  readonly to: number
  readonly coreferent: boolean
}

/** All cases of a file; offsets are of UTF-16 code units here, of code points in the file. */
export function readGap(source: string): GapCase[] {
  return source
    .split('\n')
    .slice(1)
    .flatMap((line): GapCase[] => {
      const f = line.split('\t')
      const [id = '', text = '', pronoun = '', pronounAt, a = '', aAt, aIs, b = '', bAt, bIs] = f
      if (f.length < 10) return []
      const at = (points: string | undefined, words: string): { from: number; to: number } => {
        const from = unitOf(text, Number(points))
        return { from, to: from + words.length }
      }
      const key = pronoun.toLowerCase()
      return [
        {
          id,
          text,
          pronoun: at(pronounAt, pronoun),
          feminine: key === 'she' || key === 'her' || key === 'hers',
          a: { ...at(aAt, a), coreferent: aIs?.toUpperCase() === 'TRUE' },
          b: { ...at(bAt, b), coreferent: bIs?.toUpperCase() === 'TRUE' },
        },
      ]
    })
}

function unitOf(text: string, point: number): number {
  let units = 0
  let points = 0
  for (const c of text) {
    if (points === point) break
    points++
    units += c.length
  }
  return units
}
