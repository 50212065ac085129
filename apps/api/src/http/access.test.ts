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
import { verify } from '../db/verify.ts'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { sessionOf, signedInAs, tokenOf } from '../testing/signed-in.fixture.ts'
import { attachments, putAttached } from '../workspace/definitions.ts'

/*
 * Who may use which address: every route, with every role, by session, by token of every scope, and with nothing, in both languages.
 * A route that is not listed here fails: decide who may use it, and add it.
 */

/** Read by everybody, and changed by nobody. */
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

/** The pages and forms of the desk, in Danish and below /en, and the least role. `nobody`: who is not signed in may, too. */
const desk: Readonly<Record<string, Role | 'nobody'>> = {
  'GET /admin': 'reader',
  'GET /admin/*': 'nobody',
  'GET /admin/adgangskode': 'reader',
  'POST /admin/adgangskode': 'reader',
  'GET /admin/historik': 'reader',
  'POST /admin/historik': 'editor',
  'GET /admin/indlaes': 'contributor',
  'POST /admin/indlaes': 'contributor',
  'GET /admin/indlaes/:number': 'contributor',
  'POST /admin/indlaes/:number': 'contributor',
  'GET /admin/indlaes/:number/fil': 'contributor',
  'GET /admin/kilde/:slug': 'editor',
  'POST /admin/kilde/:slug': 'editor',
  'GET /admin/log-ind': 'nobody',
  'POST /admin/log-ind': 'nobody',
  'GET /admin/log-ind/kode': 'nobody',
  'POST /admin/log-ind/kode': 'nobody',
  'POST /admin/log-ud': 'reader',
  'GET /admin/adgangslog': 'administrator',
  'GET /admin/sikkerhed': 'reader',
  'POST /admin/sikkerhed': 'reader',
  'POST /admin/logo': 'editor',
  'GET /admin/moede/:slug': 'reader',
  'POST /admin/moede/:slug': 'publisher',
  'GET /admin/moede/:slug/noter': 'reader',
  'GET /admin/personer': 'administrator',
  'POST /admin/personer': 'administrator',
  'POST /admin/planlagt': 'publisher',
  'GET /admin/ramme': 'reader',
  'GET /admin/ret/:kind/:key': 'reader',
  'POST /admin/ret/:kind/:key': 'editor',
  'GET /admin/se/:kind/:key': 'reader',
  'GET /admin/se/:kind/:key/:side': 'reader',
  'GET /admin/sessioner': 'reader',
  'POST /admin/sessioner': 'reader',
  'GET /admin/sso': 'nobody',
  'POST /admin/sso/tilknyt': 'reader',
  'GET /admin/sso/retur': 'nobody',
  'GET /admin/tal/:slug': 'reader',
  'POST /admin/tal/:slug': 'contributor',
  'GET /admin/traek/:slug': 'publisher',
  'POST /admin/traek/:slug': 'publisher',
  'GET /admin/udgiv': 'reader',
  'POST /admin/udgiv': 'publisher',
  'GET /admin/udvalg': 'reader',
  'POST /admin/udvalg': 'editor',
  'POST /admin/udvalg/ideer': 'editor',
}

/** The workspace's API: the scope a token needs; a person needs the role that scope needs. */
const workspace: Readonly<Record<string, Scope>> = {
  'GET /api/v1/workspace/observations/:slug': 'figures:read',
  'PUT /api/v1/workspace/observations/:slug': 'figures:write',
}

const fill = (url: string): string =>
  url.replace('*', 'findes-ikke').replace(':slug', 'arbejde').replaceAll(/:\w+/g, '1')

/** What Fastify says on its diagnostics channel when an application is made. */
const Registering = z.object({
  fastify: z.custom<Pick<FastifyInstance, 'addHook'>>((given) => typeof given === 'object' && given !== null),
})

let db: Database
let app: FastifyInstance
const routes = new Set<string>()
/** Tokens by their owner's role and what they open. */
const secrets = new Map<string, string>()

const listen = (message: unknown): void => {
  const { fastify } = Registering.parse(message)
  fastify.addHook('onRoute', ({ method, url }: RouteOptions) => {
    for (const one of [method].flat()) routes.add(`${one} ${url === '' ? '/' : url}`)
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

describe.each([
  ['da', 'Tokenet'],
  ['en', 'The token'],
])('the API of the workspace, in %s', (language, aToken) => {
  const as = (route: string, headers: Readonly<Record<string, string>>) =>
    ask(route, { ...headers, 'accept-language': language })

  it.each(Object.entries(workspace))('%s is for tokens with %s', async (route, needed) => {
    for (const [who, secret] of secrets) {
      const answer = await as(route, { authorization: `Bearer ${secret}` })
      const [, scope] = who.split(' ')
      expect([who, outcome(answer)]).toEqual([who, scope === needed ? 'in' : 'no'])
      if (scope === needed) continue
      expect(answer.headers['www-authenticate']).toBe(
        `Bearer realm="pejling", error="insufficient_scope", scope="${needed}"`,
      )
      expect(answer.json()).toMatchObject({ type: '/api#insufficient-scope', title: expect.stringContaining(aToken) })
    }
  })

  it.each(Object.entries(workspace))('%s is for people who may %s', async (route, needed) => {
    const reached = new Set<string>()
    for (const role of roles) {
      const answer = await as(route, sessionOf(db, `${role}@example.dk`))
      if (outcome(answer) === 'in') reached.add(role)
    }
    expect([...reached]).toEqual(roles.slice(roles.indexOf(scopeRules[needed].needs)))
    // Who has not chosen a password yet may nothing.
    expect(outcome(await as(route, sessionOf(db, 'ny@example.dk')))).toBe('no')
  })

  it.each(Object.keys(workspace))('%s asks strangers and unknown tokens to show who they are', async (route) => {
    const stranger = await as(route, {})
    expect([stranger.statusCode, stranger.headers['www-authenticate']]).toEqual([401, 'Bearer realm="pejling"'])
    for (const secret of ['pejling_findes-ikke', 'to dele', '']) {
      const answer = await as(route, {
        ...sessionOf(db, 'administrator@example.dk'),
        authorization: `Bearer ${secret}`,
      })
      expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([
        401,
        'Bearer realm="pejling", error="invalid_token"',
      ])
      expect(answer.json()).toMatchObject({ type: '/api#invalid-token', title: expect.stringContaining(aToken) })
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
