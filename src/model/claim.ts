/** Claims and chains: one proposition as attributed by one chain in one report. */
import type { Certainty } from './certainty.ts'

/** What a voice does with the proposition. */
export const stances = ['asserts', 'denies', 'doubts', 'expects', 'asks', 'declines'] as const
export type Stance = (typeof stances)[number]

/** How the proposition is put. */
export const modes = [
  'fact',
  'estimate',
  'forecast',
  'conditional',
  'opinion',
  'intention',
  'question',
] as const
export type Mode = (typeof modes)[number]

export const polarities = ['affirmed', 'negated'] as const
export type Polarity = (typeof polarities)[number]

/** The outermost hop: the report speaks in its own voice. */
export interface ReportHop {
  readonly voice: 'report'
}

/** One further hop: who is said to speak, by which cue, how. */
export interface SourceHop {
  /** The words that name the source, for a pronoun what it stands for; null only where the text hides it. */
  readonly source: string | null
  /** Entity id in the same analysis, or null. */
  readonly entity: string | null
  /** Attribution id in the same analysis. */
  readonly attribution: string
  readonly cue: string
  readonly stance: Stance
  readonly certainty: Certainty | null
}

export type Hop = ReportHop | SourceHop

/** True for the report's own voice. */
export function isReportHop(hop: Hop): hop is ReportHop {
  return 'voice' in hop
}
