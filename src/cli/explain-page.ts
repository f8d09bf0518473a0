/** Explain page: each field of a claim with its value, the rule that set it, and the words it rests on. */
import type { explain } from '../contract/explain.ts'
import type { OutputOf } from '../contract/operation.ts'
import type { Paper } from './table.ts'
import { clean, wrap } from './terminal.ts'

export function explainPage(answer: OutputOf<typeof explain>, paper: Paper): string {
  const width = Math.min(paper.width, 100)
  return [
    wrap(clean(answer.quote), width),
    ...(answer.current
      ? []
      : [paper.dim('another engine read this report: the words behind the fields are not known')]),
    ...answer.fields.flatMap((f) => [
      '',
      `${paper.bold(f.field)}  ${clean(f.field === 'span' ? 'these words' : f.value)}`,
      paper.dim(clean(`  ${f.stage} ${f.version}, rule ${f.rule}`)),
      ...(f.meaning === null ? [] : [wrap(clean(f.meaning), width, '  ')]),
      ...(f.field === 'span' || f.words.length === 0
        ? []
        : [wrap(clean(`rests on "${f.words.map((w) => w.text).join('", "')}"`), width, '  ')]),
    ]),
  ].join('\n')
}
