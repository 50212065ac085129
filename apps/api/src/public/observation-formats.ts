import { ObservationsDocument, type IndicatorDocument } from '@pejling/domain/release/documents'
import { z } from 'zod'
import { csvPackage } from '../exports/csv-package.ts'
import { tableToCsv, type CsvDialect } from '../exports/csv-export.ts'
import { cellCount, JsonStatDocument, writeJsonStat, type Cube } from '../formats/json-stat.ts'
import { observationCube } from '../exports/observation-cube.ts'
import { dimensionsOf, observationTable, type ObservationTable } from '../exports/observation-table.ts'
import { tableToParquet } from '../exports/parquet-export.ts'
import { observationsToSdmxCsv } from '../exports/sdmx-csv.ts'
import { withNames } from '../exports/table-names.ts'
import { observationsToXlsx, type FiguresSince, type Labelling } from '../exports/xlsx-export.ts'
import { invalidRequest } from '../http/input.ts'
import { parameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'

/** A format tables of figures are answered in. */
export type Format = z.output<typeof parameters.format>

/** Parameters that only some formats heed. */
export type FormatOption = 'dialect' | 'lang' | 'labels'

/** What a format is made from: the figures of one indicator, or of several. */
export interface Material {
  readonly documents: readonly ObservationsDocument[]
  /** The indicators, each without its figures. */
  readonly abouts: readonly IndicatorDocument[]
  readonly since: FiguresSince
  readonly dialect: CsvDialect
  readonly labelling: Labelling
  /** Where the whole table is found as JSON-stat. */
  readonly href: string
}

/** How a format is answered. */
export interface FormatKind {
  readonly name: string
  readonly contentType: string
  readonly schema: z.ZodType
  readonly make: (material: Material) => string | Buffer | Promise<Buffer>
  /** What it heeds besides what narrows the table. */
  readonly options: readonly FormatOption[]
  /** Whether it is a file that takes long to make and is packed in itself. */
  readonly isPacked: boolean
}

const bytes = z.string().meta({ description: 'The bytes of the file', format: 'binary' })

const labelled = ({ documents, abouts, labelling, dialect }: Material): ObservationTable =>
  withNames(observationTable(documents), dimensionsOf(documents), abouts, { ...labelling, first: dialect === 'da' })

/** A cube as JSON-stat. Throws a {@link Problem} where it has more cells than the format can number. */
export function cubeAsJsonStat(cube: Cube): string {
  // Its cells are numbered through, recorded or not, and JSON has no larger whole numbers.
  if (!Number.isSafeInteger(cellCount(cube))) {
    throw new Problem('not-acceptable', {
      da: 'Tallene er delt på flere måder, end JSON-stat kan nummerere. Hent dem som CSV.',
      en: 'The figures are divided in more ways than JSON-stat can number. Get them as CSV.',
    })
  }
  return writeJsonStat(cube)
}

/** Every format of tables of figures. */
export const formats: Readonly<Record<Format, FormatKind>> = {
  json: {
    name: 'JSON',
    contentType: 'application/json; charset=utf-8',
    schema: ObservationsDocument,
    make: ({ documents }) => JSON.stringify(documents[0]),
    options: [],
    isPacked: false,
  },
  csv: {
    name: 'CSV',
    contentType: 'text/csv; charset=utf-8; header=present',
    schema: z.string(),
    make: (material) => tableToCsv(labelled(material), material.dialect),
    options: ['dialect', 'labels', 'lang'],
    isPacked: false,
  },
  xlsx: {
    name: 'a workbook (XLSX)',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    schema: bytes,
    make: ({ documents, abouts, since, labelling }) => observationsToXlsx(documents, abouts, since, labelling),
    options: ['labels', 'lang'],
    isPacked: true,
  },
  'json-stat': {
    name: 'JSON-stat 2.0',
    contentType: 'application/json; charset=utf-8',
    schema: JsonStatDocument,
    make({ documents: [document], abouts: [about], since, labelling, href }) {
      if (!document || !about) throw new Error('There is no indicator to make a cube of')
      return cubeAsJsonStat(
        observationCube(document, about, { updated: since.publishedAt, locale: labelling.locale, href }),
      )
    },
    options: ['lang'],
    isPacked: false,
  },
  'sdmx-csv': {
    name: 'SDMX-CSV 2.0.0',
    contentType: 'application/vnd.sdmx.data+csv; charset=utf-8; version=2.0.0',
    schema: z.string(),
    make: ({ documents }) => documents.map((document) => observationsToSdmxCsv(document)).join(''),
    options: [],
    isPacked: false,
  },
  parquet: {
    name: 'Apache Parquet',
    contentType: 'application/vnd.apache.parquet',
    schema: bytes,
    make: (material) => tableToParquet(labelled(material)),
    options: ['labels', 'lang'],
    isPacked: true,
  },
  zip: {
    name: 'CSV with a README, its codes and its columns described (CSVW)',
    contentType: 'application/zip',
    schema: bytes,
    make: ({ documents, abouts, since, labelling }) =>
      csvPackage({ documents, abouts, since, labelling }, abouts[0]?.indicator.slug ?? 'figures'),
    options: ['labels', 'lang'],
    isPacked: true,
  },
}

/** A media type without its parameters. */
export const essence = (contentType: string): string => contentType.split(';')[0] ?? contentType

/** Content type → schema; two formats of one type are either of two schemas. */
export function contentOf(kinds: readonly FormatKind[]): Record<string, z.ZodType> {
  const content = new Map<string, z.ZodType>()
  for (const { contentType, schema } of kinds) {
    const type = essence(contentType)
    const other = content.get(type)
    content.set(type, other ? z.union([other, schema]) : schema)
  }
  return Object.fromEntries(content)
}

/** The parameters of options, by their names. */
const optionParameters = {
  dialect: parameters.dialect.optional(),
  labels: parameters.labels.optional(),
  lang: parameters.lang.optional(),
}

/** The parameters that some of these formats heed. */
export function optionsOf(kinds: readonly FormatKind[]): Partial<typeof optionParameters> {
  const heeded = new Set<string>(kinds.flatMap(({ options }) => options))
  return Object.fromEntries(Object.entries(optionParameters).filter(([name]) => heeded.has(name)))
}

/** Refuses options that the format does not heed: nothing that is asked for is ignored. */
export function refuseUnheeded(
  format: Format,
  given: { readonly [Option in FormatOption]?: string | undefined },
): void {
  const heeded = new Set<string>(formats[format].options)
  const unheeded = Object.entries(given).flatMap(([name, value]) =>
    value === undefined || heeded.has(name) ? [] : [name],
  )
  if (unheeded.length === 0) return
  throw invalidRequest(
    unheeded.map((name) => ({
      pointer: `/${name}`,
      detail: {
        da: `Formatet ${format} har ikke "${name}". Udelad det, eller vælg et andet format.`,
        en: `The format ${format} has no "${name}". Leave it out, or choose another format.`,
      },
    })),
  )
}
