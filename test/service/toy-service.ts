/** Toy service: a whole service over an engine of one rule - every sentence is a claim - so that tests choose what an engine finds. */
import type { InputOf, Operation, OutputOf } from '../../src/contract/operation.ts'
import { claims } from '../../src/layers/claims.ts'
import { sentences } from '../../src/layers/sentences.ts'
import { plain } from '../../src/model/certainty.ts'
import type { Mode } from '../../src/model/claim.ts'
import { Pipeline } from '../../src/pipeline/pipeline.ts'
import { defineStage } from '../../src/pipeline/stage.ts'
import { openService } from '../../src/service/open.ts'
import { SpanList } from '../../src/text/span-list.ts'
import { freshFolder } from '../ledger/fixtures.ts'

/** How a toy engine reads. */
export interface ToyEngine {
  readonly version: number
  /** The mode of every claim. */
  readonly mode?: Mode
  /** Sentences with these words make no claim. */
  readonly skips?: string
  /** Texts with these words make the stage fail. */
  readonly fails?: string
}

/** A typed service with its own folder. */
export interface Toy {
  readonly dataDir: string
  call<O extends Operation>(operation: O, input: InputOf<O>): Promise<OutputOf<O>>
  /** Goes on with the same folder and another engine. */
  reopen(engine: ToyEngine): Promise<Toy>
  close(): Promise<void>
  /** How often a pipeline was loaded. */
  loads(): number
}

export function toyPipeline(engine: ToyEngine): Pipeline {
  const { version, mode = 'fact', skips, fails } = engine
  const stage = defineStage({
    name: 'toy',
    version,
    needs: [],
    makes: [sentences, claims],
    uses: {},
    run: ({ text }) => {
      if (fails !== undefined && text.includes(fails)) throw new Error('the toy broke')
      const spans = [...text.matchAll(/[^\s.][^.]*\./g)].map((m) => ({
        from: m.index,
        to: m.index + m[0].length,
      }))
      return {
        sentences: SpanList.of(spans.map((at) => ({ ...at, paragraph: 0 }))),
        claims: SpanList.of(
          spans
            .filter((at) => skips === undefined || !text.slice(at.from, at.to).includes(skips))
            .map((at) => ({
              ...at,
              chain: [],
              mode,
              polarity: 'affirmed' as const,
              certainty: plain,
              events: [],
              times: [],
              places: [],
              quantities: [],
              statedOn: null,
              why: { mode: `toy/TY1@${version}` },
            })),
        ),
      }
    },
  })
  return Pipeline.of([stage], () => new Uint8Array())
}

export function openToy(engine: ToyEngine, dataDir = freshFolder()): Toy {
  let loads = 0
  let tick = 0
  const service = openService({
    dataDir,
    workers: 1,
    apart: false,
    check: true,
    profile: null,
    now: () => new Date(Date.UTC(2025, 0, 1, 0, 0, tick++)),
    loadPipeline: async () => {
      loads++
      return toyPipeline(engine)
    },
    profileNote: async () => 'toy',
    placesIn: async (asked, kept) => kept.filter((p) => `in ${p.name}` === asked),
    ruleMeanings: async () => new Map([['TY1', 'Every sentence is a claim.']]),
    pipelineModule: '',
  })
  return {
    dataDir,
    call: (operation, input) => service.call(operation, input) as never,
    reopen: async (next) => {
      await service.close()
      return openToy(next, dataDir)
    },
    close: service.close,
    loads: () => loads,
  }
}
