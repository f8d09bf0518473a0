/**
 * Measures speed: words a second by stage and in all, memory, start, and growth with length; writes bench/results/speed.md,
 * or speed-lite.md with HEARSAY_PROFILE=lite.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { analysisOf } from '../src/analysis/analysis-of.ts'
import { Document } from '../src/document/document.ts'
import { chooseProfile, loadPipeline } from '../src/reader.ts'
import { exampleTexts, folderTexts, wordsOf } from './speed-texts.ts'

const here = import.meta.url
const built = here.includes('/dist/')
const root = fileURLToPath(new URL(built ? '../../' : '../', here))
const program = join(root, 'dist/src/cli/main.js')

/** A run of the command line: time on the clock, time of the processor, memory at its highest. */
interface CommandRun {
  readonly seconds: number
  readonly processor: number
  readonly megabytes: number
}

/** The child itself tells what it used, when it ends. */
const witness = `data:text/javascript,${encodeURIComponent(
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is one of the child's code
  "process.on('exit', () => { const u = process.resourceUsage(); process.stderr.write(`\\n#used ${(u.userCPUTime + u.systemCPUTime) / 1e6} ${u.maxRSS / 1024}\\n`) })",
)}`

function command(args: readonly string[], input = ''): CommandRun {
  const start = performance.now()
  const run = spawnSync(process.execPath, ['--import', witness, program, ...args], {
    input,
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
  })
  const seconds = (performance.now() - start) / 1000
  const used = /#used (\S+) (\S+)/.exec(run.stderr)
  if (run.status !== 0 || !used) throw new Error(`${args.join(' ')} failed: ${run.stderr}`)
  return { seconds, processor: Number(used[1]), megabytes: Number(used[2]) }
}

function analyse(texts: readonly string[]): CommandRun {
  const lines = texts.map((text, i) => JSON.stringify({ id: `r${i}`, text }))
  return command(['analyse', '--jsonl'], `${lines.join('\n')}\n`)
}

/** The best of several runs: what else the machine does can only add. */
function best(times: number, run: () => CommandRun): CommandRun {
  return Array.from({ length: times }, run).reduce((a, b) => (b.seconds < a.seconds ? b : a))
}

/** Milliseconds by stage, each text at its best of `rounds`. */
async function stageTimes(texts: readonly string[], rounds: number): Promise<Map<string, number>> {
  const pipeline = loadPipeline()
  const sums = new Map<string, number>()
  for (const text of texts) {
    const least = new Map<string, number>()
    for (let r = 0; r < rounds; r++) {
      const before = pipeline.timings.map((t) => t.milliseconds)
      const doc = await pipeline.read(Document.of(text))
      const start = performance.now()
      JSON.stringify(analysisOf(doc, { id: 'r', publishedFrom: null }))
      const spent = [
        ...pipeline.timings.map((t, i) => [t.stage, t.milliseconds - (before[i] ?? 0)] as const),
        ['analysis and JSON', performance.now() - start] as const,
      ]
      for (const [name, ms] of spent) least.set(name, Math.min(ms, least.get(name) ?? ms))
    }
    for (const [name, ms] of least) sums.set(name, (sums.get(name) ?? 0) + ms)
  }
  return sums
}

/** Seconds of the pipeline over one text repeated, the best of three. */
async function growth(text: string): Promise<{ times: number; words: number; seconds: number }[]> {
  const pipeline = loadPipeline()
  const out: { times: number; words: number; seconds: number }[] = []
  for (const times of [1, 1, 2, 4, 8, 16]) {
    const long = Array.from({ length: times }, () => text).join('\n\n')
    let seconds = Number.POSITIVE_INFINITY
    for (let r = 0; r < 3; r++) {
      const start = performance.now()
      analysisOf(await pipeline.read(Document.of(long)), { id: 'r', publishedFrom: null })
      seconds = Math.min(seconds, (performance.now() - start) / 1000)
    }
    out.push({ times, words: wordsOf(long), seconds })
  }
  return out.slice(1)
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  )
}

const { values } = parseArgs({ options: { corpus: { type: 'string' } } })
const { profile } = chooseProfile()
const texts =
  values.corpus === undefined
    ? exampleTexts(root, profile === 'full' ? 100 : 300)
    : folderTexts(values.corpus)
const words = texts.reduce((sum, t) => sum + wordsOf(t), 0)
const count = (n: number): string => Math.round(n).toLocaleString('en-US')
const say = (what: string): boolean => process.stderr.write(`${what}\n`)

say('start')
const version = best(10, () => command(['--version']))
const first = best(3, () => analyse(texts.slice(0, 1)))
say('the whole corpus by the command line')
const half = analyse(texts.slice(0, Math.ceil(texts.length / 2)))
const whole = analyse(texts)
say('stages')
const sample = texts.filter((_, i) => i % Math.ceil(texts.length / 60) === 0)
const sampleWords = sample.reduce((sum, t) => sum + wordsOf(t), 0)
const stages = [...(await stageTimes(sample, profile === 'full' ? 3 : 5))]
const total = stages.reduce((sum, [, ms]) => sum + ms, 0)
say('growth')
const grown = await growth(texts.find((t) => wordsOf(t) > 500) ?? texts[0] ?? '')
/** The trained reader is given at most this much of one report. */
const longWords = profile === 'full' ? 45_000 : 200_000
const unit = texts.join('\n\n')
const long = (unit.length > 1_200_000 ? unit : unit.repeat(Math.ceil(1_200_000 / unit.length)))
  .split(' ')
  .slice(0, longWords)
  .join(' ')
const single = analyse([long])

const report = `# Speed

Made by \`npm run bench:speed\`${values.corpus === undefined ? ' over reports put together from `examples/`' : ' over a folder of texts'}: ${count(texts.length)} reports, ${count(words)} words, Node ${process.versions.node}, one reading thread, profile ${profile}.

## The command line

${table(
  ['what', 'seconds', 'processor seconds', 'words/s', 'words/processor s', 'peak MB'],
  [
    ['`analyse --jsonl`, half of the reports', half],
    ['`analyse --jsonl`, all', whole],
    [`one report of ${count(longWords)} words`, single],
    ['one report, from a cold start', first],
    ['`--version`', version],
  ].map(([name, r]) => {
    const run = r as CommandRun
    const n = run === half ? words / 2 : run === whole ? words : run === single ? wordsOf(long) : 0
    return [
      name as string,
      run.seconds.toFixed(2),
      run.processor.toFixed(2),
      n === 0 ? '' : count(n / run.seconds),
      n === 0 ? '' : count(n / run.processor),
      count(run.megabytes),
    ]
  }),
)}

Half and all of the reports should have the same peak: memory does not grow with the number of reports. The processor's
seconds count every thread, those of the garbage collector and the compiler too.

## Stages

Warm, each report at its best of several: ${count((sampleWords / total) * 1000)} words/s.

${table(
  ['stage', 'words/s', 'share'],
  stages.map(([name, ms]) => [
    name,
    count((sampleWords / ms) * 1000),
    `${((100 * ms) / total).toFixed(1)} %`,
  ]),
)}

## Growth with length

One report repeated. The time at double length should be at most 2.3 times as long.

${table(
  ['times', 'words', 'milliseconds', 'ratio to the half'],
  grown.map((g, i) => [
    g.times,
    count(g.words),
    (g.seconds * 1000).toFixed(1),
    i === 0 ? '' : (g.seconds / (grown[i - 1]?.seconds ?? g.seconds)).toFixed(2),
  ]),
)}
`
const out = join(root, 'bench/results')
mkdirSync(out, { recursive: true })
writeFileSync(join(out, profile === 'full' ? 'speed.md' : 'speed-lite.md'), report)
process.stdout.write(report)
