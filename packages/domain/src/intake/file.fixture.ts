import type { Dimension } from '../dimension.ts'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { testimony } from '../unit/read-number.ts'
import type { LabelContext } from './labels.ts'
import { headingRowsOf, type Mapping } from './mapping.ts'
import { proposeMapping } from './propose.ts'
import { isRejection, rowReader } from './read-row.ts'
import { emptySheet, type SourceCell, type SourceLook, type SourceSheet } from './source-table.ts'

const text = (da: string) => ({ da, en: `${da} (en)` })

const ages: Dimension = {
  slug: 'alder',
  name: text('Alder'),
  categories: [
    { slug: '18-29', name: text('18–29 år'), code: null, parent: null },
    { slug: '30-plus', name: text('30 år og over'), code: '30+', parent: null },
  ],
}
const sexes: Dimension = {
  slug: 'koen',
  name: text('Køn'),
  categories: [
    { slug: 'kvinder', name: text('Kvinder'), code: null, parent: null },
    { slug: 'maend', name: text('Mænd'), code: null, parent: null },
  ],
}

/** An indicator of two breakdowns, and the places there are. */
export function fileContext(more: Partial<Indicator> = {}, known: readonly string[] = []): LabelContext {
  return {
    indicator: exampleIndicator({
      slug: 'deltagelse',
      name: text('Deltagelse'),
      unit: 'percent',
      limits: { lower: 0, upper: 100 },
      area: '217',
      dimensions: ['alder', 'koen'],
      cadence: { periodKind: 'year', everyYears: 1, delayMonths: 6 },
      ...more,
    }),
    areas: [
      { code: '217', name: text('Helsingør'), kind: 'municipality', parents: [] },
      { code: '101', name: text('København'), kind: 'municipality', parents: [] },
      { code: '000', name: text('Hele landet'), kind: 'country', parents: [] },
    ],
    dimensions: [ages, sexes],
    known,
  }
}

/** A sheet of these rows, looked at. */
export function sheetOf(table: readonly (readonly SourceCell[])[], name = ''): SourceSheet {
  const width = Math.max(0, ...table.map((cells) => cells.length))
  return {
    ...emptySheet(name),
    rows: table.map((cells, index) => ({ row: index + 1, cells: [...cells] })),
    columns: Array.from({ length: width }, (_, column) => {
      const texts = new Map<string, number>()
      let [points, commas] = [0, 0]
      table.forEach((cells, index) => {
        const cell = cells[column]
        if (typeof cell !== 'string' || cell === '') return
        const tells = testimony(cell)
        if (tells === '.') points += 1
        if (tells === ',') commas += 1
        if (tells === 'none' && !texts.has(cell)) texts.set(cell, index + 1)
      })
      return { texts: [...texts].map(([word, row]) => ({ text: word, row })), points, commas }
    }),
  }
}

/** What a table of one sheet seems to mean, and what is read by that. */
export function readTable(
  table: readonly (readonly SourceCell[])[],
  context: LabelContext,
  correct: (mapping: Mapping) => Mapping = (mapping) => mapping,
) {
  const sheet = sheetOf(table)
  const look: SourceLook = { format: 'xlsx', dialect: null, sheets: [sheet], large: false }
  const mapping = correct(proposeMapping(look, null, context, null))
  const reader = rowReader(mapping, headingRowsOf(sheet.rows, mapping), context)
  const read = sheet.rows.filter(({ row }) => row >= mapping.headingRow + mapping.headingRows).flatMap(reader.read)
  return {
    mapping,
    faults: reader.faults.map(({ en }) => en),
    figures: read.flatMap((one) => (isRejection(one) ? [] : [`${one.series} ${one.period} ${one.fields.value}`])),
    fields: read.flatMap((one) => (isRejection(one) ? [] : [one.fields])),
    rejected: read.flatMap((one) => (isRejection(one) ? [`${one.row}: ${one.why.en}`] : [])),
  }
}
