import { authorise, type Actor } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import type { Delivery } from '../data-folder/delivery.ts'
import { putAdministration } from './administration.ts'
import {
  attachments,
  isDemonstration,
  kinds,
  listDefinitions,
  listIndicators,
  markDemonstration,
  putAttached,
  putDefinition,
  putIndicator,
  putTarget,
} from './definitions.ts'
import { markFirstStart } from './first-start.ts'
import { putObservations, type WrittenObservations } from './observation-store.ts'

/** Thrown where invented figures would be mixed with real ones. */
export class MixedFiguresError extends Error {
  constructor(workspaceIsDemonstration: boolean) {
    super(
      workspaceIsDemonstration
        ? 'This workspace holds the demonstration set; real figures go into a workspace of their own'
        : 'This workspace holds real figures; the demonstration set goes into a workspace of its own',
    )
    this.name = 'MixedFiguresError'
  }
}

/** Thrown where an address of the folder is another's in the workspace already; the message names each. */
export class TakenAddressError extends Error {
  constructor(lines: readonly string[]) {
    super(
      `Nothing was changed:\n${lines.map((line) => `  ${line}`).join('\n')}\nLoading adds and changes; it never removes. Give them other addresses, or begin anew with an empty data folder (PEJLING_DATA).`,
    )
    this.name = 'TakenAddressError'
  }
}

/** Addresses of the delivery that the workspace knows as those of something else. */
function takenAddresses(db: Database, { frameworks, goals }: Delivery): string[] {
  const policies = new Map(listDefinitions(db, kinds.framework).map(({ mark, slug }) => [mark, slug]))
  const numbers = new Map(listDefinitions(db, kinds.goal).map(({ number, slug }) => [number, slug]))
  return [
    ...frameworks.flatMap(({ mark, slug }) => {
      const other = policies.get(mark)
      if (other === undefined || other === slug) return []
      return [`the policy "${slug}" has ${mark === null ? 'no mark' : `the mark "${mark}"`}, as "${other}" has here`]
    }),
    ...goals.flatMap(({ number, slug }) => {
      const other = numbers.get(number)
      return other === undefined || other === slug ? [] : [`the goal "${slug}" has the number ${number} of "${other}"`]
    }),
  ]
}

type Named = readonly { readonly slug: string }[]

function leftOver(what: string, here: Named, delivered: Named): string[] {
  const names = new Set(delivered.map(({ slug }) => slug))
  const left = here.filter(({ slug }) => !names.has(slug)).map(({ slug }) => slug)
  return left.length === 0 ? [] : [`Not in the folder, and still here: ${what} ${left.join(', ')}.`]
}

/** What the workspace holds that the delivery does not. */
const notDelivered = (db: Database, { frameworks, goals, indicators }: Delivery): string[] => [
  ...leftOver('policies', listDefinitions(db, kinds.framework), frameworks),
  ...leftOver('goals', listDefinitions(db, kinds.goal), goals),
  ...leftOver('indicators', listIndicators(db), indicators),
]

/** Whether the workspace holds no policy yet. */
export function isEmpty(db: Database): boolean {
  return listDefinitions(db, kinds.framework).length === 0
}

/**
 * Loads a data folder into the workspace, all of it or nothing. What is there already and the same is left alone, so
 * loading twice is loading once; nothing is removed. Returns how many figures were written, and what the person who loads it
 * has to know. `isFirstStart` is for the start of an empty installation, which publishes what it loads. Throws a
 * {@link MixedFiguresError} or a {@link TakenAddressError}.
 */
export function seed(
  db: Database,
  actor: Actor,
  input: { readonly delivery: Delivery; readonly isFirstStart?: boolean },
): WrittenObservations & { readonly notes: readonly string[] } {
  authorise(actor, 'editor')
  const { delivery, isFirstStart = false } = input
  const { demonstration } = delivery
  return write(db, actor, { action: 'seed' }, (changeSet) => {
    if (isEmpty(db)) {
      if (demonstration) markDemonstration(changeSet)
    } else if (isDemonstration(db) !== demonstration) {
      throw new MixedFiguresError(!demonstration)
    }
    if (isFirstStart) markFirstStart(changeSet)
    const taken = takenAddresses(db, delivery)
    if (taken.length > 0) throw new TakenAddressError(taken)
    if (delivery.profile !== null) putDefinition(changeSet, kinds.profile, delivery.profile)
    for (const framework of delivery.frameworks) putDefinition(changeSet, kinds.framework, framework)
    for (const focusArea of delivery.focusAreas) putDefinition(changeSet, kinds.focusArea, focusArea)
    for (const goal of delivery.goals) putDefinition(changeSet, kinds.goal, goal)
    for (const area of delivery.areas) putDefinition(changeSet, kinds.area, area)
    for (const dimension of delivery.dimensions) putDefinition(changeSet, kinds.dimension, dimension)
    for (const source of delivery.sources) putDefinition(changeSet, kinds.source, source)
    for (const provenance of delivery.provenances) putDefinition(changeSet, kinds.provenance, provenance)
    for (const actionPlan of delivery.actionPlans) putDefinition(changeSet, kinds.actionPlan, actionPlan)
    for (const indicator of delivery.indicators) putIndicator(changeSet, indicator)
    const total = { added: 0, changed: 0, unchanged: 0 }
    for (const [indicator, rows] of Map.groupBy(delivery.observations, (row) => row.indicator)) {
      const written = putObservations(changeSet, indicator, rows)
      total.added += written.added
      total.changed += written.changed
      total.unchanged += written.unchanged
    }
    for (const { indicator, target } of delivery.targets) putTarget(changeSet, indicator, target)
    for (const { indicator, connection } of delivery.connections) {
      putAttached(changeSet, attachments.connection, indicator, connection)
    }
    return {
      ...total,
      notes: [...putAdministration(changeSet, delivery.administration), ...notDelivered(db, delivery)],
    }
  })
}
