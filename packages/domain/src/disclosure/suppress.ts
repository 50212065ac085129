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
  /** Whole and parts of each sum. */
  readonly members: readonly (readonly number[])[]
  readonly attacks: readonly Attack[]
  readonly hidden: Set<number>
  /** Those that must not be reckoned: withheld cells, and small rests. */
  readonly guarded: Set<number>
}

/** The sums in which it is the only one hidden, so that anybody can reckon it. */
function sumsAlone({ table, members }: Search, index: number, hidden: ReadonlySet<number>): readonly number[] {
  return (table.sumsOf.get(index) ?? []).filter((sum) =>
    (members[sum] ?? []).every((other) => other === index || !hidden.has(other)),
  )
}

function isProtected(search: Search, attacks: readonly Attack[], target: number, hidden: ReadonlySet<number>): boolean {
  // What stands alone in a sum needs no linear program.
  return sumsAlone(search, target, hidden).length === 0 && attacks.every((attack) => attack.isProtected(target, hidden))
}

/** Open cells whose hiding may protect the target: of a sum in which it is alone, else of those it hangs together with. */
function openAround(search: Search, target: number): readonly number[] {
  const { table, members, hidden } = search
  const openIn = (sums: readonly number[]): number[] =>
    [...new Set(sums.flatMap((sum) => members[sum] ?? []))].filter(
      (index) => table.unknowns[index]?.state === 'open' && !hidden.has(index),
    )
  const [alone] = sumsAlone(search, target, hidden)
  if (alone !== undefined) return openIn([alone])
  const reached = new Set([target])
  for (const index of reached) {
    const sums = table.sumsOf.get(index) ?? []
    const open = openIn(sums)
    if (open.length > 0) return open
    for (const other of sums.flatMap((sum) => members[sum] ?? [])) if (hidden.has(other)) reached.add(other)
  }
  return []
}

/**
 * First those that would not stand alone in a sum themselves and ask for yet another; among these the smallest. An empty group
 * comes last: somebody may know without us that it is.
 */
function candidatesFor(search: Search, target: number): readonly number[] {
  const { table, hidden } = search
  return openAround(search, target)
    .map((index) => ({ index, alone: sumsAlone(search, index, hidden).length, size: sizeOf(table, index) }))
    .sort((a, b) => Number(a.size === 0) - Number(b.size === 0) || a.alone - b.alone || a.size - b.size)
    .map(({ index }) => index)
}

/** Hides one more cell for the target: the first candidate that protects it, else the first. `false`: there is none left. */
function hideAnother(search: Search, target: number): boolean {
  const { attacks, hidden, guarded } = search
  const candidates = candidatesFor(search, target)
  const isAlone = sumsAlone(search, target, hidden).length > 0
  // What stands alone needs one of its sum in any case; whether more is needed shows when none is alone any more.
  const helpful = isAlone
    ? undefined
    : candidates.slice(0, mostTries).find((candidate) =>
        isProtected(
          search,
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

/** Gives everything guarded that stands alone in a sum another beside it. */
function hideWithThoseAlone(search: Search): void {
  for (let more = true; more;) {
    more = false
    for (const target of search.guarded) {
      if (sumsAlone(search, target, search.hidden).length > 0 && hideAnother(search, target)) more = true
    }
  }
}

/** Shows again, the largest first, whatever need not have been hidden for the others. */
function showNeedless(search: Search, secondary: readonly number[]): void {
  const { table, attacks, members, hidden, guarded } = search
  // What earlier releases have given away already cannot be kept, and is no reason to hide more.
  const kept = new Set([...guarded].filter((each) => isProtected(search, attacks, each, hidden)))
  const largestFirst = [...secondary].sort((a, b) => sizeOf(table, b) - sizeOf(table, a))
  for (const index of largestFirst) {
    const fewer = new Set([...hidden].filter((each) => each !== index))
    const leavesOneAlone = (table.sumsOf.get(index) ?? []).some((sum) => {
      const [only, ...more] = (members[sum] ?? []).filter((other) => fewer.has(other))
      return only !== undefined && more.length === 0 && kept.has(only)
    })
    if (leavesOneAlone) continue
    const others = [...kept].filter((each) => each !== index && guarded.has(each))
    const anew = attacks.map((attack) => attack.afresh())
    if (others.every((each) => isProtected(search, anew, each, fewer))) {
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
  if (first.length + smallRests.length === 0) return new Set()
  const members = table.sums.map(({ whole, parts }) => [whole, ...parts])
  const search: Search = {
    table,
    members,
    attacks: quantitiesOf(table).map((quantity) => new Attack(table, quantity, minimum)),
    hidden: new Set([...first, ...never]),
    guarded: new Set([...first, ...smallRests]),
  }
  hideWithThoseAlone(search)
  // The set grows while it is gone through: what is hidden for another is guarded too.
  for (const target of search.guarded) {
    while (!isProtected(search, search.attacks, target, search.hidden) && hideAnother(search, target)) {
      hideWithThoseAlone(search)
    }
  }
  const given = new Set(first)
  showNeedless(
    search,
    [...search.hidden].filter((index) => table.unknowns[index]?.state === 'open' && !given.has(index)),
  )
  return new Set([...search.hidden].filter((index) => !never.includes(index)))
}
