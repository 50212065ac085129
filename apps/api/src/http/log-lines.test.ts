import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { Sealer } from '../accounts/sealer.ts'
import { usualTerms } from '../accounts/session-terms.ts'
import { addToken } from '../accounts/tokens.ts'
import { addUser } from '../accounts/users.ts'
import { buildApp } from '../app.ts'
import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { users } from '../db/schema.ts'
import { planRelease } from '../releases/planned.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { outsideSources } from '../intake/sources/sources.ts'
import { plainPages } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { sessionOf, tokenOf } from '../testing/signed-in.fixture.ts'
import { loggedError, masked } from './log-lines.ts'

/* Everything is logged, and everything goes wrong: no line may say who it was or what they typed. */

const person = { email: 'anna.logbog@example.org', name: 'Anna Logbog', role: 'administrator' } as const
const [address, typed, browser] = ['203.0.113.77', 'helt-privat-soegning', 'Annas egen browser']

interface Asked {
  readonly method?: 'POST' | 'PUT'
  readonly url: string
  readonly headers: Record<string, string>
  readonly payload?: string
}

let db: Database
let app: FastifyInstance
let lines: string[]
async function begin(): Promise<void> {
  db = smallInstallation()
  lines = []
  app = await buildApp({
    store: openReleaseStore(db),
    milliseconds: () => 0,
    config: {
      site: {
        url: 'http://localhost',
        contact: { email: null, phone: null },
        registeredStatement: null,
        embedAncestors: '*',
        asFiles: false,
      },
      logLevel: 'trace',
      sessions: usualTerms,
      proxies: '127.0.0.1',
      securityContact: null,
      metricsToken: null,
      mail: null,
      identityProvider: {
        // No one answers there.
        issuer: 'http://127.0.0.1:9/anna.logbog@example.org',
        clientId: 'pejling',
        clientSecret: 'meget-hemmeligt-ord',
        name: 'Kommunen',
        scope: 'openid',
        roleClaim: 'roles',
        emailClaim: 'email',
        roleOf: new Map(),
        subjectClaim: 'sub',
        trustsEmail: false,
        only: false,
        tokenDays: 30,
      },
    },
    pages: plainPages,
    sources: outsideSources({ statbankUrl: 'http://127.0.0.1:9/v1' }),
    printPdf: null,
    workspace: { db, sealer: new Sealer(randomBytes(32)) },
    elsewhere: null,
    logStream: { write: (line) => void lines.push(line) },
  })
  app.get('/falder-om', (request) => {
    throw new Error(`No such thing: "${request.url}" of ${person.email}`, { cause: JSON.stringify(request.headers) })
  })
}

const about = { 'x-forwarded-for': address, 'user-agent': browser, host: 'localhost', origin: 'http://localhost' }
const form = { ...about, 'content-type': 'application/x-www-form-urlencoded' }

it('a planned release that could not come out is warned of, by its number and why', async () => {
  await begin()
  addUser(db, system, person)
  db.sql.update(users).set({ mustChangePassword: false }).run()
  const plan = { title: { da: typed, en: typed }, note: null, indicators: [], seen: 'something else', publishAt: null }
  for (let count = 0; count < 2; count += 1) planRelease(db, { actor: system, email: '' }, plan)
  const headers = { ...about, ...sessionOf(db, person.email) }
  await app.inject({ method: 'POST', url: '/api/v1/workspace/releases/planned/2/cancel', headers })
  const warned = lines.filter((line) => line.includes('could not come out'))
  expect(warned).toEqual([expect.stringMatching(/"level":40,.*"planned":1,"problem":"changed"/)])
  expect(warned.join('\n')).not.toContain(typed)
})

const warnedOfBurst = (): string[] => lines.filter((line) => line.includes('sign-ins fail'))

it('many sign-ins that fail are warned of once, by their number alone', async () => {
  await begin()
  addUser(db, system, person)
  const payload = new URLSearchParams({ email: person.email, password: typed }).toString()
  const fail = () => app.inject({ method: 'POST', url: '/admin/log-ind', headers: form, payload })
  for (let tries = 0; tries < 49; tries += 1) await fail()
  expect(warnedOfBurst()).toEqual([])
  for (let tries = 0; tries < 9; tries += 1) await fail()
  expect(warnedOfBurst()).toEqual([expect.stringMatching(/"level":40,.*"failures":50,/)])
  expect(warnedOfBurst().join('')).not.toMatch(/anna|203\.0|privat/i)
})

const cookieOf = ({ headers }: { readonly headers: Record<string, unknown> }): string =>
  String(headers['set-cookie']).split(';')[0] ?? ''

it('no line at any level says who asked, or what they typed', async () => {
  await begin()
  const { password } = addUser(db, system, person)
  const { secret } = addToken(db, system, { ...tokenOf(person.email), expiresOn: '2027-01-01' })
  const signIn = (word: string) =>
    app.inject({
      method: 'POST',
      url: `/admin/log-ind?q=${typed}`,
      headers: form,
      payload: new URLSearchParams({ email: person.email, password: word }).toString(),
    })
  const first = cookieOf(await signIn(password))
  const chosen = `en lang ${typed} adgangskode`
  const own = { current: password, next: chosen }
  const change = { method: 'POST', url: '/admin/adgangskode', headers: { ...form, cookie: first } } as const
  const cookie = cookieOf(await app.inject({ ...change, payload: new URLSearchParams(own).toString() }))
  for (let tries = 0; tries < 7; tries += 1) await signIn(`${typed}${tries}`)
  const bearer = { ...about, authorization: `Bearer ${secret}`, 'content-type': 'application/json' }
  const asked: [string, number, Asked][] = [
    ['a page that breaks', 500, { url: `/broken?q=${typed}`, headers: { ...about, cookie } }],
    ['a route that breaks', 500, { url: `/falder-om?q=${typed}`, headers: { ...about, cookie } }],
    ['a search', 200, { url: `/?q=${typed}`, headers: about }],
    ['nothing', 404, { url: `/api/v1/${typed}?email=${person.email}`, headers: about }],
    ['half a character', 400, { url: `/api/v1/%E0?q=${typed}`, headers: about }],
    ['a bad parameter', 400, { url: `/api/v1/indicators?goal=${typed}`, headers: about }],
    [
      'a broken body',
      400,
      { method: 'PUT', url: '/api/v1/workspace/observations/taler', headers: bearer, payload: `{"${typed}` },
    ],
    [
      'a bad import',
      415,
      {
        method: 'POST',
        url: `/api/v1/workspace/imports?indicator=${typed}`,
        headers: { ...form, cookie },
        payload: typed,
      },
    ],
    ['the provider', 502, { url: '/admin/sso', headers: { ...about, cookie } }],
    [
      'back from the provider',
      403,
      { url: `/admin/sso/retur?code=${typed}&state=${typed}`, headers: { ...about, cookie } },
    ],
  ]
  for (const [what, status, request] of asked)
    expect([what, (await app.inject(request)).statusCode]).toEqual([what, status])
  const log = lines.join('')
  const parts = [
    person.email,
    person.name,
    address,
    typed,
    browser,
    password,
    secret,
    cookie.split('=')[1] ?? '',
    'meget-hemmeligt-ord',
  ]
  expect(parts.filter((part) => log.includes(part))).toEqual([])
  // What failed is there, with what it takes to find it.
  const told = lines.map((line): unknown => JSON.parse(line))
  expect(told).toContainEqual(
    expect.objectContaining({ level: 50, msg: 'request failed', route: '/falder-om', reqId: expect.any(String) }),
  )
  expect(told).toContainEqual(
    expect.objectContaining({ msg: 'the identity provider cannot be reached', route: '/admin/sso' }),
  )
})

describe('an error in the log', () => {
  it('keeps its kind and its place, and none of what it was given', () => {
    const logged = loggedError(
      new SyntaxError('Unexpected token in "Annas tal" at 7', { cause: new Error("No 'Bo' here") }),
    )
    expect(logged).toMatchObject({ type: 'SyntaxError', message: 'Unexpected token in "…" at 7' })
    expect(logged.cause?.message).toBe("No '…' here")
    expect(logged.stack).toContain('log-lines.test.ts')
  })

  it('may be anything that was thrown', () => {
    for (const thrown of ['Anna', null, undefined, 7]) expect(loggedError(thrown)).toMatchObject({ message: '' })
  })
})

it.each([
  ['to anna@example.org now', 'to …@… now'],
  ['from 192.0.2.7:443', 'from …:443'],
  ['from 2001:db8::1:2:3', 'from …'],
  ['from ::1', 'from …'],
  ['with pejling_abc-DEF', 'with …'],
  ['Authorization: Bearer abc.def', 'Authorization: Bearer …'],
  ['GET /en/search?q=anna HTTP', 'GET /en/search?… HTTP'],
  ['at file:///opt/pejling/apps/api/src/app.ts:12:34', 'at file:///opt/pejling/apps/api/src/app.ts:12:34'],
])('takes persons and secrets out of a line: %s', (line, without) => {
  expect(masked(line)).toBe(without)
})
