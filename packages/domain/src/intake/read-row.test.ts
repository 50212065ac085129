import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleObservation } from '../observation/observation.fixture.ts'
import { fileContext, readTable } from './file.fixture.ts'
import { observationOf } from './read-row.ts'
import { columnLetters } from './source-table.ts'

describe('tables as they really arrive', () => {
  it('reads a long table with a title, an empty line, and notes below', () => {
    const { figures, rejected } = readTable(
      [
        ['Deltagelse i foreningsliv'],
        ['Trukket 12. marts 2026 af Center for Kultur'],
        [],
        ['Kommune', 'År', 'Køn', 'Pct.'],
        ['Helsingør', 2023, 'Kvinder', 61.5],
        ['Helsingør', 2023, 'Mænd', 58],
        ['Hele landet', 2023, 'I alt', 60.1],
        [],
        ['Kilde: kommunens egen opgørelse'],
      ],
      fileContext(),
    )
    expect(figures).toEqual(['217;koen=kvinder 2023 61.5', '217;koen=maend 2023 58', '000 2023 60.1'])
    expect(rejected).toEqual([])
  })

  it('reads a wide table with years across, as texts with decimal commas', () => {
    const { figures, mapping } = readTable(
      [
        ['Område', '2022', '2023', '2024'],
        ['Helsingør', '61,5', '62,0', '..'],
        ['Hele landet', '60,1', '', '60,4'],
      ],
      fileContext(),
    )
    expect(mapping.decimal).toBe(',')
    expect(mapping.marks).toEqual({ '..': 'O' })
    expect(figures).toEqual(['217 2022 61.5', '217 2023 62', '217 2024 null', '000 2022 60.1', '000 2024 60.4'])
  })

  it('reads headings of two rows over joined cells, and labels that stand once', () => {
    const { figures, mapping } = readTable(
      [
        ['Område', 'Alder', 2022, null, 2023, null],
        [null, null, 'Kvinder', 'Mænd', 'Kvinder', 'Mænd'],
        ['Helsingør', '18-29 år', 50, 51, 52, 53],
        [null, '30 år og over', 60, 61, 62, 63],
      ],
      fileContext(),
    )
    expect([mapping.headingRows, mapping.fillDown]).toEqual([2, true])
    expect(figures).toEqual([
      '217;alder=18-29;koen=kvinder 2022 50',
      '217;alder=18-29;koen=maend 2022 51',
      '217;alder=18-29;koen=kvinder 2023 52',
      '217;alder=18-29;koen=maend 2023 53',
      '217;alder=30-plus;koen=kvinder 2022 60',
      '217;alder=30-plus;koen=maend 2022 61',
      '217;alder=30-plus;koen=kvinder 2023 62',
      '217;alder=30-plus;koen=maend 2023 63',
    ])
  })

  it('reads percentages of a workbook as percent, and of a text', () => {
    const { figures } = readTable(
      [
        ['År', 'Andel'],
        [2022, { percent: 61.5 }],
        [2023, '62,25 %'],
      ],
      fileContext(),
    )
    expect(figures).toEqual(['217 2022 61.5', '217 2023 62.25'])
  })

  it('rejects a percentage of what is not counted in percent', () => {
    const count = fileContext({
      unit: 'count',
      limits: { lower: 0, upper: null },
      noun: { one: { da: 'sag', en: 'case' }, other: { da: 'sager', en: 'cases' } },
    })
    const { figures, rejected } = readTable(
      [
        ['År', 'Antal'],
        [2022, { percent: 61.5 }],
        [2023, 1200],
        [2024, '1 250'],
      ],
      count,
    )
    expect(figures).toEqual(['217 2023 1200', '217 2024 1250'])
    expect(rejected).toEqual(['2: “61.5 %” is in percent, but the indicator is not counted in percent.'])
  })

  it('reckons a share from its parts', () => {
    const { figures, fields } = readTable(
      [
        ['År', 'Tæller', 'Nævner'],
        [2022, 30, 120],
      ],
      fileContext(),
    )
    expect(figures).toEqual(['217 2022 25'])
    expect(fields).toMatchObject([{ numerator: 30, denominator: 120 }])
  })

  it('reads status and footnotes that stand beside the figure', () => {
    const { fields } = readTable(
      [
        ['År', 'Værdi', 'Status', 'Fodnote'],
        [2022, 61, 'foreløbigt', 'Ny opgørelse'],
        [2023, null, 'Q', null],
      ],
      fileContext(),
    )
    expect(fields).toEqual([
      { value: 61, status: 'P', footnote: { da: 'Ny opgørelse', en: 'Ny opgørelse' } },
      { value: null, status: 'Q', footnote: null },
    ])
  })
})

describe('nothing is guessed', () => {
  it('leaves a number alone that could be two, until the decimal mark is chosen', () => {
    const table = [
      ['År', 'Værdi'],
      ['2022', '1.234'],
      ['2023', '2.500'],
    ]
    const count = fileContext({ unit: 'per-thousand', limits: { lower: 0, upper: null } })
    const { rejected, figures, mapping } = readTable(table, count)
    expect([mapping.decimal, figures]).toEqual([null, []])
    expect(rejected[0]).toBe('2: “1.234” can be read in two ways. Choose the decimal mark of the file.')
    expect(readTable(table, count, (one) => ({ ...one, decimal: ',' })).figures).toEqual([
      '217 2022 1234',
      '217 2023 2500',
    ])
    expect(readTable(table, count, (one) => ({ ...one, decimal: '.' })).figures).toEqual([
      '217 2022 1.234',
      '217 2023 2.5',
    ])
  })

  it('asks what a dash means, which is zero to some and missing to others', () => {
    const table = [
      ['År', 'Værdi'],
      [2022, '-'],
      [2023, 5],
    ]
    expect(readTable(table, fileContext()).rejected).toEqual([
      '2: “-” is no number. Say what it means, or correct it in the file.',
    ])
    const said = (meaning: 'zero' | 'skip' | 'Q') =>
      readTable(table, fileContext(), (one) => ({ ...one, marks: { '-': meaning } }))
    expect(said('zero').figures).toEqual(['217 2022 0', '217 2023 5'])
    expect(said('skip').figures).toEqual(['217 2023 5'])
    expect(said('Q').fields[0]).toEqual({ value: null, status: 'Q' })
  })

  it.each([
    ['an unknown place', ['Farum', 2023, 'Kvinder', 5], '“Farum” is no area that is known here.'],
    ['an unknown group', ['Helsingør', 2023, 'Piger', 5], '“Piger” is no group of koen.'],
    [
      'what is no period',
      ['Helsingør', 'i fjor', 'Kvinder', 5],
      '“i fjor” cannot be read as a period. Write it as 2025.',
    ],
    [
      'a figure beyond what is possible',
      ['Helsingør', 2023, 'Kvinder', 715],
      '715 lies outside what is possible (100).',
    ],
    ['a word for a figure', ['Helsingør', 2023, 'Kvinder', 'mange'], '“mange” is no number.'],
  ])('rejects %s and says where', (_, row, why) => {
    const { rejected, figures } = readTable(
      [['Kommune', 'År', 'Køn', 'Pct.'], ['Hele landet', 2022, 'Mænd', 50], ['Hele landet', 2023, 'Mænd', 51], row],
      fileContext(),
    )
    expect(figures).toHaveLength(2)
    expect(rejected).toHaveLength(1)
    expect(rejected[0]).toContain(`4: ${why}`)
  })

  it('says what is missing before it reads anything', () => {
    const { faults } = readTable(
      [
        ['Navn', 'Beløb', 'Sum'],
        ['a', 1, 2],
        ['b', 3, 4],
      ],
      fileContext(),
    )
    expect(faults).toEqual(['Say in which column the figures stand.', 'Say in which column the period stands.'])
  })

  it('says so where several columns are the same', () => {
    const table = [
      ['År', 'Værdi', 'Andet'],
      [2022, 1, 2],
    ]
    const { faults } = readTable(table, fileContext(), (one) => ({ ...one, roles: ['period', 'figures', 'figures'] }))
    expect(faults).toEqual([])
    const twice = readTable(table, fileContext(), (one) => ({ ...one, roles: ['period', 'figures', 'period'] }))
    expect(twice.faults).toEqual(['2 columns are said to be the same (period). Choose one.'])
  })

  it('takes no table for more than it says, whatever stands in it', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.double({ noNaN: true }),
      fc.constant(null),
      fc.constantFrom('2023', 'Helsingør', 'Kvinder', 'År', 'Pct.', '..', '1.234', '71,5', '71,5 %', 'i alt'),
      fc.record({ percent: fc.double({ min: -1, max: 200, noNaN: true }) }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), (table) => {
        const { fields } = readTable(table, fileContext())
        expect(fields.filter(({ value }) => value !== null && !(value >= 0 && value <= 100))).toEqual([])
      }),
    )
  })
})

describe('a figure of a file and the one that stands there', () => {
  const standing = exampleObservation('2023', 50, { numerator: 5, denominator: 10, status: 'P', margin: 2 })

  it('keeps what the file says nothing of, where the figure is the same', () => {
    expect(observationOf(standing, '2023', { value: 50 })).toEqual(standing)
  })

  it('lets go of what belonged to the other value', () => {
    expect(observationOf(standing, '2023', { value: 51 })).toEqual({
      ...standing,
      value: 51,
      numerator: null,
      denominator: null,
      status: 'A',
      margin: null,
    })
  })
})

it('names columns as a spreadsheet does', () => {
  expect([0, 25, 26, 27, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA'])
})
