import type { DeskView } from '@pejling/domain/desk/views'
import { plainProfile } from '@pejling/domain/profile/profile'
import type { Locale } from '@pejling/domain/text'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { needsFactor } from '../../accounts/second-factors.ts'
import type { SignedIn } from '../../accounts/sessions.ts'
import { recordSignIn } from '../../accounts/sign-in-record.ts'
import { reaches, type Role } from '../../db/actor.ts'
import { patiently } from '../../db/patiently.ts'
import { openReleaseStore } from '../../releases/release-store.ts'
import { getProfile, isDemonstration } from '../../workspace/definitions.ts'
import { bearerOf, isOwnForm, isPublicSite, sessionSecretOf, whoIs } from '../../http/credentials.ts'
import { problemOf } from '../../http/errors.ts'
import { Problem, sendProblem } from '../../http/problem.ts'
import type { WorkspaceParts } from '../../http/workspace-parts.ts'
import { bodyLimitOf } from './body-limits.ts'
import { askForProof } from './fresh-proof.ts'
import { ownPath, withReturn } from './own-path.ts'
import { fieldsOf, isProgramAddress, localeOf, prefixOf } from './request.ts'

/* The one way in: who may go where, and how pages of the desk are sent. */

interface DeskRoute {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly needs: Role | 'nobody'
  readonly needsProof?: true
}

/**
 * The paths below `/admin`, and who may use them. `nobody`: those who are not signed in. `needsProof`: whoever uses it must have proved
 * lately who they are.
 */
export const deskRoutes = [
  { method: 'GET', path: '/admin/log-ind', needs: 'nobody' },
  { method: 'POST', path: '/admin/log-ind', needs: 'nobody' },
  { method: 'GET', path: '/admin/log-ind/kode', needs: 'nobody' },
  { method: 'POST', path: '/admin/log-ind/kode', needs: 'nobody' },
  { method: 'GET', path: '/admin/sso', needs: 'nobody' },
  { method: 'GET', path: '/admin/sso/retur', needs: 'nobody' },
  { method: 'POST', path: '/admin/sso/tilknyt', needs: 'reader' },
  { method: 'POST', path: '/admin/log-ud', needs: 'reader' },
  { method: 'GET', path: '/admin', needs: 'reader' },
  { method: 'GET', path: '/admin/udgiv', needs: 'reader' },
  { method: 'POST', path: '/admin/udgiv', needs: 'publisher' },
  { method: 'POST', path: '/admin/planlagt', needs: 'publisher' },
  { method: 'GET', path: '/admin/se/:kind/:key', needs: 'reader' },
  { method: 'GET', path: '/admin/se/:kind/:key/:side', needs: 'reader' },
  { method: 'GET', path: '/admin/tal/:slug', needs: 'reader' },
  { method: 'POST', path: '/admin/tal/:slug', needs: 'contributor' },
  { method: 'GET', path: '/admin/traek/:slug', needs: 'publisher' },
  { method: 'POST', path: '/admin/traek/:slug', needs: 'publisher' },
  { method: 'GET', path: '/admin/ramme', needs: 'reader' },
  { method: 'POST', path: '/admin/logo', needs: 'editor' },
  { method: 'GET', path: '/admin/ret/:kind/:key', needs: 'reader' },
  { method: 'POST', path: '/admin/ret/:kind/:key', needs: 'editor' },
  { method: 'GET', path: '/admin/kilde/:slug', needs: 'editor' },
  { method: 'POST', path: '/admin/kilde/:slug', needs: 'editor' },
  { method: 'GET', path: '/admin/udvalg', needs: 'reader' },
  { method: 'POST', path: '/admin/udvalg', needs: 'editor' },
  { method: 'POST', path: '/admin/udvalg/ideer', needs: 'editor' },
  { method: 'GET', path: '/admin/moede/:slug', needs: 'reader' },
  { method: 'POST', path: '/admin/moede/:slug', needs: 'publisher' },
  { method: 'GET', path: '/admin/moede/:slug/noter', needs: 'reader' },
  { method: 'GET', path: '/admin/indlaes', needs: 'contributor' },
  { method: 'POST', path: '/admin/indlaes', needs: 'contributor' },
  { method: 'GET', path: '/admin/indlaes/:number', needs: 'contributor' },
  { method: 'POST', path: '/admin/indlaes/:number', needs: 'contributor' },
  { method: 'GET', path: '/admin/indlaes/:number/fil', needs: 'contributor' },
  { method: 'GET', path: '/admin/historik', needs: 'reader' },
  { method: 'POST', path: '/admin/historik', needs: 'editor' },
  { method: 'GET', path: '/admin/personer', needs: 'administrator' },
  { method: 'POST', path: '/admin/personer', needs: 'administrator', needsProof: true },
  { method: 'GET', path: '/admin/adgangslog', needs: 'administrator' },
  { method: 'GET', path: '/admin/sikkerhed', needs: 'reader', needsProof: true },
  { method: 'POST', path: '/admin/sikkerhed', needs: 'reader', needsProof: true },
  { method: 'GET', path: '/admin/adgangskode', needs: 'reader' },
  { method: 'POST', path: '/admin/adgangskode', needs: 'reader' },
  { method: 'GET', path: '/admin/sessioner', needs: 'reader' },
  { method: 'POST', path: '/admin/sessioner', needs: 'reader' },
] as const satisfies readonly DeskRoute[]

/** One of them. */
export type DeskPath = (typeof deskRoutes)[number]['path']
/** Where one may go before a one-time password is changed. */
const openBeforeChange: ReadonlySet<string> = new Set<DeskPath>(['/admin/adgangskode', '/admin/log-ud'])
/** Where one may go before a second factor is set up that one must have. */
const openBeforeFactor: ReadonlySet<string> = new Set<DeskPath>([
  ...(['/admin/adgangskode', '/admin/log-ud'] as const),
  '/admin/sikkerhed',
])

const noTokens = new Problem('insufficient-scope', {
  da: 'Et token åbner ingen af skrivebordets sider. Brug adresserne under /api/v1/workspace.',
  en: 'A token opens no page of the desk. Use the addresses below /api/v1/workspace.',
})

/** Refuses a program at a page of the desk, whatever its token opens elsewhere (RFC 6750, section 3.1). */
export function refuseToken(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.header('www-authenticate', 'Bearer realm="pejling", error="insufficient_scope"')
  return sendProblem(request, reply, noTokens)
}

type Handler = (request: FastifyRequest, reply: FastifyReply, who: SignedIn) => FastifyReply | Promise<FastifyReply>

/** Sends a page of the desk. */
export type ShowPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  view: DeskView,
  who: SignedIn | null,
  status?: number,
  locale?: Locale,
) => Promise<FastifyReply>

/** What routes of the desk are made with. */
export interface Door extends WorkspaceParts {
  readonly app: FastifyInstance
  readonly show: ShowPage
  /** Lets a handler be reached by those who may, in both languages. */
  readonly route: (method: 'GET' | 'POST', path: DeskPath, handler: Handler) => void
  readonly noSuchThing: (request: FastifyRequest, reply: FastifyReply, who: SignedIn) => Promise<FastifyReply>
}

/** Somebody who is not signed in. */
const stranger: SignedIn = {
  actor: { name: '', role: 'reader' },
  email: '',
  account: '',
  session: null,
  mustChangePassword: false,
  provenAt: null,
  byProvider: false,
}

/** The pages that say what is wrong, by the kind of problem; any other kind is told as a request that cannot be read. */
const problemViews: Readonly<Partial<Record<Problem['kind'], Extract<DeskView, { page: 'problem' }>['problem']>>> = {
  'not-allowed': 'not-allowed',
  'not-found': 'not-found',
  'content-too-large': 'too-large',
  'unsupported-media-type': 'wrong-type',
  busy: 'busy',
  internal: 'internal',
}

/** Whether they may change definitions. */
export const mayEdit = ({ actor }: SignedIn): boolean => reaches(actor, 'editor')

/** Makes the way in. */
export function openDoor(app: FastifyInstance, parts: WorkspaceParts): Door {
  const { db, renderer, site, jobs } = parts
  const isPublic = isPublicSite(site)

  const show: ShowPage = async (request, reply, view, who, status = 200, locale = localeOf(request)) => {
    const { renderDesk } = await renderer.pages()
    const page = renderDesk({
      view,
      user: who && { name: who.actor.name, email: who.email, role: who.actor.role },
      locale,
      demonstration: isDemonstration(db),
      languages: (getProfile(db) ?? plainProfile).languages,
      stylesheet: renderer.deskStylesheet,
      script: renderer.deskScript,
      release: openReleaseStore(db).release(openReleaseStore(db).latestNumber()),
    })
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'same-origin')
      .header('cross-origin-opener-policy', 'same-origin')
      .header(
        'content-security-policy',
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      )
      .send(page)
  }

  const entered = new WeakMap<FastifyRequest, SignedIn>()
  /** Lets a handler be reached by those who may, in both languages. */
  function route(method: 'GET' | 'POST', path: DeskPath, handler: Handler): void {
    const entry: DeskRoute | undefined = deskRoutes.find((one) => one.method === method && one.path === path)
    const needs = entry?.needs ?? 'administrator'
    /** Settles who asks and whether they may, from the headers alone: nothing is read of what a stranger sends. */
    const enter = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
      const prefix = prefixOf(request)
      if (bearerOf(request) !== null) return refuseToken(request, reply)
      if (method === 'POST' && !isOwnForm(request, site)) {
        return show(request, reply, { page: 'problem', problem: 'foreign' }, null, 403)
      }
      const who = whoIs(parts, request, !jobs.isWriting())
      entered.set(request, who ?? stranger)
      if (needs === 'nobody') return undefined
      const to = method === 'GET' && request.url !== `${prefix}/admin` ? ownPath(request.url) : ''
      if (!who) {
        const isExpired = sessionSecretOf(request, site) !== undefined
        return reply.redirect(`${prefix}/admin/log-ind${withReturn(to, isExpired ? { udloebet: '1' } : {})}`, 303)
      }
      if (who.mustChangePassword && !openBeforeChange.has(path)) {
        return reply.redirect(`${prefix}/admin/adgangskode${withReturn(to)}`, 303)
      }
      if (who.session !== null && !openBeforeFactor.has(path) && needsFactor(db, who, isPublic)) {
        return reply.redirect(`${prefix}/admin/sikkerhed${withReturn(to)}`, 303)
      }
      if (!reaches(who.actor, needs)) {
        const refused = { kind: 'refused', account: who.account, from: request.ip, detail: path } as const
        await patiently(() => recordSignIn(db, refused))
        return show(request, reply, { page: 'problem', problem: 'not-allowed' }, who, 403)
      }
      return undefined
    }
    const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      // While a file is being written nobody else can write; to wait for it would keep everybody waiting.
      const isCancelling = path === '/admin/indlaes/:number' && fieldsOf(request.body)('step') === 'cancel'
      if (jobs.isWriting() && !isCancelling && method === 'POST') {
        reply.header('retry-after', 10)
        return show(request, reply, { page: 'problem', problem: 'busy' }, null, 503)
      }
      const who = entered.get(request) ?? stranger
      if (entry?.needsProof) {
        const asked = await askForProof(parts, request, who)
        if (asked === 'not-allowed') return show(request, reply, { page: 'problem', problem: asked }, who, 403)
        if (asked !== null) return show(request, reply, asked, who, 403)
      }
      // Every verb is all or nothing, so that a handler can be run once more after one was refused.
      return patiently(() => handler(request, reply, who))
    }
    const body = method === 'POST' ? { bodyLimit: bodyLimitOf(path) } : {}
    for (const prefix of ['', '/en']) {
      app.route({ method, url: prefix + path, schema: { hide: true }, onRequest: enter, handler: handle, ...body })
    }
  }

  app.setErrorHandler<FastifyError | Problem>((error, request, reply) => {
    const problem = problemOf(error, request)
    if (isProgramAddress(request)) return sendProblem(request, reply, problem)
    const view = problemViews[problem.kind] ?? 'unreadable'
    return show(request, reply, { page: 'problem', problem: view }, entered.get(request) ?? null, problem.status)
  })

  return {
    ...parts,
    app,
    show,
    route,
    noSuchThing: (request, reply, who) => show(request, reply, { page: 'problem', problem: 'not-found' }, who, 404),
  }
}
