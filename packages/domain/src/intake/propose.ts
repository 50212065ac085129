import { certainBlanks } from './blanks.ts'
import { isFigureLike, isNumeric } from './cell-kinds.ts'
import { findHeadings, type HeadingPlace } from './find-headings.ts'
import { labelReader, type LabelContext, type LabelReader } from './labels.ts'
import { headingRowsOf, headingsOf, type MappedRole, type Mapping } from './mapping.ts'
import { isWordRole } from './row-labels.ts'
import { ownRoles, RoleProposer, type ColumnSample } from './roles.ts'
import { sourceText, type SourceCell, type FileInspection, type SourceRow, type SourceSheet } from './source-table.ts'
import { meaningOf } from './status-words.ts'
import { isUnitOf, unitSaid, type UnitSaid } from './unit-words.ts'

/*
 * What a file seems to mean. Everything here is said by the file itself; what it does not say, or could say in two ways, is left open and
 * asked.
 */

/** How many rows of a sheet are read to find out what it means. */
export const rowsSampled = 20_000

/** A sheet with its first rows, as many as tell what it means. */
export interface SheetSample {
  readonly sheet: SourceSheet
  readonly rows: readonly SourceRow[]
}

/** The sheet of a workbook that holds figures; the first where several do, or none. */
export function sheetWithFigures(look: FileInspection, context: LabelContext): SourceSheet | undefined {
  const readable = look.sheets.filter(({ rows }) => rows.length > 0)
  const shown = [...readable.filter(({ isHidden }) => !isHidden), ...readable.filter(({ isHidden }) => isHidden)]
  const holds = shown.find((sheet) => {
    const { roles } = proposeFrom(look, { sheet, rows: sheet.rows }, null, context)
    return (
      roles.includes('figures') &&
      sheet.rows.some(({ cells }) => cells.some((cell, column) => roles[column] === 'figures' && isNumeric(cell)))
    )
  })
  return holds ?? shown[0] ?? look.sheets[0]
}

/** Whether a row is more than a line of words between others. */
const isLine = ({ cells }: SourceRow): boolean => cells.filter((cell) => sourceText(cell) !== '').length > 1

function samplesOf(
  { sheet, rows }: SheetSample,
  headings: readonly string[][],
  from: number,
  lastRow: number | null,
): ColumnSample[] {
  const body = rows.filter(({ row }) => row >= from && (lastRow === null || row <= lastRow))
  const lines = body.filter(isLine)
  return headings.map((words, column) => ({
    headings: words,
    cells: (lines.length > 0 ? lines : body).map(({ cells }): SourceCell => cells[column] ?? null),
    holds: sheet.columns[column]?.holds ?? null,
  }))
}

/** The lines above a table, its sheet's name, and what the file says of it. */
function titleLines({ sheet, rows }: SheetSample, headingRow: number): string[] {
  const above = rows
    .filter(({ row }) => row < headingRow)
    .flatMap(({ cells }) => cells.map(sourceText).filter((text) => text !== ''))
  const { title } = sheet.about
  return [...(title === null ? [] : [title]), ...above, sheet.name].filter((text) => text !== '')
}

const isAboutTheFile = (line: string): boolean =>
  /(?:trukket|udtrukket|opgjort|rapport|publiceret|udgivet|udarbejdet|report|published|opdateret|udskrevet|hentet|kilde|source|updated|created|dato for|genereret|statistics denmark|danmarks statistik)/i.test(
    line,
  )

function areaFrom(lines: readonly string[], labels: LabelReader, { indicator }: LabelContext): string | null {
  const named = lines.filter((line) => !isAboutTheFile(line)).flatMap(labels.placesIn)
  const codes = new Set(named.map(({ code, name }) => code ?? name))
  return codes.size === 1 && named[0]?.code === indicator.area ? indicator.area : null
}

function periodFrom(lines: readonly string[], labels: LabelReader): string | null {
  const codes = new Set(
    lines
      .filter((line) => !isAboutTheFile(line))
      .flatMap((line) => [line, ...line.split(/[\s,;:()]+/)].flatMap((part) => labels.period(part) ?? [])),
  )
  const [only] = codes
  return codes.size === 1 ? (only ?? null) : null
}

/** A part of a title that is nothing but a unit: `1.000 personer`, `indeks 2015=100`, `antal`. */
const isUnitPart = (part: string): boolean =>
  /^(?:(?:1[. ]?000|tusinde|thousands? of|mio\.?|mia\.?) ?\p{L}*\.?|antal|number|procent|percent|pct\.?|%|promille|‰|kr\.?|kroner|(?:indeks|index)\b.*|.*[=:] ?100)$/iu.test(
    part,
  )

/** What the unit lines over a table say. */
function unitFrom(lines: readonly string[], about: string | null): UnitSaid | null {
  if (about !== null) return unitSaid(about)
  const line = lines.find((one) => /^(?:enhed|måleenhed|unit)\b/i.test(one))
  if (line !== undefined) return unitSaid(line.replace(/^\p{L}+\s*:?\s*/u, ''))
  const scaled = lines.find((one) => /(?<![\d.])1[. ]000 ?kr|mio\.? ?kr|tusinde|promille|‰|t\.kr|thousand/i.test(one))
  if (scaled !== undefined) return unitSaid(scaled)
  const part = lines
    .flatMap((one) => one.split(/[,;:()]+|\s[-–]\s/))
    .map((one) => one.trim().replace(/^(?:i|in) /i, ''))
    .find(isUnitPart)
  return part === undefined ? null : unitSaid(part)
}

function factorOf(
  roles: readonly MappedRole[],
  proposer: RoleProposer,
  unit: UnitSaid | null,
  columns: readonly ColumnSample[],
  { indicator }: LabelContext,
): number | null {
  const figures = roles.flatMap((role, column) => (role === 'figures' ? [column] : []))
  const said = figures.flatMap((column) => proposer.said[column]?.unit ?? [])
  const inRows = roles.flatMap((role, column) =>
    role === 'unit'
      ? (columns[column]?.cells.map((cell) => unitSaid(sourceText(cell))) ?? []).filter((one) => one !== null)
      : [],
  )
  const all = said.length > 0 ? said : inRows.length > 0 ? [] : unit === null ? [] : [unit]
  return all.every((one) => isUnitOf(indicator.unit, one)) &&
    (inRows.length === 0 || inRows.some((one) => isUnitOf(indicator.unit, one)))
    ? 1
    : null
}

/** The texts that stand where figures are expected, in the columns said to hold them. */
export function marksIn(
  sheet: SourceSheet,
  { roles, headingRow, headingRows }: Pick<Mapping, 'roles' | 'headingRow' | 'headingRows'>,
): string[] {
  const ofFigures: ReadonlySet<MappedRole> = new Set<MappedRole>([
    'figures',
    'numerator',
    'denominator',
    'sampleSize',
    'margin',
  ])
  const texts = sheet.columns.flatMap(({ texts: found }, column) =>
    ofFigures.has(roles[column] ?? 'ignore')
      ? found.filter(({ row, text }) => row >= headingRow + headingRows && !isNumeric(text)).map(({ text }) => text)
      : [],
  )
  return [...new Set(texts)]
}

/**
 * Proposes what a sheet means for an indicator. `place` is where a person has said its headings stand; `null`: where they seem to.
 * Nothing is taken from other files: what was said of them is asked again.
 */
export function proposeFrom(
  look: FileInspection,
  sample: SheetSample,
  place: HeadingPlace | null,
  context: LabelContext,
): Mapping {
  const { sheet, rows } = sample
  const labels = labelReader(context)
  const [table, ...others] = sheet.tables
  const { headingRow, headingRows } = place ?? findHeadings(rows, labels)
  const textOf = (at: number): string =>
    rows
      .find(({ row }) => row === at)
      ?.cells.map(sourceText)
      .join('|') ?? ''
  // A table that goes on under its repeated headings is one table.
  const isOne = others.every(
    (other) => other.title.length === 0 && textOf(other.headingRow) === textOf(table?.headingRow ?? 0),
  )
  const lastRow = !isOne && table && headingRow <= table.lastRow ? table.lastRow : null
  const from = headingRow + headingRows
  const inTable = rows.filter(({ row }) => row >= headingRow && (lastRow === null || row <= lastRow))
  const heads = headingRowsOf(rows, { headingRow, headingRows })
  // What stands beyond the headings is more than the table has columns for, where most rows have as many as there are headings.
  const width = headingRows > 0 ? widthOf(heads, inTable) : Math.max(0, ...inTable.map(({ cells }) => cells.length))
  const headings = headingsOf(heads, width)
  const columns = samplesOf(sample, headings, from, lastRow)
  const own = ownRoles(columns, context)
  const proposer = new RoleProposer(columns, context, labels)
  const roles = (own ?? proposer.propose()).map((role, column): MappedRole =>
    // Figures that the sheet hides may be those of another year or an earlier version.
    role === 'figures' && sheet.hiddenColumns.includes(column) ? 'unclear' : role,
  )
  const lines = titleLines(sample, headingRow)
  const figures = sheet.columns.filter((_, column) =>
    ['figures', 'numerator', 'denominator', 'margin'].includes(roles[column] ?? ''),
  )
  const sum = (key: 'points' | 'commas'): number => figures.reduce((total, profile) => total + profile[key], 0)
  const [points, commas] = [sum('points'), sum('commas')]
  const body = rows.filter(({ row }) => row >= from && (lastRow === null || row <= lastRow))
  const blanks = own
    ? Object.fromEntries(
        roles.flatMap((role, column) => (role.startsWith('dim:') ? [[String(column), 'total' as const]] : [])),
      )
    : certainBlanks(body, roles).certain
  const marks = marksIn(sheet, { roles, headingRow, headingRows })
  return {
    dialect: look.dialect,
    sheet: sheet.name,
    headingRow,
    headingRows,
    lastRow,
    decimal: points > 0 === commas > 0 ? null : points > 0 ? '.' : ',',
    blanks,
    roles,
    marks: Object.fromEntries(
      marks.flatMap((mark) => (meaningOf(mark) === null ? [] : [[mark, meaningOf(mark) ?? 'O'] as const])),
    ),
    labels: {},
    area: areaFrom(lines, labels, context),
    period: roles.includes('period') ? null : periodFrom(lines, labels),
    isOwn: own !== null,
    factor: own ? 1 : factorOf(roles, proposer, unitFrom(lines, sheet.about.unit), columns, context),
    fractions: own ? 'percent' : null,
    outlook: own ? 'take' : null,
    hidden: null,
    filters: [],
  }
}

const lastOf = ({ cells }: SourceRow): number => cells.findLastIndex((cell) => sourceText(cell) !== '') + 1

/** How many columns a table has: as many as its headings, and those without one that hold words, as a pivot table's first may. */
function widthOf(heads: readonly SourceRow[], rows: readonly SourceRow[]): number {
  const headed = Math.max(0, ...heads.map(lastOf))
  const beyond = rows.filter((row) => lastOf(row) > headed)
  const body = rows.filter((row) => row.cells.some(isFigureLike))
  // A column without a heading that most rows have is a column; a cell too many in some of them is a fault.
  const isColumn =
    beyond.length > body.length * 0.6 &&
    !beyond.every((row) => lastOf(row) === headed + 1 && isSplitNumber(row, headed))
  return isColumn ? Math.max(...rows.map(lastOf)) : headed
}

/** Whether the last two cells of a row may be one number that a comma between columns has cut in two. */
function isSplitNumber({ cells }: SourceRow, headed: number): boolean {
  return /^-?\d+$/.test(sourceText(cells[headed - 1])) && /^\d+\s*%?$/.test(sourceText(cells[headed]))
}

/** Proposes what a file means for an indicator: which sheet, and what stands in it. */
export function proposeMapping(look: FileInspection, sample: SheetSample, context: LabelContext): Mapping {
  return proposeFrom(look, sample, null, context)
}

/** What was said of the last file of this shape and is not said by this one's own words is asked again: its columns become unclear. */
export function doubted(mapping: Mapping, remembered: Mapping | null): Mapping {
  if (remembered?.roles.length !== mapping.roles.length) return mapping
  const roles = mapping.roles.map((role, column): MappedRole => {
    const before = remembered.roles[column] ?? role
    return before === role || role === 'unclear'
      ? role
      : isWordRole(role) || role === 'figures' || role === 'ignore'
        ? 'unclear'
        : role
  })
  return { ...mapping, roles }
}

/**
 * Tells files of the same shape: the same headings in the same order, however many years are among them and whatever the file is called. A
 * text, to be compared alone.
 */
export function shapeOf(
  look: FileInspection,
  sheet: SourceSheet,
  mapping: Pick<Mapping, 'headingRow' | 'headingRows'>,
  labels: LabelReader,
): string {
  const headings = headingsOf(headingRowsOf(sheet.rows, mapping), sheet.columns.length)
  const words = headings.map((texts) =>
    texts.map((text) => (labels.period(text) === null ? text.toLowerCase().trim() : '#')).join('/'),
  )
  const withoutRuns = words.filter((word, column) => word !== '#' || words[column - 1] !== '#')
  return `${look.format} ${mapping.headingRow}+${mapping.headingRows} ${withoutRuns.join('|')}`
}
