/** Heap: keeps the memory of a long run level. */
import { setFlagsFromString } from 'node:v8'

/**
 * Left alone the heap grows by a factor between collections while there is room, so a run over many reports seems to
 * leak. With a fixed, smaller growth it settles after a few hundred reports, for some
 * more collections.
 */
export function keepLevel(): void {
  setFlagsFromString('--heap-growing-percent=100')
}
