import { afterAll, beforeAll, expect, it } from 'vitest'
import { fetchFigures } from '../cli/fetch-figures.ts'
import type { Database } from '../db/database.ts'
import { verify } from '../db/verify.ts'
import { deliveredFiles, wellRead } from '../formats/delivered.fixture.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { findObservation } from '../workspace/observations.ts'
import { seriesKey } from '@pejling/domain/series/series'
import { catalogueTables } from './catalogue-tables.fixture.ts'
import type { OutsideSources } from './arrive.ts'
import { connectedIndicators, lastFetch } from './renew.ts'
import { startStatbank, type FakeStatbank } from './statbank.fixture.ts'
import { openStatbank } from './statbank.ts'

/* The whole catalogue, as it is delivered, renewed by one command from tables with the variables and codes of the real ones. */

const delivery = wellRead(deliveredFiles)
let db: Database
let far: FakeStatbank
let sources: OutsideSources
const printed: string[] = []

const fetchAll = async (): Promise<number> => {
  printed.length = 0
  return fetchFigures(db, sources, { only: null, dryRun: false, print: (line) => printed.push(line) })
}

beforeAll(async () => {
  db = smallInstallation(delivery)
  far = await startStatbank(catalogueTables(delivery))
  const reach = {
    base: far.url,
    fetch: globalThis.fetch,
    wait: () => Promise.resolve(),
    patience: 10_000,
    largest: 200_000_000,
  }
  sources = { statbank: openStatbank(reach) }
})
afterAll(() => far.close())

it('one command renews every indicator whose figures come from a table, and none of them is another than was delivered', async () => {
  expect(await fetchAll()).toBe(0)
  expect(printed.filter((line) => line.includes('passed over'))).toEqual([])
  const connected = connectedIndicators(db)
  for (const { slug } of connected) {
    expect(lastFetch(db, slug), slug).toMatchObject({ changed: 0, corrected: [], passedOver: [], problem: null })
  }
  const told = new Set(connected.map(({ slug }) => slug))
  const others: string[] = []
  let renewed = 0
  for (const { indicator, series, observation } of delivery.observations) {
    if (!told.has(indicator)) continue
    const now = findObservation(db, indicator, seriesKey(series), observation.period)
    expect(now?.value, `${indicator} ${seriesKey(series)} ${observation.period}`).toBeCloseTo(
      observation.value ?? NaN,
      9,
    )
    // That a series breaks there is nothing its source tells.
    const { status, footnote } = observation
    const marks = now && { status: now.status, footnote: now.footnote }
    expect(marks).toEqual(status === 'B' ? { status, footnote } : marks)
    if (now?.provenance?.startsWith('statbank-') === true) renewed += 1
    else others.push(`${indicator} ${seriesKey(series)}`)
  }
  expect(renewed).toBeGreaterThan(120)
  // What came from elsewhere than the table stays: other areas and groups, older elections, other ways of counting 25-year-olds.
  const ownTotals = others.filter((one) => /^\S+ (?:217|000)(?:;population|$)/.test(one))
  expect(new Set(ownTotals)).toEqual(
    new Set([
      'byraadsmedlemmer 217',
      'byraadsmedlemmer 000',
      'valgdeltagelse-fv 217',
      'valgdeltagelse-fv 000',
      'valgdeltagelse-kv 217',
      'valgdeltagelse-kv 000',
      'ungdomsudd-25aarige 000;population=alle-bosatte',
      'ungdomsudd-25aarige 000;population=grundskole-i-danmark',
    ]),
  )
  expect(openReleaseStore(db).latestNumber()).toBe(1)
  expect(verify(db)).toEqual([])
})

const valueOf = (slug: string, key: string, period: string): number | null | undefined =>
  findObservation(db, slug, key, period)?.value

it('groups, sums and quotients come out as the tables have them', () => {
  expect(valueOf('kandidater-koen', '217', '2021-11-16')).toBeCloseTo(100 / 3, 9)
  expect(valueOf('medlemsratio-koen-unge', '217', '2025')).toBe(0.75)
  expect(valueOf('overgang-ungdomsudd', '084', '2022')).toBe(90)
  expect(valueOf('tillid-til-andre', '000', '2024')).toBe(7.1)
  expect(valueOf('tillid-til-andre', '217', '2024')).toBeUndefined()
  // Under 20, 20–24 and 25–29 are one group here.
  expect(valueOf('byraadsmedlemmer', '217;alder=18-29', '2021-11-16')).toBe(3)
  expect(valueOf('byraadsmedlemmer', '217;koen=kvinder', '2021-11-16')).toBe(10)
  // Grown-ups are those of 18 to 125, on the first day of the first quarter.
  expect(valueOf('befolkning-18-plus', '217', '2022')).toBe(108 * 10 * 2 * 10)
  expect(valueOf('befolkning-18-plus', '217;alder=18-29', '2022')).toBe(12 * 10 * 2 * 10)
  expect(valueOf('befolkning-18-plus', '217;herkomst=indvandrere-og-efterkommere', '2022')).toBe(108 * 10 * 2 * 4)
  expect(valueOf('befolkning-18-plus', '217;alder=18-29;koen=kvinder', '2022')).toBeUndefined()
  expect(valueOf('befolkning-16-66', '000', '2026')).toBe(51 * 1000)
  expect(valueOf('neet-16-24', '217;koen=kvinder', '2024')).toBe(7.85)
})

it('brings nothing the second time, and afterwards what is new and what was corrected, told as a correction', async () => {
  expect(await fetchAll()).toBe(0)
  for (const { slug } of connectedIndicators(db))
    expect(lastFetch(db, slug), slug).toMatchObject({ added: 0, changed: 0, confirmed: 0 })
  const table = far.tables.get('IDRAKT02')
  if (!table || typeof table.cells !== 'function') throw new Error('There is no such table')
  const { cells } = table
  const variables = table.variables.map((one) =>
    one.time ? { ...one, values: [...one.values, { id: '2026', text: '2026' }] } : one,
  )
  far.tables.set('IDRAKT02', {
    ...table,
    variables,
    cells: (at) => (at[3] === '2026' ? 41.5 : at.join(' ') === '217 10 TOT 2025' ? 41.3 : cells(at)),
  })
  await fetchAll()
  expect(lastFetch(db, 'idraetsmedlemskaber')).toMatchObject({
    added: 6,
    changed: 1,
    corrected: [{ series: '217', period: '2025', before: 41.1, after: 41.3 }],
  })
  expect(printed).toContain('  corrected: 217 2025: 41.1 is now 41.3')
})
