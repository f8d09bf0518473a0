/** Trains the weights of the cue candidates (data/en/cue-weights.tsv) on annotated attributions: logistic regression. */
import { writeFileSync } from 'node:fs'
import { polnear } from '../bench/corpora/polnear.ts'
import { attributions } from '../src/layers/attributions.ts'
import { quotations } from '../src/layers/quotations.ts'
import { sentences } from '../src/layers/sentences.ts'
import { syntax } from '../src/layers/syntax.ts'
import { tags } from '../src/layers/tags.ts'
import { tokens } from '../src/layers/tokens.ts'
import { Pipeline } from '../src/pipeline/pipeline.ts'
import { featuresOf } from '../src/stages/attribution/cue-features.ts'
import { nounLexicon, sourceNouns, verbLexicon } from '../src/stages/attribution/lexicons.ts'
import { nounCandidateAt, nounFeatures } from '../src/stages/attribution/noun-cues.ts'
import { Reading } from '../src/stages/attribution/reading.ts'
import { candidateAt } from '../src/stages/attribution/verb-cues.ts'
import { parse } from '../src/stages/parse/stage.ts'
import { segment } from '../src/stages/segment/stage.ts'
import { tag } from '../src/stages/tag/stage.ts'
import { tokenize } from '../src/stages/tokenize/stage.ts'
import { readData } from '../test/data-files.ts'

const minCount = 5
const epochs = 8
const smallest = 0.06
/** Added to the bias: below 0 asks for surer cues. */
const shift = Number(process.argv[2] ?? 0)

interface Example {
  readonly features: readonly string[]
  readonly label: 0 | 1
}

function load<T>(resource: {
  readonly files: readonly string[]
  readonly load: (b: readonly Uint8Array[]) => T
}): T {
  return resource.load(resource.files.map(readData))
}

/** Candidates outside every annotated content, with the answer. */
function examples(): Example[] {
  const pipeline = Pipeline.of([segment, tokenize, tag, parse], readData)
  const verbs = load(verbLexicon)
  const nouns = load(nounLexicon)
  const sources = load(sourceNouns)
  const out: Example[] = []
  for (const { doc: gold } of polnear('train')) {
    const doc = pipeline.run(gold)
    const words = doc.layer(tokens)
    const r = new Reading(
      doc.text,
      words.items,
      doc.layer(tags).items,
      doc.layer(syntax).items,
      doc.layer(sentences).items,
      doc.layer(quotations).items,
    )
    // 0 nothing, 1 cue, 2 other part of an attribution, not asked about.
    const role = new Uint8Array(words.length)
    const last = new Set<number>()
    for (const a of doc.layer(attributions)) {
      for (const span of [...a.content, ...a.source])
        for (const i of words.indicesBetween(span)) role[i] = 2
    }
    for (const a of doc.layer(attributions)) {
      let verb = -1
      for (const span of a.cue)
        for (const i of words.indicesBetween(span)) {
          role[i] = 1
          if (r.upos(i) === 'VERB') verb = i
          if (verb < 0 && r.upos(i) === 'NOUN') last.add(i)
        }
      if (verb >= 0) last.add(verb)
    }
    for (let i = 0; i < words.length; i++) {
      if (role[i] === 2 || (role[i] === 1 && !last.has(i))) continue
      const label = role[i] === 1 ? 1 : 0
      if (r.upos(i) === 'VERB') {
        const c = candidateAt(r, i, verbs)
        if (c) out.push({ features: featuresOf(r, c, sources), label })
      } else if (r.upos(i) === 'NOUN') {
        const c = nounCandidateAt(r, i, nouns)
        if (c) out.push({ features: nounFeatures(r, c), label })
      }
    }
  }
  return out
}

/** AdaGrad with a little L2; examples in a fixed pseudo-random order. */
function train(data: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const e of data) for (const f of e.features) counts.set(f, (counts.get(f) ?? 0) + 1)
  const names = [...counts].filter(([, n]) => n >= minCount).map(([f]) => f)
  const index = new Map(names.map((f, i) => [f, i]))
  const rows = data.map((e) => ({
    at: e.features.flatMap((f) => index.get(f) ?? []),
    label: e.label,
  }))
  const w = new Float64Array(names.length)
  const g = new Float64Array(names.length).fill(1e-6)
  let seed = 7
  const order = rows.map((_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      seed = (seed * 1103515245 + 12345) % 2147483648
      const j = seed % (i + 1)
      const t = order[i]!
      order[i] = order[j]!
      order[j] = t
    }
    for (const k of order) {
      const { at, label } = rows[k]!
      let sum = 0
      for (const f of at) sum += w[f]!
      const error = 1 / (1 + Math.exp(-sum)) - label
      for (const f of at) {
        const slope = error + 2e-4 * w[f]!
        g[f]! += slope * slope
        w[f]! -= (0.15 / Math.sqrt(g[f]!)) * slope
      }
    }
  }
  return new Map(names.map((f, i) => [f, w[i]!]))
}

const data = examples()
const weights = train(data)
weights.set('bias', (weights.get('bias') ?? 0) + shift)
const rows = [...weights]
  .filter(([, w]) => Math.abs(w) >= smallest)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([f, w]) => `${f}\t${w.toFixed(2)}`)
writeFileSync(
  new URL('../data/en/cue-weights.tsv', import.meta.url),
  [
    '# Weights of the features of cue candidates: their sum is the log-odds of a cue.',
    '# From: train/attribution-cues.ts, fitted to the annotations of PolNeAR train, a corpus whose licence is not stated; no text of it is kept.',
    '# Licence: CC BY-SA 4.0, apart from the code, since the trees they are fitted to come from models under it.',
    '#: feature\tweight',
    ...rows,
    '',
  ].join('\n'),
)
process.stdout.write(`${data.length} candidates, ${rows.length} weights\n`)
