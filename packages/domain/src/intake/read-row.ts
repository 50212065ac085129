import { z } from 'zod'
import { beyondLimits, writeNumber } from './cell.ts'
import { Observation, ObservationStatus } from '../observation/observation.ts'
import { periodExample } from '../period/period.ts'
import { seriesKey } from '../series.ts'
import { Text } from '../text.ts'
import { parseNumber, testimony } from '../unit/read-number.ts'
import { shareScale } from '../unit/unit.ts'
import { compared, labelReader, type Label, type LabelContext } from './labels.ts'
import { headingsOf, type Mapping, type MappedRole } from './mapping.ts'
import { cellNumber, sourceText, type SourceCell, type SourceRow } from './source-table.ts'
import { ownEntry } from '../record/own-entry.ts'

/** What a file says of a figure; what it says nothing of is not there. */
export const FigureFields = z.strictObject({
  value: z.number().nullable(),
  status: ObservationStatus.optional(),
  numerator: z.number().nullable().optional(),
  denominator: z.number().nullable().optional(),
  sampleSize: z.number().nullable().optional(),
  margin: z.number().nullable().optional(),
  footnote: Text.nullable().optional(),
})
export type FigureFields = z.infer<typeof FigureFields>

/** Where something stands in a sheet; columns are counted from 0. */
export interface SourcePlace {
  readonly row: number
  readonly column: number
}

/** A figure of a file. */
export interface ReadFigure extends SourcePlace {
  readonly series: string
  readonly period: string
  readonly fields: FigureFields
}

/** A cell that cannot be taken, and why. */
export interface Rejection extends SourcePlace {
  readonly text: string
  readonly why: Text
}

export const isRejection = (read: ReadFigure | Rejection): read is Rejection => 'why' in read

const both = (da: string, en: string): Text => ({ da, en })

/** How a cell's number was read; `undefined`: nothing stands there. */
type ReadValue = { readonly value: number | null; readonly status?: ObservationStatus } | Text | undefined

const isText = (read: ReadValue | number): read is Text => typeof read === 'object' && 'da' in read

function unread(text: string): Text {
  return both(
    `“${text}” er ikke et tal. Sig, hvad det betyder, eller ret det i filen.`,
    `“${text}” is no number. Say what it means, or correct it in the file.`,
  )
}

function readNumeral(text: string, decimal: Mapping['decimal']): number | Text {
  const joined = text.replace(/(?<=\d)[ \u00A0\u202F'’](?=\d{3}(?!\d))/g, '')
  const tells = testimony(joined)
  // Where nothing tells which mark the file has, what could be two numbers is two.
  if (decimal === null && tells === 'two') {
    return both(
      `“${text}” kan læses på to måder. Vælg filens decimaltegn.`,
      `“${text}” can be read in two ways. Choose the decimal mark of the file.`,
    )
  }
  return parseNumber(joined, decimal ?? (tells === ',' ? ',' : '.')) ?? unread(text)
}

/** The words of a column's heading that say what its figures are of, and those of a row. */
interface Told {
  readonly period: string | null
  readonly area: string | null
  readonly categories: Readonly<Record<string, string | null>>
}

const nothingTold: Told = { period: null, area: null, categories: {} }

function tell(told: Told, label: Label): Told {
  if (label.kind === 'period') return { ...told, period: label.code }
  if (label.kind === 'area') return { ...told, area: label.code }
  return { ...told, categories: { ...told.categories, [label.dimension]: label.category } }
}

const statusWords: Readonly<Record<string, ObservationStatus>> = {
  normal: 'A',
  endelig: 'A',
  endeligt: 'A',
  final: 'A',
  foreløbig: 'P',
  foreløbigt: 'P',
  provisional: 'P',
  '*': 'P',
  skøn: 'E',
  estimeret: 'E',
  estimated: 'E',
  usikker: 'U',
  usikkert: 'U',
  databrud: 'B',
  break: 'B',
  mangler: 'O',
  missing: 'O',
  diskretioneret: 'Q',
  suppressed: 'Q',
}

/** Reads a table row by row by what somebody has said of it. */
export interface RowReader {
  /** What is wrong with what was said of the table as a whole; nothing of it is read then. */
  readonly faults: readonly Text[]
  /** The figures of a row and what of it cannot be taken. Rows must come in their order: what is empty may mean what stood above. */
  readonly read: (row: SourceRow) => (ReadFigure | Rejection)[]
}

/** A column of words that say what the figures of a row are of. */
interface Word {
  readonly role: 'period' | 'area' | 'dim'
  readonly column: number
  readonly dimension: string | null
}

/** Makes a {@link RowReader} from what was said of the table and its rows of headings. */
export function rowReader(mapping: Mapping, headingRows: readonly SourceRow[], context: LabelContext): RowReader {
  const { indicator } = context
  const { roles, marks, decimal } = mapping
  const labels = labelReader(context)
  const headings = headingsOf(headingRows, roles.length)
  const places = (role: MappedRole): number[] => roles.flatMap((one, column) => (one === role ? [column] : []))
  const figures = places('figures')
  const words = roles.flatMap((role, column): Word[] => {
    if (role === 'period' || role === 'area') return [{ role, column, dimension: null }]
    return role.startsWith('dim:') ? [{ role: 'dim', column, dimension: role.slice(4) }] : []
  })
  const toldBy = new Map(
    figures.map((column) => [
      column,
      (headings[column] ?? [])
        .map(labels.any)
        .reduce<Told>((told, label) => (label === null ? told : tell(told, label)), nothingTold),
    ]),
  )
  const beside = ['numerator', 'denominator', 'status', 'sampleSize', 'margin', 'footnoteDa', 'footnoteEn'] as const
  const besideAt = new Map(beside.map((role) => [role, places(role)[0]]))
  const last = new Map<number, string>()

  const faults: Text[] = []
  const isCounted = besideAt.get('numerator') !== undefined && besideAt.get('denominator') !== undefined
  if (figures.length === 0 && !isCounted) {
    faults.push(both('Sig, i hvilken kolonne tallene står.', 'Say in which column the figures stand.'))
  }
  if (figures.length > 1 && beside.some((role) => besideAt.get(role) !== undefined)) {
    faults.push(
      both(
        'Tæller, nævner, status og fodnote hører til ét tal i rækken, men her er flere kolonner med tal.',
        'Numerator, denominator, status and footnote belong to one figure in the row, but several columns hold figures.',
      ),
    )
  }
  for (const role of new Set(roles)) {
    if (role !== 'ignore' && role !== 'figures' && places(role).length > 1) {
      const letters = places(role).length
      faults.push(
        both(
          `${letters} kolonner er sagt at være det samme (${role}). Vælg én.`,
          `${letters} columns are said to be the same (${role}). Choose one.`,
        ),
      )
    }
  }
  if (places('period').length === 0) {
    const without = figures.filter((column) => toldBy.get(column)?.period === null)
    if (without.length > 0 || figures.length === 0) {
      const over = without.map((column) => `“${(headings[column] ?? []).join(' ')}”`).join(', ')
      faults.push(
        both(
          `Sig, i hvilken kolonne perioden står${over === '' ? '' : `: overskriften ${over} siger den ikke`}.`,
          `Say in which column the period stands${over === '' ? '' : `: the heading ${over} does not say it`}.`,
        ),
      )
    }
  }

  function readValue(cell: SourceCell | undefined): ReadValue {
    if (typeof cell === 'number') return { value: cell }
    const text = sourceText(cell)
    if (text === '') return undefined
    if (typeof cell === 'object' && cell !== null && 'merged' in cell) {
      return both(
        `Cellen er flettet (${cell.range}), så det kan ikke ses, hvilket af felterne tallet hører til. Del den i filen.`,
        `The cell is merged (${cell.range}), so nobody can see which of its fields the figure belongs to. Unmerge it in the file.`,
      )
    }
    const meaning = ownEntry(marks, text)
    if (meaning === 'skip') return undefined
    if (meaning === 'zero') return { value: 0 }
    if (meaning !== undefined) return { value: null, status: meaning }
    const inPercent = text.endsWith('%')
    if (inPercent && indicator.unit !== 'percent') {
      return both(
        `“${text}” står i procent, men indikatoren tælles ikke i procent.`,
        `“${text}” is in percent, but the indicator is not counted in percent.`,
      )
    }
    const number = cellNumber(cell)
    if (number !== null) return { value: number }
    const value = readNumeral(text.replace(/\s*%$/, ''), decimal)
    return typeof value === 'number' ? { value } : value
  }

  /** Reads one word of a row, or says why it cannot be read; `null`: it says nothing. */
  function readWord({ role, dimension }: Word, text: string): Label | Text | null {
    if (role === 'period') {
      const code = labels.period(text)
      if (code !== null) return { kind: 'period', code }
      const example = periodExample(indicator.cadence.periodKind)
      if (text === '') return both('Perioden mangler.', 'The period is missing.')
      return both(
        `“${text}” kan ikke læses som en periode. Skriv den som ${example}.`,
        `“${text}” cannot be read as a period. Write it as ${example}.`,
      )
    }
    if (text === '') return null
    if (dimension === null) {
      const code = labels.area(text)
      if (code !== null) return { kind: 'area', code }
      return both(`“${text}” er ikke et område, der er kendt her.`, `“${text}” is no area that is known here.`)
    }
    const category = labels.category(dimension, text)
    if (category !== undefined) return { kind: 'category', dimension, category }
    return both(`“${text}” er ikke en gruppe i ${dimension}.`, `“${text}” is no group of ${dimension}.`)
  }

  function toldByRow({ row, cells }: SourceRow): Told | Rejection {
    let told = nothingTold
    for (const word of words) {
      const { column } = word
      const given = sourceText(cells[column])
      const text = given === '' && mapping.fillDown ? (last.get(column) ?? '') : given
      if (text !== '') last.set(column, text)
      const label = readWord(word, text)
      if (label !== null && 'da' in label) return { row, column, text, why: label }
      if (label !== null) told = tell(told, label)
    }
    return told
  }

  /** What stands beside the figure in its row. */
  function fieldsBeside({ row, cells }: SourceRow): Omit<FigureFields, 'value'> | Rejection {
    const at = (role: (typeof beside)[number]): { column: number; text: string } | null => {
      const column = besideAt.get(role)
      return column === undefined ? null : { column, text: sourceText(cells[column]) }
    }
    const numbers: Partial<Record<'numerator' | 'denominator' | 'sampleSize' | 'margin', number | null>> = {}
    for (const role of ['numerator', 'denominator', 'sampleSize', 'margin'] as const) {
      const found = at(role)
      if (found === null) continue
      const read = readValue(cells[found.column])
      if (isText(read)) return { row, column: found.column, text: found.text, why: read }
      numbers[role] = read?.value ?? null
    }
    const status = at('status')
    const known =
      status && (statusWords[compared(status.text)] ?? ObservationStatus.safeParse(status.text.toUpperCase()).data)
    if (status && status.text !== '' && !known) {
      return {
        row,
        column: status.column,
        text: status.text,
        why: both(
          `“${status.text}” er ikke en status. Skriv et af bogstaverne A, B, D, E, P, U, O, L, M, Q.`,
          `“${status.text}” is no status. Write one of the letters A, B, D, E, P, U, O, L, M, Q.`,
        ),
      }
    }
    const [da, en] = [at('footnoteDa'), at('footnoteEn')]
    const notes = [da?.text ?? '', en?.text ?? ''] as const
    const note = notes[0] || notes[1]
    return {
      ...numbers,
      ...(known ? { status: known } : {}),
      // A note in one language is better than none; the desk shows that the other is missing.
      ...(da || en ? { footnote: note === '' ? null : { da: notes[0] || note, en: notes[1] || note } } : {}),
    }
  }

  function readFigure(
    source: SourceRow,
    column: number,
    given: ReadValue,
    told: Told,
    more: Omit<FigureFields, 'value'>,
  ): ReadFigure | Rejection | null {
    const { row, cells } = source
    const reject = (why: Text): Rejection => ({ row, column, text: sourceText(cells[column]), why })
    if (isText(given)) return reject(given)
    const scale = shareScale[indicator.unit]
    const { numerator, denominator } = more
    const hasShare = typeof numerator === 'number' && typeof denominator === 'number'
    if (given === undefined && !(figures.length === 0 && hasShare)) {
      // A status alone says why there is no figure.
      if (more.status === undefined || !['O', 'L', 'M', 'Q'].includes(more.status)) return null
    }
    if (hasShare && denominator <= 0) {
      return reject(both('Nævneren skal være over 0.', 'The denominator must be above 0.'))
    }
    if (figures.length === 0 && scale === undefined) {
      return reject(
        both(
          'Tæller og nævner alene giver kun tal for andele. Sig, hvor tallet står.',
          'Numerator and denominator alone give figures of shares only. Say where the figure stands.',
        ),
      )
    }
    const value = given === undefined ? (hasShare ? ((scale ?? 1) * numerator) / denominator : null) : given.value
    const outside = value === null ? null : beyondLimits(indicator, value)
    if (outside) return reject(outside)
    const fields = { ...more, value, ...(given?.status === undefined ? {} : { status: given.status }) }
    const of = toldBy.get(column) ?? nothingTold
    const period = told.period ?? of.period ?? ''
    const checked = Observation.safeParse(observationOf(null, period, fields))
    if (!checked.success) {
      const what = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
      return reject(both(`Tallet hænger ikke sammen: ${what}`, `The figure does not hold together: ${what}`))
    }
    const categories = Object.fromEntries(
      Object.entries({ ...of.categories, ...told.categories }).flatMap(([dimension, category]) =>
        category === null ? [] : [[dimension, category]],
      ),
    )
    return {
      row,
      column,
      series: seriesKey({ area: told.area ?? of.area ?? mapping.area, categories }),
      period,
      fields,
    }
  }

  return {
    faults,
    read: (source) => {
      if (source.refused !== undefined) {
        return [{ row: source.row, column: 0, text: sourceText(source.cells[0]), why: source.refused }]
      }
      const told = toldByRow(source)
      const columns = figures.length > 0 ? figures : [besideAt.get('numerator') ?? 0]
      const values = columns.map((column) => ({
        column,
        given: figures.length > 0 ? readValue(source.cells[column]) : undefined,
      }))
      const more = fieldsBeside(source)
      const isEmpty = values.every(({ given }) => given === undefined)
      // A line without a figure is a heading between, a note or a source below the table.
      const hasMore = !('why' in more) && Object.values(more).some((one) => one !== undefined && one !== null)
      if (isEmpty && !hasMore && !('why' in more)) return []
      if ('why' in told) return [told]
      if ('why' in more) return [more]
      return values.flatMap(({ column, given }) => readFigure(source, column, given, told, more) ?? [])
    },
  }
}

/**
 * The observation a figure of a file makes of the one that stands there. What the file says nothing of stays, but what belongs to
 * the value (its numerator, denominator, sample and margin, its status) goes with it where the value is another.
 */
export function observationOf(existing: Observation | null, period: string, fields: FigureFields): Observation {
  const same = existing !== null && existing.value === fields.value ? existing : null
  return {
    period,
    value: fields.value,
    numerator: fields.numerator ?? same?.numerator ?? null,
    denominator: fields.denominator ?? same?.denominator ?? null,
    status: fields.status ?? same?.status ?? (fields.value === null ? 'O' : 'A'),
    footnote: fields.footnote === undefined ? (existing?.footnote ?? null) : fields.footnote,
    sampleSize: fields.sampleSize ?? same?.sampleSize ?? null,
    margin: fields.margin ?? same?.margin ?? null,
    provenance: existing?.provenance ?? null,
  }
}

/** A figure in a few characters, for a list of what a file would change. */
export function writtenFigure({ value, status }: Pick<Observation, 'value' | 'status'>): Text {
  const mark = status === 'A' ? '' : ` ${status}`
  return value === null
    ? both(status, status)
    : both(`${writeNumber(value, 'da')}${mark}`, `${writeNumber(value, 'en')}${mark}`)
}
