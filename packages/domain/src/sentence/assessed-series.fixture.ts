import { exampleObservation } from '../observation/observation.fixture.ts'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Observation } from '../observation/observation.ts'
import { midpoint, periodOf } from '../period/period.ts'
import type { AssessedPoint, Judgement } from '../progress/assessment.ts'
import type { Target } from '../target/target.ts'
import type { PeriodValue, AssessedSeries } from './assessed-series.ts'

/** An indicator counted every calendar year. */
export function yearly(differences: Partial<Indicator> = {}): Indicator {
  return exampleIndicator({ cadence: { periodKind: 'year', everyYears: 1, delayMonths: null }, ...differences })
}

/** A target of one value, decided by the council. */
export function targetOf(period: string, value: number, baseline: PeriodValue): Target {
  return {
    slug: 'maal',
    series: '217',
    baseline: { period: baseline.period, value: baseline.value },
    target: { period, value },
    band: null,
    benchmark: null,
    milestones: [],
    method: null,
    decidedBy: { da: 'Byrådet', en: 'The council' },
    decidedOn: '2022-01-31',
    note: null,
  }
}

/** A target to stay within a band. */
export function bandOf(period: string, low: number, high: number, baseline: PeriodValue): Target {
  return { ...targetOf(period, low, baseline), target: null, band: { period, low, high } }
}

/** A figure as an observation, with the given differences. */
export function observed({ period, value }: PeriodValue, differences: Partial<Observation> = {}): Observation {
  return exampleObservation(period, value, differences)
}

/** Figures written as period and value. */
export function figures(...pairs: readonly (readonly [string, number])[]): PeriodValue[] {
  return pairs.map(([period, value]) => ({ period, value }))
}

/** A finding about the given figures, all of them comparable and judged by `linear` or `trend`, with the given differences. */
export function findingOf(
  indicator: Indicator,
  series: readonly PeriodValue[],
  judged: Partial<Judgement> & Pick<Judgement, 'verdict'>,
  target: Target | null = null,
  observations: readonly Observation[] = series.map((figure) => observed(figure)),
): AssessedSeries {
  const kind = indicator.cadence.periodKind
  const points: AssessedPoint[] = series.map(({ period, value }) => ({
    period,
    value,
    time: midpoint(periodOf(kind, period)),
  }))
  const [first, latest] = [points[0] ?? null, points.at(-1) ?? null]
  return {
    indicator,
    target,
    observations,
    judgement: {
      series: '217',
      target: target?.slug ?? null,
      reason: null,
      method: { name: target ? 'linear' : 'trend', version: '1' },
      inputs: {
        points,
        baseline: target ? (points.find(({ period }) => period === target.baseline.period) ?? null) : null,
        latest,
        target: null,
        targetBand: null,
        noChangeBand: 1,
        change: first && latest ? latest.value - first.value : null,
        ratio: null,
        score: null,
      },
      provisional: false,
      fewPoints: false,
      breakAt: null,
      uncertain: false,
      stable: true,
      variants: [],
      expected: null,
      override: null,
      ...judged,
    },
  }
}
