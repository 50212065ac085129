import { Attack } from './attack.ts'
import type { Proof } from './attack.ts'
import type { Table } from './table.ts'

/** How many figures are tried one by one before the smallest is taken unseen. */
const mostTries = 4

const nobody: readonly number[] = []

/** A person from whom a number must be kept: any reader, or one who knows some suppressed numbers. */
interface Requirement {
  readonly target: number
  /** What is known beside all that is shown. */
  readonly knows: readonly number[]
}

/** The search for figures to suppress: what is hidden so far, and the proofs that it is enough. */
class Search {
  readonly attack: Attack
  readonly secondary = new Set<string>()
  readonly #table: Table
  readonly #members: readonly (readonly number[])[]
  readonly #sumsOf: readonly number[][]
  /** How many members of each sum are hidden. */
  readonly #hiddenIn: number[]
  /** The figure each unknown may be hidden with. */
  readonly #figureOf = new Map<number, string>()
  /** What the only member of a group knows, and everything that is about no one else. */
  readonly #insiders: readonly { readonly knows: readonly number[]; readonly own: ReadonlySet<number> }[]
  readonly #insidersOf = new WeakMap<Proof, readonly Requirement[]>()
  readonly guarded = new Set<number>()
  readonly #proofs = new Map<number, Map<readonly number[], Proof>>()
  /** What could not be kept as far apart as it should: how far it can be. */
  readonly #reach = new Map<number, Map<readonly number[], number>>()

  constructor(table: Table) {
    this.#table = table
    this.#members = table.sums.map(({ whole, parts }) => [whole, ...parts])
    this.#sumsOf = table.unknowns.map(() => [])
    for (const [row, members] of this.#members.entries()) for (const place of members) this.#sumsOf[place]?.push(row)
    for (const [figure, places] of table.figures) {
      for (const place of places) if (table.unknowns[place]?.state === 'open') this.#figureOf.set(place, figure)
    }
    const partsOf = Map.groupBy(table.sums, ({ whole }) => whole)
    this.#insiders = table.insiders.map((knows) => {
      const own = new Set(knows)
      for (const place of own) for (const { parts } of partsOf.get(place) ?? []) for (const part of parts) own.add(part)
      return { knows, own }
    })
    const hidden = new Set<number>()
    for (const [place, { state, few }] of table.unknowns.entries()) {
      if (state === 'open' || state === 'known') continue
      hidden.add(place)
      if (state === 'suppressed' || few) this.guarded.add(place)
    }
    this.#hiddenIn = this.#members.map((members) => members.filter((place) => hidden.has(place)).length)
    this.attack = new Attack(table, hidden)
  }

  placesOf(figure: string): readonly number[] {
    return (this.#table.figures.get(figure) ?? []).filter((place) => this.#table.unknowns[place]?.state === 'open')
  }

  sizeOf(figure: string): number {
    return this.placesOf(figure).reduce((sum, place) => sum + (this.#table.unknowns[place]?.count ?? 0), 0)
  }

  /** Hides a figure with everything it shows, or shows it again. */
  set(figure: string, isHidden: boolean): void {
    if (isHidden) this.secondary.add(figure)
    else this.secondary.delete(figure)
    for (const place of this.placesOf(figure)) {
      if (this.attack.isHidden(place) === isHidden) continue
      this.attack.set(place, isHidden)
      if (isHidden) this.guarded.add(place)
      else this.guarded.delete(place)
      for (const row of this.#sumsOf[place] ?? []) {
        this.#hiddenIn[row] = (this.#hiddenIn[row] ?? 0) + (isHidden ? 1 : -1)
      }
    }
  }

  /** The sums in which it is the only one that is hidden from whoever it must be kept from, so that they can tell it. */
  sumsAlone({ target, knows }: Requirement): readonly number[] {
    const self = this.attack.isHidden(target) ? 1 : 0
    return (this.#sumsOf[target] ?? []).filter((row) => {
      const others = (this.#hiddenIn[row] ?? 0) - self
      if (others === 0) return true
      const members = this.#members[row] ?? []
      const told = knows.filter((place) => this.attack.isHidden(place) && members.includes(place)).length
      return others === told
    })
  }

  /** Those who could know more than others of a number that is about few: the only members of other groups near it. */
  #requirementsOf(target: number): readonly Requirement[] {
    const proof = this.#proofs.get(target)?.get(nobody)
    if (this.#table.unknowns[target]?.few !== true || proof === undefined) return []
    const known = this.#insidersOf.get(proof)
    if (known) return known
    // To whoever knows nothing that the proof changes, it is a proof too.
    const requirements = this.#insiders
      .filter(({ knows, own }) => !own.has(target) && this.attack.touches(proof, knows))
      .map(({ knows }) => ({ target, knows }))
    this.#insidersOf.set(proof, requirements)
    return requirements
  }

  /** How far apart the bounds must be: as far as the rule says, or as far as they can be. */
  #needed({ target, knows }: Requirement): number {
    const reach = this.#reach.get(target)?.get(knows)
    const { minimum = 0 } = this.#table.unknowns[target] ?? {}
    return Math.min(reach ?? minimum, minimum)
  }

  isMet(requirement: Requirement): boolean {
    const { target, knows } = requirement
    const needed = this.#needed(requirement)
    if (needed <= 0) return true
    const proofs = this.#proofs.get(target) ?? new Map<readonly number[], Proof>()
    this.#proofs.set(target, proofs)
    const known = proofs.get(knows)
    if (known && this.attack.holds(known)) return true
    // What stands alone in a sum needs no linear program.
    if (this.sumsAlone(requirement).length > 0) return false
    const { proof, width } = this.attack.prove(target, needed, knows)
    if (width < needed) return false
    proofs.set(knows, proof)
    return true
  }

  /** What is asked for can be had no further: how far it can is what must stay. */
  settle({ target, knows }: Requirement): void {
    const isAlone = this.sumsAlone({ target, knows }).length > 0
    const width = isAlone ? 0 : this.attack.prove(target, this.#needed({ target, knows }), knows).width
    const reach = this.#reach.get(target) ?? new Map<readonly number[], number>()
    this.#reach.set(target, reach.set(knows, width))
  }

  /** Open figures whose hiding may protect the target: of a sum in which it is alone, else of those it hangs together with. */
  #openAround(requirement: Requirement): readonly string[] {
    const openIn = (rows: readonly number[]): string[] => [
      ...new Set(
        rows
          .flatMap((row) => this.#members[row] ?? [])
          .flatMap((place) => (this.attack.isHidden(place) ? [] : (this.#figureOf.get(place) ?? []))),
      ),
    ]
    const [alone] = this.sumsAlone(requirement)
    if (alone !== undefined) return openIn([alone])
    const reached = new Set([requirement.target])
    for (const place of reached) {
      const rows = this.#sumsOf[place] ?? []
      const open = openIn(rows)
      if (open.length > 0) return open
      for (const other of rows.flatMap((row) => this.#members[row] ?? [])) {
        if (this.attack.isHidden(other)) reached.add(other)
      }
    }
    return []
  }

  /**
   * First those that would not stand alone in a sum themselves and ask for yet another; among these the smallest. An empty
   * group comes last: a person may know without us that it is.
   */
  candidatesFor(requirement: Requirement): readonly string[] {
    return this.#openAround(requirement)
      .map((figure) => ({
        figure,
        alone: this.placesOf(figure).reduce((sum, target) => sum + this.sumsAlone({ target, knows: nobody }).length, 0),
        size: this.sizeOf(figure),
      }))
      .sort((a, b) => Number(a.size === 0) - Number(b.size === 0) || a.alone - b.alone || a.size - b.size)
      .map(({ figure }) => figure)
  }

  /** The figures that the nearest possible table changes among those still shown. */
  #togetherFor({ target, knows }: Requirement): readonly string[] {
    const ranks = new Map([...this.#figureOf].map(([place, figure]) => [place, this.sizeOf(figure)]))
    const wanting = this.attack.wanting(target, this.#needed({ target, knows }), knows, ranks)
    return [...new Set(wanting.flatMap((place) => this.#figureOf.get(place) ?? []))]
  }

  /**
   * Hides more: the first candidate that meets the requirement; where no single one does, those that do together, or else
   * the first. `false`: there is none left.
   */
  hideAnother(requirement: Requirement): boolean {
    const candidates = this.candidatesFor(requirement)
    const isAlone = this.sumsAlone(requirement).length > 0
    // What stands alone needs one of its sum in any case; whether more is needed shows when none is alone any more.
    const helpful = isAlone
      ? undefined
      : candidates.slice(0, mostTries).find((candidate) => {
          this.set(candidate, true)
          const meets = this.isMet(requirement)
          this.set(candidate, false)
          return meets
        })
    const together = isAlone || helpful !== undefined ? [] : this.#togetherFor(requirement)
    const chosen = together.length > 0 ? together : [helpful ?? candidates[0] ?? []].flat()
    for (const figure of chosen) this.set(figure, true)
    return chosen.length > 0
  }

  /** Gives everything guarded that stands alone in a sum another beside it. */
  hideWithThoseAlone(): void {
    for (let more = true; more;) {
      more = false
      for (const target of this.guarded) {
        const requirement = { target, knows: nobody }
        if (this.#needed(requirement) > 0 && this.sumsAlone(requirement).length > 0) {
          if (this.hideAnother(requirement)) more = true
          else this.settle(requirement)
        }
      }
    }
  }

  meet(requirement: Requirement): void {
    while (!this.isMet(requirement)) {
      if (!this.hideAnother(requirement)) {
        this.settle(requirement)
        return
      }
      this.hideWithThoseAlone()
    }
  }

  /** Hides until every number that is suppressed is kept from everybody. The set grows while it is gone through. */
  hideAll(): void {
    this.hideWithThoseAlone()
    for (const target of this.guarded) this.meet({ target, knows: nobody })
    for (const target of this.guarded) {
      this.meet({ target, knows: nobody })
      for (const requirement of this.#requirementsOf(target)) this.meet(requirement)
    }
  }

  /** Whether everything that is suppressed is kept as it must be; what stands in a sum with the figure is looked at first. */
  isSafe(figure: string): boolean {
    const near = this.placesOf(figure).flatMap((place) =>
      (this.#sumsOf[place] ?? []).flatMap((row) => this.#members[row] ?? []),
    )
    const nearFirst = new Set([...near.filter((place) => this.guarded.has(place)), ...this.guarded])
    for (const target of nearFirst) {
      if (!this.isMet({ target, knows: nobody })) return false
      if (!this.#requirementsOf(target).every((requirement) => this.isMet(requirement))) return false
    }
    return true
  }

  /** Whether showing it leaves something alone in a sum that must not be: seen at once, before anything is proven. */
  #leavesAlone(figure: string): boolean {
    return this.placesOf(figure).some((place) =>
      (this.#sumsOf[place] ?? []).some((row) => {
        if (this.#hiddenIn[row] !== 1) return false
        const target = (this.#members[row] ?? []).find((member) => this.attack.isHidden(member))
        return target !== undefined && this.guarded.has(target) && this.#needed({ target, knows: nobody }) > 0
      }),
    )
  }

  /** Shows again, the largest first, whatever need not have been hidden for the others. */
  showNeedless(): void {
    const largestFirst = [...this.secondary].sort((a, b) => this.sizeOf(b) - this.sizeOf(a))
    for (const figure of largestFirst) {
      this.set(figure, false)
      if (this.#leavesAlone(figure) || !this.isSafe(figure)) this.set(figure, true)
    }
  }
}

/**
 * Secondary suppression: suppresses further figures, smallest first, until no suppressed number can be bounded more closely than
 * its minimum from all that is shown, nor by the only member of another suppressed group: the sliding protection level of
 * Fischetti & Salazar (2000), for whole people. What earlier releases have given away already is kept as far apart as they
 * left it. Figures with a number that is `withheld` are suppressed in any case, those whose numbers are all `known` need not be.
 * Returns the suppressed figures, as they are named in the table.
 */
export function suppress(table: Table): ReadonlySet<string> {
  const suppressed = new Set(
    [...table.figures]
      .filter(([, places]) => places.some((place) => table.unknowns[place]?.state === 'suppressed'))
      .map(([figure]) => figure),
  )
  const search = new Search(table)
  if (search.guarded.size === 0) return suppressed
  for (const figure of suppressed) search.set(figure, true)
  search.secondary.clear()
  search.hideAll()
  search.showNeedless()
  return new Set([...suppressed, ...search.secondary])
}
