import { inputsOf } from '@pejling/domain/derived/derivation'
import type { Dimension } from '@pejling/domain/dimension/dimension'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Observation } from '@pejling/domain/observation/observation'
import type { Series } from '@pejling/domain/series/series'
import type { Provenance } from '@pejling/domain/source/source'
import type { DeliveredObservation, Delivery } from '../formats/delivery.ts'
import { noAdministration } from '../formats/delivery-administration.ts'
import { inventIdeas, inventMeetings } from './invented-committee.ts'
import { inventActionPlan } from './invented-actions.ts'
import { withCategories } from './invented-categories.ts'
import { marked, uncollected } from './invented-marks.ts'
import { courseOf, demonstrationProvenance, divideCount, inventSeries, type Course } from './invented-series.ts'
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

/** The release a demonstration begins with, whose figures its meetings show. */
const firstRelease = 1

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
  const isNational = series.area === country
  return inventSeries(indicator, moved, { random: randomFor(seed, name), people, isNational }).map((observation) => ({
    indicator: indicator.slug,
    series,
    observation,
  }))
}

/** Grown-ups by age, each in one group. */
const agesOfAdults = ['18-29', '30-44', '45-59', '60-74', '75-plus']

function groupsOf({ slug, categories }: Dimension): string[] {
  if (slug === 'alder') return agesOfAdults.filter((age) => categories.some((category) => category.slug === age))
  return categories.flatMap((category) => (category.parent === null ? [category.slug] : [])).slice(0, 8)
}

/** Groups of one dimension: a count is divided among them, a share is a little above or below the total. */
function groups(invention: Invention, dimension: Dimension, whole: readonly Observation[]): DeliveredObservation[] {
  const { indicator, seed } = invention
  const categories = groupsOf(dimension)
  const seriesOf = (category: string): Series => ({ area: indicator.area, categories: { [dimension.slug]: category } })
  if (indicator.unit === 'count') {
    const divided = divideCount(whole, categories, randomFor(seed, `${indicator.slug}/${dimension.slug}/groups`))
    return [...divided].flatMap(([category, observations]) =>
      observations.map((observation) => ({ indicator: indicator.slug, series: seriesOf(category), observation })),
    )
  }
  return categories.flatMap((category) => {
    const random = randomFor(seed, `${indicator.slug}/${dimension.slug}/${category}/group`)
    return figures(invention, {
      series: seriesOf(category),
      factor: random.between(0.8, 1.15),
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
 * Replaces all figures, targets and action plans of a delivery, and what the administration added, by invented ones, so that every part of the product can
 * be seen at work. Nothing in it is about a real place. The same delivery and seed always give the same demonstration.
 */
export function demonstrate(delivery: Delivery, seed: number): Delivery {
  const dimensions = delivery.dimensions.map(withCategories)
  // What others are computed from needs the groups they are computed by.
  const needed = new Set(
    delivery.indicators.flatMap(({ derived }) =>
      derived && 'dimension' in derived ? inputsOf(derived).map((input) => `${input}/${derived.dimension}`) : [],
    ),
  )
  const invented = delivery.indicators.map((indicator, position) => {
    const story = storyAt(position)
    const invention = { seed, indicator, course: courseOf(indicator, levelOf(indicator), story) }
    if (indicator.derived !== null) return { observations: [], targets: [] }
    const own = headline(invention, position)
    const plain = own.map(({ observation }) => observation)
    const divided = dimensions.filter(
      ({ slug }) => slug === indicator.dimensions[0] || needed.has(`${indicator.slug}/${slug}`),
    )
    const target = inventTarget(indicator, plain, story)
    return {
      observations: isUncollected(position)
        ? own
        : [...own, ...benchmark(invention, delivery.areas), ...divided.flatMap((one) => groups(invention, one, plain))],
      targets: target === null ? [] : [{ indicator: indicator.slug, target }],
    }
  })
  const actionPlans = delivery.frameworks.flatMap((framework) =>
    [2025, 2026].map((year) => inventActionPlan(year, framework, delivery)),
  )
  return {
    ...delivery,
    demonstration: true,
    dimensions,
    provenances: [provenance],
    // Real figures do not go among invented ones.
    connections: [],
    observations: invented.flatMap(({ observations }) => observations),
    targets: invented.flatMap(({ targets }) => targets),
    actionPlans,
    administration: {
      ...noAdministration,
      ideas: inventIdeas(delivery.goals, actionPlans),
      meetings: inventMeetings(delivery.goals, firstRelease),
    },
  }
}
