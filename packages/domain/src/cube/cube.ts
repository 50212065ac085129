import type { Dimension } from '../dimension.ts'
import { seriesKey } from '../series.ts'
import type { Series } from '../series.ts'

/*
 * The figures of an indicator as a cube: one cell for each area and combination of categories, whether it has figures or not.
 * A dimension that a cell does not name is summed over.
 */

/** A cell as the sum of others: the same cell divided by one dimension, or one step further down its hierarchy. */
export interface CubeDivision {
  readonly whole: Series
  readonly parts: readonly Series[]
}

type Parents = ReadonlyMap<string, ReadonlyMap<string, string | null>>

function parentsOf(dimensions: readonly Dimension[]): Parents {
  return new Map(
    dimensions.map(({ slug, categories }) => [
      slug,
      new Map(categories.map(({ slug: category, parent }) => [category, parent])),
    ]),
  )
}

/** The nearest category above this one that is in use; `null`: the total. */
function nearestAbove(parents: ReadonlyMap<string, string | null>, used: ReadonlySet<string>, category: string) {
  const passed = new Set<string>()
  let above = parents.get(category) ?? null
  while (above !== null && !used.has(above) && !passed.has(above)) {
    passed.add(above)
    above = parents.get(above) ?? null
  }
  return above !== null && used.has(above) ? above : null
}

function usedCategories(cells: readonly Series[]): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>()
  for (const { categories } of cells) {
    for (const [dimension, category] of Object.entries(categories)) {
      const known = used.get(dimension)
      if (known) known.add(category)
      else used.set(dimension, new Set([category]))
    }
  }
  return used
}

/** Each way the cell is part of a larger one, by one of its dimensions. */
function wholesOf(cell: Series, parents: Parents, used: ReadonlyMap<string, ReadonlySet<string>>) {
  return Object.entries(cell.categories).map(([dimension, category]) => {
    const above = nearestAbove(parents.get(dimension) ?? new Map(), used.get(dimension) ?? new Set(), category)
    const { [dimension]: _divided, ...rest } = cell.categories
    const categories = above === null ? rest : { ...rest, [dimension]: above }
    return { dimension, whole: { area: cell.area, categories } }
  })
}

/** The categories in use directly below each one in use, and below the total, by `dimension=category` (`dimension=` is the total). */
function categoriesBelow(parents: Parents, used: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  const below = new Map<string, string[]>()
  for (const [dimension, categories] of used) {
    for (const category of categories) {
      const above = nearestAbove(parents.get(dimension) ?? new Map(), categories, category)
      const name = `${dimension}=${above ?? ''}`
      const known = below.get(name)
      if (known) known.push(category)
      else below.set(name, [category])
    }
  }
  return below
}

/**
 * How many cells the cube of these cells has, recorded or not: for each dimension its categories in use and the total of them.
 * The count is that of one area.
 */
export function combinationsIn(cells: readonly Series[]): number {
  return [...usedCategories(cells).values()].reduce((product, { size }) => product * (size + 1), 1)
}

/** The most combinations whose divisions are all gone through ({@link divisionsOf}); a cube of more is too large for that. */
export const mostCombinations = 20_000

/** A recorded cell and those of its parts that are recorded; `isComplete`: the parts in use are all among them. */
export interface RecordedDivision extends CubeDivision {
  readonly isComplete: boolean
}

/**
 * The divisions of recorded cells into recorded cells. Unlike {@link divisionsOf} it never leaves what is recorded: its cost
 * follows the number of cells, however many combinations there could be of their categories.
 */
export function recordedDivisions(
  cells: readonly Series[],
  dimensions: readonly Dimension[],
): readonly RecordedDivision[] {
  const parents = parentsOf(dimensions)
  const used = usedCategories(cells)
  const below = categoriesBelow(parents, used)
  const recorded = new Map(cells.map((cell) => [seriesKey(cell), cell]))
  const partsOf = new Map<string, { readonly whole: Series; readonly dimension: string; readonly parts: Series[] }>()
  for (const cell of recorded.values()) {
    for (const { dimension, whole } of wholesOf(cell, parents, used)) {
      const key = seriesKey(whole)
      if (!recorded.has(key)) continue
      const name = `${key}|${dimension}`
      const known = partsOf.get(name)
      if (known) known.parts.push(cell)
      else partsOf.set(name, { whole, dimension, parts: [cell] })
    }
  }
  return [...partsOf.values()].map(({ whole, dimension, parts }) => {
    const all = below.get(`${dimension}=${whole.categories[dimension] ?? ''}`) ?? []
    return { whole, parts, isComplete: parts.length === all.length }
  })
}

/**
 * Every division that the cells take part in: the total by each dimension, each group by those below it, and the same within
 * every combination. Wholes and parts that are no cells themselves are among them and divided too: two divisions that share
 * one say something of each other, so that an unrecorded number may be computed in several steps. A dimension is divided
 * into the categories that are in use anywhere. The cost is that of every combination of them: callers hold
 * {@link combinationsIn} against {@link mostCombinations} first.
 */
export function divisionsOf(cells: readonly Series[], dimensions: readonly Dimension[]): readonly CubeDivision[] {
  const parents = parentsOf(dimensions)
  const used = usedCategories(cells)
  const below = categoriesBelow(parents, used)
  const known = new Map(cells.map((cell) => [seriesKey(cell), cell]))
  const divisions = new Map<string, CubeDivision>()
  const meet = (cell: Series): string => {
    const key = seriesKey(cell)
    if (!known.has(key)) known.set(key, cell)
    return key
  }
  // The map grows while it is gone through: wholes and parts are looked at too.
  for (const cell of known.values()) {
    for (const { dimension, whole } of wholesOf(cell, parents, used)) {
      const key = meet(whole)
      if (divisions.has(`${key}|${dimension}`)) continue
      const parts = (below.get(`${dimension}=${whole.categories[dimension] ?? ''}`) ?? []).map((category) => ({
        area: whole.area,
        categories: { ...whole.categories, [dimension]: category },
      }))
      parts.forEach(meet)
      divisions.set(`${key}|${dimension}`, { whole, parts })
    }
  }
  return [...divisions.values()]
}

/** The categories of a dimension that are in use and lie in no other in use: together the whole. In the dimension's order. */
export function rootCategories(
  cells: readonly Series[],
  dimensions: readonly Dimension[],
  dimension: string,
): readonly string[] {
  const used = usedCategories(cells).get(dimension) ?? new Set<string>()
  const parents = parentsOf(dimensions).get(dimension) ?? new Map<string, string | null>()
  return [...parents.keys()].filter((category) => used.has(category) && nearestAbove(parents, used, category) === null)
}
