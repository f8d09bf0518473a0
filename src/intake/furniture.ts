/** Furniture: the parts of a page that are not the report - navigation, comments, teasers, sharing, captions - taken out by role and name. */
import { attribute, isElement, namesOf, prune } from './page-nodes.ts'
import type { PageDocument, PageElement } from './page-tree.ts'
import { isInline, Masses } from './text-mass.ts'

const always = new Set([
  'nav',
  'footer',
  'figcaption',
  'form',
  'menu',
  'input',
  'label',
  'fieldset',
])
const roles = new Set([
  'navigation',
  'menu',
  'menubar',
  'banner',
  'contentinfo',
  'search',
  'complementary',
  'dialog',
  'alert',
  'alertdialog',
  'toolbar',
  'tablist',
])

/** Names that whole comment sections have. */
const comments =
  /(?:^|[\s_-])(?:comments?|commentlist|comment-?(?:list|area|section|thread|form|respond|wrapper)|disqus(?:_thread)?|respond|livefyre|fb-comments|replies|discussion)(?:$|[\s_-])|^comments|-comments$/

/** Names of other furniture. */
const named = new RegExp(
  `(?:^|[\\s_-])(?:${[
    'share(?:s|d|r|bar|daddy|this|tools|-?buttons?|-?links?)?',
    'sharing',
    'social(?:-?(?:media|links|icons|share|sharing|bar))?',
    'addthis(?:_toolbox)?',
    'jp-relatedposts',
    'related(?:-?(?:posts?|articles?|content|stories|links|news|topics|items|coverage))?',
    'relatedlinks',
    'recirc(?:ulation)?',
    'recommend(?:ed|ations?)?',
    'more-(?:from|stories|news|on|articles|posts|like)',
    'morestories',
    'read-?(?:more|next|also)',
    'also-read',
    'see-also',
    'up-?next',
    'next-?(?:article|post|up)',
    'prev(?:ious)?-?(?:article|post)',
    'most-?(?:read|popular|viewed|shared|recent)',
    'trending',
    'popular',
    'latest-?(?:news|posts|stories)?',
    'recent-?posts?',
    'you-may-(?:also-)?like',
    'newsletters?',
    'subscri(?:be|ption|ptions)',
    'sign-?up',
    'mailing-?list',
    'opt-?in',
    'cta',
    'call-to-action',
    'promos?',
    'promo(?:box|tion)s?',
    'donat(?:e|ion)',
    'membership',
    'advert(?:s|isement|isements|ising|orial)?',
    'ads?',
    'ad-(?:slot|unit|container|wrapper|break|label)',
    'adsbygoogle',
    'dfp',
    'sponsor(?:ed|s)?',
    'outbrain',
    'taboola',
    'zergnet',
    'affiliate',
    'cookies?',
    'cookie-(?:banner|notice|bar|consent)',
    'consent',
    'gdpr',
    'breadcrumbs?',
    'pagination',
    'pager',
    'page-?nav(?:igation)?',
    'nav(?:bar|igation)?',
    'navs?',
    'post-nav(?:igation)?',
    'menu',
    'side-?bar',
    'rail',
    'widgets?',
    'widget-area',
    'footer',
    'site-footer',
    'site-header',
    'masthead',
    'topbar',
    'toolbar',
    'skip-link',
    'tags?',
    'tag-?(?:list|cloud|links)',
    'tagcloud',
    'post-?tags',
    'entry-tags',
    'cat-links',
    'categories',
    'keywords',
    'entry-footer',
    'post-footer',
    'article-footer',
    'entry-utility',
    'postmetadata',
    'author-?(?:bio|box|info|card|profile|description|details|about|block|avatar)',
    'about-?(?:the-)?author',
    'post-?author',
    'bio',
    'biography',
    'byline',
    'by-line',
    'authors?',
    'contributors?',
    'entry-meta',
    'post-meta',
    'article-?meta',
    'meta-?(?:data|info)',
    'postmeta',
    'story-meta',
    'post-info',
    'dateline',
    'timestamp',
    'date(?:line)?',
    'publish(?:ed)?-?date',
    'post-date',
    'entry-date',
    'pubdate',
    'wp-caption-text',
    'captions?',
    'image-?caption',
    'photo-?(?:caption|credit)',
    'caption-?text',
    'credits?',
    'image-?credit',
    'media-?(?:caption|credit)',
    'copyright',
    'disclaimer',
    'login',
    'log-?in',
    'register',
    'paywall',
    'popup',
    'pop-up',
    'modal',
    'overlay',
    'lightbox',
    'tooltip',
    'toc',
    'table-of-contents',
    'ratings?',
    'star-rating',
    'votes?',
    'print',
    'printfriendly',
    'visually-hidden',
    'skip',
    'language-switcher',
    'lang-switch',
    'video-?(?:player|js|container|embed)',
    'player',
    'gallery-?(?:nav|thumbs|caption)',
    'carousel',
    'slideshow-?nav',
    'editsection',
    'mw-editsection',
    'reflist',
    'navbox',
    'catlinks',
    'noprint',
    'printonly',
    'infobox',
    'hatnote',
    'reference',
  ].join('|')})(?:$|[\\s_-])`,
)

/** The most of a page's prose that one piece of furniture may hold; what holds more is not furniture, whatever its name. */
const largestShare = 0.25
/** The most of it inside an element that is named as the body: bodies are cut into parts that are called like furniture. */
const insideShare = 0.04
/** What must be left of a page that has no comments, and of one that has. */
const leastShare = 0.5
const leastLeft = 250

/** Takes furniture out of the tree. */
export function removeFurniture(document: PageDocument): void {
  const masses = new Masses(document)
  const all = masses.of(document).prose
  prune(document, (node) => {
    if (!isElement(node) || !isComments(node)) return true
    const { prose } = masses.of(node)
    return all - prose < leastLeft && prose > 0
  })
  const rest = new Masses(document)
  const whole = rest.of(document).prose
  const by =
    (byName: number) =>
    (e: PageElement): boolean => {
      const { prose, links, text } = rest.of(e)
      if (isRole(e) || isLinkList(e, links, text)) return prose <= whole * largestShare
      if (e.tagName === 'p' && text > longestLine) return false
      return isNamed(e) && prose <= whole * byName
    }
  const left = whole - proseOf(document, rest, by(largestShare))
  const goes = by(left >= whole * leastShare ? largestShare : insideShare)
  prune(document, (node) => !isElement(node) || !goes(node))
}

/** The prose of all elements that would go. */
function proseOf(
  root: PageDocument | PageElement,
  masses: Masses,
  goes: (e: PageElement) => boolean,
): number {
  let sum = 0
  for (const child of root.childNodes) {
    if (!isElement(child)) continue
    sum += goes(child) ? masses.of(child).prose : proseOf(child, masses, goes)
  }
  return sum
}

function isComments(e: PageElement): boolean {
  return canGo(e) && comments.test(namesOf(e))
}

/** What the tag or the role says. */
function isRole(e: PageElement): boolean {
  if (!canGo(e)) return false
  if (always.has(e.tagName) || e.tagName === 'aside') return true
  return roles.has(attribute(e, 'role')?.toLowerCase() ?? '')
}

/** What class and id say. */
function isNamed(e: PageElement): boolean {
  if (!canGo(e) || /article-?body|description/i.test(attribute(e, 'itemprop') ?? '')) return false
  return named.test(namesOf(e))
}

/** Lists that are nothing but links lead elsewhere. */
function isLinkList(e: PageElement, links: number, text: number): boolean {
  return (e.tagName === 'ul' || e.tagName === 'ol') && text > 0 && links >= text * 0.85
}

/** Elements that hold the page together stay, and so do words inside a paragraph: a dateline, a date, a name. */
function canGo(e: PageElement): boolean {
  if (holding.has(e.tagName)) return false
  return !(isInline(e.tagName) && e.parentNode?.nodeName === 'p')
}

const holding = new Set(['html', 'body', 'main', 'article', 'h1', 'tbody', 'tr'])

/** A paragraph that is called furniture is, when it is no longer than a line. */
const longestLine = 100
