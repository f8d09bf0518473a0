/** The addresses of the workbench and the page of each. */
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { AboutPage } from './pages/about-page.tsx'
import { ClaimPage } from './pages/claim-page.tsx'
import { ClaimsPage } from './pages/claims-page.tsx'
import { ReportPage } from './pages/report-page.tsx'
import { ReportsPage } from './pages/reports-page.tsx'
import { SearchPage } from './pages/search-page.tsx'
import { SourcePage } from './pages/source-page.tsx'
import { SourcesPage } from './pages/sources-page.tsx'
import {
  claimsParams,
  readerParams,
  reportsParams,
  searchParams,
  sourcesParams,
} from './search-params.ts'
import { NotFound, Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })
const parent = () => root

const home = createRoute({
  getParentRoute: parent,
  path: '/',
  validateSearch: reportsParams,
  component: ReportsPage,
})
const reports = createRoute({
  getParentRoute: parent,
  path: '/reports',
  validateSearch: reportsParams,
  component: ReportsPage,
})
const report = createRoute({
  getParentRoute: parent,
  path: '/reports/$id',
  validateSearch: readerParams,
  component: ReportPage,
})
const claims = createRoute({
  getParentRoute: parent,
  path: '/claims',
  validateSearch: claimsParams,
  component: ClaimsPage,
})
const claim = createRoute({ getParentRoute: parent, path: '/claims/$id', component: ClaimPage })
const sources = createRoute({
  getParentRoute: parent,
  path: '/sources',
  validateSearch: sourcesParams,
  component: SourcesPage,
})
const source = createRoute({ getParentRoute: parent, path: '/sources/$id', component: SourcePage })
const search = createRoute({
  getParentRoute: parent,
  path: '/search',
  validateSearch: searchParams,
  component: SearchPage,
})
const about = createRoute({ getParentRoute: parent, path: '/about', component: AboutPage })

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    reports,
    report,
    claims,
    claim,
    sources,
    source,
    search,
    about,
  ]),
  // addresses are plain words and numbers, as the JSON twins read them, not JSON in the query
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (params) => {
    const out = new URLSearchParams()
    for (const [name, value] of Object.entries(params))
      if (value !== undefined) out.append(name, String(value))
    const words = out.toString()
    return words === '' ? '' : `?${words}`
  },
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
