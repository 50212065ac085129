import { z } from 'zod'
import { AreaCode } from '../area.ts'
import { Observation, ObservationStatus } from '../observation/observation.ts'
import type { Timestamp } from '../release/release.ts'
import { Series } from '../series.ts'
import { Slug } from '../slug.ts'
import { Finding } from './finding.ts'

/** The most figures one request may write. */
export const mostFigures = 100_000

const { shape } = Observation

/** A figure as a program sends it: area, period and value, and whatever else there is to say. */
export const FigureInput = z
  .strictObject({
    area: AreaCode,
    categories: Series.shape.categories.default({}),
    period: shape.period,
    value: shape.value.describe('In the unit of the indicator; null: there is none, and the status says why'),
    numerator: shape.numerator.default(null),
    denominator: shape.denominator.default(null),
    status: ObservationStatus.default('A'),
    footnote: shape.footnote.default(null),
    sampleSize: shape.sampleSize.default(null),
    margin: shape.margin.default(null),
    provenance: shape.provenance.default(null),
  })
  .meta({
    id: 'FigureToWrite',
    description: 'A figure to be written. What is left out is as given here; a figure that is there is replaced whole.',
    examples: [{ area: '217', period: '2025', value: 71.5 }],
  })
export type FigureInput = z.output<typeof FigureInput>

/** A dimension and one of its categories, `alder:18-29`; `alder:_T` is the total, `alder:total` the same. */
export const CategoryChoice = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*:(?:_T|[a-z0-9]+(?:-[a-z0-9]+)*)$/)
  .meta({
    id: 'CategoryChoice',
    description: 'A dimension and one of its categories; `_T` or `total`: the figures not divided by it.',
    examples: ['alder:18-29', 'alder:_T'],
  })

const PeriodBound = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?|-Q[1-4]|\/\d{2})?$/)
  .meta({ description: 'A period, or the year it is in', examples: ['2013'] })

/** Which figures of an indicator are meant. What is left out restricts nothing. */
export const Slice = z
  .strictObject({
    area: z.array(AreaCode).min(1).optional(),
    category: z.array(CategoryChoice).min(1).optional().describe('Of one dimension any of those named'),
    from: PeriodBound.optional(),
    to: PeriodBound.optional(),
  })
  .meta({
    id: 'Slice',
    description: 'Which figures of an indicator are meant: of these areas and categories, in these periods.',
    examples: [{ area: ['217'], from: '2024', to: '2025' }],
  })
export type Slice = z.infer<typeof Slice>

const reason = z.string().trim().max(2000).default('').describe('Why, for the history')
const allowFuture = z.boolean().default(false).describe('Whether periods that have not begun may have figures')

const FigureToDelete = z
  .strictObject({ area: AreaCode, categories: Series.shape.categories.default({}), period: shape.period })
  .meta({
    id: 'FigureToDelete',
    description: 'A figure that is to be there no more, which is not the same as missing.',
  })

/** Figures to be written and deleted beside those that stay. */
export const ObservationsPatch = z
  .strictObject({
    reason,
    allowFuture,
    observations: z.array(FigureInput).max(mostFigures).default([]),
    deleted: z
      .array(FigureToDelete)
      .max(mostFigures)
      .default([])
      .describe('Figures to be deleted in the same change set; one that is not there is left out of account'),
  })
  .meta({ id: 'ObservationsPatch', description: 'Figures to be written and figures to be deleted; all others stay.' })
export type ObservationsPatch = z.output<typeof ObservationsPatch>

/** A block of figures. */
export const ObservationsBlock = z
  .strictObject({
    reason,
    allowFuture,
    slice: Slice.optional().describe(
      'What the block is the whole of: figures in the slice that are not in the block are deleted. Left out: nothing is',
    ),
    observations: z.array(FigureInput).max(mostFigures),
  })
  .meta({ id: 'ObservationsBlock', description: 'A block of figures, all that there is of its slice.' })
export type ObservationsBlock = z.output<typeof ObservationsBlock>

/** A figure of the workspace. */
export const WorkspaceFigure = z
  .strictObject({ ...Series.shape, ...shape })
  .meta({ id: 'WorkspaceFigure', description: 'A figure of the workspace, with the area and the groups it is about.' })
export type WorkspaceFigure = z.infer<typeof WorkspaceFigure>

/** A figure of the workspace in a list across indicators. */
export const WorkspaceFigureRow = z
  .strictObject({ indicator: Slug, ...Series.shape, ...shape })
  .meta({ id: 'WorkspaceFigureRow', description: 'A figure of the workspace and the indicator it is of.' })
export type WorkspaceFigureRow = z.infer<typeof WorkspaceFigureRow>

/** What a write did. */
export const WrittenFigures = z
  .strictObject({
    observations: z.array(WorkspaceFigure).describe('PUT: all figures of the indicator; PATCH: those that were sent'),
    added: z.int().nonnegative(),
    changed: z.int().nonnegative(),
    unchanged: z.int().nonnegative(),
    deleted: z.int().nonnegative(),
    changeSet: z.int().positive().nullable().describe('null: nothing was changed'),
    findings: z.array(Finding).describe('What is odd about exactly the figures that were sent'),
  })
  .meta({ id: 'WrittenFigures', description: 'What a write did, and what is odd about the figures it wrote.' })
export type WrittenFigures = z.infer<typeof WrittenFigures>

/** Which figures are listed, across indicators. Of each filter any of the values; all filters together. */
export interface FigureFilter {
  readonly indicator?: readonly string[] | undefined
  readonly area?: readonly string[] | undefined
  readonly category?: readonly string[] | undefined
  readonly period?: readonly string[] | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly status?: readonly ObservationStatus[] | undefined
  /** Written in a change set at or after this moment. */
  readonly changedSince?: Timestamp | undefined
}
