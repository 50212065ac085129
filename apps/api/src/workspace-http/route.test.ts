import cookie from '@fastify/cookie'
import { Text } from '@pejling/domain/text'
import Fastify, { type FastifyInstance } from 'fastify'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { addToken } from '../accounts/tokens.ts'
import { system } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { verify } from '../verification/verify.ts'
import { ImportJobs } from '../intake/jobs.ts'
import { applyRetention } from '../jobs/retention/retention.ts'
import { signInParts } from '../testing/accounts.fixture.ts'
import { plainPages } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { signedInAs, tokenOf } from '../testing/signed-in.fixture.ts'
import { Sealer } from '../accounts/sealer.ts'
import { outsideSources } from '../intake/sources/sources.ts'
import { kinds, listDefinitions, putDefinition } from '../workspace/definitions.ts'
import { registerBodyRules, noBody } from '../http/bodies.ts'
import { registerErrors } from '../http/errors.ts'
import { registerOpenApi } from '../description/openapi.ts'
import { pageOf, pageParameters } from '../http/pages.ts'
import { Problem } from '../http/problem.ts'
import { noContent } from './declaration.ts'
import { addWorkspaceRoute } from './route.ts'

const none = z.strictObject({})
/** Also the methods that the types do not know. */
const Method = z.custom<'GET'>((given) => typeof given === 'string')
const site = {
  url: 'http://localhost:4200',
  contact: { email: null, phone: null },
  registeredStatement: null,
  embedAncestors: '*',
  asFiles: false,
}

interface Tiny {
  readonly app: FastifyInstance
  readonly db: Database
  readonly session: Readonly<Record<string, string>>
  /** Lets what is under way end. */
  readonly finish: () => void
  /** How often something was made. */
  readonly made: () => number
}

/** An application with a few routes on the policy of a small installation. */
async function tiny(): Promise<Tiny> {
  const db = smallInstallation()
  const app = Fastify({ bodyLimit: noBody })
  app.setSerializerCompiler(() => JSON.stringify)
  registerErrors(app)
  registerBodyRules(app)
  await registerOpenApi(app, site)
  await app.register(cookie)
  const parts = {
    ...signInParts(db),
    sealer: new Sealer(Buffer.alloc(32)),
    renderer: plainPages,
    site,
    sources: outsideSources({ statbank: 'http://127.0.0.1:9/v1' }),
    jobs: new ImportJobs(db, () => undefined),
    printPdf: null,
    mail: null,
    onPublished: () => undefined,
  }
  const to = { app, parts }
  const about = { tag: 'tiny', description: 'Tried here.', example: {}, query: none, params: none }
  const read = { ...about, access: { scope: 'definitions:read' } } as const
  const written = { ...about, access: { scope: 'definitions:write' } } as const
  const policy = () => {
    const [framework] = listDefinitions(db, kinds.framework)
    if (!framework) throw new Problem('not-found', { da: 'Ingen', en: 'None' })
    return { title: framework.title }
  }
  let made = 0
  let later: PromiseWithResolvers<unknown> | null = null
  addWorkspaceRoute(to, {
    ...read,
    method: 'GET',
    url: '/policy',
    operationId: 'getPolicy',
    summary: 'Policy',
    body: noContent,
    answers: { 200: { description: 'It', schema: z.strictObject({ title: Text }) } },
    handler: () => ({ body: policy() }),
  })
  addWorkspaceRoute(to, {
    ...written,
    method: 'PUT',
    url: '/policy',
    operationId: 'putPolicy',
    summary: 'Write',
    body: z.strictObject({ title: Text, position: z.int().optional() }),
    answers: { 200: { description: 'It', schema: z.strictObject({ title: Text }) } },
    current: policy,
    handler: ({ body, who }) => {
      write(db, who.actor, { action: 'definition' }, (changeSet) => {
        const [framework] = listDefinitions(db, kinds.framework)
        if (framework) putDefinition(changeSet, kinds.framework, { ...framework, title: body.title })
      })
      return { body: policy(), stands: policy() }
    },
  })
  addWorkspaceRoute(to, {
    ...read,
    method: 'GET',
    url: '/numbers',
    operationId: 'listNumbers',
    summary: 'Numbers',
    query: z.strictObject(pageParameters),
    body: noContent,
    answers: { 200: { description: 'They', schema: z.unknown() } },
    handler: ({ query }) => ({ page: pageOf([5, 3, 4, 1, 2], (one) => [one], query) }),
  })
  addWorkspaceRoute(to, {
    ...written,
    method: 'POST',
    url: '/things',
    operationId: 'addThing',
    summary: 'Make',
    body: z.strictObject({ name: z.string().min(1), later: z.boolean().default(false) }),
    answers: { 201: { description: 'It', schema: z.unknown() } },
    handler: ({ body }) => {
      if (body.name === 'fails') throw new Problem('conflict', { da: 'Nej', en: 'No' })
      made += 1
      const answer = { status: 201, body: { made }, location: `/things/${made}` } as const
      if (!body.later) return answer
      later = Promise.withResolvers()
      return later.promise.then(() => answer)
    },
  })
  addWorkspaceRoute(to, {
    ...about,
    access: { people: 'administrator' },
    method: 'DELETE',
    url: '/things/:id',
    operationId: 'deleteThing',
    summary: 'Delete',
    params: z.strictObject({ id: z.string() }),
    body: noContent,
    answers: { 204: { description: 'Gone', schema: null } },
    handler: () => ({}),
  })
  return { app, db, session: signedInAs(db, 'administrator'), finish: () => later?.resolve(null), made: () => made }
}

const base = '/api/v1/workspace'

describe('a change of something that stands', () => {
  it('is made by whoever has seen it, and nobody else; they are told what stands now', async () => {
    const { app, db, session } = await tiny()
    const url = `${base}/policy`
    const before = await app.inject({ url, headers: session })
    const payload = { title: { da: 'Ny', en: 'New' } }
    const put = (headers: Record<string, string>) =>
      app.inject({ method: 'PUT', url, headers: { ...session, ...headers }, payload })
    expect((await put({})).statusCode).toBe(428)
    const done = await put({ 'if-match': String(before.headers.etag) })
    expect([done.statusCode, done.json()]).toEqual([200, payload])
    const after = await app.inject({ url, headers: session })
    expect(after.headers.etag).toBe(done.headers.etag)
    const late = await put({ 'if-match': String(before.headers.etag) })
    expect([late.statusCode, late.json().current]).toEqual([412, payload])
    const known = await app.inject({ url, headers: { ...session, 'if-none-match': `W/${String(after.headers.etag)}` } })
    expect([known.statusCode, known.body]).toEqual([304, ''])
    expect(verify(db)).toEqual([])
  })

  it('can be tried out: it says what readers would see, and nothing is written', async () => {
    const { app, session } = await tiny()
    const url = `${base}/policy?dryRun=true`
    const { headers } = await app.inject({ url: `${base}/policy`, headers: session })
    const sent = { ...session, 'if-match': String(headers.etag) }
    const tried = await app.inject({ method: 'PUT', url, headers: sent, payload: { title: { da: 'Ny', en: 'New' } } })
    expect(tried.json()).toMatchObject({
      dryRun: true,
      status: 200,
      answer: { title: { da: 'Ny' } },
      preview: { texts: [{ kind: 'framework', change: 'changed' }], assessments: [] },
    })
    expect((await app.inject({ url: `${base}/policy`, headers: session })).headers.etag).toBe(headers.etag)
  })
})

const post = ({ app, session }: Tiny, key: string, payload: object) =>
  app.inject({ method: 'POST', url: `${base}/things`, headers: { ...session, 'idempotency-key': key }, payload })

describe('a request sent twice with a key', () => {
  it('is done once and answered alike, also where the first failed', async () => {
    const parts = await tiny()
    const first = await post(parts, 'a', { name: 'x' })
    const again = await post(parts, 'a', { name: 'x' })
    expect([first.statusCode, first.headers.location]).toEqual([201, `${base}/things/1`])
    expect([again.statusCode, again.headers.location, again.body]).toEqual([201, `${base}/things/1`, first.body])
    expect(parts.made()).toBe(1)
    expect((await post(parts, 'a', { name: 'y' })).statusCode).toBe(422)
    expect((await post(parts, 'b', { name: 'fails' })).statusCode).toBe(409)
    expect((await post(parts, 'b', { name: 'x' })).statusCode).toBe(201)
    expect((await post(parts, 'to ord', { name: 'x' })).statusCode).toBe(400)
  })

  it('is refused while it is being done', async () => {
    const parts = await tiny()
    const slow = post(parts, 'a', { name: 'x', later: true })
    await expect.poll(parts.made).toBe(1)
    expect((await post(parts, 'a', { name: 'x', later: true })).statusCode).toBe(409)
    parts.finish()
    const first = await slow
    expect((await post(parts, 'a', { name: 'x', later: true })).body).toBe(first.body)
    expect(parts.made()).toBe(1)
  })

  it('is forgotten after a day', async () => {
    const parts = await tiny()
    await post(parts, 'a', { name: 'x' })
    const later = { ...parts.db, clock: () => '2027-06-01T00:00:00.000Z' }
    const terms = {
      accounts: 999,
      tokens: 999,
      uploads: 999,
      originals: 999,
      fetches: 999,
      deliveries: 999,
      signIns: 999,
      mails: 365,
    }
    expect(applyRetention(later, terms)).toMatchObject({ idempotencyKeys: 1 })
    // Retention has ended the session as well.
    await post({ ...parts, session: signedInAs(parts.db, 'administrator') }, 'a', { name: 'other' })
    expect(parts.made()).toBe(2)
  })
})

it('a list is read page by page, each naming the next', async () => {
  const { app, session } = await tiny()
  const read: number[] = []
  let next: string | null = `${base}/numbers?limit=2`
  while (next !== null) {
    const { headers, ...answer }: Awaited<ReturnType<typeof app.inject>> = await app.inject({
      url: next,
      headers: session,
    })
    const page: { items: number[]; total: number; next: string | null } = answer.json()
    expect(page.total).toBe(5)
    expect(headers.link).toBe(page.next === null ? undefined : `<${page.next}>; rel="next"`)
    read.push(...page.items)
    next = page.next
  }
  expect(read).toEqual([1, 2, 3, 4, 5])
})

describe('what cannot be used is said place by place, in words', () => {
  it.each([
    [
      'da',
      'Mangler. Skriv en tekst i anførselstegn.',
      '"a/b" findes ikke her. Brug title og position.',
      'Skriv et helt tal.',
    ],
    [
      'en',
      'Missing. Write a text in quotes.',
      'There is no "a/b" here. Use title and position.',
      'Write a whole number.',
    ],
  ])('in %s', async (language, missing, unknown, number) => {
    const { app, session } = await tiny()
    const answer = await app.inject({
      method: 'PUT',
      url: `${base}/policy`,
      headers: { ...session, 'if-match': '*', 'accept-language': language },
      payload: { title: { en: 'New' }, position: 1.5, 'a/b': 1 },
    })
    expect([answer.statusCode, answer.json().errors]).toEqual([
      400,
      [
        { pointer: '/title/da', detail: missing },
        { pointer: '/position', detail: number },
        { pointer: '/a~1b', detail: unknown },
      ],
    ])
  })

  it('also of parameters, none of which is ignored', async () => {
    const { app, session } = await tiny()
    for (const query of ['?foo=1', '?limit=0', '?limit=1&limit=2', '?cursor=x', '?dryRun=true', '?limit=x']) {
      const answer = await app.inject({ url: `${base}/numbers${query}`, headers: session })
      expect([query, answer.statusCode]).toEqual([query, 400])
    }
    const trial = await app.inject({
      method: 'PUT',
      url: `${base}/policy?dryRun=1`,
      headers: { ...session, 'if-match': '*' },
      payload: { title: { da: 'a', en: 'b' } },
    })
    expect([trial.statusCode, trial.json().errors[0].pointer]).toEqual([400, '/dryRun'])
  })
})

describe('a request of the wrong form', () => {
  it('in another method is told which there are, whatever the method', async () => {
    const { app, session } = await tiny()
    for (const method of ['DELETE', 'PATCH', 'POST', 'PROPFIND', 'TRACE', 'LOCK']) {
      const answer = await app.inject({ method: Method.parse(method), url: `${base}/policy?x=1`, headers: session })
      expect([method, answer.statusCode, answer.headers.allow]).toEqual([method, 405, 'GET, HEAD, PUT, OPTIONS'])
      expect(answer.headers['content-type']).toContain('application/problem+json')
    }
    expect((await app.inject({ method: 'GET', url: `${base}/things`, headers: session })).headers.allow).toBe(
      'POST, OPTIONS',
    )
    const options = await app.inject({ method: 'OPTIONS', url: `${base}/things/7` })
    expect([options.statusCode, options.headers.allow]).toEqual([204, 'DELETE, OPTIONS'])
    expect((await app.inject({ method: 'PATCH', url: `${base}/nothing` })).statusCode).toBe(405)
    expect((await app.inject({ url: `${base}/nothing` })).statusCode).toBe(404)
  })

  it('with a body that is too large, of another type, no JSON, or where none is taken', async () => {
    const { app, session } = await tiny()
    const send = (payload: string, type: string, url = '/things', method: 'POST' | 'DELETE' = 'POST') =>
      app.inject({ method, url: base + url, headers: { ...session, 'content-type': type }, payload })
    const wrong = await send('name=x', 'application/x-www-form-urlencoded')
    expect([wrong.statusCode, wrong.headers.accept]).toEqual([415, 'application/json'])
    expect((await send('{', 'application/json')).json()).toMatchObject({
      status: 400,
      detail: expect.stringContaining('JSON'),
    })
    expect((await send(JSON.stringify({ name: 'x'.repeat(300_001) }), 'application/json')).statusCode).toBe(413)
    expect((await send('{}', 'application/json', '/things/1', 'DELETE')).statusCode).toBe(413)
    expect((await app.inject({ method: 'POST', url: `${base}/things`, headers: session })).statusCode).toBe(400)
  })
})

describe('who may', () => {
  it('is known before anything is read: strangers and tokens without the scope are told what it takes', async () => {
    const { app, db } = await tiny()
    const { secret } = addToken(db, system, { ...tokenOf('administrator@example.dk'), scopes: ['definitions:read'] })
    const stranger = await app.inject({ url: `${base}/policy` })
    expect([stranger.statusCode, stranger.headers['www-authenticate']]).toEqual([401, 'Bearer realm="pejling"'])
    const authorization = `bearer ${secret}`
    expect((await app.inject({ url: `${base}/policy`, headers: { authorization } })).statusCode).toBe(200)
    const refused = await app.inject({
      method: 'POST',
      url: `${base}/things`,
      headers: { authorization },
      payload: '{',
    })
    expect(refused.statusCode).toBe(403)
    const people = await app.inject({ method: 'DELETE', url: `${base}/things/1`, headers: { authorization } })
    expect([people.statusCode, people.json().type]).toEqual([403, '/api#insufficient-scope'])
  })

  it('follows the account: a change comes from a page of this very site, and from nobody with a one-time password', async () => {
    const { app, session } = await tiny()
    const foreign = { ...session, origin: 'https://evil.example' }
    const answer = await app.inject({ method: 'DELETE', url: `${base}/things/1`, headers: foreign })
    expect([answer.statusCode, answer.json().type]).toEqual([403, '/api#not-allowed'])
    expect((await app.inject({ method: 'DELETE', url: `${base}/things/1`, headers: session })).statusCode).toBe(204)
  })
})
