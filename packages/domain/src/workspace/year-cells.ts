import { z } from 'zod'
import type { Indicator } from '../indicator/indicator.ts'
import type { ExpectedFigure } from '../indicator/expected.ts'
import { hasValue, provisionalStatuses, type Observation } from '../observation/observation.ts'
import { midpoint, periodOf } from '../period/period.ts'

/** How it stands with a figure of one year, worst first where a year has several. */
export const CellState = z.enum(['late', 'draft', 'missing', 'withheld', 'provisional', 'published'])
export type CellState = z.infer<typeof CellState>

/** A year in which an indicator has a figure, or ought to. */
export const YearCell = z
  .strictObject({
    year: z.int(),
    state: CellState,
    period: z.string().describe('The period it is about; the first of the worst where a year has several'),
  })
  .meta({ id: 'YearCell', description: 'How it stands with the headline figure of a year.' })
export type YearCell = z.infer<typeof YearCell>

/** How many years are shown, the present one included. */
const yearsShown = 10

const yearOf = (indicator: Indicator, period: string): number =>
  Math.floor(midpoint(periodOf(indicator.cadence.periodKind, period)))

/** A figure that is suppressed when it is published is no draft for being there in the workspace. */
const isSuppressed = (one: Observation, published: Observation | undefined): boolean =>
  published?.status === 'Q' && (hasValue(one) || one.status === 'Q')

/** Whether a figure of the workspace is new, or another than the published one. */
export function isDraft(one: Observation, published: Observation | undefined): boolean {
  if (isSuppressed(one, published)) return false
  return !published || published.value !== one.value || published.status !== one.status
}

function stateOf(one: Observation, published: Observation | undefined): CellState {
  if (isSuppressed(one, published)) return 'withheld'
  if (isDraft(one, published)) return 'draft'
  if (!hasValue(one)) return 'missing'
  return provisionalStatuses.has(one.status) ? 'provisional' : 'published'
}

/** The years that are shown: the ten up to the present one. `today` is a day, `2026-11-23`. */
export function shownYears(today: string): number[] {
  const thisYear = Number(today.slice(0, 4))
  return Array.from({ length: yearsShown }, (_, index) => thisYear - yearsShown + 1 + index)
}

/**
 * How it stands with the headline figures of an indicator year by year, those of the workspace beside the published ones, oldest
 * first; years in which nothing is and nothing is expected are left out.
 */
export function yearCells(
  indicator: Indicator,
  { workspace, published }: { readonly workspace: readonly Observation[]; readonly published: readonly Observation[] },
  expected: ExpectedFigure | null,
  years: readonly number[],
): YearCell[] {
  const releasedAt = new Map(published.map((one) => [one.period, one]))
  const cells = workspace.map((one): YearCell => ({
    year: yearOf(indicator, one.period),
    state: stateOf(one, releasedAt.get(one.period)),
    period: one.period,
  }))
  const awaited = expected?.state === 'late' || expected?.state === 'missing' ? expected.period : null
  if (awaited !== null) {
    cells.push({ year: yearOf(indicator, awaited), state: 'late', period: awaited })
  }
  return years.flatMap((year) => {
    const own = cells.filter((one) => one.year === year)
    const worst = CellState.options.find((state) => own.some((one) => one.state === state))
    return own.find(({ state }) => state === worst) ?? []
  })
}
