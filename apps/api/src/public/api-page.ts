import { apiPagePath, apiPath, problemType } from '@pejling/addresses/api'
import { homePath } from '@pejling/addresses/language'
import { siteFiles, workspaceRoot } from '@pejling/addresses/words'
import type { Locale, Text } from '@pejling/domain/text'
import { z } from 'zod'
import { statedPolicy } from '../http/security-headers.ts'
import { Operation, operationHtml, type PlacedOperation } from './api-operation.ts'
import { apiPageWords, problemKinds } from './api-page-words.ts'
import { html, namedSchemaHtml } from './api-schema.ts'

const Description = z.looseObject({
  info: z.looseObject({ description: z.string() }),
  servers: z.array(z.looseObject({ url: z.string() })).min(1),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
})

/** What the page must know of where it stands. */
export interface ApiPageSite {
  readonly stylesheet: string
  /** Address of the script that narrows the page down to what is looked for. */
  readonly script: string
  readonly url: string
  readonly asFiles: boolean
  /** What the site is called, and the languages it is in. */
  readonly name: Text
  readonly languages: readonly Locale[]
}

/** The names of schemas that some operations refer to, directly or through others. */
function schemasOf(operations: readonly PlacedOperation[], schemas: Readonly<Record<string, unknown>>): string[] {
  const found = new Set<string>()
  const follow = (json: unknown): void => {
    for (const [, name = ''] of JSON.stringify(json ?? null).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (found.has(name)) continue
      found.add(name)
      follow(schemas[name])
    }
  }
  follow(operations.map(({ operation }) => operation))
  return [...found].sort()
}

/**
 * The API's description as a page for people: what there is, what to write, what is answered, and links to try. `parts` are values
 * for parts of addresses that lead to something.
 */
export function apiPage(
  openApi: string,
  site: ApiPageSite,
  locale: Locale,
  parts: Readonly<Record<string, string | number>>,
): string {
  const { info, servers, paths, components } = Description.parse(JSON.parse(openApi))
  const words = apiPageWords[locale]
  const server = new URL(servers[0]?.url ?? '', site.url).pathname
  const placed = (isOfWorkspace: boolean): PlacedOperation[] =>
    Object.entries(paths)
      .filter(([path]) => path.startsWith(`${workspaceRoot}/`) === isOfWorkspace)
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({
          method,
          path: server + path,
          operation,
          // A file server has no addresses to try but those that the pages link to.
          parts: isOfWorkspace || site.asFiles ? null : parts,
        })),
      )
  const publicOnes = placed(false)
  // What is served as files has no workspace.
  const workspace = site.asFiles ? [] : placed(true)
  const group = (title: string, about: string, operations: readonly PlacedOperation[]): string =>
    operations.length === 0
      ? ''
      : `<section class="operations"><h2>${title}</h2>${about}${operations.map((one) => operationHtml(one, locale)).join('\n')}</section>`
  const schemas = schemasOf([...publicOnes, ...workspace], components.schemas).map((name) =>
    namedSchemaHtml(name, components.schemas[name], locale),
  )
  const problemRows = problemKinds.map(
    ([kind, status, when]) =>
      `<tr id="${kind}"><th scope="row"><code>${problemType(kind)}</code></th><td>${status}</td><td>${html(when[locale])}</td></tr>`,
  )
  const home = homePath(locale)
  const others = site.languages.filter((language) => language !== locale)
  const alternates = (others.length === 0 ? [] : site.languages).map(
    (language) => `<link rel="alternate" hreflang="${language}" href="${html(site.url + apiPagePath(language))}">`,
  )
  const ways = others.map(
    (other) =>
      ` <a href="${apiPagePath(other)}" hreflang="${other}" lang="${other}">${other === 'en' ? 'English' : 'Dansk'}</a>`,
  )
  const name = html(site.name[locale])
  // A file server sends no policy.
  const stated = site.asFiles
    ? `<meta http-equiv="Content-Security-Policy" content="${html(statedPolicy('page', []))}">`
    : ''
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${stated}
<title>API · ${name}</title><meta name="description" content="${html(words.about)}">${alternates.join('')}
<link rel="icon" href="${siteFiles.icon}" type="image/svg+xml"><link rel="stylesheet" href="${html(site.stylesheet)}"><script type="module" src="${html(site.script)}"></script></head>
<body><a class="skip-link" href="#main">${words.skip}</a>
<header class="site-header"><nav aria-label="${name}"><a href="${home}">${name}</a>${ways.join('')}</nav></header>
<main id="main" class="api-page"><h1>API</h1>
<p>${html(words.introduction ?? info.description)}</p>
${site.asFiles ? `<p>${words.ofFiles}</p>` : ''}
<p>${words.tryIt} <code>curl ${html(site.url + server)}/indicators${site.asFiles ? '.json' : ''}</code></p>
<p>${words.whole} <a href="${apiPath('openApi', {})}">openapi.json</a> (OpenAPI 3.1).</p>
<div class="api-filter"><label for="api-filter">${words.filter}</label> <input id="api-filter" type="search" autocomplete="off"> <output for="api-filter" data-words="${words.shown}"></output></div>
${group(words.publicOnes, '', publicOnes)}
${group(words.workspace, `<p>${words.aboutWorkspace}</p>`, workspace)}
<section><h2>${words.schemas}</h2>${schemas.join('\n')}</section>
<section><h2>${words.problems}</h2><p>${html(words.everyError)}</p>
<table><caption>${words.kinds}</caption><thead><tr><th scope="col">${words.type}</th><th scope="col">Status</th><th scope="col">${words.when}</th></tr></thead><tbody>${problemRows.join('')}</tbody></table></section>
</main></body></html>`
}
