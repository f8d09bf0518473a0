/** Names of furniture: whether class and id of an element call it a part of the page that is not the report. */
import { readTsv } from '../lexicon/tsv.ts'
import { readIntakeData } from './data-folder.ts'
import { attribute } from './page-nodes.ts'
import type { PageElement } from './page-tree.ts'

/** What readers wrote, or any other furniture. */
export type FurnitureKind = 'comments' | 'furniture'

const file = 'intake/furniture-names.tsv'

let kept: ReadonlyMap<string, FurnitureKind> | null = null

function names(): ReadonlyMap<string, FurnitureKind> {
  kept ??= new Map(
    readTsv(readIntakeData(file), file, ['name', 'kind']).map(({ name, kind }) => [
      name,
      kind === 'comments' ? 'comments' : 'furniture',
    ]),
  )
  return kept
}

const longest = 400
const mostJoined = 4
/** "has-sidebar" says what stands beside the element, not what it is. */
const beside = new Set(['has', 'with', 'no', 'without', 'hide', 'show', 'hides', 'sans', 'ohne'])

/** True when a name of the element, or words of a name that stand together, are a name of furniture of that kind. */
export function isCalled(element: PageElement, kind: FurnitureKind): boolean {
  for (const by of ['class', 'id']) {
    const value = attribute(element, by)
    if (value === null) continue
    for (const name of value.slice(0, longest).split(/\s+/)) if (kindOf(name, kind)) return true
  }
  return false
}

function kindOf(name: string, kind: FurnitureKind): boolean {
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
