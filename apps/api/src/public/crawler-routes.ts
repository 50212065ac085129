import { siteFiles } from '@pejling/addresses/words'
import { escapeMarkup } from '@pejling/figures/escape'
import type { FastifyInstance } from 'fastify'
import type { Site } from '@pejling/page-contract/site'
import type { PageAddress } from '@pejling/page-contract/pages'
import type { PageRenderer } from './page-renderer.ts'
import type { Edition, Publication } from './publication.ts'
import { sendServed } from './served.ts'

/** What search engines ask for: which pages there are, and that all of them may be read. */
export function registerCrawlerRoutes(
  app: FastifyInstance,
  publication: Publication,
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
    const served = publication.view(edition, 'sitemap', 'application/xml; charset=utf-8', () =>
      sitemap(
        addresses((path) => publication.readJson(edition, path), releaseNumbers(edition)),
        url,
        edition,
      ),
    )
    return sendServed(request, reply, served)
  })
}

/** The numbers of all releases up to an edition's. */
export function releaseNumbers({ release }: Edition): number[] {
  return Array.from({ length: release.number }, (_, index) => index + 1)
}

/** The sitemap after sitemaps.org, each page with its other languages. */
function sitemap(addresses: readonly PageAddress[], siteUrl: string, { release }: Edition): string {
  const absolute = (path: string): string => escapeMarkup(new URL(path, siteUrl).href)
  const entries = addresses.flatMap((address) => {
    const alternates = Object.entries(address).map(
      ([language, path]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${absolute(path)}"/>`,
    )
    return Object.values(address).map(
      (path) =>
        `<url><loc>${absolute(path)}</loc><lastmod>${release.publishedAt.slice(0, 10)}</lastmod>${alternates.join('')}</url>`,
    )
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.join('\n')}</urlset>\n`
}
