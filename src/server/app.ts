/** The HTTP application: guard, headers, operations, twins, reference and workbench, as one function from request to answer. */
import { Hono } from 'hono'
import type { Operation } from '../contract/operation.ts'
import { operations } from '../contract/operations.ts'
import { pages } from '../contract/pages.ts'
import { asFault, fault } from '../fault/fault.ts'
import { addApi, addTwins, type Caller } from './api.ts'
import { docsCss, docsPage } from './docs-page.ts'
import { refusal } from './guard.ts'
import { securityHeaders } from './headers.ts'
import { openapi } from './openapi.ts'
import { problemResponse } from './problem.ts'
import { workbenchFile } from './workbench.ts'

export interface AppOptions {
  readonly caller: Caller
  readonly version: string
  /** The address it is bound to; requests for other hosts are refused. */
  readonly host: string
  /** The folder of the built workbench, or null: then pages answer 404. */
  readonly workbench: string | null
}

/** Makes the application; tests call `app.request(...)` and need no port. */
export function createApp(options: AppOptions): Hono {
  const all: readonly Operation[] = Object.values(operations)
  const app = new Hono()

  app.use(async (c, next) => {
    const refused = refusal(c.req.raw.headers, options.host)
    if (refused) c.res = problemResponse(refused)
    else await next()
    for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value)
  })
  app.onError((thrown) => problemResponse(asFault(thrown)))

  app.get('/healthz', (c) =>
    c.json({ ok: true, version: options.version }, 200, { 'cache-control': 'no-store' }),
  )
  app.get('/openapi.json', (c) => c.json(openapi(all, options.version)))
  app.get('/docs', (c) => c.html(docsPage(all, options.version)))
  app.get('/docs.css', (c) => c.body(docsCss, 200, { 'content-type': 'text/css; charset=utf-8' }))
  addApi(app, options.caller)
  addTwins(app, options.caller)

  const folder = options.workbench
  if (folder !== null) {
    const page = async (): Promise<Response> =>
      (await workbenchFile(folder, '/index.html')) ??
      problemResponse(fault('server/not-found', { path: '/' }))
    for (const { path } of pages) app.get(path.replace(/\{(\w+)\}/g, ':$1'), page)
    app.get(
      '/assets/*',
      async (c) => (await workbenchFile(folder, c.req.path)) ?? missing(c.req.path),
    )
    app.get(
      '/favicon.svg',
      async (c) => (await workbenchFile(folder, c.req.path)) ?? missing(c.req.path),
    )
  }

  app.notFound(async (c) => {
    // a person who follows a wrong link gets a page that leads on; a program gets the problem
    if (folder !== null && c.req.method === 'GET' && wantsPage(c.req.header('accept'))) {
      const index = await workbenchFile(folder, '/index.html')
      if (index) return new Response(index.body, { status: 404, headers: index.headers })
    }
    const known = all.some((o) => matches(`/api${o.path}`, c.req.path))
    return problemResponse(
      known
        ? fault('server/wrong-method', { method: c.req.method, path: c.req.path })
        : fault('server/not-found', { path: c.req.path }),
    )
  })
  return app
}

function wantsPage(accept: string | undefined): boolean {
  return accept?.includes('text/html') ?? false
}

function missing(path: string): Response {
  return problemResponse(fault('server/not-found', { path }))
}

function matches(pattern: string, path: string): boolean {
  const a = pattern.split('/')
  const b = path.split('/')
  return a.length === b.length && a.every((part, i) => part.startsWith('{') || part === b[i])
}
