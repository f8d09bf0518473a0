/** Reads the written form of an annotated report: sentences at the margin, what each holds in marked lines below it. */
import { type CertaintyClass, certaintyClasses } from '../../src/model/certainty.ts'
import {
  type Mode,
  modes,
  type Polarity,
  polarities,
  type Stance,
  stances,
} from '../../src/model/claim.ts'
import type { EntityType } from '../../src/model/entity.ts'
import type { EventType } from '../../src/model/event.ts'
import type { Bound } from '../../src/model/quantity.ts'
import type {
  Annotated,
  AnnotatedAttribution,
  AnnotatedClaim,
  AnnotatedProfile,
  AnnotatedQuantity,
  AnnotatedSentence,
} from './annotation.ts'

type Lists = { -readonly [K in keyof AnnotatedSentence]: AnnotatedSentence[K] }

/** Signs of the lists that take one item a line. */
const listSigns: Readonly<Record<string, (sentence: Lists, fields: readonly string[]) => void>> = {
  time: (s, [words = '', timex = '', edtf = '']) => {
    s.times = [...(s.times ?? []), { words, timex, edtf: edtf === '' ? null : edtf }]
  },
  number: (s, fields) => {
    s.quantities = [...(s.quantities ?? []), quantityOf(fields)]
  },
  name: (s, [words = '', type = '', at = '']) => {
    const [lat, lon] = at.split(',').map(Number)
    const place = lat === undefined || lon === undefined ? {} : { at: [lat, lon] as const }
    s.names = [...(s.names ?? []), { words, type: type as EntityType, ...place }]
  },
  pronoun: (s, [words = '', of = '']) => {
    s.pronouns = [...(s.pronouns ?? []), { words, of }]
  },
  hedge: (s, [words = '', kind = '']) => {
    s.hedges = [...(s.hedges ?? []), { words, class: kind as CertaintyClass }]
  },
  event: (s, [words = '', type = '']) => {
    s.events = [...(s.events ?? []), { words, type: type as EventType }]
  },
}

/** A report from its written form. Throws an Error that quotes the line it cannot read. */
export function readAnnotation(file: string): Annotated {
  const [head = '', ...blocks] = file.trimEnd().split('\n\n')
  const facts = new Map(head.split('\n').map((line) => cut(line, ': ')))
  const fact = (name: string): string => {
    const value = facts.get(name)
    if (value === undefined) throw new Error(`no "${name}" at the head`)
    return value
  }
  const marks = fact('marks')
  if (marks !== 'all' && marks !== 'attribution') throw new Error(`"${marks}" marks nothing known`)
  return {
    kind: fact('kind'),
    title: fact('title'),
    published: fact('published'),
    marks,
    paragraphs: blocks.map(paragraphOf),
  }
}

/** An attribution that is open while its deeper lines are read. */
interface Open {
  readonly depth: number
  readonly index: number
  readonly chain: readonly (string | null)[]
}

function paragraphOf(block: string): AnnotatedSentence[] {
  const out: AnnotatedSentence[] = []
  let sentence: Lists = { text: '' }
  let open: Open[] = []
  let before: readonly AnnotatedAttribution[] = []
  for (const line of block.split('\n')) {
    const depth = line.length - line.trimStart().length
    if (depth === 0) {
      before = sentence.attributions ?? []
      sentence = { text: line }
      out.push(sentence)
      open = []
      continue
    }
    const [sign, rest] = cut(line.trim(), ' ')
    const fields = rest.split('|').map((f) => f.trim())
    open = open.filter((o) => o.depth < depth)
    const above = open.at(-1)
    if (sign === '@') {
      const made = fields[0] === '^' ? moreOf(before, fields, line) : attributionOf(fields, line)
      const index = sentence.attributions?.length ?? 0
      sentence.attributions = [
        ...(sentence.attributions ?? []),
        above ? { ...made, parent: above.index } : made,
      ]
      open.push({ depth, index, chain: [...(above?.chain ?? []), made.speaker] })
    } else if (sign === '=') {
      sentence.claims = [...(sentence.claims ?? []), claimOf(fields, above, line)]
    } else if (sign === '?') {
      if (!above) throw new Error(`no source above "${line.trim()}"`)
      const anonymous = profileOf(fields, line)
      sentence.attributions = (sentence.attributions ?? []).map((a, i) =>
        i === above.index ? { ...a, anonymous } : a,
      )
    } else {
      const add = listSigns[sign]
      if (!add) throw new Error(`"${line.trim()}" begins with no known sign`)
      add(sentence, fields)
    }
  }
  return out
}

/** `SOURCE | CUE | CONTENT + CONTENT`, then the stance where it is not "asserts" and the speaker where the source's words do not name it. */
function attributionOf(fields: readonly string[], line: string): AnnotatedAttribution {
  const [source = '', cue = '', content = '', ...more] = fields
  let stance: Stance = 'asserts'
  let speaker: string | null = source === '' ? null : source.replace(/,$/, '')
  if (content === '' || more.length > 2) throw new Error(`"${line.trim()}" has no such parts`)
  for (const field of more) {
    if (isOneOf(stances, field)) stance = field
    else speaker = field
  }
  return { source, cue, content: content.split(' + '), stance, speaker }
}

/** `^ | | CONTENT`: more of what the last attribution without a parent in the sentence before holds. */
function moreOf(
  before: readonly AnnotatedAttribution[],
  fields: readonly string[],
  line: string,
): AnnotatedAttribution {
  const first = before.findLast((a) => a.parent === undefined)
  const [, , content] = fields
  if (!first || !content) throw new Error(`"${line.trim()}" goes on with nothing`)
  const { stance, speaker } = first
  return { source: '', cue: '', content: content.split(' + '), stance, speaker, goesOn: true }
}

/** `WORDS`, then mode, polarity and certainty in any order, and `by A > B` where the chain is not that of the lines above. */
function claimOf(fields: readonly string[], above: Open | undefined, line: string): AnnotatedClaim {
  const [words = '', ...more] = fields
  let [mode, polarity]: [Mode, Polarity] = ['fact', 'affirmed']
  let certainty: CertaintyClass | null = null
  let chain = above?.chain ?? []
  let within = above?.index
  for (const field of more) {
    if (field.startsWith('by ')) {
      chain = field
        .slice(3)
        .split(' > ')
        .map((s) => (s === '-' ? null : s))
      within = undefined
      continue
    }
    for (const word of field.split(' ')) {
      if (isOneOf(modes, word)) mode = word
      else if (isOneOf(polarities, word)) polarity = word
      else if (isOneOf(certaintyClasses, word)) certainty = word
      else throw new Error(`"${word}" in "${line.trim()}" is no mode, polarity or certainty`)
    }
  }
  const claim = { words, chain, mode, polarity, certainty }
  return within === undefined ? claim : { ...claim, within }
}

const profileFields = ['rank', 'institution', 'country', 'access', 'reason'] as const

/** `count 2 | rank officials | country POL`, each only where it is stated. */
function profileOf(fields: readonly string[], line: string): AnnotatedProfile {
  const stated = new Map(fields.filter((f) => f !== '').map((f) => cut(f, ' ')))
  const count = stated.get('count')
  for (const name of stated.keys())
    if (name !== 'count' && !isOneOf(profileFields, name))
      throw new Error(`"${name}" in "${line.trim()}" is no part of a profile`)
  return {
    count: count === undefined ? null : Number(count),
    rank: stated.get('rank') ?? null,
    institution: stated.get('institution') ?? null,
    country: stated.get('country') ?? null,
    access: stated.get('access') ?? null,
    reason: stated.get('reason') ?? null,
  }
}

/** `WORDS | LOW BEST HIGH | BOUND | OF`, or one number for all three; "-" is an open end. */
function quantityOf(fields: readonly string[]): AnnotatedQuantity {
  const [words = '', numbers = '', bound = '', of = ''] = fields
  const [low = null, best = low, high = low] = numbers
    .split(' ')
    .map((n) => (n === '-' ? null : Number(n)))
  return { words, low, best, high, bound: bound as Bound, of: of === '' ? null : of }
}

function isOneOf<T extends string>(list: readonly T[], word: string): word is T {
  return (list as readonly string[]).includes(word)
}

/** What stands before and after the first place of a mark. */
function cut(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)]
}
