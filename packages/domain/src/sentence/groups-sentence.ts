import { hasValue } from '../observation/observation.ts'
import type { Observation } from '../observation/observation.ts'
import { periodOf } from '../period/period.ts'
import type { PeriodKind } from '../period/period.ts'
import { started, type Locale, type Text } from '../text.ts'
import { formatDifference, formatNumber, formatValue } from '../unit/format.ts'
import type { Measure } from '../unit/format.ts'
import { amongGroup } from './groups-in-words.ts'
import { inPeriod } from './period-words.ts'

/** A group and its figures, oldest first. */
export interface NamedGroup {
  readonly name: Text
  readonly observations: readonly Observation[]
}

/** What a figure of a group is called in running text. */
function figureNames({ unit }: Measure): Text {
  if (unit === 'percent') return { da: 'andelen', en: 'the share' }
  return unit === 'count' ? { da: 'antallet', en: 'the number' } : { da: 'tallet', en: 'the figure' }
}

/** The newest period in which at least two groups have a figure, with those figures; `null`: there is none. */
export function latestOfGroups(groups: readonly NamedGroup[], kind: PeriodKind) {
  const counted = new Map<string, { name: Text; value: number }[]>()
  for (const { name, observations } of groups) {
    for (const { period, value } of observations.filter(hasValue)) {
      counted.set(period, [...(counted.get(period) ?? []), { name, value }])
    }
  }
  const [newest] = [...counted]
    .filter(([, figures]) => figures.length > 1)
    .sort(([a], [b]) => periodOf(kind, b).start - periodOf(kind, a).start)
  return newest ? { period: newest[0], figures: newest[1] } : null
}

/** Which group is highest and which lowest in the newest period that can be compared; `null`: none can. */
export function groupsSentence(groups: readonly NamedGroup[], measure: Measure, kind: PeriodKind): Text | null {
  const latest = latestOfGroups(groups, kind)
  if (!latest) return null
  const sorted = [...latest.figures].sort((a, b) => b.value - a.value)
  const [highest, lowest] = [sorted[0], sorted.at(-1)]
  if (!highest || !lowest) return null
  const { da, en } = figureNames(measure)
  const [when, whenEn] = [inPeriod(kind, latest.period, 'da'), inPeriod(kind, latest.period, 'en')]
  const [most, least] = [highest, lowest].map(({ value }) => ({
    da: formatValue(value, measure, 'da'),
    en: formatValue(value, measure, 'en'),
  }))
  if (!most || !least) return null
  if (most.da === least.da) {
    return {
      da: `${started(when)} var ${da} ${most.da} i alle grupper.`,
      en: `${started(whenEn)} ${en} was ${most.en} in every group.`,
    }
  }
  return {
    da: `${started(when)} var ${da} højest ${amongGroup(highest.name, 'da')} (${most.da}) og lavest ${amongGroup(lowest.name, 'da')} (${least.da}).`,
    en: `${started(whenEn)} ${en} was highest ${amongGroup(highest.name, 'en')} (${most.en}) and lowest ${amongGroup(lowest.name, 'en')} (${least.en}).`,
  }
}

/** How far the groups are apart, then and now; `null` without a figure. */
export function gapSentence(
  gaps: readonly Pick<Observation, 'period' | 'value'>[],
  measure: Measure,
  kind: PeriodKind,
): Text | null {
  const known = gaps.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return null
  const distance = (value: number, locale: Locale): string => formatDifference(value, measure, locale)
  const apart: Text = {
    da: `Der var ${distance(last.value, 'da')} mellem den højeste og den laveste gruppe ${inPeriod(kind, last.period, 'da')}`,
    en: `The gap between the highest and the lowest group was ${distance(last.value, 'en')} ${inPeriod(kind, last.period, 'en')}`,
  }
  if (first === last) return { da: `${apart.da}.`, en: `${apart.en}.` }
  return {
    da: `${apart.da} mod ${distance(first.value, 'da')} ${inPeriod(kind, first.period, 'da')}.`,
    en: `${apart.en}, against ${distance(first.value, 'en')} ${inPeriod(kind, first.period, 'en')}.`,
  }
}

const percent = (value: number, locale: 'da' | 'en'): string =>
  locale === 'da' ? `${formatNumber(value, 0, 'da')}\u00A0%` : `${formatNumber(value, 0, 'en')}%`

/**
 * The group whose share of a body lies farthest from its share of the population, in per cent; `null` without one. Of two
 * that lie equally far, as two groups that make up the whole always do, the one with too few seats is named.
 */
export function representationSentence(
  groups: readonly { readonly name: Text; readonly body: number | null; readonly population: number | null }[],
): Text | null {
  const known = groups.flatMap(({ name, body, population }) =>
    body === null || population === null ? [] : [{ name, body, population, excess: body - population }],
  )
  const [farthest] = known.sort((a, b) => {
    const difference = Math.abs(b.excess) - Math.abs(a.excess)
    return Math.abs(difference) > 1e-9 ? difference : a.excess - b.excess
  })
  if (!farthest) return null
  const { name, body, population } = farthest
  return {
    da: `Forskellen er størst ${amongGroup(name, 'da')}: ${percent(body, 'da')} af pladserne mod ${percent(population, 'da')} af befolkningen.`,
    en: `The difference is largest ${amongGroup(name, 'en')}: ${percent(body, 'en')} of the seats against ${percent(population, 'en')} of the population.`,
  }
}
