import type { FastifyInstance } from 'fastify'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { csvPackage } from '../exports/csv-package.ts'
import type { DescribedTable } from '../exports/csv-description.ts'
import { dimensionsOf, observationTable } from '../exports/observation-table.ts'
import { tableToParquet } from '../exports/parquet-export.ts'
import { figuresToSqlite } from '../exports/sqlite-export.ts'
import { withNames } from '../exports/table-names.ts'
import { parameters } from '../http/parameters.ts'
import { indicatorsIn, pathsOf } from './figures-routes.ts'
import { figuresSince } from './observation-routes.ts'
import { addPublicRoute, noParams } from './public-route.ts'
import type { ReleaseCache } from './release-cache.ts'
import { makePackedBody, sendCachedResponse } from './cached-response.ts'

type Everything = Omit<DescribedTable, 'url'>

const bytes = z.string().meta({ description: 'The bytes of the file', format: 'binary' })

/** Everything published in one file, by its ending. */
const files = {
  zip: {
    contentType: 'application/zip',
    name: 'CSV with its codes, its columns described (CSVW) and a text to read first',
    make: (all: Everything) => csvPackage(all, 'figures'),
  },
  sqlite: {
    contentType: 'application/vnd.sqlite3',
    name: 'a database of SQLite',
    make: (all: Everything) => figuresToSqlite(all),
  },
  parquet: {
    contentType: 'application/vnd.apache.parquet',
    name: 'Apache Parquet, one flat table',
    make: ({ documents, abouts, labelling }: Everything) =>
      tableToParquet(
        withNames(observationTable(documents), dimensionsOf(documents), abouts, { ...labelling, first: false }),
      ),
  },
} as const

/** How much memory files with everything may take, in bytes: they are made once for the same figures, and not by the process that serves. */
const keptLimit = 96 * 1024 * 1024

/** Everything published in one file: a table of all figures, and what is needed to understand it. */
export function addBulkRoutes(app: FastifyInstance, publication: ReleaseCache): void {
  const kept = new LRUCache<string, Buffer>({ maxSize: keptLimit, sizeCalculation: ({ length }) => length })
  for (const ending of ['zip', 'sqlite', 'parquet'] as const) {
    const { contentType, name, make } = files[ending]
    addPublicRoute(app, {
      url: `/data.${ending}`,
      operationId: `getEverythingAs${ending.charAt(0).toUpperCase()}${ending.slice(1)}`,
      summary: `Every figure in one file: ${name}`,
      description:
        'All indicators in one flat table with names beside codes, the definitions, and what each code stands for.',
      params: noParams,
      query: z.strictObject({ release: parameters.release.optional() }),
      content: { [contentType]: bytes },
      handler: async ({ query: { release }, request, reply }) => {
        const edition = publication.edition(release)
        const served = await publication.made(edition, `everything ${ending}`, async () => {
          publication.heavyWork()
          const abouts = indicatorsIn(publication, edition)
          const paths = pathsOf(abouts)
          const since = figuresSince(publication, edition, paths)
          // The same figures make the same file, whichever release they are asked of.
          const versions = paths.map((path) => publication.store.version(path, edition.release.number)?.hash)
          const key = JSON.stringify([ending, since.publishedAt, versions])
          const file =
            kept.get(key) ??
            (await make({
              documents: abouts
                .flatMap(({ indicator }) => publication.observations(edition, indicator.slug) ?? [])
                .filter(({ observations }) => observations.length > 0),
              abouts,
              since,
              labelling: { labels: 'both', locale: 'da' },
            }))
          kept.set(key, file)
          return publication.served(edition, makePackedBody(file), {
            contentType,
            documents: paths,
            headers: [['content-disposition', `attachment; filename="data.${ending}"`]],
          })
        })
        return sendCachedResponse(request, reply, served)
      },
    })
  }
}
