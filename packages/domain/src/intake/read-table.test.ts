import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleObservation } from '../observation/observation.fixture.ts'
import { withAnswer } from './answers.ts'
import { countContext, fileContext, readTable } from './file.fixture.ts'
import type { LabelContext } from './labels.ts'
import { mayBeApplied } from './outcome.ts'
import { observationOf } from './read-row.ts'
import { columnLetters, type SourceCell } from './source-table.ts'

type Table = readonly (readonly SourceCell[])[]

/** What is read of a table once a question has been answered. */
function answered(table: Table, context: LabelContext, answers: Readonly<Record<string, string>>) {
  return readTable(table, context, (mapping) =>
    Object.entries(answers).reduce((one, [id, value]) => {
      const next = withAnswer(one, id, value)
      if (next === null) throw new Error(`No answer ${id}=${value}`)
      return next
    }, mapping),
  )
}

const place = ['Kommune', 'Helsingør'] as const

describe('tables that say everything themselves are read without a question', () => {
  it.each<[what: string, table: Table, figures: readonly string[], context?: LabelContext]>([
    [
      'a long table with a title, an empty line, and notes below',
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
      ['217;koen=kvinder 2023 61.5', '217;koen=maend 2023 58', '000 2023 60.1'],
    ],
    [
      'a wide table with years across, as texts with decimal commas',
      [
        ['Område', '2022', '2023', '2024'],
        ['Helsingør', '61,5', '62,0', '..'],
        ['Hele landet', '60,1', '', '60,4'],
      ],
      ['217 2022 61.5', '217 2023 62', '217 2024 O', '000 2022 60.1', '000 2024 60.4'],
    ],
    [
      'headings of two rows, and labels that are printed once',
      [
        ['Område', 'Alder', 2022, null, 2023, null],
        [null, null, 'Kvinder', 'Mænd', 'Kvinder', 'Mænd'],
        ['Helsingør', '18-29 år', 50, 51, 52, 53],
        [null, '30 år og over', 60, 61, 62, 63],
        ['Hele landet', '18-29 år', 40, 41, 42, 43],
        [null, '30 år og over', 70, 71, 72, 73],
      ],
      [
        ...[50, 51, 52, 53].map(
          (value, at) => `217;alder=18-29;koen=${['kvinder', 'maend'][at % 2]} ${at < 2 ? 2022 : 2023} ${value}`,
        ),
        ...[60, 61, 62, 63].map(
          (value, at) => `217;alder=30-plus;koen=${['kvinder', 'maend'][at % 2]} ${at < 2 ? 2022 : 2023} ${value}`,
        ),
        ...[40, 41, 42, 43].map(
          (value, at) => `000;alder=18-29;koen=${['kvinder', 'maend'][at % 2]} ${at < 2 ? 2022 : 2023} ${value}`,
        ),
        ...[70, 71, 72, 73].map(
          (value, at) => `000;alder=30-plus;koen=${['kvinder', 'maend'][at % 2]} ${at < 2 ? 2022 : 2023} ${value}`,
        ),
      ],
    ],
    [
      'groups over years, with the place in the first column',
      [
        ['', 'Kvinder', '', 'Mænd', ''],
        ['År', '2023', '2024', '2023', '2024'],
        ['Helsingør', 25, 26, 23, 24],
      ],
      ['217;koen=kvinder 2023 25', '217;koen=kvinder 2024 26', '217;koen=maend 2023 23', '217;koen=maend 2024 24'],
    ],
    [
      'a column of totals',
      [
        [...place.slice(0, 1), 'År', 'Kvinder', 'Mænd', 'I alt'],
        ['Helsingør', 2023, 250, 230, 480],
      ],
      ['217;koen=kvinder 2023 250', '217;koen=maend 2023 230', '217 2023 480'],
      countContext(),
    ],
    [
      'a pivot table with totals both ways',
      [
        ['Helsingør Kommune'],
        ['Rækkemærkater', '2023', '2024', 'Hovedtotal'],
        ['Kvinder', 250, 255, 505],
        ['Mænd', 230, 235, 465],
        ['Hovedtotal', 480, 490, 970],
      ],
      [
        '217;koen=kvinder 2023 250',
        '217;koen=kvinder 2024 255',
        '217;koen=maend 2023 230',
        '217;koen=maend 2024 235',
        '217 2023 480',
        '217 2024 490',
      ],
      countContext(),
    ],
    [
      'all women together, who are not everybody',
      [
        ['Kommune', 'År', 'Køn', 'Antal'],
        ['217', 2023, 'Kvinder i alt', 250],
      ],
      ['217;koen=kvinder 2023 250'],
      countContext(),
    ],
    [
      'area codes that have lost their zeros',
      [
        ['kommunekode', 'år', 'andel'],
        ['84', '2024', '70,1'],
        [0, 2024, 69],
        [217, 2024, 71],
      ],
      ['084 2024 70.1', '000 2024 69', '217 2024 71'],
    ],
    [
      'a total whose value is that of its groups',
      [
        ['Område', 'År', 'Køn', 'Andel'],
        ['Helsingør', 2024, 'Kvinder', '9,5'],
        ['Helsingør', 2024, 'Mænd', '9,5'],
        ['Helsingør', 2024, '', '9,5'],
      ],
      ['217;koen=kvinder 2024 9.5', '217;koen=maend 2024 9.5', '217 2024 9.5'],
    ],
    [
      'the share among a count and a share',
      [
        ['Kommune', 'År', 'Antal', 'Andel'],
        ['Helsingør', 2024, 340, 34.5],
      ],
      ['217 2024 34.5'],
    ],
    [
      'the count among a count and a share',
      [
        ['Kommune', 'År', 'Antal', 'Andel (pct.)'],
        ['Helsingør', 2024, 340, 34.5],
      ],
      ['217 2024 340'],
      countContext(),
    ],
    [
      'tables stacked under their groups',
      [['Helsingør Kommune'], ['År', 'Andel'], ['Kvinder'], [2023, 5.5], [2024, 6.5], ['Mænd'], [2023, 7.5]],
      ['217;koen=kvinder 2023 5.5', '217;koen=kvinder 2024 6.5', '217;koen=maend 2023 7.5'],
    ],
    [
      'provisional years, percentages, and a period from the title',
      [
        ['Deltagelse i Helsingør Kommune, 2024'],
        ['Køn', 'Andel'],
        ['Kvinder', { percent: 61.5 }],
        ['Mænd', '62,25 %'],
        ['I alt', { number: 62, unit: '%' }],
      ],
      ['217;koen=kvinder 2024 61.5', '217;koen=maend 2024 62.25', '217 2024 62'],
    ],
    [
      'counts of whole people with a separator of thousands',
      [
        ['Kommune', 'År', 'Antal'],
        ['Helsingør', '2023*', '1.234'],
        ['Helsingør', '2024', '1 250'],
      ],
      ['217 2023 1234 P', '217 2024 1250'],
      countContext(),
    ],
    [
      'a share from its parts, with status and footnote',
      [
        ['Kommune', 'År', 'Tæller', 'Nævner', 'Status'],
        ['Helsingør', 2022, 30, 120, 'foreløbigt'],
      ],
      ['217 2022 25 P'],
    ],
  ])('%s', (_, table, figures, context = fileContext()) => {
    const read = readTable(table, context)
    expect([read.figures, read.refused, read.asked, read.faults]).toEqual([figures, [], [], []])
  })
})

describe('what a table does not say is asked, never taken for granted', () => {
  const share = fileContext()
  it.each<[what: string, table: Table, asked: readonly string[], context?: LabelContext]>([
    [
      'a table without a place',
      [
        ['År', 'Andel'],
        [2023, 40.1],
      ],
      ['area'],
    ],
    ['a title that names another place', [['Borgere, Odense Kommune'], ['År', 'Andel'], [2023, 7.1]], ['area']],
    [
      'a file without a period',
      [
        ['Kommune', 'Andel'],
        ['Helsingør', 61.5],
      ],
      ['period'],
    ],
    [
      'counts that are no years',
      [
        ['Kommune', 'Indbyggere', 'Andel'],
        ['Helsingør', 4812, 61.5],
      ],
      ['period'],
    ],
    [
      'an empty cell that may mean the total or what is above',
      [
        ['Kommune', 'År', 'Køn', 'Andel'],
        ['Helsingør', 2025, 'Kvinder', 9.5],
        ['Helsingør', 2025, 'Mænd', 8.5],
        ['Helsingør', 2018, '', 7],
      ],
      ['blank:2'],
    ],
    [
      'bare codes for groups',
      [
        ['Kommune', 'År', 'Køn', 'Andel'],
        ['Helsingør', 2024, 1, 9.5],
        ['Helsingør', 2024, 2, 8.5],
      ],
      ['group:koen:1', 'group:koen:2'],
    ],
    [
      'a column of codes',
      [
        ['Kommune', 'År', 'Kode', 'Andel'],
        ['Helsingør', 2024, 1, 9.5],
        ['Helsingør', 2025, 1, 8.5],
      ],
      ['column:2'],
    ],
    [
      'a column of words',
      [
        ['Kommune', 'Skole', 'År', 'Andel'],
        ['Helsingør', 'Nordskolen', 2023, 61.5],
        ['Helsingør', 'Nordskolen', 2024, 60.2],
      ],
      ['column:1'],
    ],
    [
      'a count where a share is wanted',
      [
        ['Kommune', 'År', 'Antal'],
        ['Helsingør', 2024, 34],
      ],
      ['unit'],
    ],
    [
      'thousands in the heading',
      [
        ['Kommune', 'År', 'Antal (1.000)'],
        ['Helsingør', 2024, 4.2],
      ],
      ['unit'],
      countContext(),
    ],
    [
      'fractions of one',
      [
        ['Kommune', 'År', 'Andel'],
        ['Helsingør', 2023, 0.71],
        ['Helsingør', 2024, 0.72],
      ],
      ['fractions'],
    ],
    [
      'a budget',
      [
        ['Kommune', 'År', 'Andel'],
        ['Helsingør', '2025', 5],
        ['Helsingør', 'Budget 2026', 6],
      ],
      ['outlook'],
    ],
    [
      'a year to come',
      [
        ['Kommune', 'År', 'Andel'],
        ['Helsingør', 2052, 5],
      ],
      ['outlook'],
    ],
    [
      'a dash',
      [
        ['Kommune', 'År', 'Andel'],
        ['Helsingør', 2023, '-'],
        ['Helsingør', 2024, 5],
      ],
      ['mark:-'],
    ],
    [
      'a number that may be two',
      [
        ['Kommune', 'År', 'Andel'],
        ['Helsingør', 2023, '1.234'],
      ],
      ['decimal'],
    ],
    [
      'a heading over rows that nobody knows',
      [['Helsingør Kommune'], ['År', 'Andel'], ['Nordskolen'], [2023, 5.5]],
      ['section:nordskolen'],
    ],
    [
      'two shares',
      [
        ['Kommune', 'År', 'Andel', 'Andel, revideret'],
        ['Helsingør', 2024, 5, 6],
      ],
      ['column:2', 'column:3'],
    ],
  ])('%s', (_, table, asked, context = share) => {
    const read = readTable(table, context)
    expect(read.asked).toEqual(asked)
    expect(mayBeApplied({ questions: read.questions, faults: [], refusals: [] })).toBe(false)
  })

  it('shows what each answer would store', () => {
    const { questions } = readTable(
      [
        ['Kommune', 'År', 'Køn', 'Andel'],
        ['Helsingør', 2025, 'Kvinder', 9.5],
        ['Helsingør', 2025, 'Mænd', 8.5],
        ['Helsingør', 2018, '', 7],
      ],
      share,
    )
    expect(questions[0]?.choices.map(({ value, example }) => [value, example?.da])).toEqual([
      ['above', 'D4: Mænd 2018 = 7'],
      ['total', 'D4: Helsingør 2018 = 7'],
    ])
  })

  it.each<[id: string, value: string, table: Table, figures: readonly string[], context?: LabelContext]>([
    [
      'area',
      '000',
      [
        ['År', 'Andel'],
        [2023, 40.1],
      ],
      ['000 2023 40.1'],
    ],
    [
      'period',
      '2024',
      [
        ['Kommune', 'Andel'],
        ['Helsingør', 61.5],
      ],
      ['217 2024 61.5'],
    ],
    [
      'unit',
      '1000',
      [
        ['Kommune', 'År', 'Antal (1.000)'],
        ['Helsingør', 2024, 4.2],
      ],
      ['217 2024 4200'],
      countContext(),
    ],
    [
      'fractions',
      'fraction',
      [
        ['Kommune', 'År', 'Andel'],
        ['Helsingør', 2023, 0.71],
      ],
      ['217 2023 71'],
    ],
    [
      'outlook',
      'skip',
      [
        ['Kommune', 'År', 'Andel'],
        ['Helsingør', '2025', 5],
        ['Helsingør', 'B2026', 6],
      ],
      ['217 2025 5'],
    ],
    [
      'mark:-',
      'zero',
      [
        ['Kommune', 'År', 'Andel'],
        ['Helsingør', 2023, '-'],
      ],
      ['217 2023 0'],
    ],
    [
      'decimal',
      ',',
      [
        ['Kommune', 'År', 'Andel'],
        ['Helsingør', 2023, '1.234'],
      ],
      [],
    ],
    [
      'group:koen:1',
      'kvinder',
      [
        ['Kommune', 'År', 'Køn', 'Andel'],
        ['Helsingør', 2024, 1, 9.5],
      ],
      ['217;koen=kvinder 2024 9.5'],
    ],
    [
      'column:1',
      'only:Alle skoler',
      [
        ['Kommune', 'Skole', 'År', 'Andel'],
        ['Helsingør', 'Alle skoler', 2023, 61],
        ['Helsingør', 'Nordskolen', 2023, 60],
      ],
      ['217 2023 61'],
    ],
  ])('%s=%s is an answer', (id, value, table, figures, context = share) => {
    const read = answered(table, context, { [id]: value })
    expect([read.figures, read.asked]).toEqual([figures, []])
  })

  it('asks again what was answered for the last file, and does not go by it', () => {
    const table = [
      ['År', 'Andel'],
      [2023, 40.1],
    ] as const
    const last = answered(table, share, { area: '000' }).mapping
    const next = readTable(table, share, undefined, { remembered: last })
    expect([next.figures, next.questions.map(({ id, lastTime }) => [id, lastTime])]).toEqual([[], [['area', '000']]])
  })
})

describe('nothing disappears', () => {
  it('names other places and columns that are not used', () => {
    const read = readTable(
      [
        ['Kommunens navn', 'År', 'Andel', 'Bemærkninger'],
        ['Odense', 2023, 70.1, 'revideret'],
        ['Aarhus', 2023, 71.5, ''],
        ['Helsingør', 2023, 7.5, ''],
      ],
      fileContext(),
    )
    expect(read.figures).toEqual(['217 2023 7.5'])
    expect(read.skipped).toEqual(['the column Bemærkninger (D)', 'other areas: Odense, Aarhus'])
  })

  it('takes no figures of another place for its own, in a heading or in a column', () => {
    expect(
      readTable(
        [
          ['År', 'Odense'],
          [2023, 5.1],
        ],
        fileContext(),
      ),
    ).toMatchObject({ figures: [], skipped: ['columns of other areas: Odense'] })
    expect(
      readTable(
        [
          ['Kommunens navn', 'År', 'Andel'],
          ['Odense', 2023, 70.1],
        ],
        fileContext(),
      ),
    ).toMatchObject({ figures: [], skipped: ['other areas: Odense'] })
  })

  it('counts refusals by reason, the harmful first', () => {
    const read = readTable(
      [
        ['Kommune', 'År', 'Andel'],
        ['Helsingør', 'i fjor', 5],
        ['Helsingør', 2023, 5],
        ['Helsingør', 2023, 6],
        ['Helsingør', 2024, 715],
        ...Array.from({ length: 300 }, (_, at) => [`By${at}`, 2023, 5]),
      ],
      fileContext(),
    )
    expect(read.codes).toEqual(['two-figures 1', 'beyond-limits 1', 'unread-period 1'])
    expect(read.skipped[0]).toMatch(/^other areas: By0, .* and 292 more$/)
  })

  it('refuses a row that has more cells than there are headings', () => {
    const read = readTable(
      [
        ['År', 'Andel'],
        ['2023', '70', '1'],
        ['2024', '71', '5'],
      ],
      fileContext(),
    )
    expect([read.figures, read.codes]).toEqual([[], ['overflow 2']])
  })

  it('accounts for every cell of any table, and takes nothing for more than it says', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.double({ noNaN: true }),
      fc.constant(null),
      fc.constantFrom(
        '2023',
        'Helsingør',
        'Kvinder',
        'År',
        'Pct.',
        '..',
        '1.234',
        '71,5',
        '71,5 %',
        'i alt',
        'Kommune',
        'Odense',
        'Antal',
        'Budget 2027',
      ),
      fc.record({ percent: fc.double({ min: -1, max: 200, noNaN: true }) }),
    )
    const headed = fc.tuple(
      fc.array(fc.constantFrom('Kommune', 'År', 'Køn', 'Andel', 'Antal', '2023', 'I alt', 'Bemærkning'), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 10 }),
    )
    const tables = fc.oneof(
      fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }),
      headed.map(([head, rows]) => [head, ...rows]),
    )
    fc.assert(
      fc.property(tables, (table) => {
        const { fields, fates, faults } = readTable(table, fileContext())
        expect(fields.filter(({ value }) => value !== null && !(value >= 0 && value <= 100))).toEqual([])
        const filled = table
          .flat()
          .filter((one) => one !== null && !(typeof one === 'string' && one.trim() === '')).length
        expect(faults.length > 0 ? filled : fates.filled).toBe(filled)
        expect(fates.read + fates.refused + fates.skipped).toBe(fates.filled)
      }),
    )
  })
})

describe('a figure of a file and the one that stands there', () => {
  const standing = exampleObservation('2023', 50, { numerator: 5, denominator: 10, status: 'P', margin: 2 })

  it('keeps what the file says nothing of, where the figure is the same', () => {
    expect(observationOf(standing, '2023', { value: 50 })).toEqual(standing)
  })

  it('drops what belonged to the other value', () => {
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
