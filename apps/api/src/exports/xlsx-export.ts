import type { IndicatorDocument, ObservationsDocument } from '@pejling/domain/release/documents'
import type { Release } from '@pejling/domain/release/release'
import { inventedFigures } from '@pejling/domain/release/invented'
import { statusWords } from '@pejling/domain/sentence/verdict-words'
import type { Cell } from 'hucre/xlsx'
import { observationTable } from './observation-table.ts'
import { numberFormat, writeWorkbook } from './write-workbook.ts'

const bold = { style: { font: { bold: true } } }

/**
 * An indicator's figures as a workbook: the table with numbers as numbers, what the indicator is in both languages, and what
 * the marks and notes mean. The first sheet has the same headings as the CSV, so that it can be read in again.
 */
export function observationsToXlsx(
  document: ObservationsDocument,
  { indicator, sources, goals }: IndicatorDocument,
  release: Pick<Release, 'number' | 'publishedAt'>,
): Promise<Buffer> {
  const { columns, rows } = observationTable(document)
  const cells = new Map<string, Partial<Cell>>(columns.map((_, at) => [`0,${at}`, bold]))
  const value = columns.indexOf('value')
  for (const row of rows.keys()) {
    cells.set(`${row + 1},${value}`, { style: { numFmt: numberFormat(indicator.decimals) } })
  }
  const about: (string | number | null)[][] = [
    ['indicator', indicator.slug, indicator.slug],
    ['name', indicator.name.da, indicator.name.en],
    ['definition', indicator.definition.da, indicator.definition.en],
    ['numerator', indicator.numerator?.da ?? null, indicator.numerator?.en ?? null],
    ['denominator', indicator.denominator?.da ?? null, indicator.denominator?.en ?? null],
    ['unit', indicator.unit, indicator.unit],
    ...goals.map(({ number, text }) => [`goal ${number}`, text.da, text.en]),
    ...sources.flatMap(({ producer, title, table, url, licence }) => [
      ['source', `${producer.da}: ${title.da}`, `${producer.en}: ${title.en}`],
      ['source table', table, table],
      ['source address', url, url],
      ['licence', licence?.name.da ?? null, licence?.name.en ?? null],
    ]),
    ['release', release.number, release.number],
    ['published', release.publishedAt, release.publishedAt],
    ...(document.demonstration ? [['demonstration', inventedFigures.da, inventedFigures.en]] : []),
  ]
  const used = [...new Set(document.observations.map(({ status }) => status))]
  const notes: (string | null)[][] = [
    ...used.map((status) => [`status ${status}`, statusWords[status].words.da, statusWords[status].words.en]),
    ...indicator.caveats.map(({ da, en }) => ['reservation', da, en]),
    ...indicator.breaks.map(({ period, reason }) => [`break ${period}`, reason.da, reason.en]),
  ]
  const described = {
    columns: [{ width: 18 }, { width: 80 }, { width: 80 }],
    cells: new Map([
      ['0,0', bold],
      ['0,1', bold],
      ['0,2', bold],
    ]),
  }
  return writeWorkbook({
    // Else it would be another file each time it is made.
    properties: { title: indicator.name.da, creator: 'Pejling', modified: new Date(release.publishedAt) },
    sheets: [
      {
        name: 'data',
        columns: columns.map((column) => ({ width: Math.max(12, column.length + 2) })),
        rows: [[...columns], ...rows.map((row) => [...row])],
        cells,
        freezePane: { rows: 1 },
      },
      { name: 'metadata', ...described, rows: [['', 'dansk', 'English'], ...about] },
      { name: 'notes', ...described, rows: [['', 'dansk', 'English'], ...notes] },
    ],
  })
}
