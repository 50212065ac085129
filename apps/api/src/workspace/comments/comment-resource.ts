import { kinds, listDefinitions } from '../definitions.ts'
import { definitionResource } from '../resource/definition-resource.ts'
import { fieldProblem } from '../resource/resource.ts'

/** What the administration says of goals, year by year. Releases keep what they said. */
export const commentResource = definitionResource(kinds.comment, {
  path: 'comments',
  fixed: ['goal', 'year'],
  nameOf: ({ meaning }) => meaning,
  placeOf: ({ goal, year }) => [goal, year],
  problems: (db, { goal }) =>
    listDefinitions(db, kinds.goal).some(({ slug }) => slug === goal)
      ? []
      : [fieldProblem('/goal', `Der er intet mål "${goal}".`, `There is no goal "${goal}".`)],
  isPublished: () => false,
  referrers: () => [],
})
