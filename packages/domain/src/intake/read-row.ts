import { z } from 'zod'
import { Observation, ObservationStatus } from '../observation/observation.ts'
import { parsePeriod } from '../period/period.ts'
import { seriesKey } from '../series.ts'
import { Text } from '../text.ts'
import { fromCellText } from './cell-text.ts'
import { beyondLimits, notWhole, shareOf, writeNumber } from './figure-text.ts'
import type { HeadingSaid, Told } from './heading.ts'
import type { LabelContext } from './labels.ts'
import type { MappedRole, Mapping } from './mapping.ts'
import type { RejectedCell } from './outcome.ts'
import { isRefusal, readValue, type ReadValue, type Refusal } from './read-value.ts'
import type { ReasonCode } from './reasons.ts'
import { sourceText, type SourceRow } from './source-table.ts'
import { statusOf } from './status-words.ts'
import type { SourcePlace } from './tally.ts'

/** What a file says of a figure; what it says nothing of is not there. */
export const FigureFields = z.strictObject({
  value: z.number().nullable(),
  status: ObservationStatus.optional(),
  numerator: z.number().nullable().optional(),
  denominator: z.number().nullable().optional(),
  sampleSize: z.number().nullable().optional(),
  margin: z.number().nullable().optional(),
  provenance: z.string().nullable().optional(),
  footnote: Text.nullable().optional(),
})
export type FigureFields = z.infer<typeof FigureFields>

/** A figure of a file. */
export interface ReadFigure extends SourcePlace {
  readonly series: string
  readonly period: string
  readonly fields: FigureFields
  /** Whether the file itself says that it is in percent. */
  readonly isPercent: boolean
}

/** A cell that is passed over. */
export interface SkippedCell extends SourcePlace {
  readonly skip: 'elsewhere' | 'sums' | 'marks' | 'groups' | 'outlook'
  readonly name: string
}

export type ReadCell = ReadFigure | RejectedCell | SkippedCell | null

const both = (da: string, en: string): Text => ({ da, en })

const isSkipped = (read: ReadValue): read is { readonly skipped: string } => read !== null && 'skipped' in read

/** What stands beside the figure in its row. */
export type Beside = Omit<FigureFields, 'value'>

const besideNumbers = ['numerator', 'denominator', 'sampleSize', 'margin'] as const

/** Reads what stands beside the figure of a row; where that cannot be, says which cell and why. */
export function readBeside(
  { row, cells }: SourceRow,
  mapping: Mapping,
  { languages, provenances }: LabelContext,
): Beside | RejectedCell {
  const columnOf = (role: MappedRole): number => mapping.roles.indexOf(role)
  const textOf = (role: MappedRole): string => (columnOf(role) < 0 ? '' : sourceText(cells[columnOf(role)]))
  const refuse = (role: MappedRole, code: ReasonCode, why: Text): RejectedCell => ({
    row,
    column: columnOf(role),
    text: textOf(role),
    code,
    why,
  })
  const numbers: Partial<Record<(typeof besideNumbers)[number], number | null>> = {}
  for (const role of besideNumbers) {
    if (columnOf(role) < 0) continue
    // A margin is in the unit of its figure; the others are plain numbers.
    const rules = { unit: role === 'margin' ? 'percent' : 'score', limits: { lower: null, upper: null } } as const
    const read = readValue(cells[columnOf(role)], mapping, rules)
    if (isRefusal(read)) return refuse(role, read.code, read.why)
    numbers[role] = read === null || isSkipped(read) ? null : read.value
  }
  const status = statusOf(textOf('status'))
  if (textOf('status') !== '' && status === null) {
    return refuse(
      'status',
      'inconsistent',
      both(
        `“${textOf('status')}” er ikke en status. Skriv et af bogstaverne A, B, D, E, P, U, O, L, M, Q.`,
        `“${textOf('status')}” is no status. Write one of the letters A, B, D, E, P, U, O, L, M, Q.`,
      ),
    )
  }
  const provenance = textOf('provenance')
  if (provenance !== '' && provenances !== undefined && !provenances.includes(provenance)) {
    return refuse(
      'provenance',
      'inconsistent',
      both(
        `Der er ingen herkomst “${provenance}”. Der er: ${provenances.slice(0, 12).join(', ')}${provenances.length > 12 ? ' …' : ''}.`,
        `There is no provenance “${provenance}”. There are: ${provenances.slice(0, 12).join(', ')}${provenances.length > 12 ? ' …' : ''}.`,
      ),
    )
  }
  const notes = [fromCellText(textOf('footnoteDa')), fromCellText(textOf('footnoteEn'))] as const
  const note = notes[0] || notes[1]
  const isHalf = (notes[0] === '') !== (notes[1] === '')
  if (isHalf && (languages?.length ?? 0) > 1) {
    const missing = notes[0] === '' ? 'footnoteDa' : 'footnoteEn'
    return refuse(
      columnOf(missing) < 0 ? (notes[0] === '' ? 'footnoteEn' : 'footnoteDa') : missing,
      'inconsistent',
      both(
        'En fodnote skal stå på både dansk og engelsk. Skriv den, der mangler.',
        'A footnote is needed in both Danish and English. Write the one that is missing.',
      ),
    )
  }
  const hasNotes = columnOf('footnoteDa') >= 0 || columnOf('footnoteEn') >= 0
  return {
    ...numbers,
    ...(status === null ? {} : { status }),
    ...(columnOf('provenance') < 0 ? {} : { provenance: provenance === '' ? null : provenance }),
    // A note in one language is better than none; the desk shows that the other is missing.
    ...(hasNotes ? { footnote: note === '' ? null : { da: notes[0] || note, en: notes[1] || note } } : {}),
  }
}

/** A column of figures, by its place and its heading. */
export interface FigureColumn {
  readonly column: number
  readonly said: HeadingSaid
  /** A sum over the periods the other columns are of. */
  readonly isSum: boolean
}

const isAfter = (context: LabelContext, period: string): boolean => {
  const start = parsePeriod(context.indicator.cadence.periodKind, period)?.start
  return context.today !== undefined && start !== undefined && start > Date.parse(context.today) / 86_400_000
}

/** What is refused or passed over of a figure because of when it is of. */
function outlookOf(
  told: Told,
  period: string,
  { outlook }: Mapping,
  context: LabelContext,
): 'skip' | Refusal | 'take' | null {
  if (!told.isOutlook && !isAfter(context, period)) return null
  if (outlook !== null) return outlook
  return {
    code: 'outlook',
    why: both(
      `${period} er et budget, en prognose eller en periode, der ikke er begyndt.`,
      `${period} is a budget, a forecast, or a period that has not begun.`,
    ),
  }
}

function valueOf(given: ReadValue, { factor, fractions }: Mapping): number | null {
  if (given === null || isRefusal(given) || isSkipped(given) || given.value === null) return null
  if (given.isPercent) return given.value
  const times = (factor ?? 1) * (fractions === 'fraction' ? 100 : 1)
  return times === 1 ? given.value : Number((given.value * times).toPrecision(12))
}

/** What the row and the heading say together of a figure; or that they contradict each other. */
function together(row: Told, { told }: HeadingSaid, mapping: Mapping): Told | Refusal {
  if (
    (row.area !== null && told.area !== null && row.area !== told.area) ||
    (row.period !== null && told.period !== null && row.period !== told.period)
  ) {
    return {
      code: 'inconsistent',
      why: both(
        'Rækken og overskriften siger hver sit område eller hver sin periode.',
        'The row and the heading say different areas or different periods.',
      ),
    }
  }
  return {
    period: row.period ?? told.period ?? mapping.period,
    isProvisional: row.isProvisional || told.isProvisional,
    isOutlook: row.isOutlook || told.isOutlook,
    area: row.area ?? told.area ?? mapping.area,
    categories: { ...told.categories, ...row.categories },
  }
}

/** Reads the figure of a cell, by what its row and its heading say; `null`: nothing stands there. */
export function readFigure(
  source: SourceRow,
  { column, said, isSum }: FigureColumn,
  row: Told,
  beside: Beside,
  mapping: Mapping,
  context: LabelContext,
): ReadCell {
  const { indicator } = context
  const cell = source.cells[column]
  const place = { row: source.row, column }
  const refuse = ({ code, why }: Refusal): RejectedCell => ({ ...place, text: sourceText(cell), code, why })
  const isComputed = mapping.roles[column] !== 'figures'
  const given = isComputed ? null : readValue(cell, mapping, indicator)
  const { numerator, denominator } = beside
  const hasShare = typeof numerator === 'number' && typeof denominator === 'number'
  const hasStatus = beside.status !== undefined && ['O', 'L', 'M', 'Q'].includes(beside.status)
  if (given === null && !hasStatus && !(isComputed && hasShare)) return null
  if (said.elsewhere !== null && row.area === null) return { ...place, skip: 'elsewhere', name: said.elsewhere }
  if (said.foreign !== null) return { ...place, skip: 'groups', name: said.foreign }
  if (isSum) return { ...place, skip: 'sums', name: 'i alt' }
  if (isSkipped(given)) return { ...place, skip: 'marks', name: given.skipped }
  if (isRefusal(given)) return refuse(given)
  const told = together(row, said, mapping)
  if ('why' in told) return refuse(told)
  if (told.period === null) {
    return refuse({
      code: 'no-period',
      why: both('Det er ikke sagt, hvilken periode tallet gælder.', 'Nobody has said which period the figure is of.'),
    })
  }
  if (told.area === null) {
    return refuse({
      code: 'no-area',
      why: both('Det er ikke sagt, hvilket område tallet gælder.', 'Nobody has said which area the figure is of.'),
    })
  }
  if (mapping.factor === null && given?.isPercent !== true) {
    return refuse({
      code: 'unit',
      why: both(
        'Tallet står i en anden enhed end indikatorens.',
        'The figure is in another unit than the indicator’s.',
      ),
    })
  }
  const outlook = outlookOf(told, told.period, mapping, context)
  if (outlook === 'skip') return { ...place, skip: 'outlook', name: told.period }
  if (outlook !== null && outlook !== 'take') return refuse(outlook)
  const share = isComputed && hasShare ? shareOf(indicator, numerator, denominator) : null
  if (share !== null && typeof share !== 'number') return refuse({ code: 'inconsistent', why: share })
  if (hasShare && denominator <= 0) {
    return refuse({ code: 'inconsistent', why: both('Nævneren skal være over 0.', 'The denominator must be above 0.') })
  }
  const value = share ?? valueOf(given, mapping)
  const outside = value === null ? null : beyondLimits(indicator, value)
  if (outside) return refuse({ code: 'beyond-limits', why: outside })
  const broken = value === null ? null : notWhole(indicator, value)
  if (broken) return refuse({ code: 'not-whole', why: broken })
  const status =
    given?.status ??
    beside.status ??
    (value === null ? undefined : outlook === 'take' ? 'E' : told.isProvisional ? 'P' : undefined)
  const fields = { ...beside, value, ...(status === undefined ? {} : { status }) }
  // A number alone has nothing that it could contradict.
  const isPlain = value !== null && (given?.status ?? null) === null && Object.keys(beside).length === 0
  const checked = isPlain ? null : Observation.safeParse(observationOf(null, told.period, fields))
  if (checked?.success === false) {
    const what = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
    return refuse({
      code: 'inconsistent',
      why: both(`Tallet hænger ikke sammen: ${what}`, `The figure does not hold together: ${what}`),
    })
  }
  const categories = Object.fromEntries(
    Object.entries(told.categories).flatMap(([dimension, category]) =>
      category === null ? [] : [[dimension, category]],
    ),
  )
  return {
    ...place,
    series: seriesKey({ area: told.area, categories }),
    period: told.period,
    fields,
    isPercent: given?.isPercent === true,
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
    provenance: fields.provenance === undefined ? (existing?.provenance ?? null) : fields.provenance,
  }
}

/** A figure in a few characters, for a list of what a file would change. */
export function writtenFigure({ value, status }: Pick<Observation, 'value' | 'status'>): Text {
  const mark = status === 'A' ? '' : ` ${status}`
  return value === null
    ? both(status, status)
    : both(`${writeNumber(value, 'da')}${mark}`, `${writeNumber(value, 'en')}${mark}`)
}
