import type { Dimension } from '../dimension.ts'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { decimalMarkEvidence } from '../unit/read-number.ts'
import type { LabelContext } from './labels.ts'
import type { Mapping } from './mapping.ts'
import { ImportQuestion, RefusalGroup, SkippedGroup } from './outcome.ts'
import { FiguresRead } from './figures-read.ts'
import { proposeMapping } from './propose.ts'
import { questionsOf } from './questions.ts'
import { writtenFigure } from './read-row.ts'
import { TableReader } from './read-table.ts'
import { emptySheet, type SourceCell, type FileInspection, type SourceSheet } from './source-table.ts'
import { cellName } from './tally.ts'

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
      { code: '084', name: text('Region Hovedstaden'), kind: 'region', parents: [] },
      { code: '000', name: text('Hele landet'), kind: 'country', parents: [] },
    ],
    dimensions: [ages, sexes],
    known,
    today: '2026-11-30',
  }
}

/** A count of people, by sex and age. */
export const countContext = (): LabelContext =>
  fileContext({
    unit: 'count',
    decimals: 0,
    limits: { lower: 0, upper: null },
    noun: { one: { da: 'borger', en: 'resident' }, other: { da: 'borgere', en: 'residents' } },
  })

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
        const tells = decimalMarkEvidence(cell)
        if (tells === '.') points += 1
        if (tells === ',') commas += 1
        if (tells === 'none' && !texts.has(cell)) texts.set(cell, index + 1)
      })
      return { texts: [...texts].map(([word, row]) => ({ text: word, row })), points, commas }
    }),
  }
}

/** What a table of one sheet seems to mean, what is read by that, and what is asked. */
export function readTable(
  table: readonly (readonly SourceCell[])[],
  context: LabelContext,
  correct: (mapping: Mapping) => Mapping = (mapping) => mapping,
  more: { readonly name?: string; readonly remembered?: Mapping } = {},
) {
  const sheet = sheetOf(table, more.name)
  const look: FileInspection = { format: 'xlsx', dialect: null, sheets: [sheet], large: false }
  const mapping = correct(proposeMapping(look, { sheet, rows: sheet.rows }, context))
  const reader = new TableReader(mapping, context)
  const figures = new FiguresRead(context.indicator)
  const taken = reader.faults.length > 0 ? [] : sheet.rows.flatMap((row) => reader.read(row))
  const read = taken.filter((figure) => figures.take(figure, reader.tally))
  const { tally } = reader
  const questions = questionsOf({
    mapping,
    rows: sheet.rows,
    context,
    tally,
    areFractions: figures.areFractions,
    remembered: more.remembered ?? null,
  })
  const written = ({ fields }: (typeof read)[number]): string =>
    writtenFigure({ value: fields.value, status: fields.status ?? 'A' }).en
  return {
    mapping,
    faults: reader.faults.map(({ en }) => en),
    figures: read.map((one) => `${one.series} ${one.period} ${written(one)}`),
    fields: read.map(({ fields }) => fields),
    refused: tally.rejected.map((cell) => `${cellName(cell)} ${cell.code}: ${cell.why.en}`),
    codes: tally
      .groups()
      .map((group) => RefusalGroup.parse(group))
      .map(({ code, count }) => `${code} ${count}`),
    skipped: tally.passedOver().map((group) => SkippedGroup.parse(group).what.en),
    fates: tally.fates(),
    asked: questions.map((question) => ImportQuestion.parse(question).id),
    questions,
  }
}
