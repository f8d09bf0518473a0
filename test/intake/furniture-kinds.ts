/** Fifty kinds of furniture that stand round a report or between its paragraphs, in our own words and made to look like news. */

/** Where a kind stands: before the report, between its paragraphs, or after it. */
export type Place = 'before' | 'between' | 'after'

/** One kind. */
export interface Kind {
  readonly name: string
  readonly place: Place
  /** What pages call it; one is picked. */
  readonly names: readonly string[]
  /** The tag it mostly has. */
  readonly tag: string
  /** What is in it. */
  readonly inner: string
  /** True when nothing but its name tells that it is furniture; it is then always named. */
  readonly onlyByName?: boolean
}

const links = (...titles: string[]): string =>
  `<ul>${titles.map((t, i) => `<li><a href="/x/${i}">${t}</a></li>`).join('')}</ul>`
const cards = (...titles: string[]): string =>
  titles
    .map((t, i) => `<div><a href="/y/${i}"><img src="/i/${i}.jpg" alt=""><h4>${t}</h4></a></div>`)
    .join('')

const [storm, tram, bridge, ferry, mayor] = [
  'Storm closes three mountain roads, police say',
  'Council votes on the tram line after minister denies delay',
  'Bridge will reopen in May, engineers expect',
  'Ferry firm says 40 workers will lose their jobs',
  'Mayor “knew nothing” of the harbour deal',
]

export const kinds: readonly Kind[] = [
  {
    name: 'advert',
    place: 'between',
    names: ['ad-slot', 'advertisement', 'werbung', 'publicidad', 'ad_container-top'],
    tag: 'div',
    inner:
      '<span>Advertisement</span><p>Nine out of ten drivers said they would buy Rollon tyres again.</p>',
    onlyByName: true,
  },
  {
    name: 'related links',
    place: 'between',
    names: ['related', 'related-articles', 'RelatedContent__box', 'mehr-zum-thema', 'a-lire-aussi'],
    tag: 'div',
    inner: `<h3>Related stories</h3>${links(storm, tram, bridge)}`,
  },
  {
    name: 'related cards',
    place: 'after',
    names: ['related-cards', 'recirculation', 'more-stories'],
    tag: 'section',
    inner: `<h2>More on this story</h2>${cards(ferry, mayor, tram)}`,
  },
  {
    name: 'comments',
    place: 'after',
    names: ['comments', 'comment-list', 'kommentare', 'reader-comments'],
    tag: 'section',
    inner:
      '<h2>Comments (3)</h2><div><b>Marta</b><p>My cousin at the ministry told me that 50,000 men are there already and nobody says so.</p></div><div><b>Oleg</b><p>The president denied it last week, and he will deny it next week.</p></div><div><b>Pia</b><p>According to my paper it was two ships, not three, so who is lying here?</p></div>',
  },
  {
    name: 'cookie bar',
    place: 'before',
    names: ['cookie-banner', 'consent', 'gdpr-notice', 'onetrust-consent-sdk'],
    tag: 'div',
    inner:
      '<p>We use cookies to measure how our pages are read. We and our 812 partners store your device data.</p><button>Accept all</button><button>Manage preferences</button>',
  },
  {
    name: 'newsletter box',
    place: 'between',
    names: ['newsletter', 'newsletter-signup', 'NewsletterPromo', 'boletin'],
    tag: 'div',
    inner:
      '<h4>Newsletter</h4><p>Every morning our editors say what matters and who said it.</p><form><input type="email"><button>Sign up</button></form>',
  },
  {
    name: 'most read',
    place: 'after',
    names: ['most-read', 'popular', 'meistgelesen', 'lo-mas-leido'],
    tag: 'aside',
    inner: `<h3>Most read</h3><ol><li><a href="/a">${storm}</a></li><li><a href="/b">${mayor}</a></li></ol>`,
  },
  {
    name: 'live ticker',
    place: 'before',
    names: ['ticker', 'news-ticker', 'liveticker'],
    tag: 'div',
    inner: `<b>Live ticker</b><ul><li>10:15 <a href="/t/1">${ferry}</a></li><li>10:02 <a href="/t/2">${bridge}</a></li></ul>`,
  },
  {
    name: 'author bio',
    place: 'after',
    names: ['author-bio', 'about-author', 'autorenbox', 'AuthorCard'],
    tag: 'div',
    inner:
      '<h4>About the author</h4><p>Jon Vale has reported from nine wars and says that he has never been more worried. He lives with two cats.</p>',
  },
  {
    name: 'tag list',
    place: 'after',
    names: ['tags', 'tag-list', 'schlagworte', 'etiquetas'],
    tag: 'ul',
    inner:
      '<li><a href="/t/war">War</a></li><li><a href="/t/army">Army</a></li><li><a href="/t/north">North</a></li>',
  },
  {
    name: 'paywall teaser',
    place: 'after',
    names: ['paywall', 'regwall', 'subscribe-wall'],
    tag: 'div',
    inner:
      '<h3>Subscribe to continue reading</h3><p>Readers said that our reports had changed their minds. Already a subscriber? <a href="/login">Log in</a></p>',
  },
  {
    name: 'video player',
    place: 'between',
    names: ['video-player', 'video-container', 'jw-player'],
    tag: 'div',
    inner:
      '<video src="/v.mp4"></video><p>Watch: the minister says the tram will come in spring</p>',
    onlyByName: true,
  },
  {
    name: 'share bar',
    place: 'before',
    names: ['share', 'share-bar', 'social-share', 'compartir'],
    tag: 'div',
    inner:
      '<a href="#f">Facebook</a> <a href="#w">WhatsApp</a> <a href="#e">E-mail</a> <button>Copy link</button>',
  },
  {
    name: 'breadcrumbs',
    place: 'before',
    names: ['breadcrumbs', 'breadcrumb', 'brotkrumen'],
    tag: 'div',
    inner: '<a href="/">Home</a> › <a href="/world">World</a> › <a href="/world/asia">Asia</a>',
  },
  {
    name: 'site footer',
    place: 'after',
    names: ['footer', 'site-footer', 'fusszeile'],
    tag: 'footer',
    inner:
      '<p>The Lantern said in 1898 that it would print the truth, and it has done so since.</p><p>© 2026 The Lantern. All rights reserved. <a href="/imprint">Imprint</a></p>',
  },
  {
    name: 'site navigation',
    place: 'before',
    names: ['nav', 'main-menu', 'navigation'],
    tag: 'nav',
    inner: links('Home', 'World', 'Business', 'Sport', 'Weather'),
  },
  {
    name: 'poll',
    place: 'between',
    names: ['poll', 'poll-widget', 'umfrage', 'encuesta'],
    tag: 'div',
    inner:
      '<h4>Poll</h4><p>Do you believe what the spokesman said on Friday?</p><label>Yes</label><label>No</label><p>1,204 readers have voted.</p>',
  },
  {
    name: 'sponsored block',
    place: 'between',
    names: ['sponsored', 'sponsored-content', 'promoted', 'taboola'],
    tag: 'div',
    inner: `<h4>Sponsored</h4><p><a href="/s/1">Doctors expect this pillow to end back pain by Christmas</a></p>`,
  },
  {
    name: 'translation note',
    place: 'between',
    names: ['translation-note', 'x-note'],
    tag: 'p',
    inner: 'This article was translated from Korean by a machine and may contain mistakes.',
  },
  {
    name: 'corrections box',
    place: 'after',
    names: ['correction', 'corrections', 'erratum-box'],
    tag: 'div',
    inner:
      '<p>Correction: An earlier version of this article said that two ships had sailed. It was one.</p>',
  },
  {
    name: 'read more line',
    place: 'between',
    names: ['read-more', 'inline-link', 'lire-aussi'],
    tag: 'p',
    inner: `Read more: <a href="/r">${tram}</a>`,
  },
  {
    name: 'link line',
    place: 'between',
    names: ['see-also', 'x-link', 'inlinelink'],
    tag: 'p',
    inner: `<strong><a href="/r2">${mayor}</a></strong>`,
  },
  {
    name: 'photo with caption',
    place: 'between',
    names: ['image', 'photo', 'wp-caption'],
    tag: 'figure',
    inner:
      '<img src="/p.jpg" alt="Ships"><figcaption>Two ships leave Lindhaven. The mayor says a third will follow. Photo: N. Oda</figcaption>',
  },
  {
    name: 'gallery',
    place: 'between',
    names: ['gallery', 'slideshow', 'carousel'],
    tag: 'div',
    inner:
      '<figure><img src="/1.jpg"><figcaption>Police said the road was shut at dawn.</figcaption></figure><figure><img src="/2.jpg"><figcaption>A man says goodbye to his dog.</figcaption></figure>',
  },
  {
    name: 'fact box',
    place: 'after',
    names: ['infobox', 'info-box widget', 'faktaboks sidebar'],
    tag: 'aside',
    inner:
      '<h4>The port in figures</h4><p>Some 12,000 people work there, the council says. It opened in 1871.</p>',
  },
  {
    name: 'weather',
    place: 'before',
    names: ['weather-widget', 'widget weather'],
    tag: 'div',
    inner: '<h4>Weather</h4><p>Rain is expected in the north by noon, forecasters say.</p>',
    onlyByName: true,
  },
  {
    name: 'market ticker',
    place: 'before',
    names: ['market-ticker', 'ticker stocks'],
    tag: 'div',
    inner: '<span>LND 40.2 +1.2 %</span> <span>Oil 81.40 −0.3 %</span>',
    onlyByName: true,
  },
  {
    name: 'podcast box',
    place: 'between',
    names: ['podcast-promo', 'promo-box', 'audio-player'],
    tag: 'div',
    inner:
      '<h4>Listen to this article</h4><p>In our new show a former general says why he left.</p>',
  },
  {
    name: 'app box',
    place: 'after',
    names: ['app-promo', 'promo', 'cta-app'],
    tag: 'div',
    inner: '<h4>Get the app</h4><p>Two million people say it is the fastest way to the news.</p>',
  },
  {
    name: 'donation box',
    place: 'after',
    names: ['donate', 'support-us cta', 'membership'],
    tag: 'div',
    inner:
      '<h4>Support our journalism</h4><p>We do not have an owner. Our readers pay, and they tell us what to look at.</p>',
  },
  {
    name: 'login box',
    place: 'before',
    names: ['login', 'login-box modal', 'popup'],
    tag: 'div',
    inner:
      '<p>Log in to follow what the government says about you.</p><a href="/login">Sign in</a>',
    onlyByName: true,
  },
  {
    name: 'search form',
    place: 'before',
    names: ['search', 'site-search'],
    tag: 'form',
    inner: '<label>Search the archive of 1898 to today</label><input name="q">',
  },
  {
    name: 'event list',
    place: 'after',
    names: ['upcoming-events widget', 'events sidebar'],
    tag: 'aside',
    inner: links('3 May: talk with the harbour master', '10 May: open day at the yard'),
  },
  {
    name: 'job adverts',
    place: 'after',
    names: ['jobs-widget', 'sidebar jobs'],
    tag: 'aside',
    inner: links('Welder wanted at the yard', 'Pilot wanted for the ferry'),
  },
  {
    name: 'trending topics',
    place: 'before',
    names: ['trending', 'trending-topics'],
    tag: 'div',
    inner: `<b>Trending</b> ${links('War', 'Elections', 'Storm')}`,
  },
  {
    name: 'next report',
    place: 'after',
    names: ['next-article', 'up-next', 'post-navigation'],
    tag: 'div',
    inner: `<a href="/n">Next article <h3>${bridge}</h3></a>`,
  },
  {
    name: 'whole next report',
    place: 'after',
    names: ['infinite-scroll next-article', 'next-story', 'up-next'],
    tag: 'div',
    inner: `<h2>${ferry}</h2><p>The ferry firm said on Tuesday that 40 of its 120 workers would lose their jobs.</p>`,
    onlyByName: true,
  },
  {
    name: 'editors’ picks',
    place: 'after',
    names: ['editors-picks sidebar', 'recommended', 'recommendations'],
    tag: 'section',
    inner: `<h2>Editors’ picks</h2>${cards(storm, bridge)}`,
  },
  {
    name: 'quotation card',
    place: 'after',
    names: ['share-quote', 'social-card'],
    tag: 'div',
    inner: '<p>“We knew nothing of this,” the mayor said.</p><a href="#t">Tweet this</a>',
    onlyByName: true,
  },
  {
    name: 'skip link',
    place: 'before',
    names: ['skip-link', 'skip'],
    tag: 'a',
    inner: 'Skip to content',
  },
  {
    name: 'language switch',
    place: 'before',
    names: ['language-switcher', 'lang-switch'],
    tag: 'ul',
    inner: '<li><a href="/de">Deutsch</a></li><li><a href="/fr">Français</a></li>',
  },
  {
    name: 'agency credit',
    place: 'after',
    names: ['credit', 'credits', 'copyright'],
    tag: 'div',
    inner:
      '<p>© 2024 Harbour Wire. This material may not be published, broadcast or rewritten.</p>',
  },
  {
    name: 'rating',
    place: 'after',
    names: ['rating', 'star-rating', 'votes'],
    tag: 'div',
    inner: '<p>How do you rate this report? 312 readers say: good.</p>',
    onlyByName: true,
  },
  {
    name: 'error report',
    place: 'after',
    names: ['report-error', 'error-report'],
    tag: 'p',
    inner: 'Spotted a mistake? Tell us and we will say so.',
  },
  {
    name: 'contact line',
    place: 'after',
    names: ['contact-line', 'x-contact'],
    tag: 'p',
    inner: 'Contact the reporter at jon.vale@lantern.example or follow him on Nettle.',
  },
  {
    name: 'hidden print version',
    place: 'after',
    names: ['print-only', 'printonly'],
    tag: 'div',
    inner: '<p>The Lantern said: this page was printed on 1 May.</p>',
    onlyByName: true,
  },
  {
    name: 'script-less note',
    place: 'before',
    names: ['noscript-note', 'x-js'],
    tag: 'noscript',
    inner: 'Please enable JavaScript. The page says it needs it.',
  },
  {
    name: 'table of contents',
    place: 'before',
    names: ['toc', 'table-of-contents'],
    tag: 'div',
    inner: `<a href="#1">What Seoul says</a> <a href="#2">What Moscow says</a>`,
  },
  {
    name: 'push request',
    place: 'before',
    names: ['push-modal', 'overlay', 'popup-push'],
    tag: 'div',
    inner:
      '<p>May we tell you when the president speaks?</p><button>Yes</button><button>No</button>',
    onlyByName: true,
  },
  {
    name: 'embedded post of the outlet',
    place: 'between',
    names: ['social-embed', 'social-promo'],
    tag: 'div',
    inner: '<p>Follow us on Nettle: we said it first.</p>',
  },
]
