/** Compiler: keeps a run from spending its time on machine code that it hardly uses. */
import { setFlagsFromString } from 'node:v8'

/**
 * Reading spreads its work over a thousand functions. Left alone, the machine compiles them all within the first hundred
 * reports, in threads that take a core to themselves or, where there is one core, half of it. With fifteen times the
 * patience only those are compiled that pay, and the others run as they were first translated.
 */
export function compileLate(): void {
  setFlagsFromString('--interrupt-budget=1000000')
}
