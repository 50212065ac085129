import * as fc from 'fast-check'
import type { Area } from '../area.ts'
import type { Dimension } from '../dimension.ts'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import type { Observation } from '../observation/observation.ts'
import { compileIndicator } from '../compile/compile.ts'
import type { CompiledIndicator, IndicatorMaterial } from '../compile/compile.ts'
import type { SeriesObservations } from '../series-observations.ts'
import { parseSeriesKey, seriesKey } from '../series.ts'
import type { Series } from '../series.ts'
import type { Target } from '../target/target.ts'
import type { Text } from '../text.ts'
import type { EarlierRelease } from './earlier.ts'
import { defaultDisclosureRule } from '../indicator/disclosure-rule.ts'

/*
 * Invented municipalities, published through the real compiler release by release: shares, counts, rates and surveys, by
 * groups and by districts, with totals that are values alone and a second indicator that counts the same people.
 */

const period = '2025'
const name = { da: 'Gruppe', en: 'Group' }
/** The dimension whose categories are districts. */
const district = 'd'

/** People by the finest groups: those counted, and those not. */
export type Leaf = readonly [number, number]

/** A category or `null` for each dimension. */
export type Cell = readonly (string | null)[]

/** A municipality over some releases. */
export interface World {
  readonly unit: 'percent' | 'per-thousand' | 'count' | 'survey'
  readonly dimensions: readonly Dimension[]
  /** Whether totals, those of districts too, are published as values alone. */
  readonly bareTotals: boolean
  /** Whether numerators are published as counts too, by another indicator. */
  readonly twin: boolean
  /** The leaves of each release are in the order of {@link leavesOf}, what is recorded in that of {@link cellsOf}. */
  readonly releases: readonly {
    readonly minimum: number
    readonly leaves: readonly Leaf[]
    readonly recorded: readonly boolean[]
  }[]
}

const leafSlugs = ({ categories }: Dimension): string[] =>
  categories.filter(({ slug }) => !categories.some(({ parent }) => parent === slug)).map(({ slug }) => slug)

const product = <Item>(lists: readonly (readonly Item[])[]): Item[][] =>
  lists.reduce<Item[][]>((sofar, list) => sofar.flatMap((row) => list.map((item) => [...row, item])), [[]])

/** The finest groups, each by its category in every dimension. */
export function leavesOf({ dimensions }: Pick<World, 'dimensions'>): string[][] {
  return product(dimensions.map(leafSlugs))
}

/** Every cell there could be figures for. */
export function cellsOf({ dimensions }: Pick<World, 'dimensions'>): Cell[] {
  return product(dimensions.map(({ categories }) => [null, ...categories.map(({ slug }) => slug)]))
}

/** Whether a finest group lies in another, or is it; every one lies in the total. */
const lies = (dimension: Dimension | undefined, leaf: string | undefined, group: string | null): boolean => {
  let at: string | null = group === null ? null : (leaf ?? null)
  while (at !== null && at !== group) {
    const category: string = at
    at = dimension?.categories.find(({ slug }) => slug === category)?.parent ?? null
  }
  return at === group
}

/** The places of the leaves a cell is made of. */
export function membersOf(world: Pick<World, 'dimensions'>, cell: Cell): number[] {
  return leavesOf(world).flatMap((leaf, place) =>
    cell.every((group, index) => lies(world.dimensions[index], leaf[index], group)) ? [place] : [],
  )
}

/** The series of a cell: a district is an area, every other category a group. */
export function seriesOf({ dimensions }: Pick<World, 'dimensions'>, cell: Cell): Series {
  const named = dimensions.flatMap(({ slug }, index) => {
    const category = cell[index] ?? null
    return category === null ? [] : [[slug, category] as const]
  })
  const area = named.find(([slug]) => slug === district)?.[1] ?? '217'
  return { area, categories: Object.fromEntries(named.filter(([slug]) => slug !== district)) }
}

/** The cell a published figure is about. */
export function cellOf({ dimensions }: Pick<World, 'dimensions'>, { area, categories }: Series): Cell {
  return dimensions.map(({ slug }) => (slug === district ? (area === '217' ? null : area) : (categories[slug] ?? null)))
}

function dimensionOf(slug: string, leaves: number, grouped: number): Dimension {
  const category = (of: string, parent: string | null) => ({ slug: of, name, code: null, parent })
  const parent = `${slug}0`
  return {
    slug,
    name,
    categories: [
      ...(grouped > 0 ? [category(parent, null)] : []),
      ...Array.from({ length: leaves }, (_, index) => category(`${slug}${index + 1}`, index < grouped ? parent : null)),
    ],
  }
}

const anyLeaf = fc.tuple(
  fc.oneof(fc.nat(9), fc.nat(9), fc.integer({ min: 5, max: 60 })),
  fc.oneof(fc.nat(9), fc.integer({ min: 5, max: 60 }), fc.integer({ min: 5, max: 60 })),
)

/** One in so many is false. */
const someTrue = (freq: number, length: number) =>
  fc.array(
    fc.nat(freq).map((drawn) => drawn > 0),
    { minLength: length, maxLength: length },
  )

const anyMinimum = fc.constantFrom(3, 5, 10)

/**
 * Municipalities with one to three dimensions, one of them perhaps districts, hierarchies, unrecorded cells, figures that
 * are corrected, withdrawn and added again, and a minimum that is changed.
 */
export const anyWorld: fc.Arbitrary<World> = fc
  .record({
    unit: fc.constantFrom<World['unit']>('percent', 'count', 'per-thousand', 'survey'),
    bareTotals: fc.nat(5).map((drawn) => drawn === 0),
    twin: fc.nat(3).map((drawn) => drawn === 0),
    first: fc.tuple(fc.integer({ min: 2, max: 5 }), fc.constantFrom(0, 0, 2)),
    second: fc.option(fc.integer({ min: 2, max: 3 }), { freq: 2 }),
    third: fc.option(fc.constant(2), { freq: 1 }),
    isDistrict: fc.boolean(),
    minimum: anyMinimum,
    changesMinimum: fc.boolean(),
    releases: fc.integer({ min: 1, max: 3 }),
  })
  .chain((drawn) => {
    const { first, second, third, isDistrict, minimum } = drawn
    const [leaf, grouped] = first
    const dimensions = [
      dimensionOf('a', leaf, grouped < leaf ? grouped : 0),
      ...(second === null ? [] : [dimensionOf(isDistrict ? district : 'b', second, 0)]),
      ...(second === null || third === null ? [] : [dimensionOf('c', third, 0)]),
    ]
    const leafCount = leavesOf({ dimensions }).length
    const cellCount = cellsOf({ dimensions }).length
    const leaves = fc.array(anyLeaf, { minLength: leafCount, maxLength: leafCount })
    const change = fc.record({
      leaves,
      corrects: fc.boolean(),
      kept: someTrue(6, leafCount),
      recorded: someTrue(12, cellCount),
      minimum: drawn.changesMinimum ? anyMinimum : fc.constant(minimum),
    })
    return fc
      .tuple(leaves, someTrue(12, cellCount), fc.array(change, { maxLength: drawn.releases - 1 }))
      .map(([initial, recorded, changes]): World => {
        const all = [{ minimum, leaves: initial, recorded }]
        for (const next of changes) {
          const before = all.at(-1)?.leaves ?? initial
          const ever = recorded.map((_, place) => all.some((release) => release.recorded[place] === true))
          // Either figures are corrected, and what was ever recorded with them, or figures are withdrawn and added.
          all.push({
            minimum: next.minimum,
            leaves: next.corrects
              ? before.map((one, index) => (next.kept[index] === true ? one : (next.leaves[index] ?? one)))
              : before,
            recorded: next.corrects ? ever.map((is, place) => is || next.recorded[place] === true) : next.recorded,
          })
        }
        const isShare = drawn.unit === 'percent' || drawn.unit === 'per-thousand'
        return {
          unit: drawn.unit,
          dimensions,
          bareTotals: drawn.bareTotals && isShare,
          twin: drawn.twin && isShare,
          releases: all,
        }
      })
  })

const numeratorOf = 'de-talte'

function indicatorOf({ unit, dimensions, twin }: World, minimum: number, isTwin: boolean): Indicator {
  const isCount = isTwin || unit === 'count'
  return exampleIndicator({
    slug: isTwin ? 'antal' : 'andel',
    unit: isCount ? 'count' : unit === 'survey' ? 'percent' : unit,
    noun: isCount ? { one: name, other: name } : null,
    cadence: { periodKind: 'year', everyYears: 1, delayMonths: 0 },
    dimensions: dimensions.map(({ slug }) => slug).filter((slug) => slug !== district),
    disclosure: {
      ...defaultDisclosureRule,
      minimum,
      populations: { numerator: twin ? numeratorOf : null, denominator: null },
    },
  })
}

/** How many people are in the leaves at these places, counted (0) or not (1). */
export function sumOf(leaves: readonly Leaf[], members: readonly number[], quantity: 0 | 1): number {
  return members.reduce((total, place) => total + (leaves[place]?.[quantity] ?? 0), 0)
}

/** What an author may write of a figure; its name is without digits, which would be numbers as well. */
export function saying(world: World, isTwin: boolean, key: string, [numerator, rest]: Leaf): string {
  const named = key.replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')
  const isTotal = Object.keys(parseSeriesKey(key).categories).length === 0
  const { value, ...counts } = observationOf(world, isTotal, isTwin, [numerator, rest])
  const denominator = counts.denominator ?? counts.sampleSize
  return `${named}: ${denominator === null ? (value?.toFixed(2) ?? '0') : `${numerator} / ${denominator}`} (${period})`
}

function observationOf({ unit, bareTotals }: World, isTotal: boolean, isCount: boolean, counted: Leaf): Observation {
  const [numerator, rest] = counted
  const denominator = numerator + rest
  if (isCount || unit === 'count') return exampleObservation(period, numerator)
  if (denominator === 0) return exampleObservation(period, null, { status: 'M' })
  const value = ((unit === 'per-thousand' ? 1000 : 100) * numerator) / denominator
  if (unit === 'survey') return exampleObservation(period, value, { sampleSize: denominator })
  return exampleObservation(period, value, bareTotals && isTotal ? {} : { numerator, denominator })
}

/** The figures of a release as they are in the workspace. */
export function figuresOf(world: World, release: World['releases'][number], isTwin: boolean): SeriesObservations[] {
  const said: Text[] = []
  return cellsOf(world).flatMap((cell, place) => {
    if (release.recorded[place] !== true) return []
    const members = membersOf(world, cell)
    const counted = [sumOf(release.leaves, members, 0), sumOf(release.leaves, members, 1)] as const
    const series = seriesOf(world, cell)
    const isTotal = Object.keys(series.categories).length === 0
    const key = seriesKey(series)
    const words = saying(world, isTwin, key, counted)
    // Each has a footnote about the figure before it.
    const footnote = said.at(-1) ?? null
    said.push({ da: words, en: words })
    const observation = { ...observationOf(world, isTotal, isTwin, counted), footnote }
    return [{ key, ...series, observations: [observation] }]
  })
}

/** The footnote that tells of a figure, which stands at the next. */
const tellingOf = (series: readonly SeriesObservations[], index: number): Text | null =>
  series[index + 1]?.observations[0]?.footnote ?? null

/** A target on every figure there is, which starts at it, has a stage at it and names it. */
function targetsOf(series: readonly SeriesObservations[]): Target[] {
  return series.map(({ key, observations }, index) => {
    const start = { period, value: observations[0]?.value ?? 0 }
    return {
      slug: `maal-${index}`,
      series: key,
      baseline: start,
      target: { period: '2030', value: 50 },
      band: null,
      benchmark: null,
      milestones: [start],
      method: null,
      decidedBy: name,
      decidedOn: '2025-01-01',
      note: tellingOf(series, index),
    }
  })
}

/** A verdict on every figure whose reason names it. */
const overridesOf = (series: readonly SeriesObservations[]): IndicatorMaterial['overrides'] =>
  series.flatMap(({ key }, index) => {
    const reason = tellingOf(series, index)
    return reason ? [{ series: key, override: { verdict: 'improving', reason, latestPeriod: period } }] : []
  })

/** One publication: of the indicator itself, or of its twin, in a release of the world. */
export interface Published {
  readonly release: number
  readonly isTwin: boolean
  readonly documents: CompiledIndicator
  /** How far the first group is from everybody, computed from what is published. */
  readonly gap: CompiledIndicator
}

const gapOf = ({ slug, unit, noun, cadence }: Indicator): Indicator =>
  exampleIndicator({
    slug: 'forskel',
    unit: unit === 'percent' ? 'percentage-point' : unit,
    noun,
    cadence,
    disclosure: { ...defaultDisclosureRule, exempt: name },
    derived: { kind: 'gap', of: slug, dimension: 'a', group: 'a1', against: 'total' },
  })

const areasOf = ({ dimensions }: World): Area[] => [
  { code: '217', name, kind: 'municipality', parents: [] },
  ...dimensions
    .filter(({ slug }) => slug === district)
    .flatMap(({ categories }) => categories)
    .map(({ slug }, index): Area => ({ code: slug, name, kind: 'district', parents: index === 0 ? [] : ['217'] })),
]

/** What is published of a municipality, release by release. */
export function publishWorld(world: World): Published[] {
  const published: Published[] = []
  const earlier: Record<'own' | 'twin', EarlierRelease[]> = { own: [], twin: [] }
  for (const [release, { minimum }] of world.releases.entries()) {
    for (const isTwin of world.twin ? [false, true] : [false]) {
      const state = world.releases[release]
      if (!state) continue
      const series = figuresOf(world, state, isTwin)
      const other = { indicator: indicatorOf(world, minimum, !isTwin), earlier: [...earlier[isTwin ? 'own' : 'twin']] }
      const indicator = indicatorOf(world, minimum, isTwin)
      const around = {
        demonstration: false,
        on: '2026-06-30',
        goals: [],
        sources: [],
        provenances: [],
        areas: areasOf(world),
      }
      const dimensions = world.dimensions.filter(({ slug }) => slug !== district)
      const documents = compileIndicator({
        ...around,
        indicator,
        dimensions,
        targets: targetsOf(series),
        overrides: overridesOf(series),
        series,
        inputs: [],
        earlier: [...earlier[isTwin ? 'twin' : 'own']],
        linked: world.twin ? [other] : [],
      })
      const gap = compileIndicator({
        ...around,
        indicator: gapOf(indicator),
        dimensions,
        targets: [],
        overrides: [],
        series: [],
        inputs: [{ indicator, series: documents.document.series }],
        earlier: [],
        linked: [],
      })
      published.push({ release, isTwin, documents, gap })
      const { withheld: suppressed } = documents.observations
      earlier[isTwin ? 'twin' : 'own'].push({ release: published.length, series, withheld: suppressed })
    }
  }
  return published
}
