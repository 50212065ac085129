import type { Area } from '@pejling/domain/area'
import type { Dimension } from '@pejling/domain/dimension'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { comparePeriods, parsePeriod, periodLabel } from '@pejling/domain/period/period'
import { isTotal, parseSeriesKey, seriesKey } from '@pejling/domain/series'
import type { WorkspaceFigure } from '@pejling/domain/workspace/observations'
import { locale, textOf } from '../client/locale.ts'

/* The figures of one series of an indicator, and what series are called. */

/** The figures of a series, oldest first. */
export function figuresOf(
  { cadence }: Pick<Indicator, 'cadence'>,
  figures: readonly WorkspaceFigure[],
  key: string,
): readonly WorkspaceFigure[] {
  return figures
    .flatMap((figure) => {
      const period = seriesKey(figure) === key ? parsePeriod(cadence.periodKind, figure.period) : null
      return period === null ? [] : [{ figure, period }]
    })
    .toSorted((a, b) => comparePeriods(a.period, b.period))
    .map(({ figure }) => figure)
}

/** The newest figure that has a value. */
export const latestOf = (figures: readonly WorkspaceFigure[]): WorkspaceFigure | undefined =>
  figures.findLast(({ value }) => value !== null)

/** A period in a few words; as it is written where it is none of its kind. */
export function shownPeriod({ cadence }: Pick<Indicator, 'cadence'>, code: string): string {
  const period = parsePeriod(cadence.periodKind, code)
  return period === null ? code : periodLabel(period, locale)
}

/** What a series is called: its area, and the groups it is about. */
export function seriesName(key: string, areas: readonly Area[], dimensions: readonly Dimension[]): string {
  const { area, categories } = parseSeriesKey(key)
  const place = areas.find(({ code }) => code === area)
  const groups = Object.entries(categories).map(([slug, group]) => {
    const dimension = dimensions.find((one) => one.slug === slug)
    const category = dimension?.categories.find((one) => one.slug === group)
    return category ? textOf(category.name) : group
  })
  return [place ? textOf(place.name) : area, ...groups].join(', ')
}

/** The series an indicator may have a target for: the headline first, its groups, and whatever has figures. */
export function seriesOf(
  { area, dimensions: own }: Pick<Indicator, 'area' | 'dimensions'>,
  dimensions: readonly Dimension[],
  figures: readonly WorkspaceFigure[],
): readonly string[] {
  const groups = dimensions
    .filter(({ slug }) => own.includes(slug))
    .flatMap(({ slug, categories }) =>
      categories.map((category) => seriesKey({ area, categories: { [slug]: category.slug } })),
    )
  const others = figures.filter((figure) => isTotal(figure) || figure.area === area).map(seriesKey)
  return [...new Set([area, ...groups, ...others])]
}
