import { z } from 'zod'

const Parameter = z.looseObject({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  description: z.string().optional(),
})
const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  parameters: z.array(Parameter).optional(),
})
const Description = z.looseObject({
  info: z.looseObject({ description: z.string() }),
  servers: z.array(z.looseObject({ url: z.string() })).min(1),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
})

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function html(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => escapes[character] ?? character)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
}

function operationSection(server: string, path: string, operation: z.infer<typeof Operation>): string {
  const rows = (operation.parameters ?? []).map(
    ({ name, in: place, description }) =>
      `<tr><th scope="row"><code>${html(name)}</code></th><td>${place === 'path' ? 'path' : 'query'}</td><td>${html(description ?? '')}</td></tr>`,
  )
  const table =
    rows.length === 0
      ? ''
      : `<table><caption>Parameters</caption><thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">What to write</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  return `<section id="${html(operation.operationId)}"><h2>${html(operation.summary)}</h2><p><code>GET ${html(server + path)}</code></p><p>${html(operation.description)}</p>${table}</section>`
}

const problems = [
  [
    'invalid-request',
    '400',
    'The address or a parameter cannot be used. <code>errors</code> says which, and what would be right.',
  ],
  ['not-found', '404', 'There is no such thing in the release asked for.'],
  ['method-not-allowed', '405', 'Public addresses answer GET and HEAD only.'],
  ['not-acceptable', '406', 'The answer does not exist in the format asked for.'],
  ['not-signed-in', '401', 'The workspace is read and written with a token.'],
  ['not-allowed', '403', 'The token does not reach this.'],
  ['precondition-failed', '412', 'Somebody has changed the figures since you got them: get them again.'],
  ['precondition-required', '428', 'A block of figures is sent with <code>If-Match</code>.'],
  ['internal', '500', 'Something went wrong on the server.'],
  ['nothing-published', '503', 'Nothing has been published yet.'],
  ['busy', '503', 'A large file is being read in. Try again in a moment.'],
]

/** What the page must know of where it stands. */
export interface ApiPageSite {
  readonly stylesheet: string
  readonly url: string
  readonly asFiles: boolean
}

const ofFiles =
  '<p>This site is served as files. A document has an ending (<code>/api/v1/indicators.json</code>), a release stands in the path (<code>/api/v1/releases/1/indicators.json</code>), and a language or dialect before the ending (<code>chart.en.svg</code>, <code>observations.da.csv</code>). Every link on the pages leads to such a file. What is chosen by other parameters, or by <code>Accept</code>, needs the server: take the whole and choose from it.</p>'

/** The API's description as a page for people: what there is, what to write, and a first request to try. */
export function apiPage(openApi: string, site: ApiPageSite): string {
  const { info, servers, paths } = Description.parse(JSON.parse(openApi))
  const server = servers[0]?.url ?? ''
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    methods['get'] ? [{ path, operation: methods['get'] }] : [],
  )
  const contents = operations.map(
    ({ path, operation }) =>
      `<li><a href="#${html(operation.operationId)}"><code>${html(path)}</code></a> ${html(operation.summary)}</li>`,
  )
  const problemRows = problems.map(
    ([kind, status, text]) =>
      `<tr id="${kind}"><th scope="row"><code>/api#${kind}</code></th><td>${status}</td><td>${text}</td></tr>`,
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · Pejling</title><meta name="description" content="The public REST API of Pejling: goals, indicators, figures and verdicts as published.">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="${html(site.stylesheet)}"></head>
<body><a class="skip-link" href="#main">Skip to content</a>
<header class="site-header"><nav aria-label="Pejling"><a href="/">Pejling</a> <a href="/en">English</a></nav></header>
<main id="main" class="api-page"><h1>API</h1>
<p>${html(info.description)}</p>
${site.asFiles ? ofFiles : ''}
<p>Try it: <code>curl ${html(site.url + server)}/indicators${site.asFiles ? '.json' : ''}</code></p>
<p>The whole description for programs: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<ul>${contents.join('')}</ul>
${operations.map(({ path, operation }) => operationSection(server, path, operation)).join('\n')}
<section><h2>Problems</h2><p>Every error is an <code>application/problem+json</code> document (RFC 9457), in Danish or English by <code>Accept-Language</code>.</p>
<table><caption>Kinds of problem</caption><thead><tr><th scope="col">Type</th><th scope="col">Status</th><th scope="col">When</th></tr></thead><tbody>${problemRows.join('')}</tbody></table></section>
</main></body></html>`
}
