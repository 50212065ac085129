import { z } from 'zod'
import { parameters } from '../../http/parameters.ts'
import type { WorkspaceApp } from '../../workspace-http/route.ts'
import { addResourceRoutes } from '../resource/resource-routes.ts'
import { sourceResource } from './source-resource.ts'

/** Who produces figures, where they can be seen, and on what terms they may be used. */
export function addSourceRoutes(to: WorkspaceApp): void {
  addResourceRoutes(to, sourceResource, {
    one: 'A source',
    operation: 'Source',
    about: 'Who produces figures, where they can be seen, and on what terms they may be used.',
    address: '/:slug',
    params: z.strictObject({ slug: parameters.slug }),
    keyIn: ({ slug }) => slug,
    filter: z.strictObject({}),
    filtered: (_db, _filter, all) => all,
    example: {
      slug: 'dst',
      producer: { da: 'Danmarks Statistik', en: 'Statistics Denmark' },
      title: { da: 'Folketal', en: 'Population' },
      table: 'FOLK1A',
      url: 'https://www.statistikbanken.dk/FOLK1A',
      licence: null,
    },
    patch: { table: 'FOLK1B' },
  })
}
