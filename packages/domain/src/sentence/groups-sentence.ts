import { hasValue } from '../observation/observation.ts'
import type { Observation } from '../observation/observation.ts'
import { periodOf } from '../period/period.ts'
import type { PeriodKind } from '../period/period.ts'
import type { Text } from '../text/text.ts'
import { formatDifference, formatNumber, formatValue } from '../unit/format.ts'
import type { Measure } from '../unit/format.ts'
import { inPeriod } from './period-words.ts'

/** A group and its figures, oldest first. */
export interface NamedGroup {
  readonly name: Text
  readonly observations: readonly Observation[]
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
  if (highest.value === lowest.value) {
    return {
      da: `Grupperne var ens ${inPeriod(kind, latest.period, 'da')}: ${formatValue(highest.value, measure, 'da')}.`,
      en: `The groups were alike ${inPeriod(kind, latest.period, 'en')}: ${formatValue(highest.value, measure, 'en')}.`,
    }
  }
  return {
    da: `Højest ${inPeriod(kind, latest.period, 'da')} lå ${highest.name.da} med ${formatValue(highest.value, measure, 'da')}, lavest ${lowest.name.da} med ${formatValue(lowest.value, measure, 'da')}.`,
    en: `Highest ${inPeriod(kind, latest.period, 'en')} was ${highest.name.en} with ${formatValue(highest.value, measure, 'en')}, lowest ${lowest.name.en} with ${formatValue(lowest.value, measure, 'en')}.`,
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
  const now: Text = {
    da: `Fra den laveste gruppe til den højeste var der ${formatDifference(last.value, measure, 'da')} ${inPeriod(kind, last.period, 'da')}`,
    en: `From the lowest group to the highest it was ${formatDifference(last.value, measure, 'en')} ${inPeriod(kind, last.period, 'en')}`,
  }
  if (first === last) return { da: `${now.da}.`, en: `${now.en}.` }
  return {
    da: `${now.da}, mod ${formatDifference(first.value, measure, 'da')} ${inPeriod(kind, first.period, 'da')}.`,
    en: `${now.en}, against ${formatDifference(first.value, measure, 'en')} ${inPeriod(kind, first.period, 'en')}.`,
  }
}

const percent = (value: number, locale: 'da' | 'en'): string =>
  locale === 'da' ? `${formatNumber(value, 0, 'da')}\u00A0%` : `${formatNumber(value, 0, 'en')}%`

/** The group whose share of a body lies farthest from its share of the population, in per cent; `null` without one. */
export function representationSentence(
  groups: readonly { readonly name: Text; readonly body: number | null; readonly population: number | null }[],
): Text | null {
  const known = groups.flatMap(({ name, body, population }) =>
    body === null || population === null ? [] : [{ name, body, population }],
  )
  const [farthest] = known.sort((a, b) => Math.abs(b.body - b.population) - Math.abs(a.body - a.population))
  if (!farthest) return null
  const { name, body, population } = farthest
  return {
    da: `Størst er forskellen for ${name.da}: ${percent(body, 'da')} af pladserne mod ${percent(population, 'da')} af befolkningen.`,
    en: `The difference is largest for ${name.en}: ${percent(body, 'en')} of the seats against ${percent(population, 'en')} of the population.`,
  }
}
