import type { Dimension } from '@pejling/domain/dimension/dimension'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Series } from '@pejling/domain/series/series'
import type { Provenance } from '@pejling/domain/source/source'
import type { DeliveredObservation, Delivery } from '../formats/delivery.ts'
import { inventActionPlan } from './invented-actions.ts'
import { withCategories } from './invented-categories.ts'
import { marked, uncollected } from './invented-marks.ts'
import { courseOf, demonstrationProvenance, inventSeries, type Course } from './invented-series.ts'
import { inventTarget } from './invented-targets.ts'
import { levelOf } from './plausible-levels.ts'
import { randomFor } from './random.ts'
import { isUncollected, storyAt } from './stories.ts'

const provenance: Provenance = {
  slug: demonstrationProvenance,
  text: {
    da: 'Demonstration: opdigtede tal, som ikke siger noget om nogen kommune.',
    en: 'Demonstration: invented figures that say nothing about any municipality.',
  },
  viaThirdParty: false,
  url: null,
  retrievedOn: null,
}

/** Sources whose figures only the municipality has, so that there is no figure for the whole country. */
const ownSources = new Set([
  'kommunens-registrering',
  'kommunens-undersoegelse',
  'kommunens-valgresultater',
  'kommunens-regnskab',
])
const country = '000'

interface Invention {
  readonly seed: number
  readonly indicator: Indicator
  readonly course: Course
}

function figures(
  { seed, indicator, course }: Invention,
  { series, factor, people }: { readonly series: Series; readonly factor: number; readonly people: number },
): DeliveredObservation[] {
  const name = [indicator.slug, series.area, ...Object.values(series.categories)].join('/')
  const moved = { start: course.start * factor, yearly: course.yearly * factor }
  return inventSeries(indicator, moved, { random: randomFor(seed, name), people }).map((observation) => ({
    indicator: indicator.slug,
    series,
    observation,
  }))
}

/** Groups of the indicator's first dimension, each a little above or below the total. */
function groups(invention: Invention, dimensions: readonly Dimension[]): DeliveredObservation[] {
  const { indicator, seed } = invention
  const dimension = dimensions.find(({ slug }) => slug === indicator.dimensions[0])
  if (!dimension) return []
  const categories = dimension.categories.filter(({ parent }) => parent === null).slice(0, 6)
  return categories.flatMap(({ slug }) => {
    const random = randomFor(seed, `${indicator.slug}/${dimension.slug}/${slug}/group`)
    const share = indicator.unit === 'count' ? 1 / categories.length : 1
    return figures(invention, {
      series: { area: indicator.area, categories: { [dimension.slug]: slug } },
      factor: share * random.between(0.8, 1.15),
      people: random.whole(40, 900),
    })
  })
}

function headline(invention: Invention, position: number): DeliveredObservation[] {
  const { indicator } = invention
  const series: Series = { area: indicator.area, categories: {} }
  const rows = figures(invention, { series, factor: 1, people: levelOf(indicator).people })
  const plain = rows.map(({ observation }) => observation)
  const observations = isUncollected(position) ? plain.map(uncollected) : marked(plain, position)
  return observations.map((observation) => ({ indicator: indicator.slug, series, observation }))
}

function benchmark(invention: Invention, areas: Delivery['areas']): DeliveredObservation[] {
  const { indicator, seed } = invention
  const comparable =
    indicator.area !== country &&
    areas.some(({ code }) => code === country) &&
    indicator.sources.some((source) => !ownSources.has(source)) &&
    indicator.unit !== 'count'
  if (!comparable) return []
  const factor = randomFor(seed, `${indicator.slug}/benchmark`).between(0.92, 1.08)
  return figures(invention, { series: { area: country, categories: {} }, factor, people: 0 })
}

/**
 * Replaces all figures, targets and action plans of a delivery by invented ones, so that every part of the product can
 * be seen at work. Nothing in it is about a real place. The same delivery and seed always give the same demonstration.
 */
export function demonstrate(delivery: Delivery, seed: number): Delivery {
  const dimensions = delivery.dimensions.map(withCategories)
  const invented = delivery.indicators.map((indicator, position) => {
    const story = storyAt(position)
    const invention = { seed, indicator, course: courseOf(indicator, levelOf(indicator), story) }
    const own = headline(invention, position)
    const target = inventTarget(
      indicator,
      own.map(({ observation }) => observation),
      story,
    )
    return {
      observations: isUncollected(position)
        ? own
        : [...own, ...benchmark(invention, delivery.areas), ...groups(invention, dimensions)],
      targets: target === null ? [] : [{ indicator: indicator.slug, target }],
    }
  })
  return {
    ...delivery,
    dimensions,
    provenances: [provenance],
    observations: invented.flatMap(({ observations }) => observations),
    targets: invented.flatMap(({ targets }) => targets),
    actionPlans: [2025, 2026].map((year) => inventActionPlan(year, delivery)),
  }
}
