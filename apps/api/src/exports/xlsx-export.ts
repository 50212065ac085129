import type { IndicatorDocument, ObservationsDocument } from '@pejling/domain/release/documents'
import { inventedFigures } from '@pejling/domain/release/invented'
import { statusWords } from '@pejling/domain/sentence/verdict-words'
import type { Locale } from '@pejling/domain/text'
import { numberFormat, writeWorkbook } from './write-workbook.ts'
import { dimensionsOf, observationTable } from './observation-table.ts'
import { withNames, type Labels } from './table-names.ts'
import { codesSheet, tableSheet, textSheet } from './workbook-parts.ts'

/** Since which release figures are as they are, and when that was published. */
export interface FiguresSince {
  readonly number: number
  readonly publishedAt: string
}

/** Whether codes, names or both stand in the first sheet, and in which language the names. */
export interface Labelling {
  readonly labels: Labels
  readonly locale: Locale
}

const languages = ['', 'dansk', 'English']

function aboutRows({ indicator, sources, goals }: IndicatorDocument): (string | number | null)[][] {
  return [
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
  ]
}

/**
 * Figures as a workbook: the table with numbers as numbers, what the indicators are in both languages, what the codes, the marks
 * and the notes mean. The first sheet has the same headings as the CSV, so that it can be read in again. The same figures make
 * the same bytes, whichever release they are asked of.
 */
export async function observationsToXlsx(
  documents: readonly ObservationsDocument[],
  abouts: readonly IndicatorDocument[],
  since: FiguresSince,
  labelling: Labelling,
): Promise<Buffer> {
  const table = observationTable(documents)
  const shown = withNames(table, dimensionsOf(documents), abouts, { ...labelling, first: false })
  const isInvented = documents.some(({ demonstration }) => demonstration)
  const decimals = new Set(abouts.map(({ indicator }) => indicator.decimals))
  const [only] = decimals
  const about = [
    ...abouts.flatMap(aboutRows),
    ['figures as in release', since.number, since.number],
    ['published', since.publishedAt, since.publishedAt],
    ...(isInvented ? [['demonstration', inventedFigures.da, inventedFigures.en]] : []),
  ]
  const used = [...new Set(documents.flatMap(({ observations }) => observations.map(({ status }) => status)))]
  const notes = [
    ...used.map((status) => [`status ${status}`, statusWords[status].words.da, statusWords[status].words.en]),
    ...abouts.flatMap(({ indicator: { caveats, breaks } }) => [
      ...caveats.map(({ da, en }) => ['reservation', da, en]),
      ...breaks.map(({ period, reason }) => [`break ${period}`, reason.da, reason.en]),
    ]),
  ]
  const title = abouts.length === 1 ? (abouts[0]?.indicator.name.da ?? '') : 'Pejling'
  return writeWorkbook({
    // Else it would be another file each time it is made.
    properties: { title, creator: 'Pejling', modified: new Date(since.publishedAt) },
    sheets: [
      tableSheet(shown, decimals.size === 1 && only !== undefined ? numberFormat(only) : null),
      textSheet('metadata', languages, about),
      textSheet('notes', languages, notes),
      codesSheet(table, abouts),
    ],
  })
}
