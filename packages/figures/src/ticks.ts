import { scaleLinear } from 'd3-scale'

/** The natural limits of a figure; `null` is open. */
export interface Limits {
  readonly lower: number | null
  readonly upper: number | null
}

/** The axis of values: where it begins and ends, and its round steps, lowest first. */
export interface ValueAxis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
  /** As many decimals as the steps need, so that all of them are written exactly. */
  readonly decimals: number
}

/** A unit of more characters is a word, not a sign: it is written above the axis instead of on it. */
export const longestSign = 3

const most = 4
const within = (value: number, { lower, upper }: Limits): number =>
  Math.min(Math.max(value, lower ?? -Infinity), upper ?? Infinity)

function decimalsOf(ticks: readonly number[]): number {
  for (let decimals = 0; decimals < most; decimals++) {
    const unit = 10 ** decimals
    if (ticks.every((tick) => Math.abs(Math.round(tick * unit) - tick * unit) < 1e-6)) return decimals
  }
  return most
}

/** Room around values that are all equal: enough for the line to lie in the middle of something. */
function widened(low: number, high: number, least: number): [number, number] {
  if (high - low >= least * 2) return [low, high]
  const room = Math.max(least, Math.abs(high) * 0.05)
  return [low - room, high + room]
}

/**
 * A round axis for the values: about `count` steps, none finer than the `decimals` figures are shown with. It begins at zero
 * where the values reach far down towards it, and stays inside the natural limits unless the values themselves do not.
 */
export function valueAxis(values: readonly number[], limits: Limits, decimals: number, count: number): ValueAxis {
  const lowest = Math.min(...values)
  const highest = Math.max(...values)
  const least = 10 ** -decimals
  const [from, to] = widened(lowest, highest, least)
  const reachesDown = lowest >= 0 && lowest <= highest * 0.4
  const bounds: Limits = {
    lower: limits.lower === null ? null : Math.min(limits.lower, lowest),
    upper: limits.upper === null ? null : Math.max(limits.upper, highest),
  }
  const start = lowest >= 0 && (reachesDown || from < 0) ? 0 : within(from, bounds)
  const end = highest <= 0 && to > 0 && start < 0 ? 0 : within(to, bounds)
  // Where a limit leaves nothing between start and end, the axis opens the other way.
  const [bottom, top] = end > start ? [start, end] : [start - least, start + least]
  // From zero, where two steps always lie within: between two round values there may be room for one alone.
  const [, roundStep = top - bottom] = scaleLinear()
    .domain([0, top - bottom])
    .ticks(count)
  const step = Math.max(least, roundStep)
  const floor = Math.floor(bottom / step + 1e-9)
  // A lowest value that would lie on the axis of time is lifted off it, unless that is where zero or the limit is.
  const lies = lowest !== 0 && lowest - floor * step < step * 0.15
  const room = (floor - 1) * step >= Math.max(bounds.lower ?? -Infinity, lowest > 0 ? 0 : -Infinity)
  const first = lies && room ? floor - 1 : floor
  const last = Math.ceil(top / step - 1e-9)
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
  const low = Math.min(within(ticks[0] ?? bottom, bounds), lowest)
  const high = Math.max(within(ticks.at(-1) ?? top, bounds), highest)
  const shown = ticks.filter((tick) => tick >= low && tick <= high)
  return { low, high, ticks: shown, decimals: decimalsOf(shown) }
}

/** A place on the axis of time with the room its label takes. */
export interface PeriodPlace {
  readonly x: number
  readonly width: number
}

const gap = 10
const apart = (a: PeriodPlace, b: PeriodPlace): boolean => Math.abs(a.x - b.x) >= (a.width + b.width) / 2 + gap

/**
 * Which periods get their label, so that none collide: every one, else every second, third, … counted back from the `anchor`
 * (the latest measurement), then those after it and the very first where there is room. Returns indices into `places`,
 * which must be ordered by `x`.
 */
export function labelledPeriods(places: readonly PeriodPlace[], anchor: number): number[] {
  const past = places.slice(0, anchor + 1)
  const chosenWith = (stride: number): number[] =>
    past.map((_, index) => index).filter((index) => (anchor - index) % stride === 0)
  const fits = (indices: readonly number[]): boolean =>
    indices.every((index, order) => {
      const [here, before] = [places[index], places[indices[order - 1] ?? -1]]
      return !here || !before || apart(here, before)
    })
  let stride = 1
  while (stride < past.length && !fits(chosenWith(stride))) stride++
  const chosen = chosenWith(stride)
  // The target's own year comes before the milestones on the way to it.
  const rest = [...places.keys()].slice(anchor + 1).toReversed()
  for (const index of [...rest, 0]) {
    const place = places[index]
    if (!place || chosen.includes(index)) continue
    if (chosen.every((other) => apart(place, places[other] ?? place))) chosen.push(index)
  }
  return chosen.sort((a, b) => a - b)
}
