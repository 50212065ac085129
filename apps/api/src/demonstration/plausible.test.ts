import { actionKey } from '@pejling/domain/action-plan/action-plan'
import { dateOfDay, dayNumber } from '@pejling/domain/day'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Observation } from '@pejling/domain/observation/observation'
import { periodOf } from '@pejling/domain/period/period'
import { seriesKey } from '@pejling/domain/series'
import { integer, nat, record, sample, type Arbitrary } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deliveredFiles, wellRead } from '../data-folder/delivered.fixture.ts'
import { demonstrate, type DemonstrationSettings } from './demonstrate.ts'

/* What a reader who knows the country would object to is in no demonstration, whatever the seed and the day it is made. */

const delivered = wellRead(deliveredFiles)
const anySettings: Arbitrary<DemonstrationSettings> = record({
  seed: nat(100_000),
  today: integer({ min: dayNumber('2026-01-01'), max: dayNumber('2046-12-31') }).map(dateOfDay),
})
const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0)
const isBetween = (value: number, low: number, high: number): boolean => value >= low && value <= high

describe.each([{ seed: 2026, today: '2026-11-30' }, { seed: 2026, today: '2028-02-29' }, ...sample(anySettings, 4)])(
  'a demonstration with seed $seed made on $today',
  (settings) => {
    const { today } = settings
    const shown = demonstrate(delivered, settings)
    const indicators = new Map(shown.indicators.map((indicator) => [indicator.slug, indicator]))
    const rows = shown.observations.flatMap((row) => {
      const indicator = indicators.get(row.indicator)
      return indicator ? [{ ...row, indicator, key: seriesKey(row.series) }] : []
    })
    type Row = (typeof rows)[number]
    const name = ({ indicator, key, observation }: Row): string => `${indicator.slug} ${key} ${observation.period}`
    const isHeadline = ({ indicator, key }: Row): boolean => indicator.area === key
    const of = (slug: string): Row[] => rows.filter(({ indicator }) => indicator.slug === slug)

    /** The figures of the groups of a dimension in a period, with that of the whole. */
    const divisions = ((): { indicator: Indicator; whole: Observation; groups: Observation[] }[] => {
      const wholes = new Map(
        rows
          .filter(isHeadline)
          .map(({ indicator, observation }) => [`${indicator.slug} ${observation.period}`, observation]),
      )
      const divided = Map.groupBy(
        rows.filter(({ series }) => Object.keys(series.categories).length === 1),
        ({ indicator, series, observation }) =>
          `${indicator.slug} ${observation.period} ${Object.keys(series.categories)[0]}`,
      )
      return [...divided.values()].flatMap((groups) => {
        const [first] = groups
        const whole = first && wholes.get(`${first.indicator.slug} ${first.observation.period}`)
        return first && whole
          ? [{ indicator: first.indicator, whole, groups: groups.map(({ observation }) => observation) }]
          : []
      })
    })()

    test('has groups that add up: those of a count, and the people behind those of a share', () => {
      const overall = divisions.flatMap(({ indicator: { slug, unit, decimals }, whole, groups }) => {
        if (whole.value === null) return []
        const wrong: string[] = []
        if (unit === 'count' && decimals === 0 && sum(groups.map(({ value }) => value)) !== whole.value)
          wrong.push('count')
        if (whole.numerator !== null) {
          if (sum(groups.map(({ numerator }) => numerator)) !== whole.numerator) wrong.push('numerator')
          if (sum(groups.map(({ denominator }) => denominator)) !== whole.denominator) wrong.push('denominator')
        }
        return wrong.map((what) => `${slug} ${whole.period}: ${what}`)
      })
      expect(overall).toEqual([])
      expect(divisions.length).toBeGreaterThan(300)
    })

    test('has shares that are those of their people, within their limits, and between those of their groups', () => {
      const outside = rows.filter(({ indicator: { limits }, observation: { value } }) => {
        return value !== null && !isBetween(value, limits.lower ?? -Infinity, limits.upper ?? Infinity)
      })
      expect(outside.map(name)).toEqual([])
      const miscounted = rows.filter(({ indicator: { unit }, observation: { value, numerator, denominator } }) => {
        if (unit !== 'percent' || value === null || numerator === null || denominator === null) return false
        return Math.abs(value - (100 * numerator) / denominator) > 0.06
      })
      expect(miscounted.map(name)).toEqual([])
      const beside = divisions.filter(({ indicator: { unit }, whole, groups }) => {
        const values = groups.flatMap(({ value }) => (value === null ? [] : [value]))
        return (
          unit === 'percent' &&
          whole.value !== null &&
          !isBetween(whole.value, Math.min(...values), Math.max(...values))
        )
      })
      expect(beside.map(({ indicator, whole }) => `${indicator.slug} ${whole.period}`)).toEqual([])
    })

    test('has a council of 25, of whom few are over 75', () => {
      const seats = of('byraadsmedlemmer')
      expect(new Set(seats.filter(isHeadline).map(({ observation }) => observation.value))).toEqual(new Set([25]))
      const oldest = seats.filter(({ series }) => series.categories.alder === '75-plus')
      expect(oldest.length).toBeGreaterThan(3)
      expect(oldest.filter(({ observation }) => (observation.value ?? 0) > 3).map(name)).toEqual([])
    })

    test('has the people of a Danish town: most of Danish origin, adults of every age', () => {
      const people = of('befolkning-18-plus')
      const whole = new Map(
        people.filter(isHeadline).map(({ observation }) => [observation.period, observation.value ?? 0]),
      )
      const shares = (dimension: string, category: string): number[] =>
        people.flatMap(({ series, observation }) =>
          series.categories[dimension] === category
            ? [(observation.value ?? 0) / (whole.get(observation.period) ?? 1)]
            : [],
        )
      const foreign = shares('herkomst', 'indvandrere-og-efterkommere')
      expect(foreign).not.toEqual([])
      expect(foreign.filter((share) => !isBetween(share, 0.08, 0.22))).toEqual([])
      for (const age of ['18-29', '30-44', '45-59', '60-74', '75-plus']) {
        expect(shares('alder', age)).not.toEqual([])
        expect(shares('alder', age).filter((share) => !isBetween(share, 0.1, 0.3))).toEqual([])
      }
    })

    test.each([
      ['valgdeltagelse-kv', 55, 85],
      ['valgdeltagelse-fv', 75, 93],
      ['ensomhed', 4, 18],
      ['tillid-til-andre', 5.5, 8],
      ['neet-16-24', 2, 20],
      ['beskaeftigelsesfrekvens', 62, 88],
      ['elevtrivsel', 3, 4.3],
    ])('has figures and targets of the size they have in Denmark (%s)', (slug, low, high) => {
      const whole = of(slug).filter(({ series }) => Object.keys(series.categories).length === 0)
      expect(whole.length).toBeGreaterThan(4)
      expect(
        whole.filter(({ observation: { value } }) => value !== null && !isBetween(value, low, high)).map(name),
      ).toEqual([])
      const aimed = shown.targets
        .filter(({ indicator }) => indicator === slug)
        .map(({ target }) => target.target?.value ?? 0)
      expect(aimed.filter((value) => !isBetween(value, low, high))).toEqual([])
    })

    test('gives answers and a margin to surveys alone, and more answers to the country than to the municipality in it', () => {
      const asked = rows.filter(({ observation: { sampleSize, margin } }) => sampleSize !== null || margin !== null)
      expect(new Set(asked.map(({ indicator }) => indicator.cadence.periodKind))).toEqual(new Set(['survey-wave']))
      expect(asked.map(({ indicator }) => indicator.slug)).not.toContain('ungeraad-deltagelse')
      const answers = new Map(asked.map((row) => [name(row), row.observation.sampleSize ?? 0]))
      const national = [...answers].filter(([row]) => row.includes(' 000 '))
      expect(national.length).toBeGreaterThan(5)
      expect(national.filter(([row, most]) => most <= (answers.get(row.replace(' 000 ', ' 217 ')) ?? 0))).toEqual([])
    })

    test('has no straight lines', () => {
      const series = Map.groupBy(rows, ({ indicator, key }) => `${indicator.slug} ${key}`)
      const straight = [...series].filter(([, own]) => {
        const values = own.flatMap(({ observation: { value } }) => (value === null ? [] : [value]))
        if (values.length < 8 || values.every((value) => value === values[0])) return false
        const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0))
        return Math.max(...steps) - Math.min(...steps) <= Math.abs(sum(steps)) / steps.length / 10
      })
      expect(straight.map(([one]) => one)).toEqual([])
    })

    test('has no figure of a period that is not over, and expects the next after today', () => {
      const early = rows.filter(({ indicator, observation }) => {
        return dateOfDay(periodOf(indicator.cadence.periodKind, observation.period).end) > today
      })
      expect(early.map(name)).toEqual([])
      const late = shown.indicators.filter(({ nextExpectedOn }) => nextExpectedOn !== null && nextExpectedOn <= today)
      expect(late.map(({ slug }) => slug)).toEqual([])
    })

    test('has targets within the limits, decided after their baseline and before today, of which just one is overdue', () => {
      const wrong = shown.targets.filter(({ indicator: slug, target }) => {
        const { limits, cadence } = indicators.get(slug) ?? { limits: { lower: 0, upper: 0 } }
        if (cadence === undefined) return true
        const known = dateOfDay(periodOf(cadence.periodKind, target.baseline.period).end)
        const value = target.target?.value ?? Number.NaN
        return (
          !isBetween(value, limits.lower ?? -Infinity, limits.upper ?? Infinity) ||
          target.decidedOn < known ||
          target.decidedOn >= today
        )
      })
      expect(wrong).toEqual([])
      const ended = shown.targets.filter(({ indicator: slug, target }) => {
        const kind = indicators.get(slug)?.cadence.periodKind ?? 'year'
        return target.target !== null && dateOfDay(periodOf(kind, target.target.period).end) <= today
      })
      expect(ended).toHaveLength(1)
      const measured = rows.filter(({ indicator, observation, key }) =>
        ended.some(
          (one) =>
            one.indicator === indicator.slug &&
            one.target.series === key &&
            one.target.target?.period === observation.period,
        ),
      )
      expect(measured).toEqual([])
    })

    const actions = shown.actionPlans.flatMap((plan) => plan.actions.map((action) => ({ plan, ...action })))

    test('has actions in every state, with dates and milestones that agree with it', () => {
      expect(new Set(actions.map(({ state }) => state))).toEqual(
        new Set(['idea', 'planned', 'under-way', 'done', 'stopped']),
      )
      const disagree = actions.filter(({ state, stateReason, startsOn, endsOn, milestones }) => {
        if (state === 'idea') return startsOn !== null || endsOn !== null
        if (startsOn === null || endsOn === null || startsOn >= endsOn) return true
        if ((stateReason !== null) !== (state === 'stopped')) return true
        if (milestones.some(({ due, done }) => done !== due < today || due < startsOn || due > endsOn)) return true
        if (state === 'planned') return startsOn <= today
        if (state === 'under-way') return startsOn >= today || endsOn <= today
        return endsOn >= today
      })
      expect(disagree.map(({ slug }) => slug)).toEqual([])
    })

    test('has actions that are meant to move an indicator of the goal they serve', () => {
      const astray = actions.filter(({ goals, indicators: moved }) => {
        const goal = indicators.get(moved[0] ?? '')?.goals.map((link) => link.goal)
        return goals.length !== 1 || moved.length !== 1 || !goal?.includes(goals[0] ?? '')
      })
      expect(astray.map(({ slug }) => slug)).toEqual([])
    })

    test('has ideas in every state, voiced before an action took them up', () => {
      const { ideas } = shown.administration
      const begun = new Map(actions.map(({ plan, slug, startsOn }) => [actionKey(plan, slug), startsOn ?? '']))
      const early = ideas.filter(
        ({ voicedOn, takenUpBy }) =>
          voicedOn >= today || takenUpBy.some((taken) => (begun.get(actionKey(taken, taken.action)) ?? '') <= voicedOn),
      )
      expect(early.map(({ slug }) => slug)).toEqual([])
      const states = ideas.map(({ takenUpBy, whyNot }) => `${takenUpBy.length > 0} ${whyNot !== null}`)
      expect(new Set(states)).toEqual(new Set(['true false', 'false true', 'false false']))
    })

    test('has a meeting to come, and one the year before that alone has decided something', () => {
      const [held, coming] = shown.administration.meetings.toSorted((a, b) => (a.date < b.date ? -1 : 1))
      expect(isBetween(Date.parse(today), Date.parse(held?.date ?? ''), Date.parse(coming?.date ?? ''))).toBe(true)
      expect(coming?.items.filter(({ decision, said }) => decision !== null || said !== null)).toEqual([])
      expect(held?.items.filter(({ decision }) => decision === null)).toEqual([])
    })
  },
)
