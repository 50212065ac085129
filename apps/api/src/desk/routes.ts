import { presentDeskPath } from '@pejling/addresses/former-desk'
import { comparedKinds, comparedSides, deskPages } from '@pejling/addresses/words'
import { plainProfile } from '@pejling/domain/profile/profile'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { policyHeaders } from '../http/security-headers.ts'
import { applicationPath, openDoor, type Door } from '../sign-in-pages/door.ts'
import { localeOf } from '../sign-in-pages/request.ts'
import { registerSignInPages } from '../sign-in-pages/routes.ts'
import type { WorkspaceParts } from '../workspace-http/parts.ts'
import { getProfile, isDemonstration } from '../workspace/definitions.ts'
import { sendShell } from './shell.ts'
import { renderSide } from './side-by-side.ts'

/** Every address of the desk that is no page of its own begins the application, which knows its own addresses. */
function registerApplication({ db, renderer, route }: Door): void {
  const show = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const present = presentDeskPath(request.url)
    if (present !== null) return reply.redirect(present, 301)
    const { languages } = getProfile(db) ?? plainProfile
    const locale = localeOf(request)
    return sendShell(reply, {
      ...renderer.deskApplication,
      locale,
      isDemonstration: isDemonstration(db),
      languages,
    })
  }
  route('GET', deskPages.home, show)
  route('GET', applicationPath, show)
}

/** Public pages as they are, and as the next release would make them, which the application shows in frames. */
function registerSides({ db, renderer, site, route, noSuchThing }: Door): void {
  const kinds = { [comparedKinds.indicator]: 'indicator', [comparedKinds.goal]: 'goal' } as const
  const sides = { [comparedSides.before]: 'before', [comparedSides.after]: 'after' } as const
  const Compared = z.object({
    kind: z.enum(Object.values(comparedKinds)).transform((word) => kinds[word]),
    key: z.string().regex(/^[a-z0-9.-]+$/),
    side: z.enum(Object.values(comparedSides)).transform((word) => sides[word]),
  })
  route('GET', deskPages.compareSide, async (request, reply, who) => {
    const compared = Compared.safeParse(request.params)
    if (!compared.success) return noSuchThing(request, reply, who)
    const about = { ...compared.data, locale: localeOf(request) }
    const { html, styles, status } = renderSide(db, await renderer.pages(), about, site)
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .headers(Object.fromEntries(policyHeaders('compared', { styles })))
      .send(html)
  })
}

/** Registers the desk: the pages of signing in, the application, and what it shows in frames. */
export async function registerDesk(app: FastifyInstance, parts: WorkspaceParts): Promise<void> {
  const door = openDoor(app, parts)
  await registerSignInPages(door)
  registerSides(door)
  registerApplication(door)
}
