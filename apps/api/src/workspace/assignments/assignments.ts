import type { Assignment, AssignmentChange, Assignments } from '@pejling/domain/workspace/assignments'
import { listPeople } from '../../accounts/users.ts'
import { authorise, type Actor } from '../../db/actor.ts'
import { write, type ChangeSet } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { invalidBody } from '../../http/input.ts'
import type { InputError } from '../../http/problem.ts'
import { dataProvidersOf } from '../data-providers.ts'
import {
  attachments,
  getIndicator,
  kinds,
  listDefinitions,
  listIndicators,
  putAttached,
  putIndicator,
} from '../definitions.ts'
import { fieldProblem } from '../resource/resource.ts'

/* Who has to do with the figures of all indicators: read and changed as one table. */

const openAccounts = (db: Database) => listPeople(db).filter(({ closed }) => !closed)

/** All indicators with the office and the people that have to do with them, and the people who can be chosen. */
export function readAssignments(db: Database): Assignments {
  const numbers = new Map(listDefinitions(db, kinds.goal).map(({ slug, number }) => [slug, number]))
  const indicators = listIndicators(db).map(({ slug, name, goals, owner }): Assignment => {
    const { keeper, deputy } = dataProvidersOf(db, slug) ?? { keeper: null, deputy: null }
    const served = goals.flatMap(({ goal }) => numbers.get(goal) ?? [])
    return { indicator: slug, name, goals: served, office: owner, keeper, deputy }
  })
  return { indicators, people: openAccounts(db).map(({ email, name }) => ({ email, name })) }
}

/** What is wrong with a change; it stands at a place in the list that was sent. */
function problemsOf(db: Database, open: ReadonlySet<string>, change: AssignmentChange, at: number): InputError[] {
  const { indicator, keeper, deputy } = change
  if (!getIndicator(db, indicator)) {
    const [da, en] = [`Der er ingen indikator "${indicator}".`, `There is no indicator "${indicator}".`]
    return [fieldProblem(`/changes/${at}/indicator`, da, en)]
  }
  const unknown = Object.entries({ keeper, deputy }).flatMap(([field, email]) =>
    email === null || email === undefined || open.has(email)
      ? []
      : [
          fieldProblem(
            `/changes/${at}/${field}`,
            `Der er ingen åben konto for ${email}.`,
            `There is no open account for ${email}.`,
          ),
        ],
  )
  const sends = keeper === undefined ? (dataProvidersOf(db, indicator)?.keeper ?? null) : keeper
  const isAlone = sends === null && deputy !== null && deputy !== undefined
  return isAlone
    ? [
        ...unknown,
        fieldProblem(
          `/changes/${at}/deputy`,
          'Vælg først, hvem der indberetter tallet. Stedfortræderen træder til, når den person er væk.',
          'Choose first who sends the figure. The deputy does it when that person is away.',
        ),
      ]
    : unknown
}

function putChange(changeSet: ChangeSet, { indicator: slug, office, keeper, deputy }: AssignmentChange): void {
  const { db } = changeSet
  const indicator = getIndicator(db, slug)
  if (indicator && office !== undefined) putIndicator(changeSet, { ...indicator, owner: office })
  if (keeper === undefined && deputy === undefined) return
  const before = dataProvidersOf(db, slug)
  const sends = keeper === undefined ? (before?.keeper ?? null) : keeper
  const next =
    sends === null
      ? null
      : { ...before, keeper: sends, deputy: deputy === undefined ? (before?.deputy ?? null) : deputy }
  if (next !== null || before !== null) putAttached(changeSet, attachments.keepers, slug, next)
}

/**
 * Changes who has to do with the figures of many indicators, in one change set, all or nothing. Throws a Problem that says what is
 * wrong and where, and a NotAllowedError.
 */
export function changeAssignments(
  db: Database,
  { actor, reason }: { readonly actor: Actor; readonly reason: string | null },
  changes: readonly AssignmentChange[],
): Assignments {
  authorise(actor, 'editor')
  return write(db, actor, { action: 'definition', reason }, (changeSet) => {
    const open = new Set(openAccounts(db).map(({ email }) => email))
    const problems = changes.flatMap((change, at) => problemsOf(db, open, change, at))
    if (problems.length > 0) throw invalidBody(problems)
    for (const change of changes) putChange(changeSet, change)
    return readAssignments(db)
  })
}
