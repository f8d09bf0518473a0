/** Leave: how the process ends at once - by the signal itself, since a thread that runs its network cannot be ended in between. */

/** Ends the process as the system would on this signal; shells report 130, 143 or 141. */
export function leaveBy(signal: 'SIGINT' | 'SIGTERM' | 'SIGPIPE'): never {
  process.removeAllListeners(signal)
  // Node passes over a broken pipe; a listener that has come and gone leaves the signal to the system.
  const nobody = (): void => {}
  process.on(signal, nobody)
  process.off(signal, nobody)
  process.kill(process.pid, signal)
  // A system without signals.
  process.exit(signal === 'SIGINT' ? 130 : 143)
}
