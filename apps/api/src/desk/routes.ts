import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import { editedKinds, type DeskView } from '@pejling/domain/desk/views'
import { Text, type Locale } from '@pejling/domain/text/text'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  changePassword,
  endSession,
  findSession,
  findToken,
  listSessions,
  shortestPassword,
  signIn,
  type SignedIn,
} from '../accounts/sessions.ts'
import type { Throttle } from '../accounts/throttle.ts'
import { listPeople } from '../accounts/users.ts'
import type { Site } from '../config.ts'
import { reaches, type Role } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import type { PageRenderer } from '../public/page-renderer.ts'
import { previewPublication } from '../releases/preview.ts'
import { publish } from '../releases/publish.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { getIndicator, isDemonstration } from '../workspace/definitions.ts'
import { readFigures, saveFigures } from './figures.ts'
import { mayWriteFigures } from '../workspace/keepers.ts'
import { undoChangeSet } from '../workspace/undo.ts'
import { changePeople } from './people.ts'
import { changeEdited, readDefinitions, readEdited, type EditStep } from './definitions.ts'
import { stateOf } from './meanwhile.ts'
import { readHistory } from './history.ts'
import { readDesk } from './overview.ts'

/*
 * The desk of those who keep the figures. Pages and forms, complete without a script; every form is answered with a redirect,
 * so that going back or reloading never sends it twice.
 */

/** What the desk is made of. */
export interface DeskParts {
  readonly db: Database
  readonly renderer: PageRenderer
  readonly site: Site
  readonly throttle: Throttle
  /** Called when a release has been made. */
  readonly onPublished: () => void
}

const cookieName = 'pejling'

/** The paths below `/admin`, and who may use them. `nobody`: those who are not signed in. */
export const deskRoutes = [
  { method: 'GET', path: '/admin/log-ind', needs: 'nobody' },
  { method: 'POST', path: '/admin/log-ind', needs: 'nobody' },
  { method: 'POST', path: '/admin/log-ud', needs: 'reader' },
  { method: 'GET', path: '/admin', needs: 'reader' },
  { method: 'GET', path: '/admin/udgiv', needs: 'reader' },
  { method: 'POST', path: '/admin/udgiv', needs: 'publisher' },
  { method: 'GET', path: '/admin/tal/:slug', needs: 'reader' },
  { method: 'POST', path: '/admin/tal/:slug', needs: 'contributor' },
  { method: 'GET', path: '/admin/ramme', needs: 'reader' },
  { method: 'GET', path: '/admin/ret/:kind/:key', needs: 'reader' },
  { method: 'POST', path: '/admin/ret/:kind/:key', needs: 'editor' },
  { method: 'GET', path: '/admin/historik', needs: 'reader' },
  { method: 'POST', path: '/admin/historik', needs: 'editor' },
  { method: 'GET', path: '/admin/personer', needs: 'administrator' },
  { method: 'POST', path: '/admin/personer', needs: 'administrator' },
  { method: 'GET', path: '/admin/adgangskode', needs: 'reader' },
  { method: 'POST', path: '/admin/adgangskode', needs: 'reader' },
  { method: 'GET', path: '/admin/sessioner', needs: 'reader' },
  { method: 'POST', path: '/admin/sessioner', needs: 'reader' },
] as const satisfies readonly { method: 'GET' | 'POST'; path: string; needs: Role | 'nobody' }[]

type Path = (typeof deskRoutes)[number]['path']
/** Where one may go before a one-time password is changed. */
const openBeforeChange: ReadonlySet<string> = new Set<Path>(['/admin/adgangskode', '/admin/log-ud'])

const field = z.string().default('')
/** So long may an e-mail address be (RFC 5321). */
const longestAddress = 254
/** Reads the fields of a form; what was not sent, or is no text, is empty. */
function fieldsOf(body: unknown): (name: string) => string {
  const given = z.record(z.string(), z.unknown()).catch({}).parse(body)
  return (name) => field.catch('').parse(given[name])
}

/** The indicators ticked in a form, or `null` where it was no form for choosing. */
function chosenIn(given: unknown): readonly string[] | null {
  const form = z.object({ valg: z.literal('1'), kun: z.union([z.string(), z.array(z.string())]).default([]) })
  const read = form.safeParse(given)
  return read.success ? [read.data.kun].flat() : null
}

const prefixOf = (request: FastifyRequest): '' | '/en' => (request.url.startsWith('/en/') ? '/en' : '')

const localeOf = (request: FastifyRequest): Locale => (prefixOf(request) === '/en' ? 'en' : 'da')

function secretOf({ cookies, headers }: FastifyRequest): { readonly secret: string; readonly isToken: boolean } | null {
  const bearer = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return { secret: bearer, isToken: true }
  const secret = cookies[cookieName]
  return secret === undefined ? null : { secret, isToken: false }
}

function whoIs(db: Database, request: FastifyRequest): SignedIn | null {
  const held = secretOf(request)
  if (!held) return null
  return held.isToken ? findToken(db, held.secret) : findSession(db, held.secret)
}

/** Whether a form comes from a page of this very server. Browsers say so themselves and no page can make them lie. */
function isOwnForm(request: FastifyRequest): boolean {
  const { origin, host } = request.headers
  const fetchSite = request.headers['sec-fetch-site']
  if (fetchSite !== undefined && fetchSite !== 'same-origin') return false
  if (origin === undefined) return fetchSite === 'same-origin' || secretOf(request)?.isToken === true
  return URL.canParse(origin) && new URL(origin).host === host
}

const mayEdit = ({ actor }: SignedIn): boolean => reaches(actor, 'editor')

const passwordView = (first: boolean, problem: 'wrong' | 'short' | 'same' | null): DeskView => ({
  page: 'password',
  first,
  problem,
  shortest: shortestPassword,
})

/** Registers the pages and forms of the administration. */
export async function registerDesk(app: FastifyInstance, parts: DeskParts): Promise<void> {
  const { db, renderer, site, throttle, onPublished } = parts
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: 1_000_000 })
  const isSecure = site.url.startsWith('https:')
  const cookieOptions = { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure } as const

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    view: DeskView,
    who: SignedIn | null,
    status = 200,
  ): Promise<FastifyReply> {
    const { renderDesk } = await renderer.pages()
    const page = renderDesk({
      view,
      user: who && { name: who.actor.name, email: who.email, role: who.actor.role },
      locale: localeOf(request),
      demonstration: isDemonstration(db),
      stylesheet: renderer.deskStylesheet,
      script: renderer.deskScript,
      release: openReleaseStore(db).release(openReleaseStore(db).latestNumber()),
    })
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('cross-origin-opener-policy', 'same-origin')
      .header(
        'content-security-policy',
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      )
      .send(page)
  }

  type Handler = (request: FastifyRequest, reply: FastifyReply, who: SignedIn) => FastifyReply | Promise<FastifyReply>

  /** Lets a handler be reached by those who may, in both languages. */
  function route(method: 'GET' | 'POST', path: Path, handler: Handler): void {
    const needs = deskRoutes.find((one) => one.method === method && one.path === path)?.needs ?? 'administrator'
    const guarded = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const prefix = prefixOf(request)
      if (method === 'POST' && !isOwnForm(request)) {
        return show(request, reply, { page: 'problem', problem: 'foreign' }, null, 403)
      }
      const who = whoIs(db, request)
      if (needs === 'nobody') return handler(request, reply, who ?? stranger)
      if (!who) return reply.redirect(`${prefix}/admin/log-ind`, 303)
      if (who.mustChangePassword && !openBeforeChange.has(path)) {
        return reply.redirect(`${prefix}/admin/adgangskode`, 303)
      }
      if (!reaches(who.actor, needs)) {
        return show(request, reply, { page: 'problem', problem: 'not-allowed' }, who, 403)
      }
      return handler(request, reply, who)
    }
    for (const prefix of ['', '/en'])
      app.route({ method, url: prefix + path, schema: { hide: true }, handler: guarded })
  }

  const stranger: SignedIn = {
    actor: { name: '', role: 'reader' },
    email: '',
    session: null,
    mustChangePassword: false,
  }

  route('GET', '/admin/log-ind', (request, reply) =>
    show(request, reply, { page: 'sign-in', email: '', problem: null, seconds: 0 }, null),
  )
  route('POST', '/admin/log-ind', async (request, reply) => {
    const text = fieldsOf(request.body)
    const email = text('email').slice(0, longestAddress)
    const agent = request.headers['user-agent'] ?? ''
    const result = await signIn(db, throttle, { email, password: text('password'), agent, from: request.ip })
    if (result.kind === 'signed-in') {
      reply.setCookie(cookieName, result.secret, cookieOptions)
      return reply.redirect(`${prefixOf(request)}/admin`, 303)
    }
    const seconds = result.kind === 'wait' ? result.seconds : 0
    if (seconds > 0) reply.header('retry-after', seconds)
    const status = result.kind === 'wait' ? 429 : 401
    return show(request, reply, { page: 'sign-in', email, problem: result.kind, seconds }, null, status)
  })
  route('POST', '/admin/log-ud', (request, reply, who) => {
    if (who.session !== null) endSession(db, who.email, who.session)
    reply.clearCookie(cookieName, cookieOptions)
    return reply.redirect(`${prefixOf(request)}/admin/log-ind`, 303)
  })

  route('GET', '/admin', (request, reply, who) => show(request, reply, readDesk(db, who.email), who))

  const noSuchThing = (request: FastifyRequest, reply: FastifyReply, who: SignedIn) =>
    show(request, reply, { page: 'problem', problem: 'not-found' }, who, 404)
  route('GET', '/admin/tal/:slug', (request, reply, who) => {
    const { slug } = z.object({ slug: z.string() }).parse(request.params)
    const query = fieldsOf(request.query)
    const view = readFigures(db, slug, {
      locale: localeOf(request),
      mayWrite: mayWriteFigures(db, who, slug),
      saved: query('gemt') !== '',
      period: query('periode').trim(),
    })
    return view ? show(request, reply, view, who) : noSuchThing(request, reply, who)
  })
  route('POST', '/admin/tal/:slug', (request, reply, who) => {
    const { slug } = z.object({ slug: z.string() }).parse(request.params)
    if (!getIndicator(db, slug)) return noSuchThing(request, reply, who)
    if (!mayWriteFigures(db, who, slug)) {
      return show(request, reply, { page: 'problem', problem: 'not-allowed' }, who, 403)
    }
    const text = fieldsOf(request.body)
    const names = Object.keys(Object(request.body)).flatMap((name) => (name.startsWith('v|') ? [name.slice(2)] : []))
    const cells = new Map(names.map((name) => [name, { typed: text(`v|${name}`), before: text(`b|${name}`) }]))
    const locale = localeOf(request)
    const view = saveFigures(db, who, slug, { cells, reason: text('reason'), locale })
    if (view) return show(request, reply, view, who, 400)
    return reply.redirect(`${prefixOf(request)}/admin/tal/${slug}?gemt=1`, 303)
  })

  const Edited = z.object({ kind: z.enum(editedKinds), key: z.string() })
  route('GET', '/admin/ramme', (request, reply, who) => show(request, reply, readDefinitions(db, mayEdit(who)), who))
  route('GET', '/admin/ret/:kind/:key', (request, reply, who) => {
    const edited = Edited.safeParse(request.params)
    const saved = fieldsOf(request.query)('gemt') !== ''
    const about = { locale: localeOf(request), mayWrite: mayEdit(who), saved }
    const view = edited.success ? readEdited(db, edited.data, about) : null
    return view ? show(request, reply, view, who) : noSuchThing(request, reply, who)
  })
  route('POST', '/admin/ret/:kind/:key', (request, reply, who) => {
    const edited = Edited.safeParse(request.params)
    if (!edited.success) return noSuchThing(request, reply, who)
    const typed = fieldsOf(request.body)
    // What no button says is only looked at.
    const step = z.enum(['check', 'save', 'remove']).catch('check').parse(typed('step')) satisfies EditStep
    const result = changeEdited(db, who.actor, edited.data, { typed, locale: localeOf(request), step })
    if (result === null) return noSuchThing(request, reply, who)
    if (result !== 'done') return show(request, reply, result, who, result.problem === null ? 200 : 400)
    const { kind, key } = edited.data
    return reply.redirect(`${prefixOf(request)}/admin/ret/${kind}/${encodeURIComponent(key)}?gemt=1`, 303)
  })

  const history = (request: FastifyRequest, who: SignedIn, problem: Text | null): DeskView => {
    const query = fieldsOf(request.query)
    const before = z.coerce.number().int().positive().nullable().catch(null).parse(query('foer'))
    const search = query('soeg').trim()
    return { page: 'history', ...readHistory(db, { before, search }), search, mayUndo: mayEdit(who), problem }
  }
  route('GET', '/admin/historik', (request, reply, who) => show(request, reply, history(request, who, null), who))
  route('POST', '/admin/historik', (request, reply, who) => {
    const number = z.coerce.number().int().catch(0).parse(fieldsOf(request.body)('undo'))
    const problem = undoChangeSet(db, who.actor, number)
    if (problem) return show(request, reply, history(request, who, problem), who, 409)
    return reply.redirect(`${prefixOf(request)}/admin/historik`, 303)
  })

  route('GET', '/admin/adgangskode', (request, reply, who) =>
    show(request, reply, passwordView(who.mustChangePassword, null), who),
  )
  route('POST', '/admin/adgangskode', async (request, reply, who) => {
    const text = fieldsOf(request.body)
    const problem = await changePassword(db, who, { current: text('current'), next: text('next') })
    if (problem === null) return reply.redirect(`${prefixOf(request)}/admin`, 303)
    return show(request, reply, passwordView(who.mustChangePassword, problem), who, 400)
  })

  type People = Extract<DeskView, { page: 'people' }>
  const people = (secret: People['secret'], problem: People['problem']): DeskView => ({
    page: 'people',
    ...listPeople(db),
    secret,
    problem,
    today: db.clock().slice(0, 10),
  })
  route('GET', '/admin/personer', (request, reply, who) => show(request, reply, people(null, null), who))
  route('POST', '/admin/personer', (request, reply, who) => {
    // A secret is shown once, in the answer itself; nothing keeps it.
    const result = changePeople(db, who, fieldsOf(request.body))
    return show(request, reply, people(result.secret, result.problem), who, result.problem === null ? 200 : 400)
  })

  route('GET', '/admin/sessioner', (request, reply, who) => {
    const sessions = listSessions(db, who.email).map((one) => ({ ...one, current: one.id === who.session }))
    return show(request, reply, { page: 'sessions', sessions }, who)
  })
  route('POST', '/admin/sessioner', (request, reply, who) => {
    endSession(db, who.email, fieldsOf(request.body)('id'))
    return reply.redirect(`${prefixOf(request)}/admin/sessioner`, 303)
  })

  const review = (
    who: SignedIn,
    only: readonly string[] | null,
    given: Extract<DeskView, { page: 'publish' }>['given'],
    problem: 'title' | 'changed' | null,
  ) => {
    const everything = previewPublication(db)
    const choices = (everything?.indicators ?? []).map(({ indicator, name }) => ({
      slug: indicator,
      name,
      chosen: only === null || only.includes(indicator),
    }))
    const chosen = choices.filter((one) => one.chosen).map(({ slug }) => slug)
    const changes = chosen.length === choices.length ? everything : previewPublication(db, chosen)
    return {
      page: 'publish',
      changes,
      seen: stateOf(changes),
      choices,
      mayPublish: reaches(who.actor, 'publisher'),
      problem,
      given,
    } as const
  }
  const nothing = { titleDa: '', titleEn: '', noteDa: '', noteEn: '' }
  route('GET', '/admin/udgiv', (request, reply, who) =>
    show(request, reply, review(who, chosenIn(request.query), nothing, null), who),
  )
  route('POST', '/admin/udgiv', (request, reply, who) => {
    const text = fieldsOf(request.body)
    const given = {
      titleDa: text('titleDa'),
      titleEn: text('titleEn'),
      noteDa: text('noteDa'),
      noteEn: text('noteEn'),
    }
    const only = chosenIn(request.body)
    const title = Text.safeParse({ da: given.titleDa, en: given.titleEn })
    const hasNote = given.noteDa.trim() !== '' || given.noteEn.trim() !== ''
    const note = hasNote ? Text.safeParse({ da: given.noteDa, en: given.noteEn }) : null
    if (!title.success || note?.success === false)
      return show(request, reply, review(who, only, given, 'title'), who, 400)
    const indicators = only?.filter((slug) => getIndicator(db, slug) !== null) ?? 'all'
    // Somebody has published or written something since: what the review said is no longer what would happen.
    if (text('seen') !== stateOf(previewPublication(db, indicators))) {
      return show(request, reply, review(who, only, given, 'changed'), who, 409)
    }
    const published = publish(db, who.actor, { title: title.data, note: note?.data ?? null, indicators })
    onPublished()
    const prefix = prefixOf(request)
    const page = prefix === '/en' ? '/en/releases' : '/udgivelser'
    return reply.redirect(published ? `${page}/${published.number}` : `${prefix}/admin/udgiv`, 303)
  })

  for (const prefix of ['', '/en']) {
    app.get(`${prefix}/admin/*`, { schema: { hide: true } }, (request, reply) =>
      show(request, reply, { page: 'problem', problem: 'not-found' }, whoIs(db, request), 404),
    )
  }
}
