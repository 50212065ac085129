import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Target } from '@pejling/domain/target/target'
import { chartReadings } from './chart-readings.ts'
import { chartStates } from './chart-states.fixture.ts'
import { chartOf, countryFigures, seriesOf, turnoutFigures, yearlyChart } from './chart.fixture.ts'

const country = seriesOf(countryFigures, { key: '000', role: 'benchmark', label: 'Hele landet' })
const target: Target = {
  slug: 'maal',
  series: '217',
  baseline: { period: '2021-11-16', value: 68.6 },
  target: { period: '2029-11-20', value: 75 },
  band: null,
  benchmark: null,
  milestones: [{ period: '2025-11-18', value: 71 }],
  method: null,
  decidedBy: { da: 'Byrådet', en: 'The council' },
  decidedOn: '2022-01-31',
  note: null,
}
const read = (...given: Parameters<typeof chartReadings>) =>
  chartReadings(...given).map(({ label, readings }) => [
    label,
    ...readings.map(({ name, figure }) => `${name} ${figure}`),
  ])

it('every measurement is read with its name and its unit, the headline first', () => {
  const moments = read(chartOf({ title: 'Valgdeltagelse', series: [country, seriesOf(turnoutFigures)] }))
  expect(moments).toHaveLength(5)
  expect(moments.at(-1)).toEqual(['2025', 'Valgdeltagelse 70,5\u00A0%', 'Hele landet 69,2\u00A0%'])
})

const group = (key: string, value: number) => seriesOf([['2025', value]], { key, role: 'comparison', label: key })

it('groups are read from the highest to the lowest, after the total', () => {
  const total = seriesOf([['2025', 50]], { label: 'I alt' })
  const [moment] = chartReadings(yearlyChart([], { series: [group('lav', 40), total, group('høj', 60)] }))
  expect(moment?.readings.map(({ name }) => name)).toEqual(['I alt', 'høj', 'lav'])
})

it('a missing figure is read as the words for it, never as a number', () => {
  const [, missing] = chartReadings(yearlyChart([50, null, 52]))
  expect(missing?.readings[0]?.value).toBeNull()
  expect(missing?.readings[0]?.figure).not.toMatch(/\d/)
})

it('what is special about a figure is read with it', () => {
  const footnote = { da: 'Fintælling mangler.', en: 'Not final.' }
  const series = seriesOf([])
  const observations = [{ period: '2025', value: 50, status: 'P' as const, footnote }]
  const [moment] = chartReadings(yearlyChart([], { series: [{ ...series, observations }] }))
  expect(moment?.readings[0]?.remark).toMatch(/^Foreløbig.*Fintælling mangler\.$/)
})

it('the target and its milestones are read in their years', () => {
  const moments = read(chartOf({ title: 'Valgdeltagelse', target }))
  expect(moments.at(-2)).toEqual(['2025', 'Valgdeltagelse 70,5\u00A0%', 'Mål 71\u00A0%'])
  expect(moments.at(-1)).toEqual(['2029', 'Mål 75\u00A0%'])
})

it('the expected course is read at its end, with its interval', () => {
  const state = chartStates.find(({ name }) => name === 'A target, a benchmark and the expected course')
  const moments = state ? chartReadings(state.input) : []
  const expected = moments.at(-1)?.readings.find(({ role }) => role === 'expected')
  expect(expected?.figure).toBe('70,1\u00A0%')
  expect(expected?.remark).toMatch(/–.*\(80\s%\)/)
  expect(moments.at(-1)?.readings.some(({ role }) => role === 'target')).toBe(true)
})

it('moments come in order of time, and every figure of every series is read once', () => {
  const values = fc.array(fc.option(fc.integer({ min: -50, max: 50 })), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 10 }), (lists) => {
      const series = lists.map((list, index) =>
        seriesOf(
          list.map((value, year): [string, number | null] => [String(1990 + year), value]),
          { key: String(index), role: index === 0 ? 'headline' : 'comparison', label: `Gruppe ${index}` },
        ),
      )
      const moments = chartReadings(yearlyChart([], { series }))
      const times = moments.map(({ time }) => time)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      for (const [index, list] of lists.entries()) {
        const own = moments.flatMap(({ readings }) => readings.filter((one) => one.series === String(index)))
        expect(own.map(({ value }) => value)).toEqual(list)
      }
    }),
  )
})
