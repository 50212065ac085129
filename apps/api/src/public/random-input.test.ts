import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { checkedInject } from '../testing/openapi.fixture.ts'

const segment = fc.oneof(
  fc.constantFrom(
    'indicators',
    'goals',
    'frameworks',
    'releases',
    'action-plans',
    'ideas',
    'meetings',
    'deltagelse',
    'observations',
    '1.1',
    '2',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map(encodeURIComponent),
  fc.constantFrom('..', '%2e%2e', '%00', '%', '%ff', '-1', '1e9', 'chart.svg', 'observations.csv', 'changes'),
)
/** Addresses that are, and values that may be right, so that most answers are more than refusals. */
const newer = fc.oneof(
  fc.constantFrom('/areas', '/dimensions', '/sources', '/observations', '/observations.json'),
  fc.constantFrom('/observations.csv', '/observations.xlsx', '/observations.parquet'),
  fc.constantFrom('/data.zip', '/data.sqlite', '/data.parquet'),
  // Of an indicator, and of what it was called before.
  fc
    .tuple(
      fc.constantFrom('deltagelse', 'taler', 'arbejde', 'valg', 'findes-ikke'),
      fc.constantFrom('', '/observations', '/observations.json', '/observations.json-stat', '/observations.csv'),
    )
    .map(([slug, form]) => `/indicators/${slug}${form}`),
  fc.constantFrom('/indicators/deltagelse/observations.csv-metadata.json', '/indicators/valg/observations.sdmx-csv'),
)
const likely = fc.oneof(
  fc.constantFrom(
    'release=1',
    'release=2',
    'release=99',
    'last=1',
    'last=1001',
    'last=0',
    'labels=code',
    'labels=name',
  ),
  fc.constantFrom('labels=both', 'labels=none', 'lang=en', 'lang=xx', 'dialect=da', 'format=json', 'format=parquet'),
  fc.constantFrom('indicator=deltagelse', 'indicator=taler,deltagelse', 'indicator=', 'indicator=findes-ikke'),
  fc.constantFrom('area=217', 'area=217,000', 'area=999', 'alder=_T', 'alder=18-29,_T', 'alder=total', 'alder='),
  fc.constantFrom('period=2024', 'period=2023,2024', 'from=2021', 'to=2020', 'from=2025&to=2013', 'area=217&area=000'),
)

const parameter = fc.tuple(
  fc.oneof(
    fc.constantFrom(
      'release',
      'from',
      'to',
      'area',
      'alder',
      'format',
      'dialect',
      'goal',
      'status',
      'q',
      'since',
      '__proto__',
    ),
    fc.string({ maxLength: 8 }).map(encodeURIComponent),
  ),
  fc.oneof(
    fc.constantFrom('1', '2', '99', '2024', '217', '18-29', 'csv', 'da', '1.1', '-1', '1e999', 'NaN', '%00'),
    fc.string({ unit: 'grapheme', maxLength: 12 }).map(encodeURIComponent),
  ),
)
const headers = fc.record(
  {
    accept: fc.constantFrom('*/*', 'text/csv', 'image/png', 'text/csv;q=x', ';;;,,,'),
    'accept-language': fc.constantFrom('da', 'en', '*', 'en;q=0', ',,;q='),
    'accept-encoding': fc.constantFrom('br', 'gzip;q=0', '*', 'zstd', ',;q'),
    'if-none-match': fc.constantFrom('*', '""', 'W/"x"', '"'),
    'content-type': fc.constantFrom('application/json', 'text/plain', 'x'),
  },
  { requiredKeys: [] },
)
const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS')
const body = fc.option(fc.oneof(fc.string(), fc.json()), { nil: undefined })

describe('whatever is sent to the API', () => {
  it('gets a documented answer, never a fault of the server', async () => {
    const app = await appOver(smallInstallation())
    const get = await checkedInject(app)
    await fc.assert(
      fc.asyncProperty(
        fc.array(segment, { maxLength: 5 }),
        fc.array(parameter, { maxLength: 4 }),
        headers,
        async (path, query, sent) => {
          const search = query.map((pair) => pair.join('=')).join('&')
          const { status } = await get(`/${path.join('/')}${search ? `?${search}` : ''}`, sent)
          expect([200, 304, 308, 400, 404, 406]).toContain(status)
        },
      ),
      { numRuns: 1500 },
    )
  })

  it('gets what is described at the addresses of tables, lists, files and former names, a thousand JSON documents and more', async () => {
    const app = await appOver(smallInstallation())
    const get = await checkedInject(app)
    let documents = 0
    await fc.assert(
      fc.asyncProperty(
        newer,
        fc.oneof(
          { weight: 5, arbitrary: fc.array(likely, { maxLength: 3 }) },
          {
            weight: 1,
            arbitrary: fc.array(parameter, { maxLength: 2 }).map((pairs) => pairs.map((pair) => pair.join('='))),
          },
        ),
        headers,
        async (path, query, sent) => {
          const { status, json } = await get(query.length === 0 ? path : `${path}?${query.join('&')}`, sent)
          expect([200, 304, 308, 400, 404, 406]).toContain(status)
          // Each has been held against its schema in the description.
          if (json !== undefined) documents += 1
        },
      ),
      { numRuns: 2500 },
    )
    expect(documents).toBeGreaterThanOrEqual(1000)
  })

  it('is refused in any method but GET and HEAD', async () => {
    const app = await appOver(smallInstallation())
    await fc.assert(
      fc.asyncProperty(
        method,
        fc.array(segment, { maxLength: 5 }),
        headers,
        body,
        async (verb, path, sent, payload) => {
          const answer = await app.inject({
            method: verb,
            url: `/api/v1/${path.join('/')}`,
            headers: { ...sent },
            ...(payload === undefined || verb === 'GET' || verb === 'HEAD' ? {} : { payload }),
          })
          expect(answer.statusCode).toBeLessThan(500)
          const reads = ['GET', 'HEAD', 'OPTIONS'].includes(verb)
          expect(reads || answer.statusCode >= 400).toBe(true)
        },
      ),
      { numRuns: 700 },
    )
  })
})
