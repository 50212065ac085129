import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { beforeEach, describe, expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { publish } from '../releases/publish.ts'
import { importObservations } from '../intake/import-observations.ts'
import { appOver, metricsOf } from '../testing/app.fixture.ts'
import { emptyDatabase, smallDelivery, smallInstallation, text } from '../testing/installation.fixture.ts'
import { checkedInject, type Inject } from '../testing/openapi.fixture.ts'

let db: Database
let app: FastifyInstance
let get: Inject

beforeEach(async () => {
  db = smallInstallation()
  importObservations(db, system, {
    indicator: 'deltagelse',
    rows: [
      {
        series: { area: '217', categories: {} },
        observation: exampleObservation('2024', 64.5, { provenance: 'hentet' }),
      },
    ],
  })
  publish(db, system, { title: text('Rettelse'), note: text('Tal for 2024 er rettet'), indicators: 'all' })
  app = await appOver(db)
  get = await checkedInject(app)
})

describe('the public API', () => {
  it.each([
    ['/frameworks', 'frameworks'],
    ['/frameworks/politik', 'focusAreas'],
    ['/goals/1.1', 'goal'],
    ['/indicators', 'indicators'],
    ['/indicators/deltagelse', 'series'],
    ['/indicators/deltagelse/observations', 'observations'],
    ['/indicators/deltagelse/observations.json', 'observations'],
    ['/action-plans', 'actionPlans'],
    ['/action-plans/2026', 'actionPlan'],
    ['/ideas', 'ideas'],
    ['/meetings', 'meetings'],
    ['/releases', 'releases'],
    ['/releases/1', 'documents'],
    ['/releases/2/changes', 'indicators'],
  ])('answers GET %s with a document as described', async (path, field) => {
    const { status, json } = await get(path)
    expect(status).toBe(200)
    expect(json).toHaveProperty(field)
  })

  it('answers as an earlier release did where its number is given', async () => {
    const latest = await get('/indicators/deltagelse/observations?area=217&from=2024')
    const first = await get('/indicators/deltagelse/observations?area=217&from=2024&release=1')
    expect(latest.json).toHaveProperty('observations.0.value', 64.5)
    expect(first.json).toHaveProperty('observations.0.value', 65)
    expect(first.headers['cache-control']).toBe('public, max-age=3600')
    expect(latest.headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=3600')
  })

  it('tags a document with the hash of its bytes, and answers 304 to a reader who has it', async () => {
    const { headers, body } = await get('/indicators/deltagelse')
    const hash = createHash('sha256').update(body).digest('hex')
    expect(headers.etag).toBe(`"${hash}"`)
    const again = await get('/indicators/deltagelse', { 'if-none-match': `W/"x", "${hash}"` })
    expect(again.status).toBe(304)
    expect(again.body).toHaveLength(0)
    expect(again.headers.etag).toBe(`"${hash}"`)
    const other = await get('/indicators/deltagelse', { 'if-none-match': '"andet"' })
    expect(other.status).toBe(200)
  })

  it('says when a document was last changed, not when somebody last published', async () => {
    const changed = await get('/indicators/deltagelse')
    const unchanged = await get('/indicators/arbejde')
    expect(Date.parse(String(changed.headers['last-modified']))).toBeGreaterThan(
      Date.parse(String(unchanged.headers['last-modified'])),
    )
  })

  it('sends what the reader can unpack', async () => {
    const plain = await get('/indicators/deltagelse')
    const br = await get('/indicators/deltagelse', { 'accept-encoding': 'gzip, deflate, br' })
    const gzip = await get('/indicators/deltagelse', { 'accept-encoding': 'gzip;q=1.0, br;q=0' })
    expect(br.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(br.raw)).toEqual(plain.raw)
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(gzip.raw)).toEqual(plain.raw)
    expect(new Set([plain.headers.etag, br.headers.etag, gzip.headers.etag]).size).toBe(3)
    const known = await get('/indicators/deltagelse', { 'if-none-match': String(br.headers.etag) })
    expect(known.status).toBe(304)
  })

  it('may be read from any site, and says what is allowed', async () => {
    const { headers } = await get('/frameworks')
    expect(headers['access-control-allow-origin']).toBe('*')
    const preflight = await app.inject({ method: 'OPTIONS', url: '/api/v1/frameworks' })
    expect(preflight.statusCode).toBe(204)
    const post = await app.inject({ method: 'POST', url: '/api/v1/frameworks' })
    expect(post.statusCode).toBe(405)
    expect(post.headers.allow).toBe('GET, HEAD, OPTIONS')
  })

  it('answers HEAD with the headers of GET and no body', async () => {
    const head = await app.inject({ method: 'HEAD', url: '/api/v1/indicators/deltagelse' })
    const { headers } = await get('/indicators/deltagelse')
    expect(head.statusCode).toBe(200)
    expect(head.body).toBe('')
    expect(head.headers.etag).toBe(headers.etag)
  })

  it('finds indicators by goal, verdict and words in either language', async () => {
    expect((await get('/indicators?goal=1.2')).json).toMatchObject({ indicators: [{ slug: 'taler' }] })
    expect((await get('/indicators?status=no-data')).json).toMatchObject({ indicators: [{ slug: 'arbejde' }] })
    expect((await get('/indicators?q=DELTAGELSE%20(EN)')).json).toMatchObject({ indicators: [{ slug: 'deltagelse' }] })
  })

  it('tells what changed from one release to another', async () => {
    const { json } = await get('/releases/2/changes')
    expect(json).toMatchObject({
      since: 1,
      release: 2,
      indicators: [
        {
          indicator: 'deltagelse',
          change: 'changed',
          definitionChanged: false,
          observations: [{ series: '217', period: '2024', before: { value: 65 }, after: { value: 64.5 } }],
        },
      ],
    })
    expect((await get('/releases/2/changes?since=0')).json).toMatchObject({ since: 0 })
  })

  it('lets anyone compute the hash of a release', async () => {
    const { json } = await get('/releases/2')
    const { release, documents } = Object(json)
    const { number, publishedAt, title, note, publishedBy, previousHash } = release
    const lines = [
      JSON.stringify([number, publishedAt, title, note, publishedBy, previousHash]),
      ...documents.map((entry: { path: string; hash: string }) => `${entry.path} ${entry.hash}`),
    ]
    expect(
      createHash('sha256')
        .update(lines.map((line) => `${line}\n`).join(''))
        .digest('hex'),
    ).toBe(release.hash)
  })

  it('sends the reader of a former address on', async () => {
    const { status, headers } = await get('/indicators/valg/observations.csv?from=2020')
    expect(status).toBe(308)
    expect(headers.location).toBe('/api/v1/indicators/deltagelse/observations.csv?from=2020')
  })

  it('draws the chart', async () => {
    const { headers, body } = await get('/indicators/deltagelse/chart.svg?lang=en&width=600')
    expect(headers['content-type']).toBe('image/svg+xml')
    expect(body).toContain('<svg')
  })

  it('is not there before anything is published', async () => {
    const empty = await appOver(emptyDatabase())
    const answer = await empty.inject({ url: '/api/v1/indicators', headers: { 'accept-language': 'en' } })
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toMatchObject({ title: 'Nothing is published yet' })
    expect((await empty.inject('/readyz')).statusCode).toBe(503)
    expect((await empty.inject('/healthz')).statusCode).toBe(200)
  })

  it('notices a new release while it runs', async () => {
    const growing = smallInstallation()
    const running = await appOver(growing)
    const before = await running.inject('/api/v1/indicators/arbejde')
    importObservations(growing, system, {
      indicator: 'arbejde',
      rows: [{ series: { area: '217', categories: {} }, observation: exampleObservation('2024', 70) }],
    })
    publish(growing, system, { title: text('Ny'), note: null, indicators: 'all' })
    const after = await running.inject('/api/v1/indicators/arbejde')
    expect(after.headers.etag).not.toBe(before.headers.etag)
  })
})

describe('a request that cannot be answered', () => {
  it.each([
    ['/indicators/findes-ikke', 404, /findes-ikke/],
    ['/goals/9.9', 404, /9\.9/],
    ['/goals/to', 400, /2\.2/],
    ['/action-plans/2031', 404, /2031/],
    ['/frameworks?release=99', 404, /seneste er 2/],
    ['/frameworks?release=nul', 400, /nummeret på en udgivelse/],
    ['/frameworks?farve=blaa', 400, /Ukendt parameter "farve"\. Brug: release/],
    ['/indicators?goal=1.1&goal=1.2', 400, /2\.2/],
    ['/indicators?status=godt', 400, /improving/],
    ['/releases/2/changes?since=2', 400, /fra 0 til 1/],
    ['/indicators/deltagelse/observations?from=sidste+aar', 400, /2025/],
    ['/indicators/deltagelse/observations?area=999', 400, /Brug: 000, 217/],
    ['/indicators/deltagelse/observations?alder=90', 400, /18-29, 30-plus/],
    ['/indicators/deltagelse/observations?koen=kvinder', 400, /from, to, period, area, last, release, alder/],
    ['/indicators/deltagelse/observations?format=pdf', 400, /en af json, csv, xlsx/],
  ])('%s gets a problem that says what would be right', async (path, expected, says) => {
    const { status, headers, json } = await get(path)
    expect(status).toBe(expected)
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    const { detail, errors = [] } = Object(json)
    expect([detail, ...errors.map((error: { detail: string }) => error.detail)].join('\n')).toMatch(says)
  })

  it('is answered in English where that is preferred', async () => {
    const { headers, json } = await get('/frameworks?release=99', { 'accept-language': 'fr, en;q=0.8, da;q=0.2' })
    expect(headers['content-language']).toBe('en')
    expect(json).toMatchObject({ detail: 'There is no release 99; the latest is 2.' })
  })

  it('gets 406 where no format fits', async () => {
    const { status } = await get('/indicators/deltagelse/observations', { accept: 'image/png' })
    expect(status).toBe(406)
  })
})

describe('figures as CSV', () => {
  it('come by ending, by parameter and by Accept, and are the same', async () => {
    const ending = await get('/indicators/deltagelse/observations.csv')
    const parameter = await get('/indicators/deltagelse/observations?format=csv')
    const accepted = await get('/indicators/deltagelse/observations', { accept: 'text/csv' })
    expect(ending.headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
    expect(parameter.body).toBe(ending.body)
    expect(accepted.body).toBe(ending.body)
    const [heading, first] = ending.body.split('\r\n')
    expect(heading).toBe(
      'indicator,area,alder,period,value,numerator,denominator,unit,status,sample_size,margin,provenance,footnote_da,footnote_en,indicator_name,area_name,alder_name,unit_name,status_name,provenance_name',
    )
    expect(first).toMatch(
      /^deltagelse,217,,2019,60,,,percent,A,,,hentet,,,Navn på deltagelse,Helsingør,I alt,%,Normal,/,
    )
  })

  it('open in a Danish Excel in the Danish dialect, names first', async () => {
    const { body } = await get('/indicators/deltagelse/observations.csv?dialect=da&area=217,000&from=2024')
    expect(body.startsWith('\uFEFFindikator (navn);område (navn);alder (navn);enhed (navn);')).toBe(true)
    expect(body).toContain('indikator;område;alder;periode;værdi;')
    expect(body).toContain('deltagelse;217;;2024;64,5;')
    // Excel would make the number 0 of it.
    expect(body).toMatch(/;"=""000""";/)
  })

  it('carry codes, names, or both, in the language asked for', async () => {
    const headings = async (query: string): Promise<string> =>
      (await get(`/indicators/deltagelse/observations.csv?${query}`)).body.split('\r\n')[0] ?? ''
    expect(await headings('labels=code')).not.toContain('_name')
    expect(await headings('labels=name')).toMatch(/^indicator_name,area_name,alder_name,period,value,/)
    expect((await get('/indicators/deltagelse/observations.csv?lang=en')).body).toContain(',Total,')
  })
})

describe('a page', () => {
  it('is kept from loading anything from elsewhere', async () => {
    const { headers } = await app.inject('/')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('keeps its place in an earlier release', async () => {
    expect((await app.inject('/udgivelser/1/indikator/taler')).body).toContain('/indikator/taler? 1')
    expect((await app.inject('/indikator/taler')).body).toContain('/indikator/taler? 2')
    for (const address of ['/udgivelser/9', '/udgivelser/0', '/udgivelser/9999999/', '//', '/%5c', '/?a=b?c']) {
      const answer = await app.inject(address)
      expect(answer.statusCode).toBeLessThan(500)
      expect(answer.headers['content-type']).toContain('text/html')
    }
  })

  it('sends on from a former address, also one that is called as what stands before it', async () => {
    const delivery = smallDelivery()
    const indicators = delivery.indicators.map((one) =>
      one.slug === 'deltagelse' ? { ...one, formerSlugs: ['en', 'indikator'] } : one,
    )
    const renamed = await appOver(smallInstallation({ ...delivery, indicators }))
    for (const [former, present] of [
      ['/indikator/indikator', '/indikator/deltagelse'],
      ['/en/indicator/en', '/en/indicator/deltagelse'],
    ] as const) {
      const { statusCode, headers } = await renamed.inject(former)
      expect([statusCode, headers.location]).toEqual([308, present])
    }
  })

  it('is the same page whatever is put behind its address that it does not know', async () => {
    const known = await app.inject('/indikator/taler?fra=2020&opdeling=alder')
    expect(known.body).toContain('?fra=2020&opdeling=alder 2')
    const asked = await app.inject('/indikator/taler?opdeling=alder&fbclid=x&fra=2020')
    expect(asked.headers.etag).toBe(known.headers.etag)
  })

  it('comes compressed, as does every answer that is made from documents', async () => {
    for (const url of ['/api', '/api/v1/indicators?goal=1.1', '/api/v1/indicators/deltagelse/chart.svg']) {
      for (const coding of ['br', 'gzip']) {
        const { headers } = await app.inject({ url, headers: { 'accept-encoding': coding } })
        expect(headers['content-encoding'], `${url} ${coding}`).toBe(coding)
      }
    }
  })

  it('that fails is a page that says so, and nothing of why', async () => {
    const answer = await app.inject('/broken')
    expect(answer.statusCode).toBe(500)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.body).toContain('internal')
    expect(answer.body).not.toContain('secret')
  })

  it('with the accessibility statement is found where the law wants it', async () => {
    expect((await app.inject('/was')).headers.location).toBe('/tilgaengelighed')
  })

  it('is listed for search engines in both languages', async () => {
    expect((await app.inject('/robots.txt')).body).toContain('Sitemap: http://localhost:4200/sitemap.xml')
    const { body, headers } = await app.inject('/sitemap.xml')
    expect(headers['content-type']).toContain('xml')
    expect(body).toContain('<loc>http://localhost:4200/en</loc>')
    expect(body).toContain('hreflang="en" href="http://localhost:4200/en"')
  })

  it('that does not exist says so as a page', async () => {
    const answer = await app.inject('/indikator/findes-ikke')
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-type']).toContain('text/html')
  })
})

describe('the metrics', () => {
  it('count answers by route, never by reader', async () => {
    await app.inject('/api/v1/goals/1.1')
    const body = await metricsOf(app)
    expect(body).toMatch(/pejling_http_requests_total\{route="\/api\/v1\/goals\/:number",status="200"\} \d+/)
    expect(body).toContain('pejling_release 2')
    expect(body).not.toContain('127.0.0.1')
  })
})
