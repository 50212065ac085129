import { z } from 'zod'
import { ruleIssue } from '../issue.ts'
import { Slug } from '../slug.ts'
import { Text } from '../text.ts'

/**
 * Status of an observation, after the SDMX code list CL_OBS_STATUS.
 * A normal, B break in series, D definition differs, E estimated, P provisional, U low reliability;
 * without a value: O missing, L not collected, M cannot exist, Q suppressed.
 */
export const ObservationStatus = z.enum(['A', 'B', 'D', 'E', 'P', 'U', 'O', 'L', 'M', 'Q']).meta({
  id: 'ObservationStatus',
  description:
    'SDMX CL_OBS_STATUS. A normal, B break in series, D definition differs, E estimated, P provisional, U low reliability; without a value: O missing, L not collected, M cannot exist, Q suppressed.',
})
export type ObservationStatus = z.infer<typeof ObservationStatus>

/** The statuses of an observation that has no value. None of them is a zero. */
export const statusesWithoutValue: ReadonlySet<ObservationStatus> = new Set(['O', 'L', 'M', 'Q'])
/** The statuses that make a verdict resting on the observation provisional. */
export const provisionalStatuses: ReadonlySet<ObservationStatus> = new Set(['P', 'E', 'U'])
/** The statuses that start a new segment: what lies before is not compared with what lies after. */
export const breakStatuses: ReadonlySet<ObservationStatus> = new Set(['B', 'D'])

/**
 * Whether a figure is not compared with the figure before it in its series: it is marked as a break or has a definition
 * of its own, or the one before has, so that the return to the usual definition is a break too.
 */
export function isParted(status: ObservationStatus, before: ObservationStatus | undefined): boolean {
  return breakStatuses.has(status) || before === 'D'
}

const finite = z.number().finite()

/**
 * A figure: one period of one series. Values are in the indicator's unit, at full precision.
 * `margin` is the half-width of the survey's 95 % interval, in the same unit.
 */
export const Observation = z
  .strictObject({
    period: z.string().describe('In the form of the indicator’s period kind: 2025, 2024/25, 2025-Q3, 2025-11-18'),
    value: finite.nullable(),
    numerator: finite.nullable(),
    denominator: finite.positive().nullable(),
    status: ObservationStatus,
    footnote: Text.nullable(),
    sampleSize: z.int().positive().nullable(),
    margin: finite.nonnegative().nullable(),
    provenance: Slug.nullable(),
  })
  .superRefine((observation, context) => {
    const lacksValue = statusesWithoutValue.has(observation.status)
    if (lacksValue && observation.value !== null) {
      context.addIssue(
        ruleIssue(['value'], {
          da: `Status ${observation.status} siger, at der ikke er nogen værdi, men der er givet en`,
          en: `Status ${observation.status} says there is no value, but one is given`,
        }),
      )
    }
    if (!lacksValue && observation.value === null) {
      context.addIssue(
        ruleIssue(['status'], {
          da: 'Uden en værdi skal status sige hvorfor: O mangler, L ikke indsamlet, M kan ikke findes, Q skjult',
          en: 'Without a value the status must say why: O missing, L not collected, M cannot exist, Q suppressed',
        }),
      )
    }
  })
  .meta({ id: 'Observation', description: 'One period of one series.' })
export type Observation = z.infer<typeof Observation>

/** Whether the observation has a value and so is a point on the line. */
export function hasValue(observation: Observation): observation is Observation & { value: number } {
  return observation.value !== null
}
