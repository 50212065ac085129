import { Attack } from './attack.ts'
import type { Counts } from './counts.ts'
import type { Table, Unknown } from './table.ts'

/** How many cells are tried one by one before the smallest is taken unseen. */
const mostTries = 8

const sizeOf = (table: Table, index: number): number =>
  table.unknowns[index]?.counts?.reduce((sum, count) => sum + count, 0) ?? 0

/** Numerator and complement, or whatever else is counted: each adds up by itself. */
function quantitiesOf({ unknowns }: Table): readonly number[] {
  return [...(unknowns.find(({ counts }) => counts)?.counts ?? []).keys()]
}

interface Search {
  readonly table: Table
  readonly attacks: readonly Attack[]
  readonly hidden: Set<number>
  /** Those that must not be reckoned: withheld cells, and small rests. */
  readonly guarded: Set<number>
}

function isProtected(attacks: readonly Attack[], target: number, hidden: ReadonlySet<number>): boolean {
  return attacks.every((attack) => attack.isProtected(target, hidden))
}

/** Open cells that stand in a sum with what is hidden together with the target, nearest first, then the smallest. */
function candidatesFor({ table, hidden }: Search, target: number): readonly number[] {
  const members = table.sums.map(({ whole, parts }) => [whole, ...parts])
  const reached = new Set([target])
  const bySize = (a: number, b: number): number => sizeOf(table, a) - sizeOf(table, b)
  for (;;) {
    const near = members.filter((sum) => sum.some((index) => reached.has(index)))
    const open = [...new Set(near.flat())].filter(
      (index) => table.unknowns[index]?.state === 'open' && !hidden.has(index),
    )
    if (open.length > 0) return open.sort(bySize)
    const before = reached.size
    for (const index of near.flat()) if (hidden.has(index)) reached.add(index)
    if (reached.size === before) return []
  }
}

/** Hides one more cell for the target: the smallest that protects it, else the smallest. */
function hideAnother(search: Search, target: number): boolean {
  const { attacks, hidden, guarded } = search
  const candidates = candidatesFor(search, target)
  const helpful = candidates.slice(0, mostTries).find((candidate) =>
    isProtected(
      attacks.map((attack) => attack.copy()),
      target,
      new Set([...hidden, candidate]),
    ),
  )
  const chosen = helpful ?? candidates[0]
  if (chosen === undefined) return false
  hidden.add(chosen)
  guarded.add(chosen)
  return true
}

/** Shows again, the largest first, whatever need not have been hidden for the others. */
function showNeedless({ table, attacks, hidden, guarded }: Search, secondary: readonly number[]): void {
  // What earlier releases have given away already cannot be kept, and is no reason to hide more.
  const kept = [...guarded].filter((each) => isProtected(attacks, each, hidden))
  const largestFirst = [...secondary].sort((a, b) => sizeOf(table, b) - sizeOf(table, a))
  for (const index of largestFirst) {
    const fewer = new Set([...hidden].filter((each) => each !== index))
    const others = kept.filter((each) => each !== index && guarded.has(each))
    const anew = attacks.map((attack) => attack.afresh())
    if (others.every((each) => isProtected(anew, each, fewer))) {
      hidden.delete(index)
      guarded.delete(index)
    }
  }
}

const isNeverShown = ({ state }: Unknown): boolean => state !== 'open' && state !== 'known'

/** Whether the numbers of a table agree, so that what earlier releases said can still hold beside what the newest says. */
export function isConsistent(table: Table): boolean {
  const hidden = new Set(table.unknowns.flatMap((unknown, index) => (isNeverShown(unknown) ? [index] : [])))
  return quantitiesOf(table).every((quantity) => new Attack(table, quantity, 0).hasSolution(hidden))
}

/**
 * Secondary suppression: withholds further cells, smallest first, until no withheld number can be bounded more closely than
 * `minimum` people from all that is shown. Cells marked `withheld` are withheld in any case, `known` ones never. `isSmall`
 * says which rests of a division must not be reckoned either.
 * The bounds are those of a linear program over the sums of the table with nothing below 0 (Fischetti & Salazar 2000,
 * sliding protection). Answers the places of the withheld cells among the table's unknowns.
 */
export function suppress(table: Table, minimum: number, isSmall: (counts: Counts) => boolean): ReadonlySet<number> {
  const first = table.unknowns.flatMap(({ state }, index) => (state === 'withheld' ? [index] : []))
  const smallRests = table.unknowns.flatMap(({ state, counts }, index) =>
    state === 'rest' && counts && isSmall(counts) ? [index] : [],
  )
  const never = table.unknowns.flatMap(({ state }, index) => (state === 'rest' || state === 'absent' ? [index] : []))
  const search: Search = {
    table,
    attacks: quantitiesOf(table).map((quantity) => new Attack(table, quantity, minimum)),
    hidden: new Set([...first, ...never]),
    guarded: new Set([...first, ...smallRests]),
  }
  if (search.guarded.size === 0) return new Set()
  // The set grows while it is gone through: what is hidden for another is guarded too.
  for (const target of search.guarded) {
    while (!isProtected(search.attacks, target, search.hidden) && hideAnother(search, target));
  }
  const given = new Set(first)
  showNeedless(
    search,
    [...search.hidden].filter((index) => table.unknowns[index]?.state === 'open' && !given.has(index)),
  )
  return new Set([...search.hidden].filter((index) => !never.includes(index)))
}
