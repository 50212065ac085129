import { markOf, type Goal } from '@pejling/domain/framework'
import type { Database } from '../../db/database.ts'
import { kinds, listDefinitions } from '../definitions.ts'
import { definitionResource } from '../resource/definition-resource.ts'
import { isInRelease } from '../resource/published.ts'
import { goalReferrers } from '../resource/referrers.ts'
import { fieldProblem } from '../resource/resource.ts'

/** The mark of the policy a focus area is of; `undefined`: there is no such focus area. */
function markAt(db: Database, focusArea: string): string | null | undefined {
  const area = listDefinitions(db, kinds.focusArea).find(({ slug }) => slug === focusArea)
  return listDefinitions(db, kinds.framework).find(({ slug }) => slug === area?.framework)?.mark
}

/** Whether a goal has, or had, a number. */
const answersTo = ({ number, formerNumbers = [] }: Goal, wanted: string): boolean =>
  number === wanted || formerNumbers.includes(wanted)

/** Goals. One whose number is changed after a release keeps the former one as an address that redirects. */
export const goalResource = definitionResource(kinds.goal, {
  path: 'goals',
  fixed: ['slug'],
  nameOf: ({ text }) => text,
  placeOf: ({ number, slug }) => [
    markOf(number) ?? '',
    ...number.split(/[-.]/).map(Number).filter(Number.isFinite),
    slug,
  ],
  problems: (db, { slug, number, focusArea }) => {
    const mark = markAt(db, focusArea)
    const taken = listDefinitions(db, kinds.goal).find((one) => one.slug !== slug && answersTo(one, number))
    return [
      ...(mark === undefined
        ? [
            fieldProblem(
              '/focusArea',
              `Der er intet fokusområde "${focusArea}".`,
              `There is no focus area "${focusArea}".`,
            ),
          ]
        : []),
      ...(mark !== undefined && markOf(number) !== mark
        ? [
            fieldProblem(
              '/number',
              mark === null ? 'Numre i denne politik har intet mærke foran.' : `Begynd nummeret med "${mark}-".`,
              mark === null ? 'Numbers of this policy begin with no mark.' : `Begin the number with "${mark}-".`,
            ),
          ]
        : []),
      ...(taken
        ? [
            fieldProblem(
              '/number',
              `Målet "${taken.slug}" har eller havde nummer ${number}.`,
              `The goal "${taken.slug}" has, or had, the number ${number}.`,
            ),
          ]
        : []),
    ]
  },
  written: (db, value, before) => {
    const former = isInRelease(db, 'goal', before.slug)
      ? [...(value.formerNumbers ?? []), before.number]
      : (value.formerNumbers ?? [])
    const kept = [...new Set(former)].filter((one) => one !== value.number)
    const { formerNumbers: _before, ...goal } = value
    return kept.length > 0 ? { ...goal, formerNumbers: kept } : goal
  },
  referrers: (db, { slug }) => goalReferrers(db, slug),
})
