import type { Area } from '@pejling/domain/area'
import { inputsOf } from '@pejling/domain/indicator/derivation'
import type { Dimension } from '@pejling/domain/dimension'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Observation } from '@pejling/domain/observation/observation'
import type { Series } from '@pejling/domain/series'
import type { DeliveredObservation, Delivery } from '../data-folder/delivery.ts'
import { noAdministration } from '../data-folder/delivery-administration.ts'
import { inventActionPlans } from './invented-actions.ts'
import { withCategories } from './invented-categories.ts'
import { inventIdeas, inventMeetings } from './invented-committee.ts'
import { inventComparison } from './invented-comparison.ts'
import { inventedDefinition, inventedFramework, inventedProvenance, inventedSource } from './invented-definitions.ts'
import { inventGroups } from './invented-groups.ts'
import { marked } from './invented-marks.ts'
import { periodsAt } from './invented-periods.ts'
import { headlineSeries, type Invention } from './invented-series.ts'
import { inventTarget } from './invented-targets.ts'
import { levelOf } from './levels.ts'
import { randomFor } from './random.ts'
import { storyOf } from './stories.ts'

/** What a demonstration depends on besides the delivery. */
export interface DemonstrationSettings {
  /** Draws the noise: the same seed on the same day gives the same demonstration. */
  readonly seed: number
  /** The day it is made (`2026-11-30`): its newest figures, plans and meetings fit that day. */
  readonly today: string
}

interface Invented {
  readonly observations: readonly DeliveredObservation[]
  readonly targets: Delivery['targets']
}

function rowsOf(indicator: Indicator, series: Series, observations: readonly Observation[]): DeliveredObservation[] {
  return observations.map((observation) => ({ indicator: indicator.slug, series, observation }))
}

function invented(invention: Invention, dimensions: readonly Dimension[], areas: readonly Area[]): Invented {
  const { seed, indicator, story } = invention
  const plain = headlineSeries(invention, randomFor(seed, `${indicator.slug}/headline`))
  const own = marked(plain, indicator.slug, story)
  const headline = rowsOf(indicator, { area: indicator.area, categories: {} }, own)
  const target = inventTarget(invention, plain)
  const targets = target === null ? [] : [{ indicator: indicator.slug, target }]
  if (story.kind === 'uncollected' || story.kind === 'suppressed') return { observations: headline, targets }
  const shown = new Set(own.map(({ period }) => period))
  const compared = [...inventComparison(invention, areas)].flatMap(([area, observations]) =>
    rowsOf(
      indicator,
      { area, categories: {} },
      observations.filter(({ period }) => shown.has(period)),
    ),
  )
  const divided = dimensions.flatMap((dimension) =>
    [...inventGroups(invention, dimension, own)].flatMap(([category, observations]) =>
      rowsOf(indicator, { area: indicator.area, categories: { [dimension.slug]: category } }, observations),
    ),
  )
  return { observations: [...headline, ...compared, ...divided], targets }
}

/** The breakdowns that indicators are computed from others by: `valgdeltagelse-kv/alder`. */
function neededFor(indicators: readonly Indicator[]): ReadonlySet<string> {
  return new Set(
    indicators.flatMap(({ derived }) =>
      derived && 'dimension' in derived ? inputsOf(derived).map((input) => `${input}/${derived.dimension}`) : [],
    ),
  )
}

/**
 * Replaces all figures, targets and action plans of a delivery, and what the administration added, by invented ones, so that every
 * part of the product can be seen at work. Nothing in it is about a real place, and no definition says of it what is true of the
 * real figures only. The same delivery and settings always give the same demonstration.
 */
export function demonstrate(delivery: Delivery, { seed, today }: DemonstrationSettings): Delivery {
  const dimensions = delivery.dimensions.map(withCategories)
  const needed = neededFor(delivery.indicators)
  const figures = delivery.indicators.flatMap((indicator, position): Invented[] => {
    if (indicator.derived !== null) return []
    const story = storyOf(indicator, position)
    const level = levelOf(indicator)
    const periods = periodsAt(indicator.cadence.periodKind, today, level.years)
    const divided = dimensions.filter(
      ({ slug }) => slug === indicator.dimensions[0] || needed.has(`${indicator.slug}/${slug}`),
    )
    return [invented({ seed, indicator, level, story, periods }, divided, delivery.areas)]
  })
  const actionPlans = delivery.frameworks.flatMap((framework) => inventActionPlans(framework, delivery, today))
  return {
    ...delivery,
    demonstration: true,
    frameworks: delivery.frameworks.map(inventedFramework),
    dimensions,
    sources: [inventedSource],
    provenances: [inventedProvenance],
    indicators: delivery.indicators.map((indicator) => inventedDefinition(indicator, today)),
    // Real figures do not go among invented ones.
    connections: [],
    observations: figures.flatMap(({ observations }) => observations),
    targets: figures.flatMap(({ targets }) => targets),
    actionPlans,
    administration: {
      ...noAdministration,
      ideas: inventIdeas(delivery.goals, actionPlans, today),
      meetings: inventMeetings(delivery.goals, actionPlans, today),
    },
  }
}
