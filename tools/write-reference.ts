/** Writes the reference pages; `npm run docs`. */
import { writeFileSync } from 'node:fs'
import { faultsPage, referencePage } from './reference.ts'

writeFileSync(new URL('../../docs/reference.md', import.meta.url), referencePage())
writeFileSync(new URL('../../docs/faults.md', import.meta.url), faultsPage())
