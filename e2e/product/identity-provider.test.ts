import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addBreakGlass } from '../../apps/api/src/accounts/break-glass.ts'
import { Sealer } from '../../apps/api/src/accounts/sealer.ts'
import type { IdentityProblem } from '../../apps/api/src/accounts/identity-problem.ts'
import { invite } from '../../apps/api/src/accounts/invitations.ts'
import { addToken } from '../../apps/api/src/accounts/tokens.ts'
import { addUser, disableUser, listPeople, resetPassword } from '../../apps/api/src/accounts/users.ts'
import { buildApp } from '../../apps/api/src/app.ts'
import { readConfig } from '../../apps/api/src/config/config.ts'
import { system } from '../../apps/api/src/db/actor.ts'
import type { Database } from '../../apps/api/src/db/database.ts'
import { sessions } from '../../apps/api/src/db/schema.ts'
import { verify } from '../../apps/api/src/verification/verify.ts'
import { signInPage } from '../../apps/api/src/sign-in-pages/provider-routes.ts'
import { openReleaseStore } from '../../apps/api/src/releases/release-store.ts'
import { outsideSources } from '../../apps/api/src/intake/sources/sources.ts'
import { metricsOf, metricsToken, plainPages } from '../../apps/api/src/testing/app.fixture.ts'
import { smallInstallation } from '../../apps/api/src/testing/installation.fixture.ts'
import { sessionOf, signedInAs, tokenOf } from '../../apps/api/src/testing/signed-in.fixture.ts'
import { renderSignInPage } from '../../apps/dashboard/src/sign-in-pages/render.tsx'
import type { Locale } from '../../packages/domain/src/text.ts'
import { startProvider, type RunningProvider } from '../pages/identity-provider.ts'

/*
 * The whole way through a real OpenID Connect provider, in everything that can be odd or wrong: what the person is told, and the one
 * line the log has of it.
 */

const origin = 'http://localhost'
const client = { id: 'pejling', secret: 'en hemmelighed mellem to servere' }
/** What the provider says of people; each test has it say what it needs. */
const people: Record<string, Record<string, unknown>> = {}
const rikke = { name: 'Rikke', email: 'rikke@kommune.dk', email_verified: true, roles: ['Redaktør'] }

/** What the person is told of each problem, and what they can do about it. */
const words: Readonly<Record<IdentityProblem, Readonly<Record<Locale, RegExp>>>> = {
  failed: {
    da: /gav et svar, der ikke kan bruges\. Prøv igen/,
    en: /gave an answer that cannot be used\. Try again/,
  },
  'too-late': {
    da: /for lang tid .* i en anden browser\. Prøv igen/,
    en: /too long, .* in another browser\. Try again/,
  },
  denied: { da: /lod dig ikke gå videre\..* it-afdeling/, en: /did not let you go on\..* IT department/ },
  unreachable: { da: /ikke forbindelse .* Prøv igen om lidt/, en: /cannot be reached just now\. Try again shortly/ },
  'client-secret': {
    da: /it-afdeling: hemmeligheden er udløbet eller forkert/,
    en: /IT department: the secret has expired or is wrong/,
  },
  clock: { da: /Urene .* passer ikke sammen\. .* it-afdeling/, en: /clocks .* differ\. .* IT department/ },
  'no-subject': { da: /sendte ikke det, du kendes på\. .* it-afdeling/, en: /known by\. Tell your IT department/ },
  'no-role': { da: /ikke givet dig adgang .* administrator/, en: /not given you access .* administrator/ },
  'too-many-groups': { da: /flere grupper, .* app-roller/, en: /more groups .* app roles/ },
  'no-email': { da: /ingen e-mailadresse med\. .* invitation/, en: /No e-mail address .* invitation/ },
  'unverified-email': {
    da: /siger ikke, at din e-mailadresse er bekræftet\. .* invitation/,
    en: /does not say that your e-mail address is verified\. .* invitation/,
  },
  closed: { da: /Kontoen er lukket\. .* åbne den/, en: /The account is closed\. .* open it/ },
  'local-account': {
    da: /allerede en konto .* log ind med adgangskoden og tilknyt den/,
    en: /an account .* already, .* sign in with its password and link it/,
  },
  'other-identity': {
    da: /En anden person har allerede en konto med din e-mailadresse\. .* administrator/,
    en: /Another person has an account with your e-mail address already\. .* administrator/,
  },
  'other-issuer': {
    da: /det login, kommunen brugte før\. .* invitation/,
    en: /sign-in the municipality used before\. .* invitation/,
  },
  'identity-taken': { da: /allerede en anden konto .* lukke den først/, en: /another account .* close it first/ },
  'last-administrator': {
    da: /den eneste administrator, .* en anden til administrator først/,
    en: /the only administrator, .* another person an administrator first/,
  },
  invitation: { da: /brugt eller udløbet\. .* en ny/, en: /used or has expired\. .* a new one/ },
  'not-fresh': { da: /lige har logget ind .* ti minutter/, en: /just signed in .* ten minutes/ },
}

type FastifyInstance = Awaited<ReturnType<typeof buildApp>>

let provider: RunningProvider
let other: RunningProvider
beforeAll(async () => {
  provider = await startProvider(`${origin}/admin/sso/retur`, client, people)
  other = await startProvider(`${origin}/admin/sso/retur`, client, people)
})
afterAll(async () => {
  await provider.stop()
  await other.stop()
})

let db: Database
let lines: string[]
const apps: FastifyInstance[] = []
beforeEach(() => {
  db = smallInstallation()
  lines = []
  people['rikke'] = { ...rikke }
})
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

/** The pages of signing in, each with what it was made of behind it. */
const readPages: typeof plainPages = {
  ...plainPages,
  pages: async () => ({
    ...(await plainPages.pages()),
    renderSignInPage: (request) => `${renderSignInPage(request)}\n${JSON.stringify(request.view)}`,
  }),
}

/** The application with this provider, set up as the settings say. */
async function pejling(more: Readonly<Record<string, string>> = {}): Promise<FastifyInstance> {
  const config = readConfig({
    PEJLING_URL: origin,
    PEJLING_OIDC_ISSUER: provider.issuer,
    PEJLING_OIDC_CLIENT_ID: client.id,
    PEJLING_OIDC_CLIENT_SECRET: client.secret,
    PEJLING_OIDC_ROLES: 'Redaktør=editor,Udgiver=publisher,Læser=reader',
    ...more,
  })
  const app = await buildApp({
    store: openReleaseStore(db),
    milliseconds: () => performance.now(),
    config: { ...config, metricsToken },
    pages: readPages,
    sources: outsideSources({}),
    printPdf: null,
    workspace: { db, sealer: new Sealer(randomBytes(32)) },
    elsewhere: null,
    logStream: { write: (line) => void lines.push(line) },
  })
  apps.push(app)
  return app
}

const cookiesOf = (given: readonly string[]): string => given.map((one) => one.split(';')[0]).join('; ')
const setBy = ({ headers }: { readonly headers: Record<string, unknown> }): string[] =>
  [headers['set-cookie'] ?? []].flat().map(String)

/** Signs in at the provider as a person who is sent there by an address; answers the address they are sent back to. */
async function throughProvider(address: string, who: string): Promise<string> {
  let [url, cookies] = [address, '']
  for (let step = 0; step < 9 && !url.startsWith(`${origin}/`); step += 1) {
    const isForm = new URL(url).pathname.startsWith('/login/')
    const form = isForm ? { method: 'POST', body: new URLSearchParams({ who }) } : {}
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie: cookies }, ...form })
    cookies = [cookies, cookiesOf(answer.headers.getSetCookie())].join('; ')
    url = new URL(answer.headers.get('location') ?? '', url).href
  }
  return url.slice(origin.length)
}

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>

/** Goes the whole way, from a page of the desk to the page one comes back to. */
async function signIn(app: FastifyInstance, who = 'rikke', from: string | Answer = '/admin/sso'): Promise<Answer> {
  const begun = typeof from === 'string' ? await app.inject(from) : from
  if (begun.statusCode !== 303) return begun
  const back = await throughProvider(begun.headers.location ?? '', who)
  return app.inject({ url: back, headers: { cookie: cookiesOf(setBy(begun)) } })
}

const sessionIn = (answer: Answer): string => setBy(answer).find((one) => one.startsWith('pejling=')) ?? ''
/** The problem on a page, which says in words of its language what it is and what to do. */
const problemOn = ({ body }: Answer, locale: Locale): string | null => {
  const problem = /"problem":"([\w-]+)"/.exec(body)?.[1] ?? null
  if (problem !== null) expect(body).toMatch(new Map(Object.entries(words)).get(problem)?.[locale] ?? 'no such problem')
  return problem
}
/** What is shown and logged of a sign-in: the status, the problem on the page, and what the log says of it. */
const told = (answer: Answer, locale: Locale = 'da'): unknown[] => {
  const logged = lines.map((line) => JSON.parse(line)).filter(({ problem }) => problem !== undefined)
  expect(lines.join('')).not.toMatch(/rikke|kommune\.dk/i)
  return [
    answer.statusCode,
    problemOn(answer, locale),
    ...logged.map(({ problem, code, level, msg }) => ({ problem, code, level, msg })),
  ]
}
const doors = [
  ['da', '/admin/sso'],
  ['en', '/en/admin/sso'],
] as const
const warned = (problem: string, msg: RegExp, code: string | null = null, level = 40) => ({
  problem,
  code,
  level,
  msg: expect.stringMatching(msg),
})

describe('a person comes through the provider', () => {
  it('and is let in, with a session that ends within twelve hours', async () => {
    const app = await pejling()
    const answer = await signIn(app)
    expect(told(answer)).toEqual([200, null])
    const cookie = sessionIn(answer).split(';')[0] ?? ''
    expect((await app.inject({ url: '/admin/konto', headers: { cookie } })).statusCode).toBe(200)
    const row = db.sql.select().from(sessions).get()
    expect(Date.parse(row?.expiresAt ?? '') - Date.parse(row?.createdAt ?? '')).toBe(12 * 3_600_000)
    expect([listPeople(db).map(({ email, role }) => [email, role]), verify(db)]).toEqual([
      [['rikke@kommune.dk', 'editor']],
      [],
    ])
  })

  it.each<[string, Record<string, unknown>, string, RegExp]>([
    [
      'a stranger with a local administrator’s e-mail',
      { email: 'chef@kommune.dk' },
      'local-account',
      /e-mail address of a local account/,
    ],
    ['an e-mail that is not verified', { email_verified: false }, 'unverified-email', /PEJLING_OIDC_TRUST_EMAIL/],
    ['an e-mail nothing is said of', { email_verified: undefined }, 'unverified-email', /does not call verified/],
    ['no e-mail', { email: undefined }, 'no-email', /without an e-mail address/],
    ['no group', { roles: ['Andre'] }, 'no-role', /PEJLING_OIDC_ROLES/],
    [
      'more groups than the provider sends',
      { roles: undefined, _claim_names: { roles: 'src1' } },
      'too-many-groups',
      /use app roles/,
    ],
  ])('%s: is told so, in words and a line of its own', async (_, said, problem, line) => {
    addUser(db, system, { email: 'chef@kommune.dk', name: 'Chef', role: 'administrator' })
    people['rikke'] = { ...rikke, ...said }
    const app = await pejling()
    for (const [locale, door] of doors) {
      lines = []
      const answer = await signIn(app, 'rikke', door)
      expect(told(answer, locale)).toEqual([403, problem, warned(problem, line)])
      expect([sessionIn(answer), listPeople(db).length]).toEqual(['', 1])
    }
  })

  it('whose account is closed, or whose address or identity belongs to another account: is told so', async () => {
    const app = await pejling()
    addUser(db, system, { email: 'chef@kommune.dk', name: 'Chef', role: 'administrator' })
    addUser(db, system, { email: 'bo@kommune.dk', name: 'Bo', role: 'reader' })
    await signIn(app)
    people['anna'] = { ...rikke }
    const secrets = ['bo@kommune.dk', 'chef@kommune.dk'].map((email) => invite(db, system, { email }).secret)
    for (const [locale, door] of doors) {
      const problems = [
        await signIn(app, 'anna', door),
        // An invitation that came to nothing has not been used.
        await signIn(app, 'rikke', `${door}?invitation=${secrets[0]}`),
        await signIn(app, 'anna', `${door}?invitation=${secrets[1]}`),
        await signIn(app, 'anna', `${door}?invitation=findes-ikke`),
      ].map((answer) => problemOn(answer, locale))
      expect(problems).toEqual(['other-identity', 'identity-taken', 'last-administrator', 'invitation'])
    }
    disableUser(db, system, { email: 'rikke@kommune.dk' })
    for (const [locale, door] of doors) {
      lines = []
      expect(told(await signIn(app, 'rikke', door), locale)).toEqual([
        403,
        'closed',
        warned('closed', /account is closed/),
      ])
    }
  })

  it('with another e-mail than before: keeps the account, and is told', async () => {
    const app = await pejling()
    await signIn(app)
    people['rikke'] = { ...rikke, email: 'rikke.gift@kommune.dk' }
    const answer = await signIn(app)
    expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('en anden e-mailadresse på dig')])
    expect(lines.filter((line) => line.includes('another e-mail address for a person'))).toHaveLength(1)
    expect(listPeople(db).map(({ email }) => email)).toEqual(['rikke@kommune.dk'])
  })

  it('of another issuer: is not the same person until an administrator invites them', async () => {
    await signIn(await pejling())
    const moved = await pejling({ PEJLING_OIDC_ISSUER: other.issuer })
    const answer = await signIn(moved)
    expect(told(answer)).toEqual([403, 'other-issuer', warned('other-issuer', /invite them to link the account/)])
    const { secret } = invite(db, system, { email: 'rikke@kommune.dk' })
    const link = `/admin/sso?invitation=${secret}`
    expect(sessionIn(await signIn(moved, 'rikke', link))).not.toBe('')
    expect(sessionIn(await signIn(moved))).not.toBe('')
    expect(problemOn(await signIn(moved, 'rikke', link), 'da')).toBe('invitation')
    expect([listPeople(db).length, verify(db)]).toEqual([1, []])
  })

  it('and is removed there: sessions and tokens end when they come again', async () => {
    const app = await pejling()
    const cookie = sessionIn(await signIn(app)).split(';')[0] ?? ''
    const { secret } = addToken(db, system, tokenOf('rikke@kommune.dk'))
    people['rikke'] = { ...rikke, roles: [] }
    expect(told(await signIn(app))).toEqual([
      403,
      'no-role',
      warned('no-role', /sessions and tokens of their account have ended/),
    ])
    expect((await app.inject({ url: '/admin/konto', headers: { cookie } })).headers.location).toMatch(
      /^\/admin\/log-ind/,
    )
    const figures = { url: '/api/v1/workspace/observations/arbejde', headers: { authorization: `Bearer ${secret}` } }
    expect((await app.inject(figures)).statusCode).toBe(401)
  })
})

describe('what goes wrong between the servers', () => {
  it.each<[string, Record<string, string>, number, string, readonly (string | null)[], RegExp, number]>([
    [
      'an expired secret',
      { PEJLING_OIDC_CLIENT_SECRET: 'udløbet' },
      502,
      'client-secret',
      ['invalid_client'],
      /PEJLING_OIDC_CLIENT_SECRET/,
      50,
    ],
    [
      'a provider that is away',
      { PEJLING_OIDC_ISSUER: 'http://127.0.0.1:9' },
      502,
      'unreachable',
      [null, 'ECONNREFUSED'],
      /cannot be reached/,
      50,
    ],
    [
      'a subject claim that does not come',
      { PEJLING_OIDC_SUBJECT_CLAIM: 'oid' },
      403,
      'no-subject',
      [null],
      /PEJLING_OIDC_SUBJECT_CLAIM/,
      40,
    ],
  ])('%s is told to the person, and logged with its code', async (_, settings, status, problem, code, line, level) => {
    const app = await pejling(settings)
    const logged = warned(problem, line, null, level)
    for (const [locale, door] of doors) {
      lines = []
      const answer = await signIn(app, 'rikke', door)
      expect(told(answer, locale)).toEqual([status, problem, { ...logged, code: expect.toBeOneOf(code) }])
    }
  })

  it('a person who stops at the provider, comes back twice, late, or in another browser', async () => {
    const app = await pejling()
    const begun = await app.inject('/en/admin/sso')
    const cookie = cookiesOf(setBy(begun))
    const state = new URL(begun.headers.location ?? '').searchParams.get('state') ?? ''
    const back = (query: string, headers = {}) => app.inject({ url: `/admin/sso/retur?${query}`, headers })
    const denied = await back(`error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`, {
      cookie,
    })
    expect(told(denied, 'en')).toEqual([
      403,
      'denied',
      warned('denied', /did not let the person go on/, 'access_denied'),
    ])
    const made = await back(`code=x&state=${state}&iss=${encodeURIComponent(provider.issuer)}`, { cookie })
    expect(told(made, 'en').at(-1)).toEqual(warned('failed', /cannot be used/, 'invalid_grant'))
    const address = await throughProvider(begun.headers.location ?? '', 'rikke')
    const [, query = ''] = address.split('?')
    expect(problemOn(await back(query), 'da')).toBe('too-late')
    const elsewhere = cookiesOf(setBy(await app.inject('/admin/sso')))
    expect((await back(query, { cookie: elsewhere })).statusCode).toBe(403)
    expect(sessionIn(await back(query, { cookie }))).not.toBe('')
    expect(sessionIn(await back(query, { cookie }))).toBe('')
    expect((await back(query, { cookie: cookie.replace('pejling-sso=', 'pejling-sso=x') })).body).toContain(
      '"problem":"too-late"',
    )
  })

  it.each(['too-late', 'other-issuer', 'not-fresh', 'clock'] as const)('%s is said in both languages', (problem) => {
    const rest = {
      user: null,
      languages: ['da', 'en'],
      demonstration: false,
      stylesheet: '',
      script: '',
      release: null,
    } as const
    for (const locale of ['da', 'en'] as const)
      expect(renderSignInPage({ ...rest, view: signInPage(null, problem), locale })).toMatch(words[problem][locale])
  })

  it('a thousand who begin and never come back take nobody’s place', async () => {
    const app = await pejling()
    const begun = await app.inject('/admin/sso')
    for (let count = 0; count < 1000; count += 1) await app.inject('/admin/sso')
    expect(sessionIn(await signIn(app, 'rikke', begun))).not.toBe('')
  })
})

describe('an account that was here before', () => {
  const email = 'rikke@kommune.dk'

  it('is linked by its owner, signed in just now, and its password opens nothing any more', async () => {
    const app = await pejling()
    addUser(db, system, { email: 'chef@kommune.dk', name: 'Chef', role: 'administrator' })
    const own = signedInAs(db, 'publisher', email)
    const me = await app.inject({ url: '/api/v1/workspace/me', headers: own })
    expect(me.json()).toMatchObject({ linkTo: '127.0.0.1' })
    const begun = await app.inject({ method: 'POST', url: '/admin/sso/tilknyt', headers: own })
    const answer = await signIn(app, 'rikke', begun)
    expect(answer.body).toContain('har den mindste af de to roller, indtil en administrator har taget stilling')
    expect([listPeople(db).map(({ role }) => role), verify(db)]).toEqual([['administrator', 'editor'], []])
    expect((await app.inject({ url: '/admin', headers: own })).headers.location).toMatch(/^\/admin\/log-ind/)
    const { password } = resetPassword(db, system, { email })
    expect(await byPassword(app, email, password)).toBe(401)
  })

  it('is not linked where its session is old or has ended', async () => {
    const app = await pejling()
    const own = signedInAs(db, 'publisher', email)
    const begin = () => app.inject({ method: 'POST', url: '/admin/sso/tilknyt', headers: own })
    const begun = await begin()
    db.connection.exec("UPDATE sessions SET created_at = '2026-11-01T00:00:00.000Z', proven_at = NULL")
    expect(told(await begin())).toEqual([403, 'not-fresh', warned('not-fresh', /signed in with their password/)])
    db.connection.exec('DELETE FROM sessions')
    expect(problemOn(await signIn(app, 'rikke', begun), 'da')).toBe('too-late')
    expect(problemOn(await signIn(app), 'da')).toBe('local-account')
  })
})

const byPassword = async (app: FastifyInstance, email: string, password: string): Promise<number> => {
  const headers = { host: 'localhost', origin, 'content-type': 'application/x-www-form-urlencoded' }
  const payload = new URLSearchParams({ email, password }).toString()
  return (await app.inject({ method: 'POST', url: '/admin/log-ind', headers, payload })).statusCode
}

describe('where only the provider signs people in', () => {
  it('no password opens but the break-glass account’s, whose use is warned of and counted', async () => {
    const app = await pejling({ PEJLING_OIDC_ONLY: '1' })
    const { password } = addUser(db, system, { email: 'chef@kommune.dk', name: 'Chef', role: 'administrator' })
    expect(await byPassword(app, 'chef@kommune.dk', password)).toBe(401)
    const session = sessionOf(db, 'chef@kommune.dk')
    expect((await app.inject({ url: '/admin/konto', headers: session })).headers.location).toMatch(/^\/admin\/log-ind/)
    expect(lines.join('')).not.toContain('break-glass')
    const glass = addBreakGlass(db, system, { email: 'noed@kommune.dk' })
    expect(() => addBreakGlass(db, system, { email: 'to@kommune.dk' })).toThrow(
      'noed@kommune.dk is the break-glass account',
    )
    expect(await byPassword(app, glass.email, glass.password)).toBe(303)
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ level: 40, msg: 'the break-glass account was signed in with' }),
    )
    expect(await metricsOf(app)).toContain('pejling_break_glass_sign_ins 1')
    expect(sessionIn(await signIn(app))).not.toBe('')
    expect(verify(db)).toEqual([])
  })

  it('needs a provider', () => {
    expect(() => readConfig({ PEJLING_OIDC_ONLY: '1' })).toThrow('PEJLING_OIDC_ISSUER')
    expect(() => readConfig({ PEJLING_OIDC_ONLY: 'ja' })).toThrow('Write 1 for yes or 0 for no')
  })
})
