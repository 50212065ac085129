import { documentAddress } from '@pejling/addresses/api'
import { documentPath } from '@pejling/domain/release/paths'
import { selectObservations, selectionProblems } from '@pejling/domain/release/select-observations'
import { sharedLicence } from '@pejling/domain/source/licence'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { csvMetadata } from '../exports/csv-description.ts'
import { preferredType } from '../http/accept.ts'
import { invalidRequest } from '../http/input.ts'
import { parameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { askedFigures, figuresQuery, type AskedFigures } from './asked-figures.ts'
import { contentOf, essence, formats, refuseUnheeded, type Format } from './observation-formats.ts'
import { addPublicRoute } from './public-route.ts'
import type { ReleaseView, ReleaseCache } from './release-cache.ts'
import { missingIndicator } from './send-document.ts'
import { makeBody, makePackedBody, sendCachedResponse } from './cached-response.ts'

const params = z.strictObject({ slug: parameters.slug })

/** What is said of every table that is narrowed by parameters. */
export const narrowedInWords =
  '`from` and `to` are periods or years, `period` and `area` one or several, `last` how many of the newest periods of each series; a parameter named like a dimension (`alder=18-29,30-44`) takes categories of it, `_T` (or `total`) what is not divided by it. Several values stand with commas between, or the parameter is repeated.'

/** How an operation of a format is called: `…AsJsonStat`. */
export const formatInName = (format: string): string =>
  format
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** Since when figures are as they are in a release: the newest version of the documents they stand in. */
export function figuresSince(
  publication: ReleaseCache,
  edition: ReleaseView,
  paths: readonly string[],
): { readonly number: number; readonly publishedAt: string } {
  const versions = paths.flatMap((path) => publication.store.version(path, edition.release.number) ?? [])
  const number = Math.max(1, ...versions.map(({ release }) => release))
  return { number, publishedAt: publication.modifiedAt(edition, paths) }
}

/** An indicator's figures as a table, whole or in part, in every format there is. */
export function addObservationRoutes(app: FastifyInstance, publication: ReleaseCache): void {
  const description = `One row for each figure. ${narrowedInWords}`
  const all = Object.values(formats)
  const negotiated = figuresQuery(all, { format: parameters.format.optional() })
  addPublicRoute(app, {
    url: '/indicators/:slug/observations',
    operationId: 'listObservations',
    summary: 'The figures of an indicator',
    description: `${description} The format is taken from \`format\`, or from Accept.`,
    params,
    query: negotiated,
    content: contentOf(all),
    isNegotiated: true,
    handler: ({ params: { slug }, query, request, reply }) =>
      sendObservations(publication, { slug, format: null, asked: askedFigures(query, negotiated) }, request, reply),
  })
  for (const format of parameters.format.options) {
    const own = figuresQuery([formats[format]])
    addPublicRoute(app, {
      url: `/indicators/:slug/observations.${format}`,
      operationId: `listObservationsAs${formatInName(format)}`,
      summary: `The figures of an indicator as ${formats[format].name}`,
      description,
      params,
      query: own,
      content: contentOf([formats[format]]),
      // Figures may be divided in more ways than a cube can number.
      isNegotiated: format === 'json-stat',
      handler: ({ params: { slug }, query, request, reply }) =>
        sendObservations(publication, { slug, format, asked: askedFigures(query, own) }, request, reply),
    })
  }
  addCsvDescription(app, publication)
}

/** Where CSV on the Web looks for what describes a table: `<address of the table>-metadata.json`. */
function addCsvDescription(app: FastifyInstance, publication: ReleaseCache): void {
  addPublicRoute(app, {
    url: '/indicators/:slug/observations.csv-metadata.json',
    operationId: 'describeObservationsCsv',
    summary: 'The columns of the CSV',
    description: 'What each column of `observations.csv` is, after CSV on the Web (W3C).',
    params,
    query: z.strictObject({ release: parameters.release.optional() }),
    content: {
      'application/csvm+json': z
        .looseObject({ url: z.string(), tableSchema: z.looseObject({ columns: z.array(z.unknown()) }) })
        .meta({ id: 'CsvDescription', description: 'A table after CSV on the Web (W3C).' }),
    },
    handler: ({ params: { slug }, query: { release }, request, reply }) => {
      const edition = publication.edition(release)
      const about = publication.about(edition, slug)
      if (!about) throw missingIndicator(edition, slug)
      const paths = [documentPath.observations(slug), documentPath.indicator(slug)]
      const kind = { contentType: 'application/csvm+json', documents: paths }
      const served = publication.view(edition, `csv description ${slug}`, kind, () => {
        const whole = publication.observations(edition, slug)
        const described = {
          documents: whole ? [whole] : [],
          abouts: [about],
          since: figuresSince(publication, edition, paths.slice(0, 1)),
          labelling: { labels: 'both', locale: 'da' },
          url: 'observations.csv',
        } as const
        return JSON.stringify(csvMetadata(described))
      })
      return sendCachedResponse(request, reply, served)
    },
  })
}

/** The formats by the media types readers ask for; JSON where anything will do, CSV for any text. */
const accepted = new Map<string, Format>([
  ...(['json', 'csv', 'xlsx', 'parquet', 'zip'] as const).map(
    (format) => [formats[format].contentType, format] as const,
  ),
  // A reader may ask for its codes without their names, which is how it is.
  [`${formats['sdmx-csv'].contentType}; labels=id`, 'sdmx-csv'],
])

/** The format a reader accepts. Throws a {@link Problem} where none of ours is among them. */
export function acceptedFormat(accept: string | undefined): Format {
  const format = accepted.get(preferredType(accept, [...accepted.keys()]) ?? '')
  if (format !== undefined) return format
  const known = [...accepted.keys()].map(essence)
  throw new Problem('not-acceptable', {
    da: `Tallene findes som ${known.join(', ')}.`,
    en: `The figures exist as ${known.join(', ')}.`,
  })
}

interface AskedOfIndicator {
  readonly slug: string
  /** The format the address is of; `null`: it is chosen. */
  readonly format: Format | null
  readonly asked: AskedFigures
}

async function sendObservations(
  publication: ReleaseCache,
  { slug, format: ownFormat, asked }: AskedOfIndicator,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const format = ownFormat ?? asked.format ?? acceptedFormat(request.headers.accept)
  const { dialect = 'standard', labels = 'both', lang = 'da' } = asked.options
  refuseUnheeded(format, asked.options)
  const edition = publication.edition(asked.release)
  const path = documentPath.observations(slug)
  const isChosen = ownFormat === null && asked.format === undefined
  const form = {
    ending: ownFormat === null ? format : null,
    vary: isChosen ? 'Accept, Accept-Encoding' : 'Accept-Encoding',
  }
  const released = asked.isWhole && format === 'json' ? publication.document(edition, path, form) : null
  if (released) return sendCachedResponse(request, reply, released)
  const about = publication.about(edition, slug)
  if (!about) throw missingIndicator(edition, slug)
  // Told from what is known without the figures, so that a mistake costs no more than an answer there is.
  const others = Object.keys(figuresQuery([formats[format]]).shape)
  const problems = selectionProblems([about], asked.selection, others)
  if (problems.length > 0) {
    throw invalidRequest(problems.map(({ parameter, detail }) => ({ pointer: `/${parameter}`, detail })))
  }
  const { contentType, make, isPacked } = formats[format]
  const address = documentAddress(path)
  const licence = sharedLicence(about.sources)
  const links = [
    ...(licence === null ? [] : [`<${licence}>; rel="license"`]),
    ...(format === 'csv' ? [`<${address}.csv-metadata.json>; rel="describedby"; type="application/csvm+json"`] : []),
  ]
  const served = await publication.made(edition, `${path} ${format} ${isChosen} ${asked.name}`, async () => {
    if (isPacked) publication.heavyWork()
    const whole = publication.observations(edition, slug)
    if (!whole) throw new Error(`${path} is not in release ${edition.release.number}`)
    const made = await make({
      documents: [selectObservations(whole, [about], asked.selection)],
      abouts: [about],
      since: figuresSince(publication, edition, [path]),
      dialect,
      labelling: { labels, locale: lang },
      href: `${address}.json-stat`,
    })
    return publication.served(edition, isPacked ? makePackedBody(Buffer.from(made)) : makeBody(made), {
      ...form,
      contentType,
      documents: [path, documentPath.indicator(slug)],
      links,
      headers: [['content-disposition', `${isPacked ? 'attachment' : 'inline'}; filename="${slug}.${format}"`]],
    })
  })
  return sendCachedResponse(request, reply, served)
}
