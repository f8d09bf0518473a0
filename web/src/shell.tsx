/** The frame of every page: skip link, name, navigation, search box, and the footer with the page's JSON twin. */
import { Link, Outlet, useLocation, useNavigate, useRouterState } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef } from 'react'

const places = [
  { to: '/', words: 'Reports' },
  { to: '/claims', words: 'Claims' },
  { to: '/sources', words: 'Sources' },
  { to: '/about', words: 'About' },
] as const

/** The frame; the page itself stands in `main`. */
export function Shell() {
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (s) => s.location.pathname })
  const last = useRef(path)
  // a screen reader hears the new page, as it would after a real load
  useEffect(() => {
    if (last.current !== path) main.current?.focus({ preventScroll: true })
    last.current = path
  }, [path])
  return (
    <>
      <a className="skip" href="#main">
        Skip to the text
      </a>
      <header className="top">
        <Link className="brand" to="/">
          Hearsay
        </Link>
        <nav aria-label="Pages">
          {places.map((p) => (
            <Link
              key={p.to}
              to={p.to}
              activeOptions={{ exact: p.to === '/' }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {p.words}
            </Link>
          ))}
        </nav>
        <SearchBox />
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <Twin />
    </>
  )
}

function SearchBox() {
  const navigate = useNavigate()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const query = String(new FormData(event.currentTarget).get('query') ?? '').trim()
    if (query !== '') void navigate({ to: '/search', search: { query } })
  }
  return (
    <search className="find">
      <form onSubmit={submit}>
        <input
          type="search"
          name="query"
          aria-label="Search reports and claims"
          placeholder="Search"
        />
      </form>
    </search>
  )
}

/** Every page says where its data stands. */
function Twin() {
  const { pathname, searchStr } = useLocation()
  const twin = `${pathname === '/' ? '/index' : pathname.replace(/\/$/, '')}.json${searchStr}`
  return (
    <footer className="foot">
      <a href={twin}>This page as JSON</a>
      <a href="/docs">HTTP reference</a>
      <span>Hearsay says who says so, never what is true.</span>
    </footer>
  )
}

/** An address that has no page. */
export function NotFound() {
  return (
    <div className="plain">
      <h1>No such page</h1>
      <p>
        <Link to="/">Go to the reports</Link>
      </p>
    </div>
  )
}
