import { assetPath } from '@pejling/addresses/api'
import { linksFor } from '@pejling/addresses/links'
import { pageParameters, splitPinned } from '@pejling/addresses/pages'
import { siteFiles } from '@pejling/addresses/words'
import { documentPath } from '@pejling/domain/release/paths'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Site } from '@pejling/page-contract/site'
import type { FromWorkshop } from '../http/errors.ts'
import { Problem } from '../http/problem.ts'
import { WorkerAnswer } from '../http/made-elsewhere.ts'
import type { ReleaseCache } from './release-cache.ts'
import type { RenderedPage } from '@pejling/page-contract/rendering'
import { policyHeaders } from '../http/security-headers.ts'
import { renderedFor, type PageRenderer } from './page-renderer.ts'
import { presentAddress, sendOn } from './former-address.ts'
import { profileIn } from './site-of-edition.ts'
import { makeBody, makeCachedResponse, sendCachedResponse } from './cached-response.ts'

const html = 'text/html; charset=utf-8'

/** The public pages, rendered once for each release and then served as they are. */
export function registerPages(
  app: FastifyInstance,
  publication: ReleaseCache,
  renderer: PageRenderer,
  site: Site,
  fromWorkshop: FromWorkshop | null,
): void {
  app.setErrorHandler((error, request, reply) =>
    error instanceof WorkerAnswer && fromWorkshop !== null
      ? fromWorkshop(request, reply)
      : sendProblemPage(renderer, site, error, request, reply),
  )
  app.get<{ Params: { '*': string } }>(assetPath('*'), { schema: { hide: true } }, (request, reply) => {
    const asset = renderer.asset(request.params['*'])
    if (!asset) return reply.callNotFound()
    return sendCachedResponse(request, reply, asset)
  })
  // The address Danish law asks every public body to have: the statement registered with the authorities, else our own.
  app.get(siteFiles.statement, { schema: { hide: true } }, (_request, reply) =>
    reply.redirect(site.registeredStatement ?? linksFor('da', null).page('accessibility'), 302),
  )
  app.get('/*', { schema: { hide: true } }, (request, reply) => sendPage(publication, renderer, site, request, reply))
}

/** The parameters pages know, in one order, so that the same view is made and kept once whatever else stands in its address. */
function knownQuery(query: string, known: ReadonlySet<string>): string {
  const parameters = new URLSearchParams(query)
  for (const name of new Set(parameters.keys())) if (!known.has(name)) parameters.delete(name)
  parameters.sort()
  return parameters.toString()
}

/** Sends the page at the address that was asked for, or one that says what is not there. */
export async function sendPage(
  publication: ReleaseCache,
  renderer: PageRenderer,
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const [address = '/', ...behind] = request.url.split('?')
  const asked = splitPinned(address)
  const pinned = asked.release !== null && publication.has(asked.release)
  // A release that does not exist is an address that does not exist: a page of the latest says so.
  const edition = publication.edition(pinned && asked.release !== null ? asked.release : undefined)
  const path = pinned || asked.release === null ? asked.path : address
  const pages = await renderer.pages()
  const query = knownQuery(behind.join('?'), pageParameters)
  const name = `page ${path}?${query}`
  const known = publication.known(edition, name)
  if (known) return sendCachedResponse(request, reply, known)
  const { languages } = profileIn(publication, edition)
  const elsewhere = pages.inLanguageOfSite(path, query, { pinnedTo: pinned ? edition.release.number : null, languages })
  if (elsewhere !== null) return reply.redirect(elsewhere, 302)
  let freshness = edition.freshness
  const read = (document: string): unknown => {
    // Shared beside releases: a page that tells of them is made again each time.
    if (document === documentPath.meetings) freshness = 'current'
    return publication.readJson(edition, document)
  }
  const answer = pages.render(
    {
      path,
      query,
      read,
      release: edition.release,
      pinned,
      site,
    },
    renderedFor(site),
  )
  if (answer.status === 404) {
    const present = presentAddress(publication, request.url)
    return present === null ? sendUnkept(reply, 404, answer) : sendOn(reply, present)
  }
  const served = makeCachedResponse(makeBody(answer.html), {
    contentType: html,
    lastModified: edition.modifiedAt,
    freshness,
    headers: policyHeaders('page', { styles: answer.styles }),
  })
  return sendCachedResponse(
    request,
    reply,
    freshness === 'current' ? served : publication.answer(edition, name, () => served),
  )
}

function sendUnkept(reply: FastifyReply, status: number, page: RenderedPage): FastifyReply {
  for (const [header, value] of policyHeaders('page', { styles: page.styles })) reply.header(header, value)
  return reply.code(status).type(html).header('cache-control', 'no-store').send(page.html)
}

/** A reader of pages gets a page also where something is wrong. What is inside stays inside: it is logged, not shown. */
async function sendProblemPage(
  renderer: PageRenderer,
  site: Site,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const unpublished = error instanceof Problem && error.kind === 'nothing-published'
  if (!unpublished) request.log.error({ err: error, route: request.routeOptions.url }, 'page failed')
  const { renderProblem } = await renderer.pages()
  const [path = '/'] = request.url.split('?')
  const page = renderProblem({ problem: unpublished ? 'nothingPublished' : 'internal', path, site }, renderedFor(site))
  return sendUnkept(reply, unpublished ? 503 : 500, page)
}
