/** A rectangle on the drawing; `x` and `y` are its upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A straight piece of a line on the drawing. */
export interface Stretch {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** Whether two boxes cover each other anywhere, or come nearer than `gap`. Boxes that only touch do not overlap. */
export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
  )
}

/** Whether `inner` lies wholly in `outer`. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

/** Whether a line passes through a box (Liang–Barsky clipping). */
export function crosses({ x1, y1, x2, y2 }: Stretch, box: Box): boolean {
  const [dx, dy] = [x2 - x1, y2 - y1]
  let [from, to] = [0, 1]
  const sides: readonly (readonly [number, number])[] = [
    [-dx, x1 - box.x],
    [dx, box.x + box.width - x1],
    [-dy, y1 - box.y],
    [dy, box.y + box.height - y1],
  ]
  for (const [direction, distance] of sides) {
    if (direction === 0 && distance < 0) return false
    if (direction < 0) from = Math.max(from, distance / direction)
    if (direction > 0) to = Math.min(to, distance / direction)
  }
  return from <= to
}

/** A label with the places it could take, best first. */
export interface Candidate {
  readonly places: readonly Box[]
  /** Where it may stand, best first, when none of those places is free; nowhere: it can be spared. */
  readonly lastResort: () => readonly Box[]
}

/** What labels must keep clear of, and what they should. */
export interface Surroundings {
  readonly frame: Box
  /** Never covered. */
  readonly obstacles: readonly Box[]
  /** Covered only where there is no better place. */
  readonly lines: readonly Stretch[]
}

const labelGap = 2

/**
 * Chooses a place for each label, in the order given: inside the frame, clear of obstacles and of the labels before it, with as
 * few lines behind it as may be. A label without such a place takes its last resort; if that is not free either it gets
 * `null`, and is not drawn.
 */
export function placeLabels(
  candidates: readonly Candidate[],
  { frame, obstacles, lines }: Surroundings,
): (Box | null)[] {
  const taken = [...obstacles]
  return candidates.map(({ places, lastResort }) => {
    const isFree = (place: Box): boolean =>
      contains(frame, place) && !taken.some((box) => overlaps(place, box, labelGap))
    const free = places.filter(isFree)
    const ranked = free
      .map((place) => ({ place, crossed: lines.filter((line) => crosses(line, place)).length }))
      .sort((a, b) => a.crossed - b.crossed)
    const chosen = ranked[0]?.place ?? lastResort().find(isFree) ?? null
    if (chosen) taken.push(chosen)
    return chosen
  })
}

interface Cluster {
  readonly members: readonly number[]
  readonly height: number
  /** Sum over members of where the cluster would have to begin for each to lie where it wants. */
  readonly wishes: number
}

const startOf = ({ wishes, members, height }: Cluster, low: number, high: number): number =>
  Math.max(low, Math.min(wishes / members.length, high - height))

/**
 * Moves labels of one column apart: each as near its wanted middle as the others allow, none outside `low`..`high`, and in the
 * order of where their upper edges want to be.
 * Returns the upper edges, in the order given. The heights together must fit between `low` and `high`.
 */
export function moveApart(
  labels: readonly { readonly middle: number; readonly height: number }[],
  low: number,
  high: number,
): number[] {
  const wished = labels.map(({ middle, height }) => middle - height / 2)
  const order = [...labels.keys()].sort((a, b) => (wished[a] ?? 0) - (wished[b] ?? 0) || a - b)
  const clusters: Cluster[] = []
  for (const index of order) {
    const { height = 0 } = labels[index] ?? {}
    let cluster: Cluster = { members: [index], height, wishes: wished[index] ?? 0 }
    for (;;) {
      const before = clusters.at(-1)
      if (!before || startOf(before, low, high) + before.height <= startOf(cluster, low, high)) break
      clusters.pop()
      cluster = {
        members: [...before.members, ...cluster.members],
        height: before.height + cluster.height,
        wishes: before.wishes + cluster.wishes - before.height * cluster.members.length,
      }
    }
    clusters.push(cluster)
  }
  const edges = labels.map(() => low)
  for (const cluster of clusters) {
    let edge = startOf(cluster, low, high)
    for (const index of cluster.members) {
      edges[index] = edge
      edge += labels[index]?.height ?? 0
    }
  }
  return edges
}
