import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Observation } from '../observation/observation.ts'
import type { ProgressMethod, Target } from '../target/target.ts'
import { assess } from './assess.ts'
import type { Verdict } from './assessment.ts'
import { judge } from './judge.ts'
import { comparableHistory } from './points.ts'
import { indicatorOf, judged, observationOf, questionOf, targetOf, yearly } from './question.fixture.ts'

// Whole numbers, so that no rounding of sums and products stands between a value and a threshold.
const anyValue = fc.integer({ min: -300, max: 300 })
const values = fc.array(fc.option(anyValue, { freq: 5 }), { minLength: 1, maxLength: 12 })
const method = fc.constantFrom<ProgressMethod>('linear', 'theil-sen', 'trend', 'five-year-trend', 'latest-two')
const direction = fc.constantFrom('increase' as const, 'decrease' as const)
const goal = fc.record({
  baseline: fc.integer({ min: 2010, max: 2014 }),
  value: anyValue,
  year: fc.integer({ min: 2015, max: 2035 }),
})
const cases = fc.record({ values, method, direction, goal })
const own = (band: number) => ({ value: band, reason: { da: 'Prøve', en: 'Test' } })

function targetFor(
  observations: readonly Observation[],
  { baseline, value, year }: { baseline: number; value: number; year: number },
): Target {
  const start = observations.find((observation) => observation.period === String(baseline))?.value ?? 0
  return targetOf([baseline, start], [year, value])
}

function scaled(series: readonly (number | null)[], factor: number, shift = 0): Observation[] {
  return yearly(
    2010,
    series.map((each) => (each === null ? null : each * factor + shift)),
  )
}

interface Drawn {
  readonly values: readonly (number | null)[]
  readonly method: ProgressMethod
  readonly direction: 'increase' | 'decrease'
  readonly goal: { baseline: number; value: number; year: number }
}

function verdictOf(drawn: Drawn, factor: number, shift = 0): Verdict {
  const opposite = drawn.direction === 'increase' ? 'decrease' : 'increase'
  const observations = scaled(drawn.values, factor, shift)
  const target = targetFor(observations, { ...drawn.goal, value: drawn.goal.value * factor + shift })
  const indicator = { direction: factor < 0 ? opposite : drawn.direction, band: own(3 * Math.abs(factor)) }
  return judged(indicator, observations, { ...target, method: drawn.method }).verdict
}

test('a falling figure that should fall is judged as a rising one that should rise', () => {
  fc.assert(
    fc.property(cases, (drawn) => {
      expect(verdictOf(drawn, -1)).toBe(verdictOf(drawn, 1))
    }),
  )
})

test('the unit the figures are written in makes no difference', () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(2, 8, 0.5, 1024), (drawn, factor) => {
      expect(verdictOf(drawn, factor)).toBe(verdictOf(drawn, 1))
    }),
  )
})

test('where the scale begins makes no difference', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: -1000, max: 1000 }), (drawn, shift) => {
      expect(verdictOf(drawn, 1, shift)).toBe(verdictOf(drawn, 1))
    }),
  )
})

const poorestPace: readonly Verdict[] = ['wrong-way', 'no-change', 'too-slow', 'behind', 'on-track', 'reached']
const poorestTrend: readonly (readonly Verdict[])[] = [['worsening'], ['stable', 'unclear'], ['improving']]

test('a higher latest figure never gives a poorer verdict where more is better', () => {
  const drawn = fc.record({
    first: fc.integer({ min: 1, max: 300 }),
    between: fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 5 }),
    latest: fc.integer({ min: 1, max: 300 }),
    raise: fc.integer({ min: 1, max: 300 }),
    target: fc.integer({ min: 1, max: 400 }),
    year: fc.integer({ min: 2011, max: 2035 }),
    method: fc.constantFrom<ProgressMethod>(
      'linear',
      'theil-sen',
      'cagr',
      'un',
      'trend',
      'five-year-trend',
      'latest-two',
    ),
  })
  fc.assert(
    fc.property(drawn, ({ first, between, latest, raise, target, year, method: by }) => {
      const isTrend = by === 'trend' || by === 'five-year-trend' || by === 'latest-two'
      const rank = (last: number): number => {
        const observations = yearly(2010, [first, ...between, last])
        const decided = targetOf([2010, first], [year, target], { method: by })
        const indicator = indicatorOf()
        const { verdict } = assess({
          indicator,
          history: comparableHistory(indicator, observations),
          target: isTrend ? null : decided,
          method: by,
          on: '2026-06-30',
        })
        return isTrend ? poorestTrend.findIndex((same) => same.includes(verdict)) : poorestPace.indexOf(verdict)
      }
      const [before, after] = [rank(latest), rank(latest + raise)]
      fc.pre(before >= 0 && after >= 0)
      expect(after).toBeGreaterThanOrEqual(before)
    }),
  )
})

test('years without a figure make no difference, wherever they lie', () => {
  fc.assert(
    fc.property(cases, ({ values: list, method: by, direction: way, goal: drawn }) => {
      const observations = yearly(2010, list)
      const known = observations.filter((observation) => observation.value !== null)
      for (const target of [null, { ...targetFor(observations, drawn), method: by }]) {
        expect(judged({ direction: way }, known, target)).toEqual(judged({ direction: way }, observations, target))
      }
    }),
  )
})

test('a target that is the baseline is reached or not assessed, whatever happens', () => {
  fc.assert(
    fc.property(anyValue, anyValue, direction, (first, latest, way) => {
      const target = targetOf([2010, first], [2030, first])
      const { verdict, reason } = judged({ direction: way }, yearly(2010, [first, latest]), target)
      const isThere = way === 'increase' ? latest >= first : latest <= first
      expect([verdict, reason]).toEqual(isThere ? ['reached', null] : ['not-assessed', 'target-is-baseline'])
    }),
  )
})

test('once the target year has come, the pace is the share of the way and nothing is on track', () => {
  const late = fc.record({ first: anyValue, latest: anyValue, target: anyValue, years: fc.integer({ min: 0, max: 9 }) })
  fc.assert(
    fc.property(late, ({ first, latest, target, years }) => {
      fc.pre(target > first)
      const observations = [observationOf(2010, first), observationOf(2020 + years, latest)]
      const { verdict, inputs } = judged({}, observations, targetOf([2010, first], [2020, target]))
      expect(inputs.ratio).toBeCloseTo((latest - first) / (target - first), 12)
      expect(verdict).not.toBe('on-track')
      expect(verdict === 'reached').toBe(latest >= target)
    }),
  )
})

test('zero is a value: a figure that comes to zero is judged as one that comes to any other', () => {
  fc.assert(
    fc.property(cases, ({ values: list, ...drawn }) => {
      const last = list.findLast((each) => each !== null) ?? 0
      expect(verdictOf({ values: list, ...drawn }, 1, -last)).toBe(verdictOf({ values: list, ...drawn }, 1))
    }),
  )
})

test('the order the figures come in makes no difference', () => {
  const shuffled = values.chain((list) =>
    fc.tuple(fc.constant(yearly(2010, list)), fc.shuffledSubarray(yearly(2010, list), { minLength: list.length })),
  )
  fc.assert(
    fc.property(shuffled, goal, ([ordered, mixed], drawn) => {
      for (const target of [null, targetFor(ordered, drawn)]) {
        expect(judge(questionOf({}, mixed, target))).toEqual(judge(questionOf({}, ordered, target)))
      }
    }),
  )
})

test('figures that are missing, suppressed or impossible are never points', () => {
  const status = fc.constantFrom('O' as const, 'L' as const, 'M' as const, 'Q' as const)
  fc.assert(
    fc.property(values, goal, fc.array(status, { maxLength: 5 }), (list, drawn, statuses) => {
      const observations = yearly(2010, list)
      // Of figures that are all suppressed, something is said: that they are.
      fc.pre(list.some((each) => each !== null))
      const empty = statuses.map((each, index) => observationOf(2022 + index, null, { status: each }))
      for (const target of [null, targetFor(observations, drawn)]) {
        expect(judged({}, [...observations, ...empty], target)).toEqual(judged({}, observations, target))
      }
    }),
  )
})

test('there is always a verdict, a reason exactly where there is none, and no number that is none', () => {
  const anyMethod = fc.constantFrom<ProgressMethod>(
    'linear',
    'theil-sen',
    'cagr',
    'un',
    'trend',
    'five-year-trend',
    'latest-two',
    'cagr-trend',
  )
  const anyDirection = fc.constantFrom(
    'increase' as const,
    'decrease' as const,
    'maintain' as const,
    'towards' as const,
  )
  fc.assert(
    fc.property(values, goal, anyMethod, anyDirection, fc.boolean(), (list, drawn, by, way, isBand) => {
      const observations = yearly(2010, list)
      const target = { ...targetFor(observations, drawn), method: by }
      const band = { period: String(drawn.year), low: drawn.value, high: drawn.value + 5 }
      const asked = isBand ? { ...target, target: null, band } : target
      const judgement = judged({ direction: way, towards: way === 'towards' ? 1 : null }, observations, asked)
      expect(judgement.reason !== null).toBe(judgement.verdict === 'not-assessed')
      const { change, ratio, score, noChangeBand, changeLimits } = judgement.inputs
      for (const number of [change, ratio, score, noChangeBand, changeLimits?.low ?? 0, changeLimits?.high ?? 0])
        expect(number === null || Number.isFinite(number)).toBe(true)
      for (const point of judgement.expected?.points ?? []) expect(Number.isFinite(point.low + point.high)).toBe(true)
    }),
  )
})
