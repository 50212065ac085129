import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { scopeRules, scopes, type Scope } from '@pejling/domain/scope'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { addToken } from '../accounts/tokens.ts'
import { addUser } from '../accounts/users.ts'
import { roles, system, type Role } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { verify } from '../verification/verify.ts'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { sessionOf, signedInAs, tokenOf } from '../testing/signed-in.fixture.ts'
import { attachments, putAttached } from '../workspace/definitions.ts'

/*
 * Who may use which address: every route, with every role, by session, by token of every scope, and with nothing, in both languages.
 * A route that is not listed here fails: decide who may use it, and add it.
 */

/** Read by everybody, and changed by no one. */
const open = [
  '/',
  '/*',
  '/api',
  '/.well-known/api-catalog',
  '/.well-known/csvm',
  '/api/*',
  '/api/v1',
  '/api/v1/action-plans',
  '/api/v1/areas',
  '/api/v1/data.parquet',
  '/api/v1/data.sqlite',
  '/api/v1/data.zip',
  '/api/v1/dimensions',
  '/api/v1/observations',
  '/api/v1/observations.csv',
  '/api/v1/observations.json',
  '/api/v1/observations.parquet',
  '/api/v1/observations.xlsx',
  '/api/v1/sources',
  '/api/v1/action-plans/:year',
  '/api/v1/action-plans/:year/card.png',
  '/api/v1/catalogue',
  '/api/v1/catalogue.jsonld',
  '/api/v1/catalogue.ttl',
  '/api/v1/feed.atom',
  '/api/v1/frameworks',
  '/api/v1/frameworks/:framework',
  '/api/v1/frameworks/:framework/card.png',
  '/api/v1/goals/:number',
  '/api/v1/goals/:number/card.png',
  '/api/v1/goals/:number/feed.atom',
  '/api/v1/ideas',
  '/api/v1/indicators',
  '/api/v1/indicators/:slug',
  '/api/v1/indicators/:slug/card.png',
  '/api/v1/indicators/:slug/chart.png',
  '/api/v1/indicators/:slug/chart.svg',
  '/api/v1/indicators/:slug/observations',
  '/api/v1/indicators/:slug/observations.csv',
  '/api/v1/indicators/:slug/observations.csv-metadata.json',
  '/api/v1/indicators/:slug/observations.json',
  '/api/v1/indicators/:slug/observations.json-stat',
  '/api/v1/indicators/:slug/observations.parquet',
  '/api/v1/indicators/:slug/observations.sdmx-csv',
  '/api/v1/indicators/:slug/observations.xlsx',
  '/api/v1/indicators/:slug/observations.zip',
  '/api/v1/meetings',
  '/api/v1/meetings/:meeting',
  '/api/v1/oembed',
  '/api/v1/openapi.json',
  '/api/v1/profile',
  '/api/v1/profile/logo.png',
  '/api/v1/profile/logo.svg',
  '/api/v1/releases',
  '/api/v1/releases/:n',
  '/api/v1/releases/:n/card.png',
  '/api/v1/releases/:n/changes',
  '/api/v1/releases/:n/withdrawals',
  '/assets/*',
  '/embed.js',
  '/embed/indikator/:slug',
  '/en/api',
  '/en/embed/indicator/:slug',
  '/en/meeting/:slug',
  '/en/meeting/:slug/appendix',
  '/en/meeting/:slug/appendix.pdf',
  '/en/meeting/:slug/figures.xlsx',
  '/en/meeting/:slug/offline.js',
  '/en/meeting/:slug/sagsfremstilling.txt',
  '/en/meeting/:slug/slides',
  '/en/meeting/:slug/slides.pptx',
  '/healthz',
  '/moede/:slug',
  '/moede/:slug/bilag',
  '/moede/:slug/bilag.pdf',
  '/moede/:slug/offline.js',
  '/moede/:slug/praesentation',
  '/moede/:slug/praesentation.pptx',
  '/moede/:slug/sagsfremstilling.txt',
  '/moede/:slug/tal.xlsx',
  '/openapi.json',
  '/readyz',
  '/robots.txt',
  '/sitemap.xml',
  '/was',
]

/** Where programs that watch over the server read its metrics, with a token of its own. */
const watched = ['/metrics']

/** The application of the desk and the pages of signing in, in Danish and below /en, and the least role. `nobody`: who is not signed in may, too. */
const desk: Readonly<Record<string, Role | 'nobody'>> = {
  'GET /admin': 'reader',
  'GET /admin/*': 'reader',
  'GET /admin/adgangskode': 'reader',
  'POST /admin/adgangskode': 'reader',
  'GET /admin/glemt-adgangskode': 'nobody',
  'POST /admin/glemt-adgangskode': 'nobody',
  'GET /admin/ny-adgangskode': 'nobody',
  'POST /admin/ny-adgangskode': 'nobody',
  'GET /admin/log-ind': 'nobody',
  'POST /admin/log-ind': 'nobody',
  'GET /admin/log-ind/kode': 'nobody',
  'POST /admin/log-ind/kode': 'nobody',
  'POST /admin/log-ud': 'reader',
  'GET /admin/sikkerhed': 'reader',
  'POST /admin/sikkerhed': 'reader',
  'GET /admin/se/:kind/:key/:side': 'reader',
  'GET /admin/sso': 'nobody',
  'POST /admin/sso/tilknyt': 'reader',
  'GET /admin/sso/retur': 'nobody',
}

/**
 * The workspace's API: the scope a token needs, and people the role that scope needs; the role people need, where no token may; or
 * `known`: everybody who shows who they are. What the routes themselves say is held against this list.
 */
const workspace: Readonly<Record<string, Scope | Role | 'known'>> = {
  'POST /api/v1/workspace/action-plans': 'meetings',
  'GET /api/v1/workspace/action-plans': 'meetings:read',
  'DELETE /api/v1/workspace/action-plans/:plan': 'meetings',
  'PATCH /api/v1/workspace/action-plans/:plan': 'meetings',
  'GET /api/v1/workspace/action-plans/:plan': 'meetings:read',
  'PUT /api/v1/workspace/action-plans/:plan/order': 'meetings',
  'POST /api/v1/workspace/actions': 'meetings',
  'GET /api/v1/workspace/actions': 'meetings:read',
  'DELETE /api/v1/workspace/actions/:action': 'meetings',
  'PATCH /api/v1/workspace/actions/:action': 'meetings',
  'GET /api/v1/workspace/actions/:action': 'meetings:read',
  'GET /api/v1/workspace/areas': 'definitions:read',
  'POST /api/v1/workspace/areas': 'definitions:write',
  'GET /api/v1/workspace/areas/:code': 'definitions:read',
  'DELETE /api/v1/workspace/areas/:code': 'definitions:write',
  'PATCH /api/v1/workspace/areas/:code': 'definitions:write',
  'GET /api/v1/workspace/change-sets': 'history:read',
  'GET /api/v1/workspace/change-sets/:n': 'history:read',
  'POST /api/v1/workspace/change-sets/:n/undo': 'definitions:write',
  'POST /api/v1/workspace/change-sets/undo': 'definitions:write',
  'GET /api/v1/workspace/comments': 'definitions:read',
  'POST /api/v1/workspace/comments': 'definitions:write',
  'GET /api/v1/workspace/comments/:slug/:year': 'definitions:read',
  'DELETE /api/v1/workspace/comments/:slug/:year': 'definitions:write',
  'PATCH /api/v1/workspace/comments/:slug/:year': 'definitions:write',
  'GET /api/v1/workspace/connections': 'connections',
  'DELETE /api/v1/workspace/connections/:slug': 'connections',
  'GET /api/v1/workspace/connections/:slug': 'connections',
  'PUT /api/v1/workspace/connections/:slug': 'connections',
  'POST /api/v1/workspace/connections/:slug/decisions': 'administrator',
  'POST /api/v1/workspace/connections/:slug/fetch': 'connections',
  'GET /api/v1/workspace/connections/:slug/fetches': 'connections',
  'GET /api/v1/workspace/connections/:slug/fetches/:id': 'connections',
  'POST /api/v1/workspace/connections/:slug/preview': 'connections',
  'GET /api/v1/workspace/connections/:slug/questions': 'connections',
  'GET /api/v1/workspace/connections/sources': 'connections',
  'GET /api/v1/workspace/connections/table': 'connections',
  'GET /api/v1/workspace/connections/tables': 'connections',
  'GET /api/v1/workspace/decisions': 'meetings:read',
  'PATCH /api/v1/workspace/decisions/:decision': 'meetings',
  'GET /api/v1/workspace/decisions/:decision': 'meetings:read',
  'GET /api/v1/workspace/dimensions': 'definitions:read',
  'POST /api/v1/workspace/dimensions': 'definitions:write',
  'GET /api/v1/workspace/dimensions/:slug': 'definitions:read',
  'DELETE /api/v1/workspace/dimensions/:slug': 'definitions:write',
  'PATCH /api/v1/workspace/dimensions/:slug': 'definitions:write',
  'GET /api/v1/workspace/focus-areas': 'definitions:read',
  'POST /api/v1/workspace/focus-areas': 'definitions:write',
  'GET /api/v1/workspace/focus-areas/:slug': 'definitions:read',
  'DELETE /api/v1/workspace/focus-areas/:slug': 'definitions:write',
  'PATCH /api/v1/workspace/focus-areas/:slug': 'definitions:write',
  'GET /api/v1/workspace/frameworks': 'definitions:read',
  'POST /api/v1/workspace/frameworks': 'definitions:write',
  'GET /api/v1/workspace/frameworks/:slug': 'definitions:read',
  'DELETE /api/v1/workspace/frameworks/:slug': 'definitions:write',
  'GET /api/v1/workspace/frameworks/:slug/order': 'definitions:read',
  'PUT /api/v1/workspace/frameworks/:slug/order': 'definitions:write',
  'PATCH /api/v1/workspace/frameworks/:slug': 'definitions:write',
  'GET /api/v1/workspace/goals': 'definitions:read',
  'POST /api/v1/workspace/goals': 'definitions:write',
  'GET /api/v1/workspace/goals/:slug': 'definitions:read',
  'DELETE /api/v1/workspace/goals/:slug': 'definitions:write',
  'PATCH /api/v1/workspace/goals/:slug': 'definitions:write',
  'POST /api/v1/workspace/ideas': 'meetings',
  'GET /api/v1/workspace/ideas': 'meetings:read',
  'DELETE /api/v1/workspace/ideas/:idea': 'meetings',
  'PATCH /api/v1/workspace/ideas/:idea': 'meetings',
  'GET /api/v1/workspace/ideas/:idea': 'meetings:read',
  'POST /api/v1/workspace/ideas/file': 'meetings',
  'GET /api/v1/workspace/imports': 'imports',
  'POST /api/v1/workspace/imports': 'imports',
  'DELETE /api/v1/workspace/imports/:n': 'imports',
  'GET /api/v1/workspace/imports/:n': 'imports',
  'GET /api/v1/workspace/imports/:n/file': 'imports',
  'PATCH /api/v1/workspace/imports/:n': 'imports',
  'POST /api/v1/workspace/imports/:n/apply': 'imports',
  'POST /api/v1/workspace/imports/:n/cancel': 'imports',
  'POST /api/v1/workspace/imports/:n/preview': 'imports',
  'POST /api/v1/workspace/imports/:n/undo': 'imports',
  'GET /api/v1/workspace/indicators': 'definitions:read',
  'POST /api/v1/workspace/indicators': 'definitions:write',
  'GET /api/v1/workspace/indicators/:slug': 'definitions:read',
  'DELETE /api/v1/workspace/indicators/:slug': 'definitions:write',
  'PATCH /api/v1/workspace/indicators/:slug': 'definitions:write',
  'GET /api/v1/workspace/indicators/:slug/keepers': 'definitions:write',
  'PUT /api/v1/workspace/indicators/:slug/keepers': 'definitions:write',
  'GET /api/v1/workspace/me': 'known',
  'POST /api/v1/workspace/meetings': 'meetings',
  'GET /api/v1/workspace/meetings': 'meetings:read',
  'DELETE /api/v1/workspace/meetings/:meeting': 'meetings',
  'PATCH /api/v1/workspace/meetings/:meeting': 'meetings',
  'GET /api/v1/workspace/meetings/:meeting': 'meetings:read',
  'POST /api/v1/workspace/meetings/:meeting/items': 'meetings',
  'GET /api/v1/workspace/meetings/:meeting/items': 'meetings:read',
  'DELETE /api/v1/workspace/meetings/:meeting/items/:item': 'meetings',
  'PATCH /api/v1/workspace/meetings/:meeting/items/:item': 'meetings',
  'GET /api/v1/workspace/meetings/:meeting/items/:item': 'meetings:read',
  'GET /api/v1/workspace/meetings/:meeting/items/:item/paper.:format': 'meetings:read',
  'PUT /api/v1/workspace/meetings/:meeting/order': 'meetings',
  'GET /api/v1/workspace/meetings/:meeting/order': 'meetings:read',
  'GET /api/v1/workspace/meetings/:meeting/papers.:format': 'meetings:read',
  'GET /api/v1/workspace/meetings/:meeting/sharing': 'meetings:read',
  'DELETE /api/v1/workspace/meetings/:meeting/sharing': 'publish',
  'PUT /api/v1/workspace/meetings/:meeting/sharing': 'publish',
  'GET /api/v1/workspace/observations': 'figures:read',
  'GET /api/v1/workspace/observations/:slug': 'figures:read',
  'DELETE /api/v1/workspace/observations/:slug': 'figures:write',
  'PATCH /api/v1/workspace/observations/:slug': 'figures:write',
  'PUT /api/v1/workspace/observations/:slug': 'figures:write',
  'GET /api/v1/workspace/overrides': 'definitions:read',
  'POST /api/v1/workspace/overrides': 'definitions:write',
  'GET /api/v1/workspace/overrides/:slug': 'definitions:read',
  'DELETE /api/v1/workspace/overrides/:slug': 'definitions:write',
  'PATCH /api/v1/workspace/overrides/:slug': 'definitions:write',
  'GET /api/v1/workspace/overview': 'figures:read',
  'GET /api/v1/workspace/people': 'administrator',
  'POST /api/v1/workspace/people': 'administrator',
  'DELETE /api/v1/workspace/people/:person': 'administrator',
  'GET /api/v1/workspace/people/:person': 'administrator',
  'PATCH /api/v1/workspace/people/:person': 'administrator',
  'DELETE /api/v1/workspace/people/:person/factors': 'administrator',
  'POST /api/v1/workspace/people/:person/invitation': 'administrator',
  'POST /api/v1/workspace/people/:person/password': 'administrator',
  'GET /api/v1/workspace/proof': 'reader',
  'POST /api/v1/workspace/proof': 'reader',
  'POST /api/v1/workspace/proof/challenge': 'reader',
  'GET /api/v1/workspace/provenances': 'definitions:read',
  'POST /api/v1/workspace/provenances': 'definitions:write',
  'GET /api/v1/workspace/provenances/:slug': 'definitions:read',
  'DELETE /api/v1/workspace/provenances/:slug': 'definitions:write',
  'PATCH /api/v1/workspace/provenances/:slug': 'definitions:write',
  'GET /api/v1/workspace/releases': 'definitions:read',
  'POST /api/v1/workspace/releases': 'publish',
  'GET /api/v1/workspace/releases/planned': 'definitions:read',
  'GET /api/v1/workspace/releases/planned/:n': 'definitions:read',
  'PUT /api/v1/workspace/releases/planned/:n': 'publish',
  'POST /api/v1/workspace/releases/planned/:n/approve': 'publish',
  'POST /api/v1/workspace/releases/planned/:n/cancel': 'publish',
  'GET /api/v1/workspace/releases/preview': 'definitions:read',
  'GET /api/v1/workspace/reminders': 'editor',
  'GET /api/v1/workspace/reminders/log': 'administrator',
  'GET /api/v1/workspace/reminders/preview': 'editor',
  'POST /api/v1/workspace/reminders/send': 'editor',
  'GET /api/v1/workspace/reminders/settings/:account': 'reader',
  'PUT /api/v1/workspace/reminders/settings/:account': 'reader',
  'GET /api/v1/workspace/search': 'definitions:read',
  'GET /api/v1/workspace/sessions': 'reader',
  'DELETE /api/v1/workspace/sessions/:session': 'reader',
  'GET /api/v1/workspace/settings': 'definitions:read',
  'PATCH /api/v1/workspace/settings': 'definitions:write',
  'PUT /api/v1/workspace/settings/approval': 'administrator',
  'GET /api/v1/workspace/sign-ins': 'administrator',
  'GET /api/v1/workspace/sources': 'definitions:read',
  'POST /api/v1/workspace/sources': 'definitions:write',
  'GET /api/v1/workspace/sources/:slug': 'definitions:read',
  'DELETE /api/v1/workspace/sources/:slug': 'definitions:write',
  'PATCH /api/v1/workspace/sources/:slug': 'definitions:write',
  'GET /api/v1/workspace/targets': 'definitions:read',
  'POST /api/v1/workspace/targets': 'definitions:write',
  'GET /api/v1/workspace/targets/:slug/:target': 'definitions:read',
  'DELETE /api/v1/workspace/targets/:slug/:target': 'definitions:write',
  'PATCH /api/v1/workspace/targets/:slug/:target': 'definitions:write',
  'GET /api/v1/workspace/tokens': 'administrator',
  'POST /api/v1/workspace/tokens': 'administrator',
  'DELETE /api/v1/workspace/tokens/:token': 'administrator',
  'GET /api/v1/workspace/tokens/:token': 'administrator',
  'GET /api/v1/workspace/withdrawals': 'definitions:read',
  'POST /api/v1/workspace/withdrawals': 'publish',
  'GET /api/v1/workspace/withdrawals/figures': 'publish',
  'GET /api/v1/workspace/withdrawals/telling': 'publish',
}

const fill = (url: string): string =>
  url.replace('*', 'findes-ikke').replace(':slug', 'arbejde').replace(':year', '2026').replaceAll(/:\w+/g, '1')

/** What Fastify says on its diagnostics channel when an application is made. */
const Registering = z.object({
  fastify: z.custom<Pick<FastifyInstance, 'addHook'>>((given) => typeof given === 'object' && given !== null),
})

let db: Database
let app: FastifyInstance
const routes = new Set<string>()
/** Who may use the routes of the workspace's API, as they say themselves. */
const declared: Record<string, Scope | Role | 'known'> = {}
/** Tokens by their owner's role and what they open. */
const secrets = new Map<string, string>()

const listen = (message: unknown): void => {
  const { fastify } = Registering.parse(message)
  fastify.addHook('onRoute', ({ method, url, config }: RouteOptions) => {
    for (const one of [method].flat()) {
      const route = `${one} ${url === '' ? '/' : url}`
      routes.add(route)
      const access = config?.access
      if (access && one !== 'HEAD') {
        declared[route] = 'scope' in access ? access.scope : 'people' in access ? access.people : 'known'
      }
    }
  })
}

beforeAll(async () => {
  subscribe('fastify.initialization', listen)
  db = smallInstallation()
  app = await appOver(db)
  unsubscribe('fastify.initialization', listen)
  // Roles whose rank reaches what a scope needs may own a token of it.
  for (const role of roles) {
    signedInAs(db, role)
    for (const scope of scopes.filter((one) => roles.indexOf(role) >= roles.indexOf(scopeRules[one].needs))) {
      const { secret } = addToken(db, system, {
        ...tokenOf(`${role}@example.dk`),
        name: `${role} ${scope}`,
        scopes: [scope],
      })
      secrets.set(`${role} ${scope}`, secret)
    }
  }
  write(db, system, { action: 'test' }, (changeSet) => {
    putAttached(changeSet, attachments.keepers, 'arbejde', { keeper: 'contributor@example.dk', deputy: null })
  })
  addUser(db, system, { email: 'ny@example.dk', name: 'Ny', role: 'administrator' })
})
afterAll(() => app.close())

const Method = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
const ask = (route: string, headers: Readonly<Record<string, string>>, prefix = '') => {
  const [method = '', url = ''] = route.split(' ')
  const own = { host: 'localhost', origin: 'http://localhost' }
  return app.inject({ method: Method.parse(method), url: prefix + fill(url), headers: { ...own, ...headers } })
}

type Answer = Awaited<ReturnType<typeof ask>>
/** Signing in with nothing is refused, and signing out leads to signing in: that is no matter of who may. */
const aboutSigningIn = new Set([
  'POST /admin/log-ind',
  'GET /admin/log-ind/kode',
  'POST /admin/log-ind/kode',
  'POST /admin/log-ud',
])

/** How a request is answered, as far as it tells who may. */
function outcome({ statusCode, headers }: Answer, route = ''): 'in' | 'sign in' | 'no' {
  if (aboutSigningIn.has(route)) return statusCode === 403 ? 'no' : 'in'
  if (statusCode === 401 || /\/admin\/log-ind(?:\?|$)/.test(headers.location ?? '')) return 'sign in'
  return statusCode === 403 ? 'no' : 'in'
}

it('every route says here who may use it', () => {
  const listed = new Set([
    ...[...open, ...watched].map((url) => `GET ${url}`),
    ...Object.keys(desk).flatMap((route) => [route, route.replace(' ', ' /en')]),
    ...Object.keys(workspace),
  ])
  const readOnly = new Set([...open, ...watched])
  const unlisted = [...routes].filter((route) => {
    const [method = '', url = ''] = route.split(' ')
    // Addresses everybody may read have a route that refuses other methods.
    return !listed.has(route) && !listed.has(route.replace('HEAD', 'GET')) && !(method !== 'GET' && readOnly.has(url))
  })
  expect(unlisted).toEqual([])
  expect([...listed].filter((route) => !routes.has(route) && route !== 'GET /')).toEqual([])
})

describe.each(['', '/en'])('the desk at “%s/admin”', (prefix) => {
  it.each(Object.entries(desk))('%s is for %s', async (route, needs) => {
    const least = needs === 'nobody' ? 'reader' : needs
    for (const role of roles) {
      const answer = await ask(route, sessionOf(db, `${role}@example.dk`), prefix)
      expect(answer.statusCode).toBeLessThan(500)
      const reaches = roles.indexOf(role) >= roles.indexOf(least)
      expect([role, outcome(answer, route)]).toEqual([role, reaches ? 'in' : 'no'])
    }
    const stranger = await ask(route, {}, prefix)
    const signIn = `${prefix}/admin/log-ind`
    const told =
      needs === 'nobody' ? [outcome(stranger, route)] : [stranger.statusCode, stranger.headers.location?.split('?')[0]]
    expect(told).toEqual(needs === 'nobody' ? ['in'] : [303, signIn])
  })

  it.each(Object.keys(desk))(
    '%s is for no token, whatever it opens, and whoever is signed in beside it',
    async (route) => {
      const session = sessionOf(db, 'administrator@example.dk')
      for (const [who, secret] of [...secrets, ['nobody', 'pejling_findes-ikke'] as const]) {
        const scheme = who.startsWith('editor') ? 'bearer' : 'Bearer'
        const { statusCode, headers } = await ask(route, { ...session, authorization: `${scheme} ${secret}` }, prefix)
        const told = [statusCode, headers['content-type'], headers['www-authenticate']]
        expect([who, ...told]).toEqual([
          who,
          403,
          'application/problem+json; charset=utf-8',
          'Bearer realm="pejling", error="insufficient_scope"',
        ])
      }
    },
  )
})

/** The least role of a person at a route of the workspace. */
const roleAt = (needed: Scope | Role | 'known'): Role => {
  const scope = scopes.find((one) => one === needed)
  if (scope) return scopeRules[scope].needs
  return roles.find((one) => one === needed) ?? 'reader'
}

describe('the API of the workspace', () => {
  it('says at every route who may use it, as it is listed here', () => {
    expect(declared).toEqual(workspace)
  })

  it.each(Object.entries(workspace))('%s is for tokens with %s', async (route, needed) => {
    for (const [who, secret] of secrets) {
      const answer = await ask(route, { authorization: `Bearer ${secret}` })
      const [, scope] = who.split(' ')
      const isIn = needed === 'known' || scope === needed
      expect([who, outcome(answer)]).toEqual([who, isIn ? 'in' : 'no'])
      if (isIn) continue
      const named = scopes.some((one) => one === needed) ? `, scope="${needed}"` : ''
      expect(answer.headers['www-authenticate']).toBe(`Bearer realm="pejling", error="insufficient_scope"${named}`)
      expect(answer.json()).toMatchObject({ type: '/api#insufficient-scope' })
    }
  })

  it.each(Object.entries(workspace))('%s is for people who may %s', async (route, needed) => {
    const reached = new Set<string>()
    for (const role of roles) {
      const answer = await ask(route, sessionOf(db, `${role}@example.dk`))
      expect(answer.statusCode).toBeLessThan(500)
      if (outcome(answer) === 'in') reached.add(role)
    }
    expect([...reached]).toEqual(roles.slice(roles.indexOf(roleAt(needed))))
    // Who has not chosen a password yet may nothing.
    expect(outcome(await ask(route, sessionOf(db, 'ny@example.dk')))).toBe('no')
  })

  it.each(Object.keys(workspace))('%s asks strangers and unknown tokens to show who they are', async (route) => {
    for (const [language, title] of [
      ['da', 'Tokenet'],
      ['en', 'The token'],
    ] as const) {
      const stranger = await ask(route, { 'accept-language': language })
      expect([stranger.statusCode, stranger.headers['www-authenticate']]).toEqual([401, 'Bearer realm="pejling"'])
      for (const secret of ['pejling_findes-ikke', 'to dele', '']) {
        const answer = await ask(route, {
          ...sessionOf(db, 'administrator@example.dk'),
          authorization: `Bearer ${secret}`,
          'accept-language': language,
        })
        expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([
          401,
          'Bearer realm="pejling", error="invalid_token"',
        ])
        expect(answer.json()).toMatchObject({ type: '/api#invalid-token', title: expect.stringContaining(title) })
      }
    }
  })
})

it.each(open)('%s answers everybody alike, and nobody can change anything there', async (url) => {
  const [secret = ''] = secrets.values()
  const shown = [{}, sessionOf(db, 'administrator@example.dk'), { authorization: `Bearer ${secret}` }]
  const answers = await Promise.all(shown.map((headers) => ask(`GET ${url}`, headers)))
  const statuses = new Set(answers.map(({ statusCode }) => statusCode))
  expect([statuses.size, statuses.has(401) || statuses.has(403)]).toEqual([1, false])
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const answer = await ask(`${method} ${url}`, sessionOf(db, 'administrator@example.dk'))
    expect([method, answer.statusCode]).toEqual([method, expect.toBeOneOf([404, 405])])
  }
})

it.each(watched)('%s asks everybody for a token of its own, and nobody can change anything there', async (url) => {
  const [secret = ''] = secrets.values()
  const shown = [{}, sessionOf(db, 'administrator@example.dk'), { authorization: `Bearer ${secret}` }]
  for (const headers of shown) expect((await ask(`GET ${url}`, headers)).statusCode).toBe(401)
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect((await ask(`${method} ${url}`, {})).statusCode).toBeOneOf([404, 405])
  }
})

it('nothing of all this has changed anything', () => {
  expect(verify(db)).toEqual([])
})
