import type { FastifyInstance } from 'fastify'
import { beforeEach, describe, expect, it } from 'vitest'
import { InvitedPeople, MadeToken, WorkspaceSession } from '@pejling/domain/workspace/people'
import { z } from 'zod'
import { addToken } from '../../accounts/tokens.ts'
import { resetPassword, addUser } from '../../accounts/users.ts'
import { system } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { sessions } from '../../db/schema.ts'
import { verify } from '../../verification/verify.ts'
import { choosePassword } from '../../testing/accounts.fixture.ts'
import { appOver } from '../../testing/app.fixture.ts'
import { smallInstallation } from '../../testing/installation.fixture.ts'
import { signedInAs, tokenOf } from '../../testing/signed-in.fixture.ts'
import { workspaceCaller, type CallWorkspace } from '../../testing/workspace-api.fixture.ts'

let db: Database
let app: FastifyInstance
let administrator: CallWorkspace

beforeEach(async () => {
  db = smallInstallation()
  app = await appOver(db)
  administrator = await workspaceCaller(app, db, 'administrator')
})

const Listed = z.object({ items: z.array(z.object({ id: z.string() })) })

const ida = { email: 'ida@example.dk', name: 'Ida', role: 'contributor' }

async function invite(...people: readonly object[]): Promise<z.infer<typeof InvitedPeople>> {
  const answer = await administrator('POST', '/people', { body: { people } })
  expect(answer.status).toBe(201)
  return InvitedPeople.parse(answer.body)
}

describe('people', () => {
  it('are invited many at once, all of them or none', async () => {
    const names = Array.from({ length: 30 }, (_, index) => ({
      email: `p${index}@example.dk`,
      name: `Person ${index}`,
      role: 'contributor',
    }))
    const { people } = await invite(...names)
    expect(people).toHaveLength(30)
    expect(new Set(people.map(({ invitation }) => invitation.link)).size).toBe(30)
    expect(people[0]).toMatchObject({ person: { awaited: true }, invitation: { isMailed: false, days: 7 } })
    for (const [again, status, pointer] of [
      [{ ...ida, email: 'p3@example.dk' }, 409, null],
      [{ ...ida, name: 'person 4' }, 422, '/name'],
      [{ ...ida, email: 'ingen adresse' }, 400, '/people/1/email'],
    ] as const) {
      const answer = await administrator('POST', '/people', {
        body: { people: [{ ...ida, email: 'ny@example.dk', name: 'Ny' }, again] },
      })
      expect(answer.status).toBe(status)
      expect(answer.body).toMatchObject(pointer === null ? {} : { errors: [{ pointer }] })
    }
    expect((await administrator('GET', '/people?limit=1')).body).toMatchObject({ total: 31 })
    expect(verify(db)).toEqual([])
  })

  it('choose a password by the link of their invitation, once, and sign in with it', async () => {
    const { people } = await invite(ida)
    const link = new URL(people[0]?.invitation.link ?? '')
    const key = link.searchParams.get('noegle') ?? ''
    const page = await app.inject(link.pathname + link.search)
    expect(page.body).toContain('"page":"new-password"')
    const choose = (next: string) =>
      app.inject({
        method: 'POST',
        url: link.pathname,
        headers: { host: 'localhost', origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ noegle: key, next }).toString(),
      })
    expect((await choose('kort')).body).toContain('"problem":"short"')
    const chosen = await choose('regnfuld torsdag med havudsigt')
    expect([chosen.statusCode, chosen.headers.location]).toEqual([303, '/admin/log-ind?gjort=adgangskode'])
    // The link signs no one in, and is good for nothing any more.
    expect(chosen.headers['set-cookie']).toBeUndefined()
    expect((await choose('en anden regnfuld torsdag')).body).toContain('"problem":"ended"')
    expect((await administrator('GET', `/people/${people[0]?.person.id}`)).body).toMatchObject({ awaited: false })
    expect(verify(db)).toEqual([])
  })

  it('are changed, closed, opened again and forgotten, but nobody does that with their own account', async () => {
    const { people } = await invite(ida)
    const path = `/people/${people[0]?.person.id}`
    expect((await administrator('PATCH', path, { body: { role: 'editor', name: 'Ida Hansen' } })).body).toMatchObject({
      role: 'editor',
      name: 'Ida Hansen',
    })
    expect((await administrator('PATCH', path, { body: { closed: true } })).body).toMatchObject({ closed: true })
    expect((await administrator('POST', `${path}/invitation`)).status).toBe(409)
    expect((await administrator('PATCH', path, { body: { closed: false } })).body).toMatchObject({ closed: false })
    expect((await administrator('POST', `${path}/invitation`)).status).toBe(201)
    expect((await administrator('POST', `${path}/password`)).body).toMatchObject({ days: 7 })
    expect((await administrator('DELETE', `${path}/factors`, { match: null })).status).toBe(204)
    expect((await administrator('DELETE', path)).status).toBe(204)
    expect((await administrator('GET', path)).status).toBe(404)
    const own = `/people/${Listed.parse((await administrator('GET', '/people')).body).items[0]?.id}`
    for (const body of [{ role: 'reader' }, { closed: true }]) {
      expect((await administrator('PATCH', own, { body })).status).toBe(409)
    }
    expect((await administrator('DELETE', own)).status).toBe(409)
    expect(verify(db)).toEqual([])
  })

  it('tokens, sessions and sign-ins are no matter of programs, whatever their token opens', async () => {
    const { secret } = addToken(db, system, {
      ...tokenOf('administrator@example.dk'),
      scopes: ['publish', 'definitions:write', 'meetings', 'history:read'],
    })
    const program = await workspaceCaller(app, db, { token: secret })
    for (const path of ['/people', '/tokens', '/sessions', '/sign-ins', '/proof', '/reminders', '/reminders/log']) {
      expect((await program('GET', path)).status).toBe(403)
    }
    expect((await program('POST', '/people', { body: { people: [ida] } })).status).toBe(403)
  })
})

describe('a proof of who somebody is', () => {
  it('is asked for before accounts and tokens change, says how it is given, and holds for ten minutes', async () => {
    let now = '2026-12-01T08:00:00.000Z'
    db = { ...smallInstallation(), clock: () => now }
    app = await appOver(db)
    const password = 'regnfuld torsdag med havudsigt'
    addUser(db, system, { email: 'a@example.dk', name: 'A', role: 'administrator' })
    await choosePassword(db, 'a@example.dk', resetPassword(db, system, { email: 'a@example.dk' }).password, password)
    const own = signedInAs(db, 'administrator', 'a@example.dk')
    const ask = (method: 'GET' | 'POST', path: string, body?: object) =>
      app.inject({ method, url: `/api/v1/workspace${path}`, headers: own, ...(body && { payload: body }) })
    now = '2026-12-01T08:11:00.000Z'
    const token = { name: 'Skolen', email: 'a@example.dk', expiresOn: '2027-01-01', scopes: ['figures:read'] }
    const refused = await ask('POST', '/tokens', token)
    expect([refused.statusCode, refused.json().type]).toEqual([403, '/api#proof-required'])
    expect(refused.json().detail).toContain('/proof')
    expect((await ask('GET', '/proof')).json()).toEqual({ isFresh: false, ways: ['password'] })
    expect((await ask('POST', '/proof', { password: 'forkert' })).statusCode).toBe(403)
    expect((await ask('POST', '/proof', { code: '123456' })).statusCode).toBe(403)
    expect((await ask('POST', '/proof/challenge')).statusCode).toBe(409)
    expect((await ask('POST', '/proof', { password })).json()).toEqual({ isFresh: true, ways: ['password'] })
    const made = await ask('POST', '/tokens', token)
    expect([made.statusCode, made.json().token.name]).toEqual([201, 'Skolen'])
    now = '2026-12-01T08:22:00.000Z'
    expect((await ask('POST', '/tokens', { ...token, name: 'Andet' })).statusCode).toBe(403)
  })

  it('that is wrong again and again has to wait', async () => {
    const answers: number[] = []
    for (let tries = 0; tries < 7; tries += 1) {
      answers.push((await administrator('POST', '/proof', { body: { password: 'forkert' } })).status)
    }
    expect(answers.slice(0, 5)).toEqual([403, 403, 403, 403, 403])
    expect(answers.at(-1)).toBe(429)
  })
})

describe('tokens', () => {
  it('are made with what they open, shown once, and revoked', async () => {
    const body = {
      name: 'Skolen',
      email: 'administrator@example.dk',
      expiresOn: '2027-01-01',
      scopes: ['figures:read'],
    }
    const { body: made } = await administrator('POST', '/tokens', { body })
    const { secret } = MadeToken.parse(made)
    const program = await workspaceCaller(app, db, { token: secret })
    expect((await program('GET', '/observations/arbejde')).status).toBe(200)
    const listed = await administrator('GET', '/tokens')
    expect(listed.body).toMatchObject({ items: [{ name: 'Skolen', scopes: ['figures:read'], indicators: null }] })
    expect(JSON.stringify(listed.body)).not.toContain(secret)
    expect((await administrator('POST', '/tokens', { body })).status).toBe(409)
    expect((await administrator('DELETE', '/tokens/Skolen')).status).toBe(204)
    expect((await program('GET', '/observations/arbejde')).status).toBe(401)
  })

  it.each([
    [{ expiresOn: '2029-01-01' }, '/expiresOn'],
    [{ email: 'ingen@example.dk' }, '/email'],
    [{ indicators: ['findes-ikke'] }, '/indicators'],
    [{ scopes: ['publish'], indicators: ['arbejde'] }, '/scopes'],
    [{ scopes: ['alt'] }, '/scopes/0'],
  ])('are not made with %j, and the answer says where', async (more, pointer) => {
    const body = {
      name: 'X',
      email: 'administrator@example.dk',
      expiresOn: '2027-01-01',
      scopes: ['figures:read'],
      ...more,
    }
    const answer = await administrator('POST', '/tokens', { body })
    expect([400, 422]).toContain(answer.status)
    expect(answer.body).toMatchObject({ errors: [{ pointer }] })
  })
})

it('sessions are one’s own, and end', async () => {
  const { cookie } = signedInAs(db, 'administrator')
  const listed = z.object({ items: z.array(WorkspaceSession) }).parse((await administrator('GET', '/sessions')).body)
  const other = listed.items.find(({ current }) => !current)
  expect(listed.items).toHaveLength(2)
  const reader = await workspaceCaller(app, db, 'reader')
  expect((await reader('DELETE', `/sessions/${other?.id}`, { match: null })).status).toBe(404)
  expect((await administrator('DELETE', `/sessions/${other?.id}`, { match: null })).status).toBe(204)
  expect(db.sql.select().from(sessions).all()).toHaveLength(2)
  expect((await app.inject({ url: '/api/v1/workspace/sessions', headers: { cookie } })).statusCode).toBe(401)
})

it('the record of sign-ins is read page by page, by administrators', async () => {
  for (let count = 0; count < 3; count += 1)
    await administrator('POST', '/proof', { body: { password: `forkert ${count}` } })
  await invite(ida)
  expect((await administrator('GET', '/sign-ins?limit=1')).body).toMatchObject({
    items: [{ kind: 'wrong-proof', count: 3 }],
  })
  const editor = await workspaceCaller(app, db, 'editor')
  expect((await editor('GET', '/sign-ins')).status).toBe(403)
})
