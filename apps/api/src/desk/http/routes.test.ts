import type { FastifyInstance } from 'fastify'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { addUser, disableUser } from '../../accounts/users.ts'
import { roles, system, type Role } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { write } from '../../db/change-set.ts'
import { verify } from '../../verification/verify.ts'
import { previewPublication } from '../../releases/preview.ts'
import { openReleaseStore } from '../../releases/release-store.ts'
import { choosePassword } from '../../testing/accounts.fixture.ts'
import { appAt, appOver } from '../../testing/app.fixture.ts'
import { smallDelivery, smallInstallation } from '../../testing/installation.fixture.ts'
import { kinds, putDefinition, putTarget, removeDefinition } from '../../workspace/definitions.ts'
import { importObservations } from '../../intake/import-observations.ts'
import { findObservation, listAllObservations } from '../../workspace/observation-store.ts'
import { readHistory } from '../history.ts'
import { deskRoutes } from './door.ts'

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
        const asked = method === 'GET' && path !== '/admin' ? `?til=${encodeURIComponent(prefix + path)}` : ''
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
    const { body } = await app.inject({ url: '/admin/sessioner', headers: { cookie } })
    const [id] = /"id":"([^"]+)"[^}]*"current":false/.exec(body)?.slice(1) ?? []
    await post(app, '/admin/sessioner', { id: id ?? '' }, { ...own, cookie })
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

describe('people and second factors', () => {
  it('are changed only by a person who has lately proved who they are; what they typed is not lost', async () => {
    let now = '2026-12-01T08:00:00.000Z'
    const db = { ...smallInstallation(), clock: () => now }
    const parts = { db, app: await appOver(db) }
    const headers = { ...own, ...(await signedIn(parts, 'administrator')) }
    const add = { action: 'add', name: 'Ny', email: 'ny@example.dk', role: 'reader' }
    now = '2026-12-01T08:11:00.000Z'
    const asked = await post(parts.app, '/admin/personer', add, headers)
    expect([asked.statusCode, asked.body]).toEqual([403, expect.stringContaining('"page":"confirm"')])
    expect(asked.body).toContain('{"name":"email","value":"ny@example.dk"}')
    const wrong = await post(parts.app, '/admin/personer', { ...add, 'proof-password': 'forkert' }, headers)
    expect(wrong.body).toContain('"problem":"wrong"')
    const proven = await post(parts.app, '/admin/personer', { ...add, 'proof-password': passphrase }, headers)
    expect([proven.statusCode, proven.body]).toEqual([200, expect.stringContaining('"of":"ny@example.dk"')])
    expect(
      (await post(parts.app, '/admin/personer', { action: 'close', email: 'ny@example.dk' }, headers)).statusCode,
    ).toBe(200)
    expect(
      (await post(parts.app, '/admin/personer', { action: 'open', email: 'ny@example.dk' }, headers)).statusCode,
    ).toBe(200)
    const change = { action: 'change', email: 'ny@example.dk', name: 'Nyere', role: 'editor' }
    expect((await post(parts.app, '/admin/personer', change, headers)).body).toMatch(
      /"name":"Nyere","role":"editor","closed":false/,
    )
    const { body } = await parts.app.inject({ url: '/admin/adgangslog', headers })
    expect(body).toMatch(/"kind":"wrong-proof".*"kind":"password-changed"/)
  })
})

/** What a review says it shows. */
const seenAt = async (app: FastifyInstance, url: string, headers: Record<string, string>): Promise<string> =>
  /"seen":"(\w+)"/.exec((await app.inject({ url, headers })).body)?.[1] ?? ''

describe('publishing', () => {
  const figure = {
    indicator: 'arbejde',
    rows: [{ series: { area: '217', categories: {} }, observation: exampleObservation('2024', 70) }],
  }
  const given = { titleDa: 'Nye tal', titleEn: 'New figures', noteDa: '', noteEn: '' }

  it('says everything that would change, and has changed nothing by that', async () => {
    const parts = await desk()
    const headers = await signedIn(parts, 'editor')
    importObservations(parts.db, system, figure)
    const { body } = await parts.app.inject({ url: '/admin/udgiv', headers })
    expect(body).toContain('"indicator":"arbejde"')
    expect(body).toContain('"mayPublish":false')
    expect(openReleaseStore(parts.db).latestNumber()).toBe(1)
    expect(verify(parts.db)).toEqual([])
    expect((await parts.app.inject({ url: '/admin', headers })).body).toContain('"changedFigures":1')
  })

  it('is done in the name of whoever does it, with a title in both languages', async () => {
    const parts = await desk()
    const headers = { ...own, ...(await signedIn(parts, 'publisher')) }
    importObservations(parts.db, system, figure)
    const refused = await post(parts.app, '/admin/udgiv', { ...given, titleEn: ' ' }, headers)
    expect([refused.statusCode, refused.body.includes('Nye tal')]).toEqual([400, true])
    const seen = await seenAt(parts.app, '/admin/udgiv', headers)
    const published = await post(parts.app, '/admin/udgiv', { ...given, seen }, headers)
    expect(published.headers.location).toBe('/udgivelser/2')
    expect(openReleaseStore(parts.db).release(2)).toMatchObject({ publishedBy: 'En publisher', note: null })
  })

  it('is refused where anything has been written or published since the review', async () => {
    const parts = await desk()
    const headers = { ...own, ...(await signedIn(parts, 'publisher')) }
    importObservations(parts.db, system, figure)
    const seen = await seenAt(parts.app, '/admin/udgiv', headers)
    await post(parts.app, '/admin/tal/arbejde', cell('217|2024', '70', '71'), headers)
    expect((await post(parts.app, '/admin/udgiv', { ...given, seen }, headers)).statusCode).toBe(409)
    expect(openReleaseStore(parts.db).latestNumber()).toBe(1)
  })

  it('is of what is ticked and nothing else: it is shown once more, and published as it was shown', async () => {
    const parts = await desk()
    const headers = { ...own, ...(await signedIn(parts, 'publisher')) }
    importObservations(parts.db, system, figure)
    await post(parts.app, '/admin/tal/taler', cell('217|2025', '', '13'), headers)
    // What a browser without a script sends from the page where one of the two has been unticked.
    const ticked = { ...given, valg: '1', kun: 'arbejde' }
    const looked = await post(parts.app, '/admin/udgiv', { ...ticked, step: 'look' }, headers)
    expect([looked.statusCode, looked.body]).toEqual([200, expect.stringContaining('"step":"confirm"')])
    expect(looked.body).toMatch(/"slug":"taler".{1,80}"chosen":false/)
    expect(openReleaseStore(parts.db).latestNumber()).toBe(1)
    const back = await post(parts.app, '/admin/udgiv', { ...ticked, step: 'back' }, headers)
    expect(back.body).toMatch(/"step":"choose".*"titleDa":"Nye tal"/)
    const made = await post(parts.app, '/admin/udgiv', { ...ticked, step: 'publish', seen: seenIn(looked) }, headers)
    expect(made.headers.location).toBe('/udgivelser/2')
    const changed = previewPublication(parts.db)?.indicators.map(({ indicator }) => indicator)
    expect([changed, verify(parts.db)]).toEqual([['taler'], []])
  })

  it('lists every text that would come out by name: new, changed and taken away', async () => {
    const parts = await desk()
    const headers = { ...own, ...(await signedIn(parts, 'publisher')) }
    const seeded = smallDelivery()
    const [goal, ...goals] = seeded.goals
    const [target] = seeded.targets
    if (!goal || !target) throw new Error('The small delivery has goals and a target')
    write(parts.db, system, { action: 'edit' }, (changeSet) => {
      putDefinition(changeSet, kinds.focusArea, {
        slug: 'testdel',
        framework: 'politik',
        position: 9,
        printedNumber: null,
        title: { da: 'Testdel', en: 'Test part' },
      })
      putDefinition(changeSet, kinds.goal, { ...goal, text: { da: 'Andre ord', en: 'Other words' } })
      putDefinition(changeSet, kinds.goal, {
        slug: 'testmaal',
        number: '6.1',
        focusArea: 'testdel',
        text: { da: 'Testmål', en: 'Test goal' },
      })
      const says = { da: 'Det går', en: 'It goes' }
      putDefinition(changeSet, kinds.comment, { goal: goals[0]?.slug ?? '', year: 2026, meaning: says, action: null })
      putTarget(changeSet, 'deltagelse', { ...target.target, target: { period: '2030', value: 80 } })
      putDefinition(changeSet, kinds.idea, {
        slug: 'bus',
        title: 'En bus',
        text: 'En bus til valgstedet',
        theme: 'Valg',
        voicedAt: 'Mødet',
        voicedOn: '2026-05-01',
        goals: [],
        takenUpBy: [],
        whyNot: null,
      })
      removeDefinition(changeSet, kinds.actionPlan, '2026')
    })
    const View = z.object({
      texts: z.array(z.object({ kind: z.string(), change: z.string(), name: z.object({ da: z.string() }) })),
    })
    const { body } = await parts.app.inject({ url: '/admin/udgiv', headers })
    const { texts } = View.parse(JSON.parse(body.slice(body.indexOf('{'))))
    expect(texts.map(({ kind, change, name }) => `${kind} ${change}: ${name.da}`)).toEqual([
      'focus-area added: Testdel',
      'goal changed: 1.1 Andre ord',
      'goal added: 6.1 Testmål',
      'comment added: 1.2, 2026',
      'target changed: Navn på deltagelse',
      'action-plan removed: Handleplan 2026',
      'action removed: Stemmebus',
      'idea added: En bus',
    ])
  })

  it('may be of some indicators; the others wait', async () => {
    const parts = await desk()
    const headers = { ...own, ...(await signedIn(parts, 'publisher')) }
    importObservations(parts.db, system, figure)
    await post(parts.app, '/admin/tal/taler', cell('217|2025', '', '13'), headers)
    const some = '/admin/udgiv?valg=1&kun=arbejde&kun=findes-ikke'
    const { body } = await parts.app.inject({ url: some, headers })
    expect(body).toContain('"slug":"arbejde","name":{"da":"Navn på arbejde","en":"Navn på arbejde (en)"},"chosen":true')
    expect(body).toMatch(/"slug":"taler".{1,80}"chosen":false/)
    const chosen = { ...given, valg: '1', kun: 'arbejde' }
    const wrong = await seenAt(parts.app, '/admin/udgiv', headers)
    expect((await post(parts.app, '/admin/udgiv', { ...chosen, seen: wrong }, headers)).statusCode).toBe(409)
    const seen = await seenAt(parts.app, some, headers)
    expect((await post(parts.app, '/admin/udgiv', { ...chosen, seen }, headers)).statusCode).toBe(303)
    expect(previewPublication(parts.db)?.indicators.map(({ indicator }) => indicator)).toEqual(['taler'])
    // Nothing chosen is nothing to publish.
    expect((await parts.app.inject({ url: '/admin/udgiv?valg=1', headers })).body).toContain('"changes":null')
    expect(verify(parts.db)).toEqual([])
  })
})

const cell = (name: string, before: string, typed: string) => ({ [`b|${name}`]: before, [`v|${name}`]: typed })

describe('figures', () => {
  const page = '/admin/tal/arbejde'

  it('are saved in one change set with its reason, and are drafts until they are published', async () => {
    const parts = await desk()
    const headers = { ...own, ...(await signedIn(parts, 'editor')) }
    const saved = await post(
      parts.app,
      page,
      { ...cell('217|2023', '', '70,5'), ...cell('217|2024', '', '30/40 P'), reason: 'Nye tal fra registret' },
      headers,
    )
    expect(saved.headers.location).toBe(`${page}?gemt=1`)
    const { body } = await parts.app.inject({ url: page, headers })
    expect(body).toContain('"typed":"70,5"')
    expect(body).toContain('"typed":"30/40 P"')
    const history = (await parts.app.inject({ url: '/admin/historik', headers })).body
    expect(history).toContain('"reason":"Nye tal fra registret","count":2')
    expect(openReleaseStore(parts.db).latestNumber()).toBe(1)
    expect(verify(parts.db)).toEqual([])
  })

  it('are saved all or none: what cannot be read is said at its cell, and everything typed is still there', async () => {
    const parts = await desk()
    const headers = { ...own, ...(await signedIn(parts, 'editor')) }
    const fields = { ...cell('217|2023', '', '70,5'), ...cell('217|2024', '', 'mange') }
    const refused = await post(parts.app, page, fields, headers)
    expect(refused.statusCode).toBe(400)
    expect(refused.body).toContain('"typed":"mange","before":"","problem":{"da":"“mange” er ikke et tal')
    expect(refused.body).toContain('"typed":"70,5"')
    expect((await parts.app.inject({ url: page, headers })).body).not.toContain('70,5')
  })

  it('that somebody else has changed meanwhile are told, and neither is lost', async () => {
    const parts = await desk()
    const headers = { ...own, ...(await signedIn(parts, 'editor')) }
    await post(parts.app, page, cell('217|2024', '', '70'), headers)
    // Two look at 70; one makes it 71, the other 72.
    await post(parts.app, page, cell('217|2024', '70', '71'), headers)
    const late = await post(
      parts.app,
      page,
      { ...cell('217|2024', '70', '72'), ...cell('217|2023', '', '69') },
      headers,
    )
    expect(late.body).toContain('"typed":"72","before":"71","problem":{"da":"Står nu som “71”')
    // Other cells of the same sheet are no quarrel.
    expect((await post(parts.app, page, cell('217|2023', '', '69'), headers)).statusCode).toBe(303)
    expect((await post(parts.app, page, cell('217|2024', '71', '72'), headers)).statusCode).toBe(303)
    const { body } = await parts.app.inject({ url: page, headers })
    expect([body.includes('"typed":"72"'), body.includes('"typed":"69"')]).toEqual([true, true])
  })

  it('that are emptied become missing, and keep their footnote', async () => {
    const parts = await desk()
    const headers = { ...own, ...(await signedIn(parts, 'editor')) }
    await post(parts.app, page, cell('217|2024', '', '70'), headers)
    await post(parts.app, page, cell('217|2024', '70', ''), headers)
    expect((await parts.app.inject({ url: page, headers })).body).toContain('"typed":"O"')
  })

  it('are for contributors who have been asked to send them, or stand in for somebody, and for nobody else', async () => {
    const parts = await desk()
    const editor = { ...own, ...(await signedIn(parts, 'editor')) }
    const headers = { ...own, ...(await signedIn(parts, 'contributor')) }
    const send = async (typed: string): Promise<number> =>
      (await post(parts.app, page, cell('217|2024', '', typed), headers)).statusCode
    const ask = async (keeper: string, deputy: string): Promise<void> => {
      const edit = '/admin/ret/ansvarlig/arbejde'
      const { body } = await parts.app.inject({ url: edit, headers: editor })
      const before = /"before":"(\w+)"/.exec(body)?.[1] ?? ''
      const asked = await post(parts.app, edit, { step: 'save', before, keeper, deputy }, editor)
      expect(asked.statusCode).toBe(303)
    }
    expect(await send('70')).toBe(403)
    expect((await parts.app.inject({ url: page, headers })).body).toContain('"mayWrite":false')
    await ask('editor@example.dk', '')
    expect(await send('70')).toBe(403)
    await ask('editor@example.dk', 'contributor@example.dk')
    expect((await parts.app.inject({ url: page, headers })).body).toContain('"mayWrite":true')
    // Who sends a figure is no one else's business: there is nothing to publish.
    expect(previewPublication(parts.db)).toBeNull()
    expect((await parts.app.inject({ url: '/admin', headers })).body).toContain(
      '"keepers":[{"indicator":"arbejde","names":["En editor","En contributor"],"own":true}]',
    )
    expect(await send('70')).toBe(303)
    expect((await post(parts.app, '/admin/tal/taler', cell('217|2023', '', '1'), headers)).statusCode).toBe(403)
    expect(verify(parts.db)).toEqual([])
  })

  it.each(['x', '217|engang', '999|2024', '217;alder=drager|2024', '217;x=y|2024', '|', 'ikke en serie|2024'])(
    'in a cell no sheet has are left alone: %s',
    async (name) => {
      const parts = await desk()
      const headers = { ...own, ...(await signedIn(parts, 'editor')) }
      const before = listAllObservations(parts.db)
      expect((await post(parts.app, page, cell(name, '', '70'), headers)).statusCode).toBe(303)
      expect(listAllObservations(parts.db)).toEqual(before)
      expect(verify(parts.db)).toEqual([])
    },
  )

  it('of a group that is defined can be added', async () => {
    const parts = await desk()
    const headers = { ...own, ...(await signedIn(parts, 'editor')) }
    await post(parts.app, page, cell('217;alder=18-29|2024', '', '30/40'), headers)
    expect((await parts.app.inject({ url: page, headers })).body).toContain('"typed":"30/40"')
  })

  it('of an indicator that is not there are not there; a period that is none makes no row', async () => {
    const parts = await desk()
    const headers = { ...own, ...(await signedIn(parts, 'editor')) }
    expect((await parts.app.inject({ url: '/admin/tal/findes-ikke', headers })).statusCode).toBe(404)
    expect((await post(parts.app, '/admin/tal/findes-ikke', {}, headers)).statusCode).toBe(404)
    const rows = async (period: string): Promise<number> =>
      (await parts.app.inject({ url: `${page}?periode=${period}`, headers })).body.split('"period":').length
    expect(await rows('2031')).toBe((await rows('')) + 1)
    expect(await rows('engang')).toBe(await rows(''))
  })
})

it('a long text is taken whole', async () => {
  const parts = await desk()
  const headers = { ...own, ...(await signedIn(parts, 'editor')) }
  const edit = '/admin/ret/maal/1.1'
  const before = /"before":"(\w+)"/.exec((await parts.app.inject({ url: edit, headers })).body)?.[1] ?? ''
  const long = 'lang '.repeat(5000).trim()
  const saved = await post(parts.app, edit, { step: 'save', before, text: long, 'text.en': long }, headers)
  expect(saved.statusCode).toBe(303)
  expect((await parts.app.inject({ url: edit, headers })).body).toContain(long)
})

describe('undoing', () => {
  it('brings figures back to what they were, also those that were not there', async () => {
    const parts = await desk()
    const headers = { ...own, ...(await signedIn(parts, 'editor')) }
    const page = '/admin/tal/taler'
    const before = listAllObservations(parts.db)
    await post(parts.app, page, { ...cell('217|2024', '12,5', '20'), ...cell('217|2025', '', '21') }, headers)
    const [last] = readHistory(parts.db, { before: null, search: '' }).changeSets
    expect(listAllObservations(parts.db)).not.toEqual(before)
    const undone = await post(parts.app, '/admin/historik', { undo: String(last?.number) }, headers)
    expect(undone.statusCode).toBe(303)
    expect(listAllObservations(parts.db)).toEqual(before)
    expect(verify(parts.db)).toEqual([])
    // And the undoing can be undone.
    await post(parts.app, '/admin/historik', { undo: String((last?.number ?? 0) + 1) }, headers)
    expect((await parts.app.inject({ url: page, headers })).body).toContain('"typed":"21"')
    expect(verify(parts.db)).toEqual([])
  })

  it('is refused with the reason where something was changed again, was made, or is no figure or text', async () => {
    const parts = await desk()
    const headers = { ...own, ...(await signedIn(parts, 'editor')) }
    const page = '/admin/tal/taler'
    await post(parts.app, page, cell('217|2024', '12,5', '20'), headers)
    const number = readHistory(parts.db, { before: null, search: '' }).changeSets[0]?.number ?? 0
    await post(parts.app, page, cell('217|2024', '20', '21'), headers)
    const refused = await post(parts.app, '/admin/historik', { undo: String(number) }, headers)
    expect([refused.statusCode, refused.body.includes('er rettet igen siden')]).toEqual([409, true])
    const why = async (undo: string): Promise<string> =>
      (await post(parts.app, '/admin/historik', { undo }, headers)).body
    expect(await why('1')).toContain('er udgivet og kan ikke slettes')
    expect(await why('2')).toContain('kun ændringer af tal, mål og tekster kan, ikke af udgivelser')
    expect(await why('999999')).toContain('Nr. 999999 kan ikke fortrydes: den findes ikke.')
    expect((await parts.app.inject({ url: page, headers })).body).toContain('"typed":"21"')
  })
})

const secretIn = ({ body }: { readonly body: string }): string => /"text":"([^"]+)"/.exec(body)?.[1] ?? ''

describe('people', () => {
  it('are added, given new passwords and closed, each secret shown once', async () => {
    const parts = await desk()
    const headers = { ...own, ...(await signedIn(parts, 'administrator')) }
    const ask = (fields: Record<string, string>) => post(parts.app, '/admin/personer', fields, headers)
    const added = await ask({ action: 'add', name: 'Ida', email: 'Ida@example.dk', role: 'editor' })
    const email = 'ida@example.dk'
    const opens = async (password: string): Promise<boolean> =>
      (await post(parts.app, '/admin/log-ind', { email, password })).statusCode === 303
    expect(await opens(secretIn(added))).toBe(true)
    expect((await parts.app.inject({ url: '/admin/personer', headers })).body).not.toContain(secretIn(added))
    const renewed = await ask({ action: 'password', email })
    expect([await opens(secretIn(added)), await opens(secretIn(renewed))]).toEqual([false, true])
    const about = { action: 'token', name: 'Regneark', email, expiresOn: '2027-01-01' }
    const token = secretIn(await ask({ ...about, scopes: 'figures:read', indicators: 'arbejde' }))
    const reads = async (slug: string): Promise<number> => {
      const sent = { authorization: `Bearer ${token}` }
      return (await parts.app.inject({ url: `/api/v1/workspace/observations/${slug}`, headers: sent })).statusCode
    }
    expect([token.slice(0, 8), await reads('arbejde'), await reads('taler')]).toEqual(['pejling_', 200, 403])
    const listed = await parts.app.inject({ url: '/admin/personer', headers })
    expect(listed.body).not.toContain(token)
    expect(listed.body).toMatch(/"scopes":\["figures:read"\],"indicators":\["arbejde"\],[^}]*"lastUsedAt":"2026-/)
    await ask({ action: 'revoke', name: 'Regneark' })
    expect([await reads('arbejde'), (await ask({ action: 'revoke', name: 'Regneark' })).statusCode]).toEqual([401, 400])
    await ask({ action: 'close', email })
    expect(await opens(secretIn(renewed))).toBe(false)
    expect(verify(parts.db)).toEqual([])
  })

  it.each([
    [{ action: 'add', name: '', email: 'a@example.dk', role: 'editor' }, 'missing'],
    [{ action: 'add', name: 'A', email: 'a@example.dk', role: 'konge' }, 'missing'],
    [{ action: 'add', name: 'A', email: 'ingen adresse', role: 'editor' }, 'invalid'],
    [{ action: 'add', name: 'A', email: 'administrator@example.dk', role: 'editor' }, 'taken'],
    [{ action: 'password', email: 'ingen@example.dk' }, 'taken'],
    [{ action: 'close', email: 'administrator@example.dk' }, 'self'],
    [{ action: 'token', name: 'T', email: 'administrator@example.dk', expiresOn: 'i morgen' }, 'token-expires'],
    [{ action: 'token', name: 'T', email: 'administrator@example.dk', expiresOn: '2027-01-01' }, 'token-scopes'],
    [{ action: 'andet' }, 'invalid'],
  ])('%o is refused: %s', async (fields, problem) => {
    const parts = await desk()
    const headers = { ...own, ...(await signedIn(parts, 'administrator')) }
    const answer = await post(parts.app, '/admin/personer', Object.fromEntries(Object.entries(fields)), headers)
    expect([answer.statusCode, answer.body.includes(`"problem":"${problem}"`)]).toEqual([400, true])
  })
})

it('the history tells of every change set, page by page', async () => {
  const parts = await desk()
  const headers = await signedIn(parts, 'reader')
  const newest = (await parts.app.inject({ url: '/admin/historik', headers })).body
  expect(newest).toContain('"action":"own password"')
  const older = (await parts.app.inject({ url: '/admin/historik?foer=2', headers })).body
  expect(older).toContain('"number":1,')
  expect(older).not.toContain('own password')
  expect((await parts.app.inject({ url: '/admin/historik?foer=x', headers })).statusCode).toBe(200)
})

const seenIn = ({ body }: { readonly body: string }): string => /"seen":"([0-9a-f]*)"/.exec(body)?.[1] ?? ''

const note = (index: number, about: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(about).map(([name, value]) => [name === 'cell' ? `n${index}` : `n${index}.${name}`, value]),
  )

describe('footnotes in the sheet', () => {
  const page = '/admin/tal/arbejde'

  it('are written with their figures, corrected, and taken away', async () => {
    const parts = await desk()
    const headers = { ...own, ...(await signedIn(parts, 'editor')) }
    const at = '217|2024'
    const first = { ...cell(at, '', '70,5'), ...note(0, { cell: at, da: 'Ny opgørelse', en: 'New count', before: '' }) }
    expect((await post(parts.app, page, first, headers)).statusCode).toBe(303)
    const stands = () => findObservation(parts.db, 'arbejde', '217', '2024')?.footnote
    expect(stands()).toEqual({ da: 'Ny opgørelse', en: 'New count' })
    // The figure alone is corrected: its footnote stays.
    await post(parts.app, page, cell(at, '70,5', '71'), headers)
    expect(stands()).toEqual({ da: 'Ny opgørelse', en: 'New count' })
    const before = JSON.stringify(['Ny opgørelse', 'New count'])
    await post(parts.app, page, note(0, { cell: at, da: '', en: '', before }), headers)
    expect(stands()).toBeNull()
    expect(verify(parts.db)).toEqual([])
  })

  it.each([
    ['in one language', { cell: '217|2024', da: 'Ny', en: '', before: '' }, 'Write the footnote in both languages'],
    [
      'where there is no figure',
      { cell: '217|2025', da: 'Ny', en: 'New', before: '' },
      'There is no figure in the cell',
    ],
    [
      'that somebody else has changed',
      { cell: '217|2024', da: 'Ny', en: 'New', before: '["x","y"]' },
      'somebody else has changed it',
    ],
  ])('are not taken %s, and nothing else is then', async (_, about, why) => {
    const parts = await desk()
    const headers = { ...own, ...(await signedIn(parts, 'editor')) }
    await post(parts.app, page, cell('217|2024', '', '70'), headers)
    const answer = await post(parts.app, page, { ...cell('217|2023', '', '69'), ...note(0, about) }, headers)
    expect([answer.statusCode, answer.body]).toEqual([400, expect.stringContaining(why)])
    expect(findObservation(parts.db, 'arbejde', '217', '2023')).toBeNull()
  })
})

it('a public page can be seen before and after the next release, and nothing is published by that', async () => {
  const parts = await desk()
  const headers = { ...own, ...(await signedIn(parts, 'editor')) }
  await post(parts.app, '/admin/tal/arbejde', cell('217|2024', '', '70'), headers)
  const side = async (name: string) => parts.app.inject({ url: `/admin/se/indikator/arbejde/${name}`, headers })
  expect((await side('foer')).body).toContain('/indikator/arbejde? 1</title>')
  const after = await side('efter')
  expect(after.body).toContain('/indikator/arbejde? 2</title>')
  expect(after.headers['content-security-policy']).toContain("frame-ancestors 'self'")
  expect(after.headers['content-security-policy']).not.toContain('script-src')
  expect(openReleaseStore(parts.db).latestNumber()).toBe(1)
  for (const address of [
    '/admin/se/indikator/findes-ikke',
    '/admin/se/andet/arbejde',
    '/admin/se/indikator/arbejde/bag',
  ]) {
    expect((await parts.app.inject({ url: address, headers })).statusCode).toBe(404)
  }
})

describe('planned and approved releases at the desk', () => {
  const figures = { titleDa: 'Ny', titleEn: 'New', noteDa: '', noteEn: '' }

  it('are made when another has approved them', async () => {
    const parts = await desk()
    const { db, app } = parts
    const [publisher, administrator] = [await signedIn(parts, 'publisher'), await signedIn(parts, 'administrator')]
    await post(app, '/admin/personer', { action: 'approval', approval: '1' }, { ...own, ...administrator })
    importObservations(db, system, {
      indicator: listAllObservations(db)[0]?.indicator ?? '',
      rows: [{ series: { area: '217', categories: {} }, observation: exampleObservation('2024', 42.5) }],
    })
    const before = openReleaseStore(db).latestNumber()
    const seen = seenIn(await app.inject({ url: '/admin/udgiv', headers: publisher }))
    const planned = await post(app, '/admin/udgiv', { ...figures, seen }, { ...own, ...publisher })
    expect(planned.headers.location).toBe('/admin/udgiv')
    const approve = { number: '1', decision: 'approve' }
    expect((await post(app, '/admin/planlagt', approve, { ...own, ...publisher })).body).toContain('"problem":"own"')
    expect(openReleaseStore(db).latestNumber()).toBe(before)
    const made = await post(app, '/admin/planlagt', approve, { ...own, ...administrator })
    expect(made.headers.location).toBe(`/udgivelser/${before + 1}`)
    expect(verify(db)).toEqual([])
  })

  it('say so as soon as something else is written, before their time comes', async () => {
    const parts = await desk()
    const { db, app } = parts
    const publisher = await signedIn(parts, 'publisher')
    const enter = (value: number) =>
      importObservations(db, system, {
        indicator: 'taler',
        rows: [{ series: { area: '217', categories: {} }, observation: exampleObservation('2025', value) }],
      })
    enter(13)
    const page = async (): Promise<string> => (await app.inject({ url: '/admin/udgiv', headers: publisher })).body
    const given = { ...figures, seen: seenIn({ body: await page() }), publishAt: '2099-01-01T08:00' }
    await post(app, '/admin/udgiv', given, { ...own, ...publisher })
    expect(await page()).toMatch(/"state":"waiting",[^}]*"problem":null/)
    enter(14)
    expect(await page()).toMatch(/"state":"waiting",[^}]*"problem":"changed"/)
    // It is told on the overview that something waits.
    expect((await app.inject({ url: '/admin', headers: publisher })).body).toMatch(/"planned":\[\{"number":1,/)
  })

  it('a withdrawal waits in the same list, and tells first where the figure stands', async () => {
    const parts = await desk()
    const { db, app } = parts
    const [publisher, administrator] = [await signedIn(parts, 'publisher'), await signedIn(parts, 'administrator')]
    await post(app, '/admin/personer', { action: 'approval', approval: '1' }, { ...own, ...administrator })
    const given = { figure: '217|2024', reasonDa: 'Ikke vores', reasonEn: 'Not ours' }
    const withdraw = (step: string) => post(app, '/admin/traek/taler', { ...given, step }, { ...own, ...publisher })
    expect((await withdraw('check')).body).toMatch(/"telling":\{"documents":\d+,"mentions":\[\]\}/)
    const asked = await withdraw('withdraw')
    expect([asked.headers.location, openReleaseStore(db).withdrawals()]).toEqual(['/admin/udgiv', []])
    expect((await app.inject({ url: '/admin', headers: administrator })).body).toContain(
      '"withdrawal":{"indicator":"taler"',
    )
    const made = await post(app, '/admin/planlagt', { number: '1', decision: 'approve' }, { ...own, ...administrator })
    expect([made.headers.location, openReleaseStore(db).withdrawals().length]).toEqual(['/udgivelser/2', 1])
    const answer = await app.inject('/api/v1/indicators/taler/observations?release=1')
    expect(answer.body).not.toContain('12.5')
    expect(verify(db)).toEqual([])
  })

  it('are not planned for a time that has passed', async () => {
    const parts = await desk()
    const publisher = await signedIn(parts, 'publisher')
    const given = { ...figures, seen: '', publishAt: '2020-01-01T08:00' }
    const answer = await post(parts.app, '/admin/udgiv', given, { ...own, ...publisher })
    expect([answer.statusCode, answer.body]).toEqual([400, expect.stringContaining('"problem":"time"')])
  })
})
