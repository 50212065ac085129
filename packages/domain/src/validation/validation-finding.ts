import { countsOf, saysHowMany } from '../disclosure/counts.ts'
import { combinationsIn, mostCombinations, recordedDivisions } from '../cube/cube.ts'
import type { Dimension } from '../dimension.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { hasValue } from '../observation/observation.ts'
import type { Observation } from '../observation/observation.ts'
import { periodOf } from '../period/period.ts'
import { comparableHistory } from '../progress/points.ts'
import { median } from '../progress/theil-sen.ts'
import type { SeriesObservations } from '../series-observations.ts'
import { seriesKey } from '../series.ts'
import type { SeriesKey } from '../series.ts'
import type { Text } from '../text.ts'
import { formatNumber } from '../unit/format.ts'
import { shareScale } from '../unit/unit.ts'

/*
 * What an administrator should look at before figures are published. Nothing here stops anything: a figure can be odd and
 * right.
 */

/** What is odd about a figure. */
export type ValidationFindingKind =
  | 'jump'
  | 'unit-change'
  | 'parts-differ'
  | 'share-differs'
  | 'impossible'
  | 'overlap'
  | 'uncounted-group'
  | 'too-many-combinations'
  | 'tells-withheld'
  | 'unlinked-people'
  | 'unshared-population'
  | 'baseline-differs'

/** Something odd: where, and in words what, and what to do about it. */
export interface ValidationFinding {
  readonly kind: ValidationFindingKind
  readonly series: SeriesKey
  readonly period: string
  readonly text: Text
}

type Measured = Observation & { readonly value: number }

const number = (value: number, { decimals }: Indicator, locale: 'da' | 'en'): string =>
  formatNumber(value, Math.max(decimals, 1), locale)

/** A median of absolute deviations is this much of a standard deviation in a normal distribution. */
const madPerStandardDeviation = 1.4826
/** How many of the series' own standard deviations, and so much of its level, make a jump worth a look. */
const [fartherThan, largerThan] = [5, 0.1]
const fewestForJumps = 5

/** Changes beyond the series' own variation: the median of its changes and their median absolute deviation (Iglewicz & Hoaglin 1993). */
function jumps(indicator: Indicator, { key, observations }: SeriesObservations): ValidationFinding[] {
  const { points } = comparableHistory(indicator, observations)
  if (points.length < fewestForJumps) return []
  const changes = points.slice(1).map((point, index) => point.value - (points[index]?.value ?? 0))
  const usual = median(changes)
  const spread = madPerStandardDeviation * median(changes.map((change) => Math.abs(change - usual)))
  const level = Math.abs(median(points.map(({ value }) => value)))
  return points.slice(1).flatMap((point, index): ValidationFinding[] => {
    const change = changes[index] ?? 0
    const distance = Math.abs(change - usual)
    if (distance <= fartherThan * spread || distance <= largerThan * level) return []
    const words = (locale: 'da' | 'en'): [string, string] => [
      number(point.value - change, indicator, locale),
      number(point.value, indicator, locale),
    ]
    const [[daFrom, daTo], [enFrom, enTo]] = [words('da'), words('en')]
    return [
      {
        kind: 'jump',
        series: key,
        period: point.period,
        text: {
          da: `Springer fra ${daFrom} til ${daTo}, langt mere end serien plejer. Kontrollér tallet, eller markér et brud.`,
          en: `Jumps from ${enFrom} to ${enTo}, far more than the series usually does. Check the figure, or mark a break.`,
        },
      },
    ]
  })
}

/** How near a quotient must be to a factor of a hundred or a thousand to be taken for one. */
const nearFactor = 0.25

/** A figure that is a hundred or a thousand times its neighbour: per cent against fraction, thousands against ones. */
function unitChanges(_indicator: Indicator, { key, observations }: SeriesObservations): ValidationFinding[] {
  const measured = observations.filter(hasValue).filter(({ value }) => value !== 0)
  return measured.slice(1).flatMap((one, index): ValidationFinding[] => {
    const before = measured[index]?.value ?? one.value
    const logarithm = Math.log10(Math.abs(one.value / before))
    const factor = [2, 3].find((power) => Math.abs(Math.abs(logarithm) - power) < nearFactor)
    if (factor === undefined || Math.sign(one.value) !== Math.sign(before)) return []
    const times = 10 ** factor
    const more = logarithm > 0
    return [
      {
        kind: 'unit-change',
        series: key,
        period: one.period,
        text: {
          da: `Er omkring ${times} gange ${more ? 'større' : 'mindre'} end tallet før. Er enheden skiftet, for eksempel fra brøk til procent?`,
          en: `Is about ${times} times ${more ? 'larger' : 'smaller'} than the figure before. Has the unit changed, such as from fraction to per cent?`,
        },
      },
    ]
  })
}

/** A share that is not what its numerator and denominator make. */
function shareDiffers(indicator: Indicator, { key, observations }: SeriesObservations): ValidationFinding[] {
  const scale = shareScale[indicator.unit]
  if (scale === undefined) return []
  return observations.filter(hasValue).flatMap((one): ValidationFinding[] => {
    if (one.numerator === null || one.denominator === null) return []
    const computed = (scale * one.numerator) / one.denominator
    // What rounding to the shown decimals explains is no difference.
    if (Math.abs(computed - one.value) <= 0.51 * 10 ** -indicator.decimals) return []
    return [
      {
        kind: 'share-differs',
        series: key,
        period: one.period,
        text: {
          da: `Tallet er ${number(one.value, indicator, 'da')}, men tæller og nævner giver ${number(computed, indicator, 'da')}. Ret det af dem, der er forkert.`,
          en: `The figure is ${number(one.value, indicator, 'en')}, but numerator and denominator make ${number(computed, indicator, 'en')}. Correct whichever is wrong.`,
        },
      },
    ]
  })
}

function impossibility(indicator: Indicator, { value, numerator, denominator }: Measured): Text | null {
  const { lower, upper } = indicator.limits
  if (lower !== null && value < lower) {
    return {
      da: `Ligger under ${number(lower, indicator, 'da')}, som er det mindst mulige. Ret tallet eller grænsen.`,
      en: `Lies below ${number(lower, indicator, 'en')}, the smallest possible. Correct the figure or the limit.`,
    }
  }
  if (upper !== null && value > upper) {
    return {
      da: `Ligger over ${number(upper, indicator, 'da')}, som er det størst mulige. Ret tallet eller grænsen.`,
      en: `Lies above ${number(upper, indicator, 'en')}, the largest possible. Correct the figure or the limit.`,
    }
  }
  if (indicator.unit === 'count' && (value < 0 || !Number.isInteger(value))) {
    return { da: 'Et antal er et helt tal fra 0 og op.', en: 'A count is a whole number from 0 up.' }
  }
  const isShare = shareScale[indicator.unit] !== undefined && !indicator.disclosure.mayExceedWhole
  if (isShare && numerator !== null && denominator !== null && numerator > denominator) {
    return {
      da: 'Tælleren er større end nævneren. Ret tallene, eller skriv mayExceedWhole: true under disclosure, hvis det kan være sådan.',
      en: 'The numerator is larger than the denominator. Correct the figures, or write mayExceedWhole: true under disclosure if that is possible.',
    }
  }
  return null
}

function impossible(indicator: Indicator, { key, observations }: SeriesObservations): ValidationFinding[] {
  return observations.filter(hasValue).flatMap((one): ValidationFinding[] => {
    const text = impossibility(indicator, one)
    return text ? [{ kind: 'impossible', series: key, period: one.period, text }] : []
  })
}

/** Periods that lie in each other. Observations are in the order of their periods. */
function overlaps(indicator: Indicator, { key, observations }: SeriesObservations): ValidationFinding[] {
  const dated = observations.map(({ period }) => periodOf(indicator.cadence.periodKind, period))
  return dated.slice(1).flatMap((period, index): ValidationFinding[] => {
    const before = dated[index]
    if (!before || before.end <= period.start) return []
    return [
      {
        kind: 'overlap',
        series: key,
        period: period.code,
        text: {
          da: `Overlapper perioden ${before.code}. Den samme tid må kun tælle én gang.`,
          en: `Overlaps the period ${before.code}. The same time may count only once.`,
        },
      },
    ]
  })
}

/** Groups without the number of people behind them: they cannot be checked and will be suppressed. */
function uncountedGroups(
  indicator: Indicator,
  { key, categories, observations }: SeriesObservations,
): ValidationFinding[] {
  const isGroup = Object.keys(categories).length > 0
  if (!isGroup || indicator.disclosure.exempt !== null) return []
  const first = observations.find((one) => hasValue(one) && !saysHowMany(countsOf(indicator, one) ?? new Map()))
  if (!first) return []
  return [
    {
      kind: 'uncounted-group',
      series: key,
      period: first.period,
      text: {
        da: 'Tal for en gruppe uden tæller og nævner bliver ikke vist, for ingen kan se, om der er få personer. Skriv antallene, eller begrund en undtagelse.',
        en: 'Figures of a group without numerator and denominator are not shown, because nobody can tell whether there are few people. Give the counts, or the reason for an exemption.',
      },
    },
  ]
}

/** Totals that are less than their parts, and parts that leave some of their total out. */
function partsDiffer(
  indicator: Indicator,
  dimensions: readonly Dimension[],
  series: readonly SeriesObservations[],
): ValidationFinding[] {
  const byKey = new Map(series.map(({ key, observations }) => [key, observations]))
  const amount = (one: Observation): number | null => (indicator.unit === 'count' ? one.value : one.denominator)
  return recordedDivisions(series, dimensions).flatMap(({ whole, parts, isComplete }): ValidationFinding[] => {
    const key = seriesKey(whole)
    const sums = new Map<string, { sum: number; count: number }>()
    for (const part of parts) {
      for (const one of byKey.get(seriesKey(part)) ?? []) {
        const [known, so] = [amount(one), sums.get(one.period) ?? { sum: 0, count: 0 }]
        if (known !== null) sums.set(one.period, { sum: so.sum + known, count: so.count + 1 })
      }
    }
    return (byKey.get(key) ?? []).flatMap((total): ValidationFinding[] => {
      const all = amount(total)
      const { sum = 0, count = 0 } = sums.get(total.period) ?? {}
      const complete = isComplete && count === parts.length
      if (all === null || count === 0) return []
      const slack = 1e-6 * Math.max(1, all)
      if (Math.abs(sum - all) <= slack || (!complete && sum < all)) return []
      return [
        {
          kind: 'parts-differ',
          series: key,
          period: total.period,
          text: {
            da: `Er ${formatNumber(all, 0, 'da')} i alt, men grupperne er ${formatNumber(sum, 0, 'da')}. Mangler en gruppe, eller tæller nogen to gange?`,
            en: `Is ${formatNumber(all, 0, 'en')} in all, but the groups make ${formatNumber(sum, 0, 'en')}. Is a group missing, or is somebody counted twice?`,
          },
        },
      ]
    })
  })
}

/** Figures divided in so many ways at once that no one can prove what can be computed from what; the first period of each area. */
function tooManyCombinations(indicator: Indicator, series: readonly SeriesObservations[]): ValidationFinding[] {
  if (indicator.disclosure.exempt !== null) return []
  const tables = new Map<string, SeriesObservations[]>()
  for (const one of series) {
    for (const { period } of one.observations) {
      const name = `${one.area}|${period}`
      const table = tables.get(name)
      if (table) table.push(one)
      else tables.set(name, [one])
    }
  }
  const found = new Map<string, ValidationFinding>()
  for (const [name, table] of tables) {
    const combinations = combinationsIn(table)
    const [area = '', period = ''] = name.split('|')
    if (combinations <= mostCombinations || found.has(area)) continue
    const [da, en] = (['da', 'en'] as const).map((locale) => [
      formatNumber(combinations, 0, locale),
      formatNumber(mostCombinations, 0, locale),
    ])
    found.set(area, {
      kind: 'too-many-combinations',
      series: area,
      period,
      text: {
        da: `Grupperne kan kombineres på ${da?.[0]} måder, og højst ${da?.[1]} kan efterprøves. Er der få personer i en af dem, vises ingen af grupperne. Brug færre opdelinger ad gangen, eller begrund en undtagelse.`,
        en: `The groups can be combined in ${en?.[0]} ways, and at most ${en?.[1]} can be checked. Where one of them has few people, none of the groups is shown. Use fewer breakdowns at once, or give the reason for an exemption.`,
      },
    })
  }
  return [...found.values()]
}

/**
 * Everything odd about an indicator's figures as they stand in the workspace, by series and period. Each series is in the
 * order of its periods.
 */
export function validationFindingsOf(
  indicator: Indicator,
  dimensions: readonly Dimension[],
  series: readonly SeriesObservations[],
): readonly ValidationFinding[] {
  const checks = [jumps, unitChanges, shareDiffers, impossible, overlaps, uncountedGroups]
  return [
    ...series.flatMap((one) => checks.flatMap((check) => check(indicator, one))),
    ...partsDiffer(indicator, dimensions, series),
    ...tooManyCombinations(indicator, series),
  ]
}
