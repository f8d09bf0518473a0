/** Names of the parts of a page: whether class and id of an element call it furniture, or the place of the report. */
import { readTsv } from '../lexicon/tsv.ts'
import { readIntakeData } from './data-folder.ts'
import { attribute } from './page-nodes.ts'
import type { PageElement } from './page-tree.ts'

/** What readers wrote, other furniture, the body of a report alone, and the body with more round it. */
export type PartKind = 'comments' | 'furniture' | 'body' | 'wide'

const files = ['intake/furniture-names.tsv', 'intake/body-names.tsv']

let kept: ReadonlyMap<string, string> | null = null

function names(): ReadonlyMap<string, string> {
  kept ??= new Map(
    files.flatMap((file) =>
      readTsv(readIntakeData(file), file, ['name', 'kind']).map(({ name, kind }) => [name, kind]),
    ),
  )
  return kept
}

const longest = 400
const mostJoined = 4
/** "has-sidebar" says what stands beside the element, not what it is. */
const beside = new Set(['has', 'with', 'no', 'without', 'hide', 'show', 'hides', 'sans', 'ohne'])

/** True when a name of the element, or words of a name that stand together, are a name of that kind of part. */
export function isCalled(element: PageElement, kind: PartKind): boolean {
  for (const by of ['class', 'id']) {
    const value = attribute(element, by)
    if (value === null) continue
    for (const name of value.slice(0, longest).split(/\s+/)) if (kindOf(name, kind)) return true
  }
  return false
}

function kindOf(name: string, kind: PartKind): boolean {
  const parts = partsOf(name)
  for (let from = 0; from < parts.length; from++) {
    if (beside.has(parts[from - 1] ?? '')) continue
    let joined = ''
    for (let to = from; to < Math.min(parts.length, from + mostJoined); to++) {
      joined += parts[to]
      if (names().get(joined) === kind) return true
    }
  }
  return false
}

/** "article-RelatedLinks_box" is article, related, links, box. */
function partsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
}
