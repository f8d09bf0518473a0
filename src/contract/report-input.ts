/** Report input: the ways to hand in one report, shared by `analyse` and `add`. */
import * as z from 'zod'

/** Larger inputs are refused before they are read. */
export const inputLimit = 64 * 1024 * 1024

const maybe = z.string().nullish()

/** A text as it is, or the bytes of a file with its name; and what the caller knows about it. */
export const reportInput = {
  id: maybe.describe('The id that you know the report by.'),
  text: maybe.describe('The text; offsets count in it unchanged.'),
  content: maybe.describe('In place of text: the bytes of a file, in base64.'),
  name: maybe.describe('The name of that file; its ending helps to tell what it is.'),
  title: maybe.describe('The headline.'),
  url: maybe.describe('Where it was published.'),
  outlet: maybe.describe('Who published it.'),
  published: maybe.describe('When: 2024-10-23, 2018-03 or 2024-10~.'),
  language: maybe.describe('The language of the text ("en"); believed when given.'),
}

/** What hands in a report, with nothing yet checked or filled in. */
export type ReportFields = {
  readonly [Key in keyof typeof reportInput]?: string | null | undefined
}

/** What a line of `--jsonl` input may hold; other keys are passed over. */
export const jsonLine = z.object({
  id: z.string(),
  text: z.string(),
  title: maybe,
  url: maybe,
  outlet: maybe,
  published: maybe,
  language: maybe,
})
