/** The offline reference at /docs: every operation, its input and its faults, as one plain page without scripts. */
import { html, raw } from 'hono/html'
import { fieldsOf } from '../contract/fields.ts'
import type { Operation } from '../contract/operation.ts'
import { codes } from '../fault/codes.ts'

type Html = ReturnType<typeof html>

/** The page; all words go through the template's escaping. */
export function docsPage(operations: readonly Operation[], version: string): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Hearsay ${version}: HTTP reference</title>
<link rel="stylesheet" href="/docs.css">
</head>
<body>
<main>
<h1>HTTP reference</h1>
<p>Hearsay ${version}. Everything the workbench does goes through these addresses. The same as <a href="/openapi.json">OpenAPI 3.1</a>. Errors are problem details (RFC 9457) with a stable <code>code</code>. <a href="/">Back to the workbench</a></p>
<nav aria-label="Operations"><ul>${operations.map((o) => html`<li><a href="#${idOf(o)}"><code>${o.name}</code></a> ${o.summary}</li>`)}</ul></nav>
${operations.map(section)}
<h2 id="faults">Faults</h2>
<div class="wide" role="region" aria-label="Faults" tabindex="0">
<table><thead><tr><th scope="col">Code</th><th scope="col">HTTP</th><th scope="col">Exit</th></tr></thead><tbody>${Object.entries(
    codes,
  ).map(
    ([code, row]) =>
      html`<tr id="${code.replace('/', '-')}"><td><code>${code}</code></td><td>${row.status}</td><td>${row.exit}</td></tr>`,
  )}</tbody></table>
</div>
</main>
</body>
</html>`
}

/** The anchor of an operation: its name without the space that ids may not have. */
function idOf(operation: Operation): string {
  return operation.name.replaceAll(' ', '-')
}

function section(operation: Operation): Html {
  const fields = fieldsOf(operation)
  return html`<section aria-labelledby="${idOf(operation)}">
<h2 id="${idOf(operation)}">${operation.name}</h2>
<p>${operation.summary}</p>
<p><code>${operation.method} /api${operation.path}</code>${operation.stream ? ' - one JSON object a line' : ''}</p>
${
  fields.length === 0
    ? raw('')
    : html`<div class="wide" role="region" aria-label="Input of ${operation.name}" tabindex="0"><table><thead><tr><th scope="col">Key</th><th scope="col">Type</th><th scope="col">Default</th><th scope="col">What it is</th></tr></thead><tbody>${fields.map(
        (f) =>
          html`<tr><td><code>${f.name}</code>${f.required ? ' (required)' : ''}</td><td>${f.choices.length > 0 ? f.choices.join(', ') : f.type}</td><td>${f.fallback === undefined ? '' : String(f.fallback)}</td><td>${f.description}</td></tr>`,
      )}</tbody></table></div>`
}
${operation.faults.length === 0 ? raw('') : html`<p>Faults: ${operation.faults.map((c, i) => html`${i > 0 ? ', ' : ''}<a href="#${c.replace('/', '-')}"><code>${c}</code></a>`)}</p>`}
</section>`
}

/** The style of the reference; a file of its own, since the policy allows no inline styles. */
export const docsCss = `:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;margin:0;padding:0 1rem 3rem;background:Canvas;color:CanvasText}
main{max-width:52rem;margin:0 auto}
code{font:.92em ui-monospace,monospace}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid color-mix(in srgb,CanvasText 20%,Canvas)}
a{color:LinkText;text-underline-offset:.15em}
nav ul{list-style:none;padding:0}
h2{margin-top:2.5rem}
`
