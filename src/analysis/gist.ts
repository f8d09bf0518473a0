/** Gists: a claim as a sentence that can be read alone, of its own words; what we put in from elsewhere in the report stands in brackets. */
import type { Document } from '../document/document.ts'
import { attributions } from '../layers/attributions.ts'
import type { Claim } from '../layers/claims.ts'
import { type Clause, clauses } from '../layers/clauses.ts'
import { type Entity, entities } from '../layers/entities.ts'
import { names } from '../layers/names.ts'
import { references } from '../layers/references.ts'
import { syntax, treeOf } from '../layers/syntax.ts'
import { tags } from '../layers/tags.ts'
import { tokens } from '../layers/tokens.ts'
import { overlaps, type Span } from '../text/span.ts'

/** Words put in the place of others, or, where `from` is `to`, before them. */
interface Change extends Span {
  readonly words: string
}

const relatives = new Set(['who', 'which', 'that', 'whom', 'whose'])
const possessive = new Set(['his', 'her', 'its', 'their'])
const pronouns = new Set(['he', 'she', 'it', 'they', 'him', 'her', 'them', 'his', 'its', 'their'])

/** How many words of a noun phrase are taken over. */
const longest = 9

/** A maker of gists for one document. */
export function gistsOf(doc: Document): (claim: Claim) => string {
  const ready = [tokens, tags, syntax, clauses, attributions, entities, names, references].every(
    (l) => doc.has(l),
  )
  if (!ready) return (claim) => finished(doc.text.slice(claim.from, claim.to))
  const reader = new Reader(doc)
  return (claim) => reader.gist(claim)
}

class Reader {
  readonly #doc: Document
  readonly #starts: ReadonlyMap<number, number>

  constructor(doc: Document) {
    this.#doc = doc
    this.#starts = new Map(doc.layer(tokens).items.map((t, i) => [t.from, i]))
  }

  gist(claim: Claim): string {
    const clause =
      claim.clause === undefined ? undefined : this.#doc.layer(clauses).items[claim.clause]
    const changes = [
      ...(clause ? this.#subject(claim, clause) : []),
      ...this.#pronouns(claim),
    ].sort((a, b) => a.from - b.from || a.to - b.to)
    let out = ''
    let at = claim.from
    for (const change of changes) {
      if (change.from < at) continue
      out += this.#doc.text.slice(at, change.from) + change.words
      at = change.to
    }
    return finished(out + this.#doc.text.slice(at, claim.to), markAt(this.#doc, claim))
  }

  /** What the claim's verb is said of, where its words leave it out or only point to it. */
  #subject(claim: Claim, clause: Clause): Change[] {
    const first = this.#starts.get(claim.from)
    if (first === undefined) return []
    const open = this.#key(first)
    if (clause.kind === 'relative') return this.#relative(claim, clause, first)
    if (clause.kind === 'participial') return this.#above(claim, clause)
    const bare = clause.subject === null || this.#holds(claim, clause.subject)
    if (bare || clause.ownSubject || open === 'to' || clause.kind === 'purpose') return []
    const who = this.#phrase(clause.subject ?? -1)
    return who === null ? [] : [before(claim.from, `[${who}] `)]
  }

  /** "which began in May" becomes "[The trial] began in May", "which he obtained" "he obtained [the records]". */
  #relative(claim: Claim, clause: Clause, first: number): Change[] {
    const lead = clause.joins === null ? clause : this.#doc.layer(clauses).at(clause.joins)
    const up = treeOf(this.#doc.layer(syntax)).headOf(lead.token)
    // Where the tree hung the clause on a verb, it describes the noun before its comma.
    const noun = this.#named(
      up >= 0 && !this.#isNoun(up) && this.#isNoun(first - 2) ? first - 2 : up,
    )
    const who = noun < 0 || this.#holds(claim, noun) ? null : this.#phrase(noun)
    const token = this.#doc.layer(tokens).items[first]
    if (who === null || !token) return []
    const key = this.#key(first)
    const pronoun = { from: token.from, to: token.to }
    if (key === 'whose') return [{ ...pronoun, words: `[${possessed(who)}]` }]
    if (!relatives.has(key)) {
      // "in which he appeared": what stands before the pronoun goes with it.
      const next = this.#doc.layer(tokens).items[first + 1]
      if (!next || !relatives.has(this.#key(first + 1)))
        return clause.ownSubject ? [] : [before(claim.from, `[${who}] `)]
      const rest = this.#doc.layer(tokens).items[first + 2]?.from ?? next.to
      return [
        { from: token.from, to: rest, words: '' },
        before(claim.to, ` [${token.form} ${who}]`),
      ]
    }
    if (this.#doc.layer(syntax).at(first).deprel.startsWith('nsubj'))
      return [{ ...pronoun, words: `[${who}]` }]
    const verb = this.#doc.layer(tokens).items[clause.token]
    const rest = this.#doc.layer(tokens).items[first + 1]?.from ?? token.to
    if (!verb || !this.#holds(claim, clause.token)) return []
    return [{ from: token.from, to: rest, words: '' }, before(verb.to, ` [${who}]`)]
  }

  /** "Peter Wafula, a farmer who lost his house": the name that an apposition explains. */
  #named(noun: number): number {
    const arc = this.#doc.layer(syntax).items[noun]
    const above = arc?.deprel === 'appos' ? arc.head : -1
    return this.#doc.layer(tags).items[above]?.upos === 'PROPN' ? above : noun
  }

  /** "killing nine people" becomes "[The bomb hit the station,] killing nine people". */
  #above(claim: Claim, clause: Clause): Change[] {
    const up = clause.parent === null ? undefined : this.#doc.layer(clauses).items[clause.parent]
    if (!up || up.to > claim.from || up.end - up.first > 3 * longest) return []
    const head = this.#doc.layer(tokens).at(up.token)
    const speaks = this.#doc
      .layer(attributions)
      .between(head)
      .some((a) => a.cue.some((c) => overlaps(c, head)))
    if (speaks) return []
    return [before(claim.from, `[${this.#doc.text.slice(up.from, up.to)},] `)]
  }

  /** Pronouns of somebody whom the claim's own words do not name before. */
  #pronouns(claim: Claim): Change[] {
    const list = this.#doc.layer(entities)
    const out: Change[] = []
    const told = new Set<number>()
    for (const r of this.#doc.layer(references).between(claim)) {
      const words = this.#doc.text.slice(r.from, r.to).toLowerCase()
      if (r.kind !== 'pronoun' || !pronouns.has(words) || told.has(r.entity)) continue
      const entity = list.at(r.entity)
      const before = (m: Span): boolean => m.from >= claim.from && m.to <= r.from
      const named =
        entity.mentions.some((m) => before(this.#doc.layer(names).at(m))) ||
        before(entity) ||
        this.#doc
          .layer(references)
          .between({ from: claim.from, to: r.from })
          .some((o) => o.entity === r.entity && before(o))
      if (named || r.from < claim.from || r.to > claim.to) continue
      told.add(r.entity)
      const token = this.#starts.get(r.from)
      const owns =
        possessive.has(words) &&
        (words !== 'her' ||
          (token !== undefined && this.#doc.layer(tags).at(token).xpos === 'PRP$'))
      out.push({
        from: r.from,
        to: r.to,
        words: `[${owns ? possessed(this.#nameOf(entity)) : this.#nameOf(entity)}]`,
      })
    }
    return out
  }

  /** The noun phrase round a word, or the name of whom a pronoun stands for. */
  #phrase(token: number): string | null {
    const word = this.#doc.layer(tokens).items[token]
    if (!word) return null
    const reference = this.#doc.layer(references).between(word)[0]
    if (reference?.kind === 'pronoun')
      return this.#nameOf(this.#doc.layer(entities).at(reference.entity))
    const arcs = this.#doc.layer(syntax)
    const own = (i: number): boolean =>
      arcs.items[i]?.head === token && phrasal.has(arcs.at(i).deprel)
    let first = token
    let last = token
    const tree = treeOf(arcs)
    for (const c of tree.childrenOf(token)) {
      if (!own(c) || tree.lastOf(c) - tree.firstOf(c) >= longest) continue
      if (c < token && token - tree.firstOf(c) <= longest) first = Math.min(first, tree.firstOf(c))
      if (c > token && tree.lastOf(c) - token <= longest) last = Math.max(last, tree.lastOf(c))
    }
    const { from, to } = this.#doc.layer(tokens).at(first)
    const words = this.#doc.text.slice(from, this.#doc.layer(tokens).at(last).to)
    // "its new plant": whose it is stands elsewhere too.
    const owner = this.#doc.layer(references).between({ from, to })[0]
    if (!possessive.has(this.#key(first)) || owner?.kind !== 'pronoun')
      return small(words, this.#doc, first)
    return `${possessed(this.#nameOf(this.#doc.layer(entities).at(owner.entity)))}${words.slice(to - from)}`
  }

  /** A name as it is; a description with its article, small in front. */
  #nameOf(entity: Entity): string {
    const { name } = entity
    if (!entity.nameless) return name
    const start = this.#starts.get(
      entity.from + Math.max(0, this.#doc.text.slice(entity.from, entity.to).indexOf(name)),
    )
    const proper = start !== undefined && isProper(this.#doc, start)
    const words = proper ? name : name.charAt(0).toLowerCase() + name.slice(1)
    if (determiners.test(words) || /^\d/u.test(words) || (proper && /^\S+['’]s? /u.test(words)))
      return words
    return `the ${words}`
  }

  #holds(claim: Claim, token: number): boolean {
    const word = this.#doc.layer(tokens).items[token]
    return word !== undefined && word.from >= claim.from && word.to <= claim.to
  }

  #isNoun(token: number): boolean {
    const upos = this.#doc.layer(tags).items[token]?.upos
    return upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON' || upos === 'NUM'
  }

  #key(token: number): string {
    return this.#doc.layer(tokens).items[token]?.key ?? ''
  }
}

const phrasal = new Set([
  'det',
  'amod',
  'compound',
  'nummod',
  'nmod',
  'nmod:poss',
  'nmod:desc',
  'flat',
])

const determiners =
  /^(?:an?|the|this|that|these|those|some|all|both|his|her|its|their|one|two|three|no) /iu

/** A phrase from the start of a sentence, small in front unless it is a name. */
function small(words: string, doc: Document, first: number): string {
  return isProper(doc, first) ? words : words.charAt(0).toLowerCase() + words.slice(1)
}

/** A proper noun, or a word of a name that is none: "Ukrainian officials", "North Korean soldiers". */
function isProper(doc: Document, token: number): boolean {
  if (doc.layer(tags).at(token).upos === 'PROPN') return true
  return doc.layer(names).between(doc.layer(tokens).at(token)).length > 0
}

function before(at: number, words: string): Change {
  return { from: at, to: at, words }
}

function possessed(name: string): string {
  return /s$/u.test(name) ? `${name}’` : `${name}’s`
}

/** The question mark behind a question, else a stop. */
function markAt(doc: Document, claim: Claim): string {
  return doc.text.charAt(claim.to) === '?' ? '?' : '.'
}

/** A capital in front, a stop behind, single blanks; marks of quotation that have lost their other half are left off. */
function finished(words: string, mark = '.'): string {
  let line = words.replace(/\s+/gu, ' ').trim()
  if ((line.match(/["“”]/gu)?.length ?? 0) % 2 === 1) line = line.replace(/["“”]/gu, '')
  const start = /^[[("“‘']*/u.exec(line)?.[0].length ?? 0
  line = line.slice(0, start) + line.charAt(start).toUpperCase() + line.slice(start + 1)
  return /[.?!…]["”’)\]]*$/u.test(line) ? line : `${line.replace(/[,;:]$/u, '')}${mark}`
}
