/** The English pipeline: a choice of stages and their order, nothing else. */
import { readerOf } from './encode/encoder.ts'
import { type KeptPlace, placesWithin } from './lexicon/containment.ts'
import { gazetteerResource } from './lexicon/gazetteer.ts'
import { Pipeline } from './pipeline/pipeline.ts'
import type { ReadBytes } from './pipeline/resource.ts'
import type { AnyStage } from './pipeline/stage.ts'
import { readAttribution } from './stages/attribution/read.ts'
import { attribution } from './stages/attribution/stage.ts'
import { readCertainty } from './stages/certainty/read.ts'
import { certainty } from './stages/certainty/stage.ts'
import { claim } from './stages/claim/stage.ts'
import { clause } from './stages/clause/stage.ts'
import { readCoreference } from './stages/coreference/read.ts'
import { coreference } from './stages/coreference/stage.ts'
import { readEntities } from './stages/entities/read.ts'
import { entities } from './stages/entities/stage.ts'
import { event } from './stages/event/stage.ts'
import { readParse } from './stages/parse/read.ts'
import { parse } from './stages/parse/stage.ts'
import { place } from './stages/place/stage.ts'
import { quantity } from './stages/quantity/stage.ts'
import { segment } from './stages/segment/stage.ts'
import { readTag } from './stages/tag/read.ts'
import { tag } from './stages/tag/stage.ts'
import { time } from './stages/time/stage.ts'
import { tokenize } from './stages/tokenize/stage.ts'

/** `full` reads with the trained reader, `lite` by rules and small linear models alone. */
export type Profile = 'full' | 'lite'

export const profiles: readonly Profile[] = ['full', 'lite']

/** The stages of the `lite` profile in reading order; ARCHITECTURE.md follows one claim through them. */
export const englishStages: readonly AnyStage[] = [
  segment,
  tokenize,
  tag,
  parse,
  entities,
  time,
  quantity,
  place,
  coreference,
  attribution,
  clause,
  certainty,
  event,
  claim,
]

/** The stages of the `full` profile: some of them take what the trained reader says, under the same names. */
export const fullStages: readonly AnyStage[] = [
  segment,
  tokenize,
  readTag,
  readParse,
  readEntities,
  time,
  quantity,
  place,
  readCoreference,
  readAttribution,
  clause,
  readCertainty,
  event,
  claim,
]

/** Loads the English pipeline; `read` gives the bytes of data files below `data/`. */
export function english(read: ReadBytes, profile: Profile = 'lite'): Pipeline {
  return profile === 'full'
    ? Pipeline.of(fullStages, read, readerOf(read))
    : Pipeline.of(englishStages, read)
}

/** Finds, among kept places, those that are the place asked for or lie in it. */
export function placeFinder(
  read: ReadBytes,
): (asked: string, kept: readonly KeptPlace[]) => readonly KeptPlace[] {
  const gazetteer = gazetteerResource.load(gazetteerResource.files.map(read))
  return (asked, kept) => placesWithin(gazetteer, asked, kept)
}
