import { assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Connection, type TableDescription, type TableVariable } from './connection.ts'
import { resolve } from './resolve.ts'

const variable = (code: string, name: string, values: Record<string, string>, isTime = false): TableVariable => ({
  code,
  name,
  isTime,
  mayBeLeftOut: false,
  values: Object.entries(values).map(([key, text]) => ({ code: key, name: text })),
})

const table: TableDescription = {
  table: 'RAS200',
  name: 'Beskæftigelse',
  unit: 'Pct.',
  updated: '',
  variables: [
    variable('OMRÅDE', 'område', { '000': 'Hele landet', '217': 'Helsingør' }),
    variable('ALDER', 'alder', { '16-64': '16-64 år', '1666': '16-66 år (2022 -)', '2024': '20-24 år' }),
    variable('Tid', 'tid', { '2023': '2023', '2024': '2024' }, true),
  ],
}

const connection = (area: string, age: string, period = '*', names = ['OMRÅDE', 'ALDER', 'Tid']) =>
  Connection.parse({
    source: 'statbank',
    table: 'RAS200',
    variables: [
      { code: names[0], role: 'area', values: [area], per: null },
      { code: names[1], role: 'fixed', values: [age], per: null },
      { code: names[2], role: 'period', values: [period], per: null },
    ],
    scale: 1,
    every: null,
  })

const valuesOf = (asked: Connection): readonly (readonly string[])[] => {
  const held = resolve(asked, table)
  return 'connection' in held ? held.connection.variables.map(({ code, values }) => [code, ...values]) : []
}
const problemOf = (asked: Connection): string => {
  const held = resolve(asked, table)
  return 'problems' in held ? held.problems.map(({ en }) => en).join(' ') : ''
}

describe('a connection held against its table', () => {
  it('finds variables and values by code, and by what the table calls them', () => {
    const codes = [
      ['OMRÅDE', '217'],
      ['ALDER', '16-64'],
      ['Tid', '*'],
    ]
    expect(valuesOf(connection('217', '16-64'))).toEqual(codes)
    expect(valuesOf(connection('helsingør', '16–64 år', '*', ['område', 'Alder', 'TID']))).toEqual(codes)
  })

  it('takes a number for the same with other noughts before it, where there is only one such', () => {
    expect(valuesOf(connection('0', '16-64'))[0]).toEqual(['OMRÅDE', '000'])
  })

  it('leaves to the source what a pattern of periods means, and nothing else', () => {
    for (const pattern of ['*', '*K1', '(1)', '(-n+3)', '-(-n+3)', '>=2010', '>=2010<=2015'])
      expect(valuesOf(connection('217', '16-64', pattern))[2]).toEqual(['Tid', pattern])
    expect(problemOf(connection('217', '(1)'))).toContain('has no value (1)')
  })

  it('says what is not there, with what is nearest', () => {
    expect(problemOf(connection('217', '16-65 år'))).toBe(
      'The variable ALDER of RAS200 has no value 16-65 år (any longer). Nearest are 16-64 (16-64 år), 2024 (20-24 år), 1666 (16-66 år (2022 -)). Look through the table and choose anew.',
    )
    expect(problemOf(connection('217', '16-64', '*', ['OMRÅDE', 'KØN', 'Tid']))).toContain(
      'has no variable KØN (any longer); it has OMRÅDE (område), ALDER (alder), Tid (tid)',
    )
  })

  it('takes neither of two that are called the same', () => {
    const twice = { ...table, variables: [variable('OMRÅDE', 'område', { '1': 'Andre', '2': 'Andre' })] }
    const held = resolve(connection('Andre', '16-64'), twice)
    expect('problems' in held && held.problems[0]?.en).toContain('several are called Andre: 1 (Andre), 2 (Andre)')
  })

  it('is the same after being held against it again, and asks only for what the table has', () => {
    const codes = table.variables.map(({ values }) => values.flatMap(({ code, name }) => [code, name]))
    assert(
      property(constantFrom(...(codes[0] ?? [])), constantFrom(...(codes[1] ?? [])), (area, age) => {
        const held = resolve(connection(area, age), table)
        if (!('connection' in held)) throw new Error('It was not found')
        expect(resolve(held.connection, table)).toEqual(held)
        for (const { code, values } of held.connection.variables.slice(0, 2)) {
          const present = table.variables.find((one) => one.code === code)?.values.map((one) => one.code)
          for (const value of values) expect(present).toContain(value)
        }
      }),
    )
  })
})
