/** Pipeline: checks that every need is met before anything runs, then reads documents stage by stage. */
import type { Document } from '../document/document.ts'
import type { AnyLayer } from '../document/layer.ts'
import type { Diagnostic } from '../fault/diagnostic.ts'
import { Fault, fault, raise } from '../fault/fault.ts'
import type { Span } from '../text/span.ts'
import type { SpanList } from '../text/span-list.ts'
import type { ReadBytes, Resource } from './resource.ts'
import { type AnyStage, viewOf } from './stage.ts'

/**
 * The one asynchronous kind of step: it turns a text into what a model says of it, as soon as the layers that it needs
 * are there; the pure stages after it read that. It must not depend on what else is being read.
 */
export interface Encoder {
  readonly name: string
  readonly version: number
  readonly needs: readonly AnyLayer[]
  readonly makes: readonly AnyLayer[]
  /** Layers made before it that it puts right: what comes after sees its version alone. */
  readonly revises?: readonly AnyLayer[]
  /** Its data files, below `data/`. */
  readonly files: readonly string[]
  encode(doc: Document): Promise<Document>
  /** Begins to load, so that the first report waits less. What fails is told by `encode`. */
  readonly warm?: () => void
  /** Looks at its files, for `doctor`. */
  readonly inspect?: () => readonly Inspection[]
}

/** One thing that an encoder was asked to look at, in words. */
export interface Inspection {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
}

/** Time spent in one stage, in milliseconds, summed over all documents read. */
export interface StageTiming {
  readonly stage: string
  readonly milliseconds: number
}

interface Loaded {
  readonly stage: AnyStage
  readonly resources: Readonly<Record<string, unknown>>
}

/** A checked list of stages with their resources loaded. Reading the same text gives the same document. */
export class Pipeline {
  readonly stages: readonly AnyStage[]
  readonly encoder: Encoder | null
  readonly #loaded: readonly Loaded[]
  /** How many stages run before the encoder. */
  readonly #before: number
  readonly #spent: Map<string, number>

  private constructor(loaded: readonly Loaded[], encoder: Encoder | null, before: number) {
    this.#loaded = loaded
    this.#before = before
    this.stages = loaded.map((l) => l.stage)
    this.encoder = encoder
    const names = this.stages.map((s) => s.name)
    if (encoder) names.splice(before, 0, encoder.name)
    this.#spent = new Map(names.map((name) => [name, 0]))
  }

  /**
   * Checks and loads. Throws `pipeline/missing-layer` with the stage that would make it,
   * `pipeline/made-twice`, `lexicon/missing` or `lexicon/damaged`.
   */
  static of(
    stages: readonly AnyStage[],
    read: ReadBytes,
    encoder: Encoder | null = null,
  ): Pipeline {
    const made = new Set<string>()
    const check = (step: AnyStage | Encoder): void => {
      const revised = 'revises' in step ? (step.revises ?? []) : []
      for (const need of [...step.needs, ...revised]) {
        if (made.has(need.name)) continue
        const makers = encoder ? [...stages, encoder] : stages
        const maker = makers.find((s) => s.makes.some((m) => m.name === need.name))
        raise('pipeline/missing-layer', {
          stage: step.name,
          layer: need.name,
          maker: maker?.name ?? null,
        })
      }
      for (const layer of step.makes) {
        if (made.has(layer.name))
          raise('pipeline/made-twice', { stage: step.name, layer: layer.name })
        made.add(layer.name)
      }
    }
    const before = encoder ? placeOf(encoder, stages) : 0
    stages.forEach((stage, i) => {
      if (encoder && i === before) check(encoder)
      check(stage)
    })
    if (encoder && before === stages.length) check(encoder)
    const cache = new Map<Resource<unknown>, unknown>()
    const loaded = stages.map((stage) => ({
      stage,
      resources: Object.fromEntries(
        Object.entries(stage.uses).map(([name, resource]) => [
          name,
          loadOnce(resource, read, cache),
        ]),
      ),
    }))
    return new Pipeline(loaded, encoder, before)
  }

  /** `tokenize@1 encode@2 tag@3 ...`: what made an analysis, to be stored with it. */
  get signature(): string {
    return this.steps.map((s) => `${s.name}@${s.version}`).join(' ')
  }

  /** The stages and the encoder, in the order in which they run. */
  get steps(): readonly (AnyStage | Encoder)[] {
    const { encoder, stages } = this
    return encoder
      ? [...stages.slice(0, this.#before), encoder, ...stages.slice(this.#before)]
      : stages
  }

  get timings(): readonly StageTiming[] {
    return [...this.#spent].map(([stage, milliseconds]) => ({ stage, milliseconds }))
  }

  /** Reads a document: every stage, and the encoder in its place. */
  async read(doc: Document): Promise<Document> {
    if (!this.encoder) return this.run(doc)
    const first = this.#runStages(doc, 0, this.#before)
    const start = performance.now()
    const encoded = await encodeWith(this.encoder, first)
    this.#spend(this.encoder.name, start)
    return this.#runStages(encoded, this.#before, this.#loaded.length)
  }

  /** Reads with a pipeline that has no encoder, synchronously. A stage that throws is a bug: `pipeline/stage-failed`. */
  run(doc: Document): Document {
    if (this.encoder)
      raise('internal/bug', { reason: 'a pipeline with an encoder reads, it does not run' })
    return this.#runStages(doc, 0, this.#loaded.length)
  }

  #runStages(doc: Document, from: number, to: number): Document {
    let out = doc
    for (const { stage, resources } of this.#loaded.slice(from, to)) {
      const start = performance.now()
      out = apply(stage, resources, out)
      this.#spend(stage.name, start)
    }
    return out
  }

  #spend(name: string, start: number): void {
    this.#spent.set(name, (this.#spent.get(name) ?? 0) + performance.now() - start)
  }
}

async function encodeWith(encoder: Encoder, doc: Document): Promise<Document> {
  try {
    return await encoder.encode(doc)
  } catch (thrown) {
    if (thrown instanceof Fault) throw thrown
    throw fault('pipeline/stage-failed', { stage: encoder.name }, thrown)
  }
}

/** How many stages must run before the encoder has what it needs. */
function placeOf(encoder: Encoder, stages: readonly AnyStage[]): number {
  const needed = encoder.needs.map((n) => n.name)
  return 1 + stages.findLastIndex((s) => s.makes.some((m) => needed.includes(m.name)))
}

function apply(
  stage: AnyStage,
  resources: Readonly<Record<string, unknown>>,
  doc: Document,
): Document {
  let made: Readonly<Record<string, unknown>>
  try {
    made = stage.run(viewOf(doc), resources) as Readonly<Record<string, unknown>>
  } catch (thrown) {
    if (thrown instanceof Fault) throw thrown
    throw fault('pipeline/stage-failed', { stage: stage.name }, thrown)
  }
  let out = doc
  for (const layer of stage.makes) out = out.with(layer, made[layer.name] as SpanList<Span>)
  return out.remark((made['diagnostics'] as readonly Diagnostic[] | undefined) ?? [])
}

function loadOnce(
  resource: Resource<unknown>,
  read: ReadBytes,
  cache: Map<Resource<unknown>, unknown>,
): unknown {
  if (!cache.has(resource)) cache.set(resource, resource.load(resource.files.map(read)))
  return cache.get(resource)
}
