/** Measures events: PLOVER types, and pairs of who acts upon whom, on coded sentences and on stories written for a type. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../../src/document/document.ts'
import { entities } from '../../src/layers/entities.ts'
import { events } from '../../src/layers/events.ts'
import { sentences } from '../../src/layers/sentences.ts'
import { addScores, countKeys, type Score } from '../../src/pipeline/score.ts'
import { type CodedSentence, readCodedSentences } from '../corpora/petrarch.ts'
import {
  isHeldOut,
  readSyntheticStories,
  type SyntheticStory,
} from '../corpora/synthetic-events.ts'
import { eachOf, f1Of, type Group, readUpTo } from './measure.ts'

const records = 'corpora/petrarch/PETR2_GSR_validation.xml'
const stories = 'corpora-restricted/ngec-synthetic-events/gpt_synthetic_events_2023-10-19_19.csv'

/** The types of a text's first `sentenceCount` sentences, each once; what PLOVER does not code is left out. */
export function typesOf(doc: Document, sentenceCount = Number.POSITIVE_INFINITY): string[] {
  const last = doc.layer(sentences).items[sentenceCount - 1]?.to ?? doc.text.length
  const found = doc.layer(events).items.filter((e) => e.type !== 'OTHER' && e.from < last)
  return [...new Set(found.map((e) => e.type))]
}

/** `TYPE ACTOR RECIPIENT` by country, each once; whoever acts together acts upon each other. */
export function pairsOf(doc: Document): string[] {
  const known = doc.layer(entities)
  const countries = (ids: readonly number[]): string[] =>
    [...new Set(ids.map((id) => known.at(id).country))].filter((c) => c !== null)
  const out = new Set<string>()
  for (const e of doc.layer(events).items) {
    if (e.type === 'OTHER') continue
    const actors = countries(e.actors)
    const recipients = e.recipients.length > 0 ? countries(e.recipients) : actors
    for (const a of actors)
      for (const r of recipients)
        if (a !== r || e.recipients.length > 0) out.add(`${e.type} ${a} ${r}`)
  }
  return [...out]
}

/** Type and pairs of one sentence; a side that is no state of its own is left out on both sides. */
export function scoreCoded(doc: Document, gold: CodedSentence): Score {
  const stateOf = (code: string): string => code.slice(0, 3)
  const pairs = gold.events
    .filter((e) => isState(e.actor) && isState(e.recipient))
    .map((e) => `${e.type} ${stateOf(e.actor)} ${stateOf(e.recipient)}`)
  return {
    type: countKeys(typesOf(doc), [...new Set(gold.events.map((e) => e.type))]),
    pair: countKeys(pairsOf(doc), [...new Set(pairs)]),
  }
}

const stateless = new Set(['IGO', 'NGO', 'NGM', 'IMG', 'MNC', '---', 'CVL', 'GOV', 'REB', 'OPP'])

function isState(code: string): boolean {
  return code.length >= 3 && !stateless.has(code.slice(0, 3))
}

export const codedEventsGroup: Group = {
  name: 'PETRARCH 2 validation',
  needs: [records],
  measure: async (shared) => {
    const gold = readCodedSentences(readFileSync(join(shared, records), 'utf8'))
    const score = addScores(
      await eachOf(gold, async (g) =>
        scoreCoded(await readUpTo('event', g.text, { published: g.date }), g),
      ),
    )
    return {
      of: `${gold.length} sentences, CAMEO codes as PLOVER types`,
      measures: f1Of(score, {
        type: 'event type',
        pair: 'event type with the states of actor and recipient',
      }),
    }
  },
}

/** The first two stories of every headline that is held out. */
export function heldOutStories(source: string): SyntheticStory[] {
  const seen = new Map<string, number>()
  return readSyntheticStories(source).filter((s) => {
    const before = seen.get(s.template) ?? 0
    seen.set(s.template, before + 1)
    return isHeldOut(s) && before < 2
  })
}

/** The first sentence and the headline of a story, each against the type that the story was written for. */
export async function scoreStory(story: SyntheticStory): Promise<Score> {
  const lead = await readUpTo('event', story.text.slice(0, 600))
  const headline = await readUpTo('event', story.headline)
  return {
    lead: countKeys(typesOf(lead, 1), [story.type]),
    headline: countKeys(typesOf(headline), [story.type]),
  }
}

export const storyEventsGroup: Group = {
  name: 'NGEC synthetic stories',
  needs: [stories],
  measure: async (shared) => {
    const held = heldOutStories(readFileSync(join(shared, stories), 'utf8'))
    const score = addScores(await eachOf(held, scoreStory))
    return {
      of: `${held.length} stories on headlines that nothing was trained on`,
      measures: f1Of(score, {
        lead: 'event type in the first sentence',
        headline: 'event type in the headline',
      }),
    }
  },
}

export const eventsGroups: readonly Group[] = [codedEventsGroup, storyEventsGroup]
