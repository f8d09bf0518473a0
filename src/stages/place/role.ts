/** Roles: whether a place name says where, whence, whither, heads a dateline, or stands for a government. */
import type { Paragraph } from '../../layers/paragraphs.ts'
import type { Tag } from '../../layers/tags.ts'
import type { Token } from '../../layers/tokens.ts'
import type { PlaceRole } from '../../model/place.ts'
import type { SpanList } from '../../text/span-list.ts'
import type { PlaceLexicon } from './lexicons.ts'
import type { Mention } from './reading.ts'

interface Role {
  readonly role: PlaceRole
  readonly rule: string
}

/** What the words round a mention say it does; `feature` is that of its chosen place. */
export function roleOf(
  lexicon: PlaceLexicon,
  mention: Mention,
  feature: string,
  tokens: SpanList<Token>,
  tags: SpanList<Tag>,
  datelines: readonly Paragraph[],
): Role {
  const { first, end } = mention
  if (
    datelines.some(
      (p) => p.dateline && p.dateline.from <= mention.from && mention.to <= p.dateline.to,
    )
  )
    return { role: 'dateline', rule: 'PL6' }
  if (mention.found === 'PL11') return { role: 'metonym', rule: 'PL11' }
  const tells = (i: number, what: string): boolean =>
    i >= 0 && i < tokens.length && (lexicon.tells.get(tokens.at(i).key)?.has(what) ?? false)
  const sentence = tokens.at(first).sentence
  const same = (i: number): boolean =>
    i >= 0 && i < tokens.length && tokens.at(i).sentence === sentence
  let before = first - 1
  while (same(before) && (tokens.at(before).key === 'the' || tells(before, 'part word'))) before--
  const upos = same(before) ? tags.at(before).upos : ''
  // "Mark Hill, 54, of Tyler", "a Longview woman": where a person is from.
  if (same(before - 1) && tokens.at(before).key === 'of' && tokens.at(before - 1).key === ',')
    return { role: 'origin', rule: 'PL8' }
  if (same(end) && tells(end, 'person')) return { role: 'origin', rule: 'PL8' }
  if (same(before) && tells(before, 'origin')) return { role: 'origin', rule: 'PL8' }
  if (same(before) && tells(before, 'destination') && upos !== 'PART')
    return { role: 'destination', rule: 'PL8' }
  if ((feature.startsWith('PCL') || feature === 'PPLC') && upos !== 'ADP') {
    if (isActor(same, tells, tags, tokens, end)) return { role: 'metonym', rule: 'PL7' }
    if (
      same(end) &&
      (tokens.at(end).key === "'s" || tokens.at(end).key === "'") &&
      tells(end + 1, 'institution')
    )
      return { role: 'metonym', rule: 'PL7' }
  }
  return { role: 'event', rule: 'PL9' }
}

/** PL7: the name is followed by a verb that only a government can be the subject of. */
function isActor(
  same: (i: number) => boolean,
  tells: (i: number, what: string) => boolean,
  tags: SpanList<Tag>,
  tokens: SpanList<Token>,
  end: number,
): boolean {
  let joined = false
  for (let i = end; i < end + (joined ? 6 : 4) && same(i); i++) {
    const upos = tags.at(i).upos
    // "Seoul and Washington agreed": both of them did.
    if (upos === 'CCONJ' && i === end) joined = true
    if (joined && (upos === 'CCONJ' || upos === 'PROPN')) continue
    if (upos === 'AUX' || upos === 'ADV' || upos === 'PART') continue
    if (upos === 'VERB' || upos === '') return tells(i, 'act')
    if (tokens.at(i).key === ',' || upos !== 'NOUN') return false
  }
  return false
}
