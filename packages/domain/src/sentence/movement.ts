import type { Movement, MovementStep } from '../progress/movement.ts'
import { periodLabel, periodOf } from '../period/period.ts'
import type { PeriodKind } from '../period/period.ts'
import type { Locale, Text } from '../text.ts'
import { formatChange, roundedAsShown } from '../unit/format.ts'
import type { Measure } from '../unit/format.ts'
import { explanationOf, isSmallStep, shownMove } from './course.ts'
import { earlierFigure, latestFigure, previousFigure } from './assessed-series.ts'
import type { PeriodValue, AssessedSeries } from './assessed-series.ts'

/** Whether the difference as it is shown is another than that of the figures as they are shown. */
export function roundingShows(from: number, to: number, decimals: number): boolean {
  const ofShown = roundedAsShown(to, decimals) - roundedAsShown(from, decimals)
  return Math.abs(roundedAsShown(to - from, decimals) - ofShown) > 10 ** -decimals / 2
}

/**
 * The change a finding was judged by: from the target's baseline, or the first point of the trend, to the latest figure;
 * where nothing was judged, the change since the comparable figure before. The latest step comes second. `null` where
 * there is nothing to compare with.
 */
export function movementOf(finding: AssessedSeries): Movement | null {
  const latest = latestFigure(finding)
  const previous = previousFigure(finding)
  const from = earlierFigure(finding) ?? previous
  if (latest === null || from === null) return null
  const { decimals } = finding.indicator
  const since = (figure: PeriodValue) => ({
    since: figure.period,
    change: latest.value - figure.value,
    isVisible: shownMove(figure, latest, finding) !== 0,
  })
  const whole = shownMove(from, latest, finding)
  const stepOf = (figure: PeriodValue) => {
    const move = shownMove(figure, latest, finding)
    const isSmall = move !== 0 && move !== whole && isSmallStep(figure, latest, finding)
    return { ...since(figure), ...(isSmall && { isSmall }) }
  }
  const step = previous === null || previous.period === from.period ? null : stepOf(previous)
  return {
    ...since(from),
    step,
    explanation: explanationOf(finding),
    roundingShows: [from, ...(step && previous ? [previous] : [])].some(({ value }) =>
      roundingShows(value, latest.value, decimals),
    ),
  }
}

const unchanged: Text = { da: 'uændret', en: 'unchanged' }
const almost: Text = { da: 'næsten uændret', en: 'almost unchanged' }

// Beside a figure only points and kroner have to say their unit again.
function signed(change: number, measure: Measure, locale: Locale): string {
  const hasOwnUnit = ['percent', 'percentage-point', 'kroner'].includes(measure.unit)
  return formatChange(change, hasOwnUnit ? measure : { ...measure, unit: 'ratio' }, locale)
}

/** What is said in place of a number where a change is none, or one that shows none; `null`: the number is said. */
function withoutNumber(
  { change, isVisible, isSmall = false }: MovementStep,
  { decimals }: Measure,
  locale: Locale,
): string | null {
  if (!isVisible) return unchanged[locale]
  return isSmall || roundedAsShown(change, decimals) === 0 ? almost[locale] : null
}

/** The change a verdict was judged by in words, `uændret`, where it shows none; `null` where its number is said. */
export const unchangedWords = ({ since, change, isVisible }: Movement, measure: Measure, locale: Locale) =>
  withoutNumber({ since, change, isVisible }, measure, locale)

/**
 * A movement as it stands beside a figure: `−1,5 procentpoint siden 2017`, and smaller `heraf +1,9 siden 2021`. `step` is
 * `null` where the whole is one step; figures that look the same are unchanged, and a small step the other way is
 * almost unchanged. Throws a RangeError where a period is malformed.
 */
export function movementWords(
  movement: Movement,
  measure: Measure & { readonly periodKind: PeriodKind },
  locale: Locale,
): { readonly whole: string; readonly step: string | null } {
  const { since, change, step } = movement
  const when = (period: string): string =>
    `${locale === 'da' ? 'siden' : 'since'} ${periodLabel(periodOf(measure.periodKind, period), locale)}`
  const bare: Measure = { ...measure, unit: 'ratio' }
  const none = unchangedWords(movement, measure, locale)
  // Of a change that shows none, no step is a part.
  const partOf = none === null ? { da: 'heraf ', en: 'of which ' }[locale] : ''
  return {
    whole: `${none ?? signed(change, measure, locale)} ${when(since)}`,
    step:
      step &&
      `${withoutNumber(step, measure, locale) ?? `${partOf}${formatChange(step.change, bare, locale)}`} ${when(step.since)}`,
  }
}
