import type { Observation } from '@pejling/domain/observation/observation'
import { seriesKey } from '@pejling/domain/series'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchFigures } from '../../cli/fetch-figures.ts'
import type { Database } from '../../db/database.ts'
import { verify } from '../../verification/verify.ts'
import { deliveredFiles, wellRead } from '../../data-folder/delivered.fixture.ts'
import { openReleaseStore } from '../../releases/release-store.ts'
import { smallInstallation } from '../../testing/installation.fixture.ts'
import { getIndicator } from '../../workspace/definitions.ts'
import { findObservation, listSeries } from '../../workspace/observation-store.ts'
import type { OutsideSources } from './arrive.ts'
import { catalogueTables } from './catalogue-tables.fixture.ts'
import { connectedIndicators, lastFetch } from './renew.ts'
import { startStatbank, type FakeStatbank } from './statbank.fixture.ts'
import { openStatbank } from './statbank.ts'

/* The whole catalogue, as it is delivered, renewed by one command from tables with the variables and codes of the real ones. */

const delivery = wellRead(deliveredFiles)
let db: Database
let far: FakeStatbank
let sources: OutsideSources
const printed: string[] = []

const fetchAll = async (only: string[] | null = null): Promise<number> => {
  printed.length = 0
  return fetchFigures(db, sources, { only, dryRun: false, print: (line) => printed.push(line) })
}

beforeAll(async () => {
  db = smallInstallation(delivery)
  far = await startStatbank(catalogueTables(delivery))
  const reach = {
    base: far.url,
    fetch: globalThis.fetch,
    wait: () => Promise.resolve(),
    timeout: 60_000,
    largest: 200_000_000,
  }
  sources = { statbank: openStatbank(reach) }
})
afterAll(() => far.close())

it('one command renews every indicator whose figures come from a table, and none of them is another than was delivered', async () => {
  expect(await fetchAll()).toBe(0)
  expect(printed.filter((line) => /passed over|held back|withdrawn/.test(line))).toEqual([])
  const connected = connectedIndicators(db)
  for (const { slug } of connected) {
    expect(lastFetch(db, slug), slug).toMatchObject({ changed: 0, corrected: [], passedOver: [], problem: null })
  }
  const told = new Set(connected.map(({ slug }) => slug))
  const others = new Set<string>()
  let renewed = 0
  for (const { indicator, series, observation } of delivery.observations) {
    if (!told.has(indicator)) continue
    const now = findObservation(db, indicator, seriesKey(series), observation.period)
    // It may have been rounded on its way.
    const [, decimals = ''] = String(observation.value).split('.')
    expect(
      Math.abs((now?.value ?? NaN) - (observation.value ?? NaN)),
      `${indicator} ${seriesKey(series)} ${observation.period}`,
    ).toBeLessThanOrEqual(0.5 * 10 ** -decimals.length + 1e-9)
    // That a series breaks there is nothing its source tells.
    const { status, footnote } = observation
    const marks = now && { status: now.status, footnote: now.footnote }
    expect(marks).toEqual(status === 'B' ? { status, footnote } : marks)
    if (now?.provenance?.startsWith('statbank-') === true) renewed += 1
    else others.add(`${indicator} ${seriesKey(series)}`)
  }
  expect(renewed).toBeGreaterThan(120)
  // What came from elsewhere than the table stays, such as older elections and other ways of counting 25-year-olds.
  expect(others).toContain('valgdeltagelse-kv 000')
  expect(others).toContain('ungdomsudd-25aarige 000;population=alle-bosatte')
  expect(openReleaseStore(db).latestNumber()).toBe(1)
  expect(verify(db)).toEqual([])
})

/** A cell as the source gives it as CSV: the other path, in which nothing of the connection takes part. */
async function cell(table: string, at: Readonly<Record<string, string>>): Promise<number> {
  const variables = Object.entries(at).map(([code, value]) => ({ code, values: [value] }))
  const body = JSON.stringify({ table, lang: 'da', format: 'CSV', valuePresentation: 'Code', variables })
  const response = await fetch(`${far.url}/data`, { method: 'POST', body })
  const [, line = ''] = (await response.text()).split('\r\n')
  return Number((line.split(';').at(-1) ?? '').replace(',', '.'))
}

/** The sum of a cell over the values of one of its variables. */
async function sum(
  table: string,
  at: Readonly<Record<string, string>>,
  over: string,
  values: readonly string[],
): Promise<number> {
  const cells = await Promise.all(values.map((value) => cell(table, { ...at, [over]: value })))
  return cells.reduce((added, one) => added + one, 0)
}

interface Expected {
  readonly figure: Partial<Observation>
  /** The value before it is multiplied by the connection's scale. */
  readonly value: number
}
const share = (numerator: number, denominator: number): Expected => ({
  figure: { numerator, denominator },
  value: numerator / denominator,
})
const codesFrom = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => String(first + at))

const kvres = (area: string, what: string) => cell('KVRES', { OMRÅDE: area, VALRES: what, Tid: '2025' })
const fvkom = (area: string, what: string) => cell('FVKOM', { VALRES: what, OMRÅDE: area, Tid: '2022' })
const votesIn = async (areas: readonly string[]): Promise<Expected> => {
  let [cast, voters] = [0, 0]
  for (const area of areas) {
    cast += (await fvkom(area, 'GYLD_IALT')) + (await fvkom(area, 'UGYLD_IALT'))
    voters += await fvkom(area, 'VAELG')
  }
  return share(cast, voters)
}
const candidates = (area: string, which: string, parties: readonly string[]) =>
  sum('VALGK3', { OMRÅDE: area, STEMMER: which, Tid: '2025' }, 'PARTI', parties)
const ras200 = (area: string, more: Record<string, string>) =>
  cell('RAS200', { OMRÅDE: area, HERKOMST: '00', ALDER: '16-64', KØN: 'TOT', BEREGNING: 'BFK', Tid: '2023', ...more })
const forlob = (more: Record<string, string>) => {
  const fixed = { AFGAARG: '2022', AFGKLAS: 'TOT', AFGREG: '084', STATUSTID: '015', KOEN: '10', HERKOMST: '00' }
  return { ...fixed, Tid: '2024', UDDSTAT: '1', UDDANNELSE: 'TOT', ...more }
}
const neet = (status: string, more: Record<string, string>) =>
  cell('NEET3', { STATUSNEET: status, KØN: '00', BOPOMR: '101', SOCIO: 'TOT', ALDER: '1624', Tid: '2024', ...more })
const members = (sex: string) => cell('IDRAKT02', { BLSTKOM: '860', KON: sex, ALDER1: '1318', Tid: '2024' })
const people = (level: string) =>
  cell('HFUDD11', { BOPOMR: '860', HERKOMST: 'TOT', HFUDD: level, ALDER: '25-29', KØN: 'TOT', Tid: '2025' })
const region = (code: string): string[] =>
  delivery.areas.flatMap((area) => (area.kind === 'municipality' && area.parents.includes(code) ? [area.code] : []))

/** What a connection brings in all, and single figures of it as they come of the cells. */
interface Brought {
  readonly slug: string
  readonly figures: (periods: number) => number
  readonly single: readonly (readonly [series: string, period: string, expected: () => Promise<Expected>])[]
}

/** The country, five regions and 98 municipalities. */
const areas = 104
const value = async (of: Promise<number>): Promise<Expected> => ({
  figure: { numerator: null, denominator: null },
  value: await of,
})

const brought: readonly Brought[] = [
  {
    slug: 'valgdeltagelse-kv',
    figures: (periods) => areas * periods,
    single: ['000', '084', '217', '860'].map((area) => [
      area,
      '2025-11-18',
      async () => share(await kvres(area, 'AS'), await kvres(area, 'V')),
    ]),
  },
  {
    slug: 'valgdeltagelse-fv',
    figures: (periods) => areas * periods,
    single: [
      ['217', '2022-11-01', () => votesIn(['217'])],
      ['084', '2022-11-01', () => votesIn(region('084'))],
      ['000', '2022-11-01', () => votesIn([...['081', '082', '083', '084', '085'].flatMap(region), '411'])],
    ],
  },
  {
    slug: 'kandidater-koen',
    figures: (periods) => (areas + 2 * 4) * periods,
    single: [
      [
        '860',
        '2025-11-18',
        async () => {
          const parties = ['A', 'V', 'Ø', 'EJR']
          const women = await candidates('860', '5', parties)
          return share(women, women + (await candidates('860', '4', parties)))
        },
      ],
      ['217;parti=andre-lister', '2025-11-18', async () => share(await candidates('217', '5', ['EJR']), 45)],
    ],
  },
  {
    slug: 'byraadsmedlemmer',
    figures: (periods) => (areas + 2 * (2 + 3)) * periods,
    single: [
      [
        '000;alder=18-29',
        '2021-11-16',
        () =>
          value(
            sum('LIGEDB2', { KANDIDAT: 'VK', KØN: 'TOT', KOMK: '000', Tid: '2021' }, 'ALDER', ['U20', '2024', '2529']),
          ),
      ],
      [
        '217;koen=kvinder',
        '2021-11-16',
        () => value(cell('LIGEDB2', { KANDIDAT: 'VK', KØN: 'K', ALDER: 'TOT', KOMK: '217', Tid: '2021' })),
      ],
    ],
  },
  {
    slug: 'beskaeftigelsesfrekvens',
    figures: (periods) => (areas + 2 * (5 + 11 + 2)) * periods,
    single: [
      ['860', '2023', () => value(ras200('860', {}))],
      ['217;alder=25-29', '2023', () => value(ras200('217', { ALDER: '25-29' }))],
      ['000;herkomst=indvandrere-ikke-vestlige', '2023', () => value(ras200('000', { HERKOMST: '25' }))],
    ],
  },
  {
    slug: 'beskaeftigelse-herkomstratio',
    figures: (periods) => (areas + 2 * 2) * periods,
    single: [
      [
        '081',
        '2023',
        async () => share(await ras200('081', { HERKOMST: '25' }), await ras200('081', { HERKOMST: '10' })),
      ],
    ],
  },
  {
    slug: 'neet-16-24',
    figures: (periods) => (areas + 2 * (2 + 2)) * periods,
    single: [
      ['101', '2024', async () => share(await neet('10', {}), await neet('00', {}))],
      [
        '217;alder=20-24',
        '2024',
        async () =>
          share(await neet('10', { BOPOMR: '217', ALDER: '2024' }), await neet('00', { BOPOMR: '217', ALDER: '2024' })),
      ],
    ],
  },
  {
    slug: 'idraetsmedlemskaber',
    figures: (periods) => (areas + 2 * (2 + 5)) * periods,
    single: [
      ['860', '2024', () => value(cell('IDRAKT02', { BLSTKOM: '860', KON: '10', ALDER1: 'TOT', Tid: '2024' }))],
      [
        '217;alder=60-plus',
        '2024',
        () => value(cell('IDRAKT02', { BLSTKOM: '217', KON: '10', ALDER1: '6099', Tid: '2024' })),
      ],
    ],
  },
  {
    slug: 'medlemsratio-koen-unge',
    figures: (periods) => areas * periods,
    single: [['860', '2024', async () => share(await members('2'), await members('1'))]],
  },
  {
    slug: 'ungdomsudd-25aarige',
    figures: (periods) => (1 + 2 + 3) * periods,
    single: [
      [
        '000;herkomst=efterkommere;population=afgraensning-ikke-bekraeftet',
        '2024',
        async () => {
          const at = { UDDANNELSE: 'TOT', ALDER: '25', KØN: 'TOT', HERKOMST: '30', Tid: '2024' }
          return share(
            await cell('STATUSU1', { UDDSTAT: 'FULDFOERT', ...at }),
            await cell('STATUSU1', { UDDSTAT: 'AA_TOTAL', ...at }),
          )
        },
      ],
    ],
  },
  {
    slug: 'befolkning-16-66',
    figures: (periods) => areas * periods,
    single: [
      [
        '860',
        '2026',
        () =>
          value(
            sum('FOLK1A', { OMRÅDE: '860', KØN: 'TOT', CIVILSTAND: 'TOT', Tid: '2026K1' }, 'ALDER', codesFrom(16, 66)),
          ),
      ],
    ],
  },
  {
    slug: 'befolkning-18-plus',
    figures: (periods) => 3 * (1 + 2 + 5 + 6) * periods,
    single: [
      [
        '084;alder=18-29',
        '2022',
        () =>
          value(
            sum('FOLK1E', { OMRÅDE: '084', KØN: 'TOT', HERKOMST: 'TOT', Tid: '2022K1' }, 'ALDER', codesFrom(18, 29)),
          ),
      ],
      [
        '217;herkomst=indvandrere-og-efterkommere',
        '2022',
        async () => {
          const at = { OMRÅDE: '217', KØN: 'TOT', Tid: '2022K1' }
          const each = ['24', '25', '34', '35'].map((origin) =>
            sum('FOLK1E', { ...at, HERKOMST: origin }, 'ALDER', codesFrom(18, 125)),
          )
          return value(Promise.all(each).then((origins) => origins.reduce((added, one) => added + one, 0)))
        },
      ],
    ],
  },
  {
    slug: 'forsoergede-fuldtidspersoner',
    figures: (periods) => (areas + 2 * (2 + 9)) * periods,
    single: [
      [
        '217;alder=60-plus',
        '2024',
        () => value(cell('AUH01', { OMRÅDE: '217', YDELSESTYPE: 'TOTUSU', KØN: 'TOT', ALDER: '6099', Tid: '2024' })),
      ],
    ],
  },
  {
    slug: 'overgang-ungdomsudd',
    figures: (periods) => 6 * (1 + 2 + 3) * periods,
    single: [
      [
        '084',
        '2022',
        async () =>
          share(
            await sum('FORLOB10', forlob({}), 'UDDANNELSE', ['H20', 'H29', 'H30']),
            await sum('FORLOB10', forlob({}), 'UDDSTAT', ['1', '2', '3', '4']),
          ),
      ],
    ],
  },
  {
    slug: 'tillid-til-andre',
    figures: (periods) => (1 + 8) * periods,
    single: [
      ['000', '2024', () => value(cell('SILC52', { BAGOPL: 'TOT', ENHED: 'GNS', Tid: '2024' }))],
      ['000;uddannelse=grundskole', '2024', () => value(cell('SILC52', { BAGOPL: 'UDD1', ENHED: 'GNS', Tid: '2024' }))],
    ],
  },
  {
    slug: 'kun-grundskole-25-29',
    figures: (periods) => areas * periods,
    single: [['860', '2025', async () => share(await people('H10'), await people('TOT'))]],
  },
]

describe('every delivered connection', () => {
  it('is among those that are compared with the cells of its table', () => {
    expect(brought.map(({ slug }) => slug).toSorted()).toEqual(
      connectedIndicators(db)
        .map(({ slug }) => slug)
        .toSorted(),
    )
  })

  it.each(brought)(
    '$slug brings the figures of every area and group, as its table has them',
    async ({ slug, ...of }) => {
      const indicator = getIndicator(db, slug)
      if (!indicator) throw new Error(`There is no indicator ${slug}`)
      const fetched = listSeries(db, indicator).flatMap(({ observations }) =>
        observations.filter(({ provenance }) => provenance?.startsWith('statbank-') ?? false),
      )
      const periods = new Set(fetched.map(({ period }) => period))
      expect(fetched).toHaveLength(of.figures(periods.size))
      const { scale } = delivery.connections.find((one) => one.indicator === slug)?.connection ?? { scale: NaN }
      for (const [series, period, expectedOf] of of.single) {
        const expected = await expectedOf()
        const told = findObservation(db, slug, series, period)
        expect(told, `${series} ${period}`).toMatchObject(expected.figure)
        expect(told?.value).toBeCloseTo(scale * expected.value, 9)
      }
    },
  )
})

const from = (slug: string, series: string, period: string) =>
  findObservation(db, slug, series, period)?.provenance ?? null

it('says of every figure how it came about: as the table has it, divided, or added together', () => {
  expect(from('beskaeftigelsesfrekvens', '217', '2023')).toBe('statbank-ras200')
  expect(from('valgdeltagelse-kv', '860', '2025-11-18')).toBe('statbank-kvres-ratio')
  expect(from('valgdeltagelse-fv', '860', '2022-11-01')).toBe('statbank-fvkom-ratio')
  expect(from('valgdeltagelse-fv', '000', '2022-11-01')).toBe('statbank-fvkom-sum')
  expect(from('befolkning-16-66', '217', '2026')).toBe('statbank-folk1a-sum')
  expect(from('tillid-til-andre', '000', '2024')).toBe('statbank-silc52-margin')
})

it('takes 1.96 standard errors as the margin of a mean', async () => {
  const error = await cell('SILC52', { BAGOPL: 'KON2', ENHED: 'STDG', Tid: '2024' })
  const { margin } = findObservation(db, 'tillid-til-andre', '000;koen=kvinder', '2024') ?? {}
  expect(margin).toBeCloseTo(1.96 * error, 9)
})

it('takes no 0 for a cohort whose table was published before it was measured', () => {
  expect(lastFetch(db, 'overgang-ungdomsudd')).toMatchObject({ notMeasured: ['2024'], heldBack: [] })
  expect(findObservation(db, 'overgang-ungdomsudd', '084', '2023')).toMatchObject({ value: 90 })
  expect(findObservation(db, 'overgang-ungdomsudd', '084', '2024')).toBe(null)
})

it('brings nothing the second time, and afterwards what is new and what was corrected, told as a correction', async () => {
  const slug = 'idraetsmedlemskaber'
  expect(await fetchAll([slug, 'valgdeltagelse-fv'])).toBe(0)
  for (const one of [slug, 'valgdeltagelse-fv'])
    expect(lastFetch(db, one), one).toMatchObject({ added: 0, changed: 0, confirmed: 0, withdrawn: [] })
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
  await fetchAll([slug])
  expect(lastFetch(db, slug)).toMatchObject({
    added: areas + 2 * (2 + 5),
    changed: 1,
    corrected: [{ series: '217', period: '2025', before: 41.1, after: 41.3 }],
  })
  expect(printed).toContain('  corrected: 217 2025: 41.1 is now 41.3')
})
