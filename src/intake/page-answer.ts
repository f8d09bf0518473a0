/** What the parser process answers, and the check that it is that and nothing else. */
import { z } from 'zod'
import { defaultLimits } from './limits.ts'

const words = z.string().max(10_000).nullable()

/** The schema of an answer about one page; lengths are capped, unknown keys refused. */
export const pageAnswer = z.strictObject({
  text: z.string().max(defaultLimits.characters),
  title: words,
  byline: words,
  outlet: words,
  url: words,
  language: z.string().max(100).nullable(),
  published: z.string().max(64).nullable(),
  publishedFrom: z.string().max(64).nullable(),
  dateReason: z.string().max(1000).nullable(),
  dates: z
    .array(
      z.strictObject({
        edtf: z.string().max(64),
        from: z.string().max(64),
        raw: z.string().max(400),
      }),
    )
    .max(2000),
  hidden: z.array(z.string().max(200)).max(100),
  cuts: z.array(z.strictObject({ what: z.string().max(1000), why: z.string().max(1000) })).max(100),
})

export type PageAnswer = z.infer<typeof pageAnswer>

/** The schema of any answer: a page, or the reason why there is none. */
export const childAnswer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), page: pageAnswer }),
  z.strictObject({ ok: z.literal(false), reason: z.string().max(2000) }),
])
