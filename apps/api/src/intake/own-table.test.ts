import { Observation } from '@pejling/domain/observation/observation'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LabelContext } from '@pejling/domain/intake/labels'
import { readObservations, type ObservationRow, type TableProblem } from './own-table.ts'
import { writeObservations } from '../data-folder/write-observations.ts'
import { tableToCsv } from '../exports/csv-export.ts'
import { observationTable } from '../exports/observation-table.ts'
import { deliveredFiles, wellRead } from '../data-folder/delivered.fixture.ts'

const delivered = wellRead(deliveredFiles)

function contextOf(slug: string): LabelContext {
  const indicator = delivered.indicators.find((candidate) => candidate.slug === slug)
  if (!indicator) throw new Error(`No indicator ${slug}`)
  const provenances = delivered.provenances.map((one) => one.slug)
  return { ...delivered, indicator, provenances, known: [], languages: ['da', 'en'] }
}

const neet = contextOf('neet-16-24')

const placed = ({ line, column, detail }: TableProblem): string =>
  `line ${line}${column === null ? '' : `, column ${column}`}: ${detail.en}`

function rowsOf(text: string, context = neet): readonly ObservationRow[] {
  const read = readObservations(text, context)
  if ('rows' in read) return read.rows
  throw new Error(read.problems.map(placed).join('\n'))
}

function problemsIn(text: string, context = neet): string[] {
  const read = readObservations(text, context)
  return 'problems' in read ? read.problems.map(placed) : []
}

const values = (text: string, context = neet): (number | null)[] =>
  rowsOf(text, context).map(({ observation }) => observation.value)

test('a plain table needs no more than area, period and value', () => {
  expect(rowsOf('area,period,value\n217,2024,8.85\n')).toEqual([
    {
      series: { area: '217', categories: {} },
      observation: {
        period: '2024',
        value: 8.85,
        numerator: null,
        denominator: null,
        status: 'A',
        footnote: null,
        sampleSize: null,
        margin: null,
        provenance: null,
      },
    },
  ])
})

test('a table from a Danish spreadsheet is read: byte order mark, semicolons, decimal commas, CRLF, Danish headings', () => {
  const text =
    '\uFEFFområde;periode;køn;værdi;tæller;nævner;fodnote;fodnote (engelsk)\r\n217;2024;;8,85;540;6.100;"Én; to";One\r\n'
  expect(problemsIn(text)).toEqual([expect.stringContaining('There is no column "køn"')])
  const [row] = rowsOf(text.replace('køn', 'koen'))
  expect(row?.observation).toMatchObject({ value: 8.85, numerator: 540, denominator: 6100 })
  expect(row?.observation.footnote).toEqual({ da: 'Én; to', en: 'One' })
})

test('groups are read from the columns of the dimensions', () => {
  const [row] = rowsOf('area,period,koen,alder,value\n217,2024,kvinder,16-19,5\n')
  expect(row?.series).toEqual({ area: '217', categories: { koen: 'kvinder', alder: '16-19' } })
})

test('a missing value keeps its status, and a zero stays a zero', () => {
  expect(
    rowsOf('area,period,value,status\n217,2023,,Q\n217,2024,0,A\n').map(({ observation }) => observation),
  ).toMatchObject([
    { value: null, status: 'Q' },
    { value: 0, status: 'A' },
  ])
})

test('thousands separators are read where the rest of the table leaves no doubt', () => {
  const count = contextOf('langvarig-ydelse')
  expect(values('area;period;value;margin\n217;2024-Q1;1.234;0,5\n', count)).toEqual([1234])
  expect(values('area,period,value,margin\n217,2024-Q1,"1,234",0.5\n', count)).toEqual([1234])
  expect(values('area;period;value\n217;2024-Q1;1.234.567\n', count)).toEqual([1_234_567])
  expect(values('area;period;value\n217;2024-Q1;−0\n', count)).toEqual([-0])
})

test('a number that can be read in two ways is refused, unless its mark goes with the delimiter', () => {
  const twoWays = 'line 2, column value: “1.234” can be read in two ways'
  expect(problemsIn('area;period;value\n217;2024;1.234\n')).toEqual([expect.stringContaining(twoWays)])
  expect(problemsIn('area,period,value\n217,2024,"1,234"\n')).toEqual([
    expect.stringContaining('can be read in two ways'),
  ])
  expect(values('area,period,value\n217,2024,1.234\n')).toEqual([1.234])
  expect(values('area;period;value\n217;2024;1,234\n')).toEqual([1.234])
})

test('a text with line breaks does not shift the lines of what follows', () => {
  const text = 'area,period,value,footnote_da,footnote_en\n217,2023,8,"en\nto",one\n217,2024,mange,,\n'
  expect(problemsIn(text)).toEqual([expect.stringContaining('line 4, column value: “mange” is no number')])
})

test.each([
  ['', 'line 1: The file is empty'],
  ['area,value\n', 'line 1: The column "period" is missing'],
  ['area,period,value,value\n', 'line 1, column value: The column "value" stands there twice'],
  [
    'area,period,value,parti\n',
    'line 1: There is no column "parti" for neet-16-24; the columns are: area, område, period',
  ],
  ['area,period,value\n217,2024,1,2\n', 'line 2: The row has more cells than there are headings for (3)'],
  ['area,period,value\n217,2024,"1\n', 'line 2: Not readable as CSV'],
  [
    'area,period,value\n999,2024,1\n',
    'line 2, column area: other areas: 999: there is no such area; the areas are: 000, 081, 082, 083, 084, 085, 086, 1, 101, 147, 151, 153 and 98 more',
  ],
  [
    'area,period,value\n217,2024/25,1\n',
    'line 2, column period: “2024/25” cannot be read as a period. Write it as 2025.',
  ],
  ['area,period,value\n217,2024,70 kr\n', 'line 2, column value: “70 kr” is no number'],
  ['area,period,value\n217,2024,-\n', 'line 2, column value: “-” is no number'],
  ['area,period,value\n217,2024,1e999\n', 'line 2, column value: '],
  ['area,period,value\n217,2024,101\n', 'line 2, column value: 101 lies outside what is possible (100)'],
  ['area,period,value\n217,2024,-1\n', 'line 2, column value: -1 lies outside what is possible (0)'],
  ['area,period,value\n217,2024,\n', 'line 2, column area: The line is not used: lines without figures'],
  ['area,period,value,status\n217,2024,,\n', 'line 2, column area: The line is not used: lines without figures'],
  [
    'area,period,value,status\n217,2024,5,Q\n',
    'line 2, column value: The figure does not hold together: value: Status Q says there is no value',
  ],
  ['area,period,value,status\n217,2024,5,Z\n', 'line 2, column status: “Z” is no status'],
  [
    'area,period,value,denominator\n217,2024,5,0\n',
    'line 2, column value: The figure does not hold together: denominator',
  ],
  [
    'area,period,value,sample_size\n217,2024,5,1.5\n',
    'line 2, column value: The figure does not hold together: sampleSize',
  ],
  ['area,period,value,koen\n217,2024,5,andre\n', 'line 2, column koen: “andre” is no group of Sex.'],
  ['area,period,value,provenance\n217,2024,5,venner\n', 'line 2, column provenance: There is no provenance “venner”'],
  ['area,period,value,footnote_da\n217,2024,5,Note\n', 'line 2, column footnote_da: A footnote is needed in both'],
  ['area,period,value\n217,2024,5\n217,2024,6\n', 'line 3, column value: 2024 of the same series is in C2 already'],
  ['area,period,value,indicator\n217,2024,5,ensomhed\n', 'line 2, column indicator: The row is about “ensomhed”'],
  ['area,period,value,unit\n217,2024,5,count\n', 'line 2, column unit: The line is not used: other breakdowns: count'],
  [
    'area,period,value,demonstration\n217,2024,5,demonstration\n',
    'line 2, column demonstration: The row is an invented',
  ],
])('%j is refused, with its place and the reason', (text, problem) => {
  expect(problemsIn(text)).toEqual([expect.stringContaining(problem)])
})

test('everything that is wrong with a table is reported, not only the first', () => {
  const text = 'area,period,value,koen\n999,2024,x,andre\n217,24,101,\n217,2024,101,\n'
  expect(problemsIn(text).map((problem) => problem.split(':')[0])).toEqual([
    'line 2, column area',
    'line 3, column period',
    'line 4, column value',
  ])
})

test('a footnote that a spreadsheet would take for a formula is made a text, and read back as it was', () => {
  const row: ObservationRow = {
    series: { area: '217', categories: {} },
    observation: Observation.parse({
      period: '2024',
      value: 5,
      numerator: null,
      denominator: null,
      status: 'A',
      footnote: { da: '=1+1', en: "'=1+1" },
      sampleSize: null,
      margin: null,
      provenance: null,
    }),
  }
  const written = writeObservations([row], neet.indicator)
  expect(written).toContain("'=1+1,''=1+1")
  expect(rowsOf(written)).toEqual([row])
})

const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  // Minus zero is written 0.
  .map((value) => value + 0)
const words = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const footnote = fc.record({ da: words, en: words })
const withValue = fc.record({
  value: fc.double({ min: 0, max: 100, noNaN: true }).map((value) => value + 0),
  status: fc.constantFrom('A', 'B', 'D', 'E', 'P', 'U'),
})
const withoutValue = fc.record({ value: fc.constant(null), status: fc.constantFrom('O', 'L', 'M', 'Q') })
const row = fc
  .record({
    area: fc.constantFrom('217', '000'),
    categories: fc.constantFrom<Record<string, string>>({}, { koen: 'kvinder' }, { alder: '16-19', koen: 'maend' }),
    year: fc.integer({ min: 1990, max: 2030 }),
    measured: fc.oneof(withValue, withoutValue),
    numerator: fc.option(number),
    denominator: fc.option(fc.double({ min: 1e-300, noNaN: true, noDefaultInfinity: true })),
    footnote: fc.option(footnote),
    sampleSize: fc.option(fc.integer({ min: 1 })),
    margin: fc.option(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
    provenance: fc.option(fc.constantFrom(...delivered.provenances.map(({ slug }) => slug))),
  })
  .map(({ area, categories, year, measured, ...rest }): ObservationRow => ({
    series: { area, categories },
    observation: Observation.parse({ ...rest, ...measured, period: String(year) }),
  }))
const table = fc.uniqueArray(row, {
  selector: ({ series, observation }) => JSON.stringify([series, observation.period]),
})

test('any figures that are written are read back the same', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const written = writeObservations(rows, neet.indicator)
      const read = rowsOf(written)
      expect(new Set(read.map((entry) => JSON.stringify(entry)))).toEqual(
        new Set(rowsOf(writeObservations(rows.toReversed(), neet.indicator)).map((entry) => JSON.stringify(entry))),
      )
      expect(read).toHaveLength(rows.length)
      for (const entry of rows) expect(read).toContainEqual(entry)
      expect(writeObservations(read, neet.indicator)).toBe(written)
    }),
  )
})

test('no text whatever makes the reader fail without saying where', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'area,period;value\n\r"217.-e\t'.split('')) }), (text) => {
      const read = readObservations(`area,period,value\n${text}`, neet)
      const lines = 'problems' in read ? read.problems.map(({ line }) => line) : []
      expect(lines.filter((line) => !(line >= 1))).toEqual([])
    }),
  )
})

test.each(['standard', 'da'] as const)('a table that was downloaded (%s) can be loaded again', (dialect) => {
  const rows = delivered.observations.filter(({ indicator }) => indicator === 'elevtrivsel')
  const downloaded = tableToCsv(
    observationTable([
      {
        demonstration: false,
        indicator: 'elevtrivsel',
        unit: 'score',
        periodKind: 'school-year',
        dimensions: ['skole'],
        observations: rows.map(({ series, observation }) => ({ ...series, ...observation })),
        withheld: [],
      },
    ]),
    dialect,
  )
  expect(rowsOf(downloaded, contextOf('elevtrivsel'))).toEqual(
    rows.map(({ series, observation }) => ({ series, observation })),
  )
})
