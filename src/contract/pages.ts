/** Pages: the addresses of the workbench, each with the operation that is its JSON twin. */
import type { OperationName } from './operations.ts'

/** One page. Its twin stands at the same address with `.json` before the query. */
export interface Page {
  /** The path, with `{key}` for input keys of the operation. */
  readonly path: string
  readonly operation: OperationName
}

/** Page paths; the query of a page is the input of its operation. */
export const pages: readonly Page[] = [
  { path: '/', operation: 'reports' },
  { path: '/reports', operation: 'reports' },
  { path: '/reports/{id}', operation: 'report' },
  { path: '/claims', operation: 'claims' },
  { path: '/claims/{id}', operation: 'claim' },
  { path: '/sources', operation: 'sources' },
  { path: '/sources/{id}', operation: 'source' },
  { path: '/search', operation: 'search' },
  { path: '/about', operation: 'stages' },
]
