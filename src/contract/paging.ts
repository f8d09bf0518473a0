/** Paging: the keys that every list shares, and the envelope that its pages come in. */
import * as z from 'zod'

/** Words that a list is narrowed by; an empty one is a slip, not a wish for everything. */
export const wanted = z.string().trim().min(1, 'it is empty')

/** Input keys of a list; spread into its schema. */
export const paging = {
  limit: z.int().min(1).max(500).default(50).describe('How many at most, 1 to 500.'),
  cursor: z
    .string()
    .max(2000)
    .optional()
    .describe('Where to go on: the "next" of the page before.'),
}

/** A page of items; `next` is null on the last one, `total` counts all that match. */
export function page<Item extends z.ZodType>(
  item: Item,
): z.ZodObject<{
  items: z.ZodArray<Item>
  next: z.ZodNullable<z.ZodString>
  total: z.ZodInt
}> {
  return z.object({ items: z.array(item), next: z.string().nullable(), total: z.int() })
}
