/** The times of a claim on a line: solid where they are certain, hatched where an end may lie, fading where it is open. */
import { useId } from 'react'
import { edtfWords } from '../when-words.ts'
import { stretchOf, ticksOf } from './time-scale.ts'
import { type When, whenOf } from './when.ts'

interface TimeBarProps {
  readonly times: readonly { readonly words: string; readonly edtf: string }[]
  /** Days that the reader should see beside them: of the statement, of the report. */
  readonly marks: readonly { readonly words: string; readonly edtf: string | null }[]
}

const width = 360
const lane = 16
const head = 16
const foot = 20

/** Nothing when no time has days. */
export function TimeBar({ times, marks }: TimeBarProps) {
  const id = useId()
  const shown = times.flatMap((t) => {
    const when = whenOf(t.edtf)
    return when ? [{ ...t, when }] : []
  })
  const stops = marks.flatMap((m) => {
    const day = whenOf(m.edtf)?.firstStart
    return m.edtf !== null && day !== null && day !== undefined ? [{ ...m, edtf: m.edtf, day }] : []
  })
  const stretch = stretchOf(
    shown.map((t) => t.when),
    stops.map((s) => s.day),
  )
  if (shown.length === 0 || stretch === null) return null
  const x = (day: number): number =>
    ((day - stretch.from) / (stretch.to - stretch.from)) * (width - 8) + 4
  const bottom = head + shown.length * lane + 4
  const label = [
    ...shown.map((t) => `“${t.words}”: ${edtfWords(t.edtf)}`),
    ...stops.map((s) => `${s.words} ${edtfWords(s.edtf)}`),
  ].join('; ')
  return (
    <svg
      className="time-bar"
      role="img"
      aria-label={`On a line of days: ${label}`}
      viewBox={`0 0 ${width} ${bottom + foot}`}
    >
      <defs>
        <pattern id={`${id}h`} width="5" height="5" patternUnits="userSpaceOnUse">
          <path className="hatch" d="M-1 6L6 -1M-1 1L1 -1M4 6L6 4" />
        </pattern>
        <linearGradient id={`${id}l`}>
          <stop offset="0" className="faded" />
          <stop offset="1" className="full" />
        </linearGradient>
        <linearGradient id={`${id}r`}>
          <stop offset="0" className="full" />
          <stop offset="1" className="faded" />
        </linearGradient>
      </defs>
      <line className="axis" x1="0" x2={width} y1={bottom} y2={bottom} />
      {ticksOf(stretch).map((t) => (
        <g key={t.day}>
          <line className="axis" x1={x(t.day)} x2={x(t.day)} y1={bottom} y2={bottom + 4} />
          <text className="tick" x={x(t.day)} y={bottom + 16} textAnchor={atEdge(x(t.day))}>
            {t.words}
          </text>
        </g>
      ))}
      {stops.map((s, i) => (
        <g key={s.words}>
          <line
            className="stop"
            x1={x(s.day + 0.5)}
            x2={x(s.day + 0.5)}
            y1={head - 4}
            y2={bottom}
          />
          <text
            className="tick"
            x={x(s.day + 0.5)}
            y={10}
            textAnchor={anchorOf(x(s.day + 0.5), i, stops.length)}
          >
            {s.words}
          </text>
        </g>
      ))}
      {shown.map((t, i) => (
        <Lane key={t.edtf + t.words} when={t.when} top={head + i * lane + 3} x={x} id={id} />
      ))}
    </svg>
  )
}

/** Words at an edge stay within the frame. */
function atEdge(at: number): 'start' | 'middle' | 'end' {
  return at < 28 ? 'start' : at > width - 28 ? 'end' : 'middle'
}

/** Two marks that stand close are written away from each other. */
function anchorOf(at: number, index: number, of: number): 'start' | 'middle' | 'end' {
  if (at < 50) return 'start'
  if (at > width - 50) return 'end'
  return of === 1 ? 'middle' : index === 0 ? 'end' : 'start'
}

function Lane({
  when,
  top,
  x,
  id,
}: {
  when: When
  top: number
  x: (day: number) => number
  id: string
}) {
  const height = lane - 6
  const room = when.about ? 10 : 0
  const box = (from: number, to: number, className: string, fill?: string) =>
    to - from < 0.5 ? null : (
      <rect
        key={className + from}
        className={className}
        {...(fill ? { fill: `url(#${id}${fill})` } : {})}
        x={from}
        y={top}
        width={to - from}
        height={height}
        rx={className === 'sure' ? 2 : 0}
      />
    )
  const { firstStart, lastStart, firstEnd, lastEnd } = when
  const start = firstStart === null ? null : x(firstStart)
  const end = lastEnd === null ? null : x(lastEnd)
  const within = lastStart !== null && firstEnd !== null && lastStart >= firstEnd
  return (
    <g>
      {within && start !== null && end !== null ? (
        box(start, Math.max(end, start + 4), 'unsure', 'h')
      ) : (
        <>
          {start === null && firstEnd !== null
            ? box(0, x(firstEnd), 'open', 'l')
            : lastStart !== null && start !== null
              ? box(start, x(lastStart), 'unsure', 'h')
              : null}
          {end === null && lastStart !== null
            ? box(x(lastStart), width, 'open', 'r')
            : firstEnd !== null && end !== null
              ? box(x(firstEnd), end, 'unsure', 'h')
              : null}
          {lastStart !== null && firstEnd !== null
            ? box(x(lastStart), Math.max(x(firstEnd), x(lastStart) + 4), 'sure')
            : null}
        </>
      )}
      {room > 0 && start !== null ? box(start - room, start, 'open', 'l') : null}
      {room > 0 && end !== null ? box(end, end + room, 'open', 'r') : null}
    </g>
  )
}
