import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Reader } from './reader.ts'
import { generateClient, runProgram } from './typescript-program.ts'

/* A client that is made of the description, as another person would make and use it. */

let reader: Reader
let types: string

beforeAll(async () => {
  reader = new Reader()
  await reader.start()
  await reader.importFigure('valgdeltagelse-kv', '217,2025-11-18,70')
  await reader.command('publish', '--title', 'Rettet')
  types = await generateClient(reader)
})
afterAll(() => reader.leave())

const client = (): string => `
import createClient from 'openapi-fetch'
import type { components, paths } from './pejling.d.ts'

const pejling = createClient<paths>({
  baseUrl: '${reader.origin}/api/v1',
  // A dimension is a parameter of its own.
  querySerializer: { object: { style: 'form', explode: true } },
})
/** What was asked for; an error where there is none. */
function given<T>({ data, error }: { data?: T; error?: components['schemas']['Problem'] }): T {
  if (data === undefined) throw new Error(error?.detail)
  return data
}
const path = { slug: 'valgdeltagelse-kv' }
`

describe('a client generated of the description', () => {
  it('lists indicators, reads one, and a part of its figures', async () => {
    const program = `${client()}
const { indicators } = given(await pejling.GET('/indicators', { params: { query: { goal: '2.2' } } }))
const summary: components['schemas']['IndicatorSummary'] | undefined = indicators.find(({ slug }) => slug === path.slug)
const { indicator, assessments } = given(await pejling.GET('/indicators/{slug}', { params: { path } }))
const { observations } = given(
  await pejling.GET('/indicators/{slug}/observations.json', {
    params: { path, query: { area: ['217'], from: '2017', to: '2021' } },
  }),
)
const row: components['schemas']['ObservationRow'] | undefined = observations[0]
const value: number | null | undefined = row?.value
const groups = given(
  await pejling.GET('/indicators/{slug}/observations.json', {
    params: { path: { slug: 'ungdomsudd-25aarige' }, query: { dimensions: { population: 'alle-bosatte' } } },
  }),
)
const csv: string = given(
  await pejling.GET('/indicators/{slug}/observations.csv', { params: { path, query: { release: 1 } }, parseAs: 'text' }),
)
console.log(
  JSON.stringify({
    summary: summary?.name.en,
    name: indicator.name.en,
    verdict: assessments[0]?.verdict,
    periods: observations.map(({ period }) => period),
    value,
    groups: [...new Set(groups.observations.map(({ categories }) => categories['population']))],
    csv: csv.split('\\r\\n')[0],
  }),
)`
    const said: unknown = JSON.parse(await runProgram(reader, 'reading.ts', program))
    expect(said).toEqual({
      summary: 'Turnout at municipal elections',
      name: 'Turnout at municipal elections',
      verdict: expect.any(String),
      periods: ['2017-11-21', '2021-11-16'],
      value: expect.any(Number),
      groups: ['alle-bosatte'],
      csv: expect.stringMatching(/^indicator,area,/),
    })
  })

  it('reads an older release as it was, and what has changed since', async () => {
    const program = `${client()}
const latest = async (release?: number) => {
  const query = { from: '2025', area: ['217'], ...(release === undefined ? {} : { release }) }
  const { observations } = given(await pejling.GET('/indicators/{slug}/observations.json', { params: { path, query } }))
  return observations[0]?.value
}
const { releases } = given(await pejling.GET('/releases'))
const changes = given(await pejling.GET('/releases/{n}/changes', { params: { path: { n: 2 }, query: { since: 1 } } }))
const before = changes.indicators[0]?.observations[0]?.before?.value
console.log(JSON.stringify([releases.map(({ number }) => number), await latest(), (await latest(1)) === before]))`
    expect(JSON.parse(await runProgram(reader, 'releases.ts', program))).toEqual([[2, 1], 70, true])
  })

  it('knows what an error says, and the headers and the 304 of what has not changed', async () => {
    const program = `${client()}
const query = { from: 'x'.repeat(4) }
const { data, error, response } = await pejling.GET('/indicators/{slug}/observations.json', { params: { path, query } })
if (data !== undefined) throw new Error('It was answered')
const kind: components['schemas']['Problem']['type'] = error.type
const missing = await pejling.GET('/indicators/{slug}', { params: { path: { slug: 'findes-ikke' } } })
const known = await pejling.GET('/indicators/{slug}', { params: { path } })
const again = await pejling.GET('/indicators/{slug}', {
  params: { path },
  headers: { 'If-None-Match': known.response.headers.get('etag') },
  parseAs: 'stream',
})
console.log(
  JSON.stringify({
    kind,
    status: response.status,
    at: error.errors?.map(({ pointer, detail }) => [pointer, detail.length > 0]),
    missing: missing.error?.type,
    again: again.response.status,
  }),
)`
    expect(JSON.parse(await runProgram(reader, 'problems.ts', program))).toEqual({
      kind: '/api#invalid-request',
      status: 400,
      at: [['/from', true]],
      missing: '/api#not-found',
      again: 304,
    })
  })

  it('tells who writes a program what cannot be asked, before it is asked', async () => {
    const program = `${client()}
// @ts-expect-error There is no such address.
await pejling.GET('/indicator')
// @ts-expect-error There is no such parameter.
await pejling.GET('/indicators', { params: { query: { maal: '2.2' } } })
// @ts-expect-error There is no such verdict.
await pejling.GET('/indicators', { params: { query: { status: 'good' } } })
// @ts-expect-error An indicator has no such part.
console.log(given(await pejling.GET('/indicators/{slug}', { params: { path } })).name)
// @ts-expect-error A problem is of none but these kinds.
const kind: components['schemas']['Problem']['type'] = '/api#odd'
// @ts-expect-error A figure may be missing.
const value: number | undefined = given(await pejling.GET('/indicators')).indicators[0]?.points[0]?.value
console.log(kind, value)`
    expect(await runProgram(reader, 'mistakes.ts', program)).toContain('/api#odd')
  })

  it('knows of every part what it is', () => {
    const schemas = types.slice(types.indexOf('schemas: {'), types.indexOf('responses: never'))
    const unknown = schemas.match(/^.*: unknown(?:\[\])?;$/gm)?.map((line) => line.trim())
    // Open ends are where others' standards leave them (JSON-LD, JSON-stat, oEmbed, CSVW), and where any resource may be answered: what
    // a trial would answer, and what is there where a precondition fails.
    expect(new Set(unknown)).toEqual(
      new Set(['[key: string]: unknown;', 'answer: unknown;', 'columns: unknown[];', 'current?: unknown;']),
    )
  })
})
