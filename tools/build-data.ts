/** Packs what is compiled rather than edited: `dist/data` gets the gazetteer. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compileGazetteer } from './gazetteer.ts'

/** The checkout's root, seen from `tools/` (run directly) or from `dist/tools/` (built). */
function rootFrom(here: string): URL {
  return here.includes('/dist/tools/') ? new URL('../../', here) : new URL('../', here)
}

const root = rootFrom(import.meta.url)
const out = new URL('dist/data/', root)
mkdirSync(out, { recursive: true })
writeFileSync(fileURLToPath(new URL('gazetteer.bin', out)), compileGazetteer(root))
