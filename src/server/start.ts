/** Starts the server on one address of this machine, and stops it without dropping a request in hand. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { fault } from '../fault/fault.ts'
import type { Caller } from './api.ts'
import { createApp } from './app.ts'
import { workbenchFolder } from './workbench.ts'

export interface StartOptions {
  readonly caller: Caller
  readonly version: string
  /** 0 takes a free port. */
  readonly port: number
  readonly host: string
}

export interface RunningServer {
  /** `http://127.0.0.1:4173` */
  readonly url: string
  /** False when the workbench was not built: only the HTTP interface answers. */
  readonly workbench: boolean
  /** Takes no more requests, lets those in hand finish, and frees the port. */
  close(): Promise<void>
}

/** A client that sends its head or body slower than this is let go. */
const headersTimeout = 10_000
const requestTimeout = 120_000

/** Listens; throws `server/port-in-use` when something else does already. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const workbench = workbenchFolder()
  const app = createApp({ ...options, workbench })
  const listener = getRequestListener(app.fetch)
  const server = createServer(
    { headersTimeout, requestTimeout, maxHeaderSize: 32 * 1024 },
    (request: IncomingMessage, response: ServerResponse) => {
      void listener(request, response)
    },
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? fault('server/port-in-use', { port: options.port }, error)
          : error,
      ),
    )
    server.listen(options.port, options.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  const name = options.host.includes(':') ? `[${options.host}]` : options.host
  return {
    url: `http://${name}:${port}`,
    workbench: workbench !== null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}
