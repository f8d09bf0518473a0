/** Context: what the handlers of one open Hearsay share - ledger, engine, intake, clock - each made on first use. */
import type { KeptPlace } from '../ledger/claims.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Pipeline } from '../pipeline/pipeline.ts'
import type { Engine } from './engine.ts'
import type { IntakeStep } from './intake-step.ts'

/** Handlers reach the world only through this. */
export interface Context {
  readonly dataDir: string
  /** Opens the ledger on first use; throws `ledger/...`. */
  ledger(): Ledger
  /** Loads the pipeline into this thread on first use; throws `lexicon/...`. */
  pipeline(): Promise<Pipeline>
  /** Which profile reads, and why, in words. */
  profileNote(): Promise<string>
  /** Those of `kept` that are the place asked for or lie in it: "Russia" finds Kursk. */
  placesIn(asked: string, kept: readonly KeptPlace[]): Promise<readonly KeptPlace[]>
  /** What each rule says, by its id; empty where the data folder has no such table. */
  ruleMeanings(): Promise<ReadonlyMap<string, string>>
  /** The engine that reads reports: this thread's pipeline, or worker threads. */
  engine(): Engine
  intake(): IntakeStep
  /** The time as it is stored: 2024-10-25T08:00:00.000Z. */
  now(): string
  /** Waits for all that called it earlier, then runs `work`: writes happen in the order of the calls. */
  inTurn<T>(turn: Turn, work: () => T): Promise<T>
  /** Takes the next place in the order of writes. */
  takeTurn(): Turn
}

/** A place in the order of writes; must be left, used or not, or those behind wait for ever. */
export interface Turn {
  readonly before: Promise<void>
  readonly leave: () => void
}

/** Hands out places in a row. */
export class Turns {
  #last: Promise<void> = Promise.resolve()

  take(): Turn {
    const before = this.#last
    let leave = (): void => {}
    this.#last = new Promise((done) => {
      leave = done
    })
    return { before, leave }
  }

  async run<T>(turn: Turn, work: () => T): Promise<T> {
    await turn.before
    try {
      return work()
    } finally {
      turn.leave()
    }
  }
}
