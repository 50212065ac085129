import { kinds, listDefinitions } from '../definitions.ts'
import { definitionResource } from '../resource/definition-resource.ts'
import { definitionsThat } from '../resource/referrers.ts'
import { fieldProblem } from '../resource/resource.ts'

/** The parts of a policy. */
export const focusAreaResource = definitionResource(kinds.focusArea, {
  path: 'focus-areas',
  fixed: ['slug'],
  nameOf: ({ title }) => title,
  placeOf: ({ framework, position, slug }) => [framework, position, slug],
  problems: (db, { framework }, before) => [
    ...(listDefinitions(db, kinds.framework).some(({ slug }) => slug === framework)
      ? []
      : [fieldProblem('/framework', `Der er ingen politik "${framework}".`, `There is no policy "${framework}".`)]),
    ...(before !== null && before.framework !== framework
      ? [
          fieldProblem(
            '/framework',
            'Et fokusområde kan ikke flyttes til en anden politik.',
            'A focus area cannot be moved to another policy.',
          ),
        ]
      : []),
  ],
  referrers: (db, { slug }) =>
    definitionsThat(
      'goal',
      listDefinitions(db, kinds.goal),
      ({ focusArea }) => focusArea === slug,
      (goal) => goal.slug,
      ({ text }) => text,
    ),
})
