import type { ActionPlan } from '@pejling/domain/action-plan/action-plan'
import type { Administration } from './delivery-administration.ts'
import type { Area } from '@pejling/domain/area'
import type { Connection } from '@pejling/domain/connection/connection'
import type { Dimension } from '@pejling/domain/dimension'
import type { FocusArea, Framework, Goal } from '@pejling/domain/framework'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Observation } from '@pejling/domain/observation/observation'
import type { Profile } from '@pejling/domain/profile/profile'
import type { Series } from '@pejling/domain/series'
import type { Slug } from '@pejling/domain/slug'
import type { Provenance, Source } from '@pejling/domain/source/source'
import type { Target } from '@pejling/domain/target/target'

/** Everything a data folder holds: a policy, its indicators, their figures, targets and action plans, and what the administration adds. */
export interface Delivery {
  /** Whether all its figures are invented. */
  readonly demonstration: boolean
  /** How the site presents itself; `null`: as the product comes. */
  readonly profile: Profile | null
  /** The policies, in their order. */
  readonly frameworks: readonly Framework[]
  readonly focusAreas: readonly FocusArea[]
  readonly goals: readonly Goal[]
  readonly areas: readonly Area[]
  readonly dimensions: readonly Dimension[]
  readonly sources: readonly Source[]
  readonly provenances: readonly Provenance[]
  readonly indicators: readonly Indicator[]
  readonly observations: readonly DeliveredObservation[]
  readonly targets: readonly { readonly indicator: Slug; readonly target: Target }[]
  readonly actionPlans: readonly ActionPlan[]
  /** How figures come from other producers' tables. */
  readonly connections: readonly { readonly indicator: Slug; readonly connection: Connection }[]
  readonly administration: Administration
}

/** A figure with the indicator and series it belongs to. */
export interface DeliveredObservation {
  readonly indicator: Slug
  readonly series: Series
  readonly observation: Observation
}
