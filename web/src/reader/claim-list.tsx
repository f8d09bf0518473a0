/** The list of a report's claims beside its text: one button each, walked with the arrow keys. */
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { AnalysedClaim } from '../../../src/model/analysis.ts'
import type { Voice } from '../../../src/model/records.ts'
import { voiceWords } from '../wording.ts'
import { innermost, sourceHops } from './voices.ts'

interface ClaimListProps {
  readonly shown: readonly { claim: AnalysedClaim; voice: Voice }[]
  readonly selected: string | null
  readonly onSelect: (id: string) => void
}

/** Arrow keys, Home and End move the focus; Enter or Space chooses. */
export function ClaimList({ shown, selected, onSelect }: ClaimListProps) {
  const list = useRef<HTMLUListElement>(null)
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[
      event.key
    ]
    if (target === undefined) return
    event.preventDefault()
    buttons[Math.max(0, Math.min(buttons.length - 1, target))]?.focus()
  }
  // the list alone scrolls to the chosen claim: the page and the panel stay where the reader left them
  useEffect(() => {
    const box = list.current?.closest('.list-box')
    const button = list.current?.querySelector('[aria-pressed="true"]')
    if (selected === null || !box || !button || box.scrollHeight <= box.clientHeight) return
    const outer = box.getBoundingClientRect()
    const inner = button.getBoundingClientRect()
    if (inner.top < outer.top) box.scrollTop -= outer.top - inner.top
    else if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom
  }, [selected])
  return (
    <ul className="claim-list" ref={list} onKeyDown={move}>
      {shown.map(({ claim, voice }) => (
        <li key={claim.id}>
          <button
            type="button"
            data-claim={claim.id}
            aria-pressed={claim.id === selected}
            className={`voice-${voice}`}
            onClick={() => onSelect(claim.id)}
          >
            <span className="who">
              {innermost(claim)?.source ?? voiceWords[voice]}
              {via(claim)}
              {claim.mode === 'fact' ? '' : ` · ${claim.mode}`}
              {claim.polarity === 'negated' ? ' · negated' : ''}
              {claim.certainty.words.length === 0
                ? ''
                : ` · ${claim.certainty.words.map((w) => `“${w}”`).join(', ')}`}
            </span>
            <span className="words">{claim.quote}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Those through whom the word came, the nearest first: "two officials, through The Post". */
function via(claim: AnalysedClaim): string {
  const between = sourceHops(claim).slice(0, -1).reverse()
  return between.length === 0
    ? ''
    : `, through ${between.map((hop) => hop.source ?? 'someone unnamed').join(', ')}`
}
