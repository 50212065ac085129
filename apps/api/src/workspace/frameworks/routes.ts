import { z } from 'zod'
import { parameters } from '../../http/parameters.ts'
import type { WorkspaceApp } from '../../workspace-http/route.ts'
import { kinds, listDefinitions, putDefinition } from '../definitions.ts'
import { addOrderRoutes } from '../resource/order-routes.ts'
import { addResourceRoutes } from '../resource/resource-routes.ts'
import { frameworkResource } from './framework-resource.ts'

/** Policies, with what they call their levels. */
export function addFrameworkRoutes(to: WorkspaceApp): void {
  addResourceRoutes(to, frameworkResource, {
    one: 'A policy',
    operation: 'Framework',
    about: 'Policies, with what they call their levels. `position` is their order.',
    address: '/:slug',
    params: z.strictObject({ slug: parameters.slug }),
    keyIn: ({ slug }) => slug,
    filter: z.strictObject({}),
    filtered: (_db, _filter, all) => all,
    example: {
      slug: 'klima',
      title: { da: 'Klimapolitik', en: 'Climate policy' },
      mark: 'klima',
      position: 2,
      organisation: { name: { da: 'Helsingør Kommune', en: 'Helsingør Municipality' }, area: '217' },
      vision: { da: 'En grøn kommune', en: 'A green municipality' },
      purpose: { da: 'Mindre CO2', en: 'Less CO2' },
      challenges: [],
      audience: { da: 'Alle', en: 'Everybody' },
      carriedOutBy: { da: 'Handleplaner', en: 'Action plans' },
      levels: {
        focusArea: { one: { da: 'Spor', en: 'Track' }, other: { da: 'Spor', en: 'Tracks' } },
        goal: { one: { da: 'Mål', en: 'Goal' }, other: { da: 'Mål', en: 'Goals' } },
      },
      note: null,
    },
    patch: { position: 3 },
  })
  addOrderRoutes(to, frameworkResource, {
    parts: 'the focus areas of a policy',
    operation: 'FocusAreas',
    about: 'Names every focus area of the policy once, the first first; they are numbered from 1.',
    list: (db, { slug }) =>
      listDefinitions(db, kinds.focusArea)
        .filter(({ framework }) => framework === slug)
        .toSorted((a, b) => a.position - b.position || (a.slug < b.slug ? -1 : 1)),
    put: (changeSet, placed) => {
      for (const [index, area] of placed.entries()) {
        const position = index + 1
        if (area.position !== position) putDefinition(changeSet, kinds.focusArea, { ...area, position })
      }
    },
    example: ['demokrati', 'dannelse'],
  })
}
