/** Reads GeoVirus: news texts with place names and their coordinates. */

export interface GoldPlace {
  readonly from: number
  readonly to: number
  readonly name: string
  readonly lat: number
  readonly lon: number
}

export interface PlacedText {
  readonly id: string
  readonly text: string
  readonly places: readonly GoldPlace[]
}

/** All articles. The file's offsets count code points from one end or the other; names are found again next to them, and empty ones left out. */
export function readGeoVirus(xml: string): PlacedText[] {
  return xml
    .split('<article>')
    .slice(1)
    .map((part, i) => {
      const text = decodeEntities(between(part, 'text'))
      const places = part
        .split('<location>')
        .slice(1)
        .flatMap((l): GoldPlace[] => {
          const name = decodeEntities(between(l, 'name'))
          const from = nearest(text, name, Number(between(l, 'start')) - 1)
          if (name === '' || from < 0) return []
          return [
            {
              from,
              to: from + name.length,
              name,
              lat: Number(between(l, 'lat')),
              lon: Number(between(l, 'lon')),
            },
          ]
        })
      return { id: `geovirus-${i}`, text, places }
    })
}

function between(part: string, tag: string): string {
  const from = part.indexOf(`<${tag}>`)
  const to = part.indexOf(`</${tag}>`)
  return from < 0 || to < 0 ? '' : part.slice(from + tag.length + 2, to)
}

function nearest(text: string, name: string, at: number): number {
  const before = text.lastIndexOf(name, at)
  const after = text.indexOf(name, Math.max(0, at))
  if (before < 0) return after
  if (after < 0) return before
  return Math.abs(before - at) <= Math.abs(after - at) ? before : after
}

function decodeEntities(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#8217;', '’')
    .replaceAll('&amp;', '&')
}
