import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { seriesKey } from '@pejling/domain/series'
import { expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import { verify } from '../verification/verify.ts'
import { appOver } from '../testing/app.fixture.ts'
import { signedInAs } from '../testing/signed-in.fixture.ts'
import { emptyDatabase, indicator, smallDelivery, text } from '../testing/installation.fixture.ts'
import { importObservations } from '../intake/import-observations.ts'
import { seed } from '../workspace/seed.ts'
import { listValidationFindings } from '../workspace/validation-findings.ts'
import { previewPublication } from './preview.ts'
import { publish } from './publish.ts'

const slugs = ['bydel', 'alder', 'herkomst', 'uddannelse', 'branche', 'civilstand']
const groups = 30

/** An indicator of many breakdowns at once, and figures where only the like-numbered groups meet. */
const deliveryOf = (names: readonly string[]) => ({
  ...smallDelivery(),
  dimensions: names.map((slug) => ({
    slug,
    name: text(slug),
    categories: Array.from({ length: groups }, (_, at) => ({
      slug: `g${at}`,
      name: text(`Gruppe ${at}`),
      code: null,
      parent: null,
    })),
  })),
  indicators: [
    indicator('borgere', {
      unit: 'count',
      decimals: 0,
      limits: { lower: 0, upper: null },
      noun: { one: text('borger'), other: text('borgere') },
      dimensions: [...names],
    }),
  ],
  observations: [],
  targets: [],
  actionPlans: [],
})
const rowsOf = (names: readonly string[]) =>
  Array.from({ length: groups }, (_, at) => ({
    series: { area: '217', categories: Object.fromEntries(names.map((slug) => [slug, `g${at}`])) },
    observation: exampleObservation('2024', at + 1),
  }))
const total = { series: { area: '217', categories: {} }, observation: exampleObservation('2024', 465) }

it('figures that are all withheld are a cube of the cells there are, and too many combinations to number are said to be', async () => {
  const cubeOf = async (names: readonly string[]) => {
    const db = emptyDatabase()
    seed(db, system, { delivery: deliveryOf(names) })
    importObservations(db, system, { indicator: 'borgere', rows: rowsOf(names) })
    publish(db, system, { title: text('Første'), note: null, indicators: 'all' })
    return (await appOver(db)).inject('/api/v1/indicators/borgere/observations.json-stat')
  }
  const cube = (await cubeOf(slugs)).json<{ value: Record<string, null>; status: Record<string, string> }>()
  expect(Object.values(cube.value)).toEqual(rowsOf(slugs).map(() => null))
  expect(Object.keys(cube.value)).toEqual(Object.keys(cube.status))
  const more = await cubeOf(Array.from({ length: 12 }, (_, at) => `opdeling-${at}`))
  expect([more.statusCode, more.body.includes('CSV')]).toEqual([406, true])
})

it('a small file of many breakdowns stops nothing on its way from the import to every public answer', async () => {
  const db = emptyDatabase()
  seed(db, system, { delivery: deliveryOf(slugs) })
  importObservations(db, system, { indicator: 'borgere', rows: [...rowsOf(slugs), total] })
  expect(listValidationFindings(db, 'all')[0]?.warnings.map(({ kind }) => kind)).toEqual(['too-many-combinations'])
  const headers = signedInAs(db, 'editor')
  const app = await appOver(db)
  const read = async (path: string) => (await app.inject({ url: `/api/v1/workspace/${path}`, headers })).json()
  expect((await read('observations/borgere')).observations).toHaveLength(groups + 1)
  expect((await read('overview')).findings).toHaveLength(1)
  expect(previewPublication(db)?.indicators).toHaveLength(1)
  publish(db, system, { title: text('Første'), note: null, indicators: 'all' })
  expect(verify(db)).toEqual([])
  const answers = [
    '',
    '/chart.svg',
    '/card.png',
    ...['json', 'csv', 'xlsx', 'json-stat', 'sdmx-csv', 'zip'].map((format) => `/observations.${format}`),
  ]
  for (const answer of answers) {
    expect([answer, (await app.inject(`/api/v1/indicators/borgere${answer}`)).statusCode]).toEqual([answer, 200])
  }
  // One to four people are in four of the groups; what the others would give away of them cannot be proven.
  const { observations } = (await app.inject('/api/v1/indicators/borgere/observations')).json<{
    observations: { area: string; categories: Record<string, string>; value: number | null }[]
  }>()
  expect(observations.filter(({ value }) => value !== null).map(seriesKey)).toEqual(['217'])
})
