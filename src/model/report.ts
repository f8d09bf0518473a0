/** Reports: one document as captured, with what is known about it and where that was found. */

/** A date that a page offers as its publication date. */
export interface DateCandidate {
  /** EDTF level 0 or 1. */
  readonly edtf: string
  /** Where it was found: 'given', 'json-ld', 'meta', 'time', 'url', 'text', 'feed'. */
  readonly from: string
  /** The words or attribute it was read from. */
  readonly raw: string
}

/** Why only a part of the bytes became text. */
export interface Cut {
  readonly what: string
  readonly why: string
}

/** A report ready to be read. `text` is canonical: every offset in Hearsay counts its UTF-16 code units. */
export interface Report {
  readonly text: string
  readonly title: string | null
  readonly byline: string | null
  readonly outlet: string | null
  readonly url: string | null
  /** EDTF level 0 or 1. */
  readonly published: string | null
  readonly publishedFrom: string | null
  readonly dateCandidates: readonly DateCandidate[]
  /** Why this candidate was chosen, in words. */
  readonly dateReason: string | null
  /** BCP 47 primary tag ('en'), or null when too short to tell. */
  readonly language: string | null
  readonly mediaType: string
  readonly charset: string | null
  readonly partial: Cut | null
}
