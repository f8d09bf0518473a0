/** Diagnostic: what was hard about a text; recorded on the document, never thrown. */
import type { Span } from '../text/span.ts'

/** Diagnostic codes with the sentence that explains each. */
export const diagnosticCodes = {
  'language-not-supported':
    'The report is not in a language that Hearsay analyses; it is stored as it is.',
  partial: 'Only a part of the report was read.',
  'text-cut': 'The text was cut at the limit.',
  'sentence-cut': 'A sentence was longer than the limit and was cut into parts.',
  'claim-not-grounded':
    'A claim was left out, because a name, number or date in it does not stand in its words.',
  'date-ambiguous': 'A numeric date can be read day first or month first; both readings are kept.',
  'date-nonsense': 'A date that does not exist was kept as words only.',
  'date-unknown': 'No publication date was found; relative dates stay open.',
  'number-out-of-range': 'A number was too large to be kept as a number.',
  'hidden-text': 'Text that a reader cannot see was left out.',
  'encoding-guessed': 'The character set was not declared; it was guessed.',
  'encoding-conflict': 'The declared character sets differ; one was chosen.',
  'control-characters': 'Control characters in the text were kept but mean nothing.',
} as const

export type DiagnosticCode = keyof typeof diagnosticCodes

/** One remark about one document; `at` is null when it concerns the whole. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly message: string
  /** Name of the stage or reader that made the remark. */
  readonly by: string
  readonly at: Span | null
  /** What exactly: the reason, the words, the limit. */
  readonly note: string | null
}

/** Makes a diagnostic with the standard sentence of its code. */
export function diagnostic(
  code: DiagnosticCode,
  by: string,
  at: Span | null = null,
  note: string | null = null,
): Diagnostic {
  return { code, message: diagnosticCodes[code], by, at, note }
}
