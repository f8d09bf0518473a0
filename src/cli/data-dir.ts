/** Data folder: where the ledger lies - the flag, the environment, the user's data folder, in this order. */
import { resolve } from 'node:path'
import envPaths from 'env-paths'

/** The folder of the ledger. */
export function dataDirOf(flag: string | undefined): string {
  const chosen = flag ?? process.env['HEARSAY_DATA_DIR']
  if (chosen !== undefined && chosen !== '') return resolve(chosen)
  return envPaths('hearsay', { suffix: '' }).data
}
