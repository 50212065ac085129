import { apiPagePath, apiPath } from '@pejling/addresses/api'
import { siteFiles } from '@pejling/addresses/words'
import { IndicatorsDocument, ObservationsDocument } from '@pejling/domain/release/documents'
import { languageFor } from '@pejling/domain/profile/profile'
import { documentPath } from '@pejling/domain/release/paths'
import { Locale } from '@pejling/domain/text'
import type { FastifyInstance } from 'fastify'
import type { Site } from '@pejling/page-contract/site'
import { openApiJson, type PathExamples } from './openapi.ts'
import { apiPage, type ApiPageSite } from '../public/api-page.ts'
import { policiesIn, profileIn } from '../public/site-of-edition.ts'
import type { PageRenderer } from '../public/page-renderer.ts'
import { policyHeaders } from '../http/security-headers.ts'
import type { ReleaseView, ReleaseCache } from '../public/release-cache.ts'
import { makeBody, makeCachedResponse, sendCachedResponse, type CachedResponse } from '../public/cached-response.ts'

/** Addresses in the release that can be tried. */
export function pathExamples(publication: ReleaseCache, edition: ReleaseView): PathExamples {
  const [framework] = policiesIn(publication, edition)
  const indicators = publication.read(edition, documentPath.indicators, IndicatorsDocument)?.indicators ?? []
  const measured = indicators.filter(({ latest }) => latest !== null)
  const categoriesOf = (slug: string): Readonly<Record<string, string>> =>
    publication
      .read(edition, documentPath.observations(slug), ObservationsDocument)
      ?.observations.map(({ categories }) => categories)
      .find((categories) => Object.keys(categories).length > 0) ?? {}
  const indicator =
    measured.find(({ slug }) => Object.keys(categoriesOf(slug)).length > 0) ?? measured[0] ?? indicators[0]
  return {
    parts: {
      framework: framework?.slug ?? '',
      slug: indicator?.slug ?? '',
      number: indicator?.goals[0] ?? '',
      n: edition.release.number,
    },
    categories: indicator ? categoriesOf(indicator.slug) : {},
  }
}

/** The API's description: for programs at `/openapi.json` and `/api/v1/openapi.json`, for people at `/api` and `/en/api`. */
export function registerApiDescription(
  app: FastifyInstance,
  publication: ReleaseCache,
  pages: PageRenderer,
  { url, asFiles }: Site,
): void {
  const siteIn = (edition: ReleaseView): ApiPageSite => {
    const { name, languages } = profileIn(publication, edition)
    return { stylesheet: pages.stylesheet, url, asFiles, name, languages }
  }
  const json = async (edition: ReleaseView): Promise<CachedResponse> =>
    publication.known(edition, 'openapi') ??
    description(publication, edition, 'openapi', await openApiJson(app, pathExamples(publication, edition)))
  for (const address of [siteFiles.openApi, apiPath('openApi', {})]) {
    app.get(address, { schema: { hide: true } }, async (request, reply) =>
      sendCachedResponse(request, reply, await json(publication.edition(undefined))),
    )
  }
  for (const locale of Locale.options) {
    app.get(apiPagePath(locale), { schema: { hide: true } }, async (request, reply) => {
      const edition = publication.edition(undefined)
      const name = `api page ${locale}`
      const known = publication.known(edition, name)
      if (known) return sendCachedResponse(request, reply, known)
      const site = siteIn(edition)
      const spoken = languageFor(site, locale)
      if (spoken !== locale) return reply.redirect(apiPagePath(spoken), 302)
      const { variants } = await json(edition)
      const page = apiPage(variants.identity.body.toString(), site, locale)
      return sendCachedResponse(request, reply, description(publication, edition, name, page))
    })
  }
  // An address below /api that does not exist is answered as the API answers, not with a page.
  app.get(`${apiPagePath('da')}/*`, { schema: { hide: true } }, (_request, reply) => reply.callNotFound())
}

function description(publication: ReleaseCache, edition: ReleaseView, name: string, text: string): CachedResponse {
  const isPage = text.startsWith('<')
  return publication.answer(edition, name, () =>
    makeCachedResponse(makeBody(text), {
      contentType: isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
      lastModified: edition.modifiedAt,
      freshness: edition.freshness,
      headers: isPage ? policyHeaders('page') : [],
    }),
  )
}
