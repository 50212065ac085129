import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { choosePasswordByLink } from '../accounts/password-links.ts'
import { addUser, disableUser } from '../accounts/users.ts'
import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { mails, sessions } from '../db/schema.ts'
import { verify } from '../verification/verify.ts'
import { signInParts } from '../testing/accounts.fixture.ts'
import { appOver, appWithMail } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { signedInAs } from '../testing/signed-in.fixture.ts'

const passphrase = 'regnfuld torsdag med havudsigt'

let now: string
let db: Database
let app: FastifyInstance
beforeEach(async () => {
  now = '2026-12-01T09:00:00.000Z'
  db = { ...smallInstallation(), clock: () => now }
  app = await appWithMail(db)
  addUser(db, system, { email: 'ida@example.dk', name: 'Ida', role: 'editor' })
})
afterEach(() => app.close())

/** Sends the form, and waits for what is done after the answer. */
async function ask(email: string, to = app): Promise<{ readonly status: number; readonly page: string }> {
  const answer = await to.inject({
    method: 'POST',
    url: '/admin/glemt-adgangskode',
    headers: { host: 'localhost', origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ email }).toString(),
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  setImmediate(() => setImmediate(resolve))
  await promise
  return { status: answer.statusCode, page: answer.body }
}

const queued = () => db.sql.select().from(mails).all()
const keyIn = (mail: string | null | undefined): string => /noegle=([\w-]+)/.exec(mail ?? '')?.[1] ?? ''

describe('a forgotten password', () => {
  it('is answered alike whoever asks, and mailed only to an open account that has one', async () => {
    addUser(db, system, { email: 'lukket@example.dk', name: 'Lukket', role: 'reader' })
    disableUser(db, system, { email: 'lukket@example.dk' })
    const answers = []
    for (const email of [
      'ida@example.dk',
      ' IDA@Example.dk ',
      'lukket@example.dk',
      'ingen@example.dk',
      'ingen adresse',
      '',
    ]) {
      answers.push(await ask(email))
    }
    expect(new Set(answers.map(({ status, page }) => `${status} ${page}`)).size).toBe(1)
    expect(queued().map(({ kind, subject }) => [kind, subject])).toEqual([
      ['password', 'Vælg en ny adgangskode til Pejling'],
    ])
  })

  it('is mailed every ten minutes at most, and an earlier link ends with the next', async () => {
    await ask('ida@example.dk')
    await ask('ida@example.dk')
    expect(queued()).toHaveLength(1)
    now = '2026-12-01T09:11:00.000Z'
    await ask('ida@example.dk')
    const [first, second] = queued().map(({ text }) => keyIn(text))
    const given = { next: passphrase, own: [], from: '192.0.2.1' }
    expect(await choosePasswordByLink(signInParts(db), { ...given, secret: first ?? '' })).toBe('ended')
    now = '2026-12-01T10:12:00.000Z'
    expect(await choosePasswordByLink(signInParts(db), { ...given, secret: second ?? '' })).toBe('ended')
  })

  it('is chosen anew once, ends all sessions, and signs nobody in', async () => {
    signedInAs(db, 'editor', 'ida@example.dk')
    await ask('ida@example.dk')
    const secret = keyIn(queued()[0]?.text)
    const given = { secret, own: ['Helsingør'], from: '192.0.2.1' }
    expect(await choosePasswordByLink(signInParts(db), { ...given, next: 'kort' })).toBe('short')
    expect(await choosePasswordByLink(signInParts(db), { ...given, next: passphrase })).toBeNull()
    expect(await choosePasswordByLink(signInParts(db), { ...given, next: passphrase })).toBe('ended')
    expect(db.sql.select().from(sessions).all()).toEqual([])
    expect(verify(db)).toEqual([])
  })

  it('is not mailed where no mail is sent, and the page says whom to ask', async () => {
    const without = await appOver(db)
    expect((await without.inject('/admin/glemt-adgangskode')).body).toContain('"sendsMail":false')
    expect((await ask('ida@example.dk', without)).status).toBe(200)
    expect(queued()).toEqual([])
    await without.close()
  })
})
