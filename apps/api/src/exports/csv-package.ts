import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { statusWords } from '@pejling/domain/sentence/verdict-words'
import type { Locale } from '@pejling/domain/text'
import { stringify } from 'csv-stringify/sync'
import JSZip from 'jszip'
import { toCellText } from '@pejling/domain/intake/cell-text'
import { csvMetadataWithCodes, listedColumns, type DescribedTable } from './csv-description.ts'
import { tableToCsv } from './csv-export.ts'
import { dimensionsOf, observationTable } from './observation-table.ts'
import { codeNames, withNames, type Named } from './table-names.ts'

function aboutIndicator({ indicator, sources }: IndicatorDocument, locale: Locale): string[] {
  return [
    `${indicator.name[locale]} (${indicator.slug})`,
    '',
    indicator.definition[locale],
    '',
    ...sources.map(({ producer, title, url, licence }) =>
      [`${producer[locale]}: ${title[locale]}`, url, licence?.name[locale]].filter(Boolean).join(', '),
    ),
    ...indicator.breaks.map(({ period, reason }) => `${period}  ${reason[locale]}`),
    ...indicator.caveats.map((caveat) => `* ${caveat[locale]}`),
    '',
  ]
}

function readme({ documents, abouts, since }: DescribedTable, name: string): string {
  const used = [...new Set(documents.flatMap(({ observations }) => observations.map(({ status }) => status)))]
  const part = (locale: Locale): string[] => [
    ...used.map((status) => `${status}  ${statusWords[status].words[locale]}`),
    '',
    ...abouts.flatMap((about) => aboutIndicator(about, locale)),
  ]
  return [
    ...(documents.some(({ demonstration }) => demonstration) ? ['OPFUNDNE TAL / INVENTED FIGURES', ''] : []),
    `${name}.csv                 tal / figures (UTF-8, RFC 4180)`,
    `codes.csv                   hvad koderne betyder / what the codes stand for`,
    `${name}.csv-metadata.json   kolonner / columns (CSVW)`,
    `tal som i udgivelse / figures as in release ${since.number}, ${since.publishedAt}`,
    '',
    '— dansk —',
    '',
    ...part('da'),
    '— English —',
    '',
    ...part('en'),
  ].join('\r\n')
}

/** What each code that may stand in a table stands for, as a table of its own. */
export function codesCsv(named: readonly Named[], columns: readonly string[]): string {
  const listed = new Set(columns)
  const rows = codeNames(named)
    .filter(({ column }) => listed.has(column))
    .map(({ column, code, name }) => [column, code, toCellText(name.da), toCellText(name.en)])
  return stringify([['list', 'code', 'name_da', 'name_en'], ...rows], { record_delimiter: 'windows' })
}

/**
 * Figures with what is needed to understand them without this site: the table, what its codes stand for, a description of the
 * columns of both, and a text to read first. The same figures make the same bytes, whichever release they are asked of.
 */
export async function csvPackage(table: Omit<DescribedTable, 'url'>, name: string): Promise<Buffer> {
  const { documents, abouts, since, labelling } = table
  const described = { ...table, url: `${name}.csv` }
  const csv = withNames(observationTable(documents), dimensionsOf(documents), abouts, { ...labelling, first: false })
  const zip = new JSZip()
  const date = new Date(since.publishedAt)
  zip.file('README.txt', `\uFEFF${readme(described, name)}`, { date })
  zip.file(`${name}.csv`, tableToCsv(csv, 'standard'), { date })
  zip.file('codes.csv', codesCsv(abouts, listedColumns(table)), { date })
  const metadata = JSON.stringify(csvMetadataWithCodes(described, 'codes.csv'), null, 2)
  zip.file(`${name}.csv-metadata.json`, metadata, { date })
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}
