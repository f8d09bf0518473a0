/** Readings: what the trained reader says of every token, of every cue, and of what a word may refer to. */
import { defineLayer } from '../document/layer.ts'
import type { Span } from '../text/span.ts'

/** One item per token, at the same index and place. Probabilities are 0..1. */
export interface Reading extends Span {
  readonly upos: string
  readonly xpos: string
  /** Probability of `upos`. */
  readonly tagProbability: number
  /** Token index of the head in this document, -1 for the root of a sentence: a spanning tree with one root a sentence. */
  readonly head: number
  readonly deprel: string
  /** Probability of `head` before the tree was made whole. */
  readonly headProbability: number
  /** Log probabilities of the name labels, in the order of the model's list (O, B-PER, I-PER, B-ORG, ...). */
  readonly names: Float32Array
  /** Probability that the token begins or goes on a cue of attribution. */
  readonly cue: number
  /** Factuality of the token as a predicate, -3 (did not happen) to 3 (did); null where the model has no such head. */
  readonly factuality: number | null
}

export const readings = defineLayer<Reading>()('readings', 1)

/** A candidate cue and the tags of the tokens around it. The item's own range is the cue's. */
export interface CueReading extends Span {
  /** Token indices of the cue, rising; they may leave gaps. */
  readonly cue: readonly number[]
  /** Probability that these tokens are a cue; candidates start low, so that the stage can weigh them. */
  readonly probability: number
  /** Token range that was read with the cue: `first` inclusive, `last` exclusive. */
  readonly first: number
  readonly last: number
  /** Log probabilities, row by row: 5 a token (O, B-source, I-source, B-content, I-content). */
  readonly tags: Float32Array
}

export const cueReadings = defineLayer<CueReading>()('cue-readings', 1)

/** What a word may refer back to. One item per noun or pronoun that was scored, in order. */
export interface AntecedentReading extends Span {
  readonly token: number
  /** Earlier tokens with their log probability, best first, at most 8. */
  readonly candidates: readonly { readonly token: number; readonly score: number }[]
  /** Log probability that it refers to nothing earlier. */
  readonly none: number
}

export const antecedentReadings = defineLayer<AntecedentReading>()('antecedent-readings', 1)
