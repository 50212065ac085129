import { Simplex } from './simplex.ts'
import type { OpenTable, Sum, Table, Unknown } from './table.ts'

const membersOf = ({ whole, parts }: Sum): number[] => [whole, ...parts]

/** A whole that are not recorded and that is divided once says nothing of its parts. */
function withoutIdle({ unknowns, sums }: OpenTable): readonly Sum[] {
  const uses = new Map<number, number>()
  for (const sum of sums) for (const place of membersOf(sum)) uses.set(place, (uses.get(place) ?? 0) + 1)
  let kept = sums
  for (let idle = true; idle;) {
    const isTold = (place: number): boolean => unknowns[place]?.count !== null || unknowns[place].state !== 'absent'
    const next = kept.filter(({ whole }) => isTold(whole) || (uses.get(whole) ?? 0) > 1)
    for (const sum of kept) {
      if (!next.includes(sum)) for (const place of membersOf(sum)) uses.set(place, (uses.get(place) ?? 0) - 1)
    }
    idle = next.length < kept.length
    kept = next
  }
  return kept
}

/** What a sum lacks as it stands, with no one in the cells no one has said anything of. */
function gapOf({ unknowns }: OpenTable, { whole, parts }: Sum): number {
  const countOf = (place: number): number => unknowns[place]?.count ?? 0
  return parts.reduce((left, place) => left - countOf(place), countOf(whole))
}

/**
 * Gives every number that no one has said a value that is possible together with all that was said: whole people, none below
 * 0. Sums that no such values fulfil are left out: what contradicts itself tells nothing.
 */
export function settleAbsent(table: OpenTable): Table {
  const sums = withoutIdle(table)
  const isAbsent = (place: number): boolean => table.unknowns[place]?.count === null
  const open = sums.filter(({ whole, parts }) => [whole, ...parts].some(isAbsent))
  const settled = (moved: ReadonlyMap<number, number>, left: readonly Sum[]): Table => ({
    ...table,
    unknowns: table.unknowns.map((unknown, place): Unknown => ({
      ...unknown,
      count: unknown.count ?? Math.max(0, moved.get(place) ?? 0),
    })),
    sums: left,
  })
  if (open.length === 0) return settled(new Map(), sums)
  // Each sum gets a gap, and the gaps a total, which is moved down to 0.
  const size = table.unknowns.length
  const gaps = open.map((sum) => gapOf(table, sum))
  const total = size + gaps.length
  const truth = [
    ...table.unknowns.map(({ count }) => count ?? 0),
    ...gaps.map((gap) => Math.abs(gap)),
    gaps.reduce((sum, gap) => sum + Math.abs(gap), 0),
  ]
  const rows = open.map(({ whole, parts }, index) => [
    { index: whole, by: -1 as const },
    ...parts.map((part) => ({ index: part, by: 1 as const })),
    { index: size + index, by: (gaps[index] ?? 0) < 0 ? (-1 as const) : (1 as const) },
  ])
  const ofTotal = [
    { index: total, by: -1 as const },
    ...gaps.map((_, index) => ({ index: size + index, by: 1 as const })),
  ]
  const free = new Float64Array(truth.length)
  for (const place of truth.keys()) free[place] = place >= size || isAbsent(place) ? 1 : 0
  const simplex = new Simplex({ rows: [...rows, ofTotal], truth })
  const moved = simplex.push(total, -1, truth[total] ?? 0, free) ?? new Map<number, number>()
  const contradicts = new Set(
    open.filter((_, index) => Math.abs(gaps[index] ?? 0) + (moved.get(size + index) ?? 0) > 1e-6),
  )
  return settled(
    moved,
    sums.filter((sum) => !contradicts.has(sum)),
  )
}
