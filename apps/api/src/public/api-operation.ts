import type { Locale } from '@pejling/domain/text'
import { z } from 'zod'
import { apiPageWords, danishOperations, danishParameters, danishStatuses } from './api-page-words.ts'
import { english, exampleHtml, fieldsHtml, html, typeHtml } from './api-schema.ts'

const Parameter = z.looseObject({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  description: z.string().optional(),
  schema: z.unknown().optional(),
  example: z.unknown().optional(),
})
const Content = z.record(z.string(), z.looseObject({ schema: z.unknown(), example: z.unknown().optional() }))

/** An operation as the description has it. */
export const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  parameters: z.array(Parameter).optional(),
  requestBody: z.looseObject({ content: Content }).optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string(), content: Content.optional() })),
})
type Operation = z.infer<typeof Operation>

/** An operation and where it is: what the page shows in one part that can be folded out. */
export interface PlacedOperation {
  readonly method: string
  /** The whole path, with the names of its parts in braces. */
  readonly path: string
  readonly operation: Operation
  /** Values for the parts of the path that lead to something; `null`: it cannot be tried from a link. */
  readonly parts: Readonly<Record<string, string | number>> | null
}

/** A public operation in a language: the description is in English itself, and what is not translated stays so. */
function inLanguage(
  operation: Operation,
  locale: Locale,
): { readonly operation: Operation; readonly isEnglish: boolean } {
  const known = danishOperations.get(operation.operationId)
  if (locale === 'en' || known === undefined) return { operation, isEnglish: true }
  const parameters = operation.parameters?.map((parameter) => ({
    ...parameter,
    description:
      danishParameters.get(`${operation.operationId}.${parameter.name}`) ??
      danishParameters.get(parameter.name) ??
      parameter.description,
  }))
  const responses = Object.entries(operation.responses).map(([status, answer]) => [
    status,
    {
      ...answer,
      description:
        answer.description === operation.summary
          ? known.summary
          : (danishStatuses.get(answer.description) ?? answer.description),
    },
  ])
  return {
    operation: { ...operation, ...known, parameters, responses: Object.fromEntries(responses) },
    isEnglish: false,
  }
}

function table(caption: string, heads: readonly string[], rows: readonly string[]): string {
  if (rows.length === 0) return ''
  const head = heads.map((one) => `<th scope="col">${one}</th>`).join('')
  return `<table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function parametersHtml({ parameters = [] }: Operation, locale: Locale, lang: string): string {
  const words = apiPageWords[locale]
  const places: Readonly<Record<string, string>> = { path: words.inPath, query: words.inQuery, header: words.inHeader }
  const rows = parameters.map(({ name, in: place, description, schema, example, required }) => {
    const shown =
      example === undefined
        ? ''
        : `<code>${html(typeof example === 'string' ? example : JSON.stringify(example))}</code>`
    return `<tr><th scope="row"><code>${html(name)}</code>${required ? ` <span>${words.required}</span>` : ''}</th><td>${places[place] ?? place}</td><td>${typeHtml(schema, locale)}</td><td${lang}>${html(description ?? '')}</td><td>${shown}</td></tr>`
  })
  return table(words.parameters, [words.name, words.place, words.kind, words.what, words.example], rows)
}

function bodyHtml({ requestBody }: Operation, locale: Locale): string {
  const words = apiPageWords[locale]
  return Object.entries(requestBody?.content ?? {})
    .map(
      ([type, { schema, example }]) =>
        `<h4>${words.body}</h4><p><code>${html(type)}</code>: ${typeHtml(schema, locale)}</p>${fieldsHtml(schema, locale)}${
          example === undefined ? '' : exampleHtml(example, `${words.example}: ${words.body}`)
        }`,
    )
    .join('')
}

function answersHtml({ responses }: Operation, locale: Locale, lang: string): string {
  const words = apiPageWords[locale]
  const rows = Object.entries(responses).map(([status, { description, content = {} }]) => {
    const types = Object.entries(content).map(
      ([type, { schema }]) => `<code>${html(type)}</code>: ${typeHtml(schema, locale)}`,
    )
    return `<tr><th scope="row">${html(status)}</th><td${lang}>${html(description)}</td><td>${types.join('<br>')}</td></tr>`
  })
  const examples = Object.entries(responses).flatMap(([status, { content = {} }]) =>
    Object.values(content).flatMap(({ example }) =>
      example === undefined ? [] : exampleHtml(example, `${words.example}, ${status}`),
    ),
  )
  return table(words.answers, ['Status', words.when, words.kind], rows) + examples.join('')
}

/** The address with values in it; `null` where a part has none that leads to something, or a parameter must be chosen. */
function addressToTry({ method, path, operation, parts }: PlacedOperation): string | null {
  if (method !== 'get' || parts === null) return null
  const asked = operation.parameters ?? []
  if (asked.some((one) => one.in === 'query' && one.required)) return null
  const names = asked.filter((one) => one.in === 'path').map(({ name }) => name)
  if (names.some((name) => (parts[name] ?? '') === '')) return null
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parts[name] ?? ''))
}

/** An operation that can be folded out: what it takes, what it answers, and a link that tries it. */
export function operationHtml(placed: PlacedOperation, locale: Locale): string {
  const words = apiPageWords[locale]
  const { operation, isEnglish } = inLanguage(placed.operation, locale)
  const lang = isEnglish ? english(locale) : ''
  const tried = addressToTry(placed)
  const link = tried === null ? '' : `<p>${words.tryIt} <a href="${html(tried)}"><code>${html(tried)}</code></a></p>`
  return `<details class="operation"><summary><h3${lang}>${html(operation.summary)}</h3> <code>${placed.method.toUpperCase()} ${html(placed.path)}</code></summary>
<div id="${html(operation.operationId)}"><p${lang}>${html(operation.description)}</p>${link}${parametersHtml(operation, locale, lang)}${bodyHtml(operation, locale)}${answersHtml(operation, locale, lang)}</div></details>`
}
