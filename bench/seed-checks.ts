/** What a careful reader finds in the seed report: claims named by a few of their words, with the fields that matter. */
import type { Mode, Polarity } from '../src/model/claim.ts'

/** One claim that must be found; a field that is left out is open to more than one reading. */
export interface SeedCheck {
  /** Words that all stand in the claim's quote. */
  readonly words: readonly string[]
  /** A word of the innermost source, null for the report's own voice, '' for a source that the text hides. */
  readonly source?: string | null
  readonly mode?: Mode
  readonly polarity?: Polarity
  /** Best values of its quantities. */
  readonly numbers?: readonly number[]
  /** The words of a time in it. */
  readonly time?: string
}

export const seedChecks: readonly SeedCheck[] = [
  { words: ['dispatched', 'troops'], source: 'Austin', mode: 'fact' },
  { words: ['marking', 'shift'], mode: 'opinion' },
  { words: ['aired', 'footage'], source: null, mode: 'fact' },
  { words: ['undergoing', 'training'] },
  { words: ['strengthen', 'relationship'], source: 'New York Times', mode: 'forecast' },
  { words: ['evolved'], mode: 'fact' },
  { words: ['first engagement'], source: 'Foreign Policy Journal', mode: 'fact' },
  { words: ['Should', 'leverage'], source: null, mode: 'conditional' },
  { words: ['reorganize the'], source: null, mode: 'conditional' },
  { words: ['enhance', 'in the south'], source: null, mode: 'conditional' },
  { words: ['met twice'], source: null, mode: 'fact', time: 'Last year' },
  { words: ['signed', 'treaty'], source: null, mode: 'fact', time: 'June 2023' },
  { words: ['analyzing'], source: null, mode: 'fact' },
  { words: ['treaty signifies'] },
  { words: ['soldiers have died'], source: '', numbers: [600000] },
  { words: ['logistical support'], source: null, mode: 'fact', polarity: 'affirmed' },
  { words: ['sent troops'], source: null, mode: 'fact', polarity: 'affirmed' },
  {
    words: ['delivered', 'containers'],
    source: 'officials',
    mode: 'fact',
    numbers: [13000],
    time: 'August of last year',
  },
  { words: ['technical personnel'], source: 'officials', mode: 'fact' },
  { words: ['assist', 'weaponry'], source: 'officials' },
  { words: ['collecting', 'data'], source: 'officials' },
  { words: ['1.2 million'], source: null, mode: 'fact', numbers: [1200000] },
  { words: ['largest armies'], source: null },
  { words: ['not engaged'], source: null, mode: 'fact', polarity: 'negated', time: '1950 to 1953' },
  { words: ['deterrent'], source: 'North Korea', mode: 'fact' },
  { words: ['first involvement'], source: null, mode: 'fact' },
  { words: ['secure', 'veto'], source: null, mode: 'forecast' },
  { words: ['aimed at', 'North Korea'], source: null },
  { words: ['neutralizing'], source: null, mode: 'forecast' },
  { words: ['oil supplies'], source: 'officials', mode: 'fact' },
  { words: ['bolstering'], source: 'officials', mode: 'fact' },
  { words: ['unclear', 'assist'], source: null },
  { words: ['nuclear tests'], source: null, mode: 'fact', numbers: [6] },
  { words: ['launched', 'ballistic'], source: null, mode: 'fact' },
  { words: ['not yet achieved'], source: null, mode: 'fact', polarity: 'negated' },
  { words: ['indications are emerging'], source: 'Foreign Policy Journal' },
  { words: ['may employ'], source: 'Foreign Policy Journal', mode: 'forecast' },
  {
    words: ['deployments', 'frontline'],
    source: 'Foreign Policy Journal',
    mode: 'forecast',
    time: 'November',
  },
  { words: ['implications'], source: null, mode: 'opinion', numbers: [2] },
  { words: ['aligns perfectly'], source: null, mode: 'opinion' },
  { words: ['repelling'], source: null },
  { words: ['heightened'], source: null, mode: 'fact' },
  { words: ['If', 'leverage'], source: null, mode: 'conditional' },
  { words: ['reorganize their'], source: null, mode: 'conditional' },
  { words: ['enhance', 'Donetsk'], source: null, mode: 'conditional' },
  { words: ['paving the way'], source: null, mode: 'conditional' },
]
