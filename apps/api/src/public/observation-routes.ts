import { IndicatorDocument, ObservationsDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import { selectObservations } from '@pejling/domain/release/select-observations'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { observationsToCsv } from '../formats/csv-export.ts'
import { invalidRequest } from '../http/input.ts'
import { parameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { addPublicRoute } from './public-route.ts'
import type { Publication } from './publication.ts'
import { missingIndicator } from './send-document.ts'
import { sendServed } from './served.ts'

type Format = 'json' | 'csv'

const Query = z
  .object({
    from: parameters.from.optional(),
    to: parameters.to.optional(),
    area: parameters.area.optional(),
    dialect: parameters.dialect.optional(),
    release: parameters.release.optional(),
  })
  // Every other parameter is a dimension; whether the indicator has it is known only when its document is read.
  .catchall(z.string())
const QueryWithFormat = Query.extend({ format: parameters.format.optional() })

/** The same address answers in two formats, by what the reader accepts. */
const vary = 'Accept, Accept-Encoding'

const table = { 'application/json': ObservationsDocument, 'text/csv': z.string() }

/** An indicator's figures as a table, whole or in part, as JSON or CSV. */
export function addObservationRoutes(app: FastifyInstance, publication: Publication): void {
  const params = z.strictObject({ slug: parameters.slug })
  const description =
    'One row for each figure. `from` and `to` are periods or years; a parameter named like a dimension (`alder=18-29`) takes one category of it.'
  addPublicRoute(app, {
    url: '/indicators/:slug/observations',
    operationId: 'listObservations',
    summary: 'The figures of an indicator',
    description: `${description} The format is taken from \`format\`, or from Accept.`,
    params,
    query: QueryWithFormat,
    content: table,
    handler: ({ params: { slug }, query: { format, ...query }, request, reply }) =>
      sendObservations(publication, slug, format ?? acceptedFormat(request.headers.accept), query, request, reply),
  })
  for (const format of ['json', 'csv'] as const) {
    const type = format === 'json' ? 'application/json' : 'text/csv'
    addPublicRoute(app, {
      url: `/indicators/:slug/observations.${format}`,
      operationId: `listObservationsAs${format === 'json' ? 'Json' : 'Csv'}`,
      summary: `The figures of an indicator as ${format.toUpperCase()}`,
      description,
      params,
      query: Query,
      content: { [type]: table[type] },
      handler: ({ params: { slug }, query, request, reply }) =>
        sendObservations(publication, slug, format, query, request, reply),
    })
  }
}

/** The format a reader accepts; JSON where anything will do. Throws a {@link Problem} where none of ours is among them. */
export function acceptedFormat(accept: string | undefined): Format {
  const types = (accept ?? '*/*')
    .split(',')
    .map((part) => {
      const [type = '', ...rest] = part.trim().toLowerCase().split(';')
      const quality = rest.map((parameter) => /^\s*q=\s*([\d.]+)/.exec(parameter)?.[1]).find(Boolean)
      return { type: type.trim(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { type } of types) {
    if (type === 'text/csv' || type === 'text/*') return 'csv'
    if (['application/json', 'application/*', '*/*', ''].includes(type)) return 'json'
  }
  throw new Problem('not-acceptable', {
    da: 'Tallene findes som application/json og text/csv.',
    en: 'The figures exist as application/json and text/csv.',
  })
}

function sendObservations(
  publication: Publication,
  slug: string,
  format: Format,
  query: z.output<typeof Query>,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { from = null, to = null, area = null, dialect = 'standard', release, ...categories } = query
  const edition = publication.edition(release)
  const path = documentPath.observations(slug)
  const narrowed = from !== null || to !== null || area !== null || Object.keys(categories).length > 0
  const whole = narrowed || format === 'csv' ? null : publication.document(edition, path, vary)
  if (whole) return sendServed(request, reply, whole)
  const observations = publication.read(edition, path, ObservationsDocument)
  const indicator = publication.read(edition, documentPath.indicator(slug), IndicatorDocument)
  if (!observations || !indicator) return missingIndicator(publication, edition, slug, request, reply)
  const selected = selectObservations(observations, indicator, { from, to, area, categories })
  if (selected.problems) {
    throw invalidRequest(selected.problems.map(({ parameter, detail }) => ({ pointer: `/${parameter}`, detail })))
  }
  const order = Object.entries(categories).sort(([a], [b]) => (a < b ? -1 : 1))
  const name = `${path} ${JSON.stringify([format, dialect, from, to, area, order])}`
  const type = format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8'
  const make = () =>
    format === 'csv' ? observationsToCsv(selected.observations, dialect) : JSON.stringify(selected.observations)
  const served = publication.view(edition, name, type, make, vary)
  return sendServed(request, reply, served)
}
