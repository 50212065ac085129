import { z } from 'zod'
import { parameters } from '../../http/parameters.ts'
import type { WorkspaceApp } from '../../workspace-http/route.ts'
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
}
