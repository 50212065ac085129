import type { IndicatorDocument, ObservationsDocument } from '@pejling/domain/release/documents'
import { sharedLicence } from '@pejling/domain/source/licence'
import type { Text } from '@pejling/domain/text'
import { nameColumn } from '../formats/observation-columns.ts'
import { dimensionsOf, observationTable } from './observation-table.ts'
import { codedColumns, withNames, type Named } from './table-names.ts'
import type { FiguresSince, Labelling } from './xlsx-export.ts'

const numbers = new Set(['value', 'numerator', 'denominator', 'margin'])
const required = new Set(['indicator', 'area', 'period', 'unit', 'status'])

const columnTitles: Readonly<Record<string, string>> = {
  indicator: 'Slug of the indicator',
  area: 'Code of the area (Danmarks Statistik)',
  period: 'Period',
  value: 'The figure, in the unit; empty where there is none',
  numerator: 'What the figure counts, where it is a share',
  denominator: 'What it is a share of',
  unit: 'Unit of the figure',
  status: 'SDMX CL_OBS_STATUS',
  sample_size: 'Answers a survey rests on',
  margin: 'Half the width of the 95 % interval, in the unit',
  provenance: 'How the figure came here',
  footnote_da: 'Footnote, in Danish',
  footnote_en: 'Footnote, in English',
}

const inBoth = ({ da, en }: Text) => [
  { '@value': da, '@language': 'da' },
  { '@value': en, '@language': 'en' },
]

/** The codes a dimension may hold as a pattern, and its name. */
function dimensionColumn(name: string, named: readonly Named[]): object | null {
  const own = named.flatMap(({ dimensions }) => dimensions.filter(({ slug }) => slug === name))
  const [first] = own
  if (first === undefined) return null
  const codes = [...new Set(own.flatMap(({ categories }) => categories.map(({ slug }) => slug)))]
  return {
    'dc:description': `${first.name.en}; empty: all together`,
    datatype: { base: 'string', format: `(${codes.join('|')})` },
  }
}

function languageOf(name: string, { locale }: Labelling): object {
  const footnote = /^footnote_(\w\w)$/.exec(name)?.[1]
  if (footnote !== undefined) return { lang: footnote }
  return name.endsWith('_name') ? { lang: locale } : {}
}

function datatypeOf(name: string): string {
  if (numbers.has(name)) return 'number'
  return name === 'sample_size' ? 'integer' : 'string'
}

/** The table of figures that is described. */
export interface DescribedTable {
  readonly documents: readonly ObservationsDocument[]
  readonly abouts: readonly IndicatorDocument[]
  readonly since: FiguresSince
  readonly labelling: Labelling
  /** Where the table is found, from where its description is. */
  readonly url: string
}

/** The columns that hold codes of {@link codeNames}: those that a table of codes can be asked about. */
export function listedColumns({ documents }: Pick<DescribedTable, 'documents'>): string[] {
  return codedColumns(observationTable(documents), dimensionsOf(documents)).filter((column) => column !== 'unit')
}

/** A table after CSV on the Web. */
interface CsvwTable extends Readonly<Record<string, unknown>> {
  readonly url: string
  readonly tableSchema: { readonly columns: readonly object[]; readonly primaryKey: readonly string[] }
}

/** What describes a table of figures on the web, after CSV on the Web (W3C, tabular metadata). */
function csvTable({ documents, abouts, since, labelling, url }: DescribedTable): CsvwTable {
  const dimensions = dimensionsOf(documents)
  const { columns } = withNames(observationTable(documents), dimensions, abouts, { ...labelling, first: false })
  const coded = new Map(listedColumns({ documents }).map((column) => [nameColumn(column), column]))
  const licence = sharedLicence(abouts.flatMap(({ sources }) => sources))
  const [only, ...others] = abouts
  return {
    url,
    ...(only &&
      others.length === 0 && {
        'dc:title': inBoth(only.indicator.name),
        'dc:description': inBoth(only.indicator.definition),
      }),
    'dc:source': [
      ...new Set(abouts.flatMap(({ sources }) => sources.map(({ producer, title }) => `${producer.en}: ${title.en}`))),
    ],
    ...(licence !== null && { 'dc:license': { '@id': licence } }),
    'dc:modified': { '@value': since.publishedAt, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
    dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], delimiter: ',', header: true },
    tableSchema: {
      columns: columns.map((name) => ({
        name,
        titles: [name],
        'dc:description': coded.has(name)
          ? `What the code in ${coded.get(name)} stands for`
          : (columnTitles[name] ?? (name === 'unit_name' ? 'The unit in words' : name)),
        datatype: datatypeOf(name),
        ...dimensionColumn(name, abouts),
        ...languageOf(name, labelling),
        required: required.has(name),
      })),
      primaryKey: ['indicator', 'area', ...dimensions, 'period'],
    },
  }
}

const context = ['http://www.w3.org/ns/csvw', { '@language': 'en' }]

/** The description of a table that stands by itself. */
export const csvMetadata = (table: DescribedTable): object => ({ '@context': context, ...csvTable(table) })

/** A schema with a column that stands in no file: it says in which list a code is looked up. */
function withKeys({ tableSchema, ...table }: CsvwTable, columns: readonly string[], codes: string): object {
  return {
    ...table,
    tableSchema: {
      ...tableSchema,
      columns: [
        ...tableSchema.columns,
        ...columns.map((column) => ({ name: `${column}_list`, virtual: true, default: column, datatype: 'string' })),
      ],
      foreignKeys: columns.map((column) => ({
        columnReference: [`${column}_list`, column],
        reference: { resource: codes, columnReference: ['list', 'code'] },
      })),
    },
  }
}

const textColumn = (name: string, description: string, rest: object = {}): object => ({
  name,
  titles: [name],
  'dc:description': description,
  datatype: 'string',
  required: true,
  ...rest,
})

/** The description of a table together with that of its codes, which its columns refer to. */
export function csvMetadataWithCodes(table: DescribedTable, codes: string): object {
  return {
    '@context': context,
    tables: [
      withKeys(csvTable(table), listedColumns(table), codes),
      {
        url: codes,
        dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], delimiter: ',', header: true },
        tableSchema: {
          columns: [
            textColumn('list', 'The column the code stands in'),
            textColumn('code', 'The code'),
            textColumn('name_da', 'What it stands for, in Danish', { lang: 'da' }),
            textColumn('name_en', 'What it stands for, in English', { lang: 'en' }),
          ],
          primaryKey: ['list', 'code'],
        },
      },
    ],
  }
}
