import type { IndicatorKeepers } from '@pejling/domain/workspace/attached'
import { listPeople } from '../../accounts/users.ts'
import { authorise, type Actor } from '../../db/actor.ts'
import { write } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { invalidBody } from '../../http/input.ts'
import { attachments, putAttached } from '../definitions.ts'
import { dataProvidersOf } from '../data-providers.ts'
import { fieldProblem } from '../resource/resource.ts'
import { requireOne } from '../resource/verbs.ts'
import { indicatorResource } from './indicator-resource.ts'

/** Who sends the figures of an indicator. Throws a Problem where there is no such indicator. */
export function readDataProviders(db: Database, slug: string): IndicatorKeepers {
  requireOne(db, indicatorResource, slug)
  const { keeper, deputy } = dataProvidersOf(db, slug) ?? { keeper: null, deputy: null }
  return { keeper, deputy }
}

/** Asks people to send the figures of an indicator. Throws a Problem where a person has no open account. */
export function assignKeepers(
  db: Database,
  { actor, reason }: { readonly actor: Actor; readonly reason: string | null },
  slug: string,
  { keeper, deputy }: IndicatorKeepers,
): IndicatorKeepers {
  authorise(actor, 'editor')
  return write(db, actor, { action: 'definition', reason }, (changeSet) => {
    requireOne(db, indicatorResource, slug)
    const open = new Set(listPeople(db).flatMap(({ email, closed }) => (closed ? [] : [email])))
    const problems = Object.entries({ keeper, deputy }).flatMap(([field, email]) =>
      email === null || open.has(email)
        ? []
        : [
            fieldProblem(
              `/${field}`,
              `Der er ingen åben konto for ${email}.`,
              `There is no open account for ${email}.`,
            ),
          ],
    )
    if (keeper === null && deputy !== null) {
      problems.push(
        fieldProblem(
          '/keeper',
          'En stedfortræder skal have en indberetter.',
          'A deputy needs somebody to stand in for.',
        ),
      )
    }
    if (problems.length > 0) throw invalidBody(problems)
    const next = keeper === null ? null : { ...dataProvidersOf(db, slug), keeper, deputy }
    putAttached(changeSet, attachments.keepers, slug, next)
    return readDataProviders(db, slug)
  })
}
