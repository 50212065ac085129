import type { TableDescription, TableValue, TableVariable } from '@pejling/domain/connection/connection'
import type { FetchedCell } from '@pejling/domain/connection/places'
import { joinedThousands } from '@pejling/domain/intake/figure-text'
import { sourceText, type Delimiter } from '@pejling/domain/intake/source-table'
import { isOpenMark, meaningOf } from '@pejling/domain/intake/status-words'
import { parseNumber, decimalMarkEvidence, type DecimalMark } from '@pejling/domain/unit/read-number'
import { csvRows, isCsvFault } from '../csv-rows.ts'
import { SourceError, type OutsideSource } from './outside-source.ts'
import { requestText, type SourceConnection } from './source-connection.ts'
import type { SourceKind } from './source-kind.ts'

/*
 * Tables that lie as CSV files below an address of the municipality's own choosing: a line for each figure, a column for each
 * thing that tells what the figure is of, and one column with the figures.
 */

const isPeriodColumn = (name: string): boolean =>
  /^(?:tid|år|periode|kvartal|skoleår|time|year|period)$/iu.test(name.trim())
const isFigureColumn = (name: string): boolean => /^(?:indhold|værdi|vaerdi|tal|value|obs_value)$/iu.test(name.trim())

/** A file as it was read: its columns without that of the figures, and its lines. */
interface Read {
  readonly columns: readonly { readonly name: string; readonly at: number }[]
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[]; readonly figure: string }[]
  readonly delimiter: Delimiter
  readonly figures: string
}

const problem = (table: string, da: string, en: string): SourceError =>
  new SourceError({ da: `${table}: ${da}`, en: `${table}: ${en}` })

function read(table: string, text: string): Read {
  if (text.includes('\uFFFD'))
    throw problem(
      table,
      'Filen er ikke i UTF-8. Gem den som CSV UTF-8.',
      'The file is not in UTF-8. Save it as CSV UTF-8.',
    )
  const csv = csvRows(text)
  if (isCsvFault(csv)) {
    throw problem(table, `Linje ${csv.line}: ${csv.detail.da}`, `Line ${csv.line}: ${csv.detail.en}`)
  }
  const [header, ...body] = csv.rows
  const names = header?.cells.map(sourceText) ?? []
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw problem(table, `To kolonner hedder "${twice}".`, `Two columns are called "${twice}".`)
  const named = names.findIndex(isFigureColumn)
  // A column of periods is never that of the figures, wherever it stands.
  const figure = named === -1 ? names.findLastIndex((name) => !isPeriodColumn(name)) : named
  if (names.length < 2 || !names.some(isPeriodColumn)) {
    throw problem(
      table,
      `Ingen kolonne hedder tid, år eller periode; filen har ${names.join(', ')}. En linje skal være ét tal, med en kolonne for perioden og en for tallet.`,
      `No column is called time, year or period; the file has ${names.join(', ')}. A line has to be one figure, with a column for the period and one for the figure.`,
    )
  }
  return {
    columns: names.flatMap((name, at) => (at === figure ? [] : [{ name, at }])),
    lines: body.map(({ row, cells }) => ({
      line: row,
      cells: cells.map(sourceText),
      figure: sourceText(cells[figure]),
    })),
    delimiter: csv.dialect.delimiter,
    figures: names[figure] ?? '',
  }
}

/** What stands for an empty cell among the values of a column: something that can be chosen, and no cell says. */
function emptyCode(values: ReadonlySet<string>): string {
  let code = '(tom)'
  while (values.has(code)) code = `(${code})`
  return code
}

/** The values of a column by its cells. An empty one is a value like others: often it is all groups together. */
function valuesOf({ lines }: Read, at: number): ReadonlyMap<string, TableValue> {
  const written = new Set(lines.map(({ cells }) => cells[at] ?? ''))
  const empty = { code: emptyCode(written), name: '(tom / empty)' }
  return new Map([...written].map((cell) => [cell, cell === '' ? empty : { code: cell, name: cell }]))
}

function variableOf(file: Read, { name, at }: Read['columns'][number]): TableVariable {
  const values = valuesOf(file, at)
  const isTime = isPeriodColumn(name)
  return {
    code: name,
    name,
    isTime,
    // No one adds the lines of a file together unless they are told to.
    mayBeLeftOut: values.size === 1,
    // No period is none to choose.
    values: [...values].flatMap(([cell, value]) => (isTime && cell === '' ? [] : [value])),
  }
}

/** The marks that stand in place of a figure, as Danmarks Statistik writes them. */
const isMark = (text: string): boolean => text === '' || isOpenMark(text) || meaningOf(text) !== null

/** The decimal mark that the figures of a file tell, or else the one that goes with its delimiter. */
function markOf(figures: readonly string[], delimiter: Delimiter): DecimalMark {
  const told = new Set(figures.map((figure) => decimalMarkEvidence(joinedThousands(figure))))
  if (told.has(',') !== told.has('.')) return told.has(',') ? ',' : '.'
  return delimiter === ';' ? ',' : '.'
}

function cellsOf(table: string, file: Read): FetchedCell[] {
  const { lines, delimiter, figures } = file
  const columns = file.columns.map(({ name, at }) => ({ name, at, values: valuesOf(file, at) }))
  const written = lines.filter(({ figure }) => !isMark(figure))
  const mark = markOf(
    written.map(({ figure }) => figure),
    delimiter,
  )
  const unread = written.find(({ figure }) => {
    const told = decimalMarkEvidence(joinedThousands(figure))
    // A number that could be two is read by the usual mark only if it has that one.
    return parseNumber(joinedThousands(figure), mark) === null || (told === 'two' && !figure.includes(mark))
  })
  if (unread) {
    throw problem(
      table,
      `Linje ${unread.line}: “${unread.figure}” i kolonnen ${figures} kan ikke læses entydigt. Skriv alle tal uden enhed og på samme måde, som 70,5.`,
      `Line ${unread.line}: "${unread.figure}" in the column ${figures} cannot be read in one way only. Write all numbers without a unit and alike, such as 70.5.`,
    )
  }
  const seen = new Map<string, number>()
  return lines.map(({ line, cells, figure }) => {
    const key = JSON.stringify(columns.map(({ at }) => cells[at] ?? ''))
    const before = seen.get(key)
    if (before !== undefined) {
      throw problem(
        table,
        `Linje ${before} og ${line} er to tal om det samme.`,
        `Lines ${before} and ${line} are two figures of the same.`,
      )
    }
    seen.set(key, line)
    const value = isMark(figure) ? null : parseNumber(joinedThousands(figure), mark)
    const told = columns.flatMap(({ name, at, values }) => {
      const one = values.get(cells[at] ?? '')
      return one ? [[name, one] as const] : []
    })
    return { at: Object.fromEntries(told), value, mark: value === null ? figure.toLowerCase() : null }
  })
}

function openCsvAddress(reach: SourceConnection): OutsideSource {
  // What was read for a description is what its cells are taken from.
  const files = new WeakMap<TableDescription, Read>()
  const fileAt = async (table: string): Promise<Read> => read(table, await requestText(reach, table, null))
  const describe = async (table: string): Promise<TableDescription> => {
    const file = await fileAt(table)
    const variables = file.columns.map((column) => variableOf(file, column))
    const description = { table, name: table, unit: file.figures, updated: '', variables }
    files.set(description, file)
    return description
  }
  return {
    name: { da: `CSV-filer under ${reach.base}`, en: `CSV files below ${reach.base}` },
    hint: {
      da: `Skriv, hvor filen ligger under ${reach.base}, som 2026/folketal.csv.`,
      en: `Write where the file lies below ${reach.base}, such as 2026/population.csv.`,
    },
    tables: async (words) => {
      const { table, variables } = await describe(words.trim())
      const periods =
        variables
          .find(({ isTime }) => isTime)
          ?.values.map(({ code }) => code)
          .toSorted() ?? []
      const names = variables.map(({ name }) => name).join(', ')
      return [{ table, name: names, updated: '', from: periods[0] ?? '', to: periods.at(-1) ?? '' }]
    },
    describe,
    cells: async (_selections, description) =>
      cellsOf(description.table, files.get(description) ?? (await fileAt(description.table))),
    pageOf: (table) => new URL(table, `${reach.base}/`).href,
  }
}

/** CSV files below an address. */
export const csvAddress: SourceKind = {
  name: 'csv',
  setting: 'PEJLING_CSV_URL',
  usualUrl: null,
  open: openCsvAddress,
}
