import type { FastifyInstance } from 'fastify'
import { openApiJson } from '../http/openapi.ts'
import { apiPage } from './api-page.ts'
import { pageSecurity, type PageRenderer } from './page-routes.ts'
import { makeBody, type Publication } from './publication.ts'
import { makeServed, sendServed, type Served } from './served.ts'

/** The API's description: for programs at `/api/v1/openapi.json`, for people at `/api`. */
export function registerApiDescription(app: FastifyInstance, publication: Publication, pages: PageRenderer): void {
  const made = new Map<string, Served>()
  // It depends on the program alone, so it is made once; making it takes longer than starting does, so not before it is asked for.
  const once = (name: string, contentType: string, make: () => string): Served => {
    const known = made.get(name)
    if (known) return known
    const served = makeServed(makeBody(make()), {
      contentType,
      lastModified: publication.edition(undefined).release.publishedAt,
      freshness: 'latest',
      vary: 'Accept-Encoding',
      headers: contentType.startsWith('text/html') ? pageSecurity : [],
    })
    made.set(name, served)
    return served
  }
  for (const url of ['/openapi.json', '/api/v1/openapi.json'])
    app.get(url, { schema: { hide: true } }, (request, reply) =>
      sendServed(
        request,
        reply,
        once('openapi', 'application/json; charset=utf-8', () => openApiJson(app)),
      ),
    )
  app.get('/api', { schema: { hide: true } }, (request, reply) =>
    sendServed(
      request,
      reply,
      once('page', 'text/html; charset=utf-8', () => apiPage(openApiJson(app), pages.stylesheet)),
    ),
  )
}
