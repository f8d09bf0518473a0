/** Paragraphs: the blocks of a report and what each is. */
import { defineLayer } from '../document/layer.ts'
import type { Span } from '../text/span.ts'

export type ParagraphKind = 'headline' | 'byline' | 'heading' | 'body' | 'caption' | 'item'

/** One block, without the line breaks round it. */
export interface Paragraph extends Span {
  readonly kind: ParagraphKind
  /** "SEOUL, Oct 18 (Agency) -" at the start of a block: the words up to and with the dash. */
  readonly dateline: Span | null
}

export const paragraphs = defineLayer<Paragraph>()('paragraphs', 1)
