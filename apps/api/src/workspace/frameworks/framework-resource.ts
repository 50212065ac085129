import { planName } from '@pejling/domain/action-plan/action-plan'
import { kinds, listDefinitions } from '../definitions.ts'
import { definitionResource } from '../resource/definition-resource.ts'
import { definitionsThat } from '../resource/referrers.ts'
import { fieldProblem } from '../resource/resource.ts'

/** Policies. */
export const frameworkResource = definitionResource(kinds.framework, {
  path: 'frameworks',
  fixed: ['slug'],
  nameOf: ({ title }) => title,
  placeOf: ({ position, slug }) => [position, slug],
  problems: (db, { slug, mark, organisation }, before) => {
    const others = listDefinitions(db, kinds.framework).filter((one) => one.slug !== slug)
    const same = others.find((one) => one.mark === mark)
    const area = listDefinitions(db, kinds.area).find(({ code }) => code === organisation.area)
    return [
      ...(same
        ? [
            fieldProblem(
              '/mark',
              `Politikken "${same.slug}" har det mærke allerede.`,
              `The policy "${same.slug}" has that mark already.`,
            ),
          ]
        : []),
      // Addresses of its goals and plans begin with it.
      ...(before !== null && before.mark !== mark
        ? [
            fieldProblem(
              '/mark',
              'Mærket kan ikke ændres; adresserne begynder med det.',
              'The mark cannot be changed; addresses begin with it.',
            ),
          ]
        : []),
      ...(area
        ? []
        : [
            fieldProblem(
              '/organisation/area',
              `Intet område har koden ${organisation.area}.`,
              `No area has the code ${organisation.area}.`,
            ),
          ]),
    ]
  },
  referrers: (db, { slug }) => [
    ...definitionsThat(
      'focus-area',
      listDefinitions(db, kinds.focusArea),
      ({ framework }) => framework === slug,
      (area) => area.slug,
      ({ title }) => title,
    ),
    ...definitionsThat(
      'action-plan',
      listDefinitions(db, kinds.actionPlan),
      ({ framework }) => framework === slug,
      planName,
      ({ title }) => title,
    ),
  ],
})
