import type { Dimension } from '../dimension/dimension.ts'
import { seriesKey } from '../series/series.ts'
import type { Series } from '../series/series.ts'

/*
 * The figures of an indicator as a cube: one cell for each area and combination of categories, whether it has figures or not.
 * A dimension that a cell does not name is summed over.
 */

/** A cell as the sum of others: the same cell divided by one dimension, or one step further down its hierarchy. */
export interface Division {
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

/**
 * Every division that the cells take part in: the total by each dimension, each group by those below it, and the same within
 * every combination. Wholes and parts that are no cells themselves are among them and divided too: two divisions that share
 * one say something of each other, so that a number nobody recorded may be reckoned in several steps. A dimension is divided
 * into the categories that are in use anywhere.
 */
export function divisionsOf(cells: readonly Series[], dimensions: readonly Dimension[]): readonly Division[] {
  const parents = parentsOf(dimensions)
  const used = usedCategories(cells)
  const below = new Map<string, string[]>()
  for (const [dimension, categories] of used) {
    for (const category of categories) {
      const above = nearestAbove(parents.get(dimension) ?? new Map(), categories, category)
      const name = `${dimension}=${above ?? ''}`
      below.set(name, [...(below.get(name) ?? []), category])
    }
  }
  const known = new Map(cells.map((cell) => [seriesKey(cell), cell]))
  const divisions = new Map<string, Division>()
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
