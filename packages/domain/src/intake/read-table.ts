import type { Text } from '../text.ts'
import { agesIn } from './ages-in.ts'
import { headingReader, type HeadingSaid } from './heading.ts'
import { labelReader, type LabelContext } from './labels.ts'
import { headingsOf, type MappedRole, type Mapping } from './mapping.ts'
import type { RejectedCell } from './outcome.ts'
import { periodProblem, readPeriodText } from './period-text.ts'
import { readBeside, readFigure, type FigureColumn, type ReadCell, type ReadFigure } from './read-row.ts'
import { isWordRole, RowLabels, type RowSaid } from './row-labels.ts'
import { columnLetters, sourceText, type SourceRow } from './source-table.ts'
import { filledColumns, Tally } from './tally.ts'

const both = (da: string, en: string): Text => ({ da, en })

const besideRoles: readonly MappedRole[] = [
  'numerator',
  'denominator',
  'status',
  'sampleSize',
  'margin',
  'provenance',
  'footnoteDa',
  'footnoteEn',
]

/** What is wrong with what was said of a table as a whole. */
function faultsOf({ roles, period, area }: Mapping, { indicator, areas, known }: LabelContext): Text[] {
  const places = (role: MappedRole): number => roles.filter((one) => one === role).length
  const faults: Text[] = []
  if (places('figures') === 0 && !(places('numerator') > 0 && places('denominator') > 0)) {
    faults.push(both('Sig, i hvilken kolonne tallene står.', 'Say in which column the figures stand.'))
  }
  if (places('figures') > 1 && besideRoles.some((role) => places(role) > 0)) {
    faults.push(
      both(
        'Tæller, nævner, status og fodnote hører til ét tal i rækken, men her er flere kolonner med tal.',
        'Numerator, denominator, status and footnote belong to one figure in the row, but several columns hold figures.',
      ),
    )
  }
  const { periodKind } = indicator.cadence
  if (period !== null && readPeriodText(periodKind, period, known) === null)
    faults.push(periodProblem(periodKind, period))
  if (area !== null && !areas.some(({ code }) => code === area)) {
    faults.push(both(`Der er intet område ${area}.`, `There is no area ${area}.`))
  }
  for (const role of new Set(roles)) {
    const isMany = ['ignore', 'figures', 'unclear', 'breakdown', 'area'].includes(role)
    if (isMany || places(role) <= 1) continue
    faults.push(
      both(
        `${places(role)} kolonner er sagt at være det samme (${role}). Vælg én.`,
        `${places(role)} columns are said to be the same (${role}). Choose one.`,
      ),
    )
  }
  return faults
}

/** Whether a title names a part of a place: a school, a district, a department. */
const isOfPart = (title: string): boolean =>
  title.length < 80 &&
  /\p{Lu}\p{L}*(?:skolen?|distrikt(?:et)?|bydel(?:en)?|plejehjem(?:met)?|børnehuset?|biblioteket?)(?!\p{L})/u.test(
    title,
  )

const isRejected = (read: NonNullable<ReadCell> | RowSaid): read is RejectedCell => 'why' in read

/** Reads a sheet row by row by what is known of it, and keeps account of every cell. Rows must come in their order, all of them. */
export class TableReader {
  readonly faults: readonly Text[]
  readonly tally: Tally
  private readonly mapping: Mapping
  private readonly context: LabelContext
  private readonly headingRows: SourceRow[] = []
  private readonly titles: string[] = []
  private body: {
    readonly labels: RowLabels
    readonly figures: readonly FigureColumn[]
    readonly headings: readonly string[][]
  } | null = null

  constructor(mapping: Mapping, context: LabelContext, tally = new Tally()) {
    const { periodKind } = context.indicator.cadence
    const period = mapping.period === null ? null : readPeriodText(periodKind, mapping.period, context.known)
    this.mapping = { ...mapping, period }
    this.context = context
    this.tally = tally
    this.faults = faultsOf(mapping, context)
  }

  private begin(): NonNullable<typeof this.body> {
    const { mapping, context } = this
    const labels = labelReader(context)
    const headings = headingsOf(this.headingRows, mapping.roles.length)
    const read = headingReader(labels, context)
    const columns = mapping.roles.flatMap((role, column) => (role === 'figures' ? [column] : []))
    const said = columns.map((column): HeadingSaid => read(headings[column] ?? []))
    const tellPeriod = said.some(({ told }) => told.period !== null) && !mapping.roles.includes('period')
    const figures = columns.map((column, index) => ({ column, said: said[index] ?? read([]) }))
    const counted = mapping.roles.indexOf('numerator')
    const rowLabels = new RowLabels(labels, context, mapping, headings)
    const toldOf = new Set([
      ...mapping.roles.flatMap((role) => (role.startsWith('dim:') ? [role.slice(4)] : [])),
      ...said.flatMap(({ told }) => Object.keys(told.categories)),
    ])
    const isOpen = !mapping.roles.includes('breakdown') && said.every(({ foreign }) => foreign === null)
    const ownAges = new Set([context.indicator.name.da, context.indicator.name.en].flatMap(agesIn))
    const isOfAges = (title: string): boolean => agesIn(title).some((one) => !ownAges.has(one))
    const hasAges = context.dimensions.some(
      ({ slug, categories }) => toldOf.has(slug) && categories.some(({ name }) => /\d/.test(name.da)),
    )
    for (const title of isOpen ? [...this.titles, mapping.sheet] : []) {
      const isOfGroup = labels.groupsIn(title).some(({ dimension }) => !toldOf.has(dimension))
      if (isOfGroup || (!hasAges && isOfAges(title)) || (isOfPart(title) && !mapping.roles.includes('area')))
        rowLabels.title(title)
    }
    this.body = {
      labels: rowLabels,
      headings,
      figures:
        figures.length > 0
          ? figures.map((one) => ({ ...one, isSum: tellPeriod && one.said.isTotal && one.said.told.period === null }))
          : [{ column: counted, said: read([]), isSum: false }],
    }
    return this.body
  }

  /** The figures of a row; what becomes of its other cells is kept account of. */
  read(source: SourceRow): ReadFigure[] {
    const { mapping, tally } = this
    const filled = filledColumns(source)
    const first = filled[0]
    if (first === undefined) return []
    const { row } = source
    const text = sourceText(source.cells[first])
    if (row < mapping.headingRow) {
      this.titles.push(...filled.map((column) => sourceText(source.cells[column])))
      tally.skip('above', text, { row, column: first }, filled.length)
      return []
    }
    if (row < mapping.headingRow + mapping.headingRows) {
      this.headingRows.push(source)
      tally.take(filled.length)
      return []
    }
    const body = this.body ?? this.begin()
    if (mapping.lastRow !== null && row > mapping.lastRow) {
      tally.skip('below', text, { row, column: first }, filled.length)
      return []
    }
    const overflow = filled.find((column) => column >= mapping.roles.length)
    if (overflow !== undefined) {
      tally.refuse(this.overflows(source, overflow), filled.length)
      return []
    }
    return this.readBody(source, filled, body)
  }

  private overflows(source: SourceRow, column: number): RejectedCell {
    const width = this.mapping.roles.length
    return {
      row: source.row,
      column,
      text: sourceText(source.cells[column]),
      code: 'overflow',
      why: both(
        `Rækken har flere celler, end der er overskrifter til (${width}). Er et komma i et tal taget for et skilletegn?`,
        `The row has more cells than there are headings for (${width}). Is a comma in a number taken for a separator?`,
      ),
    }
  }

  private readBody(
    source: SourceRow,
    filled: readonly number[],
    { labels, figures, headings }: NonNullable<typeof this.body>,
  ): ReadFigure[] {
    const { mapping, context, tally } = this
    const { row } = source
    const isOf = (column: number, test: (role: MappedRole) => boolean): boolean =>
      test(mapping.roles[column] ?? 'ignore')
    const isFigure = (column: number): boolean => isOf(column, (role) => role === 'figures')
    const hasBeside = filled.some((column) => isOf(column, (role) => besideRoles.includes(role)))
    const [first = 0] = filled
    if (!filled.some(isFigure) && !hasBeside) {
      const used = filled.find((column) => isOf(column, (role) => role !== 'ignore'))
      const text = sourceText(source.cells[used ?? first])
      if (filled.length === 1) labels.heading(text)
      tally.skip('notes', text, { row, column: first }, filled.length)
      return []
    }
    if (this.isRepeatedHeading(source, filled, headings)) {
      tally.skip('notes', sourceText(source.cells[first]), { row, column: first }, filled.length)
      return []
    }
    // Columns no one uses are passed over by their own names, whatever becomes of the row.
    const used = filled.filter((column) => {
      if (isOf(column, (role) => role !== 'ignore')) return true
      const name = headings[column]?.join(' ') ?? ''
      tally.skip(
        'column',
        name === '' ? columnLetters(column) : `${name} (${columnLetters(column)})`,
        { row, column },
        1,
      )
      return false
    })
    if (source.isHidden === true && mapping.hidden !== 'take') {
      if (mapping.hidden === 'skip') tally.skip('hidden', '', { row, column: first }, used.length)
      else {
        const why = both('Rækken er skjult i arket.', 'The row is hidden in the sheet.')
        tally.refuse({ row, column: first, text: sourceText(source.cells[first]), code: 'hidden', why }, used.length)
      }
      return []
    }
    if (source.refused !== undefined) {
      tally.refuse(
        { row, column: first, text: sourceText(source.cells[first]), code: 'deletion', why: source.refused },
        used.length,
      )
      return []
    }
    const said = labels.read(source)
    if ('skip' in said) {
      tally.skip(said.skip, said.name, { row, column: said.column }, used.length, said.apart)
      return []
    }
    if ('why' in said) {
      tally.refuse({ row, column: said.column, text: said.text, code: said.code, why: said.why }, used.length)
      return []
    }
    const beside = readBeside(source, mapping, context)
    if ('why' in beside) {
      tally.refuse(beside, used.length)
      return []
    }
    return this.account(
      source,
      used,
      figures.map((column) => readFigure(source, column, said.told, beside, mapping, context)),
      isFigure,
    )
  }

  /** Whether a row repeats the headings, as the next of several tables below each other does. */
  private isRepeatedHeading({ cells }: SourceRow, filled: readonly number[], headings: readonly string[][]): boolean {
    return (
      this.mapping.headingRows > 0 &&
      filled.length > 1 &&
      filled.every((column) => headings[column]?.at(-1) === sourceText(cells[column])) &&
      filled.some((column) => isWordRole(this.mapping.roles[column] ?? 'ignore'))
    )
  }

  /** Counts each cell of a row once, the words of it with the figures they belong to. */
  private account(
    source: SourceRow,
    used: readonly number[],
    cells: readonly ReadCell[],
    isFigure: (column: number) => boolean,
  ): ReadFigure[] {
    const { tally } = this
    const words = used.filter((column) => !isFigure(column)).length
    const found = cells.filter((cell) => cell !== null)
    const isOwn = (column: number): boolean => used.includes(column) && isFigure(column)
    let pending = words
    const ownCells = (column: number): number => {
      const own = isOwn(column) ? 1 : 0
      const all = own + pending
      pending = 0
      return all
    }
    const read = found.filter((cell): cell is ReadFigure => 'series' in cell)
    // The words go with what was read, else with what was refused, else with what was passed over.
    for (const cell of read) tally.take(ownCells(cell.column))
    for (const cell of found) if (isRejected(cell)) tally.refuse(cell, ownCells(cell.column))
    for (const cell of found) {
      if ('skip' in cell)
        tally.skip(cell.skip, cell.name, { row: cell.row, column: cell.column }, ownCells(cell.column))
    }
    if (pending > 0)
      tally.skip('notes', sourceText(source.cells[used[0] ?? 0]), { row: source.row, column: used[0] ?? 0 }, pending)
    return read
  }
}
