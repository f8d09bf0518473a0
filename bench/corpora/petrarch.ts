/** Reads PETRARCH validation records: sentences with CAMEO codes of events and of who acts upon whom, given as PLOVER types. */
import type { EventType } from '../../src/model/event.ts'

/** One coded event; codes are CAMEO actor codes, "USAGOV". */
export interface CodedEvent {
  readonly type: EventType
  readonly actor: string
  readonly recipient: string
}

export interface CodedSentence {
  readonly id: string
  readonly text: string
  /** As YYYY-MM-DD, null where the record has none. */
  readonly date: string | null
  /** Empty where the record says that there is no event. */
  readonly events: readonly CodedEvent[]
}

const roots: Readonly<Record<string, EventType>> = {
  '03': 'AGREE',
  '04': 'CONSULT',
  '05': 'SUPPORT',
  '06': 'COOPERATE',
  '07': 'AID',
  '09': 'ACCUSE',
  '10': 'REQUEST',
  '11': 'ACCUSE',
  '12': 'REJECT',
  '13': 'THREATEN',
  '14': 'PROTEST',
  '15': 'MOBILIZE',
  '16': 'SANCTION',
  '17': 'COERCE',
  '18': 'ASSAULT',
  '19': 'ASSAULT',
  '20': 'ASSAULT',
}

/** The PLOVER type of a CAMEO code; null for statements (01, 02), which PLOVER has dropped, and for what is no code. */
export function ploverOf(cameo: string): EventType | null {
  if (/^08[1-3]/.test(cameo)) return 'CONCEDE'
  if (/^08[4-7]/.test(cameo)) return 'RETREAT'
  if (cameo.startsWith('08')) return 'CONCEDE'
  return roots[cameo.slice(0, 2)] ?? null
}

function attributeOf(attributes: string, name: string): string {
  return new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
}

/** The records of a file; what stands in comments is no record. */
export function readCodedSentences(source: string): CodedSentence[] {
  const out: CodedSentence[] = []
  const clean = source.replace(/<!--[\s\S]*?-->/g, '')
  for (const part of clean.split('<Sentence ').slice(1)) {
    const text = /<Text>([\s\S]*?)<\/Text>/.exec(part)?.[1]?.replace(/\s+/g, ' ').trim()
    if (!text) continue
    const head = part.slice(0, part.indexOf('>'))
    const events: CodedEvent[] = []
    for (const [, attributes] of part.matchAll(/<EventCoding ([^>]*)>/g)) {
      const type = ploverOf(attributeOf(attributes ?? '', 'eventcode'))
      if (type === null) continue
      events.push({
        type,
        actor: attributeOf(attributes ?? '', 'sourcecode'),
        recipient: attributeOf(attributes ?? '', 'targetcode'),
      })
    }
    const date = /^(\d{4})(\d\d)(\d\d)$/.exec(attributeOf(head, 'date'))
    out.push({
      id: attributeOf(head, 'id'),
      text: text.replace(/ ?`` ?/g, ' “').replace(/ ?'' ?/g, '” '),
      date: date ? `${date[1]}-${date[2]}-${date[3]}` : null,
      events,
    })
  }
  return out
}
