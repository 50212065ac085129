import { Observation } from '@pejling/domain/observation/observation'
import { Text } from '@pejling/domain/text'
import { z } from 'zod'

/** A figure that stood there and is another at its source now. */
const Corrected = z.strictObject({
  series: z.string(),
  period: z.string(),
  before: z.number().nullable(),
  after: z.number().nullable(),
})
export type Corrected = z.infer<typeof Corrected>

/** A figure that was fetched before, and that its source no longer has. */
const Withdrawn = z.strictObject({ series: z.string(), period: z.string(), value: z.number().nullable() })
export type Withdrawn = z.infer<typeof Withdrawn>

/** A 0 that is held back because a neighbour in its series is far from it, with that neighbour. */
const UnlikelyZero = z.strictObject({
  series: z.string(),
  observation: Observation,
  neighbour: z.strictObject({ period: z.string(), value: z.number().nullable() }),
})
export type UnlikelyZero = z.infer<typeof UnlikelyZero>

/** What came of asking a source for an indicator's figures. What an earlier version did not note yet has a default. */
export const FetchOutcome = z.strictObject({
  added: z.int(),
  /** Figures that are others than those that stood there. */
  changed: z.int(),
  /** Figures that were known by way of a third party, and are now fetched from their source. */
  confirmed: z.int().default(0),
  unchanged: z.int(),
  corrected: z.array(Corrected).default([]),
  passedOver: z.array(Text),
  /** Periods the source lists before they are measured. */
  notMeasured: z.array(z.string()).default([]),
  /** Figures the source no longer has; they stay until an administrator decides. At most {@link mostListedFigures}. */
  withdrawn: z.array(Withdrawn).default([]),
  /** Zeros that are not taken until an administrator decides. */
  heldBack: z.array(UnlikelyZero).default([]),
  /** Why nothing came; `null`: it came. */
  problem: Text.nullable(),
})
export type FetchOutcome = z.infer<typeof FetchOutcome>

/** How many figures are listed to be decided at a time; the next fetch lists the next ones. */
export const mostListedFigures = 500

/** The outcome where nothing came. */
export const nothingCame: Omit<FetchOutcome, 'problem'> = {
  added: 0,
  changed: 0,
  confirmed: 0,
  unchanged: 0,
  corrected: [],
  passedOver: [],
  notMeasured: [],
  withdrawn: [],
  heldBack: [],
}
