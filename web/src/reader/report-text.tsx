/** The text of a report with its claims marked; words are only ever text nodes. */
import { type MouseEvent, useEffect, useMemo, useRef } from 'react'
import type { AnalysedClaim, Analysis, Pair } from '../../../src/model/analysis.ts'
import { isReportHop } from '../../../src/model/claim.ts'
import type { Voice } from '../../../src/model/records.ts'
import type { Span } from '../../../src/text/span.ts'
import { hedgesOf } from './hedges.ts'
import { blocks, pieces } from './ranges.ts'

interface ReportTextProps {
  readonly analysis: Analysis
  /** The claims that pass the filters, with their voices. */
  readonly shown: readonly { claim: AnalysedClaim; voice: Voice }[]
  readonly selected: AnalysedClaim | null
  readonly onSelect: (id: string | null) => void
}

interface Light extends Span {
  readonly role: 'source' | 'cue' | 'content' | 'evidence' | 'hedge'
}

/** What the selected claim lights: its words, and the source, cue and content of every hop. */
function lightsOf(analysis: Analysis, claim: AnalysedClaim | null): Light[] {
  if (claim === null) return []
  const light = (role: Light['role'], pairs: readonly Pair[]): Light[] =>
    pairs.map(([from, to]) => ({ from, to, role }))
  const hops = claim.chain.flatMap((hop) => {
    const a = isReportHop(hop)
      ? undefined
      : analysis.attributions.find((x) => x.id === hop.attribution)
    return a
      ? [...light('content', a.content), ...light('source', a.source), ...light('cue', a.cue)]
      : []
  })
  return [...hops, { from: claim.from, to: claim.to, role: 'evidence' }]
}

/** One column of text. A click chooses the innermost claim under it; a click on the chosen one, the next outer. */
export function ReportText({ analysis, shown, selected, onSelect }: ReportTextProps) {
  const text = analysis.document.text
  const root = useRef<HTMLDivElement>(null)
  const hedges = useMemo(
    () =>
      hedgesOf(
        analysis,
        shown.map((s) => s.claim),
      ).map((at): Light => ({ ...at, role: 'hedge' })),
    [analysis, shown],
  )
  const lights = useMemo(
    () => [...lightsOf(analysis, selected), ...hedges],
    [analysis, selected, hedges],
  )
  const spans: readonly Span[] = useMemo(
    () => [...shown.map((s) => s.claim), ...lights],
    [shown, lights],
  )
  const parts = useMemo(
    () => blocks(text).map((b) => ({ ...b, cut: pieces(spans, b.from, b.to) })),
    [text, spans],
  )

  // the chosen claim comes into view, whether it was chosen here, in the list or in the address bar
  const chosen = selected?.id ?? null
  useEffect(() => {
    if (chosen === null) return
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    root.current
      ?.querySelector('.evidence')
      ?.scrollIntoView({ block: 'nearest', behavior: still ? 'auto' : 'smooth' })
  }, [chosen])

  const click = (event: MouseEvent<HTMLDivElement>) => {
    const ids =
      (event.target as Element).closest('[data-claims]')?.getAttribute('data-claims')?.split(' ') ??
      []
    if (ids.length === 0) return
    const at = ids.indexOf(chosen ?? '')
    onSelect(at === 0 && ids.length === 1 ? null : (ids[at <= 0 ? ids.length - 1 : at - 1] ?? null))
  }

  return (
    // the list of claims beside the text is the way for keys and screen readers; a click is a short cut
    // biome-ignore lint/a11y/useKeyWithClickEvents: every claim is a button in the list
    // biome-ignore lint/a11y/noStaticElementInteractions: every claim is a button in the list
    <div className="report-text" ref={root} onClick={click}>
      {parts.map((block) => (
        <p key={block.from}>
          {block.cut.map((piece) => {
            const words = text.slice(piece.from, piece.to)
            const claims = piece.covered.flatMap((i) => (i < shown.length ? [shown[i]] : []))
            const roles = piece.covered.flatMap((i) =>
              i >= shown.length ? [lights[i - shown.length]?.role] : [],
            )
            const inner = claims.at(-1)
            if (!inner && roles.length === 0) return words
            const within = claims.length > 1 ? ' within' : ''
            const names = [inner ? `claim voice-${inner.voice}${within}` : '', ...new Set(roles)]
              .join(' ')
              .trim()
            return (
              <span
                key={piece.from}
                className={names}
                data-claims={inner ? claims.map((c) => c?.claim.id).join(' ') : undefined}
              >
                {words}
              </span>
            )
          })}
        </p>
      ))}
    </div>
  )
}
