import { testimony } from '../unit/read-number.ts'
import { compared, labelReader, type LabelContext, type LabelReader } from './labels.ts'
import { sheetOfFigures } from './layout.ts'
import { headingRowsOf, headingsOf, type MappedRole, type Mapping, type MarkMeaning } from './mapping.ts'
import {
  cellNumber,
  emptySheet,
  isFilled,
  sourceText,
  type SourceCell,
  type SourceLook,
  type SourceRow,
  type SourceSheet,
} from './source-table.ts'
import { ownEntry } from '../record/own-entry.ts'

/*
 * What a file seems to mean. Everything here is a proposal that somebody looks at before anything is read by it; what could be
 * two things is left open.
 */

const headingWords: readonly (readonly [role: MappedRole, words: readonly string[]])[] = [
  [
    'period',
    [
      'år',
      'aar',
      'årstal',
      'periode',
      'kvartal',
      'skoleår',
      'tid',
      'dato',
      'valgdato',
      'valg',
      'year',
      'period',
      'quarter',
      'school year',
      'time',
      'date',
      'time_period',
    ],
  ],
  [
    'area',
    [
      'område',
      'omraade',
      'kommune',
      'kommunenavn',
      'kommunekode',
      'kommunenr',
      'geografi',
      'area',
      'municipality',
      'region',
      'ref_area',
    ],
  ],
  [
    'figures',
    [
      'værdi',
      'vaerdi',
      'indhold',
      'tal',
      'antal',
      'andel',
      'procent',
      'pct',
      'pct.',
      '%',
      'resultat',
      'value',
      'content',
      'share',
      'number',
      'obs_value',
    ],
  ],
  ['numerator', ['tæller', 'taeller', 'numerator']],
  ['denominator', ['nævner', 'naevner', 'denominator']],
  ['status', ['status', 'obs_status']],
  ['sampleSize', ['antal svar', 'svar', 'stikprøve', 'sample_size', 'sample size']],
  ['margin', ['usikkerhed', 'margin', 'stikprøveusikkerhed']],
  ['footnoteDa', ['fodnote', 'note', 'bemærkning', 'footnote_da', 'footnote']],
  ['footnoteEn', ['fodnote (engelsk)', 'footnote_en']],
]
const roleOfWord = new Map(headingWords.flatMap(([role, words]) => words.map((word) => [word, role] as const)))

/** What is commonly meant by a mark. `-` is a zero to some and a missing figure to others, so nothing is proposed. */
const commonMarks: Readonly<Record<string, MarkMeaning>> = {
  '..': 'O',
  '…': 'O',
  '...': 'O',
  ':': 'O',
  '.': 'M',
  x: 'Q',
  X: 'Q',
  'n/a': 'O',
  NA: 'O',
  '#N/A': 'O',
}

const filled = ({ cells }: SourceRow): number => cells.filter(isFilled).length

const isNumeric = (cell: SourceCell | undefined): boolean => {
  if (cellNumber(cell) !== null) return true
  const text = sourceText(cell).replace(/\s*%$/, '')
  return text !== '' && testimony(text.replace(/(?<=\d)[ \u00A0\u202F'’](?=\d{3}(?!\d))/g, '')) !== 'none'
}

/** The rows of headings: the first that is about as wide as the table, and those below it that hold only words. */
function findHeadings(rows: readonly SourceRow[], labels: LabelReader): Pick<Mapping, 'headingRow' | 'headingRows'> {
  const widths = rows.map(filled).sort((a, b) => b - a)
  // The few widest may be the exception.
  const usual = widths[Math.floor(widths.length / 4)] ?? 1
  const at = rows.findIndex((row) => filled(row) >= Math.max(Math.min(2, usual), usual * 0.6))
  const first = rows[at === -1 ? 0 : at]
  if (!first) return { headingRow: 1, headingRows: 1 }
  const isFigure = (cell: SourceCell | undefined): boolean =>
    isNumeric(cell) && labels.period(sourceText(cell)) === null
  let count = 1
  for (const below of rows.slice(at + 1, at + 4)) {
    const isOfWords = below.cells.every((cell) => !isFigure(cell) && !Object.hasOwn(commonMarks, sourceText(cell)))
    const isNextFigures = rows.some(({ row, cells }) => row === below.row + 1 && cells.some(isFigure))
    // Only under a heading that leaves something open can there be another.
    const isOpen =
      first.cells.length === 0 ||
      filled(first) < Math.max(...rows.map(filled)) ||
      first.cells.some((cell) => !isFilled(cell))
    if (!isOfWords || !isNextFigures || !isOpen || below.row !== first.row + count) break
    count += 1
  }
  return { headingRow: first.row, headingRows: count }
}

/** The cells of a column below the headings, as far as they are known. */
function bodyOf(sheet: SourceSheet, column: number, from: number): SourceCell[] {
  return sheet.rows.filter(({ row }) => row >= from).map(({ cells }) => cells[column] ?? null)
}

function roleByContent(
  cells: readonly SourceCell[],
  labels: LabelReader,
  dimensions: readonly string[],
): MappedRole | null {
  const texts = cells.map(sourceText).filter((text) => text !== '')
  if (texts.length === 0) return null
  const mostly = (test: (text: string) => boolean): boolean => texts.filter(test).length >= texts.length * 0.6
  if (mostly((text) => labels.period(text) !== null)) return 'period'
  for (const slug of dimensions) {
    // A word for everybody alone is no group.
    if (
      mostly((text) => labels.category(slug, text) !== undefined) &&
      texts.some((text) => labels.category(slug, text))
    )
      return `dim:${slug}`
  }
  return mostly((text) => labels.area(text) !== null) ? 'area' : null
}

function proposeRoles(
  sheet: SourceSheet,
  headings: readonly (readonly string[])[],
  from: number,
  context: LabelContext,
  labels: LabelReader,
): MappedRole[] {
  const { indicator, dimensions } = context
  const own = dimensions.filter(({ slug }) => indicator.dimensions.includes(slug))
  const ofDimension = new Map(
    own.flatMap(({ slug, name }) => [slug, name.da, name.en].map((word) => [compared(word), slug] as const)),
  )
  const names = new Set([indicator.slug, indicator.name.da, indicator.name.en].map(compared))
  const taken = new Set<MappedRole>()
  const take = (role: MappedRole | null): MappedRole => {
    if (role === null || role === 'ignore') return 'ignore'
    if (role !== 'figures' && taken.has(role)) return 'ignore'
    taken.add(role)
    return role
  }
  const bodies = headings.map((_, column) => bodyOf(sheet, column, from))
  const byWord = headings.map((words, column): MappedRole | null => {
    for (const word of words.map(compared)) {
      const dimension = ofDimension.get(word)
      if (dimension !== undefined) return `dim:${dimension}`
      if (names.has(word)) return 'figures'
      const role = roleOfWord.get(word)
      if (role !== undefined) return role
    }
    // Whatever stands below a period, it is what figures stand in; other words may be over a column of words.
    if (words.some((word) => labels.period(word) !== null)) return 'figures'
    const isOfFigures = (bodies[column] ?? []).some(
      (cell) => isNumeric(cell) || Object.hasOwn(commonMarks, sourceText(cell)),
    )
    return isOfFigures && words.some((word) => labels.any(word) !== null) ? 'figures' : null
  })
  for (const role of byWord) if (role !== null && role !== 'figures') taken.add(role)
  const first = new Set<MappedRole>()
  const roles = byWord.map((role, column): MappedRole => {
    if (role === null) {
      return take(
        roleByContent(
          bodies[column] ?? [],
          labels,
          own.map(({ slug }) => slug),
        ),
      )
    }
    if (role !== 'figures' && first.has(role)) return 'ignore'
    first.add(role)
    return role
  })
  if (roles.includes('figures')) return roles
  const open = roles.flatMap((role, column) =>
    role === 'ignore' && (bodies[column] ?? []).some(isNumeric) ? [column] : [],
  )
  // One column of numbers that nothing else explains is the figures; of two nobody knows.
  return open.length === 1 ? roles.map((role, column) => (column === open[0] ? 'figures' : role)) : roles
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
 * Proposes what a file means for an indicator. `remembered` is what was said of the last file of this shape; where its columns
 * are there again, they mean the same.
 */
export function proposeMapping(
  look: SourceLook,
  chosen: string | null,
  context: LabelContext,
  remembered: Mapping | null,
): Mapping {
  const named = (name: string | null | undefined): SourceSheet | undefined =>
    look.sheets.find((one) => one.name === name)
  const sheet =
    named(chosen ?? remembered?.sheet) ??
    named(sheetOfFigures(look)) ??
    look.sheets.find(({ rows }) => rows.length > 0) ??
    look.sheets[0]
  const rows = sheet?.rows ?? []
  const labels = labelReader(context)
  const place = remembered ?? findHeadings(rows, labels)
  return proposeFrom(look, sheet ?? emptySheet(''), place, context, remembered)
}

/** Whether a column says what the figures of its row are of. */
const isLabel = (role: MappedRole): boolean => role === 'period' || role === 'area' || role.startsWith('dim:')

/** Proposes what the columns of a sheet mean, where somebody has said which rows are its headings. */
export function proposeFrom(
  look: SourceLook,
  sheet: SourceSheet,
  { headingRow, headingRows }: Pick<Mapping, 'headingRow' | 'headingRows'>,
  context: LabelContext,
  remembered: Mapping | null,
): Mapping {
  const labels = labelReader(context)
  const from = headingRow + headingRows
  const headings = headingsOf(headingRowsOf(sheet.rows, { headingRow, headingRows }), sheet.columns.length)
  const roles =
    remembered?.roles.length === sheet.columns.length
      ? [...remembered.roles]
      : proposeRoles(sheet, headings, from, context, labels)
  const ofFigures = sheet.columns.filter((_, column) => roles[column] === 'figures' || roles[column] === 'numerator')
  const sum = (key: 'points' | 'commas'): number => ofFigures.reduce((total, profile) => total + profile[key], 0)
  const [points, commas] = [sum('points'), sum('commas')]
  const told = points > 0 === commas > 0 ? null : points > 0 ? '.' : ','
  const decimal = told ?? remembered?.decimal ?? null
  const hasGaps = roles.some((role, column) => {
    if (!isLabel(role)) return false
    const [top, ...below] = bodyOf(sheet, column, from)
    return (
      isFilled(top) && below.some((cell, index) => sourceText(cell) === '' && isOfTable(sheet, roles, from, index + 1))
    )
  })
  const marks = marksIn(sheet, { roles, headingRow, headingRows })
  return {
    dialect: look.dialect,
    sheet: sheet.name,
    headingRow,
    headingRows,
    decimal,
    fillDown: remembered?.fillDown ?? hasGaps,
    roles,
    marks: Object.fromEntries(
      marks.flatMap((mark) => {
        const meaning = (remembered && ownEntry(remembered.marks, mark)) ?? ownEntry(commonMarks, mark)
        return meaning === undefined ? [] : [[mark, meaning] as const]
      }),
    ),
    area: remembered?.area ?? context.indicator.area,
  }
}

/** Whether the nth row below the headings holds a figure. */
function isOfTable(sheet: SourceSheet, roles: readonly MappedRole[], from: number, index: number): boolean {
  const row = sheet.rows.filter((one) => one.row >= from)[index]
  return row?.cells.some((cell, column) => roles[column] === 'figures' && isFilled(cell)) ?? false
}

/**
 * Tells files of the same shape: the same headings in the same order, however many years are among them and whatever the file is called. A
 * text, to be compared alone.
 */
export function shapeOf(
  look: SourceLook,
  sheet: SourceSheet,
  mapping: Pick<Mapping, 'headingRow' | 'headingRows'>,
  labels: LabelReader,
): string {
  const headings = headingsOf(headingRowsOf(sheet.rows, mapping), sheet.columns.length)
  const words = headings.map((texts) =>
    texts.map((text) => (labels.period(text) === null ? compared(text) : '#')).join('/'),
  )
  const withoutRuns = words.filter((word, column) => word !== '#' || words[column - 1] !== '#')
  return `${look.format} ${mapping.headingRow}+${mapping.headingRows} ${withoutRuns.join('|')}`
}
