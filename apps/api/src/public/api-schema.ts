import type { Locale } from '@pejling/domain/text'
import { escapeMarkup } from '@pejling/figures/escape'
import { z } from 'zod'
import { apiPageWords } from './api-page-words.ts'

const Schema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.unknown().optional(),
  format: z.string().optional(),
  default: z.unknown().optional(),
  examples: z.array(z.unknown()).optional(),
})
type Schema = z.infer<typeof Schema>

const reference = '#/components/schemas/'

/** Text of the description as HTML; what stands between backticks is code. */
export function html(text: string): string {
  return escapeMarkup(text).replace(/`([^`]+)`/g, '<code>$1</code>')
}

/** The description is in English: where the page is not, it says so to a screen reader. */
export const english = (locale: Locale): string => (locale === 'en' ? '' : ' lang="en"')

/** Where the page explains a schema that has a name. */
const placeOf = (name: string): string => `schema-${name}`

/** An example as it is written, below what it is an example of. */
export const exampleHtml = (example: unknown, label: string): string =>
  `<figure><figcaption>${html(label)}</figcaption><pre><code>${escapeMarkup(JSON.stringify(example, null, 2))}</code></pre></figure>`

const read = (schema: unknown): Schema => Schema.safeParse(schema).data ?? {}

/** What may stand in a place, in a few words; a schema with a name is a link to where it is explained. */
export function typeHtml(given: unknown, locale: Locale): string {
  const schema = read(given)
  const words = apiPageWords[locale]
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(reference.length)
    return `<a href="#${placeOf(name)}"><code>${html(name)}</code></a>`
  }
  const either = schema.anyOf ?? schema.oneOf
  if (either) return either.map((one) => typeHtml(one, locale)).join(` ${words.or} `)
  if (schema.enum) return schema.enum.map((one) => `<code>${html(String(one))}</code>`).join(', ')
  if (schema.const !== undefined) return `<code>${html(JSON.stringify(schema.const))}</code>`
  if (schema.type === 'array') return `${words.listOf} ${typeHtml(schema.items, locale)}`
  const type = [schema.type ?? words.anything].flat().join(` ${words.or} `)
  return html(schema.format === undefined ? type : `${type} (${schema.format})`)
}

/** What has fields of its own in a place: the place itself, or what its list or its alternatives are of. */
function withFields(given: unknown): Schema | null {
  const schema = read(given)
  if (schema.properties) return schema
  for (const one of [schema.items, ...(schema.anyOf ?? schema.oneOf ?? [])]) {
    const found = one === undefined ? null : withFields(one)
    if (found) return found
  }
  return null
}

/** The fields of an object as a list, those of the objects in it below them. */
export function fieldsHtml(given: unknown, locale: Locale): string {
  const schema = withFields(given)
  if (!schema?.properties) return ''
  const words = apiPageWords[locale]
  const fields = Object.entries(schema.properties).map(([name, one]) => {
    const { description, default: usual } = read(one)
    const notes = [
      ...(schema.required?.includes(name) ? [] : [words.optional]),
      ...(usual === undefined ? [] : [`${words.usually} <code>${html(JSON.stringify(usual))}</code>`]),
    ]
    const note = notes.length === 0 ? '' : ` (${notes.join('; ')})`
    const about = description === undefined ? '' : `. <span${english(locale)}>${html(description)}</span>`
    return `<li><code>${html(name)}</code>: ${typeHtml(one, locale)}${note}${about}${fieldsHtml(one, locale)}</li>`
  })
  return `<ul class="fields">${fields.join('')}</ul>`
}

/** A schema with a name, to be folded out. */
export function namedSchemaHtml(name: string, given: unknown, locale: Locale): string {
  const { description, examples } = read(given)
  const about = description === undefined ? '' : `<p${english(locale)}>${html(description)}</p>`
  const example = examples?.[0]
  const fields = fieldsHtml(given, locale)
  return `<details><summary><code>${html(name)}</code></summary><div id="${placeOf(name)}">${about}${
    fields === '' ? `<p>${typeHtml(given, locale)}</p>` : fields
  }${example === undefined ? '' : exampleHtml(example, `${apiPageWords[locale].example}: ${name}`)}</div></details>`
}
