/** Reads TimeML files and MEANTIME files into texts with their annotated time expressions. */

/** One annotated expression. */
export interface GoldTime {
  readonly from: number
  readonly to: number
  readonly type: string
  readonly value: string
}

/** One annotated text. `published` is its creation time as annotated, cut to the day. */
export interface TimexDocument {
  readonly id: string
  readonly text: string
  readonly published: string | null
  readonly times: readonly GoldTime[]
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

function unescapeXml(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16))
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)))
    return entities[name] ?? whole
  })
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? null
}

/** The text of a TimeML file (`TEXT` alone) with its TIMEX3 elements; typewriter quotes are made plain. */
export function readTimeMl(source: string, id: string): TimexDocument {
  const creation = /<DCT>[\s\S]*?<\/DCT>/.exec(source)?.[0] ?? ''
  const start = source.indexOf('<TEXT>') + 6
  const body = source.slice(start, source.indexOf('</TEXT>', start))
  let text = ''
  let open: { from: number; type: string; value: string } | null = null
  const times: GoldTime[] = []
  for (const piece of body.split(/(<[^>]*>)/)) {
    if (piece.startsWith('<TIMEX3')) {
      open = {
        from: text.length,
        type: attribute(piece, 'type') ?? '',
        value: attribute(piece, 'value') ?? '',
      }
    } else if (piece.startsWith('</TIMEX3')) {
      if (open) times.push({ ...open, to: text.length })
      open = null
    } else if (!piece.startsWith('<')) {
      text += unescapeXml(piece).replaceAll('``', ' "').replaceAll("''", '" ')
    }
  }
  return { id, text, published: attribute(creation, 'value')?.slice(0, 10) ?? null, times }
}

/** The annotated part of a MEANTIME file as running text, and where each of its tokens stands by its `t_id`. */
export function layOutMeantime(source: string): {
  readonly text: string
  readonly spans: ReadonlyMap<string, { readonly from: number; readonly to: number }>
} {
  let text = ''
  let lastSentence = ''
  const spans = new Map<string, { from: number; to: number }>()
  for (const m of source.matchAll(/<token ([^>]*)>([^<]*)<\/token>/g)) {
    const attributes = m[1] ?? ''
    const form = unescapeXml(m[2] ?? '')
    const sentence = attribute(attributes, 'sentence') ?? ''
    if (Number(sentence) > 5) break
    const gap = text === '' ? '' : sentence === lastSentence ? joint(text, form) : '\n\n'
    lastSentence = sentence
    text += gap
    spans.set(attribute(attributes, 't_id') ?? '', {
      from: text.length,
      to: text.length + form.length,
    })
    text += form
  }
  return { text, spans }
}

/** A MEANTIME file: its title and first five sentences, which alone are annotated, and the TIMEX3 elements that point to them. */
export function readMeantime(source: string, id: string): TimexDocument {
  const { text, spans } = layOutMeantime(source)
  const times: GoldTime[] = []
  let published: string | null = null
  for (const m of source.matchAll(/<TIMEX3 ([^>]*?)(?:\/>|>([\s\S]*?)<\/TIMEX3>)/g)) {
    const attributes = m[1] ?? ''
    const value = attribute(attributes, 'value') ?? ''
    if (attribute(attributes, 'functionInDocument') === 'CREATION_TIME')
      published = value.slice(0, 10)
    const anchors = [...(m[2] ?? '').matchAll(/<token_anchor t_id="(\d+)"/g)].flatMap(
      (a) => spans.get(a[1] ?? '') ?? [],
    )
    const [first, last] = [anchors[0], anchors.at(-1)]
    if (!first || !last) continue
    times.push({ from: first.from, to: last.to, type: attribute(attributes, 'type') ?? '', value })
  }
  times.sort((a, b) => a.from - b.from)
  return { id, text, published, times }
}

/** The space that print would have between two tokens. */
function joint(before: string, form: string): string {
  if (/^[,.;:!?%)\]}]|^'|^n't$|^''$/.test(form)) return ''
  return /[([{$£€]$/.test(before) ? '' : ' '
}
