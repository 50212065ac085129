import type { FastifyInstance } from 'fastify'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { system } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { changeSets } from '../../db/schema.ts'
import { verify } from '../../verification/verify.ts'
import { publish } from '../../releases/publish.ts'
import { appOver } from '../../testing/app.fixture.ts'
import { smallInstallation } from '../../testing/installation.fixture.ts'
import { signedInAs, type OwnBrowser } from '../../testing/signed-in.fixture.ts'
import { kinds, listDefinitions, listIndicators, listTargets } from '../definitions.ts'
import { exampleDefinition } from '../indicators/example-definition.ts'
import { undoChangeSets } from '../undo.ts'

const base = '/api/v1/workspace'

interface Desk {
  readonly db: Database
  readonly app: FastifyInstance
  readonly session: OwnBrowser
}

async function desk(): Promise<Desk> {
  const db = smallInstallation()
  const session = signedInAs(db, 'editor')
  return { db, app: await appOver(db), session }
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** Sends a request as a person who changes whatever stands there. */
const ask = ({ app, session }: Desk, method: Method, url: string, payload?: object) =>
  app.inject({
    method,
    url: base + url,
    headers: { ...session, ...(method === 'GET' || method === 'POST' ? {} : { 'if-match': '*' }) },
    ...(payload && { payload }),
  })

const release = (db: Database): void => {
  publish(db, system, { title: { da: 'Ny', en: 'New' }, note: null, indicators: 'all' })
}

const skov = { slug: 'skov', number: '1.3', focusArea: 'demokrati', text: { da: 'Mere skov', en: 'More forest' } }

describe('a goal', () => {
  it('is made, changed by what is to be otherwise, and deleted as long as no release says it', async () => {
    const parts = await desk()
    const made = await ask(parts, 'POST', '/goals?reason=Efter%20m%C3%B8det', skov)
    expect([made.statusCode, made.headers.location, made.json()]).toEqual([201, `${base}/goals/skov`, skov])
    expect(parts.db.sql.select().from(changeSets).all().at(-1)).toMatchObject({ reason: 'Efter mødet' })
    expect((await ask(parts, 'POST', '/goals', skov)).statusCode).toBe(409)
    const changed = await ask(parts, 'PATCH', '/goals/skov', { text: { en: 'Forests' }, number: '1.4' })
    expect(changed.json()).toEqual({ ...skov, number: '1.4', text: { da: 'Mere skov', en: 'Forests' } })
    expect((await ask(parts, 'GET', '/goals/skov')).headers.etag).toBe(changed.headers.etag)
    const tried = await ask(parts, 'DELETE', '/goals/skov?dryRun=true')
    expect([tried.statusCode, tried.json()]).toMatchObject([
      200,
      { status: 204, preview: { changes: null, texts: [] } },
    ])
    const renumbered = await ask(parts, 'PATCH', '/goals/skov?dryRun=true', { number: '1.5' })
    expect(renumbered.json().answer).not.toHaveProperty('formerNumbers')
    expect((await ask(parts, 'DELETE', '/goals/skov')).statusCode).toBe(204)
    expect((await ask(parts, 'GET', '/goals/skov')).statusCode).toBe(404)
    expect(verify(parts.db)).toEqual([])
  })

  it('that has been published keeps its former address when its number changes, and is retired', async () => {
    const parts = await desk()
    expect((await ask(parts, 'PATCH', '/goals/tale', { number: '1.7' })).json()).toMatchObject({
      formerNumbers: ['1.2'],
    })
    expect((await ask(parts, 'POST', '/goals', { ...skov, number: '1.2' })).json().errors[0].pointer).toBe('/number')
    const refused = await ask(parts, 'DELETE', '/goals/tale')
    expect([refused.statusCode, refused.json().detail]).toEqual([409, expect.stringContaining('retiredOn')])
    release(parts.db)
    const former = await parts.app.inject('/maal/1.2')
    expect([former.statusCode, former.headers.location]).toEqual([308, '/maal/1.7'])
    const api = await parts.app.inject('/api/v1/goals/1.2')
    expect([api.statusCode, api.headers.location]).toEqual([308, '/api/v1/goals/1.7'])
    expect((await parts.app.inject('/api/v1/goals/1.2?release=1')).statusCode).toBe(200)
    await ask(parts, 'PATCH', '/goals/tale', { retiredOn: '2026-11-01' })
    release(parts.db)
    expect((await parts.app.inject('/api/v1/goals/1.7')).json().goal).toMatchObject({ retiredOn: '2026-11-01' })
    const policy = JSON.stringify((await parts.app.inject('/api/v1/frameworks/politik')).json())
    expect([policy.includes('Flere taler'), policy.includes('Flere stemmer')]).toEqual([false, true])
    expect((await parts.app.inject('/api/v1/goals/1.2?release=1')).json().goal).not.toHaveProperty('retiredOn')
  })

  it('says where it does not agree with the rest', async () => {
    const parts = await desk()
    const wrong = await ask(parts, 'POST', '/goals', { ...skov, focusArea: 'ukendt', number: 'klima-1.1' })
    expect([wrong.statusCode, wrong.json().errors]).toEqual([
      400,
      [{ pointer: '/focusArea', detail: 'Der er intet fokusområde "ukendt".' }],
    ])
    const renamed = await ask(parts, 'PATCH', '/goals/tale', { slug: 'andet' })
    expect([renamed.statusCode, renamed.json().errors[0].pointer]).toEqual([400, '/slug'])
    expect((await ask(parts, 'PATCH', '/goals/tale', { text: null })).json().errors[0].pointer).toBe('/text')
  })
})

describe('what something refers to', () => {
  it.each([
    ['/areas/217', 'frameworks'],
    ['/areas/000', 'observations'],
    ['/dimensions/alder', 'indicators'],
    ['/sources/register', 'indicators'],
    ['/provenances/hentet', 'observations'],
  ])('%s cannot be deleted, and what refers to it is named: %s', async (url, resource) => {
    const answer = await ask(await desk(), 'DELETE', url)
    expect([answer.statusCode, answer.json().references]).toEqual([
      409,
      expect.arrayContaining([expect.objectContaining({ resource })]),
    ])
  })

  it.each(['/focus-areas/demokrati', '/indicators/arbejde', '/frameworks/politik'])(
    '%s has been published, and is retired instead',
    async (url) => {
      const answer = await ask(await desk(), 'DELETE', url)
      expect([answer.statusCode, answer.json().detail]).toEqual([409, expect.stringContaining('retiredOn')])
    },
  )

  it('a group that has figures cannot be left out of its dimension', async () => {
    const parts = await desk()
    const { categories } = (await ask(parts, 'GET', '/dimensions/alder')).json()
    const answer = await ask(parts, 'PATCH', '/dimensions/alder', { categories: categories.slice(0, 1) })
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([400, '/categories'])
    expect((await ask(parts, 'PATCH', '/dimensions/alder', { categories: categories.toReversed() })).statusCode).toBe(
      200,
    )
  })
})

describe('indicators', () => {
  it('are listed published or not, and narrowed', async () => {
    const parts = await desk()
    expect((await ask(parts, 'POST', '/indicators', exampleDefinition)).statusCode).toBe(201)
    const slugs = async (query: string): Promise<string[]> =>
      (await ask(parts, 'GET', `/indicators${query}`)).json().items.map(({ slug }: { slug: string }) => slug)
    expect(await slugs('')).toEqual(['arbejde', 'deltagelse', 'foreningsliv', 'taler'])
    expect(await slugs('?published=false')).toEqual(['foreningsliv'])
    expect(await slugs('?goal=1.1')).toEqual(['deltagelse', 'foreningsliv'])
    expect(await slugs('?q=medlemmer')).toEqual(['foreningsliv'])
    await ask(parts, 'PATCH', '/indicators/arbejde', { owner: { da: 'Jobcentret', en: 'The job centre' } })
    expect(await slugs('?department=job')).toEqual(['arbejde'])
    const email = 'editor@example.dk'
    expect((await ask(parts, 'PUT', '/indicators/taler/keepers', { keeper: email, deputy: null })).statusCode).toBe(200)
    expect(await slugs(`?keeper=${email}`)).toEqual(['taler'])
    const nobody = await ask(parts, 'PUT', '/indicators/taler/keepers', { keeper: 'ingen@example.dk', deputy: null })
    expect(nobody.json().errors[0].pointer).toBe('/keeper')
    expect((await ask(parts, 'DELETE', '/indicators/foreningsliv')).statusCode).toBe(204)
    expect(verify(parts.db)).toEqual([])
  })

  it('have targets, also for groups, and verdicts of people, within what they are', async () => {
    const parts = await desk()
    const target = {
      ...(await ask(parts, 'GET', '/targets/deltagelse/byraadet')).json(),
      slug: 'unge',
      series: '217;alder=18-29',
    }
    const tried = await ask(parts, 'POST', '/targets?dryRun=true', target)
    expect(tried.json()).toMatchObject({ status: 201, preview: { texts: [{ kind: 'target', change: 'added' }] } })
    expect((await ask(parts, 'POST', '/targets', target)).statusCode).toBe(201)
    const wrong = await ask(parts, 'PATCH', '/targets/deltagelse/unge', { target: { period: '2029/30' } })
    expect(wrong.json().errors[0].pointer).toBe('/target/period')
    const override = {
      indicator: 'taler',
      verdict: 'stable',
      reason: { da: 'Få tal', en: 'Few figures' },
      latestPeriod: '2024',
    }
    expect((await ask(parts, 'POST', '/overrides', override)).statusCode).toBe(201)
    expect((await ask(parts, 'DELETE', '/overrides/taler')).statusCode).toBe(204)
  })

  it('cannot be computed from themselves, nor have figures of periods they do not have', async () => {
    const parts = await desk()
    const circle = await ask(parts, 'PATCH', '/indicators/arbejde', {
      derived: { kind: 'benchmark-difference', of: 'arbejde', area: '000' },
    })
    expect(circle.json().errors[0].pointer).toBe('/derived/of')
    const stray = await ask(parts, 'PATCH', '/indicators/deltagelse', { cadence: { periodKind: 'quarter' } })
    expect(stray.json().errors.at(-1).pointer).toBe('/cadence/periodKind')
  })
})

it('the settings: a logo is taken for what is in it, and whoever asks is told what they may', async () => {
  const parts = await desk()
  const active = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>').toString('base64')
  const refused = await ask(parts, 'PATCH', '/settings', { profile: { logo: { ending: 'svg', base64: active } } })
  expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([400, '/logo'])
  const named = await ask(parts, 'PATCH', '/settings', { profile: { name: { da: 'Målene' }, languages: ['da'] } })
  expect(named.json().profile).toMatchObject({ name: { da: 'Målene', en: 'Pejling' }, languages: ['da'] })
  expect((await ask(parts, 'PUT', '/settings/approval', { required: true })).statusCode).toBe(403)
  expect((await ask(parts, 'GET', '/me')).json()).toMatchObject({ role: 'editor', isProgram: false, indicators: null })
})

/** Everything the definitions say. */
const state = (db: Database): unknown => [
  ...Object.values(kinds).map((kind) => listDefinitions<typeof kind.schema>(db, kind)),
  listIndicators(db),
  listIndicators(db).map(({ slug }) => listTargets(db, slug)),
]

interface Step {
  readonly method: 'POST' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly payload?: object
}

const name = fc.constantFrom('en', 'to', 'tre')
const words = fc.constantFrom('A', 'B').map((da) => ({ da, en: `${da} (en)` }))
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ slug: name, title: words, position: fc.integer({ min: 1, max: 9 }) }).map((one) => ({
    method: 'POST' as const,
    url: '/focus-areas',
    payload: { ...one, framework: 'politik', printedNumber: null },
  })),
  fc
    .record({
      slug: name,
      focusArea: fc.oneof(name, fc.constant('demokrati')),
      text: words,
      last: fc.integer({ min: 3, max: 6 }),
    })
    .map(({ last, ...one }) => ({ method: 'POST' as const, url: '/goals', payload: { ...one, number: `1.${last}` } })),
  fc.record({ slug: name, goal: fc.oneof(name, fc.constant('stemme')) }).map(({ slug, goal }) => ({
    method: 'POST' as const,
    url: '/indicators',
    payload: { ...exampleDefinition, slug, goals: [{ goal, headline: true }] },
  })),
  fc.record({ slug: name, name: words }).map((one) => ({
    method: 'POST' as const,
    url: '/dimensions',
    payload: { ...one, categories: [] },
  })),
  fc.record({ goal: fc.oneof(name, fc.constant('tale')), meaning: words }).map((one) => ({
    method: 'POST' as const,
    url: '/comments',
    payload: { ...one, year: 2026, action: null },
  })),
  fc.record({ code: fc.constantFrom('1', '2'), name: words }).map((one) => ({
    method: 'POST' as const,
    url: '/areas',
    payload: { ...one, kind: 'district', parents: ['217'] },
  })),
  fc
    .record({ slug: fc.oneof(name, fc.constant('tale')), last: fc.integer({ min: 1, max: 6 }) })
    .map(({ slug, last }) => ({
      method: 'PATCH' as const,
      url: `/goals/${slug}`,
      payload: { number: `1.${last}`, retiredOn: last === 6 ? '2026-11-01' : null },
    })),
  fc.record({ slug: fc.oneof(name, fc.constant('arbejde')), dimension: name }).map(({ slug, dimension }) => ({
    method: 'PATCH' as const,
    url: `/indicators/${slug}`,
    payload: { dimensions: [dimension], owner: null },
  })),
  fc
    .tuple(fc.constantFrom('focus-areas', 'goals', 'indicators', 'dimensions'), name)
    .map(([path, slug]) => ({ method: 'DELETE' as const, url: `/${path}/${slug}` })),
  fc
    .constantFrom('/areas/1', '/areas/217', '/comments/tale/2026', '/sources/register', '/targets/deltagelse/byraadet')
    .map((url) => ({ method: 'DELETE' as const, url })),
)

it('whatever is made, changed and deleted, the database verifies, and undone in reverse order all is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const parts = await desk()
      const { db } = parts
      const start = state(db)
      const count = (): number => db.sql.select().from(changeSets).all().length
      const first = count()
      for (const { method, url, payload } of steps) {
        const before = count()
        const { statusCode } = await ask(parts, method, url, payload)
        expect([method, url, statusCode]).toEqual([method, url, expect.toBeOneOf([200, 201, 204, 400, 404, 409])])
        // What is refused leaves nothing, and what is done leaves one change set, unless nothing became otherwise.
        expect(count() - before).toBeLessThanOrEqual(statusCode >= 400 ? 0 : 1)
      }
      expect(verify(db)).toEqual([])
      const numbers = db.sql
        .select()
        .from(changeSets)
        .all()
        .map(({ number }) => number)
        .filter((number) => number > first)
      for (const number of numbers.toReversed()) expect(undoChangeSets(db, system, [number])).toBeNull()
      expect(state(db)).toEqual(start)
      expect(verify(db)).toEqual([])
    }),
    { numRuns: 20 },
  )
})
