/** Pipeline: checks that every need is met before anything runs, then reads documents stage by stage. */
import type { Document } from '../document/document.ts'
import type { Diagnostic } from '../fault/diagnostic.ts'
import { Fault, fault, raise } from '../fault/fault.ts'
import type { Span } from '../text/span.ts'
import type { SpanList } from '../text/span-list.ts'
import type { ReadBytes, Resource } from './resource.ts'
import { type AnyStage, viewOf } from './stage.ts'

/**
 * The one asynchronous kind of step: it turns a text into model states before the pure stages run.
 * It may add layers, like a stage, and must not depend on what else is being read.
 */
export interface Encoder {
  readonly name: string
  readonly version: number
  encode(doc: Document): Promise<Document>
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
  readonly #spent: Map<string, number>

  private constructor(loaded: readonly Loaded[], encoder: Encoder | null) {
    this.#loaded = loaded
    this.stages = loaded.map((l) => l.stage)
    this.encoder = encoder
    this.#spent = new Map(this.stages.map((s) => [s.name, 0]))
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
    for (const stage of stages) {
      for (const need of stage.needs) {
        if (made.has(need.name)) continue
        const maker = stages.find((s) => s.makes.some((m) => m.name === need.name))
        raise('pipeline/missing-layer', {
          stage: stage.name,
          layer: need.name,
          maker: maker?.name ?? null,
        })
      }
      for (const layer of stage.makes) {
        if (made.has(layer.name))
          raise('pipeline/made-twice', { stage: stage.name, layer: layer.name })
        made.add(layer.name)
      }
    }
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
    return new Pipeline(loaded, encoder)
  }

  /** `tokenize@1 tag@3 ...`: what made an analysis, to be stored with it. */
  get signature(): string {
    const encoder = this.encoder ? [`${this.encoder.name}@${this.encoder.version}`] : []
    return [...encoder, ...this.stages.map((s) => `${s.name}@${s.version}`)].join(' ')
  }

  get timings(): readonly StageTiming[] {
    return [...this.#spent].map(([stage, milliseconds]) => ({ stage, milliseconds }))
  }

  /** Reads a document: the encoder if there is one, then every stage. */
  async read(doc: Document): Promise<Document> {
    return this.run(this.encoder ? await this.encoder.encode(doc) : doc)
  }

  /** The pure stages alone, synchronously. A stage that throws is a bug: `pipeline/stage-failed`. */
  run(doc: Document): Document {
    let out = doc
    for (const { stage, resources } of this.#loaded) {
      const start = performance.now()
      out = apply(stage, resources, out)
      this.#spent.set(stage.name, (this.#spent.get(stage.name) ?? 0) + performance.now() - start)
    }
    return out
  }
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
