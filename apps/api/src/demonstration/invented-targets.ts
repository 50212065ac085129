import { hasValue, type Observation } from '@pejling/domain/observation/observation'
import type { Target } from '@pejling/domain/target/target'
import { inventedDistance, fitted, inventedSlug, wantedWay, type Invention } from './invented-series.ts'

/** When the target was decided: in the spring after the baseline was known. */
function decidedOn({ indicator, periods }: Invention): string {
  const year = Number(periods.baseline.slice(0, 4))
  return `${year + (indicator.cadence.periodKind === 'school-year' ? 2 : 1)}-03-12`
}

/** A target as a council would put it: in whole units, tenths or hundredths, as large as the figure is. */
function rounded(value: number, { indicator, level }: Invention): number {
  const step = Math.abs(level.move) >= 40 ? 10 : Math.abs(level.move) >= 4 ? 1 : 10 ** -indicator.decimals
  return fitted(Number((Math.round(value / step) * step).toFixed(indicator.decimals)), indicator)
}

/** The period a target is set for: one that is over and has no figure where the story is that its time has passed. */
function targetPeriod({ story, periods }: Invention): string {
  return story.kind === 'overdue' ? (periods.past.at(-1) ?? periods.target) : periods.target
}

/**
 * Invents a target for the headline series of an indicator, as if a committee had decided it; `null` where the story has none,
 * and where there is no figure to begin from.
 */
export function inventTarget(invention: Invention, observations: readonly Observation[]): Target | null {
  const { indicator, story, periods } = invention
  if (story.kind !== 'target' && story.kind !== 'reached' && story.kind !== 'overdue') return null
  const baseline = observations.find(({ period }) => period === periods.baseline)
  if (!baseline || !hasValue(baseline)) return null
  const period = targetPeriod(invention)
  const isMaintained = indicator.direction === 'maintain'
  const distance = inventedDistance(invention)
  const wanted = rounded(baseline.value + wantedWay(invention) * distance, invention)
  const [low, high] = [-distance, distance].map((beside) => rounded(baseline.value + beside, invention))
  return {
    slug: inventedSlug,
    series: indicator.area,
    baseline: { period: baseline.period, value: baseline.value },
    target: isMaintained ? null : { period, value: wanted },
    band: isMaintained ? { period, low: low ?? baseline.value, high: high ?? baseline.value } : null,
    benchmark: null,
    milestones: [],
    method: null,
    decidedBy: { da: 'Demonstrationsudvalget', en: 'the Demonstration Committee' },
    decidedOn: decidedOn(invention),
    note: {
      da: 'Både udvalget og måltallet er opfundet til demonstrationen.',
      en: 'Both the committee and the target are invented for the demonstration.',
    },
  }
}
