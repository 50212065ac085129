import type { Area, AreaCode } from '../area.ts'
import type { Dimension } from '../dimension.ts'
import { seriesKey } from '../series.ts'
import type { Series } from '../series.ts'

/*
 * How the cells of one period add up: by the categories of each dimension, by the steps of its hierarchy, and by the areas that
 * lie in each other.
 */

/** A cell as the sum of others, by their names. What has no name of its own (all other areas of a kind) is given one. */
export interface Division {
  readonly whole: string
  readonly parts: readonly string[]
}

/** What is known of the groups and places that cells are about. */
export interface Geography {
  readonly dimensions: readonly Dimension[]
  readonly areas: readonly Area[]
  /** The area of the indicator itself. */
  readonly home: AreaCode
}

/** More cells than this, recorded or not, cannot be checked in reasonable time. */
const mostCells = 6000

/** The nearest above something that are in use, by whatever leads upward from it. */
function nearestAbove(parentsOf: (name: string) => readonly string[], used: (name: string) => boolean, name: string) {
  const found = new Set<string>()
  const passed = new Set([name])
  for (const at of passed) {
    for (const parent of parentsOf(at)) {
      if (parent === name) continue
      if (used(parent)) found.add(parent)
      else passed.add(parent)
    }
  }
  return [...found]
}

/** A dimension as far as it is in use: of each category the next above (`''`: the total), and what each is divided into. */
interface Tree {
  readonly above: ReadonlyMap<string, string>
  readonly below: ReadonlyMap<string, readonly string[]>
}

/**
 * The categories in use anywhere. Readers know the groups there are no figures of: where a division leaves some out, one of
 * those is in use too and means all of them.
 */
function treeOf({ slug, categories }: Pick<Dimension, 'slug' | 'categories'>, cells: readonly Series[]): Tree {
  const recorded = new Set(cells.flatMap((cell) => cell.categories[slug] ?? []))
  const parents = new Map(categories.map(({ slug: category, parent }) => [category, parent]))
  const parentsOf = (name: string): string[] => [parents.get(name) ?? []].flat()
  const aboveOf = (name: string): string => nearestAbove(parentsOf, (one) => recorded.has(one), name)[0] ?? ''
  const divided = new Set([...recorded].map(aboveOf))
  const others = new Map<string, string>()
  for (const { slug: category } of categories) {
    const isLeaf = !categories.some(({ parent }) => parent === category)
    if (isLeaf && !recorded.has(category) && divided.has(aboveOf(category))) others.set(aboveOf(category), category)
  }
  const above = new Map([...recorded, ...others.values()].map((category) => [category, aboveOf(category)]))
  const below = new Map<string, string[]>()
  for (const [category, whole] of above) {
    const there = below.get(whole)
    if (there) there.push(category)
    else below.set(whole, [category])
  }
  return { above, below }
}

class TooManyCells extends Error {}

/** The divisions within one area, and every cell that takes part in one. */
function withinArea(
  cells: readonly Series[],
  trees: ReadonlyMap<string, Tree>,
  divisions: Map<string, Division>,
  room: number,
): ReadonlyMap<string, Series> {
  const known = new Map(cells.map((cell) => [seriesKey(cell), cell]))
  const meet = (cell: Series): string => {
    const key = seriesKey(cell)
    if (!known.has(key)) known.set(key, cell)
    if (known.size > room) throw new TooManyCells()
    return key
  }
  // The map grows while it is gone through: wholes and parts that are not recorded are divided too, because a number may be
  // found in several steps.
  for (const cell of known.values()) {
    for (const [dimension, category] of Object.entries(cell.categories)) {
      const { [dimension]: _divided, ...rest } = cell.categories
      const tree = trees.get(dimension)
      const above = tree?.above.get(category) ?? ''
      const whole = { area: cell.area, categories: above === '' ? rest : { ...rest, [dimension]: above } }
      const name = `${meet(whole)}|${dimension}`
      if (divisions.has(name)) continue
      const parts = (tree?.below.get(above) ?? []).map((part) =>
        meet({ area: cell.area, categories: { ...rest, [dimension]: part } }),
      )
      divisions.set(name, { whole: seriesKey(whole), parts })
    }
  }
  return known
}

/**
 * What an area lies in: what it says itself. Where it says nothing, a district lies in the indicator's own area and everything
 * else in the country.
 */
function parentsOfArea(
  { areas, home }: Geography,
  used: ReadonlySet<AreaCode>,
): (code: AreaCode) => readonly AreaCode[] {
  const byCode = new Map(areas.map((area) => [area.code, area]))
  const countries = areas.filter(({ code, kind }) => kind === 'country' && used.has(code)).map(({ code }) => code)
  return (code) => {
    const area = byCode.get(code)
    if (!area || area.kind === 'country') return []
    if (area.parents.length > 0) return area.parents
    return area.kind === 'district' && code !== home ? [home] : countries
  }
}

/** The divisions of areas into those that lie in them, a kind at a time, for each cell of the larger area. */
function betweenAreas(
  cellsOf: ReadonlyMap<AreaCode, ReadonlyMap<string, Series>>,
  geography: Geography,
  divisions: Map<string, Division>,
): void {
  const used = new Set(cellsOf.keys())
  const parentsOf = parentsOfArea(geography, used)
  const kinds = new Map(geography.areas.map(({ code, kind }) => [code, kind]))
  const inside = new Map<string, { readonly whole: AreaCode; readonly parts: AreaCode[]; hasOthers: boolean }>()
  for (const code of new Set([...used, ...geography.areas.map((area) => area.code)])) {
    for (const whole of nearestAbove(parentsOf, (one) => used.has(one), code)) {
      const name = `${whole}|${kinds.get(code) ?? ''}`
      const division = inside.get(name) ?? { whole, parts: [], hasOthers: false }
      if (used.has(code)) division.parts.push(code)
      else division.hasOthers = true
      inside.set(name, division)
    }
  }
  for (const [name, { whole, parts, hasOthers }] of inside) {
    for (const [key, { categories }] of cellsOf.get(whole) ?? []) {
      const cells = parts.map((area) => seriesKey({ area, categories }))
      const there = cells.filter((cell, index) => cellsOf.get(parts[index] ?? '')?.has(cell))
      if (there.length === 0) continue
      const others = hasOthers || there.length < cells.length ? [`${name}|${key}`] : []
      divisions.set(`${key}|${name}`, { whole: key, parts: [...there, ...others] })
    }
  }
}

/**
 * Every division that cells of one period take part in, by a name that is the same wherever the same cells are divided.
 * Wholes and parts that are not recorded are among them. `null`: there would be more than can be checked.
 */
export function divisionsBetween(cells: readonly Series[], geography: Geography): ReadonlyMap<string, Division> | null {
  const declared = new Map(geography.dimensions.map((dimension) => [dimension.slug, dimension]))
  const slugs = new Set(cells.flatMap(({ categories }) => Object.keys(categories)))
  const trees = new Map(
    [...slugs].map((slug) => [slug, treeOf(declared.get(slug) ?? { slug, categories: [] }, cells)] as const),
  )
  const byArea = new Map<AreaCode, Series[]>()
  for (const cell of cells) {
    const there = byArea.get(cell.area)
    if (there) there.push(cell)
    else byArea.set(cell.area, [cell])
  }
  const divisions = new Map<string, Division>()
  const cellsOf = new Map<AreaCode, ReadonlyMap<string, Series>>()
  let room = mostCells
  try {
    for (const [area, own] of byArea) {
      const known = withinArea(own, trees, divisions, room)
      cellsOf.set(area, known)
      room -= known.size
    }
  } catch (error) {
    if (error instanceof TooManyCells) return null
    throw error
  }
  betweenAreas(cellsOf, geography, divisions)
  return divisions
}
