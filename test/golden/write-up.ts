/** Writes an analysis as text that a person can read and a diff can show: one item a line, every field. */
import type { AnalysedClaim, Analysis, Pair } from '../../src/model/analysis.ts'
import { isReportHop } from '../../src/model/claim.ts'

/** Everything that Hearsay reads in a report; words are quoted with their offsets. */
export function writeUp(analysis: Analysis): string {
  const text = analysis.document.text
  const words = (from: number, to: number): string => JSON.stringify(text.slice(from, to))
  const at = (x: { from: number; to: number }): string => `${x.from}-${x.to} ${words(x.from, x.to)}`
  const pairs = (list: readonly Pair[]): string =>
    list.map(([a, b]) => words(a, b)).join(' + ') || 'none'
  const d = analysis.document
  const lines = [
    `outlet ${d.outlet ?? 'none'}, published ${d.published ?? 'none'} from ${d.publishedFrom ?? 'nothing'}, language ${d.language ?? 'none'}`,
    `title ${d.title ?? 'none'}`,
    '',
    '## sentences',
    ...analysis.sentences.map(([a, b]) => `${a}-${b} ${words(a, b)}`),
    '',
    '## tokens: form, part of speech, lemma, label, head',
    ...(analysis.tokens ?? []).map(
      (t, i) =>
        `${i} ${text.slice(t.from, t.to)} ${t.upos} ${t.lemma} ${t.deprel} ${t.head < 0 ? '-' : `${t.head} ${headForm(analysis, t.head)}`}`,
    ),
    '',
    '## entities',
    ...analysis.entities.map(
      (e) =>
        `${e.id} ${e.type} ${e.name}${e.country ? ` (${e.country})` : ''}: ${pairs(e.mentions)}`,
    ),
    '',
    '## references',
    ...analysis.references.map((r) => `${at(r)} = ${r.entity} ${entityName(analysis, r.entity)}`),
    '',
    '## times',
    ...analysis.times.map((t) => `${at(t)} ${t.kind} edtf ${t.edtf ?? 'none'} timex ${t.timex}`),
    '',
    '## places',
    ...analysis.places.map(
      (p) =>
        `${at(p)} ${p.role} ${p.name} geonames ${p.geonames ?? 'none'} ${p.country ?? '-'} ${p.feature ?? '-'} ${p.lat ?? '-'} ${p.lon ?? '-'}`,
    ),
    '',
    '## quantities',
    ...analysis.quantities.map(
      (q) =>
        `${at(q)} ${q.bound} low ${q.low ?? '-'} best ${q.best ?? '-'} high ${q.high ?? '-'} unit ${q.unit ?? '-'} of ${q.noun ?? '-'} role ${q.role ?? '-'}`,
    ),
    '',
    '## attributions',
    ...analysis.attributions.flatMap((a) => [
      `${a.id} ${a.kind} ${a.stance}${a.parent ? ` inside ${a.parent}` : ''} speaker ${a.speaker ? entityName(analysis, a.speaker) : 'none'}`,
      `  source ${pairs(a.source)}`,
      `  cue ${pairs(a.cue)}`,
      `  content ${pairs(a.content)}`,
      ...(a.anonymous ? [`  anonymous ${JSON.stringify(a.anonymous)}`] : []),
    ]),
    '',
    '## events',
    ...analysis.events.map(
      (e) =>
        `${e.id} ${at(e)} ${e.type}${e.mode ? ` ${e.mode}` : ''} by ${names(analysis, e.actors)} to ${names(analysis, e.recipients)} contexts ${e.contexts.join(', ') || 'none'}`,
    ),
    '',
    '## claims',
    ...analysis.claims.flatMap((c) => claimLines(analysis, c, at)),
    '',
    '## diagnostics',
    ...analysis.diagnostics.map((x) => `${x.code} by ${x.by} ${x.note ?? ''}`.trim()),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function claimLines(
  analysis: Analysis,
  c: AnalysedClaim,
  at: (x: { from: number; to: number }) => string,
): string[] {
  const chain = c.chain.map((h) =>
    isReportHop(h) ? 'report' : `${h.source ?? 'unstated'} (${h.cue || 'no cue'}, ${h.stance})`,
  )
  const picked = <T extends { from: number; to: number }>(
    list: readonly T[],
    indices: readonly number[],
  ): string =>
    indices
      .map((i) => list[i])
      .flatMap((x) => (x ? [analysis.document.text.slice(x.from, x.to)] : []))
      .join(' | ') || 'none'
  return [
    at(c),
    `  chain ${chain.join(' > ')}`,
    `  ${c.mode}, ${c.polarity}, certainty ${c.certainty.class ?? 'plain'} ${c.certainty.words.join(' | ')}${c.certainty.scheme ? ` ${c.certainty.low}-${c.certainty.high} ${c.certainty.scheme}` : ''}`.trimEnd(),
    `  times ${picked(analysis.times, c.times)}; places ${picked(analysis.places, c.places)}; quantities ${picked(analysis.quantities, c.quantities)}; stated on ${c.statedOn ?? 'none'}`,
    `  why ${Object.entries(c.why)
      .map(([field, rule]) => `${field} ${rule.replace(/@\d+$/, '')}`)
      .join(', ')}`,
  ]
}

function headForm(analysis: Analysis, head: number): string {
  const t = analysis.tokens?.[head]
  return t ? analysis.document.text.slice(t.from, t.to) : '?'
}

function entityName(analysis: Analysis, id: string): string {
  return analysis.entities.find((e) => e.id === id)?.name ?? id
}

function names(analysis: Analysis, ids: readonly string[]): string {
  return ids.map((id) => entityName(analysis, id)).join(', ') || 'none'
}
