/** Person features: what speaks for and against a person as the one whom "he" or "she" means (CO5). */
import type { Draft } from './entity-draft.ts'
import type { Form } from './forms.ts'
import type { Memory, Mention } from './mention.ts'
import { isBeside, isOwned, pathTo, roleOf } from './paths.ts'
import type { Reading } from './reading.ts'
import { speaks, speaksNext } from './speaking.ts'

/** Features with their values; their weighted sum chooses. */
export type Row = (readonly [feature: string, value: number])[]

/** How many sentences back a person is still in mind. */
export const reach = 5

/** Whom the pronoun at `i` may mean, each with its features; `ahead` are those named after it in its sentence. */
export function personRows(
  r: Reading,
  i: number,
  form: Form,
  memory: Memory,
  ahead: readonly Mention[],
  canBe: (m: Mention) => boolean,
): Map<Draft, Row> {
  const sentence = r.sentence(i)
  const firsts = firstOfSentences(memory, sentence)
  const speaking = form.case === 'subject' && speaksNext(r, i + 1)
  const told = new Map<Draft, Set<string>>()
  const out = new Map<Draft, Row>()
  const tell = (draft: Draft, feature: string, value = 1): void => {
    const known = told.get(draft) ?? new Set()
    if (known.has(feature)) return
    told.set(draft, known.add(feature))
    const row = out.get(draft) ?? []
    if (row.length === 0) out.set(draft, row)
    row.push([feature, value])
  }
  let chained = false
  let rank = 0
  for (const m of memory.latest(sentence, reach)) {
    if (!canBe(m)) continue
    const { draft } = m
    const back = Math.min(3, sentence - m.sentence)
    const met = out.has(draft)
    if (!met) {
      tell(draft, `back ${back}`)
      rank = Math.min(4, rank + 1)
      tell(draft, `near ${rank} ${form.case}`)
      if (rank === 1) tell(draft, `nearest ${back} ${form.case}`)
      whole(tell, draft, form)
    }
    if (m.kind === 'pronoun' && m.form === form.gender) {
      if (!chained) tell(draft, `chain ${back} ${form.case}`)
      chained = true
    }
    if (m.quote >= 0 && r.quote(i) < 0) tell(draft, 'quoted')
    if (r.key(m.first - 1) === '(') tell(draft, 'bracketed')
    if (m.subject && r.deprel(m.head).endsWith('pass')) tell(draft, `passive ${back === 0}`)
    if (back === 0) within(tell, r, i, form, m)
    else {
      const role = roleOf(r, m)
      tell(draft, `${back > 1 ? 'far' : 'last'} ${role}`)
      if (back === 1 && role === form.case) tell(draft, 'parallel')
      if (back === 1 && m.subject && isMain(r, m)) tell(draft, 'last main')
      if (back === 1 && role === 'other') tell(draft, `last ${leadOf(r, m)}`)
      if (back === 1 && firsts.has(m)) tell(draft, 'last first')
      if (back > 1 && firsts.has(m)) tell(draft, 'far first')
    }
    if (speaking && m.subject && speaks(r, r.head(m.head))) tell(draft, `speaks ${back > 0}`)
  }
  for (const m of ahead) {
    if (!canBe(m)) continue
    const where = out.has(m.draft) ? 'again' : 'ahead'
    if (where === 'ahead') whole(tell, m.draft, form)
    const comma = hasComma(r, i, m.first) ? ',' : ''
    if (isOwned(r, i, m)) tell(m.draft, `${where} owned`)
    else tell(m.draft, `${where} ${pathTo(r, i, m)}${comma}`)
    if (m.subject && comma !== '' && opens(r, i)) tell(m.draft, `${where} opening`)
  }
  return out
}

type Tell = (draft: Draft, feature: string, value?: number) => void

/** What is known of the person, wherever spoken of. */
function whole(tell: Tell, draft: Draft, form: Form): void {
  tell(draft, 'named', Math.log2(1 + draft.mentions.length))
  tell(draft, 'often', Math.log2(1 + draft.weight))
  if (draft.gender === form.gender) tell(draft, 'gender told')
  if (draft.seen === form.gender) tell(draft, 'gender seen')
  else if (draft.seen !== null) tell(draft, 'gender other')
  if (draft.type !== 'PERSON') tell(draft, `is ${draft.type}`)
  if (draft.nameless) tell(draft, 'nameless')
}

/** What a mention before the pronoun in its own sentence tells. */
function within(tell: Tell, r: Reading, i: number, form: Form, m: Mention): void {
  const { draft } = m
  if (isBeside(r, i, m)) tell(draft, 'beside')
  if (isOwned(r, i, m)) tell(draft, 'owned')
  const path = pathTo(r, i, m)
  tell(draft, `${path} ${form.case}`)
  tell(draft, path)
  if (m.subject && isMain(r, m)) tell(draft, `main ${form.case}`)
  if (path.startsWith('other')) tell(draft, `${leadOf(r, m)} ${form.case}`)
  if (m.kind === 'pronoun') tell(draft, 'same pronoun')
}

/** True for the subject of the main clause. */
function isMain(r: Reading, m: Mention): boolean {
  const verb = r.head(m.head)
  return verb >= 0 && (r.head(verb) < 0 || r.deprel(verb) === 'root')
}

/** The preposition before a mention: "to", "by"; "of" where there is none. */
function leadOf(r: Reading, m: Mention): string {
  for (let k = m.first - 1; k >= m.first - 4 && r.together(k, m.first); k--)
    if (r.upos(k) === 'ADP') return leads.has(r.key(k)) ? r.key(k) : 'at'
  return 'bare'
}

/** The closed class of prepositions that tell most of a person's part. */
const leads: ReadonlySet<string> = new Set(['by', 'with', 'to', 'for', 'from', 'of', 'against'])

/** The first person of every sentence in reach. */
function firstOfSentences(memory: Memory, sentence: number): ReadonlySet<Mention> {
  const first = new Map<number, Mention>()
  for (const m of memory.latest(sentence, reach))
    if (m.draft.type === 'PERSON') first.set(m.sentence, m)
  return new Set(first.values())
}

/** "In his speech," and "While she waited,": a comma parts the pronoun from the name that it looks ahead to. */
function hasComma(r: Reading, i: number, name: number): boolean {
  for (let k = i + 1; k < name; k++) if (r.key(k) === ',') return true
  return false
}

/** True where the pronoun stands among the first words of its sentence. */
function opens(r: Reading, i: number): boolean {
  return !r.together(i - 7, i)
}
