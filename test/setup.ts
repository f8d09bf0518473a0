/** Property tests draw the same cases on every run, so that a red run can be run again; HEARSAY_SEED draws others. */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env['HEARSAY_SEED'] ?? 20241025) })
