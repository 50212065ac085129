import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { jsonStatFaults } from '../exports/json-stat-schema.fixture.ts'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { checkedInject, type Inject } from '../testing/openapi.fixture.ts'

/* What readers who know HTTP, oEmbed and JSON-stat may expect of any public answer. */

let app: FastifyInstance
let get: Inject

beforeAll(async () => {
  app = await appOver(smallInstallation())
  get = await checkedInject(app)
})

const figures = '/indicators/deltagelse/observations'

describe('a reader with a copy', () => {
  it('is told by its date that it is still good, unless its entity tag says otherwise', async () => {
    const { headers } = await get('/indicators/deltagelse')
    const at = String(headers['last-modified'])
    const statusOf = async (sent: Record<string, string>): Promise<number> =>
      (await get('/indicators/deltagelse', sent)).status
    expect(await statusOf({ 'if-modified-since': at })).toBe(304)
    expect(await statusOf({ 'if-modified-since': 'Tue, 01 Dec 2099 00:00:00 GMT' })).toBe(304)
    expect(await statusOf({ 'if-modified-since': 'Thu, 01 Jan 1998 00:00:00 GMT' })).toBe(200)
    expect(await statusOf({ 'if-modified-since': 'yesterday' })).toBe(200)
    expect(await statusOf({ 'if-modified-since': at, 'if-none-match': '"other"' })).toBe(200)
    expect(await statusOf({ 'if-none-match': `W/${String(headers.etag)}, "other"` })).toBe(304)
  })
})

describe('an answer of the newest release', () => {
  it('names its release, and the address that answers the same later', async () => {
    for (const [path, permanent] of [
      ['/indicators/deltagelse', '/api/v1/indicators/deltagelse?release=1'],
      [`${figures}.csv?area=217`, `/api/v1${figures}.csv?area=217&release=1`],
      [figures, `/api/v1${figures}.json?release=1`],
      ['/catalogue.ttl', '/api/v1/catalogue.ttl?release=1'],
    ] as const) {
      const { headers, body } = await get(path)
      expect([path, headers['content-location']]).toEqual([path, permanent])
      expect(String(headers.link)).toContain(`<${permanent}>; rel="permalink"`)
      expect(String(headers.link)).toContain('</api/v1/openapi.json>; rel="service-desc"')
      expect((await app.inject(permanent)).body).toBe(body)
    }
    expect((await get('/releases/1')).headers['content-location']).toBeUndefined()
  })

  it('of a table names what describes its columns, and what a file of it is called', async () => {
    const { headers } = await get(`${figures}.csv`)
    expect(String(headers.link)).toMatch(/<([^>]+)>; rel="describedby"; type="application\/csvm\+json"/)
    expect((await get(`${figures}.csv-metadata.json`)).json).toHaveProperty('tableSchema.columns.0.name', 'indicator')
    expect((await app.inject('/.well-known/csvm')).body).toContain('{+url}-metadata.json')
    expect(headers['content-disposition']).toBe('inline; filename="deltagelse.csv"')
    expect(headers.vary).toBe('Accept-Encoding')
    expect((await get(figures, { accept: 'text/csv' })).headers.vary).toBe('Accept, Accept-Encoding')
  })

  it('may be read from any site, also where it is of no release, and has an entity tag', async () => {
    const paths = ['/', '/meetings', '/oembed?url=http%3A%2F%2Flocalhost%3A4200%2Findikator%2Fdeltagelse', '/feed.atom']
    for (const path of paths) {
      const { headers, status } = await get(path)
      expect([path, status, headers['access-control-allow-origin']]).toEqual([path, 200, '*'])
      expect((await get(path, { 'if-none-match': String(headers.etag) })).status).toBe(304)
    }
  })
})

describe('the catalogue', () => {
  it.each([
    ['text/turtle;q=0, application/ld+json', 'application/ld+json'],
    ['application/ld+json;q=1, text/turtle;q=0.1', 'application/ld+json'],
    ['text/turtle, */*;q=0.1', 'text/turtle'],
    ['*/*', 'application/ld+json'],
  ])('to %s is %s', async (accept, type) => {
    const { headers } = await get('/catalogue', { accept })
    expect(headers['content-type']).toBe(`${type}; charset=utf-8`)
  })

  it('to who accepts none of its forms is refused', async () => {
    expect((await get('/catalogue', { accept: 'application/xml' })).status).toBe(406)
  })
})

const asked = (url: string, rest = ''): string => `/oembed?url=${encodeURIComponent(url)}${rest}`

describe('oEmbed', () => {
  const page = 'http://localhost:4200/indikator/deltagelse'

  it('answers WordPress, which adds parameters of its own, and addresses with a slash at the end', async () => {
    const { json, status } = await get(asked(page, '&format=json&maxwidth=600&maxheight=900&dnt=1'))
    expect([status, json]).toMatchObject([200, { width: 600, height: 470 }])
    expect((await get(asked(`${page}/`))).status).toBe(200)
  })

  it('fits into what is asked for, however small', async () => {
    const { json } = await get(asked(page, '&maxwidth=50&maxheight=9000'))
    expect(json).toMatchObject({ width: 50, height: 470 })
    expect(json).not.toHaveProperty('thumbnail_url')
  })
})

const rows = async (query: string): Promise<{ area: string; categories: { alder?: string } }[]> =>
  Object((await get(`${figures}.json?${query}`)).json).observations

describe('what is asked for', () => {
  it.each([
    [`${figures}.json?dialect=da`, /dialect/],
    [`${figures}.json?lang=en`, /"lang"/],
    [`${figures}?format=json&labels=name`, /json har ikke "labels"/],
    [`${figures}.csv?from=2025&to=2013`, /ikke ligger efter/],
    [`${figures}.csv?area=999`, /Der er intet område "999"/],
    ['/frameworks?a%2Fb=1', /Ukendt parameter "a\/b"/],
  ])('and cannot be done is refused, never ignored: %s', async (path, said) => {
    const { status, json } = await get(path)
    expect([path, status]).toEqual([path, 400])
    const { errors }: { errors: { pointer: string; detail: string }[] } = Object(json)
    expect(errors.map(({ detail }) => detail).join()).toMatch(said)
    for (const { pointer } of errors) expect(pointer).toMatch(/^\/(?:[^/~]|~[01])*$/)
  })

  it('may be several values of a parameter, with commas or repeated, and what is not divided', async () => {
    const groups = (list: Awaited<ReturnType<typeof rows>>): unknown[] => [
      ...new Set(list.map(({ categories }) => categories.alder ?? null)),
    ]
    expect(await rows('area=217,000')).toEqual(await rows('area=217&area=000'))
    expect(new Set((await rows('area=217,000')).map(({ area }) => area))).toEqual(new Set(['217', '000']))
    expect(groups(await rows('alder=_T'))).toEqual([null])
    expect(await rows('alder=total')).toEqual(await rows('alder=_T'))
    expect(groups(await rows('alder=18-29,_T'))).toEqual(expect.arrayContaining([null, '18-29']))
  })

  it('may be the newest periods of each series, or some periods', async () => {
    const all: { observations: { area: string; period: string; categories: object }[] } = Object(
      (await get(`${figures}.json`)).json,
    )
    const { observations }: typeof all = Object((await get(`${figures}.json?last=1`)).json)
    const series = new Set(all.observations.map(({ area, categories }) => JSON.stringify([area, categories])))
    expect(observations).toHaveLength(series.size)
    const some: typeof all = Object((await get(`${figures}.json?period=2024`)).json)
    expect(new Set(some.observations.map(({ period }) => period))).toEqual(new Set(['2024']))
  })
})

describe('a cube', () => {
  it('is what the schema of JSON-stat demands, also one without any figure', async () => {
    for (const path of [
      `${figures}.json-stat`,
      '/indicators/arbejde/observations.json-stat',
      `${figures}.json-stat?from=2090`,
    ]) {
      const { json, status } = await get(path)
      expect([path, status, jsonStatFaults(json)]).toEqual([path, 200, []])
    }
  })
})

describe('the first address', () => {
  it('leads to everything there is', async () => {
    const { json } = await get('/')
    const { links, release }: { links: Record<string, string>; release: number } = Object(json)
    expect(release).toBe(1)
    for (const address of Object.values(links)) {
      const { pathname } = new URL(address)
      expect([pathname, (await app.inject(pathname)).statusCode]).toEqual([pathname, 200])
    }
    expect((await app.inject('/api/v1')).statusCode).toBe(200)
  })

  it('is found by programs that look for the APIs of a site (RFC 9727)', async () => {
    const { headers, body } = await app.inject('/.well-known/api-catalog')
    expect(headers['content-type']).toMatch(/^application\/linkset\+json/)
    expect(JSON.parse(body)).toMatchObject({ linkset: [{ anchor: 'http://localhost:4200/api/v1/' }] })
  })
})
