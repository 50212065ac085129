import type { Release } from '@pejling/domain/release/release'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { makeBody, type Edition, type Publication } from './publication.ts'
import { makeServed, sendServed } from './served.ts'

/** What a page is rendered from. The shape is the dashboard's; the server only carries it. */
export interface PageRequest {
  readonly path: string
  readonly read: (documentPath: string) => unknown
  readonly release: Release
  readonly pinned: boolean
  readonly siteUrl: string
}

/** A rendered page. */
export interface PageAnswer {
  readonly status: 200 | 404
  readonly html: string
}

/** The dashboard as the server sees it: pages, and the files they need. */
export interface PageRenderer {
  readonly render: (request: PageRequest) => Promise<PageAnswer>
  /** The file below `/assets/`, or `null`. */
  readonly asset: (name: string) => { readonly bytes: Buffer; readonly contentType: string } | null
  readonly assetNames: readonly string[]
  /** Address of the style sheet. */
  readonly stylesheet: string
}

/** What a public page may load and do: its own style sheets, fonts and pictures, and nothing from anywhere else. */
export const pageSecurity: readonly (readonly [string, string])[] = [
  [
    'content-security-policy',
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  ],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
]

const hashed = /-[\w-]{8}\.\w+$/
const pinnedPrefix = /^(\/udgivelser|\/en\/releases)\/(\d{1,7})(?=\/|$)(.*)$/

/** The public pages, rendered once for each release and then served as they are. */
export function registerPages(
  app: FastifyInstance,
  publication: Publication,
  pages: PageRenderer,
  siteUrl: string,
): void {
  app.get<{ Params: { '*': string } }>('/assets/*', { schema: { hide: true } }, (request, reply) => {
    const asset = pages.asset(request.params['*'])
    if (!asset) return reply.callNotFound()
    return (
      reply
        // A name with a hash in it is never given to other bytes.
        .header(
          'cache-control',
          hashed.test(request.url) ? 'public, max-age=31536000, immutable' : 'public, max-age=86400',
        )
        .header('x-content-type-options', 'nosniff')
        .type(asset.contentType)
        .send(asset.bytes)
    )
  })
  app.get('/*', { schema: { hide: true } }, (request, reply) => sendPage(publication, pages, siteUrl, request, reply))
}

/** Splits `/udgivelser/7/indikator/x` into the release and the page; a page's own address has no number. */
export function splitPinned(path: string): { readonly number: number | undefined; readonly path: string } {
  const match = pinnedPrefix.exec(path)
  if (!match) return { number: undefined, path }
  const [, prefix = '', digits = '', rest = ''] = match
  const page = rest === '' || rest === '/' ? '' : rest
  return { number: Number(digits), path: (prefix.startsWith('/en') ? '/en' : '') + page || '/' }
}

async function sendPage(
  publication: Publication,
  pages: PageRenderer,
  siteUrl: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  // No page takes parameters, so that whatever is put behind its address gives the same bytes.
  const [address = '/'] = request.url.split('?', 1)
  const asked = splitPinned(address)
  const pinned = asked.number !== undefined && publication.has(asked.number)
  // A release that does not exist is an address that does not exist: a page of the latest says so.
  const edition = publication.edition(pinned ? asked.number : undefined)
  const path = pinned || asked.number === undefined ? asked.path : address
  const name = `page ${path}`
  const known = publication.known(edition, name)
  if (known) return sendServed(request, reply, known)
  const answer = await pages.render({
    path,
    read: (document) => publication.readJson(edition, document),
    release: edition.release,
    pinned,
    siteUrl,
  })
  if (answer.status === 404) return sendMissingPage(publication, edition, path, answer, reply)
  const served = publication.answer(edition, name, () =>
    makeServed(makeBody(answer.html), {
      contentType: 'text/html; charset=utf-8',
      lastModified: edition.release.publishedAt,
      freshness: edition.freshness,
      vary: 'Accept-Encoding',
      headers: pageSecurity,
    }),
  )
  return sendServed(request, reply, served)
}

/** An indicator that was renamed sends its readers on; anything else is a page that says what is not there. */
function sendMissingPage(
  publication: Publication,
  edition: Edition,
  path: string,
  answer: PageAnswer,
  reply: FastifyReply,
): FastifyReply {
  const slug = /^\/(?:indikator|en\/indicator)\/([a-z0-9-]+)$/.exec(path)?.[1]
  const renamed = slug === undefined ? null : publication.renamed(edition, slug)
  if (slug !== undefined && renamed !== null) return reply.redirect(path.replace(slug, renamed), 308)
  for (const [header, value] of pageSecurity) reply.header(header, value)
  return reply.code(404).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(answer.html)
}
