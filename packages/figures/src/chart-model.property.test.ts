import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Target } from '@pejling/domain/target/target'
import { formatNumber } from '@pejling/domain/unit/format'
import type { Scale } from './chart-frame.ts'
import type { ChartInput, ChartSeries } from './chart-input.ts'
import { chartModel } from './chart-model.ts'
import type { ChartModel } from './chart-model.ts'
import { chartOf } from './chart.fixture.ts'
import { contains, overlaps } from './place-labels.ts'

const text = (words: string) => ({ da: words, en: words })

function drawn(input: ChartInput): ChartModel {
  const model = chartModel(input)
  if (!model) throw new Error('Nothing was drawn')
  return model
}

// Figures come out of JSON, which has no −0.
const value = fc
  .oneof(
    { weight: 6, arbitrary: fc.double({ min: -200, max: 200, noNaN: true }) },
    { weight: 3, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(0, 0.04, 12_000_000, -3) },
  )
  .map((number) => number + 0)
const observation = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      value,
      status: fc.constantFrom('A', 'A', 'A', 'B', 'P', 'E'),
      footnote: fc.constantFrom(null, null, text('En fodnote om tallet.')),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      value: fc.constant(null),
      status: fc.constantFrom('O', 'M', 'Q'),
      footnote: fc.constant(null),
    }),
  },
)
// Now and then a year is not there at all.
const observations = fc
  .array(fc.option(observation, { freq: 8 }), { minLength: 1, maxLength: 40 })
  .map((list) => list.flatMap((one, index) => (one ? [{ ...one, period: String(1990 + index) }] : [])))
const names = [
  '18–29 år',
  'Kvinder',
  'Arbejdsmarkedsuddannelser',
  'Hele landet',
  'Mænd på 80 år og derover uden for arbejdsstyrken',
]
const series = fc.array(observations, { minLength: 1, maxLength: 10 }).chain((list) =>
  fc.tuple(fc.constantFrom('headline' as const, 'comparison' as const), fc.boolean()).map(([role, named]) =>
    list.map((one, index): ChartSeries => ({
      key: String(index),
      role: index === 0 ? role : index === 1 && list.length === 2 ? 'benchmark' : 'comparison',
      label:
        index === 0 && role === 'headline' && !named
          ? null
          : `${names[index % names.length]}${index > 4 ? ` nr. ${index}` : ''}`,
      observations: one,
    })),
  ),
)
const decided: Omit<Target, 'baseline' | 'target' | 'band' | 'milestones'> = {
  slug: 'maal',
  series: '217',
  benchmark: null,
  method: null,
  decidedBy: text('Byrådet'),
  decidedOn: '2022-01-31',
  note: null,
}
const aim = fc
  .record({ year: fc.integer({ min: 1995, max: 2040 }), value, low: value, isBand: fc.boolean() })
  .map(({ year, value: aimed, low, isBand }) => ({
    ...decided,
    baseline: { period: '1992', value: low },
    target: isBand ? null : { period: String(year), value: aimed },
    band: isBand ? { period: String(year), low: Math.min(low, aimed), high: Math.max(low, aimed) } : null,
    milestones: [{ period: '1994', value: aimed }],
  }))
const measure = fc.constantFrom(
  { unit: 'percent' as const, decimals: 1, noun: null },
  { unit: 'count' as const, decimals: 0, noun: { one: text('partnerskab'), other: text('partnerskaber') } },
  { unit: 'per-thousand' as const, decimals: 2, noun: null },
  { unit: 'kroner' as const, decimals: 0, noun: null },
)
const anyChart = fc
  .record({
    series,
    measure,
    target: fc.option(aim),
    width: fc.integer({ min: 280, max: 1200 }),
    height: fc.integer({ min: 220, max: 600 }),
    heading: fc.constantFrom(null, 'Unge, der har gennemført en ungdomsuddannelse senest tre år efter 9. klasse'),
    locale: fc.constantFrom('da' as const, 'en' as const),
  })
  .map((differences) =>
    chartOf({ periodKind: 'year', everyYears: 1, limits: { lower: null, upper: null }, ...differences }),
  )
  .filter((input) => chartModel(input) !== null)
const runs = { numRuns: 150 }

/** Where a scale puts a number. */
function place({ domain: [a, b], range: [from, to] }: Scale, at: number): number {
  return from + ((at - a) / (b - a)) * (to - from)
}

describe('whatever the figures are', () => {
  it('no two labels overlap', () => {
    fc.assert(
      fc.property(anyChart, (input) => {
        const { texts } = drawn(input)
        const covered = texts.flatMap((one, index) =>
          texts
            .slice(index + 1)
            .flatMap((other) => (overlaps(one.box, other.box, -0.01) ? [`${one.text} / ${other.text}`] : [])),
        )
        expect(covered).toEqual([])
      }),
      runs,
    )
  })

  it('nothing lies outside the drawing', () => {
    fc.assert(
      fc.property(anyChart, (input) => {
        const { texts, width, height } = drawn(input)
        const sheet = { x: -0.01, y: -0.01, width: width + 0.02, height: height + 0.02 }
        expect(texts.filter(({ box }) => !contains(sheet, box))).toEqual([])
      }),
      runs,
    )
  })

  it('every measurement and the target lie inside the plot', () => {
    fc.assert(
      fc.property(anyChart, (input) => {
        const { points, target: aimed, plot } = drawn(input)
        for (const { x, y } of [...points, ...(aimed?.way ?? [])]) {
          expect(x).toBeGreaterThanOrEqual(plot.x)
          expect(x).toBeLessThanOrEqual(plot.x + plot.width)
          expect(y).toBeGreaterThanOrEqual(plot.y - 0.1)
          expect(y).toBeLessThanOrEqual(plot.y + plot.height + 0.1)
        }
      }),
      runs,
    )
  })

  it('the latest figure of the series talked about is always written, once', () => {
    fc.assert(
      fc.property(anyChart, (input) => {
        const model = drawn(input)
        const headline = input.series.find(({ role }) => role === 'headline')
        const latest = model.points.some(({ role, latest: last }) => role === 'headline' && last)
        const alone = model.texts.filter(({ role }) => role === 'latest')
        const named = model.texts.filter(({ role }) => role === 'total')
        expect(alone).toHaveLength(latest && headline?.label === null ? 1 : 0)
        expect(named.length > 0).toBe(latest && headline?.label !== null)
      }),
      runs,
    )
  })

  it('every line has its whole name and its latest figure', () => {
    fc.assert(
      fc.property(anyChart, (input) => {
        const model = drawn(input)
        for (const { key, label } of input.series) {
          const latest = model.points.find(({ series: of, latest: last }) => of === key && last)
          if (!latest || label === null) continue
          const words = model.texts.filter(({ series: of }) => of === key).map((one) => one.text)
          // As read aloud: a word torn between two lines is one word.
          const read = words.join(' ').replaceAll('- ', '')
          expect(read.replaceAll('-', '')).toContain(label.replaceAll('-', ''))
          const figure = formatNumber(latest.value, input.measure.decimals, input.locale)
          expect(words.at(-1)).toContain(figure)
        }
      }),
      runs,
    )
  })

  it('names stand in the order in which their lines end', () => {
    fc.assert(
      fc.property(anyChart, (input) => {
        const model = drawn(input)
        const column = model.texts.filter(({ series: of, x }) => of !== null && x > model.plot.x + model.plot.width)
        const ends = column
          .filter((one, index) => column.findIndex(({ series: of }) => of === one.series) === index)
          .toSorted((a, b) => a.y - b.y)
          .map(({ series: of }) => model.points.find((point) => point.series === of && point.latest)?.y ?? 0)
        expect(ends).toEqual(ends.toSorted((a, b) => a - b))
      }),
      runs,
    )
  })

  it('every measurement lies where the scales put it', () => {
    fc.assert(
      fc.property(anyChart, (input) => {
        const { points, timeScale, valueScale } = drawn(input)
        for (const { x, y, time, value: measured } of points) {
          expect(Math.abs(x - place(timeScale, time))).toBeLessThan(0.06)
          expect(Math.abs(y - place(valueScale, measured))).toBeLessThan(0.06)
        }
      }),
      runs,
    )
  })

  it('no line passes a year that is not there, and none is broken where nothing is missing', () => {
    fc.assert(
      fc.property(anyChart, (input) => {
        const { lines } = drawn(input)
        for (const { key, observations: list } of input.series) {
          const parted = list.filter(({ value: measured, period, status }, index) => {
            const before = list[index - 1]
            const follows = before && before.value !== null && Number(period) - Number(before.period) === 1
            return measured !== null && (!follows || status === 'B')
          })
          expect(lines.find(({ series: of }) => of === key)?.segments).toHaveLength(parted.length)
        }
      }),
      runs,
    )
  })

  it('the same figures give the same chart, as plain data', () => {
    fc.assert(
      fc.property(anyChart, (input) => {
        const model = drawn(input)
        expect(drawn(structuredClone(input))).toEqual(model)
        expect(JSON.parse(JSON.stringify(model))).toEqual(model)
      }),
      { numRuns: 40 },
    )
  })
})
