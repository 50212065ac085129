import type { FastifyInstance } from 'fastify'
import { describe, expect, it } from 'vitest'
import { addUser, disableUser } from '../accounts/users.ts'
import { roles, system, type Role } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { verify } from '../verification/verify.ts'
import { choosePassword } from '../testing/accounts.fixture.ts'
import { appAt, appOver } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { deskRoutes } from './door.ts'
import { ownPath } from './own-path.ts'

const origin = 'http://localhost'
const own = { origin, host: 'localhost' }
const passphrase = 'en lang adgangskode med mellemrum'

interface Desk {
  readonly db: Database
  readonly app: FastifyInstance
}

async function desk(): Promise<Desk> {
  const db = smallInstallation()
  return { db, app: await appOver(db) }
}

const post = (
  app: FastifyInstance,
  url: string,
  fields: Record<string, string>,
  headers: Record<string, string> = own,
) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  })

const cookieOf = (answer: { readonly headers: Record<string, unknown> }): string =>
  String(answer.headers['set-cookie']).split(';')[0] ?? ''

/** A person with a password of their own, signed in; answers the header that says so. */
async function signedIn({ db, app }: Desk, role: Role): Promise<{ cookie: string }> {
  const email = `${role}@example.dk`
  const { password } = addUser(db, system, { email, name: `En ${role}`, role })
  const first = cookieOf(await post(app, '/admin/log-ind', { email, password }))
  const changed = await post(
    app,
    '/admin/adgangskode',
    { current: password, next: passphrase },
    { ...own, cookie: first },
  )
  expect(changed.statusCode).toBe(303)
  return { cookie: cookieOf(changed) }
}

describe('every page and form of the desk', () => {
  it.each(deskRoutes.filter(({ needs }) => needs !== 'nobody'))(
    '$method $path is for those who are signed in',
    async ({ method, path }) => {
      const { app } = await desk()
      for (const prefix of ['', '/en']) {
        const answer = await app.inject({ method, url: prefix + path, headers: own })
        const to = ownPath(prefix + path)
        const asked = method === 'GET' && path !== '/admin' ? `?til=${encodeURIComponent(to)}` : ''
        expect([answer.statusCode, answer.headers.location]).toEqual([303, `${prefix}/admin/log-ind${asked}`])
      }
    },
  )

  it.each(roles.flatMap((role) => deskRoutes.map((route) => ({ role, ...route }))))(
    '$method $path with the role $role',
    async ({ role, method, path, needs }) => {
      const parts = await desk()
      const headers = { ...own, ...(await signedIn(parts, role)) }
      const answer = await parts.app.inject({ method, url: path, headers })
      const reaches = needs === 'nobody' || roles.indexOf(role) >= roles.indexOf(needs)
      expect(answer.statusCode === 403).toBe(!reaches)
      expect(answer.statusCode).toBeLessThan(500)
    },
  )

  it.each(deskRoutes.filter(({ method }) => method === 'POST'))(
    '$path takes no form from elsewhere',
    async ({ path }) => {
      const parts = await desk()
      const { cookie } = await signedIn(parts, 'administrator')
      const foreign = [
        { cookie, host: 'localhost', origin: 'https://evil.example' },
        { cookie, host: 'localhost', origin, 'sec-fetch-site': 'cross-site' },
        { cookie, host: 'localhost', origin, 'sec-fetch-site': 'same-site' },
        { cookie, host: 'localhost' },
      ]
      for (const headers of foreign) expect((await post(parts.app, path, {}, headers)).statusCode).toBe(403)
    },
  )

  it('is never kept by a cache, runs no script, and lies in no frame', async () => {
    const { app } = await desk()
    const { headers } = await app.inject('/admin/log-ind')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'.*frame-ancestors 'none'$/)
    expect(headers['content-security-policy']).not.toContain('unsafe-inline')
  })
})

describe('signing in', () => {
  it('with a one-time password leads to choosing one’s own, and nowhere else', async () => {
    const { db, app } = await desk()
    const { password } = addUser(db, system, { email: 'ida@example.dk', name: 'Ida', role: 'editor' })
    const answer = await post(app, '/admin/log-ind', { email: ' Ida@Example.dk ', password })
    const cookie = cookieOf(answer)
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^pejling=[\w-]+; Path=\/; HttpOnly; SameSite=Lax,pejling-device=/,
    )
    expect((await app.inject({ url: '/admin', headers: { cookie } })).headers.location).toBe('/admin/adgangskode')
    const refuse = async (current: string, next: string): Promise<string> =>
      (await post(app, '/admin/adgangskode', { current, next }, { ...own, cookie })).body
    expect(await refuse('forkert', passphrase)).toContain('"problem":"wrong"')
    expect(await refuse(password, 'kort')).toContain('"problem":"short"')
    expect(await refuse(password, 'passwordpassword')).toContain('"problem":"common"')
    expect(await refuse(password, 'ida@example.dk ida@example.dk')).toContain('"problem":"own"')
    expect(await refuse(password, password)).toContain('"problem":"same"')
    const changed = await post(
      app,
      '/admin/adgangskode',
      { current: password, next: passphrase, til: '/admin/historik' },
      { ...own, cookie },
    )
    expect(changed.headers.location).toBe('/admin/historik')
    // The session that knew the old password has ended, and a new one goes on.
    const open = async (held: string) => (await app.inject({ url: '/admin', headers: { cookie: held } })).statusCode
    expect([await open(cookie), await open(cookieOf(changed))]).toEqual([303, 200])
    expect((await post(app, '/admin/log-ind', { email: 'ida@example.dk', password })).statusCode).toBe(401)
    expect(verify(db)).toEqual([])
  })

  it('answers a wrong password, an unknown address and a closed account alike', async () => {
    const { db, app } = await desk()
    const { password } = addUser(db, system, { email: 'a@example.dk', name: 'A', role: 'reader' })
    disableUser(db, system, { email: 'a@example.dk' })
    addUser(db, system, { email: 'b@example.dk', name: 'B', role: 'reader' })
    const answers = await Promise.all(
      [
        { email: 'a@example.dk', password },
        { email: 'b@example.dk', password },
        { email: 'nobody@example.dk', password },
        { email: 'not an address', password: '' },
      ].map(async (given) => {
        const { statusCode, body } = await post(app, '/admin/log-ind', given)
        return [statusCode, body.replaceAll(given.email, '')]
      }),
    )
    expect(new Set(answers.map((answer) => answer.join())).size).toBe(1)
  })

  it('ends when one signs out, when the account is closed, and when another session ends it', async () => {
    const parts = await desk()
    const { db, app } = parts
    const { cookie } = await signedIn(parts, 'editor')
    const email = 'editor@example.dk'
    const other = cookieOf(await post(app, '/admin/log-ind', { email, password: passphrase }))
    const opens = async (held: string): Promise<boolean> =>
      (await app.inject({ url: '/admin', headers: { cookie: held } })).statusCode === 200
    const { body } = await app.inject({ url: '/api/v1/workspace/sessions', headers: { cookie } })
    const [id] = /"id":"([^"]+)"[^}]*"current":false/.exec(body)?.slice(1) ?? []
    const url = `/api/v1/workspace/sessions/${id}`
    await app.inject({ method: 'DELETE', url, headers: { ...own, cookie } })
    expect([await opens(cookie), await opens(other)]).toEqual([true, false])
    const third = cookieOf(await post(app, '/admin/log-ind', { email, password: passphrase }))
    await post(app, '/admin/log-ud', {}, { ...own, cookie: third })
    expect(await opens(third)).toBe(false)
    disableUser(db, system, { email })
    expect(await opens(cookie)).toBe(false)
  })
})

describe('the address that was asked for', () => {
  it('is come to when one has signed in, chosen a password, and given the second factor', async () => {
    const { db, app } = await desk()
    const { password } = addUser(db, system, { email: 'ida@example.dk', name: 'Ida', role: 'editor' })
    const asked = '/en/admin/tal/taler?x=1'
    const { headers } = await app.inject(asked)
    expect(headers.location).toBe(`/en/admin/log-ind?til=${encodeURIComponent(asked)}`)
    expect((await app.inject(String(headers.location))).body).toContain(`"to":"${asked}"`)
    const signedInTo = async (til: string) =>
      (await post(app, '/en/admin/log-ind', { email: 'ida@example.dk', password, til })).headers.location
    expect(await signedInTo(asked)).toBe(asked)
    expect(await signedInTo('//evil.example/admin')).toBe('/en/admin')
  })

  it('is asked for again where a session has ended, and that is said', async () => {
    const { app } = await desk()
    const { headers } = await app.inject({ url: '/admin/historik', headers: { cookie: 'pejling=ended' } })
    expect(headers.location).toBe('/admin/log-ind?til=%2Fadmin%2Fhistorik&udloebet=1')
    expect((await app.inject(String(headers.location))).body).toContain('"problem":"expired"')
  })
})

describe('behind a proxy that sends a Host of its own', () => {
  const given = { email: 'a@example.dk', password: 'b' }
  const over = async (headers: Record<string, string>): Promise<number> => {
    const app = await appAt(smallInstallation(), 'https://maal.example.dk')
    return (await post(app, '/admin/log-ind', given, { host: '127.0.0.1:4200', ...headers })).statusCode
  }
  it.each([
    [{ origin: 'https://maal.example.dk', 'sec-fetch-site': 'same-origin' }, 401],
    [{ origin: 'https://maal.example.dk' }, 401],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'http://maal.example.dk' }, 403],
    [{ origin: 'https://maal.example.dk', 'sec-fetch-site': 'cross-site' }, 403],
    [{ origin: 'https://maal.example.dk', 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'null' }, 403],
    [{}, 403],
  ])('%j is answered %i', async (headers, status) => {
    expect(await over(headers)).toBe(status)
  })
})

describe('an installation that is public', () => {
  const https = { origin: 'https://maal.example.dk', 'sec-fetch-site': 'same-origin' }
  it('sends a publisher to set up a second factor first, and an editor to work; its cookies are its own host’s', async () => {
    const db = smallInstallation()
    const app = await appAt(db, 'https://maal.example.dk')
    const enter = async (role: Role) => {
      const email = `${role}@example.dk`
      const { password } = addUser(db, system, { email, name: `En ${role}`, role })
      await choosePassword(db, email, password, passphrase)
      const answer = await post(app, '/admin/log-ind', { email, password: passphrase }, https)
      expect(String(answer.headers['set-cookie'])).toMatch(
        /^__Host-pejling=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax/,
      )
      const { headers, statusCode } = await app.inject({
        url: '/admin/historik',
        headers: { cookie: cookieOf(answer) },
      })
      return [statusCode, headers.location]
    }
    expect(await enter('editor')).toEqual([200, undefined])
    expect(await enter('publisher')).toEqual([303, '/admin/sikkerhed?til=%2Fadmin%2Fhistorik'])
    // A name without the prefix, as any neighbour below the same domain can set, is nobody's.
    const planted = await app.inject({ url: '/admin', headers: { cookie: 'pejling=planted' } })
    expect(planted.headers.location).toBe('/admin/log-ind')
  })
})

describe('second factors', () => {
  it('are changed only by a person who has lately proved who they are; what they typed is not lost', async () => {
    let now = '2026-12-01T08:00:00.000Z'
    const db = { ...smallInstallation(), clock: () => now }
    const parts = { db, app: await appOver(db) }
    const headers = { ...own, ...(await signedIn(parts, 'administrator')) }
    const begin = { action: 'codes', til: '/admin/historik' }
    now = '2026-12-01T08:11:00.000Z'
    const asked = await post(parts.app, '/admin/sikkerhed', begin, headers)
    expect([asked.statusCode, asked.body]).toEqual([403, expect.stringContaining('"page":"confirm"')])
    expect(asked.body).toContain('{"name":"til","value":"/admin/historik"}')
    const wrong = await post(parts.app, '/admin/sikkerhed', { ...begin, 'proof-password': 'forkert' }, headers)
    expect(wrong.body).toContain('"problem":"wrong"')
    const proven = await post(parts.app, '/admin/sikkerhed', { ...begin, 'proof-password': passphrase }, headers)
    expect([proven.statusCode, proven.body]).toEqual([200, expect.stringContaining('"newCodes":{"secret":')])
    // It holds for a while.
    expect((await post(parts.app, '/admin/sikkerhed', { action: 'remove-codes' }, headers)).statusCode).toBe(200)
    const record = await parts.app.inject({ url: '/api/v1/workspace/sign-ins', headers })
    expect(record.body).toMatch(/"kind":"wrong-proof".*"kind":"password-changed"/)
  })
})
