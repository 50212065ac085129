import type { Dimension } from '@pejling/domain/dimension'
import { protect } from '@pejling/domain/disclosure/protect'
import { exampleIndicator } from '@pejling/domain/indicator/indicator.fixture'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { parseSeriesKey, seriesKey } from '@pejling/domain/series'
import { atMost } from './results.ts'

/** A repeatable stream of numbers from 0 to 1 (Park & Miller 1988). */
export function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const name = { da: 'Gruppe', en: 'Group' }
const groupsOf = (slug: string, groups: number): Dimension => ({
  slug,
  name,
  categories: Array.from({ length: groups }, (_, index) => ({ slug: `g${index}`, name, code: null, parent: null })),
})

/** Parts of the country, regions within them, and the groups of two further dimensions. */
type Shape = readonly [parts: number, regions: number, ages: number, schools: number]

/** 240 to 1,200 cells, totals included. */
const shapes: readonly Shape[] = [
  [3, 6, 3, 5],
  [3, 9, 4, 5],
  [3, 12, 4, 5],
  [3, 15, 4, 5],
  [3, 26, 4, 5],
  [3, 36, 4, 5],
]

type Measure = 'counts' | 'percentages'

/** Whom a cell counts, and among how many. */
interface People {
  readonly counted: number
  readonly among: number
}

/** A three-way table of one period with a hierarchy, a third of whose counts are about too few people. */
export function threeWay([parts, regions, ages, schools]: Shape, measure: Measure) {
  const next = numbers(7)
  const category = (slug: string, parent: string | null) => ({ slug, name, code: null, parent })
  const within = (region: number): string => `o${Math.floor((region * parts) / regions)}`
  const dimensions: readonly Dimension[] = [
    {
      slug: 'egn',
      name,
      categories: [
        ...Array.from({ length: parts }, (_, index) => category(`o${index}`, null)),
        ...Array.from({ length: regions }, (_, index) => category(`r${index}`, within(index))),
      ],
    },
    groupsOf('alder', ages),
    groupsOf('uddannelse', schools),
  ]
  const sizes = Array.from({ length: regions }, () => 8 * (0.2 + 2 * next() ** 3))
  const people = new Map<string, People>()
  for (const [region, size] of sizes.entries()) {
    for (let age = 0; age < ages; age += 1) {
      for (let school = 0; school < schools; school += 1) {
        const counted = Math.floor(-Math.log(1 - next()) * size)
        const others = measure === 'counts' ? 0 : Math.floor(-Math.log(1 - next()) * size * 4)
        for (const egn of [null, within(region), `r${region}`]) {
          for (const alder of [null, `g${age}`]) {
            for (const uddannelse of [null, `g${school}`]) {
              const categories = Object.fromEntries(
                Object.entries({ egn, alder, uddannelse }).filter(
                  (entry): entry is [string, string] => entry[1] !== null,
                ),
              )
              const key = seriesKey({ area: '217', categories })
              const before = people.get(key) ?? { counted: 0, among: 0 }
              people.set(key, { counted: before.counted + counted, among: before.among + counted + others })
            }
          }
        }
      }
    }
  }
  const series = [...people].map(([key, { counted, among }]) => ({
    key,
    ...parseSeriesKey(key),
    observations: [
      measure === 'counts'
        ? exampleObservation('2025', counted)
        : exampleObservation('2025', among === 0 ? 0 : (100 * counted) / among, {
            numerator: counted,
            denominator: among,
          }),
    ],
  }))
  const few = [...people.values()].filter(({ counted }) => counted > 0 && counted < 5).length
  return { dimensions, series, few }
}

/** Protects one such table. Returns the seconds of processor time it took, and how many figures were suppressed. */
export function protectThreeWay(shape: Shape, measure: Measure) {
  const { series, few, dimensions } = threeWay(shape, measure)
  const before = process.cpuUsage()
  const { withheld: suppressed } = protect({
    dimensions,
    indicator: exampleIndicator({
      ...(measure === 'counts' ? { unit: 'count' as const, noun: { one: name, other: name } } : {}),
      cadence: { periodKind: 'year', everyYears: 1, delayMonths: 0 },
    }),
    series,
    areas: [],
    earlier: [],
    linked: [],
  })
  const seconds = process.cpuUsage(before).user / 1e6
  return { cells: series.length, few, withheld: suppressed.length, seconds }
}

/**
 * How long large tables take, and how that grows. Processor time, so that other programs of the machine do not count.
 */
export function timeLargeTables(): void {
  for (const measure of ['counts', 'percentages'] as const) {
    let before: { readonly cells: number; readonly seconds: number } | null = null
    for (const shape of shapes) {
      const { cells, few, withheld: suppressed, seconds } = protectThreeWay(shape, measure)
      const growth = before
        ? `, ${(seconds / before.seconds).toFixed(1)} times that of ${before.cells} cells (${(cells / before.cells).toFixed(1)} times as many)`
        : ''
      const detail = `${seconds.toFixed(1)} s${growth}, ${suppressed} withheld, ${few} counts of too few people`
      atMost(`statistics: a three-way table of ${cells} cells as ${measure}, of 10 s`, detail, seconds / 10, 1)
      before = { cells, seconds }
    }
  }
}
