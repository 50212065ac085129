import { apiPagePath, apiPath, problemType } from '@pejling/addresses/api'
import { homePath } from '@pejling/addresses/language'
import { siteFiles } from '@pejling/addresses/words'
import type { Locale, Text } from '@pejling/domain/text'
import { escapeMarkup } from '@pejling/figures/escape'
import { z } from 'zod'
import { statedPolicy } from '../http/security-headers.ts'
import { apiPageWords, danishOperations, danishParameters, problemKinds } from './api-page-words.ts'

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

function html(text: string): string {
  return escapeMarkup(text).replace(/`([^`]+)`/g, '<code>$1</code>')
}

/** The description of the API in a language: it is in English itself. */
function inLanguage(operation: z.infer<typeof Operation>, locale: Locale): z.infer<typeof Operation> {
  if (locale === 'en') return operation
  return {
    ...operation,
    ...danishOperations.get(operation.operationId),
    parameters: operation.parameters?.map((parameter) => ({
      ...parameter,
      description:
        danishParameters.get(`${operation.operationId}.${parameter.name}`) ??
        danishParameters.get(parameter.name) ??
        parameter.description,
    })),
  }
}

function operationSection(address: string, operation: z.infer<typeof Operation>, locale: Locale): string {
  const words = apiPageWords[locale]
  const rows = (operation.parameters ?? []).map(
    ({ name, in: place, description }) =>
      `<tr><th scope="row"><code>${html(name)}</code></th><td>${place === 'path' ? words.inPath : words.inQuery}</td><td>${html(description ?? '')}</td></tr>`,
  )
  const table =
    rows.length === 0
      ? ''
      : `<table><caption>${words.parameters}</caption><thead><tr><th scope="col">${words.name}</th><th scope="col">${words.place}</th><th scope="col">${words.what}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  return `<section id="${html(operation.operationId)}"><h2>${html(operation.summary)}</h2><p><code>GET ${html(address)}</code></p><p>${html(operation.description)}</p>${table}</section>`
}

/** What the page must know of where it stands. */
export interface ApiPageSite {
  readonly stylesheet: string
  readonly url: string
  readonly asFiles: boolean
  /** What the site is called, and the languages it is in. */
  readonly name: Text
  readonly languages: readonly Locale[]
}

/** The API's description as a page for people: what there is, what to write, and a first request to try. */
export function apiPage(openApi: string, site: ApiPageSite, locale: Locale): string {
  const { info, servers, paths } = Description.parse(JSON.parse(openApi))
  const words = apiPageWords[locale]
  const server = new URL(servers[0]?.url ?? '', site.url).pathname
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    methods['get'] && !path.startsWith('/workspace/') ? [{ path, operation: inLanguage(methods['get'], locale) }] : [],
  )
  const contents = operations.map(
    ({ path, operation }) =>
      `<li><a href="#${html(operation.operationId)}"><code>${html(path)}</code></a> ${html(operation.summary)}</li>`,
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
<link rel="icon" href="${siteFiles.icon}" type="image/svg+xml"><link rel="stylesheet" href="${html(site.stylesheet)}"></head>
<body><a class="skip-link" href="#main">${words.skip}</a>
<header class="site-header"><nav aria-label="${name}"><a href="${home}">${name}</a>${ways.join('')}</nav></header>
<main id="main" class="api-page"><h1>API</h1>
<p>${html(words.introduction ?? info.description)}</p>
${site.asFiles ? `<p>${words.ofFiles}</p>` : ''}
<p>${words.tryIt} <code>curl ${html(site.url + server)}/indicators${site.asFiles ? '.json' : ''}</code></p>
<p>${words.whole} <a href="${apiPath('openApi', {})}">openapi.json</a> (OpenAPI 3.1).</p>
<ul>${contents.join('')}</ul>
${operations.map(({ path, operation }) => operationSection(server + path, operation, locale)).join('\n')}
<section><h2>${words.problems}</h2><p>${html(words.everyError)}</p>
<table><caption>${words.kinds}</caption><thead><tr><th scope="col">${words.type}</th><th scope="col">Status</th><th scope="col">${words.when}</th></tr></thead><tbody>${problemRows.join('')}</tbody></table></section>
</main></body></html>`
}
