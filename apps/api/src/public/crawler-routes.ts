import { siteFiles } from '@pejling/addresses/words'
import { documentPath } from '@pejling/domain/release/paths'
import { escapeMarkup } from '@pejling/figures/escape'
import type { FastifyInstance } from 'fastify'
import type { Site } from '@pejling/page-contract/site'
import type { SitePage } from '@pejling/page-contract/pages'
import type { PageRenderer } from './page-renderer.ts'
import type { ReleaseView, ReleaseCache } from './release-cache.ts'
import { sendCachedResponse } from './cached-response.ts'

/** What search engines ask for: which pages there are, and that all of them may be read. */
export function registerCrawlerRoutes(
  app: FastifyInstance,
  publication: ReleaseCache,
  renderer: PageRenderer,
  { url }: Site,
): void {
  app.get(siteFiles.robots, { schema: { hide: true } }, (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .send(`User-agent: *\nAllow: /\n\nSitemap: ${url}${siteFiles.sitemap}\n`),
  )
  app.get(siteFiles.sitemap, { schema: { hide: true } }, async (request, reply) => {
    const edition = publication.edition(undefined)
    const { addresses } = await renderer.pages()
    const about = { contentType: 'application/xml; charset=utf-8', documents: [] }
    const served = publication.view(edition, 'sitemap', about, () =>
      sitemap(
        addresses((path) => publication.readJson(edition, path), releaseNumbers(edition)),
        url,
        (document) => changedAt(publication, edition, document),
      ),
    )
    return sendCachedResponse(request, reply, served)
  })
}

/** The numbers of all releases up to an edition's. */
export function releaseNumbers({ release }: ReleaseView): number[] {
  return Array.from({ length: release.number }, (_, index) => index + 1)
}

/** When a document last changed; `null`: it is none of a release. */
function changedAt(publication: ReleaseCache, edition: ReleaseView, document: string): string | null {
  const number = releaseNumbers(edition).find((one) => documentPath.release(one) === document)
  if (number !== undefined) return publication.store.release(number)?.publishedAt ?? null
  return publication.store.version(document, edition.release.number)?.modifiedAt ?? null
}

/** The sitemap after sitemaps.org, each page with its other languages, and when what it tells of last changed. */
function sitemap(pages: readonly SitePage[], siteUrl: string, changed: (document: string) => string | null): string {
  const absolute = (path: string): string => escapeMarkup(new URL(path, siteUrl).href)
  const entries = pages.flatMap(({ address, document }) => {
    const at = document === null ? null : changed(document)
    const lastModified = at === null ? '' : `<lastmod>${at.slice(0, 10)}</lastmod>`
    const alternates = Object.entries(address).map(
      ([language, path]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${absolute(path)}"/>`,
    )
    return Object.values(address).map(
      (path) => `<url><loc>${absolute(path)}</loc>${lastModified}${alternates.join('')}</url>`,
    )
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.join('\n')}</urlset>\n`
}
