/**
 * Property tests draw the same cases on every run, so that a red run can be run again; HEARSAY_SEED draws others. Tests that
 * do not say otherwise read by rules and small models: the trained reader has tests of its own.
 */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env['HEARSAY_SEED'] ?? 20241025) })
process.env['HEARSAY_PROFILE'] ??= 'lite'
