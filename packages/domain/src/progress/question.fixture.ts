import { exampleObservation } from '../observation/observation.fixture.ts'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Observation } from '../observation/observation.ts'
import type { Target } from '../target/target.ts'
import type { Text } from '../text.ts'
import type { Judgement } from './assessment.ts'
import { judge } from './judge.ts'
import type { Question } from './judge.ts'

const text: Text = { da: 'Tekst', en: 'Text' }

/** A yearly percentage, one decimal, where more is better; change what the test is about. */
export function indicatorOf(change: Partial<Indicator> = {}): Indicator {
  return exampleIndicator({ cadence: { periodKind: 'year', everyYears: 1, delayMonths: 3 }, ...change })
}

/** A figure of one period; change what the test is about. */
export function observationOf(
  period: string | number,
  value: number | null,
  change: Partial<Observation> = {},
): Observation {
  return exampleObservation(String(period), value, change)
}

/** Figures of the periods, e.g. `figures([2015, 14.5], [2023, 10.4])`. */
export function figures(
  ...pairs: readonly (readonly [period: string | number, value: number | null])[]
): Observation[] {
  return pairs.map(([period, value]) => observationOf(period, value))
}

/** One figure a year from the given year on. */
export function yearly(from: number, values: readonly (number | null)[]): Observation[] {
  return values.map((value, index) => observationOf(from + index, value))
}

type Pair = readonly [period: string | number, value: number]

/** A target from a baseline to a value, by the default method. */
export function targetOf(baseline: Pair, target: Pair | null, change: Partial<Target> = {}): Target {
  return {
    slug: 'maal',
    series: '217',
    baseline: { period: String(baseline[0]), value: baseline[1] },
    target: target && { period: String(target[0]), value: target[1] },
    band: null,
    benchmark: null,
    milestones: [],
    method: null,
    decidedBy: text,
    decidedOn: '2024-06-24',
    note: null,
    ...change,
  }
}

/** What is asked of a series; without a target unless one is given. */
export function questionOf(
  indicator: Partial<Indicator>,
  observations: readonly Observation[],
  target: Target | null = null,
): Question {
  return { indicator: indicatorOf(indicator), series: '217', observations, target, override: null, on: '2026-06-30' }
}

/** The judgement of a series. */
export function judged(
  indicator: Partial<Indicator>,
  observations: readonly Observation[],
  target: Target | null = null,
): Judgement {
  return judge(questionOf(indicator, observations, target))
}
