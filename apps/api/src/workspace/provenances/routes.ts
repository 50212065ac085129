import { z } from 'zod'
import { parameters } from '../../http/parameters.ts'
import type { WorkspaceApp } from '../../workspace-http/route.ts'
import { addResourceRoutes } from '../resource/resource-routes.ts'
import { provenanceResource } from './provenance-resource.ts'

/** How figures reached this installation. */
export function addProvenanceRoutes(to: WorkspaceApp): void {
  addResourceRoutes(to, provenanceResource, {
    one: 'A provenance',
    operation: 'Provenance',
    about: 'How figures reached this installation.',
    address: '/:slug',
    params: z.strictObject({ slug: parameters.slug }),
    keyIn: ({ slug }) => slug,
    filter: z.strictObject({}),
    filtered: (_db, _filter, all) => all,
    example: {
      slug: 'hentet-2026',
      text: { da: 'Hentet fra kilden', en: 'Fetched from the source' },
      viaThirdParty: false,
      url: null,
      retrievedOn: '2026-11-01',
    },
    patch: { retrievedOn: '2026-11-02' },
  })
}
