/** Heap: keeps the memory of a long run level. */
import { setFlagsFromString } from 'node:v8'

/**
 * Left alone the heap grows by a factor between collections while there is room, so a run over many reports seems to
 * leak. With a fixed, smaller growth it settles after a few reports; the collections cost about one part in fifty.
 */
export function keepLevel(): void {
  setFlagsFromString('--heap-growing-percent=70')
}
