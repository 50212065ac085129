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
