/** Packs what is compiled rather than edited: `dist/data` gets the gazetteer and what each rule says. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compileGazetteer } from './gazetteer.ts'
import { ruleTable } from './rule-meanings.ts'

/** The checkout's root, seen from `tools/` (run directly) or from `dist/tools/` (built). */
function rootFrom(here: string): URL {
  return here.includes('/dist/tools/') ? new URL('../../', here) : new URL('../', here)
}

const root = rootFrom(import.meta.url)
const out = new URL('dist/data/', root)
mkdirSync(out, { recursive: true })
writeFileSync(fileURLToPath(new URL('gazetteer.bin', out)), compileGazetteer(root))

const stages = new URL('src/stages/', root)
const specs = readdirSync(stages)
  .map((stage) => new URL(`${stage}/SPEC.md`, stages))
  .filter((spec) => existsSync(spec))
  .map((spec) => readFileSync(spec, 'utf8'))
mkdirSync(new URL('en/', out), { recursive: true })
writeFileSync(fileURLToPath(new URL('en/rules.tsv', out)), ruleTable(specs))
