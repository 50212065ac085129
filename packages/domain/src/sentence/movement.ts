import { z } from 'zod'
import { periodLabel, periodOf } from '../period/period.ts'
import type { PeriodKind } from '../period/period.ts'
import { Text } from '../text/text.ts'
import type { Locale } from '../text/text.ts'
import { formatChange, roundedAsShown } from '../unit/format.ts'
import type { Measure } from '../unit/format.ts'
import { explanationOf, shownMove } from './course.ts'
import { earlierFigure, latestFigure, previousFigure } from './finding.ts'
import type { Figure, Finding } from './finding.ts'

/** A change up to the latest figure. */
const Change = z.strictObject({
  since: z.string().describe('The period it is counted from'),
  change: z.number().describe('The latest figure minus that one, unrounded, in the indicator’s unit'),
  isVisible: z.boolean().describe('Whether the two figures differ as they are shown'),
})

/** The change that stands beside a verdict, everywhere it is shown. */
export const Movement = z
  .strictObject({
    ...Change.shape,
    step: Change.nullable().describe('The latest step of it; null: the whole is one step'),
    explanation: Text.nullable().describe('Said where a sign points another way than the verdict or the other sign'),
    roundingShows: z.boolean().describe('Whether a difference of the figures as they are shown is another'),
  })
  .meta({ id: 'Movement', description: 'The change a verdict was judged by, and the latest step of it.' })
export type Movement = z.infer<typeof Movement>

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
export function movementOf(finding: Finding): Movement | null {
  const latest = latestFigure(finding)
  const previous = previousFigure(finding)
  const from = earlierFigure(finding) ?? previous
  if (latest === null || from === null) return null
  const { decimals } = finding.indicator
  const since = (figure: Figure) => ({
    since: figure.period,
    change: latest.value - figure.value,
    isVisible: shownMove(figure, latest, finding) !== 0,
  })
  const step = previous === null || previous.period === from.period ? null : since(previous)
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

// Beside a figure only points and kroner have to say their unit again.
function signed(change: number, measure: Measure, locale: Locale): string {
  const hasOwnUnit = ['percent', 'percentage-point', 'kroner'].includes(measure.unit)
  return formatChange(change, hasOwnUnit ? measure : { ...measure, unit: 'ratio' }, locale)
}

/**
 * A movement as it stands beside a figure: `−1,5 procentpoint siden 2017`, and smaller `heraf +1,9 siden 2021`. `step` is
 * `null` where the whole is one step; figures that look the same are unchanged. Throws a RangeError where a period is malformed.
 */
export function movementWords(
  { since, change, isVisible, step }: Movement,
  measure: Measure & { readonly periodKind: PeriodKind },
  locale: Locale,
): { readonly whole: string; readonly step: string | null } {
  const when = (period: string): string =>
    `${locale === 'da' ? 'siden' : 'since'} ${periodLabel(periodOf(measure.periodKind, period), locale)}`
  const bare: Measure = { ...measure, unit: 'ratio' }
  return {
    whole: `${isVisible ? signed(change, measure, locale) : unchanged[locale]} ${when(since)}`,
    step:
      step &&
      (step.isVisible
        ? `${locale === 'da' ? 'heraf' : 'of which'} ${formatChange(step.change, bare, locale)} ${when(step.since)}`
        : `${unchanged[locale]} ${when(step.since)}`),
  }
}
