import { z } from 'zod'
import { parameters } from '../../http/parameters.ts'
import type { WorkspaceApp } from '../../workspace-http/route.ts'
import { addResourceRoutes } from '../resource/resource-routes.ts'
import { dimensionResource } from './dimension-resource.ts'

/** Ways of dividing people or things into groups. */
export function addDimensionRoutes(to: WorkspaceApp): void {
  addResourceRoutes(to, dimensionResource, {
    one: 'A dimension',
    operation: 'Dimension',
    about: 'Ways of dividing people or things into groups. The order of the groups is that of the pages.',
    address: '/:slug',
    params: z.strictObject({ slug: parameters.slug }),
    keyIn: ({ slug }) => slug,
    filter: z.strictObject({}),
    filtered: (_db, _filter, all) => all,
    example: {
      slug: 'bydel',
      name: { da: 'Bydel', en: 'District' },
      categories: [{ slug: 'nord', name: { da: 'Nord', en: 'North' }, code: null, parent: null }],
    },
    patch: { name: { da: 'Bydele', en: 'Districts' } },
  })
}
