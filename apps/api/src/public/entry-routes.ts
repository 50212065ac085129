import { apiPagePath, apiPath } from '@pejling/addresses/api'
import { apiRoot, siteFiles } from '@pejling/addresses/words'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Site } from '@pejling/page-contract/site'
import { addPublicRoute, noParams } from './public-route.ts'
import type { ReleaseCache } from './release-cache.ts'
import { makeBody, makeCachedResponse, sendCachedResponse } from './cached-response.ts'

/** Where a person begins who knows only that there is an API. */
const EntryDocument = z
  .strictObject({
    release: z.int().describe('The number of the newest release'),
    links: z.record(z.string(), z.string()).describe('What there is → its address'),
  })
  .meta({ id: 'EntryDocument', description: 'Where everything begins.' })

/** What the API begins with, by what it is. */
const beginnings = {
  description: apiPath('openApi', {}),
  documentation: apiPagePath('da'),
  frameworks: apiPath('frameworks', {}),
  indicators: apiPath('indicators', {}),
  observations: apiPath('figures', {}),
  areas: apiPath('areas', {}),
  dimensions: apiPath('dimensions', {}),
  sources: apiPath('sources', {}),
  actionPlans: apiPath('actionPlans', {}),
  ideas: apiPath('ideas', {}),
  meetings: apiPath('meetings', {}),
  releases: apiPath('releases', {}),
  catalogue: apiPath('catalogue', {}),
  feed: apiPath('feed', {}),
  everythingAsCsv: apiPath('everythingAs', { ending: 'zip' }),
  everythingAsSqlite: apiPath('everythingAs', { ending: 'sqlite' }),
  everythingAsParquet: apiPath('everythingAs', { ending: 'parquet' }),
} as const

/** The first address of the API: what there is, and where. */
export function addEntryRoute(app: FastifyInstance, publication: ReleaseCache, { url }: Site): void {
  addPublicRoute(app, {
    url: '/',
    operationId: 'getEntry',
    summary: 'Where everything begins',
    description: 'What there is and where, and which release is the newest.',
    params: noParams,
    query: z.strictObject({}),
    content: { 'application/json': EntryDocument },
    isHidden: true,
    handler: ({ request, reply }) => {
      const edition = publication.edition(undefined)
      const about = { contentType: 'application/json; charset=utf-8', documents: [], isPinnable: false }
      const served = publication.view(edition, 'the entry', about, () =>
        JSON.stringify({
          release: edition.release.number,
          links: Object.fromEntries(Object.entries(beginnings).map(([name, path]) => [name, new URL(path, url).href])),
        }),
      )
      return sendCachedResponse(request, reply, served)
    },
  })
}

/** Where programs look for what a site offers: its APIs (RFC 9727), and what describes its tables (W3C, CSV on the Web). */
export function registerWellKnown(app: FastifyInstance, { url }: Site): void {
  const absolute = (path: string): string => new URL(path, url).href
  const linkset = {
    linkset: [
      {
        anchor: absolute(`${apiRoot}/`),
        'service-desc': [{ href: absolute(beginnings.description), type: 'application/json' }],
        'service-doc': [{ href: absolute(beginnings.documentation), type: 'text/html' }],
        'service-meta': [{ href: absolute(beginnings.catalogue), type: 'application/ld+json' }],
      },
    ],
  }
  const files = [
    {
      path: siteFiles.apiCatalog,
      contentType: 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
      text: JSON.stringify(linkset),
    },
    { path: siteFiles.csvDescriptions, contentType: 'text/plain; charset=utf-8', text: '{+url}-metadata.json\n' },
  ]
  for (const { path, contentType, text } of files) {
    const served = makeCachedResponse(makeBody(text), { contentType, lastModified: null, freshness: 'latest' })
    app.get(path, { schema: { hide: true } }, (request, reply) => sendCachedResponse(request, reply, served))
  }
}
