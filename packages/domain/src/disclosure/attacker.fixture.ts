import highsModule from 'highs'
import { figureName } from './earlier.ts'
import { cellOf, cellsOf, figuresOf, leavesOf, membersOf, saying, seriesOf, sumOf } from './world.fixture.ts'
import type { Cell, Published, World } from './world.fixture.ts'
import { parseSeriesKey, seriesKey } from '../series.ts'

/*
 * A reader who knows how the groups lie in each other, which of the people changed from one release to the next, and linear
 * and integer programming (HiGHS, which the compiler does not use). Everything that is published is read, and what the only
 * member of a group knows may be added.
 */

/** A suppressed number and how closely the attacker could bound it. */
export interface Bounds {
  readonly release: number
  readonly cell: string
  readonly quantity: 0 | 1
  /** How many people lie between the bounds, which are whole people. */
  readonly width: number
  /** Fewer than this they must not be. */
  readonly minimum: number
}

/** Linear bounds that are this much wider than they must be are not narrower for whole people. */
const nearly = 4

const isLoader = (value: unknown): value is typeof highsModule.default => typeof value === 'function'

/**
 * Whether a cell says the same in two releases: a correction that changes no number changes nothing that a reader sees. Of counts
 * no one sees who is not counted.
 */
const isSameIn = (world: World, before: number, after: number, cell: Cell, quantity: 0 | 1): boolean => {
  const [was, is] = [world.releases[before], world.releases[after]]
  if (was === undefined || is === undefined) return false
  const members = membersOf(world, cell)
  const isSame = (of: 0 | 1): boolean => sumOf(was.leaves, members, of) === sumOf(is.leaves, members, of)
  return isSame(0) && (world.unit === 'count' || (world.twin && quantity === 0) || isSame(1))
}

/** The cells of which there was a figure in one release, and whose people are the same in the next. */
function standing(world: World, quantity: 0 | 1): (readonly [number, number, Cell])[] {
  const recorded = new Set<string>()
  return world.releases.slice(1).flatMap((_, before) => {
    const release = world.releases[before]
    for (const { key } of release ? figuresOf(world, release, false) : []) recorded.add(key)
    return cellsOf(world).flatMap((cell) =>
      recorded.has(seriesKey(seriesOf(world, cell))) && isSameIn(world, before, before + 1, cell, quantity)
        ? [[before, before + 1, cell] as const]
        : [],
    )
  })
}

/**
 * Numerators and complements that a publication shows, each as the attacker reads it off. Of how many people a value alone is
 * the fraction the attacker guesses, and always rightly.
 */
function shownIn(world: World, { release, isTwin, documents }: Published, quantity: 0 | 1) {
  const state = world.releases[release]
  const leaves = state?.leaves ?? []
  return documents.observations.observations.flatMap(({ value, status, ...series }) => {
    if ((value === null && status !== 'M') || (quantity === 1 && (isTwin || world.unit === 'count'))) return []
    const cell = cellOf(world, series)
    return [{ cell, count: sumOf(leaves, membersOf(world, cell), quantity) }]
  })
}

/**
 * Suppressed figures that are told by what stands beside them: words, the start and the stages of targets, and what was judged
 * by.
 */
export function toldBeside(world: World, published: readonly Published[]): string[] {
  return published.flatMap(({ release, isTwin, documents, gap }) => {
    const { document, observations } = documents
    const leaves = world.releases[release]?.leaves ?? []
    const all = JSON.stringify(documents)
    const suppressed = new Set(observations.withheld.map(figureName))
    const isHidden = (series: string, period: string): boolean => suppressed.has(figureName({ series, period }))
    const words = observations.withheld.flatMap(({ series }) => {
      const members = membersOf(world, cellOf(world, parseSeriesKey(series)))
      const said = saying(world, isTwin, series, [sumOf(leaves, members, 0), sumOf(leaves, members, 1)])
      return all.includes(said) ? [said] : []
    })
    const gaps = gap.observations.observations.filter(({ value }) => value !== null)
    const computedFrom = new Set(gaps.flatMap(({ area }) => [area, `${area};a=a1`]))
    return [
      ...words,
      ...observations.withheld.map(({ series }) => series).filter((series) => computedFrom.has(series)),
      ...document.targets.flatMap(({ series, baseline, milestones }) => [
        ...(isHidden(series, baseline.period) && baseline.value !== null ? [series] : []),
        ...milestones.filter(({ period }) => isHidden(series, period)).map(() => series),
      ]),
      ...document.assessments.flatMap(({ series, inputs }) =>
        [...inputs.points, inputs.baseline, inputs.latest]
          .filter((point) => point !== null)
          .filter(({ period }) => isHidden(series, period))
          .map(() => series),
      ),
    ]
  })
}

/** What the attacker may know of one number beside all that is published. */
interface Known {
  readonly release: number
  readonly cell: Cell
}

export type Attacker = (
  world: World,
  published: readonly Published[],
  options?: { readonly insiders: boolean },
) => Bounds[]

/** An attacker, who needs a moment to get ready. */
export async function attacker(): Promise<Attacker> {
  // Its types are of its CommonJS form; to a module it is the loader itself.
  const load: unknown = highsModule
  if (!isLoader(load)) throw new TypeError('HiGHS could not be loaded')
  const highs = await load()

  function attackQuantity(
    world: World,
    published: readonly Published[],
    quantity: 0 | 1,
    { insiders, asked }: { readonly insiders: boolean; readonly asked: Known | null },
  ): Bounds[] {
    const leafCount = leavesOf(world).length
    const count = leafCount * world.releases.length
    const columnsOf = (release: number, cell: Cell): number[] =>
      membersOf(world, cell).map((place) => release * leafCount + place)
    const countOf = (release: number, cell: Cell, of: 0 | 1): number =>
      sumOf(world.releases[release]?.leaves ?? [], membersOf(world, cell), of)
    const model = highs.createModel()
    try {
      model.options.set({ output_flag: false, presolve: 'off' })
      for (let index = 0; index < count; index += 1) model.addVar(0, highs.infinity)
      let rows = 0
      const demand = (sum: number, indices: readonly number[], values: readonly number[]): number => {
        model.addRow(sum, sum, { indices: [...indices], values: [...values] })
        rows += 1
        return rows - 1
      }
      // A figure that was recorded stands until it is corrected; the attacker knows where it was.
      for (const [before, after, cell] of standing(world, quantity)) {
        const [was, is] = [columnsOf(before, cell), columnsOf(after, cell)]
        demand(0, [...was, ...is], [...was.map(() => 1), ...is.map(() => -1)])
      }
      const told = new Set<string>()
      const tell = (release: number, cell: Cell): void => {
        for (const other of world.releases.keys())
          if (isSameIn(world, release, other, cell, quantity)) told.add(`${other} ${cell.join()}`)
      }
      for (const one of published) {
        for (const { cell, count: shown } of shownIn(world, one, quantity)) {
          tell(one.release, cell)
          const indices = columnsOf(one.release, cell)
          demand(
            shown,
            indices,
            indices.map(() => 1),
          )
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
      const minimum = Math.min(...world.releases.map((release) => release.minimum))
      const isWhole = (): boolean =>
        model.getSolution().colValue.every((people) => Math.abs(people - Math.round(people)) < 1e-6)
      const between = (indices: readonly number[]) => {
        const upper = Math.floor(bound(indices, -1) + 1e-4)
        if (upper === Number.POSITIVE_INFINITY) return { width: upper, isWhole: true }
        const isWholeAbove = isWhole()
        const width = upper - Math.ceil(bound(indices, 1) - 1e-4)
        return { width, isWhole: isWholeAbove && isWhole() }
      }
      const widthOf = (indices: readonly number[]): number => {
        const linear = between(indices)
        if (linear.width >= minimum + nearly || linear.isWhole) return linear.width
        // People are whole: where that may matter and no table of whole people is at both bounds, an integer program is asked.
        for (let index = 0; index < count; index += 1)
          model.changeColIntegrality(index, highs.constants.variableType.integer)
        const { width } = between(indices)
        model.clearIntegrality()
        return width
      }
      const secrets = published.flatMap(({ release, isTwin, documents }, before) =>
        documents.observations.observations
          .filter(({ status }) => status === 'Q' && !(isTwin && quantity === 1))
          .map((series) => ({ release, cell: cellOf(world, series), before }))
          // What has been shown of the very same people is no secret.
          .filter(({ cell }) => !told.has(`${release} ${cell.join()}`)),
      )
      const boundsOf = ({ release, cell }: Known): Bounds => ({
        release,
        cell: seriesKey(seriesOf(world, cell)),
        quantity,
        width: widthOf(columnsOf(release, cell)),
        minimum,
      })
      if (asked) return [boundsOf(asked)]
      const outside = secrets.map((secret) => {
        const bounds = boundsOf(secret)
        if (bounds.width >= minimum) return bounds
        // What could be told before the figure was ever suppressed, no one can take back.
        const [earlier] = attackQuantity(world, published.slice(0, secret.before), quantity, {
          insiders: false,
          asked: secret,
        })
        return { ...bounds, minimum: Math.min(minimum, earlier?.width ?? minimum) }
      })
      if (!insiders) return outside
      const isOne = ({ release, cell }: Known): boolean =>
        countOf(release, cell, quantity) === 1 ||
        (world.unit !== 'count' && countOf(release, cell, 0) + countOf(release, cell, 1) === 1)
      const isFew = ({ release, cell }: Known): boolean => {
        const [own, other] = [countOf(release, cell, quantity), countOf(release, cell, quantity === 0 ? 1 : 0)]
        return world.unit === 'count' ? own > 0 && own < minimum : own + other > 0 && Math.min(own, other) < minimum
      }
      const inside = secrets.filter(isOne).flatMap((insider) => {
        const own = new Set(columnsOf(insider.release, insider.cell))
        const value = countOf(insider.release, insider.cell, quantity)
        const indices = [...own]
        const row = demand(
          value,
          indices,
          indices.map(() => 1),
        )
        // Whoever is alone in a group knows every group inside it.
        const others = secrets.filter(
          (secret) => isFew(secret) && !columnsOf(secret.release, secret.cell).every((column) => own.has(column)),
        )
        const bounds = others.map(boundsOf)
        model.changeRowBounds(row, -highs.infinity, highs.infinity)
        return bounds
      })
      return [...outside, ...inside]
    } finally {
      model.dispose()
    }
  }

  return (world, published, { insiders } = { insiders: false }) =>
    (world.unit === 'count' ? ([0] as const) : ([0, 1] as const)).flatMap((quantity) =>
      attackQuantity(world, published, quantity, { insiders, asked: null }),
    )
}
