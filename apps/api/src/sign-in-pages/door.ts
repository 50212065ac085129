import { deskPath } from '@pejling/addresses/desk'
import { deskPages, languagePrefix } from '@pejling/addresses/words'
import type { SignInView } from '@pejling/domain/sign-in-pages/views'
import { Locale } from '@pejling/domain/text'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { needsFactor } from '../accounts/second-factors.ts'
import type { SignedIn } from '../accounts/sessions.ts'
import { recordSignIn } from '../accounts/sign-in-record.ts'
import { reaches, type Role } from '../db/actor.ts'
import { retryWhileBusy } from '../db/retry-while-busy.ts'
import { isDemonstration } from '../workspace/definitions.ts'
import { bearerOf, isOwnForm, isPublicSite, sessionSecretOf, whoIs } from '../workspace-http/credentials.ts'
import { problemOf } from '../http/errors.ts'
import { Problem, sendProblem } from '../http/problem.ts'
import type { WorkspaceParts } from '../workspace-http/parts.ts'
import { policyHeaders } from '../http/security-headers.ts'
import { bodyLimitOf } from './body-limits.ts'
import { askForProof } from './fresh-proof.ts'
import { ownPath, withReturn } from './own-path.ts'
import { isProgramAddress, localeOf } from './request.ts'

/* The one way in: who may go where, and how pages of signing in are sent. */

interface DeskRoute {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly needs: Role | 'nobody'
  readonly needsProof?: true
}

/** The addresses below the desk's own that are no page of their own: they are the application's. */
export const applicationPath = `${deskPages.home}/*` as const

/**
 * The pages and forms of the desk, and who may use them. `nobody`: those who are not signed in. `needsProof`: whoever uses it must have proved
 * lately who they are.
 */
export const deskRoutes = [
  { method: 'GET', path: deskPages.signIn, needs: 'nobody' },
  { method: 'POST', path: deskPages.signIn, needs: 'nobody' },
  { method: 'GET', path: deskPages.signInCode, needs: 'nobody' },
  { method: 'POST', path: deskPages.signInCode, needs: 'nobody' },
  { method: 'GET', path: deskPages.forgotPassword, needs: 'nobody' },
  { method: 'POST', path: deskPages.forgotPassword, needs: 'nobody' },
  { method: 'GET', path: deskPages.newPassword, needs: 'nobody' },
  { method: 'POST', path: deskPages.newPassword, needs: 'nobody' },
  { method: 'GET', path: deskPages.provider, needs: 'nobody' },
  { method: 'GET', path: deskPages.providerReturn, needs: 'nobody' },
  { method: 'POST', path: deskPages.providerAttach, needs: 'reader' },
  { method: 'POST', path: deskPages.signOut, needs: 'reader' },
  { method: 'GET', path: deskPages.home, needs: 'reader' },
  { method: 'GET', path: applicationPath, needs: 'reader' },
  { method: 'GET', path: deskPages.compareSide, needs: 'reader' },
  { method: 'GET', path: deskPages.security, needs: 'reader', needsProof: true },
  { method: 'POST', path: deskPages.security, needs: 'reader', needsProof: true },
  { method: 'GET', path: deskPages.password, needs: 'reader' },
  { method: 'POST', path: deskPages.password, needs: 'reader' },
] as const satisfies readonly DeskRoute[]

/** One of them. */
export type DeskPath = (typeof deskRoutes)[number]['path']
/** Where one may go before a one-time password is changed. */
const openBeforeChange: ReadonlySet<string> = new Set<DeskPath>([deskPages.password, deskPages.signOut])
/** Where one may go before a second factor is set up that one must have. */
const openBeforeFactor: ReadonlySet<string> = new Set<DeskPath>([
  ...([deskPages.password, deskPages.signOut] as const),
  deskPages.security,
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

/** Sends a page of signing in. */
export type ShowPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  view: SignInView,
  who: SignedIn | null,
  status?: number,
  locale?: Locale,
) => Promise<FastifyReply>

/** What routes of the desk and of signing in are made with. */
export interface Door extends WorkspaceParts {
  readonly app: FastifyInstance
  readonly show: ShowPage
  /** Lets a handler be reached by those who may, in both languages. */
  readonly route: (method: 'GET' | 'POST', path: DeskPath, handler: Handler) => void
  readonly noSuchThing: (request: FastifyRequest, reply: FastifyReply, who: SignedIn) => Promise<FastifyReply>
}

/** A person who is not signed in. */
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
const problemViews: Readonly<Partial<Record<Problem['kind'], Extract<SignInView, { page: 'problem' }>['problem']>>> = {
  'not-allowed': 'not-allowed',
  'not-found': 'not-found',
  'content-too-large': 'too-large',
  'unsupported-media-type': 'wrong-type',
  busy: 'busy',
  internal: 'internal',
}

/** Makes the way in. */
export function openDoor(app: FastifyInstance, parts: WorkspaceParts): Door {
  const { db, renderer, site, jobs } = parts
  const isPublic = isPublicSite(site)

  const show: ShowPage = async (request, reply, view, who, status = 200, locale = localeOf(request)) => {
    const { renderSignInPage } = await renderer.pages()
    const page = renderSignInPage({
      view,
      user: who && { name: who.actor.name, email: who.email, role: who.actor.role },
      locale,
      demonstration: isDemonstration(db),
      stylesheet: renderer.signInStylesheet,
      script: renderer.signInScript,
    })
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'same-origin')
      .headers(Object.fromEntries(policyHeaders('desk')))
      .send(page)
  }

  const entered = new WeakMap<FastifyRequest, SignedIn>()
  /** Lets a handler be reached by those who may, in both languages. */
  function route(method: 'GET' | 'POST', path: DeskPath, handler: Handler): void {
    const entry: DeskRoute | undefined = deskRoutes.find((one) => one.method === method && one.path === path)
    const needs = entry?.needs ?? 'administrator'
    /** Settles who asks and whether they may, from the headers alone: nothing is read of what a stranger sends. */
    const enter = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
      if (bearerOf(request) !== null) return refuseToken(request, reply)
      if (method === 'POST' && !isOwnForm(request, site)) {
        return show(request, reply, { page: 'problem', problem: 'foreign' }, null, 403)
      }
      const who = whoIs(parts, request, !jobs.isWriting())
      entered.set(request, who ?? stranger)
      if (needs === 'nobody') return undefined
      const to = method === 'GET' && request.url !== deskPath(localeOf(request), 'home') ? ownPath(request.url) : ''
      if (!who) {
        const isExpired = sessionSecretOf(request, site) !== undefined
        return reply.redirect(deskPath(localeOf(request), 'signIn') + withReturn(to, isExpired), 303)
      }
      if (who.mustChangePassword && !openBeforeChange.has(path)) {
        return reply.redirect(deskPath(localeOf(request), 'password') + withReturn(to), 303)
      }
      if (who.session !== null && !openBeforeFactor.has(path) && needsFactor(db, who, isPublic)) {
        return reply.redirect(deskPath(localeOf(request), 'security') + withReturn(to), 303)
      }
      if (!reaches(who.actor, needs)) {
        const refused = { kind: 'refused', account: who.account, from: request.ip, detail: path } as const
        await retryWhileBusy(() => recordSignIn(db, refused))
        return show(request, reply, { page: 'problem', problem: 'not-allowed' }, who, 403)
      }
      return undefined
    }
    const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      // While a file is being written no one else can write; to wait for it would keep everybody waiting.
      if (jobs.isWriting() && method === 'POST') {
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
      return retryWhileBusy(() => handler(request, reply, who))
    }
    const body = method === 'POST' ? { bodyLimit: bodyLimitOf(path) } : {}
    for (const locale of Locale.options) {
      app.route({
        method,
        url: languagePrefix[locale] + path,
        schema: { hide: true },
        onRequest: enter,
        handler: handle,
        ...body,
      })
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
