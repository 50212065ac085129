import type { Indicator } from '../indicator/indicator.ts'
import { hasValue, provisionalStatuses } from '../observation/observation.ts'
import type { Observation } from '../observation/observation.ts'
import { midpoint, periodOf } from '../period/period.ts'
import type { Text } from '../text.ts'
import { dueOf } from '../indicator/due.ts'
import type { Due } from '../indicator/due.ts'

/** How it stands with a figure of one year, worst first where a year has several. */
export const matrixStates = ['late', 'draft', 'missing', 'withheld', 'provisional', 'published', 'none'] as const
export type MatrixState = (typeof matrixStates)[number]

/** An indicator's headline figures year by year, and the next that is due. */
export interface MatrixRow {
  readonly slug: string
  readonly name: Text
  readonly owner: Text | null
  readonly due: Due | null
  readonly cells: readonly { readonly year: number; readonly state: MatrixState }[]
}

/** What a row is made of: the headline series as the workspace has it and as it is published, oldest first. */
export interface MatrixMaterial {
  readonly indicator: Indicator
  readonly workspace: readonly Observation[]
  readonly published: readonly Observation[]
}

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

function stateOf(one: Observation, published: Observation | undefined): MatrixState {
  if (isSuppressed(one, published)) return 'withheld'
  if (isDraft(one, published)) return 'draft'
  if (!hasValue(one)) return 'missing'
  return provisionalStatuses.has(one.status) ? 'provisional' : 'published'
}

/** How it stands with every indicator in the given years. `today` is a day, `2026-11-23`. */
export function matrixOf(materials: readonly MatrixMaterial[], years: readonly number[], today: string): MatrixRow[] {
  return materials.map(({ indicator, workspace, published }) => {
    const due = dueOf(indicator, workspace, today)
    const releasedAt = new Map(published.map((one) => [one.period, one]))
    const lateYear = due?.state === 'late' && due.period !== null ? yearOf(indicator, due.period) : null
    const states = workspace.map((one) => ({
      year: yearOf(indicator, one.period),
      state: stateOf(one, releasedAt.get(one.period)),
    }))
    const { slug, name, owner } = indicator
    return {
      slug,
      name,
      owner,
      due,
      cells: years.map((year) => {
        const found = states.filter((one) => one.year === year).map(({ state }) => state)
        if (year === lateYear) found.push('late')
        return { year, state: matrixStates.find((state) => found.includes(state)) ?? 'none' }
      }),
    }
  })
}
