import { isNameHeading, ownHeadings } from '@pejling/domain/intake/heading-words'
import { FiguresRead } from '@pejling/domain/intake/figures-read'
import type { LabelContext } from '@pejling/domain/intake/labels'
import type { Mapping, MappedRole } from '@pejling/domain/intake/mapping'
import { FigureFields, observationOf } from '@pejling/domain/intake/read-row'
import { TableReader } from '@pejling/domain/intake/read-table'
import { sourceText, type Dialect, type SourceRow } from '@pejling/domain/intake/source-table'
import { Observation } from '@pejling/domain/observation/observation'
import { parseSeriesKey, type Series } from '@pejling/domain/series'
import type { Text } from '@pejling/domain/text'
import { decimalMarkEvidence } from '@pejling/domain/unit/read-number'
import { csvRows, isCsvFault } from './csv-rows.ts'

/*
 * Pejling's own tables of figures, as the data folder holds them: every heading is known, so nothing is asked. Anything that is not
 * understood, or that a foreign file might pass over, is a problem.
 */

/** A figure and the series it belongs to. */
export interface ObservationRow {
  readonly series: Series
  readonly observation: Observation
}

/** Why a table cannot be read: the line of the file, its column, and what to do. */
export interface TableProblem {
  readonly line: number
  readonly column: string | null
  readonly detail: Text
}

/** Names a dimension cannot have, because a table of figures has columns of that name. */
export const reservedColumnNames: ReadonlySet<string> = new Set(Object.keys(ownHeadings))

const required = ['area', 'period', 'figures'] as const
const columnNames = { area: 'area', period: 'period', figures: 'value' } as const

/** How many names are written out in a message; the others are counted. */
const namesListed = 12

function listed(names: readonly string[]): { readonly da: string; readonly en: string } {
  const others = names.length - namesListed
  const first = names.slice(0, namesListed).join(', ')
  return others > 0 ? { da: `${first} og ${others} til`, en: `${first} and ${others} more` } : { da: first, en: first }
}

interface Header {
  readonly line: number
  readonly names: readonly string[]
  readonly roles: readonly MappedRole[]
}

/** What each column holds, by the headings. */
function readHeader({ row: line, cells }: SourceRow, { indicator }: LabelContext): Header | TableProblem[] {
  const problems: TableProblem[] = []
  const names = cells.map((cell) => sourceText(cell).normalize('NFC').toLowerCase())
  const allowed = listed([...Object.keys(ownHeadings), ...indicator.dimensions])
  const roles = names.map((name, at): MappedRole => {
    if (names.indexOf(name) !== at) {
      const da = `Kolonnen “${name}” står der to gange. Fjern den ene.`
      problems.push({
        line,
        column: name,
        detail: { da, en: `The column "${name}" stands there twice; remove one of them` },
      })
    }
    if (indicator.dimensions.includes(name)) return `dim:${name}`
    const role = Object.hasOwn(ownHeadings, name) ? ownHeadings[name] : undefined
    if (role !== undefined) return role
    if (isNameHeading(name)) return 'ignore'
    problems.push({
      line,
      column: null,
      detail: {
        da: `Der er ingen kolonne “${name}” for ${indicator.slug}. Kolonnerne er: ${allowed.da}.`,
        en: `There is no column "${name}" for ${indicator.slug}; the columns are: ${allowed.en}`,
      },
    })
    return 'ignore'
  })
  for (const role of required) {
    if (roles.includes(role)) continue
    const name = columnNames[role]
    problems.push({
      line,
      column: null,
      detail: { da: `Kolonnen “${name}” mangler. Tilføj den.`, en: `The column "${name}" is missing; add it` },
    })
  }
  return problems.length > 0 ? problems : { line, names, roles }
}

/** The decimal mark that the numbers of a table tell; `null`: none does, or they disagree. */
function decimalOf(rows: readonly SourceRow[], roles: readonly MappedRole[]): ',' | '.' | null {
  const numbers = roles.flatMap((role, column) =>
    ['figures', 'numerator', 'denominator', 'margin'].includes(role) ? [column] : [],
  )
  const told = new Set(
    rows.flatMap(({ cells }) => numbers.map((column) => decimalMarkEvidence(sourceText(cells[column])))),
  )
  if (told.has(',') === told.has('.')) return null
  return told.has(',') ? ',' : '.'
}

function mappingOf({ line, roles }: Header, rows: readonly SourceRow[], dialect: Dialect): Mapping {
  return {
    dialect,
    sheet: '',
    headingRow: line,
    headingRows: 1,
    lastRow: null,
    decimal: decimalOf(rows, roles),
    blanks: Object.fromEntries(
      roles.flatMap((role, column) => (role.startsWith('dim:') ? [[String(column), 'total' as const]] : [])),
    ),
    roles: [...roles],
    marks: {},
    labels: {},
    area: null,
    period: null,
    isOwn: true,
    factor: 1,
    fractions: 'percent',
    outlook: 'take',
    hidden: 'take',
    filters: [],
  }
}

/** Reads a table of figures of one indicator, all of it, or says everything that is wrong with it and where. */
export function readOwnTable(
  { rows: [header, ...body], dialect }: { readonly rows: readonly SourceRow[]; readonly dialect: Dialect },
  context: LabelContext,
): { readonly rows: readonly ObservationRow[] } | { readonly problems: readonly TableProblem[] } {
  if (!header) {
    return {
      problems: [
        {
          line: 1,
          column: null,
          detail: {
            da: 'Filen er tom. Den skal begynde med overskrifter.',
            en: 'The file is empty; it needs a heading line',
          },
        },
      ],
    }
  }
  const read = readHeader(header, context)
  if (!('roles' in read)) return { problems: read }
  // A figure of a year to come stands in our own tables as what its status says it is.
  const { today: _today, ...known } = context
  const reader = new TableReader(mappingOf(read, body, dialect), known)
  const first = new FiguresRead(context.indicator)
  reader.read(header)
  const taken = body.flatMap((row) => reader.read(row)).filter((figure) => first.take(figure, reader.tally))
  const columnAt = (column: number): string | null => read.names[column] ?? null
  // Names repeat what the codes say.
  const passedOver = reader.tally.passedOver().filter(({ first: { column } }) => !isNameHeading(columnAt(column) ?? ''))
  const areas = listed(context.areas.map(({ code }) => code))
  const problems: TableProblem[] = [
    ...reader.faults.map((detail) => ({ line: read.line, column: null, detail })),
    ...reader.tally.rejected.map(({ row, column, why }) => ({ line: row, column: columnAt(column), detail: why })),
    ...passedOver.map(({ what, first: place }) => ({
      line: place.row,
      column: columnAt(place.column),
      detail: what.en.startsWith('other areas')
        ? {
            da: `${what.da} er ikke områder her. Områderne er: ${areas.da}.`,
            en: `${what.en}: there is no such area; the areas are: ${areas.en}`,
          }
        : {
            da: `Linjen bruges ikke: ${what.da}. Ret den, eller fjern den.`,
            en: `The line is not used: ${what.en}; correct it or remove it`,
          },
    })),
  ]
  if (problems.length > 0) return { problems: problems.toSorted((a, b) => a.line - b.line) }
  return {
    rows: taken.map(({ series, period, fields }) => ({
      series: parseSeriesKey(series),
      observation: Observation.parse(observationOf(null, period, FigureFields.parse(fields))),
    })),
  }
}

/**
 * Reads a CSV text as {@link readOwnTable} does. Columns `area`, `period`, `value`, and as needed one for each dimension, `numerator`,
 * `denominator`, `status`, `sample_size`, `margin`, `provenance`, `footnote_da`, `footnote_en`, in any order, or their Danish headings.
 */
export function readObservations(text: string, context: LabelContext): ReturnType<typeof readOwnTable> {
  const csv = csvRows(text)
  return isCsvFault(csv)
    ? { problems: [{ line: csv.line, column: null, detail: csv.detail }] }
    : readOwnTable(csv, context)
}
