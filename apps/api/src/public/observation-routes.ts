import { ObservationsDocument, type IndicatorDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import type { Release } from '@pejling/domain/release/release'
import { selectObservations, selectionProblems } from '@pejling/domain/release/select-observations'
import type { Locale } from '@pejling/domain/text'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { observationsToCsv, type CsvDialect } from '../exports/csv-export.ts'
import { csvPackage } from '../exports/csv-package.ts'
import { cellCount, JsonStatDocument, writeJsonStat } from '../formats/json-stat.ts'
import { observationCube } from '../exports/observation-cube.ts'
import { observationsToSdmxCsv } from '../exports/sdmx-csv.ts'
import { observationsToXlsx } from '../exports/xlsx-export.ts'
import { invalidRequest } from '../http/input.ts'
import { parameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { addPublicRoute } from './public-route.ts'
import type { Publication } from './publication.ts'
import { missingIndicator } from './send-document.ts'
import { makeBody, makePackedBody, makeServed, sendServed } from './served.ts'

type Format = z.output<typeof parameters.format>

/** What a format is made from. */
interface Material {
  readonly document: ObservationsDocument
  /** Without its figures. */
  readonly about: IndicatorDocument
  readonly release: Release
  readonly dialect: CsvDialect
  readonly lang: Locale
}

interface FormatKind {
  readonly name: string
  readonly contentType: string
  readonly schema: z.ZodType
  readonly make: (material: Material) => string | Promise<Buffer>
  /** The ending of a file that is saved rather than read; `null`: it is read. */
  readonly ending: string | null
}

const bytes = z.string().meta({ description: 'The bytes of the file', format: 'binary' })

const formats: Readonly<Record<Format, FormatKind>> = {
  json: {
    name: 'JSON',
    contentType: 'application/json; charset=utf-8',
    schema: ObservationsDocument,
    make: ({ document }) => JSON.stringify(document),
    ending: null,
  },
  csv: {
    name: 'CSV',
    contentType: 'text/csv; charset=utf-8; header=present',
    schema: z.string(),
    make: ({ document, dialect }) => observationsToCsv(document, dialect),
    ending: null,
  },
  xlsx: {
    name: 'a workbook (XLSX)',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    schema: bytes,
    make: ({ document, about, release }) => observationsToXlsx(document, about, release),
    ending: 'xlsx',
  },
  'json-stat': {
    name: 'JSON-stat 2.0',
    contentType: 'application/json; charset=utf-8',
    schema: JsonStatDocument,
    make({ document, about, release, lang }) {
      const cube = observationCube(document, about, release, lang)
      // Its cells are numbered through, recorded or not, and JSON has no larger whole numbers.
      if (!Number.isSafeInteger(cellCount(cube))) {
        throw new Problem('not-acceptable', {
          da: 'Tallene er delt på flere måder, end JSON-stat kan nummerere. Hent dem som CSV.',
          en: 'The figures are divided in more ways than JSON-stat can number. Get them as CSV.',
        })
      }
      return writeJsonStat(cube)
    },
    ending: null,
  },
  'sdmx-csv': {
    name: 'SDMX-CSV 2.0.0',
    contentType: 'application/vnd.sdmx.data+csv; charset=utf-8; version=2.0.0',
    schema: z.string(),
    make: ({ document }) => observationsToSdmxCsv(document),
    ending: null,
  },
  zip: {
    name: 'CSV with a README and its columns described (CSVW)',
    contentType: 'application/zip',
    schema: bytes,
    make: ({ document, about, release }) => csvPackage(document, about, release),
    ending: 'zip',
  },
}
const allFormats = parameters.format.options

const Query = z
  .object({
    from: parameters.from.optional(),
    to: parameters.to.optional(),
    area: parameters.area.optional(),
    dialect: parameters.dialect.optional(),
    lang: parameters.lang.optional(),
    release: parameters.release.optional(),
  })
  // Every other parameter is a dimension; whether the indicator has it is known only when its document is read.
  .catchall(z.string())
const QueryWithFormat = Query.extend({ format: parameters.format.optional() })

/** The same address answers in several formats, by what the reader accepts. */
const vary = 'Accept, Accept-Encoding'

const essence = (contentType: string): string => contentType.split(';')[0] ?? contentType
/** Content type → schema; two formats of one type are either of two schemas. */
function contentOf(kinds: readonly FormatKind[]): Record<string, z.ZodType> {
  const content = new Map<string, z.ZodType>()
  for (const { contentType, schema } of kinds) {
    const type = essence(contentType)
    const other = content.get(type)
    content.set(type, other ? z.union([other, schema]) : schema)
  }
  return Object.fromEntries(content)
}

/** An indicator's figures as a table, whole or in part, in every format there is. */
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
    content: contentOf(Object.values(formats)),
    handler: ({ params: { slug }, query: { format, ...query }, request, reply }) =>
      sendObservations(publication, slug, format ?? acceptedFormat(request.headers.accept), query, request, reply),
  })
  for (const format of allFormats) {
    const { name } = formats[format]
    addPublicRoute(app, {
      url: `/indicators/:slug/observations.${format}`,
      operationId: `listObservationsAs${format
        .split('-')
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join('')}`,
      summary: `The figures of an indicator as ${name}`,
      description,
      params,
      query: Query,
      content: contentOf([formats[format]]),
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
    if (type === 'text/*') return 'csv'
    if (['application/*', '*/*', ''].includes(type)) return 'json'
    const named = allFormats.find((format) => essence(formats[format].contentType) === type)
    if (named) return named
  }
  const known = [...new Set(Object.values(formats).map(({ contentType }) => essence(contentType)))]
  throw new Problem('not-acceptable', {
    da: `Tallene findes som ${known.join(', ')}.`,
    en: `The figures exist as ${known.join(', ')}.`,
  })
}

async function sendObservations(
  publication: Publication,
  slug: string,
  format: Format,
  query: z.output<typeof Query>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { from = null, to = null, area = null, dialect = 'standard', lang = 'da', release, ...categories } = query
  const edition = publication.edition(release)
  const path = documentPath.observations(slug)
  const narrowed = from !== null || to !== null || area !== null || Object.keys(categories).length > 0
  const released = narrowed || format !== 'json' ? null : publication.document(edition, path, vary)
  if (released) return sendServed(request, reply, released)
  const about = publication.about(edition, slug)
  if (!about) throw missingIndicator(edition, slug)
  const selection = { from, to, area, categories }
  // Told from what is known without the figures, so that a mistake costs no more than an answer there is.
  const problems = selectionProblems(about, selection)
  if (problems.length > 0) {
    throw invalidRequest(problems.map(({ parameter, detail }) => ({ pointer: `/${parameter}`, detail })))
  }
  const order = Object.entries(categories).sort(([a], [b]) => (a < b ? -1 : 1))
  const name = `${path} ${JSON.stringify([format, dialect, lang, from, to, area, order])}`
  const { contentType, make, ending } = formats[format]
  const isPacked = format === 'xlsx' || format === 'zip'
  const served = await publication.made(edition, name, async () => {
    if (isPacked) publication.heavyWork()
    const whole = publication.observations(edition, slug)
    const { observations } = whole ? selectObservations(whole, about, selection) : { observations: null }
    if (!observations) throw new Error(`${path} is not in release ${edition.release.number}`)
    const made = await make({ document: observations, about, release: edition.release, dialect, lang })
    return makeServed(typeof made === 'string' ? makeBody(made) : makePackedBody(made), {
      contentType,
      lastModified: edition.modifiedAt,
      freshness: edition.freshness,
      vary,
      headers: ending === null ? [] : [['content-disposition', `attachment; filename="${slug}.${ending}"`]],
    })
  })
  return sendServed(request, reply, served)
}
