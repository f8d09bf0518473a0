/** Tests hidden text: what a reader of the page does not see is left out and told. */
import { describe, expect, test } from 'vitest'
import { hiddenBy, removeHidden } from './hidden.ts'
import { defaultLimits } from './limits.ts'
import { elementsOf, lineText } from './page-nodes.ts'
import { pageTree } from './page-tree.ts'

const tree = (html: string) => pageTree(html, defaultLimits).document

function why(html: string): string | null {
  for (const e of elementsOf(tree(`<body>${html}`)))
    if (!['html', 'head', 'body'].includes(e.tagName)) return hiddenBy(e)
  return null
}

describe('hiddenBy', () => {
  test.each([
    ['<p hidden>x</p>', 'hidden'],
    ['<p hidden="">x</p>', 'hidden'],
    ['<p hidden="until-found">x</p>', null],
    ['<p aria-hidden="true">x</p>', 'aria-hidden'],
    ['<p aria-hidden="TRUE">x</p>', 'aria-hidden'],
    ['<p aria-hidden="false">x</p>', null],
    ['<p style="display:none">x</p>', 'style'],
    ['<p style="display: none">x</p>', 'style'],
    ['<p style="color: red; DISPLAY : NONE !important">x</p>', 'style'],
    ['<p style="display:block">x</p>', null],
    ['<p style="visibility:hidden">x</p>', 'style'],
    ['<p style="visibility:collapse">x</p>', 'style'],
    ['<p style="visibility:visible">x</p>', null],
    ['<p style="font-size:0">x</p>', 'style'],
    ['<p style="font-size:0px;color:red">x</p>', 'style'],
    ['<p style="font-size:0.9em">x</p>', null],
    ['<p style="font-size:10px">x</p>', null],
    ['<p style="opacity:0">x</p>', 'style'],
    ['<p style="opacity:0.0">x</p>', 'style'],
    ['<p style="opacity:0.5">x</p>', null],
    ['<p style="fill-opacity:0">x</p>', null],
    ['<p style="height:0">x</p>', 'style'],
    ['<p style="max-height:0px;overflow:hidden">x</p>', 'style'],
    ['<p style="line-height:0">x</p>', null],
    ['<p style="width:0px">x</p>', 'style'],
    ['<p style="width:100%">x</p>', null],
    ['<p style="text-indent:-9999px">x</p>', 'style'],
    ['<p style="text-indent:-2em">x</p>', null],
    ['<p style="position:absolute;left:-10000px">x</p>', 'style'],
    ['<p style="left:-10px">x</p>', null],
    ['<p class="sr-only">x</p>', 'screen readers only'],
    ['<p class="a visually-hidden b">x</p>', 'screen readers only'],
    ['<p class="screen-reader-text">x</p>', 'screen readers only'],
    ['<p class="element-invisible">x</p>', 'screen readers only'],
    ['<p class="reader">x</p>', null],
    ['<p class="hidden-gems">x</p>', null],
    ['<p>x</p>', null],
  ])('%s: %s', (html, reason) => {
    expect(why(html)).toBe(reason)
  })

  test('the page itself is never hidden', () => {
    const document = tree('<html hidden><body style="display:none"><p>Words.</p></body></html>')
    expect([...elementsOf(document)].map(hiddenBy)).toEqual([null, null, null, null])
  })
})

describe('removeHidden', () => {
  test('counts hidden elements that had words, by reason', () => {
    const document = tree(
      [
        '<body><p>Seen.</p>',
        '<p hidden>One two.</p><p hidden>Three four.</p>',
        '<p style="display:none">Five six.</p>',
        '<p aria-hidden="true">12 +</p>',
        '<div class="sr-only"><p>Seven <b>eight</b>.</p></div>',
      ].join(''),
    )
    expect(Object.fromEntries(removeHidden(document))).toEqual({
      hidden: 2,
      style: 1,
      'screen readers only': 1,
    })
    expect(lineText(document)).toBe('Seen.')
  })

  test('takes scripts, forms of input and the head out without a word', () => {
    const document = tree(
      [
        '<head><title>Title</title></head><body>',
        '<script>let words</script><style>p{}</style><noscript><p>Words one.</p></noscript>',
        '<select><option>Words two</option></select><textarea>Words three</textarea>',
        '<button>Words four</button><svg><text>Words five</text></svg>',
        '<template><p>Words six</p></template><iframe>Words seven</iframe>',
        '<dialog>Words eight</dialog><!-- words nine --><p>Seen.</p>',
      ].join(''),
    )
    expect(removeHidden(document).size).toBe(0)
    expect(lineText(document)).toBe('Seen.')
  })

  test('what lies in a hidden element is counted once', () => {
    const document = tree('<div hidden><p hidden>Words one.</p><p hidden>Words two.</p></div>')
    expect(Object.fromEntries(removeHidden(document))).toEqual({ hidden: 1 })
  })
})
