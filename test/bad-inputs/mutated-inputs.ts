/** Mutated inputs: good pages and texts with bytes flipped, cut, doubled and swapped by seeded dice. */
import { type BadInput, dice, utf8 } from './bad-input.ts'

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ships leave Lindhaven - Harbour Post</title>
<meta property="article:published_time" content="2024-10-23T08:00:00Z"><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Ships leave Lindhaven","datePublished":"2024-10-23","author":{"@type":"Person","name":"Ada Berg"}}]}</script></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>Ships leave Lindhaven</h1><p class="byline">By Ada Berg</p><time datetime="2024-10-23">23 October 2024</time>
${'<p>“Two ships have left the port,” the harbour master’s office said on Friday. <a href="/x">About 3,000</a> people watched from the <em>old</em> pier.</p><table><tr><td>1</td></tr></table><!-- note -->\n'.repeat(8)}
</article><footer>All rights reserved</footer></body></html>`

const markdown = `---\ntitle: Ships leave\ndate: 2024-10-23\n---\n\n# Ships leave\n\n${'“Two ships *have left*,” the [office](http://x.example) said &amp; added \\* more.\n\n> Quoted words.\n\n- one\n- two\n\n'.repeat(6)}`

/** `n` mutations from one seed; each has its own dice, so one can be run alone. */
export function mutatedInputs(n: number, seed = 20241023): BadInput[] {
  return Array.from({ length: n }, (_, i) => {
    const html = i % 3 !== 2
    const name = `mutation-${i + 1}`
    return {
      family: 'mutated',
      name,
      file: `${name}.${html ? 'html' : 'md'}`,
      bytes: () => mutate(utf8(html ? page : markdown), dice(seed + i)),
    }
  })
}

const chunks = [
  '<div>',
  '</div>',
  '<table>',
  '<!--',
  '-->',
  '<script>',
  '</script',
  '"',
  "'",
  '<',
  '>',
  '&',
  '&#x',
  '\u0000',
  '<svg>',
  '<template>',
  '<select>',
  '```',
  '](',
  '[[',
  '---\n',
  '<p',
  '\r',
].map(utf8)

function mutate(bytes: Uint8Array, roll: (n: number) => number): Uint8Array {
  let out = Buffer.from(bytes)
  for (let k = 1 + roll(12); k > 0; k--) {
    const at = roll(out.length)
    const length = 1 + roll(200)
    const piece = out.subarray(at, at + length)
    const kind = roll(6)
    if (kind === 0) out[at] = roll(256)
    else if (kind === 1) out = Buffer.concat([out.subarray(0, at), out.subarray(at + length)])
    else if (kind === 2)
      out = Buffer.concat([
        out.subarray(0, at),
        ...Array.from({ length: 1 + roll(50) }, () => piece),
        out.subarray(at),
      ])
    else if (kind === 3)
      out = Buffer.concat([
        out.subarray(0, at),
        ...Array.from({ length: 1 + roll(400) }, () => chunks[roll(chunks.length)] ?? piece),
        out.subarray(at),
      ])
    else if (kind === 4 && roll(4) === 0) out = out.subarray(0, Math.max(1, at))
    else out = Buffer.concat([out.subarray(at), out.subarray(0, at)])
    if (out.length === 0) return new Uint8Array([0x78])
  }
  return out
}
