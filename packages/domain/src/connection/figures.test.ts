import { assert, boolean, constantFrom, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import type { LabelContext } from '../intake/labels.ts'
import { seriesKey } from '../series.ts'
import { Connection, type TableDescription, type TableVariable } from './connection.ts'
import { fetchedFiguresOf } from './figures.ts'
import type { FetchedCell } from './places.ts'
import { resolve } from './resolve.ts'
import { selectionsOf, type Asked } from './selection.ts'

const both = (name: string) => ({ da: name, en: name })
const category = (slug: string, code: string | null = null) => ({ slug, name: both(slug), code, parent: null })
const context: LabelContext = {
  indicator: exampleIndicator({
    dimensions: ['koen', 'alder'],
    cadence: { periodKind: 'year', everyYears: 1, delayMonths: null },
  }),
  areas: [
    { code: '000', name: both('Hele landet'), kind: 'country', parents: [] },
    { code: '217', name: both('Helsingør'), kind: 'municipality', parents: ['000'] },
    { code: '101', name: both('København'), kind: 'municipality', parents: ['000'] },
  ],
  dimensions: [
    { slug: 'koen', name: both('Køn'), categories: [category('kvinder', 'K'), category('maend', 'M')] },
    { slug: 'alder', name: both('Alder'), categories: [category('unge'), category('gamle')] },
  ],
  known: [],
}
const variable = (code: string, values: readonly string[], isTime = false): TableVariable => ({
  code,
  name: code.toLowerCase(),
  isTime,
  mayBeLeftOut: false,
  values: values.map((value) => ({ code: value, name: value })),
})
const table: TableDescription = {
  table: 'TAB',
  name: 'Tabellen',
  unit: 'Antal',
  updated: '',
  variables: [
    variable('AREA', ['217', '101', '411']),
    variable('KØN', ['TOTAL', 'K', 'M']),
    variable('ALDER', ['15', '16', '60', '61']),
    variable('HVAD', ['N', 'ALLE', 'SE']),
    variable('Tid', ['2023', '2024'], true),
  ],
}
const connection = (change: object = {}, areas: object = {}, ages: object = {}, what: object = {}): Connection =>
  Connection.parse({
    source: 'statbank',
    table: 'TAB',
    variables: [
      {
        code: 'AREA',
        role: 'area',
        values: ['*'],
        per: null,
        groups: [{ category: '000', values: ['*'] }],
        ...areas,
      },
      { code: 'KØN', role: 'dim:koen', values: ['*'], per: null },
      {
        code: 'ALDER',
        role: 'dim:alder',
        values: [],
        per: null,
        groups: [
          { category: null, values: ['*'] },
          { category: 'unge', values: ['15', '16'] },
          { category: 'gamle', values: ['60', '61'] },
        ],
        ...ages,
      },
      { code: 'HVAD', role: 'fixed', values: ['N'], per: ['ALLE'], ...what },
      { code: 'Tid', role: 'period', values: ['*'], per: null },
    ],
    crossed: false,
    scale: 100,
    every: null,
    ...change,
  })

/** Every cell of some selections, each another number. */
function cellsOf(selections: readonly (readonly Asked[])[], without: readonly string[] = []): FetchedCell[] {
  return selections.flatMap((selection) =>
    selection
      .reduce<Record<string, { code: string; name: string }>[]>(
        (cells, { code, values }) =>
          cells.flatMap((cell) => values.map((value) => ({ ...cell, [code]: { code: value, name: value } }))),
        [{}],
      )
      .filter((at) => !without.includes(at['AREA']?.code ?? ''))
      .map((at) => {
        const sum = Object.values(at).reduce(
          (seed, { code }) => seed * 31 + (code.codePointAt(0) ?? 0) + code.length,
          7,
        )
        return { at, value: (sum % 97) + 3, mark: null }
      }),
  )
}
function held(asked: Connection, against = table): Connection {
  const found = resolve(asked, against)
  if ('problems' in found) throw new Error(found.problems.map(({ en }) => en).join(' '))
  return found.connection
}
const figures = (resolved: Connection, cells: readonly FetchedCell[]) =>
  new Map(
    fetchedFiguresOf(cells, resolved, context, (origin) => origin).rows.map(({ series, observation }) => [
      `${seriesKey(series)} ${observation.period}`,
      observation,
    ]),
  )
const whole = (resolved: Connection): Asked[][] => [
  resolved.variables.map(({ code }) => ({
    code,
    values: table.variables.find((one) => one.code === code)?.values.map((one) => one.code) ?? [],
  })),
]

it('gives the same figures of the cells it asks for as of the whole table, and asks for each cell once', () => {
  const choices = record({
    crossed: boolean(),
    grouped: constantFrom<string[] | null>(null, ['217'], ['000'], ['101', '217']),
    except: constantFrom<string[] | null>(null, ['411'], ['101']),
  })
  assert(
    property(choices, ({ crossed, grouped, except }) => {
      const resolved = held(connection({ crossed, grouped }, { except }))
      const cells = cellsOf(selectionsOf(resolved, table, context))
      expect(new Set(cells.map(({ at }) => JSON.stringify(at))).size).toBe(cells.length)
      const all = cellsOf(whole(resolved)).filter(({ at }) => !(except?.includes(at['AREA']?.code ?? '') ?? false))
      expect(figures(resolved, cells)).toEqual(figures(resolved, all))
    }),
  )
})

describe('a sum', () => {
  const resolved = held(connection())
  const cells = cellsOf(selectionsOf(resolved, table, context))

  it('of areas is exact, also of those the indicator does not know, and says that it is one', () => {
    const ofArea = (which: string, what: string): number =>
      cells
        .filter(({ at }) => at['HVAD']?.code === what && at['KØN']?.code === 'TOTAL' && at['Tid']?.code === '2024')
        .filter(({ at }) => which === '*' || at['AREA']?.code === which)
        .reduce((added, { value }) => added + (value ?? 0), 0)
    expect(figures(resolved, cells).get('000 2024')).toMatchObject({
      numerator: ofArea('*', 'N'),
      denominator: ofArea('*', 'ALLE'),
      provenance: 'sum',
    })
    expect(figures(resolved, cells).get('217 2024')).toMatchObject({
      numerator: ofArea('217', 'N'),
      provenance: 'ratio',
    })
  })

  it('that lacks a part is none', () => {
    const fewer = cellsOf(selectionsOf(resolved, table, context), ['411'])
    expect(figures(resolved, fewer).get('000 2024')).toMatchObject({ value: null, status: 'O' })
    const marked = cells.map((cell) => (cell.at['AREA']?.code === '101' ? { ...cell, value: null, mark: '..' } : cell))
    expect(figures(resolved, marked).get('000 2024')).toMatchObject({ value: null, status: 'O' })
    expect(figures(resolved, marked).get('217 2024')?.value).not.toBe(null)
  })

  it('is refused where the table has it itself, and of what has no sum', () => {
    const [areas, ...others] = table.variables
    const variables = [variable('AREA', [...(areas?.values ?? []).map(({ code }) => code), '000']), ...others]
    expect(() => held(connection(), { ...table, variables })).toThrow(/has 000 \(000\) itself/)
    const percent = { ...table, unit: 'Pct.' }
    expect(() => held(connection({ scale: 1 }, {}, {}, { per: null }), percent)).toThrow(
      /in Pct\., and those cannot be added together/,
    )
  })
})

it('a margin is 1.96 standard errors, and none where there are several figures', () => {
  const mean = held(connection({ scale: 1, grouped: ['217'] }, { groups: null }, {}, { per: null, error: 'SE' }))
  const ages = figures(mean, cellsOf(selectionsOf(mean, table, context)))
  expect(ages.get('217 2024')).toMatchObject({ margin: null, provenance: 'sum' })
  const one = held(
    connection(
      { scale: 1 },
      { groups: null },
      { groups: [{ category: null, values: ['15'] }] },
      { per: null, error: 'SE' },
    ),
  )
  const cells = cellsOf(selectionsOf(one, table, context))
  const error = cells.find(
    ({ at }) =>
      at['AREA']?.code === '217' &&
      at['KØN']?.code === 'TOTAL' &&
      at['HVAD']?.code === 'SE' &&
      at['Tid']?.code === '2024',
  )
  const figure = figures(one, cells).get('217 2024')
  expect(figure?.margin).toBeCloseTo(1.96 * (error?.value ?? Number.NaN), 9)
  expect(figure?.provenance).toBe('margin')
})
