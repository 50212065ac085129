import { AreasDocument, DimensionsDocument, FiguresDocument, SourcesDocument } from '@pejling/domain/release/across'
import { IndicatorsDocument, type IndicatorDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import { selectObservations, selectionProblems } from '@pejling/domain/release/select-observations'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dimensionsOf } from '../exports/observation-table.ts'
import { preferredType } from '../http/accept.ts'
import { invalidRequest } from '../http/input.ts'
import { parameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { askedFigures, figuresQuery, type AskedFigures } from './asked-figures.ts'
import { contentOf, formats, refuseUnheeded, type FormatKind, type Material } from './observation-formats.ts'
import { figuresSince, formatInName, narrowedInWords } from './observation-routes.ts'
import { addPublicRoute, noParams } from './public-route.ts'
import type { ReleaseView, ReleaseCache } from './release-cache.ts'
import { makeBody, makePackedBody, sendCachedResponse } from './cached-response.ts'

/** How many figures an answer may have; who wants more takes the file with everything. */
const mostFigures = 100_000

/** The formats that have room for indicators of different dimensions. */
const formatNames = ['json', 'csv', 'xlsx', 'parquet'] as const
type FlatFormat = (typeof formatNames)[number]

const asJson = ({ documents }: Material): string => {
  const answer: FiguresDocument = {
    demonstration: documents.some(({ demonstration }) => demonstration),
    dimensions: dimensionsOf(documents),
    observations: documents.flatMap(({ indicator, unit, observations }) =>
      observations.map((row) => ({ indicator, unit, ...row })),
    ),
  }
  return JSON.stringify(answer)
}

const flatFormats: Readonly<Record<FlatFormat, FormatKind>> = {
  json: { ...formats.json, schema: FiguresDocument, make: asJson },
  csv: formats.csv,
  xlsx: formats.xlsx,
  parquet: formats.parquet,
}
const allFormats = Object.values(flatFormats)

/** The indicators of a release by their slugs, each without its figures. */
export function indicatorsIn(publication: ReleaseCache, edition: ReleaseView): IndicatorDocument[] {
  const summaries = publication.read(edition, documentPath.indicators, IndicatorsDocument)?.indicators ?? []
  return summaries.flatMap(({ slug }) => publication.about(edition, slug) ?? [])
}

/** What is made of these indicators' figures changes when one of these documents does. */
export const pathsOf = (abouts: readonly IndicatorDocument[]): string[] =>
  abouts.flatMap(({ indicator: { slug } }) => [documentPath.observations(slug), documentPath.indicator(slug)])

function chosen(all: readonly IndicatorDocument[], slugs: readonly string[] | null): readonly IndicatorDocument[] {
  if (slugs === null) return all
  const known = new Map(all.map((about) => [about.indicator.slug, about]))
  const unknown = slugs.filter((slug) => !known.has(slug))
  if (unknown.length > 0) {
    throw invalidRequest(
      unknown.map((slug) => ({
        pointer: '/indicator',
        detail: {
          da: `Der er ingen indikator "${slug}". GET /api/v1/indicators viser dem alle.`,
          en: `There is no indicator "${slug}". GET /api/v1/indicators lists them all.`,
        },
      })),
    )
  }
  return [...new Set(slugs)].flatMap((slug) => known.get(slug) ?? [])
}

function refuseTooMany(count: number): void {
  if (count <= mostFigures) return
  throw invalidRequest([
    {
      pointer: '/indicator',
      detail: {
        da: `Det er ${count} tal; et svar har højst ${mostFigures}. Vælg færre indikatorer, områder eller perioder, eller hent alt som /api/v1/data.zip.`,
        en: `That is ${count} figures; an answer has at most ${mostFigures}. Choose fewer indicators, areas or periods, or get everything as /api/v1/data.zip.`,
      },
    },
  ])
}

function acceptedFormat(accept: string | undefined): FlatFormat {
  const type = preferredType(
    accept,
    formatNames.map((format) => flatFormats[format].contentType),
  )
  const format = formatNames.find((one) => flatFormats[one].contentType === type)
  if (format !== undefined) return format
  throw new Problem('not-acceptable', {
    da: `Tallene findes som ${formatNames.join(', ')}.`,
    en: `The figures exist as ${formatNames.join(', ')}.`,
  })
}

async function sendFigures(
  publication: ReleaseCache,
  { format: ownFormat, asked }: { readonly format: FlatFormat | null; readonly asked: AskedFigures },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const named = formatNames.find((one) => one === asked.format)
  const format = ownFormat ?? named ?? acceptedFormat(request.headers.accept)
  refuseUnheeded(format, asked.options)
  // Many documents are read.
  publication.heavyWork()
  const edition = publication.edition(asked.release)
  const { contentType, make, isPacked } = flatFormats[format]
  const isChosen = ownFormat === null && named === undefined
  const { dialect = 'standard', labels = 'both', lang = 'da' } = asked.options
  const served = await publication.made(edition, `figures ${format} ${isChosen} ${asked.name}`, async () => {
    const abouts = chosen(indicatorsIn(publication, edition), asked.indicators)
    const others = ['indicator', ...Object.keys(figuresQuery([flatFormats[format]]).shape)]
    const problems = selectionProblems(abouts, asked.selection, others)
    if (problems.length > 0) {
      throw invalidRequest(problems.map(({ parameter, detail }) => ({ pointer: `/${parameter}`, detail })))
    }
    const paths = pathsOf(abouts)
    const documents = abouts.flatMap(({ indicator }) => {
      const whole = publication.observations(edition, indicator.slug)
      return whole ? selectObservations(whole, abouts, asked.selection) : []
    })
    refuseTooMany(documents.reduce((count, { observations }) => count + observations.length, 0))
    const made = await make({
      // A dimension that no figure of the answer is divided by would be an empty column.
      documents: documents.filter(({ observations }) => observations.length > 0),
      abouts,
      since: figuresSince(publication, edition, paths),
      dialect,
      labelling: { labels, locale: lang },
      href: '',
    })
    return publication.served(edition, isPacked ? makePackedBody(Buffer.from(made)) : makeBody(made), {
      ending: ownFormat === null ? format : null,
      vary: isChosen ? 'Accept, Accept-Encoding' : 'Accept-Encoding',
      contentType,
      documents: paths,
      headers: [['content-disposition', `${isPacked ? 'attachment' : 'inline'}; filename="observations.${format}"`]],
    })
  })
  return sendCachedResponse(request, reply, served)
}

/** Figures across indicators as one flat table, and the lists of areas, dimensions and sources they refer to. */
export function addFiguresRoutes(app: FastifyInstance, publication: ReleaseCache): void {
  const description = `One row for each figure, at most ${mostFigures}; \`indicator\` takes some indicators, without it all. ${narrowedInWords}`
  const indicator = parameters.indicator.optional()
  const negotiated = figuresQuery(allFormats, { indicator, format: z.enum(formatNames).optional() })
  addPublicRoute(app, {
    url: '/observations',
    operationId: 'listFigures',
    summary: 'Figures across indicators',
    description: `${description} The format is taken from \`format\`, or from Accept.`,
    params: noParams,
    query: negotiated,
    content: contentOf(allFormats),
    isNegotiated: true,
    handler: ({ query, request, reply }) =>
      sendFigures(publication, { format: null, asked: askedFigures(query, negotiated) }, request, reply),
  })
  for (const format of formatNames) {
    const own = figuresQuery([flatFormats[format]], { indicator })
    addPublicRoute(app, {
      url: `/observations.${format}`,
      operationId: `listFiguresAs${formatInName(format)}`,
      summary: `Figures across indicators as ${flatFormats[format].name}`,
      description,
      params: noParams,
      query: own,
      content: contentOf([flatFormats[format]]),
      handler: ({ query, request, reply }) =>
        sendFigures(publication, { format, asked: askedFigures(query, own) }, request, reply),
    })
  }
  addLists(app, publication)
}

/** What several indicators have, each once, with the indicators that have it. What was published last of one is what it is. */
function once<Item extends object>(
  abouts: readonly IndicatorDocument[],
  itemsOf: (about: IndicatorDocument) => readonly Item[],
  nameOf: (item: Item) => string,
): (Item & { readonly indicators: string[] })[] {
  const found = new Map<string, Item & { readonly indicators: string[] }>()
  for (const about of abouts) {
    for (const item of itemsOf(about)) {
      const before = found.get(nameOf(item))?.indicators ?? []
      found.set(nameOf(item), { ...item, indicators: [...before, about.indicator.slug] })
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item)
}

function addLists(app: FastifyInstance, publication: ReleaseCache): void {
  const lists = [
    {
      name: 'areas',
      schema: AreasDocument,
      summary: 'All areas',
      of: (all: readonly IndicatorDocument[]) => ({
        areas: once(
          all,
          ({ areas }) => areas,
          ({ code }) => code,
        ),
      }),
    },
    {
      name: 'dimensions',
      schema: DimensionsDocument,
      summary: 'All dimensions with their categories',
      of: (all: readonly IndicatorDocument[]) => ({
        dimensions: once(
          all,
          ({ dimensions }) => dimensions,
          ({ slug }) => slug,
        ),
      }),
    },
    {
      name: 'sources',
      schema: SourcesDocument,
      summary: 'All sources with their licences',
      of: (all: readonly IndicatorDocument[]) => ({
        sources: once(
          all,
          ({ sources }) => sources,
          ({ slug }) => slug,
        ),
      }),
    },
  ] as const
  for (const { name, schema, summary, of } of lists) {
    addPublicRoute(app, {
      url: `/${name}`,
      operationId: `list${formatInName(name)}`,
      summary,
      description: 'Each once, with the indicators that have it.',
      params: noParams,
      query: z.strictObject({ release: parameters.release.optional() }),
      content: { 'application/json': schema },
      handler: ({ query: { release }, request, reply }) => {
        const edition = publication.edition(release)
        const known = publication.known(edition, name)
        if (known) return sendCachedResponse(request, reply, known)
        publication.heavyWork()
        const abouts = indicatorsIn(publication, edition)
        const about = {
          contentType: 'application/json; charset=utf-8',
          documents: abouts.map(({ indicator }) => documentPath.indicator(indicator.slug)),
        }
        const served = publication.view(edition, name, about, () => JSON.stringify(of(abouts)))
        return sendCachedResponse(request, reply, served)
      },
    })
  }
}
