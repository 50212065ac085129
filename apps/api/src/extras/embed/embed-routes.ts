import { fromPath } from '@pejling/addresses/address'
import { embedPath, embedPattern } from '@pejling/addresses/embeds'
import { linksFor } from '@pejling/addresses/links'
import { siteFiles } from '@pejling/addresses/words'
import { IndicatorDocument } from '@pejling/domain/release/documents'
import { languageFor } from '@pejling/domain/profile/profile'
import { documentPath } from '@pejling/domain/release/paths'
import { Slug } from '@pejling/domain/slug'
import { Locale } from '@pejling/domain/text'
import { cardSize } from '@pejling/figures/card'
import { escapeMarkup } from '@pejling/figures/escape'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { parameters } from '../../http/parameters.ts'
import { Problem } from '../../http/problem.ts'
import { policyHeaders } from '../../http/security-headers.ts'
import { renderedFor } from '../../public/page-renderer.ts'
import { profileIn, publisherIn } from '../../public/site-of-edition.ts'
import type { Extra, ExtraParts } from '../../public/extra.ts'
import { sendPage } from '../../public/page-routes.ts'
import { addPublicRoute } from '../../public/public-route.ts'
import { presentAddress, sendOn } from '../../public/former-address.ts'
import type { ReleaseView, ReleaseCache } from '../../public/release-cache.ts'
import { makeBody, makeCachedResponse, sendCachedResponse } from '../../public/cached-response.ts'

/** How large a frame is to begin with, in pixels; the script that goes with it gives it the height it needs. */
const frame = { width: 720, height: 470 } as const

/** Indicators in frames on other people's pages. They are those of the newest release, and set no cookie. */
function registerEmbeds(app: FastifyInstance, { publication, renderer, site }: ExtraParts): void {
  for (const locale of Locale.options) {
    app.get(embedPattern(locale), { schema: { hide: true } }, async (request, reply) => {
      const slug = Slug.safeParse(z.object({ slug: z.string() }).parse(request.params).slug)
      const edition = publication.edition(undefined)
      const name = `embed ${locale} ${slug.data}`
      const known = publication.known(edition, name)
      if (known) return sendCachedResponse(request, reply, known)
      const profile = profileIn(publication, edition)
      const spoken = languageFor(profile, locale)
      if (spoken !== locale) return reply.redirect(embedPath(slug.data ?? '', spoken), 302)
      const document = slug.success
        ? publication.read(edition, documentPath.indicator(slug.data), IndicatorDocument)
        : null
      if (!document) {
        const present = presentAddress(publication, request.url)
        return present === null ? sendPage(publication, renderer, site, request, reply) : sendOn(reply, present)
      }
      const served = await publication.made(edition, name, async () => {
        const { renderEmbed } = await renderer.pages()
        const { html, styles } = renderEmbed(
          {
            locale,
            document,
            release: edition.release,
            organisation: publisherIn(publication, edition, locale),
            profile,
            siteUrl: site.url,
          },
          renderedFor(site, 'embed'),
        )
        return makeCachedResponse(makeBody(html), {
          contentType: 'text/html; charset=utf-8',
          lastModified: edition.modifiedAt,
          freshness: edition.freshness,
          headers: policyHeaders('embed', { styles, ancestors: site.embedAncestors }),
        })
      })
      return sendCachedResponse(request, reply, served)
    })
  }
  // Under a name that stays, for the pages that load it.
  app.get(siteFiles.embedScript, { schema: { hide: true } }, (_request, reply) =>
    reply.header('access-control-allow-origin', '*').redirect(renderer.framesScript, 302),
  )
}

/** The answer of oEmbed for what is shown in a frame. */
const Oembed = z
  .looseObject({
    type: z.literal('rich'),
    version: z.literal('1.0'),
    title: z.string(),
    provider_name: z.string(),
    provider_url: z.string(),
    cache_age: z.int(),
    width: z.int(),
    height: z.int(),
    html: z.string().describe('The frame'),
    thumbnail_url: z.string().optional().describe('Left out where it is larger than asked for'),
    thumbnail_width: z.int().optional(),
    thumbnail_height: z.int().optional(),
  })
  .meta({ id: 'Oembed', description: 'How to embed an indicator (oembed.com).' })

/** What is said of an indicator, also by a name it had before; `null`: there is none. */
function presentIndicator(publication: ReleaseCache, edition: ReleaseView, slug: string): IndicatorDocument | null {
  const about = publication.about(edition, slug)
  if (about) return about
  const present = publication.renamed(edition, { kind: 'indicator', name: slug })
  return present === null ? null : publication.about(edition, present)
}

/** What another site needs to embed a page, by the page's own address: https://oembed.com. */
function addOembedRoute(app: FastifyInstance, { publication, site }: ExtraParts): void {
  addPublicRoute(app, {
    url: '/oembed',
    operationId: 'getOembed',
    summary: 'How to embed an indicator',
    description: 'oEmbed: takes the address of an indicator’s page and answers with the frame that shows it elsewhere.',
    params: z.strictObject({}),
    // Here alone what is not known is ignored: readers of oEmbed add what others ask for (WordPress sends `dnt`).
    query: z.object({
      url: parameters.url,
      // Whatever it is, so that what is not spoken is answered as oEmbed has it.
      format: z
        .string()
        .meta({ description: 'Format of the answer: `json`', examples: ['json'] })
        .optional(),
      maxwidth: parameters.maxwidth.optional(),
      maxheight: parameters.maxheight.optional(),
    }),
    content: { 'application/json': Oembed },
    ownProblems: { 501: 'A format of oEmbed that is not spoken here' },
    handler: ({ query: { url, format = 'json', maxwidth, maxheight }, request, reply }) => {
      if (format !== 'json') {
        throw new Problem('not-implemented', {
          da: 'oEmbed svares kun som JSON: skriv `format=json`.',
          en: 'oEmbed is answered as JSON alone: write `format=json`.',
        })
      }
      const { pathname, origin } = new URL(url)
      const shown = fromPath(pathname.replace(/(?<=.)\/+$/, ''))
      const route = shown?.kind === 'page' && shown.route.page === 'indicator' ? shown.route : null
      const edition = publication.edition(undefined)
      const document =
        route === null || origin !== new URL(site.url).origin
          ? null
          : presentIndicator(publication, edition, route.slug)
      if (!route || !document) {
        throw new Problem('not-found', {
          da: `Der er ingen indikator på ${url}; skriv adressen på en indikators side her.`,
          en: `There is no indicator at ${url}; write the address of an indicator’s page here.`,
        })
      }
      const { locale } = route
      const links = linksFor(locale, null)
      const [width, height] = [
        Math.min(frame.width, maxwidth ?? Infinity),
        Math.min(frame.height, maxheight ?? Infinity),
      ]
      const src = new URL(links.embed(document.indicator.slug), site.url).href
      const title = document.indicator.name[locale]
      // What is larger than asked for is left out.
      const hasThumbnail = (maxwidth ?? Infinity) >= cardSize.width && (maxheight ?? Infinity) >= cardSize.height
      const embedding = {
        type: 'rich',
        version: '1.0',
        title,
        provider_name: publisherIn(publication, edition, locale),
        provider_url: site.url,
        cache_age: 3600,
        width,
        height,
        html: `<iframe src="${escapeMarkup(src)}" title="${escapeMarkup(title)}" width="${width}" height="${height}" frameborder="0" loading="lazy"></iframe>`,
        ...(hasThumbnail && {
          thumbnail_url: site.url + links.card({ indicator: document.indicator.slug }),
          thumbnail_width: cardSize.width,
          thumbnail_height: cardSize.height,
        }),
      }
      const about = {
        contentType: 'application/json; charset=utf-8',
        documents: [documentPath.indicator(document.indicator.slug), documentPath.profile],
        isPinnable: false,
      }
      const named = `oembed ${locale} ${document.indicator.slug} ${width} ${height} ${hasThumbnail}`
      return sendCachedResponse(
        request,
        reply,
        publication.view(edition, named, about, () => JSON.stringify(embedding)),
      )
    },
  })
}

/** Indicators in frames on other sites. */
export const embed: Extra = { addPages: registerEmbeds, addToApi: addOembedRoute }
