/** The guard: only this machine's own pages and programs may use the server (rebinding, cross-site requests). */
import { type Fault, fault } from '../fault/fault.ts'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Why a request is refused, or null. A name that an attacker's DNS points here has a foreign Host; a page of another
 * site sends its Origin, or Sec-Fetch-Site where it sends none. Programs (curl) send neither and are let in.
 */
export function refusal(headers: Headers, boundHost: string): Fault | null {
  const host = headers.get('host') ?? ''
  const name = hostName(host)
  if (name === null || (!loopback.has(name) && name !== bracketed(boundHost))) {
    return fault('server/forbidden-host', { host })
  }
  const origin = headers.get('origin')
  if (origin !== null && origin !== `http://${host}`)
    return fault('server/forbidden-origin', { origin })
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') {
    return fault('server/forbidden-origin', { origin: origin ?? site })
  }
  return null
}

/** `127.0.0.1:4173` -> `127.0.0.1`; null for what no browser would send. */
function hostName(host: string): string | null {
  const colon = host.startsWith('[') ? host.indexOf(':', host.indexOf(']')) : host.indexOf(':')
  const name = (colon < 0 ? host : host.slice(0, colon)).toLowerCase()
  const port = colon < 0 ? '' : host.slice(colon + 1)
  return name === '' || /[^0-9]/.test(port) ? null : name
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host.toLowerCase()}]` : host.toLowerCase()
}
