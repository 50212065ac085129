import * as fc from 'fast-check'
import highsModule from 'highs'
import type { Dimension } from '../dimension/dimension.ts'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import { compileIndicator } from '../release/compile.ts'
import type { ObservationsDocument, SeriesObservations } from '../release/documents.ts'
import { seriesKey } from '../series/series.ts'
import { countsOf, isTooFew } from './counts.ts'
import { defaultDisclosureRule } from './rule.ts'
import type { EarlierRelease } from './earlier.ts'

/*
 * Invented municipalities, published through the real compiler release by release, and a reader who knows how the groups lie
 * in each other, which of the people changed from one release to the next, and linear programming (HiGHS, which the
 * compiler does not use).
 */

const period = '2025'
const groupName = { da: 'Gruppe', en: 'Group' }

/** People by the finest groups: those counted, and those not. */
type Leaf = readonly [number, number]

/** A municipality over some releases. A cell is named by a category or `null` for each dimension. */
export interface World {
  readonly unit: 'percent' | 'count'
  readonly minimum: number
  readonly dimensions: readonly Dimension[]
  /** One list of leaves for each release, in the order of {@link leavesOf}. */
  readonly releases: readonly { readonly leaves: readonly Leaf[]; readonly recorded: readonly boolean[] }[]
}

const leafSlugs = ({ categories }: Dimension): string[] =>
  categories.filter(({ slug }) => !categories.some(({ parent }) => parent === slug)).map(({ slug }) => slug)

const product = <Item>(lists: readonly (readonly Item[])[]): Item[][] =>
  lists.reduce<Item[][]>((sofar, list) => sofar.flatMap((row) => list.map((item) => [...row, item])), [[]])

/** The finest groups, each by its category in every dimension. */
function leavesOf({ dimensions }: Pick<World, 'dimensions'>): string[][] {
  return product(dimensions.map(leafSlugs))
}

/** Every cell there could be figures for. */
function cellsOf({ dimensions }: Pick<World, 'dimensions'>): (string | null)[][] {
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
function membersOf(world: Pick<World, 'dimensions'>, cell: readonly (string | null)[]): number[] {
  return leavesOf(world).flatMap((leaf, place) =>
    cell.every((group, index) => lies(world.dimensions[index], leaf[index], group)) ? [place] : [],
  )
}

function dimensionOf(slug: string, leaves: number, grouped: number): Dimension {
  const category = (of: string, parent: string | null) => ({ slug: of, name: groupName, code: null, parent })
  const parent = `${slug}0`
  return {
    slug,
    name: groupName,
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

/** Municipalities with one or two dimensions, hierarchies, cells nobody recorded, and figures that are corrected. */
export const anyWorld: fc.Arbitrary<World> = fc
  .tuple(
    fc.constantFrom('percent' as const, 'count' as const),
    fc.constantFrom(3, 5, 10),
    fc.tuple(fc.integer({ min: 2, max: 5 }), fc.constantFrom(0, 0, 2)),
    fc.option(fc.integer({ min: 2, max: 3 }), { freq: 2 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .chain(([unit, minimum, [first, grouped], second, releases]) => {
    const dimensions = [
      dimensionOf('a', first, grouped < first ? grouped : 0),
      ...(second === null ? [] : [dimensionOf('b', second, 0)]),
    ]
    const leafCount = leavesOf({ dimensions }).length
    const cellCount = cellsOf({ dimensions }).length
    const leaves = fc.array(anyLeaf, { minLength: leafCount, maxLength: leafCount })
    const change = fc.record({
      leaves,
      corrects: fc.boolean(),
      kept: someTrue(6, leafCount),
      recorded: someTrue(12, cellCount),
    })
    return fc
      .tuple(leaves, someTrue(12, cellCount), fc.array(change, { maxLength: releases - 1 }))
      .map(([initial, recorded, changes]): World => {
        const all = [{ leaves: initial, recorded }]
        for (const next of changes) {
          const before = all.at(-1)?.leaves ?? initial
          const ever = recorded.map((_, place) => all.some((release) => release.recorded[place] === true))
          // Either figures are corrected, and what was ever recorded with them, or figures are withdrawn and added.
          all.push(
            next.corrects
              ? {
                  leaves: before.map((leaf, index) => (next.kept[index] ? leaf : (next.leaves[index] ?? leaf))),
                  recorded: ever.map((is, place) => is || next.recorded[place] === true),
                }
              : { leaves: before, recorded: next.recorded },
          )
        }
        return { unit, minimum, dimensions, releases: all }
      })
  })

function indicatorOf({ unit, minimum, dimensions }: World): Indicator {
  return exampleIndicator({
    unit,
    noun: unit === 'count' ? { one: groupName, other: groupName } : null,
    limits: { lower: 0, upper: unit === 'percent' ? 100 : null },
    cadence: { periodKind: 'year', everyYears: 1, delayMonths: 0 },
    dimensions: dimensions.map(({ slug }) => slug),
    disclosure: { ...defaultDisclosureRule, minimum },
  })
}

const sum = (leaves: readonly Leaf[], members: readonly number[], quantity: 0 | 1): number =>
  members.reduce((total, place) => total + (leaves[place]?.[quantity] ?? 0), 0)

function seriesOf(world: World, release: World['releases'][number]): SeriesObservations[] {
  return cellsOf(world).flatMap((cell, place) => {
    if (!release.recorded[place]) return []
    const members = membersOf(world, cell)
    const numerator = sum(release.leaves, members, 0)
    const denominator = numerator + sum(release.leaves, members, 1)
    const categories = Object.fromEntries(
      cell.flatMap((category, index) => (category === null ? [] : [[world.dimensions[index]?.slug ?? '', category]])),
    )
    const observation =
      world.unit === 'count'
        ? exampleObservation(period, numerator)
        : denominator === 0
          ? exampleObservation(period, null, { status: 'M' })
          : exampleObservation(period, (100 * numerator) / denominator, { numerator, denominator })
    return [{ key: seriesKey({ area: '217', categories }), area: '217', categories, observations: [observation] }]
  })
}

/** What is published of a municipality, release by release. */
export function publishWorld(world: World): ObservationsDocument[] {
  const indicator = indicatorOf(world)
  const documents: ObservationsDocument[] = []
  const earlier: EarlierRelease[] = []
  for (const release of world.releases) {
    const series = seriesOf(world, release)
    const { observations } = compileIndicator({
      demonstration: false,
      indicator,
      goals: [],
      sources: [],
      provenances: [],
      areas: [],
      dimensions: world.dimensions,
      targets: [],
      overrides: [],
      series,
      inputs: [],
      earlier: [...earlier],
      linked: [],
    })
    documents.push(observations)
    earlier.push({ release: earlier.length + 1, series, withheld: observations.withheld })
  }
  return documents
}

const unchanged = (world: World, before: number, after: number, cell: readonly (string | null)[]): boolean =>
  membersOf(world, cell).every((place) => {
    const [was, is] = [world.releases[before]?.leaves[place], world.releases[after]?.leaves[place]]
    return was !== undefined && is !== undefined && was[0] === is[0] && was[1] === is[1]
  })

const keyOf = ({ dimensions }: World, cell: readonly (string | null)[]): string =>
  seriesKey({
    area: '217',
    categories: Object.fromEntries(
      cell.flatMap((category, index) => (category === null ? [] : [[dimensions[index]?.slug ?? '', category]])),
    ),
  })

/** The cells of which there was a figure in one release, and whose people are the same in the next. */
function standing(world: World): (readonly [number, number, readonly (string | null)[]])[] {
  const recorded = new Set<string>()
  return world.releases.slice(1).flatMap((_, before) => {
    const release = world.releases[before]
    for (const { key } of release ? seriesOf(world, release) : []) recorded.add(key)
    return cellsOf(world).flatMap((cell) =>
      recorded.has(keyOf(world, cell)) && unchanged(world, before, before + 1, cell)
        ? [[before, before + 1, cell] as const]
        : [],
    )
  })
}

/** The releases in which a figure that is shown in one of them is about the very same people, with its series. */
function sameFigure(world: World, shown: number, categories: Readonly<Record<string, string>>): string[] {
  const cell = world.dimensions.map(({ slug }) => categories[slug] ?? null)
  const name = seriesKey({ area: '217', categories })
  return world.releases.flatMap((_, release) => (unchanged(world, shown, release, cell) ? [`${release} ${name}`] : []))
}

/** A withheld number and how closely the attacker could bound it. */
export interface Bounds {
  readonly release: number
  readonly cell: string
  readonly quantity: 0 | 1
  readonly width: number
}

const isLoader = (value: unknown): value is typeof highsModule.default => typeof value === 'function'

/** An attacker, who needs a moment to get ready. */
export async function attacker(): Promise<(world: World, documents: readonly ObservationsDocument[]) => Bounds[]> {
  // Its types are of its CommonJS form; to a module it is the loader itself.
  const load: unknown = highsModule
  if (!isLoader(load)) throw new TypeError('HiGHS could not be loaded')
  const highs = await load()

  function attackQuantity(world: World, documents: readonly ObservationsDocument[], quantity: 0 | 1): Bounds[] {
    const leafCount = leavesOf(world).length
    const columnsOf = (release: number, categories: Readonly<Record<string, string>>): number[] =>
      membersOf(
        world,
        world.dimensions.map(({ slug }) => categories[slug] ?? null),
      ).map((place) => release * leafCount + place)
    const model = highs.createModel()
    try {
      model.options.set({ output_flag: false, presolve: 'off' })
      const count = leafCount * world.releases.length
      for (let index = 0; index < count; index += 1) model.addVar(0, highs.infinity)
      // A figure that was recorded stands until it is corrected; the attacker knows where it was.
      for (const [before, after, cell] of standing(world)) {
        const members = membersOf(world, cell)
        const indices = [
          ...members.map((place) => before * leafCount + place),
          ...members.map((place) => after * leafCount + place),
        ]
        model.addRow(0, 0, { indices, values: indices.map((_, index) => (index < members.length ? 1 : -1)) })
      }
      const shownBefore = new Set<string>()
      for (const [release, document] of documents.entries()) {
        for (const { categories, value, numerator, denominator, status } of document.observations) {
          if (value === null && status !== 'M') continue
          const counted = (world.unit === 'count' ? value : numerator) ?? 0
          const shown = quantity === 0 ? counted : (denominator ?? 0) - (numerator ?? 0)
          const indices = columnsOf(release, categories)
          for (const name of sameFigure(world, release, categories)) shownBefore.add(name)
          model.addRow(shown, shown, { indices, values: indices.map(() => 1) })
        }
      }
      const bound = (indices: readonly number[], sense: 1 | -1): number => {
        for (let index = 0; index < count; index += 1) model.changeColCost(index, indices.includes(index) ? sense : 0)
        model.run()
        const status = model.getModelStatus()
        if (status === highs.constants.modelStatus.optimal) return sense * model.getObjectiveValue()
        if (sense === -1 && status !== highs.constants.modelStatus.infeasible) return Number.POSITIVE_INFINITY
        throw new Error(`The attacker's program has no solution (status ${status})`)
      }
      return documents.flatMap((document, release) =>
        document.observations.flatMap(({ area, categories, status }): Bounds[] => {
          const indices = columnsOf(release, categories)
          // What has been shown of the very same people is no secret.
          if (status !== 'Q' || shownBefore.has(`${release} ${seriesKey({ area, categories })}`)) return []
          const width = bound(indices, -1) - bound(indices, 1)
          return [{ release, cell: seriesKey({ area, categories }), quantity, width }]
        }),
      )
    } finally {
      model.dispose()
    }
  }

  return (world, documents) =>
    (world.unit === 'count' ? ([0] as const) : ([0, 1] as const)).flatMap((quantity) =>
      attackQuantity(world, documents, quantity),
    )
}

type Attacker = Awaited<ReturnType<typeof attacker>>

function* choose<Item>(items: readonly Item[], count: number): Generator<Item[]> {
  if (count === 0) yield []
  for (const [index, item] of items.entries()) {
    if (count === 0) return
    for (const rest of choose(items.slice(index + 1), count - 1)) yield [item, ...rest]
  }
}

/**
 * How many cells a municipality of one release withholds to hide those about too few people, and how many would have done:
 * every smaller choice is tried against the attacker. For small tables only. `null` where nobody is few.
 */
export function needless(
  world: World,
  attack: Attacker,
): { readonly withheld: number; readonly fewest: number } | null {
  const indicator = indicatorOf(world)
  const [release] = world.releases
  const [document] = publishWorld(world)
  if (!release || !document) return null
  const series = seriesOf(world, release)
  const few = series.filter(({ observations: [one] }) => {
    const counts = one && countsOf(indicator, one)
    return counts && isTooFew(indicator, counts)
  })
  if (few.length === 0) return null
  const others = series.filter((one) => !few.includes(one))
  const isSafe = (hidden: ReadonlySet<SeriesObservations>): boolean => {
    const observations = series.flatMap(({ area, categories, observations: list }) =>
      list.map((one) => ({ area, categories, one })),
    )
    const shown = observations.map(({ area, categories, one }, index) => {
      const isHidden = hidden.has(series[index] ?? { area, categories, key: area, observations: [] })
      return {
        area,
        categories,
        ...one,
        ...(isHidden ? { value: null, numerator: null, denominator: null, status: 'Q' as const } : {}),
      }
    })
    return attack(world, [{ ...document, observations: shown }]).every(({ width }) => width >= world.minimum - 1e-4)
  }
  const withheld = document.withheld.length - few.length
  for (let fewest = 0; fewest < withheld; fewest += 1) {
    for (const extra of choose(others, fewest)) {
      if (isSafe(new Set([...few, ...extra]))) return { withheld, fewest }
    }
  }
  return { withheld, fewest: withheld }
}
